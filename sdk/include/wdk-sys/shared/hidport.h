/* hidport.h: between the HID class driver and a minidriver; descriptors are those of the HID specification. */
#ifndef WDK_HIDPORT_H
#define WDK_HIDPORT_H
#include <hidclass.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HID_HID_DESCRIPTOR_TYPE 0x21
#define HID_REPORT_DESCRIPTOR_TYPE 0x22
#define HID_PHYSICAL_DESCRIPTOR_TYPE 0x23

#define HID_STRING_ID_IMANUFACTURER 14
#define HID_STRING_ID_IPRODUCT 15
#define HID_STRING_ID_ISERIALNUMBER 16

/* What the class driver asks of a minidriver, with IRP_MJ_INTERNAL_DEVICE_CONTROL. */
#define IOCTL_HID_GET_DEVICE_DESCRIPTOR HID_CTL_CODE(0)
#define IOCTL_HID_GET_REPORT_DESCRIPTOR HID_CTL_CODE(1)
#define IOCTL_HID_READ_REPORT HID_CTL_CODE(2)
#define IOCTL_HID_WRITE_REPORT HID_CTL_CODE(3)
#define IOCTL_HID_GET_STRING HID_CTL_CODE(4)
#define IOCTL_HID_ACTIVATE_DEVICE HID_CTL_CODE(7)
#define IOCTL_HID_DEACTIVATE_DEVICE HID_CTL_CODE(8)
#define IOCTL_HID_GET_DEVICE_ATTRIBUTES HID_CTL_CODE(9)
#define IOCTL_HID_SEND_IDLE_NOTIFICATION_REQUEST HID_CTL_CODE(10)

/* The same requests as mshidumdf.sys hands them to a UMDF minidriver: no pointers inside. */
#define IOCTL_UMDF_HID_SET_FEATURE HID_CTL_CODE(20)
#define IOCTL_UMDF_HID_GET_FEATURE HID_CTL_CODE(21)
#define IOCTL_UMDF_HID_SET_OUTPUT_REPORT HID_CTL_CODE(22)
#define IOCTL_UMDF_HID_GET_INPUT_REPORT HID_CTL_CODE(23)
#define IOCTL_UMDF_GET_PHYSICAL_DESCRIPTOR HID_CTL_CODE(24)

typedef struct _HID_DEVICE_ATTRIBUTES {
    ULONG Size;
    USHORT VendorID;
    USHORT ProductID;
    USHORT VersionNumber;
    USHORT Reserved[11];
} HID_DEVICE_ATTRIBUTES, *PHID_DEVICE_ATTRIBUTES;

/* As it comes from the device. */
#pragma pack(push, 1)
typedef struct _HID_DESCRIPTOR {
    UCHAR bLength;
    UCHAR bDescriptorType;
    USHORT bcdHID;
    UCHAR bCountry;
    UCHAR bNumDescriptors;
    struct _HID_DESCRIPTOR_DESC_LIST {
        UCHAR bReportType;
        USHORT wReportLength;
    } DescriptorList[1];
} HID_DESCRIPTOR, *PHID_DESCRIPTOR;
#pragma pack(pop)

typedef VOID(NTAPI *HID_SEND_IDLE_CALLBACK)(_In_ PVOID Context);

typedef struct _HID_SUBMIT_IDLE_NOTIFICATION_CALLBACK_INFO {
    HID_SEND_IDLE_CALLBACK IdleCallback;
    PVOID IdleContext;
} HID_SUBMIT_IDLE_NOTIFICATION_CALLBACK_INFO, *PHID_SUBMIT_IDLE_NOTIFICATION_CALLBACK_INFO;

#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)

typedef struct _HID_MINIDRIVER_REGISTRATION {
    ULONG Revision; /* HID_REVISION */
    PDRIVER_OBJECT DriverObject;
    PUNICODE_STRING RegistryPath;
    ULONG DeviceExtensionSize;
    BOOLEAN DevicesArePolled;
    UCHAR Reserved[3];
} HID_MINIDRIVER_REGISTRATION, *PHID_MINIDRIVER_REGISTRATION;

/* DEVICE_OBJECT.DeviceExtension of a device that the class driver made for a minidriver. */
typedef struct _HID_DEVICE_EXTENSION {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PDEVICE_OBJECT NextDeviceObject;
    PVOID MiniDeviceExtension;
} HID_DEVICE_EXTENSION, *PHID_DEVICE_EXTENSION;

_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidclass.sys", "5.0.2195")
NTSTATUS NTAPI HidRegisterMinidriver(_In_ PHID_MINIDRIVER_REGISTRATION MinidriverRegistration);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_EXPORT("hidclass.sys", "5.1.2600")
NTSTATUS NTAPI HidNotifyPresence(_In_ PDEVICE_OBJECT DeviceObject, _In_ BOOLEAN IsPresent);

#endif

#ifdef __cplusplus
}
#endif
#endif
