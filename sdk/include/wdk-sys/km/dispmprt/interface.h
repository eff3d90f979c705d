/* What a driver exports to or gets from others: brightness, I2C, AGP, output protection, Miracast, firmware tables. */
#ifndef WDK_DISPMPRT_INTERFACE_H
#define WDK_DISPMPRT_INTERFACE_H
#include "device.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(DXGK_BRIGHTNESS_GET) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_GET)(_In_ PVOID Context, _In_ PUCHAR Brightness);

typedef _Function_class_(DXGK_BRIGHTNESS_GET_BACKLIGHT_REDUCTION) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_GET_BACKLIGHT_REDUCTION)(_In_ PVOID Context, _Out_ DXGK_BACKLIGHT_INFO *BacklightInfo);

typedef _Function_class_(DXGK_BRIGHTNESS_GET_CAPS) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_GET_CAPS)(_In_ PVOID Context, _In_ DXGK_BRIGHTNESS_CAPS *BrightnessCaps);

typedef _Function_class_(DXGK_BRIGHTNESS_GET_POSSIBLE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_GET_POSSIBLE)(_In_ PVOID Context, _In_ ULONG BufferSize, _Out_ PUCHAR LevelCount,
    _Out_ PUCHAR BrightnessLevels);

typedef _Function_class_(DXGK_BRIGHTNESS_SET) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_SET)(_In_ PVOID Context, _In_ UCHAR Brightness);

typedef _Function_class_(DXGK_BRIGHTNESS_SET_BACKLIGHT_OPTIMIZATION) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_SET_BACKLIGHT_OPTIMIZATION)(_In_ PVOID Context,
    _In_ DXGK_BACKLIGHT_OPTIMIZATION_LEVEL OptimizationLevel);

typedef _Function_class_(DXGK_BRIGHTNESS_SET_STATE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGK_BRIGHTNESS_SET_STATE)(_In_ PVOID Context, _In_ DXGK_BRIGHTNESS_STATE *BrightnessState);

typedef _Function_class_(DXGKCB_AGP_ALLOCATE_POOL) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (APIENTRY *DXGKCB_AGP_ALLOCATE_POOL)(_In_ HANDLE Context, _In_ ULONG AllocationSize,
    _In_ MEMORY_CACHING_TYPE CacheType, _Out_ PPHYSICAL_ADDRESS PhysicalAddress, _Out_ PVOID *VirtualAddress);

typedef _Function_class_(DXGKCB_AGP_FREE_POOL) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (APIENTRY *DXGKCB_AGP_FREE_POOL)(_In_ HANDLE Context, _In_ PVOID VirtualAddress);

typedef _Function_class_(DXGKCB_AGP_SET_COMMAND) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (APIENTRY *DXGKCB_AGP_SET_COMMAND)(_In_ HANDLE Context, _In_ ULONG Command);

typedef _Function_class_(DXGKCB_MIRACAST_REPORT_CHUNK_INFO)
NTSTATUS (*DXGKCB_MIRACAST_REPORT_CHUNK_INFO)(_In_ HANDLE MiracastHandle, _In_ DXGK_MIRACAST_CHUNK_INFO *pChunkInfo,
    _In_ PVOID pPrivateDriverData, _In_ UINT PrivateDataDriverSize);

typedef _Function_class_(DXGKCB_MIRACAST_SEND_MESSAGE_CALLBACK) _IRQL_requires_(PASSIVE_LEVEL)
VOID (*DXGKCB_MIRACAST_SEND_MESSAGE_CALLBACK)(_In_ PVOID CallbackContext, _In_ PIO_STATUS_BLOCK pIoStatusBlock);

typedef _Function_class_(DXGKCB_MIRACAST_SEND_MESSAGE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKCB_MIRACAST_SEND_MESSAGE)(_In_ HANDLE MiracastHandle, _In_ ULONG InputBufferSize, _In_ VOID *pInputBuffer,
    _In_ ULONG OutBufferSize, _Out_ VOID *pOutputBuffer, _In_opt_ DXGKCB_MIRACAST_SEND_MESSAGE_CALLBACK pCallback,
    _In_opt_ PVOID pCallbackContext);

