/*
 * HID collections as a program sees them: what hid.dll's HidD_ functions do, on files of the simulator. Structures and
 * codes are those of the kit's hidclass.h, hidpi.h and hidusage.h.
 *
 * A report's first byte is its ID, or 0 where the device has none. `size` counts it.
 */
#ifndef NTSIM_HID_H
#define NTSIM_HID_H

#include <ntsim/ntsim.h>

/* The HidP_ functions are the simulated system's. */
#pragma push_macro("NTAPI")
#undef NTAPI
#define NTAPI __attribute__((ms_abi))
#define WDK_SYS_EXPORTS
#include <hidclass.h>
#undef WDK_SYS_EXPORTS
#pragma pop_macro("NTAPI")

/* HIDP(GetUsages)(HidP_Input, ...) calls HidP_GetUsages. */
#define HIDP(name) ((__typeof__(&HidP_##name))sim_system_function("hidparse.sys!HidP_" #name))

static inline NTSTATUS sim_hid_information(struct sim_file *file, HID_COLLECTION_INFORMATION *information)
{
    return sim_ioctl(file, IOCTL_HID_GET_COLLECTION_INFORMATION, NULL, 0, information, sizeof(*information), NULL);
}

/* The collection's preparsed data, for the HidP_ functions, until the end of the test; NULL: it does not tell. */
static inline PHIDP_PREPARSED_DATA sim_hid_preparsed(struct sim_file *file)
{
    HID_COLLECTION_INFORMATION information;
    if (!NT_SUCCESS(sim_hid_information(file, &information)))
        return NULL;
    void *data = sim_user_memory(information.DescriptorSize);
    const NTSTATUS status =
        sim_ioctl(file, IOCTL_HID_GET_COLLECTION_DESCRIPTOR, NULL, 0, data, information.DescriptorSize, NULL);
    return NT_SUCCESS(status) ? (PHIDP_PREPARSED_DATA)data : NULL;
}

static inline NTSTATUS sim_hid_caps(struct sim_file *file, HIDP_CAPS *caps)
{
    const PHIDP_PREPARSED_DATA data = sim_hid_preparsed(file);
    return data ? HIDP(GetCaps)(data, caps) : STATUS_UNSUCCESSFUL;
}

/* The open collection of that usage; NULL: there is none. */
static inline struct sim_file *sim_open_hid(USAGE page, USAGE usage)
{
    struct sim_file *file;
    for (ULONG i = 0;
         NT_SUCCESS(sim_try_open_interface(&GUID_DEVINTERFACE_HID, i, GENERIC_READ | GENERIC_WRITE, &file)); i++) {
        HIDP_CAPS caps;
        if (sim_hid_caps(file, &caps) == HIDP_STATUS_SUCCESS && caps.UsagePage == page && caps.Usage == usage)
            return file;
        sim_close(file);
    }
    return NULL;
}

static inline NTSTATUS sim_hid_get_feature(struct sim_file *file, void *report, ULONG size)
{
    return sim_ioctl(file, IOCTL_HID_GET_FEATURE, report, size, report, size, NULL);
}

static inline NTSTATUS sim_hid_set_feature(struct sim_file *file, const void *report, ULONG size)
{
    return sim_ioctl(file, IOCTL_HID_SET_FEATURE, report, size, NULL, 0, NULL);
}

static inline NTSTATUS sim_hid_get_input(struct sim_file *file, void *report, ULONG size)
{
    return sim_ioctl(file, IOCTL_HID_GET_INPUT_REPORT, report, size, report, size, NULL);
}

static inline NTSTATUS sim_hid_set_output(struct sim_file *file, const void *report, ULONG size)
{
    return sim_ioctl(file, IOCTL_HID_SET_OUTPUT_REPORT, report, size, NULL, 0, NULL);
}

/* `code`: IOCTL_HID_GET_MANUFACTURER_STRING, ..._PRODUCT_STRING or ..._SERIALNUMBER_STRING. */
static inline NTSTATUS sim_hid_get_string(struct sim_file *file, ULONG code, WCHAR *string, ULONG bytes)
{
    return sim_ioctl(file, code, NULL, 0, string, bytes, NULL);
}

static inline NTSTATUS sim_hid_get_indexed_string(struct sim_file *file, ULONG index, WCHAR *string, ULONG bytes)
{
    return sim_ioctl(file, IOCTL_HID_GET_INDEXED_STRING, &index, sizeof(index), string, bytes, NULL);
}

#endif
