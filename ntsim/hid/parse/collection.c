/* From a report descriptor to its collections, each with its preparsed data. */
#include "ntsim/hid/parse/preparsed.h"

static USHORT bytes_of(ULONG bits)
{
    return bits ? (USHORT)(1 + (bits + 7) / 8) : 0;
}

static void keep_longest(PUSHORT length, ULONG bits)
{
    if (bytes_of(bits) > *length)
        *length = bytes_of(bits);
}

static void count_fields(PHIDP_PREPARSED_DATA data, const USHORT indices[3])
{
    USHORT counts[3][2] = {{0}};
    const struct hidp_field *fields = hidp_fields(data);
    for (ULONG i = 0; i < data->FieldCount; i++)
        counts[fields[i].Type][fields[i].IsButton]++;
    data->Caps.NumberInputButtonCaps = counts[HidP_Input][TRUE];
    data->Caps.NumberInputValueCaps = counts[HidP_Input][FALSE];
    data->Caps.NumberInputDataIndices = indices[HidP_Input];
    data->Caps.NumberOutputButtonCaps = counts[HidP_Output][TRUE];
    data->Caps.NumberOutputValueCaps = counts[HidP_Output][FALSE];
    data->Caps.NumberOutputDataIndices = indices[HidP_Output];
    data->Caps.NumberFeatureButtonCaps = counts[HidP_Feature][TRUE];
    data->Caps.NumberFeatureValueCaps = counts[HidP_Feature][FALSE];
    data->Caps.NumberFeatureDataIndices = indices[HidP_Feature];
}

static PVOID allocate(POOL_TYPE type, SIZE_T size)
{
    const POOL_FLAGS flags = (type & PagedPool) ? POOL_FLAG_PAGED : POOL_FLAG_NON_PAGED;
    return ExAllocatePool2(flags, size, HIDP_TAG);
}

/* Preparsed data of the walk's wanted collection. */
static NTSTATUS prepare(const UCHAR *descriptor, ULONG length, POOL_TYPE pool, struct hidp_walk *walk,
                        PHIDP_COLLECTION_DESC collection)
{
    walk->Fields = NULL;
    walk->Nodes = NULL;
    NTSTATUS status = hidp_walk_descriptor(descriptor, length, walk);
    if (!NT_SUCCESS(status))
        return status;
    const SIZE_T size = sizeof(struct _HIDP_PREPARSED_DATA) + walk->FieldCount * sizeof(struct hidp_field) +
                        walk->NodeCount * sizeof(HIDP_LINK_COLLECTION_NODE);
    if (size > 0xFFFF)
        return STATUS_COULD_NOT_INTERPRET;
    PHIDP_PREPARSED_DATA data = allocate(pool, size);
    if (!data)
        return STATUS_INSUFFICIENT_RESOURCES;
    data->Signature = HIDP_SIGNATURE;
    data->Size = (ULONG)size;
    data->FieldCount = walk->FieldCount;
    data->Caps.NumberLinkCollectionNodes = (USHORT)walk->NodeCount;
    walk->Fields = hidp_fields(data);
    walk->Nodes = hidp_nodes(data);
    status = hidp_walk_descriptor(descriptor, length, walk);
    if (!NT_SUCCESS(status)) {
        ExFreePoolWithTag(data, HIDP_TAG);
        return status;
    }
    data->Caps.UsagePage = walk->Page;
    data->Caps.Usage = walk->Usage;
    for (ULONG i = 0; i < walk->ReportCount; i++)
        if (walk->Reports[i].Collection == walk->Wanted) {
            keep_longest(&data->Caps.InputReportByteLength, walk->Reports[i].Bits[HidP_Input]);
            keep_longest(&data->Caps.OutputReportByteLength, walk->Reports[i].Bits[HidP_Output]);
            keep_longest(&data->Caps.FeatureReportByteLength, walk->Reports[i].Bits[HidP_Feature]);
        }
    count_fields(data, walk->DataIndices);
    *collection = (HIDP_COLLECTION_DESC){
        .UsagePage = walk->Page,
        .Usage = walk->Usage,
        .CollectionNumber = (UCHAR)walk->Wanted,
        .InputLength = data->Caps.InputReportByteLength,
        .OutputLength = data->Caps.OutputReportByteLength,
        .FeatureLength = data->Caps.FeatureReportByteLength,
        .PreparsedDataLength = (USHORT)size,
        .PreparsedData = data,
    };
    return STATUS_SUCCESS;
}