typedef _Function_class_(DXGKDDI_I2C_RECEIVE_DATA_FROM_DISPLAY) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_I2C_RECEIVE_DATA_FROM_DISPLAY)(_In_ PVOID MiniportDeviceContext,
    _In_ D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId, _In_ ULONG SevenBitI2CAddress, _In_ ULONG Flags,
    _In_ ULONG DataLength, _Out_ PVOID Data);

typedef _Function_class_(DXGKDDI_I2C_TRANSMIT_DATA_TO_DISPLAY) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_I2C_TRANSMIT_DATA_TO_DISPLAY)(_In_ PVOID MiniportDeviceContext,
    _In_ D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId, _In_ ULONG SevenBitI2CAddress, _In_ ULONG DataLength,
    _In_ CONST PVOID Data);

typedef struct _DXGK_MIRACAST_DISPLAY_CALLBACKS {
    HANDLE MiracastHandle;
    DXGKCB_MIRACAST_SEND_MESSAGE DxgkCbMiracastSendMessage;
    DXGKCB_MIRACAST_REPORT_CHUNK_INFO DxgkCbReportChunkInfo;
} DXGK_MIRACAST_DISPLAY_CALLBACKS, *PDXGK_MIRACAST_DISPLAY_CALLBACKS;

typedef _Function_class_(DXGKDDI_MIRACAST_CREATE_CONTEXT) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_MIRACAST_CREATE_CONTEXT)(_In_ PVOID DriverContext,
    _In_ DXGK_MIRACAST_DISPLAY_CALLBACKS *MiracastCallbacks, _Out_ PVOID *MiracastContext, _Out_ ULONG *TargetId);

typedef _Function_class_(DXGKDDI_MIRACAST_DESTROY_CONTEXT) _IRQL_requires_(PASSIVE_LEVEL)
VOID (*DXGKDDI_MIRACAST_DESTROY_CONTEXT)(_In_ PVOID DriverContext, _In_ PVOID MiracastContext);

typedef _Function_class_(DXGKDDI_MIRACAST_HANDLE_IO_CONTROL) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_MIRACAST_HANDLE_IO_CONTROL)(_In_ PVOID DriverContext, _In_ PVOID MiracastContext,
    _In_ ULONG InputBufferSize, _In_ VOID *pInputBuffer, _In_ ULONG OutBufferSize, _Out_ VOID *pOutputBuffer,
    _Out_ ULONG *BytesReturned);

typedef struct _DXGK_MIRACAST_CAPS {
    ULONG MaxChunkPrivateDriverDataSize;
    union {
        struct {
            UINT HdcpSupport : 1;
            UINT Reserved : 31;
        };
        UINT Value;
    } Flags;
} DXGK_MIRACAST_CAPS, *PDXGK_MIRACAST_CAPS;

typedef _Function_class_(DXGKDDI_MIRACAST_QUERY_CAPS) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_MIRACAST_QUERY_CAPS)(_In_ PVOID DriverContext, _In_ ULONG MiracastCapsSize,
    _Out_ DXGK_MIRACAST_CAPS *MiracastCaps);

typedef _Function_class_(DXGKDDI_OPM_CONFIGURE_PROTECTED_OUTPUT) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_CONFIGURE_PROTECTED_OUTPUT)(_In_ PVOID MiniportDeviceContext, _In_ HANDLE ProtectedOutputHandle,
    _In_ CONST PDXGKMDT_OPM_CONFIGURE_PARAMETERS Parameters, _In_ ULONG AdditionalParametersSize,
    _In_ CONST PVOID AdditionalParameters);

