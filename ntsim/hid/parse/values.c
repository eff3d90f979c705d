/* Usages that have numbers, and whole reports. */
#include "ntsim/hid/parse/fields.h"

static NTSTATUS find_value(const struct hidp_buffer *report, USAGE page, USHORT link, USAGE usage, BOOLEAN writes,
                           const struct hidp_field **field)
{
    const struct hidp_query query = {.Page = page, .Link = link, .Usage = usage};
    const NTSTATUS status = hidp_check_report(report);
    return status == HIDP_STATUS_SUCCESS ? hidp_find_field(report, &query, writes, field) : status;
}

static BOOLEAN is_value_array(const struct hidp_field *field)
{
    return field->Count > 1 && !field->IsRange;
}

static NTSTATUS find_single(const struct hidp_buffer *report, USAGE page, USHORT link, USAGE usage, BOOLEAN writes,
                            const struct hidp_field **field)
{
    const NTSTATUS status = find_value(report, page, link, usage, writes, field);
    return status == HIDP_STATUS_SUCCESS && is_value_array(*field) ? HIDP_STATUS_IS_VALUE_ARRAY : status;
}

NTSTATUS HidP_GetUsageValue(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                            PULONG UsageValue, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    const NTSTATUS status = find_single(&report, UsagePage, LinkCollection, Usage, FALSE, &field);
    if (status == HIDP_STATUS_SUCCESS)
        *UsageValue = hidp_get(&report, field, (ULONG)(Usage - field->Usage.Min));
    return status;
}

NTSTATUS HidP_SetUsageValue(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                            ULONG UsageValue, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    const NTSTATUS status = find_single(&report, UsagePage, LinkCollection, Usage, TRUE, &field);
    if (status == HIDP_STATUS_SUCCESS)
        hidp_set(&report, field, (ULONG)(Usage - field->Usage.Min), UsageValue);
    return status;
}

/* --- physical values --- */

struct scale {
    LONGLONG LogicalMin, LogicalRange, PhysicalMin, PhysicalRange;
};

/* Without a physical range the logical one holds. FALSE: the two make no scale. */
static BOOLEAN scale_of(const struct hidp_field *field, struct scale *scale)
{
    const BOOLEAN plain = field->PhysicalMin == 0 && field->PhysicalMax == 0;
    scale->LogicalMin = field->LogicalMin;
    scale->LogicalRange = (LONGLONG)field->LogicalMax - field->LogicalMin;
    scale->PhysicalMin = plain ? field->LogicalMin : field->PhysicalMin;
    scale->PhysicalRange = plain ? scale->LogicalRange : (LONGLONG)field->PhysicalMax - field->PhysicalMin;
    return scale->LogicalRange > 0 && scale->PhysicalRange > 0;
}

NTSTATUS HidP_GetScaledUsageValue(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                  PLONG UsageValue, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report,
                                  ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    struct scale scale;
    const NTSTATUS status = find_single(&report, UsagePage, LinkCollection, Usage, FALSE, &field);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    if (!scale_of(field, &scale))
        return HIDP_STATUS_BAD_LOG_PHY_VALUES;
    const LONG value = hidp_signed(field, hidp_get(&report, field, (ULONG)(Usage - field->Usage.Min)));
    if (value < field->LogicalMin || value > field->LogicalMax)
        return (field->Flags & HIDP_NULL_STATE) ? HIDP_STATUS_NULL : HIDP_STATUS_VALUE_OUT_OF_RANGE;
    *UsageValue = (LONG)(scale.PhysicalMin + (value - scale.LogicalMin) * scale.PhysicalRange / scale.LogicalRange);
    return HIDP_STATUS_SUCCESS;
}

