/*
 * The functions of ks.sys. Facts: the public reference of ks.h; where it does not say since when, the version is left
 * open.
 */
#ifndef WDK_KS_FUNCTIONS_H
#define WDK_KS_FUNCTIONS_H
#include <wdk_export.h>
#include <windef.h>
#include "avstream.h"
#include "interfaces.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WDK_KS(since) WDK_EXPORT("ks.sys", since)

/* ---- Events ---- */

WDK_KS("")
NTSTATUS NTAPI KsEnableEvent(_In_ PIRP Irp, _In_ ULONG EventSetsCount,
                             _In_reads_(EventSetsCount) const KSEVENT_SET *EventSet, _Inout_opt_ PLIST_ENTRY EventsList,
                             _In_opt_ KSEVENTS_LOCKTYPE EventsFlags, _In_opt_ PVOID EventsLock);
WDK_KS("")
NTSTATUS NTAPI KsEnableEventWithAllocator(_In_ PIRP Irp, _In_ ULONG EventSetsCount,
                                          _In_reads_(EventSetsCount) const KSEVENT_SET *EventSet,
                                          _Inout_opt_ PLIST_ENTRY EventsList, _In_opt_ KSEVENTS_LOCKTYPE EventsFlags,
                                          _In_opt_ PVOID EventsLock, _In_opt_ PFNKSALLOCATOR Allocator,
                                          _In_opt_ ULONG EventItemSize);
WDK_KS("")
NTSTATUS NTAPI KsDisableEvent(_In_ PIRP Irp, _Inout_ PLIST_ENTRY EventsList, _In_ KSEVENTS_LOCKTYPE EventsFlags,
                              _In_ PVOID EventsLock);
WDK_KS("") VOID NTAPI KsDiscardEvent(_In_ PKSEVENT_ENTRY EventEntry);
WDK_KS("")
VOID NTAPI KsFreeEventList(_In_ PFILE_OBJECT FileObject, _Inout_ PLIST_ENTRY EventsList,
                           _In_ KSEVENTS_LOCKTYPE EventsFlags, _In_ PVOID EventsLock);
WDK_KS("") NTSTATUS NTAPI KsGenerateEvent(_In_ PKSEVENT_ENTRY EventEntry);
WDK_KS("")
NTSTATUS NTAPI KsGenerateDataEvent(_In_ PKSEVENT_ENTRY EventEntry, _In_ ULONG DataSize,
                                   _In_reads_bytes_opt_(DataSize) PVOID Data);
