#include "ntsim/hid/parse/fields.h"

NTSTATUS hidp_check_report(const struct hidp_buffer *report)
{
    if (!hidp_is_valid(report->Data))
        return HIDP_STATUS_INVALID_PREPARSED_DATA;
    if ((ULONG)report->Type > HidP_Feature)
        return HIDP_STATUS_INVALID_REPORT_TYPE;
    if (report->Size == 0 || report->Size != hidp_report_length(report->Data, report->Type))
        return HIDP_STATUS_INVALID_REPORT_LENGTH;
    return HIDP_STATUS_SUCCESS;
}

const struct hidp_field *hidp_next_field(const struct hidp_buffer *report, const struct hidp_query *query,
                                         const struct hidp_field *field)
{
    const struct hidp_field *end = hidp_fields(report->Data) + report->Data->FieldCount;
    for (field = field ? field + 1 : hidp_fields(report->Data); field < end; field++)
        if (field->Type == report->Type && field->IsButton == query->Button &&
            (!query->Page || field->Page == query->Page) && hidp_in_collection(field, query->Link) &&
            (!query->Usage || (query->Usage >= field->Usage.Min && query->Usage <= field->Usage.Max)))
            return field;
    return NULL;
}

NTSTATUS hidp_find_field(const struct hidp_buffer *report, const struct hidp_query *query, BOOLEAN writes,
                         const struct hidp_field **result)
{
    NTSTATUS status = HIDP_STATUS_USAGE_NOT_FOUND;
    for (const struct hidp_field *field = NULL; (field = hidp_next_field(report, query, field)) != NULL;) {
        if (writes && report->Bytes[0] == 0)
            report->Bytes[0] = field->ReportId;
        if (report->Bytes[0] == field->ReportId) {
            *result = field;
            return HIDP_STATUS_SUCCESS;
        }
        status = HIDP_STATUS_INCOMPATIBLE_REPORT_ID;
    }
    return status;
}

ULONG hidp_get_bits(const UCHAR *report, ULONG bit, ULONG size)
{
    ULONG value = 0;
    for (ULONG i = 0; i < size && i < 32; i++)
        value |= (ULONG)(report[(bit + i) / 8] >> ((bit + i) % 8) & 1) << i;
    return value;
}

void hidp_set_bits(PUCHAR report, ULONG bit, ULONG size, ULONG value)
{
    for (ULONG i = 0; i < size; i++) {
        const UCHAR mask = (UCHAR)(1 << ((bit + i) % 8));
        const BOOLEAN on = i < 32 && (value >> i & 1);
        report[(bit + i) / 8] = (UCHAR)(on ? report[(bit + i) / 8] | mask : report[(bit + i) / 8] & ~mask);
    }
}

LONG hidp_signed(const struct hidp_field *field, ULONG value)
{
    const ULONG sign = field->BitSize && field->BitSize < 32 ? 1UL << (field->BitSize - 1) : 0;
    return field->LogicalMin < 0 && (value & sign) ? (LONG)(value | ~(sign * 2 - 1)) : (LONG)value;
}

/* Whether an array's index means a usage of the field, and which one. */
static BOOLEAN place_of(const struct hidp_field *field, ULONG value, ULONG *place)
{
    const LONGLONG at = (LONGLONG)hidp_signed(field, value) - field->ArrayBase;
    *place = (ULONG)at;
    return at >= 0 && at <= field->Usage.Max - field->Usage.Min;
}

void hidp_visit_buttons(const struct hidp_buffer *report, const struct hidp_field *field, hidp_visit *visit,
                        PVOID context)
{
    for (ULONG i = 0; i < field->Count; i++) {
        const ULONG value = hidp_get(report, field, i);
        ULONG place = field->IsRange ? i : 0;
        if (hidp_is_array(field) ? !place_of(field, value, &place) : value == 0)
            continue;
        const USAGE usage = (USAGE)(field->Usage.Min + place);
        if (usage) /* usage 0 of a page is none */
            visit(context, field->Page, usage, (USHORT)(field->DataIndex.Min + place));
    }
}

/* An index that means nothing stands in a slot which is free; and so does 0, which arrays keep for that. */
static BOOLEAN is_free(const struct hidp_field *field, ULONG value)
{
    const LONG index = hidp_signed(field, value);
    return value == 0 || index < field->LogicalMin || index > field->LogicalMax;
}

static NTSTATUS set_in_array(const struct hidp_buffer *report, const struct hidp_field *field, ULONG place, BOOLEAN on)
{
    const ULONG index = (ULONG)(field->ArrayBase + (LONG)place);
    ULONG slot = field->Count;
    for (ULONG i = field->Count; i-- > 0;) {
        ULONG found;
        const ULONG value = hidp_get(report, field, i);
        if (place_of(field, value, &found) && found == place) {
            if (!on)
                hidp_set(report, field, i, 0);
            return HIDP_STATUS_SUCCESS;
        }
        if (is_free(field, value))
            slot = i;
    }
    if (!on)
        return HIDP_STATUS_BUTTON_NOT_PRESSED;
    if (slot == field->Count)
        return HIDP_STATUS_BUFFER_TOO_SMALL;
    hidp_set(report, field, slot, index);
    return HIDP_STATUS_SUCCESS;
}

NTSTATUS hidp_set_button(const struct hidp_buffer *report, const struct hidp_field *field, ULONG place, BOOLEAN on)
{
    if (hidp_is_array(field))
        return set_in_array(report, field, place, on);
    const ULONG index = field->IsRange ? place : 0;
    if (!on && !hidp_get(report, field, index))
        return HIDP_STATUS_BUTTON_NOT_PRESSED;
    hidp_set(report, field, index, on);
    return HIDP_STATUS_SUCCESS;
}