NTSTATUS HidP_SetScaledUsageValue(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                  LONG UsageValue, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    struct scale scale;
    const NTSTATUS status = find_single(&report, UsagePage, LinkCollection, Usage, TRUE, &field);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    if (!scale_of(field, &scale))
        return HIDP_STATUS_BAD_LOG_PHY_VALUES;
    if (UsageValue < scale.PhysicalMin || UsageValue - scale.PhysicalMin > scale.PhysicalRange)
        return HIDP_STATUS_VALUE_OUT_OF_RANGE;
    const LONGLONG value =
        scale.LogicalMin + (UsageValue - scale.PhysicalMin) * scale.LogicalRange / scale.PhysicalRange;
    hidp_set(&report, field, (ULONG)(Usage - field->Usage.Min), (ULONG)value);
    return HIDP_STATUS_SUCCESS;
}

/* --- several values of one usage --- */

static NTSTATUS find_array(const struct hidp_buffer *report, USAGE page, USHORT link, USAGE usage, USHORT bytes,
                           BOOLEAN writes, const struct hidp_field **field)
{
    const NTSTATUS status = find_value(report, page, link, usage, writes, field);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    if (!is_value_array(*field))
        return HIDP_STATUS_NOT_VALUE_ARRAY;
    return ((ULONG)(*field)->Count * (*field)->BitSize + 7) / 8 > bytes ? HIDP_STATUS_BUFFER_TOO_SMALL
                                                                        : HIDP_STATUS_SUCCESS;
}

static void copy_bits(PUCHAR to, ULONG to_bit, const UCHAR *from, ULONG from_bit, ULONG count)
{
    for (ULONG i = 0; i < count; i++)
        hidp_set_bits(to, to_bit + i, 1, hidp_get_bits(from, from_bit + i, 1));
}

NTSTATUS HidP_GetUsageValueArray(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                 PCHAR UsageValue, USHORT UsageValueByteLength, PHIDP_PREPARSED_DATA PreparsedData,
                                 PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    const NTSTATUS status = find_array(&report, UsagePage, LinkCollection, Usage, UsageValueByteLength, FALSE, &field);
    if (status == HIDP_STATUS_SUCCESS)
        copy_bits((PUCHAR)UsageValue, 0, report.Bytes, field->Bit, (ULONG)field->Count * field->BitSize);
    return status;
}

NTSTATUS HidP_SetUsageValueArray(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                 PCHAR UsageValue, USHORT UsageValueByteLength, PHIDP_PREPARSED_DATA PreparsedData,
                                 PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    const struct hidp_field *field;
    const NTSTATUS status = find_array(&report, UsagePage, LinkCollection, Usage, UsageValueByteLength, TRUE, &field);
    if (status == HIDP_STATUS_SUCCESS)
        copy_bits(report.Bytes, field->Bit, (const UCHAR *)UsageValue, 0, (ULONG)field->Count * field->BitSize);
    return status;
}

/* --- by data index --- */

struct data_list {
    PHIDP_DATA Data;
    ULONG Room, Count;
};

static void add_data(struct data_list *list, HIDP_DATA data)
{
    if (list->Count < list->Room)
        list->Data[list->Count] = data;
    list->Count++;
}

static void add_button(PVOID context, USAGE page, USAGE usage, USHORT data_index)
{
    add_data(context, (HIDP_DATA){.DataIndex = data_index, .On = TRUE});
}

static void add_values(struct data_list *list, const struct hidp_buffer *report, const struct hidp_field *field)
{
    if (!is_value_array(field))
        for (USHORT i = 0; i < field->Count; i++)
            add_data(list, (HIDP_DATA){.DataIndex = (USHORT)(field->DataIndex.Min + i),
                                       .RawValue = hidp_get(report, field, i)});
}

NTSTATUS HidP_GetData(HIDP_REPORT_TYPE ReportType, PHIDP_DATA DataList, PULONG DataLength,
                      PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    struct data_list list = {DataList, *DataLength, 0};
    const NTSTATUS status = hidp_check_report(&report);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    for (ULONG i = 0; i < PreparsedData->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(PreparsedData)[i];
        if (field->Type != ReportType || field->ReportId != report.Bytes[0])
            continue;
        if (field->IsButton)
            hidp_visit_buttons(&report, field, add_button, &list);
        else
            add_values(&list, &report, field);
    }
    *DataLength = list.Count;
    return list.Count > list.Room ? HIDP_STATUS_BUFFER_TOO_SMALL : HIDP_STATUS_SUCCESS;
}

