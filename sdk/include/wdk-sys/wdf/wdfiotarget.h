/* wdfiotarget.h: I/O targets: where a driver sends requests of its own */
#ifndef _WDFIOTARGET_H_
#define _WDFIOTARGET_H_

typedef enum _WDF_IO_TARGET_STATE {
    WdfIoTargetStateUndefined = 0,
    WdfIoTargetStarted,
    WdfIoTargetStopped,
    WdfIoTargetClosedForQueryRemove,
    WdfIoTargetClosed,
    WdfIoTargetDeleted,
    WdfIoTargetPurged,
} WDF_IO_TARGET_STATE, *PWDF_IO_TARGET_STATE;

typedef enum _WDF_IO_TARGET_OPEN_TYPE {
    WdfIoTargetOpenUndefined = 0,
    WdfIoTargetOpenUseExistingDevice = 1,
    WdfIoTargetOpenByName = 2,
    WdfIoTargetOpenReopen = 3,
    WdfIoTargetOpenLocalTargetByFile = 4,
} WDF_IO_TARGET_OPEN_TYPE;

typedef enum _WDF_IO_TARGET_SENT_IO_ACTION {
    WdfIoTargetSentIoUndefined = 0,
    WdfIoTargetCancelSentIo,
    WdfIoTargetWaitForSentIoToComplete,
    WdfIoTargetLeaveSentIoPending,
} WDF_IO_TARGET_SENT_IO_ACTION;

typedef enum _WDF_IO_TARGET_PURGE_IO_ACTION {
    WdfIoTargetPurgeIoUndefined = 0,
    WdfIoTargetPurgeIoAndWait = 1,
    WdfIoTargetPurgeIo = 2,
} WDF_IO_TARGET_PURGE_IO_ACTION;

