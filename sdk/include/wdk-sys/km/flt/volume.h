/* Filters, instances and volumes: finding, attaching and asking about them. */
#ifndef WDK_FLT_VOLUME_H
#define WDK_FLT_VOLUME_H

#include "registration.h"

#ifdef __cplusplus
extern "C" {
#endif

#define VOL_PROP_FL_DAX_VOLUME 0x00000001
typedef struct _FLT_VOLUME_PROPERTIES {
    DEVICE_TYPE DeviceType;
    ULONG DeviceCharacteristics;
    ULONG DeviceObjectFlags;
    ULONG AlignmentRequirement;
    USHORT SectorSize;
    USHORT Flags;
    UNICODE_STRING FileSystemDriverName;
    UNICODE_STRING FileSystemDeviceName;
    UNICODE_STRING RealDeviceName;
} FLT_VOLUME_PROPERTIES, *PFLT_VOLUME_PROPERTIES;

/* Each object that these return has a reference, given back by FltObjectDereference. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetFilterFromName(_In_ PCUNICODE_STRING FilterName, _Outptr_ PFLT_FILTER *RetFilter);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetFilterFromInstance(_In_ PFLT_INSTANCE Instance, _Outptr_ PFLT_FILTER *RetFilter);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeFromName(
    _In_ PFLT_FILTER Filter, _In_ PCUNICODE_STRING VolumeName, _Outptr_ PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeFromInstance(_In_ PFLT_INSTANCE Instance, _Outptr_ PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeFromFileObject(
    _In_ PFLT_FILTER Filter, _In_ PFILE_OBJECT FileObject, _Outptr_ PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeFromDeviceObject(
    _In_ PFLT_FILTER Filter, _In_ PDEVICE_OBJECT DeviceObject, _Outptr_ PFLT_VOLUME *RetVolume);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeInstanceFromName(
    _In_opt_ PFLT_FILTER Filter, _In_ PFLT_VOLUME Volume, _In_opt_ PCUNICODE_STRING InstanceName,
    _Outptr_ PFLT_INSTANCE *RetInstance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetTopInstance(_In_ PFLT_VOLUME Volume, _Outptr_ PFLT_INSTANCE *Instance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetBottomInstance(_In_ PFLT_VOLUME Volume, _Outptr_ PFLT_INSTANCE *Instance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetUpperInstance(_In_ PFLT_INSTANCE CurrentInstance, _Outptr_ PFLT_INSTANCE *UpperInstance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetLowerInstance(_In_ PFLT_INSTANCE CurrentInstance, _Outptr_ PFLT_INSTANCE *LowerInstance);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetDeviceObject(_In_ PFLT_VOLUME Volume, _Outptr_ PDEVICE_OBJECT *DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetDiskDeviceObject(_In_ PFLT_VOLUME Volume, _Outptr_ PDEVICE_OBJECT *DiskDeviceObject);
_IRQL_requires_max_(APC_LEVEL) WDK_FLT("6.0.6000")
BOOLEAN FltIsFltMgrVolumeDeviceObject(_In_ PDEVICE_OBJECT DeviceObject);

/* Lists of all. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateFilters(
    _Out_writes_to_opt_(FilterListSize, *NumberFiltersReturned) PFLT_FILTER *FilterList,
    _In_ ULONG FilterListSize, _Out_ PULONG NumberFiltersReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateVolumes(
    _In_ PFLT_FILTER Filter, _Out_writes_to_opt_(VolumeListSize, *NumberVolumesReturned) PFLT_VOLUME *VolumeList,
    _In_ ULONG VolumeListSize, _Out_ PULONG NumberVolumesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateInstances(
    _In_opt_ PFLT_VOLUME Volume, _In_opt_ PFLT_FILTER Filter,
    _Out_writes_to_opt_(InstanceListSize, *NumberInstancesReturned) PFLT_INSTANCE *InstanceList,
    _In_ ULONG InstanceListSize, _Out_ PULONG NumberInstancesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateFilterInformation(
    _In_ ULONG Index, _In_ FILTER_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateVolumeInformation(
    _In_ PFLT_FILTER Filter, _In_ ULONG Index, _In_ FILTER_VOLUME_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateInstanceInformationByFilter(
    _In_ PFLT_FILTER Filter, _In_ ULONG Index, _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateInstanceInformationByVolume(
    _In_ PFLT_VOLUME Volume, _In_ ULONG Index, _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateInstanceInformationByVolumeName(
    _In_ PUNICODE_STRING VolumeName, _In_ ULONG Index, _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltEnumerateInstanceInformationByDeviceObject(
    _In_ PDEVICE_OBJECT DeviceObject, _In_ ULONG Index, _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetFilterInformation(
    _In_ PFLT_FILTER Filter, _In_ FILTER_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetInstanceInformation(
    _In_ PFLT_INSTANCE Instance, _In_ INSTANCE_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltGetVolumeInformation(
    _In_ PFLT_VOLUME Volume, _In_ FILTER_VOLUME_INFORMATION_CLASS InformationClass,
    _Out_writes_bytes_to_opt_(BufferSize, *BytesReturned) PVOID Buffer, _In_ ULONG BufferSize,
    _Out_ PULONG BytesReturned);

/* Volumes. */
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeName(
    _In_ PFLT_VOLUME Volume, _Inout_opt_ PUNICODE_STRING VolumeName, _Out_opt_ PULONG BufferSizeNeeded);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeGuidName(
    _In_ PFLT_VOLUME Volume, _Inout_opt_ PUNICODE_STRING VolumeGuidName, _Out_opt_ PULONG BufferSizeNeeded);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltGetVolumeProperties(
    _In_ PFLT_VOLUME Volume,
    _Out_writes_bytes_to_opt_(VolumePropertiesLength, *LengthReturned) PFLT_VOLUME_PROPERTIES VolumeProperties,
    _In_ ULONG VolumePropertiesLength, _Out_ PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.0.2195")
NTSTATUS FltQueryVolumeInformation(
    _In_ PFLT_INSTANCE Instance, _Out_ PIO_STATUS_BLOCK Iosb, _Out_writes_bytes_(Length) PVOID FsInformation,
    _In_ ULONG Length, _In_ FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltSetVolumeInformation(
    _In_ PFLT_INSTANCE Instance, _Out_ PIO_STATUS_BLOCK Iosb, _In_reads_bytes_(Length) PVOID FsInformation,
    _In_ ULONG Length, _In_ FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltGetFileSystemType(_In_ PVOID FltObject, _Out_ PFLT_FILESYSTEM_TYPE FileSystemType);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltIsVolumeSnapshot(_In_ PVOID FltObject, _Out_ PBOOLEAN IsSnapshotVolume);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("6.0.6000")
NTSTATUS FltIsVolumeWritable(_In_ PVOID FltObject, _Out_ PBOOLEAN IsWritable);

/* Attaching. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltAttachVolume(
    _Inout_ PFLT_FILTER Filter, _Inout_ PFLT_VOLUME Volume, _In_opt_ PCUNICODE_STRING InstanceName,
    _Outptr_opt_result_maybenull_ PFLT_INSTANCE *RetInstance);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltAttachVolumeAtAltitude(
    _Inout_ PFLT_FILTER Filter, _Inout_ PFLT_VOLUME Volume, _In_ PCUNICODE_STRING Altitude,
    _In_opt_ PCUNICODE_STRING InstanceName, _Outptr_opt_result_maybenull_ PFLT_INSTANCE *RetInstance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltDetachVolume(
    _Inout_ PFLT_FILTER Filter, _Inout_ PFLT_VOLUME Volume, _In_opt_ PCUNICODE_STRING InstanceName);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_FLT("5.1.2600")
LONG FltCompareInstanceAltitudes(_In_ PFLT_INSTANCE Instance1, _In_ PFLT_INSTANCE Instance2);

#ifdef __cplusplus
}
#endif
#endif
