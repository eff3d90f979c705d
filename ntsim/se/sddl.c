/* Security descriptors out of their text, by the source that drivers have in wdmsec.lib; and those of devices. */
#include "sdk/lib/wdmsec/sddl.c"

#include "ntsim/io/iop.h"
#include "ntsim/se/sep.h"

NTSTATUS sep_make_descriptor(PCWSTR sddl, PSECURITY_DESCRIPTOR *result)
{
    UCHAR descriptor[SDDL_MAX_SIZE / 4];
    if (!sddl_to_descriptor(sddl, wcslen(sddl), descriptor, sizeof(descriptor)))
        return STATUS_INVALID_PARAMETER;
    return SeAssignSecurity(NULL, descriptor, result, FALSE, NULL, NULL, PagedPool);
}

NTSTATUS iop_secure_device(PDEVICE_OBJECT device, PCUNICODE_STRING sddl)
{
    UCHAR descriptor[SDDL_MAX_SIZE / 4];
    if (!sddl_to_descriptor(sddl->Buffer, sddl->Length / sizeof(WCHAR), descriptor, sizeof(descriptor)))
        return STATUS_INVALID_PARAMETER;
    return ob_set_security(device, descriptor);
}

/* For the framework. */
__declspec(dllexport) NTSTATUS SimSecureDevice(PDEVICE_OBJECT device, PCUNICODE_STRING sddl)
{
    return iop_secure_device(device, sddl);
}

/* What a device has that nobody gave one: all may use it, the system and administrators may do all with it. */
PSECURITY_DESCRIPTOR iop_device_security(PDEVICE_OBJECT device)
{
    static const WCHAR text[] = L"D:P(A;;GRGWGX;;;WD)(A;;GA;;;SY)(A;;GA;;;BA)";
    static UCHAR default_descriptor[256];
    PSECURITY_DESCRIPTOR own = ob_header_of(device)->SecurityDescriptor;
    if (!own && !default_descriptor[0])
        sddl_to_descriptor(text, sizeof(text) / sizeof(WCHAR) - 1, default_descriptor, sizeof(default_descriptor));
    return own ? own : default_descriptor;
}