static NTSTATUS describe(const UCHAR *descriptor, ULONG length, POOL_TYPE pool, struct hidp_walk *walk,
                         PHIDP_DEVICE_DESC device)
{
    NTSTATUS status = hidp_walk_descriptor(descriptor, length, walk);
    if (!NT_SUCCESS(status))
        return status;
    const ULONG collections = walk->Collections;
    device->CollectionDesc = allocate(pool, collections * sizeof(*device->CollectionDesc));
    if (walk->ReportCount)
        device->ReportIDs = allocate(pool, walk->ReportCount * sizeof(*device->ReportIDs));
    if (!device->CollectionDesc || (walk->ReportCount && !device->ReportIDs))
        return STATUS_INSUFFICIENT_RESOURCES;
    device->ReportIDsLength = walk->ReportCount;
    for (ULONG i = 0; i < walk->ReportCount; i++)
        device->ReportIDs[i] = (HIDP_REPORT_IDS){
            .ReportID = walk->Reports[i].Id,
            .CollectionNumber = walk->Reports[i].Collection,
            .InputLength = bytes_of(walk->Reports[i].Bits[HidP_Input]),
            .OutputLength = bytes_of(walk->Reports[i].Bits[HidP_Output]),
            .FeatureLength = bytes_of(walk->Reports[i].Bits[HidP_Feature]),
        };
    while (device->CollectionDescLength < collections && NT_SUCCESS(status)) {
        walk->Wanted = device->CollectionDescLength + 1;
        status = prepare(descriptor, length, pool, walk, &device->CollectionDesc[device->CollectionDescLength]);
        if (NT_SUCCESS(status))
            device->CollectionDescLength++;
    }
    return status;
}

NTSTATUS HidP_GetCollectionDescription(PHIDP_REPORT_DESCRIPTOR ReportDesc, ULONG DescLength, POOL_TYPE PoolType,
                                       PHIDP_DEVICE_DESC DeviceDescription)
{
    struct hidp_walk walk = {0};
    RtlZeroMemory(DeviceDescription, sizeof(*DeviceDescription));
    if (!ReportDesc || DescLength == 0)
        return STATUS_NO_DATA_DETECTED;
    walk.Reports = ExAllocatePool2(POOL_FLAG_NON_PAGED, HIDP_MOST_REPORTS * sizeof(*walk.Reports), HIDP_TAG);
    if (!walk.Reports)
        return STATUS_INSUFFICIENT_RESOURCES;
    const NTSTATUS status = describe(ReportDesc, DescLength, PoolType, &walk, DeviceDescription);
    ExFreePoolWithTag(walk.Reports, HIDP_TAG);
    if (!NT_SUCCESS(status))
        HidP_FreeCollectionDescription(DeviceDescription);
    return status;
}

VOID HidP_FreeCollectionDescription(PHIDP_DEVICE_DESC DeviceDescription)
{
    for (ULONG i = 0; i < DeviceDescription->CollectionDescLength; i++)
        ExFreePoolWithTag(DeviceDescription->CollectionDesc[i].PreparsedData, HIDP_TAG);
    if (DeviceDescription->CollectionDesc)
        ExFreePoolWithTag(DeviceDescription->CollectionDesc, HIDP_TAG);
    if (DeviceDescription->ReportIDs)
        ExFreePoolWithTag(DeviceDescription->ReportIDs, HIDP_TAG);
    RtlZeroMemory(DeviceDescription, sizeof(*DeviceDescription));
}