typedef _Function_class_(EVT_WDF_IO_TARGET_QUERY_REMOVE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
NTSTATUS NTAPI EVT_WDF_IO_TARGET_QUERY_REMOVE(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_QUERY_REMOVE *PFN_WDF_IO_TARGET_QUERY_REMOVE;

typedef _Function_class_(EVT_WDF_IO_TARGET_REMOVE_CANCELED) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_IO_TARGET_REMOVE_CANCELED(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_CANCELED *PFN_WDF_IO_TARGET_REMOVE_CANCELED;

typedef _Function_class_(EVT_WDF_IO_TARGET_REMOVE_COMPLETE) _IRQL_requires_same_
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID NTAPI EVT_WDF_IO_TARGET_REMOVE_COMPLETE(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_COMPLETE *PFN_WDF_IO_TARGET_REMOVE_COMPLETE;

typedef struct _WDF_IO_TARGET_OPEN_PARAMS {
    ULONG Size;
    WDF_IO_TARGET_OPEN_TYPE Type;
    PFN_WDF_IO_TARGET_QUERY_REMOVE EvtIoTargetQueryRemove;
    PFN_WDF_IO_TARGET_REMOVE_CANCELED EvtIoTargetRemoveCanceled;
    PFN_WDF_IO_TARGET_REMOVE_COMPLETE EvtIoTargetRemoveComplete;
    PDEVICE_OBJECT TargetDeviceObject;
    PFILE_OBJECT TargetFileObject;
    UNICODE_STRING TargetDeviceName;
    ACCESS_MASK DesiredAccess;
    ULONG ShareAccess;
    ULONG FileAttributes;
    ULONG CreateDisposition;
    ULONG CreateOptions;
    PVOID EaBuffer;
    ULONG EaBufferLength;
    PLONGLONG AllocationSize;
    ULONG FileInformation;
    UNICODE_STRING FileName;
} WDF_IO_TARGET_OPEN_PARAMS, *PWDF_IO_TARGET_OPEN_PARAMS;

#if !WDF_KMDF

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_FILE(
    _Out_ PWDF_IO_TARGET_OPEN_PARAMS Params, _In_opt_ PCUNICODE_STRING FileName)
{
    WDF_CLEAR_SIZED(WDF_IO_TARGET_OPEN_PARAMS, Params);
    Params->Type = WdfIoTargetOpenLocalTargetByFile;
    if (FileName != NULL) {
        Params->FileName = *FileName;
    }
}

#endif

#if WDF_KMDF

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_EXISTING_DEVICE(
    _Out_ PWDF_IO_TARGET_OPEN_PARAMS Params, _In_ PDEVICE_OBJECT DeviceObject)
{
    WDF_CLEAR_SIZED(WDF_IO_TARGET_OPEN_PARAMS, Params);
    Params->Type = WdfIoTargetOpenUseExistingDevice;
    Params->TargetDeviceObject = DeviceObject;
}

#endif

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_CREATE_BY_NAME(
    _Out_ PWDF_IO_TARGET_OPEN_PARAMS Params, _In_ PCUNICODE_STRING TargetDeviceName, _In_ ACCESS_MASK DesiredAccess)
{
    WDF_CLEAR_SIZED(WDF_IO_TARGET_OPEN_PARAMS, Params);
    Params->Type = WdfIoTargetOpenByName;
    Params->TargetDeviceName = *TargetDeviceName;
    Params->DesiredAccess = DesiredAccess;
#if WDF_KMDF
    Params->CreateOptions = FILE_NON_DIRECTORY_FILE;
#endif
    Params->FileAttributes = FILE_ATTRIBUTE_NORMAL;
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_NAME(
    _Out_ PWDF_IO_TARGET_OPEN_PARAMS Params, _In_ PCUNICODE_STRING TargetDeviceName, _In_ ACCESS_MASK DesiredAccess)
{
    WDF_IO_TARGET_OPEN_PARAMS_INIT_CREATE_BY_NAME(Params, TargetDeviceName, DesiredAccess);
#if WDF_KMDF
    Params->CreateDisposition = FILE_OPEN;
#else
    Params->CreateDisposition = OPEN_EXISTING;
#endif
}

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_REOPEN(_Out_ PWDF_IO_TARGET_OPEN_PARAMS Params)
{
    WDF_CLEAR_SIZED(WDF_IO_TARGET_OPEN_PARAMS, Params);
    Params->Type = WdfIoTargetOpenReopen;
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETCREATE)(
    PWDF_DRIVER_GLOBALS, WDFDEVICE, PWDF_OBJECT_ATTRIBUTES, WDFIOTARGET *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetCreate(
    _In_ WDFDEVICE Device, _In_opt_ PWDF_OBJECT_ATTRIBUTES IoTargetAttributes, _Out_ WDFIOTARGET *IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETCREATE, WdfIoTargetCreate, Device, IoTargetAttributes, IoTarget);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETOPEN)(PWDF_DRIVER_GLOBALS, WDFIOTARGET, PWDF_IO_TARGET_OPEN_PARAMS);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetOpen(_In_ WDFIOTARGET IoTarget, _In_ PWDF_IO_TARGET_OPEN_PARAMS OpenParams)
{
    return WDF_CALL(PFN_WDFIOTARGETOPEN, WdfIoTargetOpen, IoTarget, OpenParams);
}

typedef VOID (NTAPI *PFN_WDFIOTARGETCLOSEFORQUERYREMOVE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfIoTargetCloseForQueryRemove(_In_ WDFIOTARGET IoTarget)
{
    WDF_CALL(PFN_WDFIOTARGETCLOSEFORQUERYREMOVE, WdfIoTargetCloseForQueryRemove, IoTarget);
}

typedef VOID (NTAPI *PFN_WDFIOTARGETCLOSE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfIoTargetClose(_In_ WDFIOTARGET IoTarget)
{
    WDF_CALL(PFN_WDFIOTARGETCLOSE, WdfIoTargetClose, IoTarget);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSTART)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetStart(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETSTART, WdfIoTargetStart, IoTarget);
}

typedef VOID (NTAPI *PFN_WDFIOTARGETSTOP)(PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDF_IO_TARGET_SENT_IO_ACTION);
_When_(Action == 3, _IRQL_requires_max_(DISPATCH_LEVEL))
_When_(Action == 0 || Action == 1 || Action == 2, _IRQL_requires_max_(PASSIVE_LEVEL))
WDF_INLINE VOID WdfIoTargetStop(
    _In_ WDFIOTARGET IoTarget, _In_ _Strict_type_match_ WDF_IO_TARGET_SENT_IO_ACTION Action)
{
    WDF_CALL(PFN_WDFIOTARGETSTOP, WdfIoTargetStop, IoTarget, Action);
}

typedef VOID (NTAPI *PFN_WDFIOTARGETPURGE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDF_IO_TARGET_PURGE_IO_ACTION);
_When_(Action == 2, _IRQL_requires_max_(DISPATCH_LEVEL))
_When_(Action == 0 || Action == 1, _IRQL_requires_max_(PASSIVE_LEVEL))
WDF_INLINE VOID WdfIoTargetPurge(
    _In_ WDFIOTARGET IoTarget, _In_ _Strict_type_match_ WDF_IO_TARGET_PURGE_IO_ACTION Action)
{
    WDF_CALL(PFN_WDFIOTARGETPURGE, WdfIoTargetPurge, IoTarget, Action);
}

typedef WDF_IO_TARGET_STATE (NTAPI *PFN_WDFIOTARGETGETSTATE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDF_IO_TARGET_STATE WdfIoTargetGetState(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETGETSTATE, WdfIoTargetGetState, IoTarget);
}

typedef WDFDEVICE (NTAPI *PFN_WDFIOTARGETGETDEVICE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE WDFDEVICE WdfIoTargetGetDevice(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETGETDEVICE, WdfIoTargetGetDevice, IoTarget);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETQUERYTARGETPROPERTY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, DEVICE_REGISTRY_PROPERTY, ULONG, PVOID, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetQueryTargetProperty(
    _In_ WDFIOTARGET IoTarget, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength,
    _When_(BufferLength != 0, _Out_writes_bytes_to_opt_(BufferLength, *ResultLength))
    _When_(BufferLength == 0, _Out_opt_)
    PVOID PropertyBuffer,
    _Deref_out_range_( <= , BufferLength) PULONG ResultLength)
{
    return WDF_CALL(
        PFN_WDFIOTARGETQUERYTARGETPROPERTY, WdfIoTargetQueryTargetProperty, IoTarget, DeviceProperty,
        BufferLength, PropertyBuffer, ResultLength);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETALLOCANDQUERYTARGETPROPERTY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, DEVICE_REGISTRY_PROPERTY, POOL_TYPE, PWDF_OBJECT_ATTRIBUTES,
    WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetAllocAndQueryTargetProperty(
    _In_ WDFIOTARGET IoTarget, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty,
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes,
    _Out_ WDFMEMORY *PropertyMemory)
{
    return WDF_CALL(
        PFN_WDFIOTARGETALLOCANDQUERYTARGETPROPERTY, WdfIoTargetAllocAndQueryTargetProperty, IoTarget,
        DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETQUERYFORINTERFACE)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, LPCGUID, PINTERFACE, USHORT, USHORT, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetQueryForInterface(
    _In_ WDFIOTARGET IoTarget, _In_ LPCGUID InterfaceType, _Out_ PINTERFACE Interface, _In_ USHORT Size,
    _In_ USHORT Version, _In_opt_ PVOID InterfaceSpecificData)
{
    return WDF_CALL(
        PFN_WDFIOTARGETQUERYFORINTERFACE, WdfIoTargetQueryForInterface, IoTarget, InterfaceType, Interface,
        Size, Version, InterfaceSpecificData);
}

typedef PDEVICE_OBJECT (NTAPI *PFN_WDFIOTARGETWDMGETTARGETDEVICEOBJECT)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PDEVICE_OBJECT WdfIoTargetWdmGetTargetDeviceObject(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETDEVICEOBJECT, WdfIoTargetWdmGetTargetDeviceObject, IoTarget);
}

typedef PDEVICE_OBJECT (NTAPI *PFN_WDFIOTARGETWDMGETTARGETPHYSICALDEVICE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PDEVICE_OBJECT WdfIoTargetWdmGetTargetPhysicalDevice(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(
        PFN_WDFIOTARGETWDMGETTARGETPHYSICALDEVICE, WdfIoTargetWdmGetTargetPhysicalDevice, IoTarget);
}

typedef PFILE_OBJECT (NTAPI *PFN_WDFIOTARGETWDMGETTARGETFILEOBJECT)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PFILE_OBJECT WdfIoTargetWdmGetTargetFileObject(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETFILEOBJECT, WdfIoTargetWdmGetTargetFileObject, IoTarget);
}

#else
WDF_UNAVAILABLE(WdfIoTargetQueryTargetProperty, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetAllocAndQueryTargetProperty, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetQueryForInterface, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetWdmGetTargetDeviceObject, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetWdmGetTargetPhysicalDevice, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetWdmGetTargetFileObject, "KMDF");
#endif

typedef HANDLE (NTAPI *PFN_WDFIOTARGETWDMGETTARGETFILEHANDLE)(PWDF_DRIVER_GLOBALS, WDFIOTARGET);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE HANDLE WdfIoTargetWdmGetTargetFileHandle(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETFILEHANDLE, WdfIoTargetWdmGetTargetFileHandle, IoTarget);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSENDREADSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, PWDF_MEMORY_DESCRIPTOR, PLONGLONG,
    PWDF_REQUEST_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetSendReadSynchronously(
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PLONGLONG DeviceOffset, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesRead)
{
    return WDF_CALL(
        PFN_WDFIOTARGETSENDREADSYNCHRONOUSLY, WdfIoTargetSendReadSynchronously, IoTarget, Request,
        OutputBuffer, DeviceOffset, RequestOptions, BytesRead);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETFORMATREQUESTFORREAD)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET, PLONGLONG);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForRead(
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY OutputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset, _In_opt_ PLONGLONG DeviceOffset)
{
    return WDF_CALL(
        PFN_WDFIOTARGETFORMATREQUESTFORREAD, WdfIoTargetFormatRequestForRead, IoTarget, Request,
        OutputBuffer, OutputBufferOffset, DeviceOffset);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSENDWRITESYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, PWDF_MEMORY_DESCRIPTOR, PLONGLONG,
    PWDF_REQUEST_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetSendWriteSynchronously(
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer,
    _In_opt_ PLONGLONG DeviceOffset, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesWritten)
{
    return WDF_CALL(
        PFN_WDFIOTARGETSENDWRITESYNCHRONOUSLY, WdfIoTargetSendWriteSynchronously, IoTarget, Request,
        InputBuffer, DeviceOffset, RequestOptions, BytesWritten);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETFORMATREQUESTFORWRITE)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, WDFMEMORY, PWDFMEMORY_OFFSET, PLONGLONG);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForWrite(
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY InputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset, _In_opt_ PLONGLONG DeviceOffset)
{
    return WDF_CALL(
        PFN_WDFIOTARGETFORMATREQUESTFORWRITE, WdfIoTargetFormatRequestForWrite, IoTarget, Request,
        InputBuffer, InputBufferOffset, DeviceOffset);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSENDIOCTLSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, PWDF_MEMORY_DESCRIPTOR, PWDF_MEMORY_DESCRIPTOR,
    PWDF_REQUEST_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetSendIoctlSynchronously(
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(
        PFN_WDFIOTARGETSENDIOCTLSYNCHRONOUSLY, WdfIoTargetSendIoctlSynchronously, IoTarget, Request,
        IoctlCode, InputBuffer, OutputBuffer, RequestOptions, BytesReturned);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETFORMATREQUESTFORIOCTL)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, WDFMEMORY, PWDFMEMORY_OFFSET, WDFMEMORY,
    PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForIoctl(
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ WDFMEMORY InputBuffer, _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset,
    _In_opt_ WDFMEMORY OutputBuffer, _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset)
{
    return WDF_CALL(
        PFN_WDFIOTARGETFORMATREQUESTFORIOCTL, WdfIoTargetFormatRequestForIoctl, IoTarget, Request,
        IoctlCode, InputBuffer, InputBufferOffset, OutputBuffer, OutputBufferOffset);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSENDINTERNALIOCTLSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, PWDF_MEMORY_DESCRIPTOR, PWDF_MEMORY_DESCRIPTOR,
    PWDF_REQUEST_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetSendInternalIoctlSynchronously(
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(
        PFN_WDFIOTARGETSENDINTERNALIOCTLSYNCHRONOUSLY, WdfIoTargetSendInternalIoctlSynchronously, IoTarget,
        Request, IoctlCode, InputBuffer, OutputBuffer, RequestOptions, BytesReturned);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTL)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, WDFMEMORY, PWDFMEMORY_OFFSET, WDFMEMORY,
    PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForInternalIoctl(
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ WDFMEMORY InputBuffer, _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset,
    _In_opt_ WDFMEMORY OutputBuffer, _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset)
{
    return WDF_CALL(
        PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTL, WdfIoTargetFormatRequestForInternalIoctl, IoTarget,
        Request, IoctlCode, InputBuffer, InputBufferOffset, OutputBuffer, OutputBufferOffset);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETSENDINTERNALIOCTLOTHERSSYNCHRONOUSLY)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, PWDF_MEMORY_DESCRIPTOR, PWDF_MEMORY_DESCRIPTOR,
    PWDF_MEMORY_DESCRIPTOR, PWDF_REQUEST_SEND_OPTIONS, PULONG_PTR);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetSendInternalIoctlOthersSynchronously(
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg1, _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg2,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg4, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(
        PFN_WDFIOTARGETSENDINTERNALIOCTLOTHERSSYNCHRONOUSLY,
        WdfIoTargetSendInternalIoctlOthersSynchronously, IoTarget, Request, IoctlCode, OtherArg1, OtherArg2,
        OtherArg4, RequestOptions, BytesReturned);
}

typedef NTSTATUS (NTAPI *PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTLOTHERS)(
    PWDF_DRIVER_GLOBALS, WDFIOTARGET, WDFREQUEST, ULONG, WDFMEMORY, PWDFMEMORY_OFFSET, WDFMEMORY,
    PWDFMEMORY_OFFSET, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForInternalIoctlOthers(
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY OtherArg1,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg1Offset, _In_opt_ WDFMEMORY OtherArg2,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg2Offset, _In_opt_ WDFMEMORY OtherArg4,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg4Offset)
{
    return WDF_CALL(
        PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTLOTHERS, WdfIoTargetFormatRequestForInternalIoctlOthers,
        IoTarget, Request, IoctlCode, OtherArg1, OtherArg1Offset, OtherArg2, OtherArg2Offset, OtherArg4,
        OtherArg4Offset);
}

#else
WDF_UNAVAILABLE(WdfIoTargetSendInternalIoctlSynchronously, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetFormatRequestForInternalIoctl, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetSendInternalIoctlOthersSynchronously, "KMDF");
WDF_UNAVAILABLE(WdfIoTargetFormatRequestForInternalIoctlOthers, "KMDF");
#endif

#endif