typedef _Function_class_(DXGKDDI_OPM_CREATE_PROTECTED_OUTPUT) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_CREATE_PROTECTED_OUTPUT)(_In_ PVOID MiniportDeviceContext,
    _In_ D3DDDI_VIDEO_PRESENT_TARGET_ID VidPnTargetId, _In_ DXGKMDT_OPM_VIDEO_OUTPUT_SEMANTICS NewVideoOutputSemantics,
    _Out_ PHANDLE NewProtectedOutputHandle);

typedef _Function_class_(DXGKDDI_OPM_DESTROY_PROTECTED_OUTPUT) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_DESTROY_PROTECTED_OUTPUT)(_In_ PVOID MiniportDeviceContext, _In_ HANDLE ProtectedOutputHandle);

typedef _Function_class_(DXGKDDI_OPM_GET_CERTIFICATE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_GET_CERTIFICATE)(_In_ PVOID MiniportDeviceContext, _In_ DXGKMDT_CERTIFICATE_TYPE CertificateType,
    _In_ ULONG CertificateSize, _Out_ PVOID CertificateBuffer);

typedef _Function_class_(DXGKDDI_OPM_GET_CERTIFICATE_SIZE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_GET_CERTIFICATE_SIZE)(_In_ PVOID MiniportDeviceContext,
    _In_ DXGKMDT_CERTIFICATE_TYPE CertificateType, _Out_ PULONG CertificateSize);

typedef _Function_class_(DXGKDDI_OPM_GET_COPP_COMPATIBLE_INFORMATION) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_GET_COPP_COMPATIBLE_INFORMATION)(_In_ PVOID MiniportDeviceContext, _In_ HANDLE ProtectedOutputHandle,
    _In_ CONST PDXGKMDT_OPM_COPP_COMPATIBLE_GET_INFO_PARAMETERS Parameters,
    _Out_ PDXGKMDT_OPM_REQUESTED_INFORMATION RequestedInformation);

typedef _Function_class_(DXGKDDI_OPM_GET_INFORMATION) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_GET_INFORMATION)(_In_ PVOID MiniportDeviceContext, _In_ HANDLE ProtectedOutputHandle,
    _In_ CONST PDXGKMDT_OPM_GET_INFO_PARAMETERS Parameters, _Out_ PDXGKMDT_OPM_REQUESTED_INFORMATION RequestedInformation);

typedef _Function_class_(DXGKDDI_OPM_GET_RANDOM_NUMBER) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_GET_RANDOM_NUMBER)(_In_ PVOID MiniportDeviceContext, _In_ HANDLE ProtectedOutputHandle,
    _Out_ PDXGKMDT_OPM_RANDOM_NUMBER RandomNumber);

typedef _Function_class_(DXGKDDI_OPM_SET_SIGNING_KEY_AND_SEQUENCE_NUMBERS) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS (*DXGKDDI_OPM_SET_SIGNING_KEY_AND_SEQUENCE_NUMBERS)(_In_ PVOID MiniportDeviceContext,
    _In_ HANDLE ProtectedOutputHandle, _In_ CONST PDXGKMDT_OPM_ENCRYPTED_PARAMETERS EncryptedParameters);

typedef struct _DXGK_AGP_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGKCB_AGP_ALLOCATE_POOL AgpAllocatePool;
    DXGKCB_AGP_FREE_POOL AgpFreePool;
    DXGKCB_AGP_SET_COMMAND AgpSetCommand;
} DXGK_AGP_INTERFACE, *PDXGK_AGP_INTERFACE;

typedef struct _DXGK_DEBUG_REPORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGK_DEBUG_REPORT_HANDLE (*DbgReportCreate)(_In_ HANDLE DeviceHandle, _In_ ULONG ulCode, _In_ ULONG_PTR ulpArg1,
        _In_ ULONG_PTR ulpArg2, _In_ ULONG_PTR ulpArg3, _In_ ULONG_PTR ulpArg4);
    BOOLEAN (*DbgReportSecondaryData)(_Inout_ DXGK_DEBUG_REPORT_HANDLE hReport, _In_ PVOID pvData, _In_ ULONG ulDataSize);
    VOID (*DbgReportComplete)(_Inout_ DXGK_DEBUG_REPORT_HANDLE hReport);
} DXGK_DEBUG_REPORT_INTERFACE, *PDXGK_DEBUG_REPORT_INTERFACE;

