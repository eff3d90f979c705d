/* wdfdmaenabler.h: DMA enablers: what a device can do as a bus master or slave */
#ifndef _WDFDMAENABLER_H_
#define _WDFDMAENABLER_H_

#if WDF_KMDF

typedef enum _WDF_DMA_PROFILE {
    WdfDmaProfileInvalid = 0,
    WdfDmaProfilePacket,
    WdfDmaProfileScatterGather,
    WdfDmaProfilePacket64,
    WdfDmaProfileScatterGather64,
    WdfDmaProfileScatterGatherDuplex,
    WdfDmaProfileScatterGather64Duplex,
    WdfDmaProfileSystem,
    WdfDmaProfileSystemDuplex,
} WDF_DMA_PROFILE;

typedef enum _WDF_DMA_DIRECTION {
    WdfDmaDirectionReadFromDevice = FALSE,
    WdfDmaDirectionWriteToDevice = TRUE,
} WDF_DMA_DIRECTION;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_FILL) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_FILL(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FILL *PFN_WDF_DMA_ENABLER_FILL;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_FLUSH) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_FLUSH(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FLUSH *PFN_WDF_DMA_ENABLER_FLUSH;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_ENABLE) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_ENABLE(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_ENABLE *PFN_WDF_DMA_ENABLER_ENABLE;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_DISABLE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_DISABLE(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_DISABLE *PFN_WDF_DMA_ENABLER_DISABLE;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START;

typedef _Function_class_(EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP;

#define WDF_DMA_ENABLER_UNLIMITED_FRAGMENTS ((ULONG) -1)

typedef enum _WDF_DMA_ENABLER_CONFIG_FLAGS {
    WDF_DMA_ENABLER_CONFIG_NO_SGLIST_PREALLOCATION = 0x00000001,
#if WDF_SINCE(19, 0)
    WDF_DMA_ENABLER_CONFIG_REQUIRE_SINGLE_TRANSFER = 0x00000002,
#endif
} WDF_DMA_ENABLER_CONFIG_FLAGS;

typedef struct _WDF_DMA_ENABLER_CONFIG {
    ULONG Size;
    WDF_DMA_PROFILE Profile;
    size_t MaximumLength;
    PFN_WDF_DMA_ENABLER_FILL EvtDmaEnablerFill;
    PFN_WDF_DMA_ENABLER_FLUSH EvtDmaEnablerFlush;
    PFN_WDF_DMA_ENABLER_DISABLE EvtDmaEnablerDisable;
    PFN_WDF_DMA_ENABLER_ENABLE EvtDmaEnablerEnable;
    PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START EvtDmaEnablerSelfManagedIoStart;
    PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP EvtDmaEnablerSelfManagedIoStop;
    ULONG AddressWidthOverride;
    ULONG WdmDmaVersionOverride;
    ULONG Flags;
} WDF_DMA_ENABLER_CONFIG, *PWDF_DMA_ENABLER_CONFIG;

_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WDF_DMA_ENABLER_CONFIG_INIT(
    _Out_ PWDF_DMA_ENABLER_CONFIG Config, _In_ WDF_DMA_PROFILE Profile, _In_ size_t MaximumLength)
{
    WDF_CLEAR_SIZED(WDF_DMA_ENABLER_CONFIG, Config);
    Config->Profile = Profile;
    Config->MaximumLength = MaximumLength;
}

typedef struct _WDF_DMA_SYSTEM_PROFILE_CONFIG {
    ULONG Size;
    BOOLEAN DemandMode;
    BOOLEAN LoopedTransfer;
    DMA_WIDTH DmaWidth;
    PHYSICAL_ADDRESS DeviceAddress;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor;
} WDF_DMA_SYSTEM_PROFILE_CONFIG, *PWDF_DMA_SYSTEM_PROFILE_CONFIG;

WDF_INLINE VOID WDF_DMA_SYSTEM_PROFILE_CONFIG_INIT(
    _Out_ PWDF_DMA_SYSTEM_PROFILE_CONFIG DmaConfig, _In_ PHYSICAL_ADDRESS Address, _In_ DMA_WIDTH DmaWidth,
    _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor)
{
    WDF_CLEAR_SIZED(WDF_DMA_SYSTEM_PROFILE_CONFIG, DmaConfig);
    DmaConfig->DeviceAddress = Address;
    DmaConfig->DmaWidth = DmaWidth;
    DmaConfig->DmaDescriptor = DmaDescriptor;
}

typedef NTSTATUS (NTAPI *PFN_WDFDMAENABLERCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_DMA_ENABLER_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFDMAENABLER *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDmaEnablerCreate(
    _In_ WDFDEVICE Device, _In_ PWDF_DMA_ENABLER_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFDMAENABLER *DmaEnablerHandle)
{
    return WDF_CALL(
        PFN_WDFDMAENABLERCREATE, WdfDmaEnablerCreate, Device, Config, Attributes, DmaEnablerHandle);
}

typedef NTSTATUS (NTAPI *PFN_WDFDMAENABLERCONFIGURESYSTEMPROFILE)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, PWDF_DMA_SYSTEM_PROFILE_CONFIG, WDF_DMA_DIRECTION);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfDmaEnablerConfigureSystemProfile(
    _In_ WDFDMAENABLER DmaEnabler, _In_ PWDF_DMA_SYSTEM_PROFILE_CONFIG ProfileConfig,
    _In_ WDF_DMA_DIRECTION ConfigDirection)
{
    return WDF_CALL(
        PFN_WDFDMAENABLERCONFIGURESYSTEMPROFILE, WdfDmaEnablerConfigureSystemProfile, DmaEnabler,
        ProfileConfig, ConfigDirection);
}

typedef size_t (NTAPI *PFN_WDFDMAENABLERGETMAXIMUMLENGTH)(PWDF_DRIVER_GLOBALS, WDFDMAENABLER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfDmaEnablerGetMaximumLength(_In_ WDFDMAENABLER DmaEnabler)
{
    return WDF_CALL(PFN_WDFDMAENABLERGETMAXIMUMLENGTH, WdfDmaEnablerGetMaximumLength, DmaEnabler);
}

typedef size_t (NTAPI *PFN_WDFDMAENABLERGETMAXIMUMSCATTERGATHERELEMENTS)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfDmaEnablerGetMaximumScatterGatherElements(_In_ WDFDMAENABLER DmaEnabler)
{
    return WDF_CALL(
        PFN_WDFDMAENABLERGETMAXIMUMSCATTERGATHERELEMENTS, WdfDmaEnablerGetMaximumScatterGatherElements,
        DmaEnabler);
}

typedef VOID (NTAPI *PFN_WDFDMAENABLERSETMAXIMUMSCATTERGATHERELEMENTS)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, size_t);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfDmaEnablerSetMaximumScatterGatherElements(
    _In_ WDFDMAENABLER DmaEnabler, _In_ size_t MaximumFragments)
{
    WDF_CALL(
        PFN_WDFDMAENABLERSETMAXIMUMSCATTERGATHERELEMENTS, WdfDmaEnablerSetMaximumScatterGatherElements,
        DmaEnabler, MaximumFragments);
}

typedef size_t (NTAPI *PFN_WDFDMAENABLERGETFRAGMENTLENGTH)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, WDF_DMA_DIRECTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE size_t WdfDmaEnablerGetFragmentLength(
    _In_ WDFDMAENABLER DmaEnabler, _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(
        PFN_WDFDMAENABLERGETFRAGMENTLENGTH, WdfDmaEnablerGetFragmentLength, DmaEnabler, DmaDirection);
}

typedef PDMA_ADAPTER (NTAPI *PFN_WDFDMAENABLERWDMGETDMAADAPTER)(
    PWDF_DRIVER_GLOBALS, WDFDMAENABLER, WDF_DMA_DIRECTION);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PDMA_ADAPTER WdfDmaEnablerWdmGetDmaAdapter(
    _In_ WDFDMAENABLER DmaEnabler, _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(
        PFN_WDFDMAENABLERWDMGETDMAADAPTER, WdfDmaEnablerWdmGetDmaAdapter, DmaEnabler, DmaDirection);
}

#else
WDF_UNAVAILABLE(WdfDmaEnablerCreate, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerConfigureSystemProfile, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerGetMaximumLength, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerGetMaximumScatterGatherElements, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerSetMaximumScatterGatherElements, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerGetFragmentLength, "KMDF");
WDF_UNAVAILABLE(WdfDmaEnablerWdmGetDmaAdapter, "KMDF");
#endif

#endif
