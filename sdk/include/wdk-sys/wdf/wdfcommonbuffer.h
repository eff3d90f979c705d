/* wdfcommonbuffer.h: memory that driver and device share for DMA */
#ifndef _WDFCOMMONBUFFER_H_
#define _WDFCOMMONBUFFER_H_

#if WDF_KMDF

typedef struct _WDF_COMMON_BUFFER_CONFIG {
    ULONG Size;
    ULONG AlignmentRequirement;
} WDF_COMMON_BUFFER_CONFIG, *PWDF_COMMON_BUFFER_CONFIG;

WDF_INLINE VOID WDF_COMMON_BUFFER_CONFIG_INIT(
    _Out_ PWDF_COMMON_BUFFER_CONFIG Config, _In_ ULONG AlignmentRequirement)
{
    WDF_CLEAR_SIZED(WDF_COMMON_BUFFER_CONFIG, Config);
    Config->AlignmentRequirement = AlignmentRequirement;
}

typedef NTSTATUS (NTAPI *PFN_WDFCOMMONBUFFERCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, size_t, PWDF_OBJECT_ATTRIBUTES, WDFCOMMONBUFFER *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfCommonBufferCreate(
    _In_ WDFDMAENABLER DmaEnabler, _In_ size_t Length, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFCOMMONBUFFER *CommonBuffer)
{
    return WDF_CALL(
        PFN_WDFCOMMONBUFFERCREATE, WdfCommonBufferCreate, DmaEnabler, Length, Attributes, CommonBuffer);
}

typedef NTSTATUS (NTAPI *PFN_WDFCOMMONBUFFERCREATEWITHCONFIG)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, size_t, PWDF_COMMON_BUFFER_CONFIG, PWDF_OBJECT_ATTRIBUTES,
    WDFCOMMONBUFFER *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfCommonBufferCreateWithConfig(
    _In_ WDFDMAENABLER DmaEnabler, _In_ size_t Length, _In_ PWDF_COMMON_BUFFER_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFCOMMONBUFFER *CommonBuffer)
{
    return WDF_CALL(
        PFN_WDFCOMMONBUFFERCREATEWITHCONFIG, WdfCommonBufferCreateWithConfig, DmaEnabler, Length, Config,
        Attributes, CommonBuffer);
}

typedef PVOID (NTAPI *PFN_WDFCOMMONBUFFERGETALIGNEDVIRTUALADDRESS)(PWDF_DRIVER_GLOBALS, WDFCOMMONBUFFER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PVOID WdfCommonBufferGetAlignedVirtualAddress(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(
        PFN_WDFCOMMONBUFFERGETALIGNEDVIRTUALADDRESS, WdfCommonBufferGetAlignedVirtualAddress, CommonBuffer);
}

typedef PHYSICAL_ADDRESS (NTAPI *PFN_WDFCOMMONBUFFERGETALIGNEDLOGICALADDRESS)(
    PWDF_DRIVER_GLOBALS, WDFCOMMONBUFFER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PHYSICAL_ADDRESS WdfCommonBufferGetAlignedLogicalAddress(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(
        PFN_WDFCOMMONBUFFERGETALIGNEDLOGICALADDRESS, WdfCommonBufferGetAlignedLogicalAddress, CommonBuffer);
}

typedef size_t (NTAPI *PFN_WDFCOMMONBUFFERGETLENGTH)(PWDF_DRIVER_GLOBALS, WDFCOMMONBUFFER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfCommonBufferGetLength(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERGETLENGTH, WdfCommonBufferGetLength, CommonBuffer);
}

#else
WDF_UNAVAILABLE(WdfCommonBufferCreate, "KMDF");
WDF_UNAVAILABLE(WdfCommonBufferCreateWithConfig, "KMDF");
WDF_UNAVAILABLE(WdfCommonBufferGetAlignedVirtualAddress, "KMDF");
WDF_UNAVAILABLE(WdfCommonBufferGetAlignedLogicalAddress, "KMDF");
WDF_UNAVAILABLE(WdfCommonBufferGetLength, "KMDF");
#endif

#endif