WDK_KS("")
VOID NTAPI KsGenerateEventList(_In_opt_ GUID *Set, _In_ ULONG EventId, _In_ PLIST_ENTRY EventsList,
                               _In_ KSEVENTS_LOCKTYPE EventsFlags, _In_ PVOID EventsLock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsAddEvent(_In_ PVOID Object, _In_ PKSEVENT_ENTRY EventEntry);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsDefaultAddEventHandler(_In_ PIRP Irp, _In_ PKSEVENTDATA EventData, _Inout_ PKSEVENT_ENTRY EventEntry);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsGenerateEvents(_In_ PVOID Object, _In_opt_ const GUID *EventSet, _In_ ULONG EventId, _In_ ULONG DataSize,
                     _In_reads_bytes_opt_(DataSize) PVOID Data, _In_opt_ PFNKSGENERATEEVENTCALLBACK CallBack,
                     _In_opt_ PVOID CallBackContext);

/* ---- Properties and methods ---- */

WDK_KS("")
NTSTATUS NTAPI KsPropertyHandler(_In_ PIRP Irp, _In_ ULONG PropertySetsCount,
                                 _In_reads_(PropertySetsCount) const KSPROPERTY_SET *PropertySet);
WDK_KS("")
NTSTATUS NTAPI KsPropertyHandlerWithAllocator(_In_ PIRP Irp, _In_ ULONG PropertySetsCount,
                                              _In_reads_(PropertySetsCount) const KSPROPERTY_SET *PropertySet,
                                              _In_opt_ PFNKSALLOCATOR Allocator, _In_opt_ ULONG PropertyItemSize);
WDK_KS("")
BOOLEAN NTAPI KsFastPropertyHandler(_In_ PFILE_OBJECT FileObject,
                                    _In_reads_bytes_(PropertyLength) PKSPROPERTY UNALIGNED Property,
                                    _In_ ULONG PropertyLength, _Inout_updates_bytes_(DataLength) PVOID UNALIGNED Data,
                                    _In_ ULONG DataLength, _Out_ PIO_STATUS_BLOCK IoStatus,
                                    _In_ ULONG PropertySetsCount,
                                    _In_reads_(PropertySetsCount) const KSPROPERTY_SET *PropertySet);
WDK_KS("")
NTSTATUS NTAPI KsMethodHandler(_In_ PIRP Irp, _In_ ULONG MethodSetsCount,
                               _In_reads_(MethodSetsCount) const KSMETHOD_SET *MethodSet);
WDK_KS("")
NTSTATUS NTAPI KsMethodHandlerWithAllocator(_In_ PIRP Irp, _In_ ULONG MethodSetsCount,
                                            _In_reads_(MethodSetsCount) const KSMETHOD_SET *MethodSet,
                                            _In_opt_ PFNKSALLOCATOR Allocator, _In_opt_ ULONG MethodItemSize);
WDK_KS("")
BOOLEAN NTAPI KsFastMethodHandler(_In_ PFILE_OBJECT FileObject,
                                  _In_reads_bytes_(MethodLength) PKSMETHOD UNALIGNED Method, _In_ ULONG MethodLength,
                                  _Inout_updates_bytes_(DataLength) PVOID UNALIGNED Data, _In_ ULONG DataLength,
                                  _Out_ PIO_STATUS_BLOCK IoStatus, _In_ ULONG MethodSetsCount,
                                  _In_reads_(MethodSetsCount) const KSMETHOD_SET *MethodSet);
WDK_KS("")
NTSTATUS NTAPI KsHandleSizedListQuery(_In_ PIRP Irp, _In_ ULONG DataItemsCount, _In_ ULONG DataItemSize,
                                      _In_reads_bytes_(DataItemsCount *DataItemSize) const VOID *DataItems);
WDK_KS("")
NTSTATUS NTAPI KsPinPropertyHandler(_In_ PIRP Irp, _In_ PKSPROPERTY Property, _Inout_ PVOID Data,
                                    _In_ ULONG DescriptorsCount,
                                    _In_reads_(DescriptorsCount) const KSPIN_DESCRIPTOR *Descriptor);
WDK_KS("")
NTSTATUS NTAPI KsPinDataIntersection(_In_ PIRP Irp, _In_ PKSP_PIN Pin, _Out_opt_ PVOID Data,
                                     _In_ ULONG DescriptorsCount,
                                     _In_reads_(DescriptorsCount) const KSPIN_DESCRIPTOR *Descriptor,
                                     _In_ PFNKSINTERSECTHANDLER IntersectHandler);
WDK_KS("")
NTSTATUS NTAPI KsPinDataIntersectionEx(_In_ PIRP Irp, _In_ PKSP_PIN Pin, _Out_ PVOID Data, _In_ ULONG DescriptorsCount,
                                       _In_reads_bytes_(DescriptorsCount *DescriptorSize)
                                           const KSPIN_DESCRIPTOR *Descriptor,
                                       _In_ ULONG DescriptorSize, _In_opt_ PFNKSINTERSECTHANDLEREX IntersectHandler,
                                       _In_opt_ PVOID HandlerContext);
WDK_KS("")
NTSTATUS NTAPI KsTopologyPropertyHandler(_In_ PIRP Irp, _In_ PKSPROPERTY Property, _Inout_ PVOID Data,
                                         _In_ const KSTOPOLOGY *Topology);
WDK_KS("")
NTSTATUS NTAPI KsUnserializeObjectPropertiesFromRegistry(_In_ PFILE_OBJECT FileObject, _In_opt_ HANDLE ParentKey,
                                                         _In_opt_ PUNICODE_STRING RegistryPath);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsMergeAutomationTables(_Out_ PKSAUTOMATION_TABLE *AutomationTableAB, _In_opt_ PKSAUTOMATION_TABLE AutomationTableA,
                            _In_opt_ PKSAUTOMATION_TABLE AutomationTableB, _In_opt_ KSOBJECT_BAG Bag);

/* ---- Memory and clocks ---- */

WDK_KS("") NTSTATUS NTAPI KsCreateDefaultAllocator(_In_ PIRP Irp);
WDK_KS("")
NTSTATUS NTAPI KsCreateDefaultAllocatorEx(_In_ PIRP Irp, _In_opt_ PVOID InitializeContext,
                                          _In_opt_ PFNKSDEFAULTALLOCATE DefaultAllocate,
                                          _In_opt_ PFNKSDEFAULTFREE DefaultFree,
                                          _In_opt_ PFNKSINITIALIZEALLOCATOR InitializeAllocator,
                                          _In_opt_ PFNKSDELETEALLOCATOR DeleteAllocator);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsCreateAllocator(_In_ HANDLE ConnectionHandle, _In_ PKSALLOCATOR_FRAMING AllocatorFraming,
                      _Out_ PHANDLE AllocatorHandle);
WDK_KS("")
NTSTATUS NTAPI KsValidateAllocatorCreateRequest(_In_ PIRP Irp, _Outptr_ PKSALLOCATOR_FRAMING *AllocatorFraming);
WDK_KS("")
NTSTATUS NTAPI KsValidateAllocatorFramingEx(_In_ PKSALLOCATOR_FRAMING_EX Framing, _In_ ULONG BufferSize,
                                            _In_ const KSALLOCATOR_FRAMING_EX *PinFraming);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsAllocateDefaultClock(_Outptr_ PKSDEFAULTCLOCK *DefaultClock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsAllocateDefaultClockEx(_Outptr_ PKSDEFAULTCLOCK *DefaultClock, _In_opt_ PVOID Context,
                             _In_opt_ PFNKSSETTIMER SetTimer, _In_opt_ PFNKSCANCELTIMER CancelTimer,
                             _In_opt_ PFNKSCORRELATEDTIME CorrelatedTime, _In_opt_ const KSRESOLUTION *Resolution,
                             _In_ ULONG Flags);
WDK_KS("") VOID NTAPI KsFreeDefaultClock(_In_ PKSDEFAULTCLOCK DefaultClock);
WDK_KS("") NTSTATUS NTAPI KsCreateDefaultClock(_In_ PIRP Irp, _In_ PKSDEFAULTCLOCK DefaultClock);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsCreateClock(_In_ HANDLE ConnectionHandle, _In_ PKSCLOCK_CREATE ClockCreate, _Out_ PHANDLE ClockHandle);
WDK_KS("") NTSTATUS NTAPI KsValidateClockCreateRequest(_In_ PIRP Irp, _Outptr_ PKSCLOCK_CREATE *ClockCreate);
WDK_KS("") KSSTATE NTAPI KsGetDefaultClockState(_In_ PKSDEFAULTCLOCK DefaultClock);
WDK_KS("") VOID NTAPI KsSetDefaultClockState(_In_ PKSDEFAULTCLOCK DefaultClock, _In_ KSSTATE State);
WDK_KS("") LONGLONG NTAPI KsGetDefaultClockTime(_In_ PKSDEFAULTCLOCK DefaultClock);
WDK_KS("") VOID NTAPI KsSetDefaultClockTime(_In_ PKSDEFAULTCLOCK DefaultClock, _In_ LONGLONG Time);

/* ---- Requests ---- */

WDK_KS("")
NTSTATUS NTAPI KsCreatePin(_In_ HANDLE FilterHandle, _In_ PKSPIN_CONNECT Connect, _In_ ACCESS_MASK DesiredAccess,
                           _Out_ PHANDLE ConnectionHandle);
WDK_KS("")
NTSTATUS NTAPI KsValidateConnectRequest(_In_ PIRP Irp, _In_ ULONG DescriptorsCount,
                                        _In_reads_(DescriptorsCount) const KSPIN_DESCRIPTOR *Descriptor,
                                        _Outptr_ PKSPIN_CONNECT *Connect);
WDK_KS("")
NTSTATUS NTAPI KsCreateTopologyNode(_In_ HANDLE ParentHandle, _In_ PKSNODE_CREATE NodeCreate,
                                    _In_ ACCESS_MASK DesiredAccess, _Out_ PHANDLE NodeHandle);
WDK_KS("")
NTSTATUS NTAPI KsValidateTopologyNodeCreateRequest(_In_ PIRP Irp, _In_ PKSTOPOLOGY Topology,
                                                   _Outptr_ PKSNODE_CREATE *NodeCreate);
WDK_KS("")
NTSTATUS NTAPI KsReadFile(_In_ PFILE_OBJECT FileObject, _In_opt_ PKEVENT Event, _In_opt_ PVOID PortContext,
                          _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Out_writes_bytes_(Length) PVOID Buffer,
                          _In_ ULONG Length, _In_opt_ ULONG Key, _In_ KPROCESSOR_MODE RequestorMode);
WDK_KS("")
NTSTATUS NTAPI KsWriteFile(_In_ PFILE_OBJECT FileObject, _In_opt_ PKEVENT Event, _In_opt_ PVOID PortContext,
                           _Out_ PIO_STATUS_BLOCK IoStatusBlock, _In_reads_bytes_(Length) PVOID Buffer,
                           _In_ ULONG Length, _In_opt_ ULONG Key, _In_ KPROCESSOR_MODE RequestorMode);
WDK_KS("")
NTSTATUS NTAPI KsQueryInformationFile(_In_ PFILE_OBJECT FileObject, _Out_writes_bytes_(Length) PVOID FileInformation,
                                      _In_ ULONG Length, _In_ FILE_INFORMATION_CLASS FileInformationClass);
WDK_KS("")
NTSTATUS NTAPI KsSetInformationFile(_In_ PFILE_OBJECT FileObject, _In_reads_bytes_(Length) PVOID FileInformation,
                                    _In_ ULONG Length, _In_ FILE_INFORMATION_CLASS FileInformationClass);
WDK_KS("")
NTSTATUS NTAPI KsStreamIo(_In_ PFILE_OBJECT FileObject, _In_opt_ PKEVENT Event, _In_opt_ PVOID PortContext,
                          _In_opt_ PIO_COMPLETION_ROUTINE CompletionRoutine, _In_opt_ PVOID CompletionContext,
                          _In_opt_ KSCOMPLETION_INVOCATION CompletionInvocationFlags,
                          _Out_ PIO_STATUS_BLOCK IoStatusBlock, _Inout_updates_bytes_(Length) PVOID StreamHeaders,
                          _In_ ULONG Length, _In_ ULONG Flags, _In_ KPROCESSOR_MODE RequestorMode);
WDK_KS("") NTSTATUS NTAPI KsProbeStreamIrp(_Inout_ PIRP Irp, _In_ ULONG ProbeFlags, _In_opt_ ULONG HeaderSize);
_IRQL_requires_max_(APC_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsAllocateExtraData(_Inout_ PIRP Irp, _In_ ULONG ExtraSize, _Outptr_ PVOID *ExtraBuffer);
WDK_KS("") VOID NTAPI KsNullDriverUnload(_In_ PDRIVER_OBJECT DriverObject);
WDK_KS("") NTSTATUS NTAPI KsSetMajorFunctionHandler(_In_ PDRIVER_OBJECT DriverObject, _In_ ULONG MajorFunction);
WDK_KS("") NTSTATUS NTAPI KsDispatchInvalidDeviceRequest(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDefaultDeviceIoCompletion(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDispatchIrp(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDispatchQuerySecurity(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDispatchSetSecurity(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDispatchSpecificProperty(_In_ PIRP Irp, _In_ PFNKSHANDLER Handler);
WDK_KS("") NTSTATUS NTAPI KsDispatchSpecificMethod(_In_ PIRP Irp, _In_ PFNKSHANDLER Handler);
WDK_KS("")
BOOLEAN NTAPI KsDispatchFastIoDeviceControlFailure(_In_ PFILE_OBJECT FileObject, _In_ BOOLEAN Wait,
                                                   _In_opt_ PVOID InputBuffer, _In_ ULONG InputBufferLength,
                                                   _Out_opt_ PVOID OutputBuffer, _In_ ULONG OutputBufferLength,
                                                   _In_ ULONG IoControlCode, _Out_ PIO_STATUS_BLOCK IoStatus,
                                                   _In_ PDEVICE_OBJECT DeviceObject);
WDK_KS("")
BOOLEAN NTAPI KsDispatchFastReadFailure(_In_ PFILE_OBJECT FileObject, _In_ PLARGE_INTEGER FileOffset, _In_ ULONG Length,
                                        _In_ BOOLEAN Wait, _In_ ULONG LockKey, _Out_ PVOID Buffer,
                                        _Out_ PIO_STATUS_BLOCK IoStatus, _In_ PDEVICE_OBJECT DeviceObject);
WDK_KS("") VOID NTAPI KsCancelRoutine(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
_IRQL_requires_max_(APC_LEVEL) WDK_KS("") VOID NTAPI
    KsCancelIo(_Inout_ PLIST_ENTRY QueueHead, _In_ PKSPIN_LOCK SpinLock);
WDK_KS("") VOID NTAPI KsReleaseIrpOnCancelableQueue(_In_ PIRP Irp, _In_opt_ PDRIVER_CANCEL DriverCancel);
WDK_KS("")
PIRP NTAPI KsRemoveIrpFromCancelableQueue(_Inout_ PLIST_ENTRY QueueHead, _In_ PKSPIN_LOCK SpinLock,
                                          _In_ KSLIST_ENTRY_LOCATION ListLocation,
                                          _In_ KSIRP_REMOVAL_OPERATION RemovalOperation);
WDK_KS("")
NTSTATUS NTAPI KsMoveIrpsOnCancelableQueue(_Inout_ PLIST_ENTRY SourceList, _In_ PKSPIN_LOCK SourceLock,
                                           _Inout_ PLIST_ENTRY DestinationList, _In_opt_ PKSPIN_LOCK DestinationLock,
                                           _In_ KSLIST_ENTRY_LOCATION ListLocation,
                                           _In_ PFNKSIRPLISTCALLBACK ListCallback, _In_ PVOID Context);
WDK_KS("") VOID NTAPI KsRemoveSpecificIrpFromCancelableQueue(_In_ PIRP Irp);
WDK_KS("")
VOID NTAPI KsAddIrpToCancelableQueue(_Inout_ PLIST_ENTRY QueueHead, _In_ PKSPIN_LOCK SpinLock, _In_ PIRP Irp,
                                     _In_ KSLIST_ENTRY_LOCATION ListLocation, _In_opt_ PDRIVER_CANCEL DriverCancel);
WDK_KS("") NTSTATUS NTAPI KsAcquireResetValue(_In_ PIRP Irp, _Out_ KSRESET *ResetValue);
WDK_KS("") NTSTATUS NTAPI KsForwardIrp(_Inout_ PIRP Irp, _In_ PFILE_OBJECT FileObject, _In_ BOOLEAN ReuseStackLocation);
WDK_KS("")
NTSTATUS NTAPI KsForwardAndCatchIrp(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp, _In_ PFILE_OBJECT FileObject,
                                    _In_ KSSTACK_USE StackUse);
WDK_KS("")
NTSTATUS NTAPI KsSynchronousIoControlDevice(_In_ PFILE_OBJECT FileObject, _In_ KPROCESSOR_MODE RequestorMode,
                                            _In_ ULONG IoControl, _In_reads_bytes_(InSize) PVOID InBuffer,
                                            _In_ ULONG InSize,
                                            _Out_writes_bytes_to_opt_(OutSize, *BytesReturned) PVOID OutBuffer,
                                            _In_ ULONG OutSize, _Out_ PULONG BytesReturned);
WDK_KS("") NTSTATUS NTAPI KsDefaultDispatchPnp(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDefaultDispatchPower(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
WDK_KS("") NTSTATUS NTAPI KsDefaultForwardIrp(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsCompletePendingRequest(_In_ PIRP Irp);

/* ---- Device and object headers ---- */

WDK_KS("") NTSTATUS NTAPI KsReferenceBusObject(_In_ KSDEVICE_HEADER Header);
WDK_KS("") VOID NTAPI KsDereferenceBusObject(_In_ KSDEVICE_HEADER Header);
_IRQL_requires_max_(APC_LEVEL) WDK_KS("") VOID NTAPI
    KsAcquireDeviceSecurityLock(_In_ KSDEVICE_HEADER Header, _In_ BOOLEAN Exclusive);
WDK_KS("") VOID NTAPI KsReleaseDeviceSecurityLock(_In_ KSDEVICE_HEADER Header);
WDK_KS("")
VOID NTAPI KsSetDevicePnpAndBaseObject(_In_ KSDEVICE_HEADER Header, _In_ PDEVICE_OBJECT PnpDeviceObject,
                                       _In_ PDEVICE_OBJECT BaseObject);
WDK_KS("") PDEVICE_OBJECT NTAPI KsQueryDevicePnpObject(_In_ KSDEVICE_HEADER Header);
WDK_KS("") ACCESS_MASK NTAPI KsQueryObjectAccessMask(_In_ KSOBJECT_HEADER Header);
WDK_KS("") VOID NTAPI KsRecalculateStackDepth(_In_ KSDEVICE_HEADER Header, _In_ BOOLEAN ReuseStackLocation);
WDK_KS("") VOID NTAPI KsSetTargetState(_In_ KSOBJECT_HEADER Header, _In_ KSTARGET_STATE TargetState);
WDK_KS("") VOID NTAPI KsSetTargetDeviceObject(_In_ KSOBJECT_HEADER Header, _In_opt_ PDEVICE_OBJECT TargetDevice);
WDK_KS("")
VOID NTAPI KsSetPowerDispatch(_In_ KSOBJECT_HEADER Header, _In_opt_ PFNKSCONTEXT_DISPATCH PowerDispatch,
                              _In_opt_ PVOID PowerContext);
WDK_KS("") PKSOBJECT_CREATE_ITEM NTAPI KsQueryObjectCreateItem(_In_ KSOBJECT_HEADER Header);
_IRQL_requires_max_(APC_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsAllocateDeviceHeader(_Outptr_ KSDEVICE_HEADER *Header, _In_ ULONG ItemsCount,
                           _In_reads_opt_(ItemsCount) PKSOBJECT_CREATE_ITEM ItemsList);
WDK_KS("") VOID NTAPI KsFreeDeviceHeader(_In_ KSDEVICE_HEADER Header);
_IRQL_requires_max_(APC_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsAllocateObjectHeader(_Outptr_ KSOBJECT_HEADER *Header, _In_ ULONG ItemsCount,
                           _In_reads_opt_(ItemsCount) PKSOBJECT_CREATE_ITEM ItemsList, _In_ PIRP Irp,
                           _In_ const KSDISPATCH_TABLE *Table);
WDK_KS("") VOID NTAPI KsFreeObjectHeader(_In_ KSOBJECT_HEADER Header);
WDK_KS("")
NTSTATUS NTAPI KsAddObjectCreateItemToDeviceHeader(_In_ KSDEVICE_HEADER Header, _In_ PDRIVER_DISPATCH Create,
                                                   _In_ PVOID Context, _In_ PWSTR ObjectClass,
                                                   _In_opt_ PSECURITY_DESCRIPTOR SecurityDescriptor);
WDK_KS("")
NTSTATUS NTAPI KsAddObjectCreateItemToObjectHeader(_In_ KSOBJECT_HEADER Header, _In_ PDRIVER_DISPATCH Create,
                                                   _In_ PVOID Context, _In_ PWSTR ObjectClass,
                                                   _In_opt_ PSECURITY_DESCRIPTOR SecurityDescriptor);
WDK_KS("")
NTSTATUS NTAPI KsAllocateObjectCreateItem(_In_ KSDEVICE_HEADER Header, _In_ PKSOBJECT_CREATE_ITEM CreateItem,
                                          _In_ BOOLEAN AllocateEntry, _In_opt_ PFNKSITEMFREECALLBACK ItemFreeCallback);
WDK_KS("") NTSTATUS NTAPI KsFreeObjectCreateItem(_In_ KSDEVICE_HEADER Header, _In_ PUNICODE_STRING CreateItem);
WDK_KS("") NTSTATUS NTAPI KsFreeObjectCreateItemsByContext(_In_ KSDEVICE_HEADER Header, _In_ PVOID Context);
WDK_KS("")
NTSTATUS NTAPI KsCreateDefaultSecurity(_In_opt_ PSECURITY_DESCRIPTOR ParentSecurity,
                                       _Outptr_ PSECURITY_DESCRIPTOR *DefaultSecurity);
WDK_KS("")
NTSTATUS NTAPI KsLoadResource(_In_ PVOID ImageBase, _In_ POOL_TYPE PoolType, _In_ ULONG_PTR ResourceName,
                              _In_ ULONG ResourceType, _Outptr_ PVOID *Resource, _Out_opt_ PULONG ResourceSize);
WDK_KS("")
NTSTATUS NTAPI KsGetImageNameAndResourceId(_In_ HANDLE RegKey, _Out_ PUNICODE_STRING ImageName,
                                           _Out_ PULONG_PTR ResourceId, _Out_ PULONG ValueType);
WDK_KS("")
NTSTATUS NTAPI KsMapModuleName(_In_ PDEVICE_OBJECT PhysicalDeviceObject, _In_ PUNICODE_STRING ModuleName,
                               _Out_ PUNICODE_STRING ImageName, _Out_ PULONG_PTR ResourceId, _Out_ PULONG ValueType);
WDK_KS("")
NTSTATUS NTAPI KsCacheMedium(_In_ PUNICODE_STRING SymbolicLink, _In_ PKSPIN_MEDIUM Medium, _In_ ULONG PinDirection);

/* ---- Work items ---- */

WDK_KS("") NTSTATUS NTAPI KsRegisterWorker(_In_ WORK_QUEUE_TYPE WorkQueueType, _Outptr_ PKSWORKER *Worker);
WDK_KS("")
NTSTATUS NTAPI KsRegisterCountedWorker(_In_ WORK_QUEUE_TYPE WorkQueueType, _In_ PWORK_QUEUE_ITEM CountedWorkItem,
                                       _Outptr_ PKSWORKER *Worker);
WDK_KS("") VOID NTAPI KsUnregisterWorker(_In_ PKSWORKER Worker);
WDK_KS("") NTSTATUS NTAPI KsQueueWorkItem(_In_ PKSWORKER Worker, _In_ PWORK_QUEUE_ITEM WorkItem);
WDK_KS("") ULONG NTAPI KsIncrementCountedWorker(_In_ PKSWORKER Worker);
WDK_KS("") ULONG NTAPI KsDecrementCountedWorker(_In_ PKSWORKER Worker);

/* ---- Devices and filter factories ---- */

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsInitializeDriver(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPathName,
                       _In_opt_ const KSDEVICE_DESCRIPTOR *Descriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsAddDevice(_In_ PDRIVER_OBJECT DriverObject, _In_ PDEVICE_OBJECT PhysicalDeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsCreateDevice(_In_ PDRIVER_OBJECT DriverObject, _In_ PDEVICE_OBJECT PhysicalDeviceObject,
                   _In_opt_ const KSDEVICE_DESCRIPTOR *Descriptor, _In_ ULONG ExtensionSize,
                   _Out_opt_ PKSDEVICE *Device);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsInitializeDevice(_In_ PDEVICE_OBJECT FunctionalDeviceObject, _In_ PDEVICE_OBJECT PhysicalDeviceObject,
                       _In_ PDEVICE_OBJECT NextDeviceObject, _In_opt_ const KSDEVICE_DESCRIPTOR *Descriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsTerminateDevice(_In_ PDEVICE_OBJECT DeviceObject);
WDK_KS("5.1.2600") PKSDEVICE NTAPI KsGetDeviceForDeviceObject(_In_ PDEVICE_OBJECT FunctionalDeviceObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsAcquireDevice(_In_ PKSDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsReleaseDevice(_In_ PKSDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") VOID NTAPI
    KsDeviceRegisterAdapterObject(_In_ PKSDEVICE Device, _In_ PADAPTER_OBJECT AdapterObject,
                                  _In_ ULONG MaxMappingsByteCount, _In_ ULONG MappingTableStride);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") ULONG NTAPI
    KsDeviceGetBusData(_In_ PKSDEVICE Device, _In_ ULONG DataType, _Out_writes_bytes_(Length) PVOID Buffer,
                       _In_ ULONG Offset, _In_ ULONG Length);
WDK_KS("5.1.2600")
ULONG NTAPI KsDeviceSetBusData(_In_ PKSDEVICE Device, _In_ ULONG DataType, _In_reads_bytes_(Length) PVOID Buffer,
                               _In_ ULONG Offset, _In_ ULONG Length);
WDK_KS("")
NTSTATUS NTAPI KsDeviceRegisterThermalDispatch(_In_ PKSDEVICE Device,
                                               _In_ const KSDEVICE_THERMAL_DISPATCH *ThermalDispatch);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsCreateFilterFactory(_In_ PDEVICE_OBJECT DeviceObject, _In_ const KSFILTER_DESCRIPTOR *Descriptor,
                          _In_opt_ PWSTR RefString, _In_opt_ PSECURITY_DESCRIPTOR SecurityDescriptor,
                          _In_ ULONG CreateItemFlags, _In_opt_ PFNKSFILTERFACTORYPOWER SleepCallback,
                          _In_opt_ PFNKSFILTERFACTORYPOWER WakeCallback, _Outptr_opt_ PKSFILTERFACTORY *FilterFactory);
WDK_KS("")
NTSTATUS NTAPI KsFilterFactoryUpdateCacheData(_In_ PKSFILTERFACTORY FilterFactory,
                                              _In_opt_ const KSFILTER_DESCRIPTOR *FilterDescriptor);
WDK_KS("5.1.2600")
NTSTATUS NTAPI KsFilterFactoryAddCreateItem(_In_ PKSFILTERFACTORY FilterFactory, _In_ PWSTR RefString,
                                            _In_opt_ PSECURITY_DESCRIPTOR SecurityDescriptor,
                                            _In_ ULONG CreateItemFlags);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsFilterFactorySetDeviceClassesState(_In_ PKSFILTERFACTORY FilterFactory, _In_ BOOLEAN NewState);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PUNICODE_STRING NTAPI
    KsFilterFactoryGetSymbolicLink(_In_ PKSFILTERFACTORY FilterFactory);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsRegisterFilterWithNoKSPins(_In_ PDEVICE_OBJECT DeviceObject, _In_ const GUID *InterfaceClassGUID,
                                 _In_ ULONG PinCount, _In_reads_(PinCount) BOOL *PinDirection,
                                 _In_reads_(PinCount) KSPIN_MEDIUM *MediumList,
                                 _In_reads_opt_(PinCount) GUID *CategoryList);

/* ---- Device profiles of cameras ---- */

WDK_KS("") NTSTATUS NTAPI KsInitializeDeviceProfile(_In_ PKSFILTERFACTORY FilterFactory);
WDK_KS("") NTSTATUS NTAPI KsPublishDeviceProfile(_In_ PKSFILTERFACTORY FilterFactory, _In_ PVOID Profile);
WDK_KS("") NTSTATUS NTAPI KsPersistDeviceProfile(_In_ PKSFILTERFACTORY FilterFactory);

/* ---- Filters ---- */

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsFilterCreatePinFactory(_In_ PKSFILTER Filter, _In_ const KSPIN_DESCRIPTOR_EX *const PinDescriptor,
                             _Out_ PULONG PinID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("") NTSTATUS NTAPI
    KsFilterCreateNode(_In_ PKSFILTER Filter, _In_ const KSNODE_DESCRIPTOR *const NodeDescriptor, _Out_ PULONG NodeID);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsFilterAddTopologyConnections(_In_ PKSFILTER Filter, _In_ ULONG NewConnectionsCount,
                                   _In_reads_(NewConnectionsCount)
                                       const KSTOPOLOGY_CONNECTION *const NewTopologyConnections);
WDK_KS("5.1.2600") PKSGATE NTAPI KsFilterGetAndGate(_In_ PKSFILTER Filter);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsFilterAcquireProcessingMutex(_In_ PKSFILTER Filter);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsFilterReleaseProcessingMutex(_In_ PKSFILTER Filter);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsFilterAttemptProcessing(_In_ PKSFILTER Filter, _In_ BOOLEAN Asynchronous);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") ULONG NTAPI
    KsFilterGetChildPinCount(_In_ PKSFILTER Filter, _In_ ULONG PinId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PKSPIN NTAPI
    KsFilterGetFirstChildPin(_In_ PKSFILTER Filter, _In_ ULONG PinId);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsFilterRegisterPowerCallbacks(_In_ PKSFILTER Filter, _In_opt_ PFNKSFILTERPOWER Sleep,
                                   _In_opt_ PFNKSFILTERPOWER Wake);

/* ---- Pins ---- */

WDK_KS("5.1.2600")
NTSTATUS NTAPI KsPinGetAvailableByteCount(_In_ PKSPIN Pin, _Out_opt_ PLONG InputDataBytes,
                                          _Out_opt_ PLONG OutputBufferBytes);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PKSSTREAM_POINTER NTAPI
    KsPinGetLeadingEdgeStreamPointer(_In_ PKSPIN Pin, _In_ KSSTREAM_POINTER_STATE State);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PKSSTREAM_POINTER NTAPI
    KsPinGetTrailingEdgeStreamPointer(_In_ PKSPIN Pin, _In_ KSSTREAM_POINTER_STATE State);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PKSSTREAM_POINTER NTAPI
    KsPinGetFirstCloneStreamPointer(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsPinHandshake(_In_ PKSPIN Pin, _In_ PKSHANDSHAKE In, _Out_ PKSHANDSHAKE Out);
WDK_KS("5.1.2600") PKSGATE NTAPI KsPinGetAndGate(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinAttachAndGate(_In_ PKSPIN Pin, _In_opt_ PKSGATE AndGate);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinAttachOrGate(_In_ PKSPIN Pin, _In_opt_ PKSGATE OrGate);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsPinAcquireProcessingMutex(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsPinReleaseProcessingMutex(_In_ PKSPIN Pin);
WDK_KS("5.1.2600") BOOLEAN NTAPI KsProcessPinUpdate(_In_ PKSPROCESSPIN ProcessPin);
WDK_KS("5.1.2600")
VOID NTAPI KsPinGetCopyRelationships(_In_ PKSPIN Pin, _Outptr_ PKSPIN *CopySource, _Outptr_ PKSPIN *DelegateBranch);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("") VOID NTAPI
    KsPinAttemptProcessing(_In_ PKSPIN Pin, _In_ BOOLEAN Asynchronous);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PKSFILTER NTAPI KsPinGetParentFilter(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PKSPIN NTAPI KsPinGetNextSiblingPin(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsPinGetConnectedPinInterface(_In_ PKSPIN Pin, _In_ const GUID *InterfaceId, _Outptr_ PVOID *Interface);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PFILE_OBJECT NTAPI
    KsPinGetConnectedPinFileObject(_In_ PKSPIN Pin);
WDK_KS("5.1.2600") PDEVICE_OBJECT NTAPI KsPinGetConnectedPinDeviceObject(_In_ PKSPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsPinGetConnectedFilterInterface(_In_ PKSPIN Pin, _In_ const GUID *InterfaceId, _Outptr_ PVOID *Interface);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinSetPinClockTime(_In_ PKSPIN Pin, _In_ LONGLONG Time);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsPinSubmitFrame(_In_ PKSPIN Pin, _In_reads_bytes_opt_(Size) PVOID Data, _In_opt_ ULONG Size,
                     _In_opt_ PKSSTREAM_HEADER StreamHeader, _In_opt_ PVOID Context);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsPinSubmitFrameMdl(_In_ PKSPIN Pin, _In_opt_ PMDL Mdl, _In_opt_ PKSSTREAM_HEADER StreamHeader,
                        _In_opt_ PVOID Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinRegisterFrameReturnCallback(_In_ PKSPIN Pin, _In_ PFNKSPINFRAMERETURN FrameReturn);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinRegisterIrpCompletionCallback(_In_ PKSPIN Pin, _In_ PFNKSPINIRPCOMPLETION IrpCompletion);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsPinRegisterHandshakeCallback(_In_ PKSPIN Pin, _In_ PFNKSPINHANDSHAKE Handshake);
WDK_KS("5.1.2600")
VOID NTAPI KsPinRegisterPowerCallbacks(_In_ PKSPIN Pin, _In_opt_ PFNKSPINPOWER Sleep, _In_opt_ PFNKSPINPOWER Wake);

/* ---- Stream pointers ---- */

_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsStreamPointerSetStatusCode(_In_ PKSSTREAM_POINTER StreamPointer, _In_ NTSTATUS Status);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsStreamPointerLock(_In_ PKSSTREAM_POINTER StreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsStreamPointerUnlock(_In_ PKSSTREAM_POINTER StreamPointer, _In_ BOOLEAN Eject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsStreamPointerAdvanceOffsetsAndUnlock(_In_ PKSSTREAM_POINTER StreamPointer, _In_ ULONG InUsed, _In_ ULONG OutUsed,
                                           _In_ BOOLEAN Eject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsStreamPointerDelete(_In_ PKSSTREAM_POINTER StreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsStreamPointerClone(_In_ PKSSTREAM_POINTER StreamPointer, _In_opt_ PFNKSSTREAMPOINTER CancelCallback,
                         _In_ ULONG ContextSize, _Outptr_ PKSSTREAM_POINTER *CloneStreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsStreamPointerAdvanceOffsets(_In_ PKSSTREAM_POINTER StreamPointer, _In_ ULONG InUsed, _In_ ULONG OutUsed,
                                  _In_ BOOLEAN Eject);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsStreamPointerAdvance(_In_ PKSSTREAM_POINTER StreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PMDL NTAPI
    KsStreamPointerGetMdl(_In_ PKSSTREAM_POINTER StreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PIRP NTAPI
    KsStreamPointerGetIrp(_In_ PKSSTREAM_POINTER StreamPointer, _Out_opt_ PBOOLEAN FirstFrameInIrp,
                          _Out_opt_ PBOOLEAN LastFrameInIrp);
WDK_KS("")
VOID NTAPI KsStreamPointerScheduleTimeout(_In_ PKSSTREAM_POINTER StreamPointer, _In_ PFNKSSTREAMPOINTER Callback,
                                          _In_ ULONGLONG Interval);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") VOID NTAPI
    KsStreamPointerCancelTimeout(_In_ PKSSTREAM_POINTER StreamPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_KS("5.1.2600") PKSSTREAM_POINTER NTAPI
    KsStreamPointerGetNextClone(_In_ PKSSTREAM_POINTER StreamPointer);

/* ---- Any object ---- */

WDK_KS("5.1.2600") KSOBJECTTYPE NTAPI KsGetObjectTypeFromIrp(_In_ PIRP Irp);
WDK_KS("5.1.2600") PVOID NTAPI KsGetObjectFromFileObject(_In_ PFILE_OBJECT FileObject);
WDK_KS("5.1.2600") KSOBJECTTYPE NTAPI KsGetObjectTypeFromFileObject(_In_ PFILE_OBJECT FileObject);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PVOID NTAPI KsGetParent(_In_ PVOID Object);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PVOID NTAPI KsGetFirstChild(_In_ PVOID Object);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PVOID NTAPI KsGetNextSibling(_In_ PVOID Object);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") PKSDEVICE NTAPI KsGetDevice(_In_ PVOID Object);
WDK_KS("5.1.2600") PKSFILTER NTAPI KsGetFilterFromIrp(_In_ PIRP Irp);
WDK_KS("5.1.2600") PKSPIN NTAPI KsGetPinFromIrp(_In_ PIRP Irp);
WDK_KS("5.1.2600") ULONG NTAPI KsGetNodeIdFromIrp(_In_ PIRP Irp);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsAcquireControl(_In_ PVOID Object);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsReleaseControl(_In_ PVOID Object);

/* ---- Object bags: what is in one is freed with its object ---- */

_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsAllocateObjectBag(_In_ PKSDEVICE Device, _Outptr_ KSOBJECT_BAG *ObjectBag);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") VOID NTAPI KsFreeObjectBag(_In_ KSOBJECT_BAG ObjectBag);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsAddItemToObjectBag(_In_ KSOBJECT_BAG ObjectBag, _In_ __drv_aliasesMem PVOID Item, _In_opt_ PFNKSFREE Free);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") ULONG NTAPI
    KsRemoveItemFromObjectBag(_In_ KSOBJECT_BAG ObjectBag, _In_ PVOID Item, _In_ BOOLEAN Free);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    KsCopyObjectBagItems(_In_ KSOBJECT_BAG ObjectBagDestination, _In_ KSOBJECT_BAG ObjectBagSource);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_KS("5.1.2600") NTSTATUS NTAPI
    _KsEdit(_In_ KSOBJECT_BAG ObjectBag, _Inout_ PVOID *PointerToPointerToItem, _In_ ULONG NewSize, _In_ ULONG OldSize,
            _In_ ULONG Tag);
WDK_KS("5.1.2600") PUNKNOWN NTAPI KsRegisterAggregatedClientUnknown(_In_ PVOID Object, _In_ PUNKNOWN ClientUnknown);
WDK_KS("5.1.2600") PUNKNOWN NTAPI KsGetOuterUnknown(_In_ PVOID Object);
WDK_KS("5.1.2600")
NTSTATUS NTAPI KsPinGetReferenceClockInterface(_In_ PKSPIN Pin, _Outptr_ PIKSREFERENCECLOCK *Interface);

/* ---- What is a macro or inline on Windows, too ---- */

#define KsDispatchFastWriteFailure KsDispatchFastReadFailure
#define KsDiscard(Object, Pointer) KsRemoveItemFromObjectBag((Object)->Bag, (PVOID)(Pointer), TRUE)
#define KsEditSized(Object, PointerToPointer, NewSize, OldSize, Tag)                                                   \
    _KsEdit((Object)->Bag, (PVOID *)(PointerToPointer), (NewSize), (OldSize), (Tag))
#define KsEdit(Object, PointerToPointer, Tag)                                                                          \
    KsEditSized(Object, PointerToPointer, sizeof(**(PointerToPointer)), sizeof(**(PointerToPointer)), Tag)
#define KsDeleteFilterFactory(FilterFactory)                                                                           \
    KsFreeObjectCreateItemsByContext(                                                                                  \
        *(KSDEVICE_HEADER *)(KsFilterFactoryGetParentDevice(FilterFactory)->FunctionalDeviceObject->DeviceExtension),  \
        FilterFactory)

/* The same function under the name of each kind of object. */
#define KS_TYPED_(result, name, type, function)                                                                        \
    FORCEINLINE result name(_In_ type Object)                                                                          \
    {                                                                                                                  \
        return (result)function((PVOID)Object);                                                                        \
    }
#define KS_TYPED_VOID_(name, type, function)                                                                           \
    FORCEINLINE VOID name(_In_ type Object)                                                                            \
    {                                                                                                                  \
        function((PVOID)Object);                                                                                       \
    }

KS_TYPED_(PKSDEVICE, KsFilterFactoryGetParentDevice, PKSFILTERFACTORY, KsGetParent)
KS_TYPED_(PKSFILTERFACTORY, KsFilterGetParentFilterFactory, PKSFILTER, KsGetParent)
KS_TYPED_(PKSFILTERFACTORY, KsDeviceGetFirstChildFilterFactory, PKSDEVICE, KsGetFirstChild)
KS_TYPED_(PKSFILTER, KsFilterFactoryGetFirstChildFilter, PKSFILTERFACTORY, KsGetFirstChild)
KS_TYPED_(PKSFILTERFACTORY, KsFilterFactoryGetNextSiblingFilterFactory, PKSFILTERFACTORY, KsGetNextSibling)
KS_TYPED_(PKSFILTER, KsFilterGetNextSiblingFilter, PKSFILTER, KsGetNextSibling)
KS_TYPED_(PKSDEVICE, KsFilterFactoryGetDevice, PKSFILTERFACTORY, KsGetDevice)
KS_TYPED_(PKSDEVICE, KsFilterGetDevice, PKSFILTER, KsGetDevice)
KS_TYPED_(PKSDEVICE, KsPinGetDevice, PKSPIN, KsGetDevice)
KS_TYPED_(PUNKNOWN, KsDeviceGetOuterUnknown, PKSDEVICE, KsGetOuterUnknown)
KS_TYPED_(PUNKNOWN, KsFilterFactoryGetOuterUnknown, PKSFILTERFACTORY, KsGetOuterUnknown)
KS_TYPED_(PUNKNOWN, KsFilterGetOuterUnknown, PKSFILTER, KsGetOuterUnknown)
KS_TYPED_(PUNKNOWN, KsPinGetOuterUnknown, PKSPIN, KsGetOuterUnknown)
KS_TYPED_VOID_(KsFilterAcquireControl, PKSFILTER, KsAcquireControl)
KS_TYPED_VOID_(KsFilterReleaseControl, PKSFILTER, KsReleaseControl)
KS_TYPED_VOID_(KsPinAcquireControl, PKSPIN, KsAcquireControl)
KS_TYPED_VOID_(KsPinReleaseControl, PKSPIN, KsReleaseControl)
#undef KS_TYPED_
#undef KS_TYPED_VOID_

FORCEINLINE PKSFILTER KsGetFilterFromFileObject(_In_ PFILE_OBJECT FileObject)
{
    return (PKSFILTER)KsGetObjectFromFileObject(FileObject);
}
FORCEINLINE PKSPIN KsGetPinFromFileObject(_In_ PFILE_OBJECT FileObject)
{
    return (PKSPIN)KsGetObjectFromFileObject(FileObject);
}

#define KS_OBJECT_(kind, type)                                                                                         \
    FORCEINLINE VOID Ks##kind##AddEvent(_In_ type Object, _In_ PKSEVENT_ENTRY EventEntry)                              \
    {                                                                                                                  \
        KsAddEvent(Object, EventEntry);                                                                                \
    }                                                                                                                  \
    FORCEINLINE VOID Ks##kind##GenerateEvents(_In_ type Object, _In_opt_ const GUID *EventSet, _In_ ULONG EventId,     \
                                              _In_ ULONG DataSize, _In_reads_bytes_opt_(DataSize) PVOID Data,          \
                                              _In_opt_ PFNKSGENERATEEVENTCALLBACK CallBack,                            \
                                              _In_opt_ PVOID CallBackContext)                                          \
    {                                                                                                                  \
        KsGenerateEvents(Object, EventSet, EventId, DataSize, Data, CallBack, CallBackContext);                        \
    }
KS_OBJECT_(Filter, PKSFILTER)
KS_OBJECT_(Pin, PKSPIN)
#undef KS_OBJECT_

#define KS_AGGREGATED_(kind, type)                                                                                     \
    FORCEINLINE PUNKNOWN Ks##kind##RegisterAggregatedClientUnknown(_In_ type Object, _In_ PUNKNOWN ClientUnknown)      \
    {                                                                                                                  \
        return KsRegisterAggregatedClientUnknown((PVOID)Object, ClientUnknown);                                        \
    }
KS_AGGREGATED_(Device, PKSDEVICE)
KS_AGGREGATED_(FilterFactory, PKSFILTERFACTORY)
KS_AGGREGATED_(Filter, PKSFILTER)
KS_AGGREGATED_(Pin, PKSPIN)
#undef KS_AGGREGATED_

/* ---- Gates: an input that turns on adds one, and at the first passes it on ---- */

FORCEINLINE VOID KsGateTurnInputOn(_In_opt_ PKSGATE Gate)
{
    for (; Gate && InterlockedIncrement(&Gate->Count) == 1; Gate = Gate->NextGate)
        ;
}
FORCEINLINE VOID KsGateTurnInputOff(_In_opt_ PKSGATE Gate)
{
    for (; Gate && InterlockedDecrement(&Gate->Count) == 0; Gate = Gate->NextGate)
        ;
}
FORCEINLINE BOOLEAN KsGateGetStateUnsafe(_In_ PKSGATE Gate)
{
    return (BOOLEAN)(Gate->Count > 0);
}
/* Takes the last step of an open gate; TRUE where it did. */
FORCEINLINE BOOLEAN KsGateCaptureThreshold(_In_ PKSGATE Gate)
{
    if (InterlockedCompareExchange(&Gate->Count, 0, 1) != 1)
        return FALSE;
    KsGateTurnInputOff(Gate->NextGate);
    return TRUE;
}
FORCEINLINE VOID KsGateInitialize(_In_ PKSGATE Gate, _In_ LONG InitialCount, _In_opt_ PKSGATE NextGate,
                                  _In_ BOOLEAN StateToPropagate)
{
    Gate->Count = InitialCount;
    Gate->NextGate = NextGate;
    if (InitialCount > 0 && StateToPropagate)
        KsGateTurnInputOn(NextGate);
    if (InitialCount <= 0 && !StateToPropagate)
        KsGateTurnInputOff(NextGate);
}
FORCEINLINE VOID KsGateInitializeAnd(_In_ PKSGATE AndGate, _In_opt_ PKSGATE NextOrGate)
{
    KsGateInitialize(AndGate, 1, NextOrGate, TRUE);
}
FORCEINLINE VOID KsGateInitializeOr(_In_ PKSGATE OrGate, _In_opt_ PKSGATE NextAndGate)
{
    KsGateInitialize(OrGate, 0, NextAndGate, FALSE);
}
/* An input that is on changes nothing of an AND gate, one that is off nothing of an OR gate. */
#define KsGateAddOnInputToAnd(AndGate)       ((VOID)(AndGate))
#define KsGateAddOffInputToAnd(AndGate)      KsGateTurnInputOff(AndGate)
#define KsGateRemoveOnInputFromAnd(AndGate)  ((VOID)(AndGate))
#define KsGateRemoveOffInputFromAnd(AndGate) KsGateTurnInputOn(AndGate)
#define KsGateAddOnInputToOr(OrGate)         KsGateTurnInputOn(OrGate)
#define KsGateAddOffInputToOr(OrGate)        ((VOID)(OrGate))
#define KsGateRemoveOnInputFromOr(OrGate)    KsGateTurnInputOff(OrGate)
#define KsGateRemoveOffInputFromOr(OrGate)   ((VOID)(OrGate))
FORCEINLINE VOID KsGateTerminateAnd(_In_ PKSGATE AndGate)
{
    if (KsGateGetStateUnsafe(AndGate))
        KsGateRemoveOnInputFromOr(AndGate->NextGate);
}
FORCEINLINE VOID KsGateTerminateOr(_In_ PKSGATE OrGate)
{
    if (!KsGateGetStateUnsafe(OrGate))
        KsGateRemoveOffInputFromAnd(OrGate->NextGate);
}

#ifdef __cplusplus
}
#endif
#endif