typedef struct _DXGK_FIRMWARE_TABLE_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    NTSTATUS (*EnumSystemFirmwareTables)(_In_ VOID *Context, _In_ ULONG ProviderSignature, _In_ ULONG BufferSize,
        _Out_opt_ VOID *Buffer, _Out_ ULONG *RequiredSize);
    NTSTATUS (*ReadSystemFirmwareTable)(_In_ VOID *Context, _In_ ULONG ProviderSignature, _In_ ULONG TableId,
        _In_ ULONG BufferSize, _Out_opt_ VOID *Buffer, _Out_ ULONG *RequiredSize);
} DXGK_FIRMWARE_TABLE_INTERFACE, *PDXGK_FIRMWARE_TABLE_INTERFACE;

typedef struct _DXGK_I2C_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGKDDI_I2C_TRANSMIT_DATA_TO_DISPLAY DxgkDdiI2CTransmitDataToDisplay;
    DXGKDDI_I2C_RECEIVE_DATA_FROM_DISPLAY DxgkDdiI2CReceiveDataFromDisplay;
} DXGK_I2C_INTERFACE, *PDXGK_I2C_INTERFACE;

typedef struct _DXGK_MIRACAST_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGKDDI_MIRACAST_QUERY_CAPS DxgkDdiMiracastQueryCaps;
    DXGKDDI_MIRACAST_CREATE_CONTEXT DxgkDdiMiracastCreateContext;
    DXGKDDI_MIRACAST_HANDLE_IO_CONTROL DxgkDdiMiracastIoControl;
    DXGKDDI_MIRACAST_DESTROY_CONTEXT DxgkDdiMiracastDestroyContext;
} DXGK_MIRACAST_DISPLAY_INTERFACE, *PDXGK_MIRACAST_DISPLAY_INTERFACE;

typedef struct _DXGK_OPM_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGKDDI_OPM_GET_CERTIFICATE_SIZE DxgkDdiOPMGetCertificateSize;
    DXGKDDI_OPM_GET_CERTIFICATE DxgkDdiOPMGetCertificate;
    DXGKDDI_OPM_CREATE_PROTECTED_OUTPUT DxgkDdiOPMCreateProtectedOutput;
    DXGKDDI_OPM_GET_RANDOM_NUMBER DxgkDdiOPMGetRandomNumber;
    DXGKDDI_OPM_SET_SIGNING_KEY_AND_SEQUENCE_NUMBERS DxgkDdiOPMSetSigningKeyAndSequenceNumbers;
    DXGKDDI_OPM_GET_INFORMATION DxgkDdiOPMGetInformation;
    DXGKDDI_OPM_GET_COPP_COMPATIBLE_INFORMATION DxgkDdiOPMGetCOPPCompatibleInformation;
    DXGKDDI_OPM_CONFIGURE_PROTECTED_OUTPUT DxgkDdiOPMConfigureProtectedOutput;
    DXGKDDI_OPM_DESTROY_PROTECTED_OUTPUT DxgkDdiOPMDestroyProtectedOutput;
} DXGK_OPM_INTERFACE, *PDXGK_OPM_INTERFACE;

