/*
 * sensorsutils.h: helpers for sensors' lists of properties and values (sensorsutils.lib imports them from SensorsUtilsV2.dll,
 * a part of Windows 10 and later).
 *
 * Functions are those of the public reference; parameters and the module are those of the Win32 metadata. No public source
 * has their first build.
 */
#ifndef WDK_SENSORSUTILS_H
#define WDK_SENSORSUTILS_H
#include <windows.h>
#include <propvarutil.h>
#include <sensorsdef.h>
#include <wdk_export.h>

#define MILLISECONDS_FROM_100NANOSECONDS(hundreds) ((hundreds) / (1000 * 10))
#define MILLISECONDS_TO_100NANOSECONDS(milliseconds) ((milliseconds) * 1000 * 10)

#ifdef __cplusplus
extern "C" {
#endif

#define WDK_SENSORSUTILS WDK_EXPORT("sensorsutilsv2.dll", "")

/* Time. */
WDK_SENSORSUTILS NTSTATUS NTAPI GetPerformanceTime(_Out_ PULONG TimeMs);

/* Values. */
WDK_SENSORSUTILS HRESULT NTAPI InitPropVariantFromFloat(_In_ FLOAT fltVal, _Out_ PROPVARIANT *ppropvar);
WDK_SENSORSUTILS HRESULT NTAPI InitPropVariantFromCLSIDArray(
    _In_reads_(size) GUID *members, _In_ ULONG size, _Out_ PROPVARIANT *ppropvar);
WDK_SENSORSUTILS NTSTATUS NTAPI PropVariantGetInformation(
    _In_ const PROPVARIANT *PropVariantValue, _Out_opt_ PULONG PropVariantOffset, _Out_opt_ PULONG PropVariantSize,
    _Outptr_opt_ PVOID *PropVariantPointer, _Out_opt_ ULONG *RemappedType);

/* Finding a value by its key. The first that has the key is taken, or the one after so many occurrences. */
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetPropVariant(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _In_ BOOLEAN TypeCheck, _Inout_ PROPVARIANT *pValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeySetPropVariant(
    _Inout_ PSENSOR_COLLECTION_LIST pList, _In_ const PROPERTYKEY *pKey, _In_ BOOLEAN TypeCheck, _In_ PROPVARIANT *pValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetFileTime(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ FILETIME *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetGuid(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ GUID *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetBool(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ BOOL *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetUshort(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ USHORT *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetUlong(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ ULONG *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetInt32(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ INT32 *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetInt64(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ INT64 *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetFloat(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ FLOAT *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetDouble(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _Out_ DOUBLE *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetNthUshort(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _In_ ULONG Occurrence, _Out_ USHORT *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetNthUlong(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _In_ ULONG Occurrence, _Out_ ULONG *pRetValue);
WDK_SENSORSUTILS NTSTATUS NTAPI PropKeyFindKeyGetNthInt64(
    _In_ const SENSOR_COLLECTION_LIST *pList, _In_ const PROPERTYKEY *pKey, _In_ ULONG Occurrence, _Out_ INT64 *pRetValue);
WDK_SENSORSUTILS BOOLEAN NTAPI IsKeyPresentInPropertyList(_In_ PSENSOR_PROPERTY_LIST pList, _In_ const PROPERTYKEY *pKey);
WDK_SENSORSUTILS BOOLEAN NTAPI IsKeyPresentInCollectionList(
    _In_ PSENSOR_COLLECTION_LIST pList, _In_ const PROPERTYKEY *pKey);

/* Lists. */
WDK_SENSORSUTILS NTSTATUS NTAPI PropertiesListCopy(
    _Inout_ PSENSOR_PROPERTY_LIST Target, _In_ const SENSOR_PROPERTY_LIST *Source);
WDK_SENSORSUTILS ULONG NTAPI PropertiesListGetFillableCount(_In_ ULONG BufferSizeBytes);
WDK_SENSORSUTILS ULONG NTAPI CollectionsListGetFillableCount(_In_ ULONG BufferSizeBytes);
WDK_SENSORSUTILS NTSTATUS NTAPI SensorCollectionGetAt(
    _In_ ULONG Index, _In_ PSENSOR_COLLECTION_LIST pSensorsList, _Out_opt_ PROPERTYKEY *pKey, _Out_opt_ PROPVARIANT *pValue);
WDK_SENSORSUTILS BOOLEAN NTAPI IsCollectionListSame(
    _In_ const SENSOR_COLLECTION_LIST *ListA, _In_ const SENSOR_COLLECTION_LIST *ListB);
WDK_SENSORSUTILS BOOLEAN NTAPI IsGUIDPresentInList(
    _In_reads_(arrayLength) const GUID *guidArray, _In_ ULONG arrayLength, _In_ const GUID *guidElem);
WDK_SENSORSUTILS BOOLEAN NTAPI IsSensorSubscribed(_In_ PSENSOR_COLLECTION_LIST subscriptionList, _In_ GUID currentType);

/* What values point to, put behind the list, so that the whole can be copied between processes of the same size of pointers. */
WDK_SENSORSUTILS ULONG NTAPI CollectionsListGetMarshalledSize(_In_ const SENSOR_COLLECTION_LIST *Collection);
WDK_SENSORSUTILS ULONG NTAPI CollectionsListGetMarshalledSizeWithoutSerialization(
    _In_ const SENSOR_COLLECTION_LIST *Collection);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListCopyAndMarshall(
    _Inout_ PSENSOR_COLLECTION_LIST Target, _In_ const SENSOR_COLLECTION_LIST *Source);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListMarshall(_Inout_ PSENSOR_COLLECTION_LIST Target);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListUpdateMarshalledPointer(_Inout_ PSENSOR_COLLECTION_LIST Collection);

/* The same between processes of different kinds. */
WDK_SENSORSUTILS NTSTATUS NTAPI SerializationBufferAllocate(
    _In_ ULONG SizeInBytes, _Outptr_result_bytebuffer_(SizeInBytes) PBYTE *pBuffer);
WDK_SENSORSUTILS VOID NTAPI SerializationBufferFree(_In_opt_ PBYTE Buffer);
WDK_SENSORSUTILS ULONG NTAPI CollectionsListGetSerializedSize(_In_ const SENSOR_COLLECTION_LIST *Collection);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListSerializeToBuffer(
    _In_ const SENSOR_COLLECTION_LIST *SourceCollection, _In_ ULONG TargetBufferSizeInBytes,
    _Out_writes_bytes_(TargetBufferSizeInBytes) PBYTE TargetBuffer);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListAllocateBufferAndSerialize(
    _In_ const SENSOR_COLLECTION_LIST *SourceCollection, _Out_ PULONG pTargetBufferSizeInBytes,
    _Outptr_result_bytebuffer_(*pTargetBufferSizeInBytes) PBYTE *pTargetBuffer);
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListDeserializeFromBuffer(
    _In_ ULONG SourceBufferSizeInBytes, _In_reads_bytes_(SourceBufferSizeInBytes) const BYTE *SourceBuffer,
    _Inout_ PSENSOR_COLLECTION_LIST TargetCollection);

/* Activities: states that nobody subscribed to go, the others stand from the surest to the least sure; then what to report. */
WDK_SENSORSUTILS NTSTATUS NTAPI CollectionsListSortSubscribedActivitiesByConfidence(
    _In_ PSENSOR_COLLECTION_LIST thresholds, _Inout_ PSENSOR_COLLECTION_LIST pCollection);
WDK_SENSORSUTILS BOOLEAN NTAPI EvaluateActivityThresholds(
    _In_ PSENSOR_COLLECTION_LIST newSample, _In_opt_ PSENSOR_COLLECTION_LIST oldSample,
    _In_ PSENSOR_COLLECTION_LIST thresholds);

#undef WDK_SENSORSUTILS

#ifdef __cplusplus
}
#endif
#endif
