/*
 * WMI in miniports of SCSIPORT and Storport: the library that takes WMI requests apart and calls the miniport. No list of what the
 * port drivers export has its functions, and the reference speaks of scsiwmi.lib: it is linked in, and this kit does not have it.
 * Facts: the public reference (scsiwmi.h), mingw-w64 (what the macros stand for, the records' tags). The records are laid out
 * naturally: mingw-w64 packs them to 4, which makes no difference on x86, where its header comes from.
 */
#ifndef WDK_SCSIWMI_H
#define WDK_SCSIWMI_H

#include <guiddef.h>
#include "storport/request.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A request in work. Where it can pend, it lies in the request's extension. */
typedef struct _SCSIWMI_REQUEST_CONTEXT {
    PVOID UserContext;
    ULONG BufferSize;
    PUCHAR Buffer;
    UCHAR MinorFunction;
    UCHAR ReturnStatus;
    ULONG ReturnSize;
} SCSIWMI_REQUEST_CONTEXT, *PSCSIWMI_REQUEST_CONTEXT;
#define ScsiPortWmiGetReturnStatus(RequestContext) ((RequestContext)->ReturnStatus)
#define ScsiPortWmiGetReturnSize(RequestContext)   ((RequestContext)->ReturnSize)

/* The routines of a miniport: those of the blocks say whether the request is pending. */
typedef enum _SCSIWMI_ENABLE_DISABLE_CONTROL {
    ScsiWmiEventControl = 0,
    ScsiWmiDataBlockControl
} SCSIWMI_ENABLE_DISABLE_CONTROL;
typedef UCHAR (*PSCSIWMI_QUERY_REGINFO)(_In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext,
    _Out_ PWCHAR *MofResourceName);
typedef BOOLEAN (*PSCSIWMI_QUERY_DATABLOCK)(_In_ PVOID Context, _In_ PSCSIWMI_REQUEST_CONTEXT DispatchContext,
    _In_ ULONG GuidIndex, _In_ ULONG InstanceIndex, _In_ ULONG InstanceCount, _Inout_ PULONG InstanceLengthArray,
    _In_ ULONG BufferAvail, _Out_writes_bytes_(BufferAvail) PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_SET_DATABLOCK)(_In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext,
    _In_ ULONG GuidIndex, _In_ ULONG InstanceIndex, _In_ ULONG BufferSize, _In_reads_bytes_(BufferSize) PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_SET_DATAITEM)(_In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext,
    _In_ ULONG GuidIndex, _In_ ULONG InstanceIndex, _In_ ULONG DataItemId, _In_ ULONG BufferSize,
    _In_reads_bytes_(BufferSize) PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_EXECUTE_METHOD)(_In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext,
    _In_ ULONG GuidIndex, _In_ ULONG InstanceIndex, _In_ ULONG MethodId, _In_ ULONG InBufferSize,
    _In_ ULONG OutBufferSize, _Inout_ PUCHAR Buffer);
typedef BOOLEAN (*PSCSIWMI_FUNCTION_CONTROL)(_In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext,
    _In_ ULONG GuidIndex, _In_ SCSIWMI_ENABLE_DISABLE_CONTROL Function, _In_ BOOLEAN Enable);

typedef struct _SCSIWMIGUIDREGINFO {
    LPCGUID Guid;
    ULONG InstanceCount;
    ULONG Flags;
} SCSIWMIGUIDREGINFO, *PSCSIWMIGUIDREGINFO;
typedef struct _SCSIWMILIB_CONTEXT {
    ULONG GuidCount;
    _Field_size_(GuidCount) PSCSIWMIGUIDREGINFO GuidList;
    PSCSIWMI_QUERY_REGINFO QueryWmiRegInfo;
    PSCSIWMI_QUERY_DATABLOCK QueryWmiDataBlock;
    PSCSIWMI_SET_DATABLOCK SetWmiDataBlock;
    PSCSIWMI_SET_DATAITEM SetWmiDataItem;
    PSCSIWMI_EXECUTE_METHOD ExecuteWmiMethod;
    PSCSIWMI_FUNCTION_CONTROL WmiFunctionControl;
} SCSI_WMILIB_CONTEXT, *PSCSI_WMILIB_CONTEXT;

/* True: the request is pending. */
BOOLEAN ScsiPortWmiDispatchFunction(_In_ PSCSI_WMILIB_CONTEXT WmiLibInfo, _In_ UCHAR MinorFunction,
    _In_ PVOID DeviceContext, _In_ PSCSIWMI_REQUEST_CONTEXT RequestContext, _In_ PVOID DataPath, _In_ ULONG BufferSize,
    _In_ PVOID Buffer);
VOID ScsiPortWmiPostProcess(_In_ PSCSIWMI_REQUEST_CONTEXT RequestContext, _In_ UCHAR SrbStatus, _In_ ULONG BufferUsed);

/* EventData begins with 0x40 bytes that the library uses, which EventDataSize does not count. */
VOID ScsiPortWmiFireLogicalUnitEvent(_In_ PVOID HwDeviceExtension, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun,
    _In_ LPGUID Guid, _In_ ULONG InstanceIndex, _In_ ULONG EventDataSize, _In_ PVOID EventData);
#define ScsiPortWmiFireAdapterEvent(HwDeviceExtension, Guid, InstanceIndex, EventDataSize, EventData)                  \
    ScsiPortWmiFireLogicalUnitEvent(                                                                                   \
        (HwDeviceExtension), SP_UNTAGGED, 0, 0, (Guid), (InstanceIndex), (EventDataSize), (EventData))

/* Instances that name themselves, in answers that hold all of them: the count comes first. */
PWCHAR ScsiPortWmiGetInstanceName(_In_ PSCSIWMI_REQUEST_CONTEXT RequestContext);
BOOLEAN ScsiPortWmiSetInstanceCount(_In_ PSCSIWMI_REQUEST_CONTEXT RequestContext, _In_ ULONG InstanceCount,
    _Out_ PULONG BufferAvail, _Inout_ PULONG SizeNeeded);
PWCHAR ScsiPortWmiSetInstanceName(_In_ PSCSIWMI_REQUEST_CONTEXT RequestContext, _In_ ULONG InstanceIndex,
    _In_ ULONG InstanceNameLength, _Inout_ PULONG BufferAvail, _Inout_ PULONG SizeNeeded);
PVOID ScsiPortWmiSetData(_In_ PSCSIWMI_REQUEST_CONTEXT RequestContext, _In_ ULONG InstanceIndex, _In_ ULONG DataLength,
    _Inout_ PULONG BufferAvail, _Inout_ PULONG SizeNeeded);

#ifdef __cplusplus
}
#endif
#endif