typedef struct _DXGK_SPB_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    NTSTATUS (*OpenSpbResource)(_In_ HANDLE DeviceHandle, _In_ LARGE_INTEGER SpbReourceId,
        _In_opt_ UNICODE_STRING *SpbResourceSubName, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG ShareAccess,
        _In_ ULONG OpenOptions, _Out_ VOID **SpbResource);
    NTSTATUS (*CloseSpbResource)(_In_ HANDLE DeviceHandle, _In_ VOID *SpbResource);
    NTSTATUS (*ReadSpbResource)(_In_ HANDLE DeviceHandle, _In_ VOID *SpbResource, _In_ ULONG Length, _Out_ VOID *Buffer,
        _In_opt_ LARGE_INTEGER *ByteOffset, _In_opt_ HANDLE EventHandle, _Out_ IO_STATUS_BLOCK *IoStatusBlock);
    NTSTATUS (*WriteSpbResource)(_In_ HANDLE DeviceHandle, _In_ VOID *SpbResource, _In_ ULONG Length, _In_ VOID *Buffer,
        _In_opt_ LARGE_INTEGER *ByteOffset, _In_opt_ HANDLE EventHandle, _Out_ IO_STATUS_BLOCK *IoStatusBlock);
    NTSTATUS (*SpbResourceIoControl)(_In_ HANDLE DeviceHandle, _In_ VOID *SpbResource, _In_ ULONG IoControlCode,
        _In_ ULONG InBufferSize, _In_ VOID *InputBuffer, _In_ ULONG OutBufferSize, _Out_ VOID *OutputBuffer,
        _In_opt_ HANDLE EventHandle, _Out_ IO_STATUS_BLOCK *IoStatusBlock);
} DXGK_SPB_INTERFACE, *PDXGK_SPB_INTERFACE;

typedef struct _DXGK_TIMED_OPERATION {
    USHORT Size;
    ULONG_PTR OwnerTag;
    BOOLEAN OsHandled;
    BOOLEAN TimeoutTriggered;
    LARGE_INTEGER Timeout;
    LARGE_INTEGER StartTick;
} DXGK_TIMED_OPERATION, *PDXGK_TIMED_OPERATION;

typedef struct _DXGK_TIMED_OPERATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    NTSTATUS (*TimedOperationStart)(_Out_ DXGK_TIMED_OPERATION *Op, _In_ const LARGE_INTEGER *Timeout, _In_ BOOLEAN OsHandled);
    NTSTATUS (*TimedOperationDelay)(_Inout_ DXGK_TIMED_OPERATION *Op, _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable,
        _In_opt_ const LARGE_INTEGER *Interval);
    NTSTATUS (*TimedOperationWaitForSingleObject)(_Inout_ DXGK_TIMED_OPERATION *Op, _In_ PVOID Object,
        _In_ KWAIT_REASON WaitReason, _In_ KPROCESSOR_MODE WaitMode, _In_ BOOLEAN Alertable,
        _In_opt_ const LARGE_INTEGER *Timeout);
} DXGK_TIMED_OPERATION_INTERFACE, *PDXGK_TIMED_OPERATION_INTERFACE;

typedef struct {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGK_BRIGHTNESS_GET_POSSIBLE GetPossibleBrightness;
    DXGK_BRIGHTNESS_SET SetBrightness;
    DXGK_BRIGHTNESS_GET GetBrightness;
} DXGK_BRIGHTNESS_INTERFACE, *PDXGK_BRIGHTNESS_INTERFACE;

typedef struct {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    DXGK_BRIGHTNESS_GET_POSSIBLE GetPossibleBrightness;
    DXGK_BRIGHTNESS_SET SetBrightness;
    DXGK_BRIGHTNESS_GET GetBrightness;
    DXGK_BRIGHTNESS_GET_CAPS GetBrightnessCaps;
    DXGK_BRIGHTNESS_SET_STATE SetBrightnessState;
    DXGK_BRIGHTNESS_SET_BACKLIGHT_OPTIMIZATION SetBacklightOptimization;
    DXGK_BRIGHTNESS_GET_BACKLIGHT_REDUCTION GetBacklightReduction;
} DXGK_BRIGHTNESS_INTERFACE_2, *PDXGK_BRIGHTNESS_INTERFACE_2;

#ifdef __cplusplus
}
#endif
#endif
