/*
 * Named device objects with a security descriptor of their own.
 *
 * In Microsoft's kit IoCreateDeviceSecure is in a static library, wdmsec.lib: no version of the kernel exports it.
 */
#ifndef WDK_WDMSEC_H
#define WDK_WDMSEC_H
#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Ready-made SDDL: who may open the device. */
#define WDK_SDDL_(Name, Text)                                                                                          \
    EXTERN_C const UNICODE_STRING Name;                                                                                \
    DECLSPEC_SELECTANY const UNICODE_STRING Name = {sizeof(Text) - sizeof(WCHAR), sizeof(Text), (PWCH)Text}
WDK_SDDL_(SDDL_DEVOBJ_KERNEL_ONLY, L"D:P");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL, L"D:P(A;;GA;;;SY)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_ALL, L"D:P(A;;GA;;;SY)(A;;GA;;;BA)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_RX, L"D:P(A;;GA;;;SY)(A;;GRGX;;;BA)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R, L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GR;;;WD)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R_RES_R, L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GR;;;WD)(A;;GR;;;RC)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RW_RES_R, L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GRGW;;;WD)(A;;GR;;;RC)");
WDK_SDDL_(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RWX_RES_RWX,
          L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GRGWGX;;;WD)(A;;GRGWGX;;;RC)");
#undef WDK_SDDL_

_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS WdmlibIoCreateDeviceSecure(_In_ PDRIVER_OBJECT DriverObject, _In_ ULONG DeviceExtensionSize,
    _In_opt_ PUNICODE_STRING DeviceName, _In_ DEVICE_TYPE DeviceType, _In_ ULONG DeviceCharacteristics,
    _In_ BOOLEAN Exclusive, _In_ PCUNICODE_STRING DefaultSDDLString, _In_opt_ LPCGUID DeviceClassGuid,
    _Outptr_result_nullonfailure_ PDEVICE_OBJECT *DeviceObject);
#define IoCreateDeviceSecure WdmlibIoCreateDeviceSecure
#define WdmlibRtlInitUnicodeStringEx RtlInitUnicodeStringEx
#define WdmlibIoValidateDeviceIoControlAccess IoValidateDeviceIoControlAccess

#ifdef __cplusplus
}
#endif
#endif
