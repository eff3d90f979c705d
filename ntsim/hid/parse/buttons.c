/* Usages that are on or off. */
#include "ntsim/hid/parse/fields.h"

/* Where the usages that are on go; more are counted than there is room for. */
struct list {
    PUSAGE Usages; /* or */
    PUSAGE_AND_PAGE Pairs;
    ULONG Room, Count;
};

static void add(PVOID context, USAGE page, USAGE usage, USHORT data_index)
{
    struct list *list = context;
    if (list->Count < list->Room && list->Pairs)
        list->Pairs[list->Count] = (USAGE_AND_PAGE){.Usage = usage, .UsagePage = page};
    else if (list->Count < list->Room)
        list->Usages[list->Count] = usage;
    list->Count++;
}

static NTSTATUS list_buttons(const struct hidp_buffer *report, USAGE page, USHORT link, struct list *list,
                             PULONG length)
{
    const struct hidp_query query = {.Button = TRUE, .Page = page, .Link = link};
    const struct hidp_field *field = NULL;
    NTSTATUS status = hidp_check_report(report);
    if (status == HIDP_STATUS_SUCCESS)
        status = hidp_find_field(report, &query, FALSE, &field);
    if (status != HIDP_STATUS_SUCCESS)
        return status;
    list->Room = *length;
    for (; field; field = hidp_next_field(report, &query, field))
        if (field->ReportId == report->Bytes[0])
            hidp_visit_buttons(report, field, add, list);
    *length = list->Count;
    return list->Count > list->Room ? HIDP_STATUS_BUFFER_TOO_SMALL : HIDP_STATUS_SUCCESS;
}

NTSTATUS HidP_GetUsages(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, PUSAGE UsageList,
                        PULONG UsageLength, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    struct list list = {.Usages = UsageList};
    return list_buttons(&report, UsagePage, LinkCollection, &list, UsageLength);
}

NTSTATUS HidP_GetUsagesEx(HIDP_REPORT_TYPE ReportType, USHORT LinkCollection, PUSAGE_AND_PAGE ButtonList,
                          ULONG *UsageLength, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    struct list list = {.Pairs = ButtonList};
    return list_buttons(&report, 0, LinkCollection, &list, UsageLength);
}

/* `*length` becomes the place of the usage that could not be changed. */
static NTSTATUS change(const struct hidp_buffer *report, USAGE page, USHORT link, const USAGE *usages, PULONG length,
                       BOOLEAN on)
{
    NTSTATUS status = hidp_check_report(report);
    for (ULONG i = 0; i < *length && status == HIDP_STATUS_SUCCESS; i++) {
        const struct hidp_query query = {.Button = TRUE, .Page = page, .Link = link, .Usage = usages[i]};
        const struct hidp_field *field;
        status = hidp_find_field(report, &query, on, &field);
        if (status == HIDP_STATUS_SUCCESS)
            status = hidp_set_button(report, field, (ULONG)(usages[i] - field->Usage.Min), on);
        if (status != HIDP_STATUS_SUCCESS)
            *length = i;
    }
    return status;
}

NTSTATUS HidP_SetUsages(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, PUSAGE UsageList,
                        PULONG UsageLength, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    return change(&report, UsagePage, LinkCollection, UsageList, UsageLength, TRUE);
}

NTSTATUS HidP_UnsetUsages(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, PUSAGE UsageList,
                          PULONG UsageLength, PHIDP_PREPARSED_DATA PreparsedData, PCHAR Report, ULONG ReportLength)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, (PUCHAR)Report, ReportLength};
    return change(&report, UsagePage, LinkCollection, UsageList, UsageLength, FALSE);
}

/* An array has as many as it has slots, whatever the number of its usages; its fields stand side by side. */
ULONG HidP_MaxUsageListLength(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, PHIDP_PREPARSED_DATA PreparsedData)
{
    const struct hidp_buffer report = {PreparsedData, ReportType, NULL, 0};
    const struct hidp_query query = {.Button = TRUE, .Page = UsagePage};
    const struct hidp_field *last = NULL;
    ULONG count = 0;
    if (!hidp_is_valid(PreparsedData) || (ULONG)ReportType > HidP_Feature)
        return 0;
    for (const struct hidp_field *field = NULL; (field = hidp_next_field(&report, &query, field)) != NULL;) {
        const BOOLEAN same_array =
            last && hidp_is_array(field) && last->Bit == field->Bit && last->ReportId == field->ReportId;
        count += same_array ? 0 : field->Count;
        last = field;
    }
    return count;
}

/* --- what changed between two lists; each ends at a 0 or at its length --- */

static ULONG length_of(const USAGE *list, ULONG most)
{
    ULONG length = 0;
    while (length < most && list[length])
        length++;
    return length;
}

static BOOLEAN holds(const USAGE *list, ULONG length, USAGE usage)
{
    for (ULONG i = 0; i < length; i++)
        if (list[i] == usage)
            return TRUE;
    return FALSE;
}

static void subtract(const USAGE *list, const USAGE *other, USAGE *result, ULONG most)
{
    const ULONG length = length_of(list, most), other_length = length_of(other, most);
    ULONG count = 0;
    for (ULONG i = 0; i < length; i++)
        if (!holds(other, other_length, list[i]))
            result[count++] = list[i];
    while (count < most)
        result[count++] = 0;
}

NTSTATUS HidP_UsageListDifference(PUSAGE PreviousUsageList, PUSAGE CurrentUsageList, PUSAGE BreakUsageList,
                                  PUSAGE MakeUsageList, ULONG UsageListLength)
{
    subtract(PreviousUsageList, CurrentUsageList, BreakUsageList, UsageListLength);
    subtract(CurrentUsageList, PreviousUsageList, MakeUsageList, UsageListLength);
    return HIDP_STATUS_SUCCESS;
}
