/*
 * What classpnp.sys exports. Facts: mingw-w64, and the definitions in the class driver sample.
 */
#ifndef WDK_CLASSPNP_FUNCTIONS_H
#define WDK_CLASSPNP_FUNCTIONS_H

#include "device.h"
#include <srbhelper.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef VOID(CLASS_SCAN_FOR_SPECIAL_HANDLER)(_In_ PFUNCTIONAL_DEVICE_EXTENSION DeviceExtension, _In_ ULONG_PTR Data);
typedef CLASS_SCAN_FOR_SPECIAL_HANDLER *PCLASS_SCAN_FOR_SPECIAL_HANDLER;

/* A driver's entry, and its devices. */
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassInitialize(_In_ PVOID Argument1, _In_ PVOID Argument2, _In_ PCLASS_INIT_DATA InitializationData);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassInitializeEx(_In_ PDRIVER_OBJECT DriverObject, _In_ LPGUID Guid, _In_ PVOID Data);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassCreateDeviceObject(_In_ PDRIVER_OBJECT DriverObject, _In_z_ PCCHAR ObjectNameBuffer,
    _In_ PDEVICE_OBJECT LowerDeviceObject, _In_ BOOLEAN IsFdo,
    _Outptr_result_nullonfailure_ _At_(*DeviceObject, __drv_allocatesMem(Mem) __drv_aliasesMem) PDEVICE_OBJECT *DeviceObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassRemoveDevice(_In_ PDEVICE_OBJECT DeviceObject, _In_ UCHAR RemoveType);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
PCLASS_DRIVER_EXTENSION ClassGetDriverExtension(_In_ PDRIVER_OBJECT DriverObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassClaimDevice(_In_ PDEVICE_OBJECT LowerDeviceObject, _In_ BOOLEAN Release);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassGetDescriptor(_In_ PDEVICE_OBJECT DeviceObject, _In_ PSTORAGE_PROPERTY_ID PropertyId,
    _Outptr_ PVOID *Descriptor);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassScanForSpecial(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension,
    _In_ CLASSPNP_SCAN_FOR_SPECIAL_INFO DeviceList[], _In_ PCLASS_SCAN_FOR_SPECIAL_HANDLER Function);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassInvalidateBusRelations(_In_ PDEVICE_OBJECT Fdo);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassMarkChildrenMissing(_In_ PFUNCTIONAL_DEVICE_EXTENSION Fdo);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
BOOLEAN ClassMarkChildMissing(_In_ PPHYSICAL_DEVICE_EXTENSION PdoExtension, _In_ BOOLEAN AcquireChildLock);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassAcquireChildLock(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassReleaseChildLock(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassUpdateInformationInRegistry(_In_ PDEVICE_OBJECT Fdo, _In_ PCHAR DeviceName, _In_ ULONG DeviceNumber,
    _In_reads_bytes_opt_(InquiryDataLength) PINQUIRYDATA InquiryData, _In_ ULONG InquiryDataLength);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassQueryTimeOutRegistryValue(_In_ PDEVICE_OBJECT DeviceObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassGetDeviceParameter(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_opt_ PWSTR SubkeyName,
    _In_ PWSTR ParameterName, _Inout_ PULONG ParameterValue);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSetDeviceParameter(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_opt_ PWSTR SubkeyName,
    _In_ PWSTR ParameterName, _In_ ULONG ParameterValue);

/* Requests. */
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassReleaseQueue(_In_ PDEVICE_OBJECT DeviceObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassAsynchronousCompletion(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Event);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassSplitRequest(_In_ PDEVICE_OBJECT Fdo, _In_ PIRP Irp, _In_ ULONG MaximumBytes);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassDeviceControl(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassIoComplete(PDEVICE_OBJECT Fdo, PIRP Irp, PVOID Context);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassIoCompleteAssociated(PDEVICE_OBJECT Fdo, PIRP Irp, PVOID Context);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
BOOLEAN ClassInterpretSenseInfo(_In_ PDEVICE_OBJECT Fdo, _In_ PSCSI_REQUEST_BLOCK Srb, _In_ UCHAR MajorFunctionCode,
    _In_ ULONG IoDeviceCode, _In_ ULONG RetryCount, _Out_ NTSTATUS *Status, _Out_opt_ ULONG *RetryInterval);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassSendDeviceIoControlSynchronous(_In_ ULONG IoControlCode, _In_ PDEVICE_OBJECT TargetDeviceObject,
    _Inout_updates_opt_(max(InputBufferLength, OutputBufferLength)) PVOID Buffer, _In_ ULONG InputBufferLength,
    _In_ ULONG OutputBufferLength, _In_ BOOLEAN InternalDeviceIoControl, _Out_ PIO_STATUS_BLOCK IoStatus);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSendIrpSynchronous(_In_ PDEVICE_OBJECT TargetDeviceObject, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassForwardIrpSynchronous(_In_ PCOMMON_DEVICE_EXTENSION CommonExtension, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSendSrbSynchronous(_In_ PDEVICE_OBJECT Fdo, _Inout_ PSCSI_REQUEST_BLOCK Srb,
    _In_reads_bytes_opt_(BufferLength) PVOID BufferAddress, _In_ ULONG BufferLength, _In_ BOOLEAN WriteToDevice);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSendSrbAsynchronous(_In_ PDEVICE_OBJECT Fdo, _Inout_ PSCSI_REQUEST_BLOCK Srb, _In_ PIRP Irp,
    _In_reads_bytes_opt_(BufferLength) __drv_aliasesMem PVOID BufferAddress, _In_ ULONG BufferLength,
    _In_ BOOLEAN WriteToDevice);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassBuildRequest(_In_ PDEVICE_OBJECT Fdo, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassReadDriveCapacity(_In_ PDEVICE_OBJECT Fdo);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassModeSense(_In_ PDEVICE_OBJECT Fdo, _Out_writes_bytes_(Length) PCHAR ModeSenseBuffer, _In_ ULONG Length,
    _In_ UCHAR PageMode);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassModeSenseEx(_In_ PDEVICE_OBJECT Fdo, _Out_writes_bytes_(Length) PCHAR ModeSenseBuffer, _In_ ULONG Length,
    _In_ UCHAR PageMode, _In_ UCHAR PageControl);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassModeSelect(_In_ PDEVICE_OBJECT Fdo, _In_reads_bytes_(Length) PCHAR ModeSelectBuffer, _In_ ULONG Length,
    _In_ BOOLEAN SavePages);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
PVOID ClassFindModePage(_In_reads_bytes_(Length) PCHAR ModeSenseBuffer, _In_ ULONG Length, _In_ UCHAR PageMode,
    _In_ BOOLEAN Use6Byte);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassInternalIoControl(_In_ PDEVICE_OBJECT Fdo, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassInitializeSrbLookasideList(_Inout_ PCOMMON_DEVICE_EXTENSION CommonExtension, _In_ ULONG NumberElements);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassDeleteSrbLookasideList(_Inout_ PCOMMON_DEVICE_EXTENSION CommonExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassCompleteRequest(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp, _In_ CCHAR PriorityBoost);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassReleaseRemoveLock(_In_ PDEVICE_OBJECT DeviceObject, _In_opt_ PIRP Tag);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
ULONG ClassAcquireRemoveLockEx(_In_ PDEVICE_OBJECT DeviceObject, _In_ PVOID Tag, _In_ PCSTR File, _In_ ULONG Line);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSignalCompletion(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Event);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassSendStartUnit(_In_ PDEVICE_OBJECT DeviceObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
PVPB ClassGetVpb(_In_ PDEVICE_OBJECT DeviceObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
PFILE_OBJECT_EXTENSION ClassGetFsContext(_In_ PCOMMON_DEVICE_EXTENSION CommonExtension, _In_ PFILE_OBJECT FileObject);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassDebugPrint(_In_ CLASS_DEBUG_LEVEL DebugPrintLevel, _In_z_ PCCHAR DebugMessage, ...);
#define ClassAcquireRemoveLock(devobj, tag) ClassAcquireRemoveLockEx(devobj, tag, __FILE__, __LINE__)
#define CLASS_DRIVER_EXTENSION_KEY ((PVOID)ClassInitialize)

/* Power, WMI, media, failures. */
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSpinDownPowerHandler(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassStopUnitPowerHandler(_In_ PDEVICE_OBJECT DeviceObject, _In_ PIRP Irp);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassWmiCompleteRequest(_In_ PDEVICE_OBJECT DeviceObject, _Inout_ PIRP Irp, _In_ NTSTATUS Status,
    _In_ ULONG BufferUsed, _In_ CCHAR PriorityBoost);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassWmiFireEvent(_In_ PDEVICE_OBJECT DeviceObject, _In_ LPGUID Guid, _In_ ULONG InstanceIndex,
    _In_ ULONG EventDataSize, _In_reads_bytes_(EventDataSize) PVOID EventData);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassResetMediaChangeTimer(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassInitializeMediaChangeDetection(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_ PUCHAR EventPrefix);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassInitializeTestUnitPolling(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension,
    _In_ BOOLEAN AllowDriveToSleep);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassCheckMediaState(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassSetMediaChangeState(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_ MEDIA_CHANGE_DETECTION_STATE State,
    _In_ BOOLEAN Wait);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassEnableMediaChangeDetection(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassDisableMediaChangeDetection(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassCleanupMediaChangeDetection(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassSendNotification(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_ const GUID *Guid,
    _In_ ULONG ExtraDataSize, _In_reads_bytes_opt_(ExtraDataSize) PVOID ExtraData);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
NTSTATUS ClassSetFailurePredictionPoll(_Inout_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension,
    _In_ FAILURE_PREDICTION_METHOD FailurePredictionMethod, _In_ ULONG PollingPeriod);
WDK_EXPORT_PLAIN("classpnp.sys", "5.0.2195")
VOID ClassNotifyFailurePredicted(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension,
    _In_reads_bytes_(BufferSize) PUCHAR Buffer, _In_ ULONG BufferSize, _In_ BOOLEAN LogError,
    _In_ ULONG UniqueErrorValue, _In_ UCHAR PathId, _In_ UCHAR TargetId, _In_ UCHAR Lun);

/* A sense buffer that the port driver allocated lies where the miniport's sense buffer pointer points, with its number behind it. */
FORCEINLINE UCHAR GET_FDO_EXTENSON_SENSE_DATA_LENGTH(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension)
{
    if (FdoExtension->SenseData == NULL) {
        return 0;
    }
    return FdoExtension->SenseDataLength != 0 ? FdoExtension->SenseDataLength : SENSE_BUFFER_SIZE;
}
FORCEINLINE BOOLEAN PORT_ALLOCATED_SENSE(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension, _In_ PSCSI_REQUEST_BLOCK Srb)
{
    return (BOOLEAN)(TEST_FLAG(Srb->SrbFlags, SRB_FLAGS_PORT_DRIVER_ALLOCSENSE) &&
                     TEST_FLAG(Srb->SrbFlags, SRB_FLAGS_FREE_SENSE_BUFFER) &&
                     Srb->SenseInfoBuffer != FdoExtension->SenseData);
}
FORCEINLINE VOID FREE_PORT_ALLOCATED_SENSE_BUFFER(_In_ PFUNCTIONAL_DEVICE_EXTENSION FdoExtension,
    _In_ PSCSI_REQUEST_BLOCK Srb)
{
    ASSERT(TEST_FLAG(Srb->SrbFlags, SRB_FLAGS_PORT_DRIVER_ALLOCSENSE));
    ExFreePool(Srb->SenseInfoBuffer);
    Srb->SenseInfoBuffer = FdoExtension->SenseData;
    Srb->SenseInfoBufferLength = GET_FDO_EXTENSON_SENSE_DATA_LENGTH(FdoExtension);
    CLEAR_FLAG(Srb->SrbFlags, SRB_FLAGS_FREE_SENSE_BUFFER);
}

FORCEINLINE UCHAR CountOfSetBitsUChar(_In_ UCHAR Value)
{
    return (UCHAR)__builtin_popcount(Value);
}
FORCEINLINE ULONG CountOfSetBitsULong32(_In_ ULONG Value)
{
    return (ULONG)__builtin_popcountl(Value);
}
FORCEINLINE ULONG CountOfSetBitsULong64(_In_ ULONG64 Value)
{
    return (ULONG)__builtin_popcountll(Value);
}
FORCEINLINE ULONG CountOfSetBitsULongPtr(_In_ ULONG_PTR Value)
{
    return (ULONG)__builtin_popcountll(Value);
}

/* Requests of the device's own list. */
#define ClasspAllocateSrb(Extension) ExAllocateFromNPagedLookasideList(&(Extension)->CommonExtension.SrbLookasideList)
#define ClasspFreeSrb(Extension, Srb)                                                                                  \
    ExFreeToNPagedLookasideList(&(Extension)->CommonExtension.SrbLookasideList, (Srb))

/* A block with one way out, without exceptions: LEAVE jumps to FINALLY, which every block has. */
#undef TRY
#undef LEAVE
#undef FINALLY
#define TRY
#define LEAVE goto __tryLabel;
#define FINALLY __tryLabel:

#ifdef __cplusplus
}
#endif
#endif