static NTSTATUS set_data(const struct hidp_buffer *report, const HIDP_DATA *data)
{
    for (ULONG i = 0; i < report->Data->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(report->Data)[i];
        if (field->Type != report->Type || data->DataIndex < field->DataIndex.Min ||
            data->DataIndex > field->DataIndex.Max)
            continue;
        if (report->Bytes[0] == 0)
            report->Bytes[0] = field->ReportId;
        if (field->ReportId != report->Bytes[0])
            return HIDP_STATUS_INCOMPATIBLE_REPORT_ID;
        if (is_value_array(field) && !field->IsButton)
            return HIDP_STATUS_IS_VALUE_ARRAY;
        const ULONG place = (ULONG)(data->DataIndex - field->DataIndex.Min);
        if (field->IsButton)
            return hidp_set_button(report, field, place, data->On);
        hidp_set(report, field, place, data->RawValue);
        return HIDP_STATUS_SUCCESS;
    }
    return HIDP_STATUS_DATA_INDEX_NOT_FOUND;
}

/* `*DataLength` becomes the place of what could not be set. */
NTSTATUS HidP_SetData(HIDP_REPORT_TYPE ReportType, PHIDP_DATA DataList, PULONG DataLength,
                      PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    NTSTATUS status = hidp_check_report(&report);
    for (ULONG i = 0; i < *DataLength && status == HIDP_STATUS_SUCCESS; i++) {
        status = set_data(&report, &DataList[i]);
        if (status != HIDP_STATUS_SUCCESS)
            *DataLength = i;
    }
    return status;
}

ULONG HidP_MaxDataListLength(HIDP_REPORT_TYPE ReportType, PHIDP_PREPARSED_DATA PreparsedData)
{
    ULONG count = 0;
    if (!hidp_is_valid(PreparsedData) || (ULONG)ReportType > HidP_Feature)
        return 0;
    for (ULONG i = 0; i < PreparsedData->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(PreparsedData)[i];
        if (field->Type == ReportType)
            count += field->IsButton || !is_value_array(field) ? field->Count : 0;
    }
    return count;
}

/* --- a whole report --- */

/* A number outside of the logical range. */
static ULONG null_value(const struct hidp_field *field)
{
    const ULONGLONG most = field->BitSize < 32 ? (1ULL << field->BitSize) - 1 : MAXULONG;
    const ULONGLONG above = (ULONGLONG)(ULONG)field->LogicalMax + 1;
    if (field->LogicalMin > 0)
        return 0;
    return (ULONG)((field->LogicalMin < 0 || above > most ? (ULONG)field->LogicalMin - 1 : above) & most);
}

NTSTATUS HidP_InitializeReportForID(HIDP_REPORT_TYPE ReportType, UCHAR ReportID, PHIDP_PREPARSED_DATA PreparsedData,
                                    PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    BOOLEAN known = FALSE;
    NTSTATUS status = hidp_check_report(&report);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    for (ULONG i = 0; i < PreparsedData->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(PreparsedData)[i];
        known |= field->Type == ReportType && field->ReportId == ReportID;
    }
    if (!known)
        return HIDP_STATUS_REPORT_DOES_NOT_EXIST;
    RtlZeroMemory(Report, ReportLength);
    Report[0] = (CHAR)ReportID;
    for (ULONG i = 0; i < PreparsedData->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(PreparsedData)[i];
        if (field->Type != ReportType || field->ReportId != ReportID || field->IsButton ||
            !(field->Flags & HIDP_NULL_STATE))
            continue;
        for (ULONG j = 0; j < field->Count; j++)
            hidp_set(&report, field, j, null_value(field));
    }
    return HIDP_STATUS_SUCCESS;
}
