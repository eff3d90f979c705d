/* What a collection can do. */
#include "ntsim/hid/parse/preparsed.h"

NTSTATUS HidP_GetCaps(PHIDP_PREPARSED_DATA PreparsedData, PHIDP_CAPS Capabilities)
{
    if (!hidp_is_valid(PreparsedData))
        return HIDP_STATUS_INVALID_PREPARSED_DATA;
    *Capabilities = PreparsedData->Caps;
    return HIDP_STATUS_SUCCESS;
}

NTSTATUS HidP_GetLinkCollectionNodes(PHIDP_LINK_COLLECTION_NODE LinkCollectionNodes, PULONG LinkCollectionNodesLength,
                                     PHIDP_PREPARSED_DATA PreparsedData)
{
    if (!hidp_is_valid(PreparsedData))
        return HIDP_STATUS_INVALID_PREPARSED_DATA;
    const ULONG count = PreparsedData->Caps.NumberLinkCollectionNodes, room = *LinkCollectionNodesLength;
    *LinkCollectionNodesLength = count;
    if (room < count)
        return HIDP_STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(LinkCollectionNodes, hidp_nodes(PreparsedData), count * sizeof(*LinkCollectionNodes));
    return HIDP_STATUS_SUCCESS;
}

/* Whether a field is among those that a GetSpecific function asks for; 0 is any. */
static BOOLEAN matches(const struct hidp_field *field, HIDP_REPORT_TYPE type, BOOLEAN button, USAGE page, USHORT link,
                       USAGE usage)
{
    return field->Type == type && field->IsButton == button && (!page || field->Page == page) &&
           hidp_in_collection(field, link) && (!usage || (usage >= field->Usage.Min && usage <= field->Usage.Max));
}

/* Of both kinds of caps the last 16 bytes are a union of two views of the same numbers. */
#define PUT_RANGES(caps, field)                                                                                        \
    do {                                                                                                               \
        (caps)->Range.UsageMin = (field)->Usage.Min;                                                                   \
        (caps)->Range.UsageMax = (field)->Usage.Max;                                                                   \
        (caps)->Range.StringMin = (field)->String.Min;                                                                 \
        (caps)->Range.StringMax = (field)->String.Max;                                                                 \
        (caps)->Range.DesignatorMin = (field)->Designator.Min;                                                         \
        (caps)->Range.DesignatorMax = (field)->Designator.Max;                                                         \
        (caps)->Range.DataIndexMin = (field)->DataIndex.Min;                                                           \
        (caps)->Range.DataIndexMax = (field)->DataIndex.Max;                                                           \
    } while (0)

static void put_button(PHIDP_PREPARSED_DATA data, const struct hidp_field *field, PHIDP_BUTTON_CAPS caps)
{
    const HIDP_LINK_COLLECTION_NODE *node = &hidp_nodes(data)[field->Node];
    *caps = (HIDP_BUTTON_CAPS){
        .UsagePage = field->Page,
        .ReportID = field->ReportId,
        .BitField = field->Flags,
        .LinkCollection = field->Node,
        .LinkUsage = node->LinkUsage,
        .LinkUsagePage = node->LinkUsagePage,
        .IsRange = field->IsRange,
        .IsStringRange = field->IsStringRange,
        .IsDesignatorRange = field->IsDesignatorRange,
        .IsAbsolute = !(field->Flags & HIDP_RELATIVE),
        .ReportCount = field->Count,
    };
    PUT_RANGES(caps, field);
}

static void put_value(PHIDP_PREPARSED_DATA data, const struct hidp_field *field, PHIDP_VALUE_CAPS caps)
{
    const HIDP_LINK_COLLECTION_NODE *node = &hidp_nodes(data)[field->Node];
    *caps = (HIDP_VALUE_CAPS){
        .UsagePage = field->Page,
        .ReportID = field->ReportId,
        .BitField = field->Flags,
        .LinkCollection = field->Node,
        .LinkUsage = node->LinkUsage,
        .LinkUsagePage = node->LinkUsagePage,
        .IsRange = field->IsRange,
        .IsStringRange = field->IsStringRange,
        .IsDesignatorRange = field->IsDesignatorRange,
        .IsAbsolute = !(field->Flags & HIDP_RELATIVE),
        .HasNull = (field->Flags & HIDP_NULL_STATE) != 0,
        .BitSize = field->BitSize,
        .ReportCount = field->Count,
        .UnitsExp = field->UnitsExponent,
        .Units = field->Units,
        .LogicalMin = field->LogicalMin,
        .LogicalMax = field->LogicalMax,
        .PhysicalMin = field->PhysicalMin,
        .PhysicalMax = field->PhysicalMax,
    };
    PUT_RANGES(caps, field);
}

/* `*length` gets how many there are, also where there is no room for all. */
static NTSTATUS get_caps(HIDP_REPORT_TYPE type, BOOLEAN button, USAGE page, USHORT link, USAGE usage, PVOID caps,
                         PUSHORT length, PHIDP_PREPARSED_DATA data)
{
    if (!hidp_is_valid(data))
        return HIDP_STATUS_INVALID_PREPARSED_DATA;
    if ((ULONG)type > HidP_Feature)
        return HIDP_STATUS_INVALID_REPORT_TYPE;
    const USHORT room = *length;
    USHORT count = 0;
    for (ULONG i = 0; i < data->FieldCount; i++) {
        const struct hidp_field *field = &hidp_fields(data)[i];
        if (!matches(field, type, button, page, link, usage))
            continue;
        if (count < room && button)
            put_button(data, field, (PHIDP_BUTTON_CAPS)caps + count);
        else if (count < room)
            put_value(data, field, (PHIDP_VALUE_CAPS)caps + count);
        count++;
    }
    *length = count;
    return count == 0 ? HIDP_STATUS_USAGE_NOT_FOUND : count > room ? HIDP_STATUS_BUFFER_TOO_SMALL : HIDP_STATUS_SUCCESS;
}

NTSTATUS HidP_GetSpecificButtonCaps(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                    PHIDP_BUTTON_CAPS ButtonCaps, PUSHORT ButtonCapsLength,
                                    PHIDP_PREPARSED_DATA PreparsedData)
{
    return get_caps(ReportType, TRUE, UsagePage, LinkCollection, Usage, ButtonCaps, ButtonCapsLength, PreparsedData);
}

NTSTATUS HidP_GetButtonCaps(HIDP_REPORT_TYPE ReportType, PHIDP_BUTTON_CAPS ButtonCaps, PUSHORT ButtonCapsLength,
                            PHIDP_PREPARSED_DATA PreparsedData)
{
    return get_caps(ReportType, TRUE, 0, 0, 0, ButtonCaps, ButtonCapsLength, PreparsedData);
}

NTSTATUS HidP_GetSpecificValueCaps(HIDP_REPORT_TYPE ReportType, USAGE UsagePage, USHORT LinkCollection, USAGE Usage,
                                   PHIDP_VALUE_CAPS ValueCaps, PUSHORT ValueCapsLength,
                                   PHIDP_PREPARSED_DATA PreparsedData)
{
    return get_caps(ReportType, FALSE, UsagePage, LinkCollection, Usage, ValueCaps, ValueCapsLength, PreparsedData);
}

NTSTATUS HidP_GetValueCaps(HIDP_REPORT_TYPE ReportType, PHIDP_VALUE_CAPS ValueCaps, PUSHORT ValueCapsLength,
                           PHIDP_PREPARSED_DATA PreparsedData)
{
    return get_caps(ReportType, FALSE, 0, 0, 0, ValueCaps, ValueCapsLength, PreparsedData);
}
