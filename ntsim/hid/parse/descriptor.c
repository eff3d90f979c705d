/* Report descriptors: items, what they say of the main items that follow them, and where each field lies. */
#include "ntsim/hid/parse/preparsed.h"

enum { MOST_USAGES = 256, DEEPEST_COLLECTION = 32, DEEPEST_PUSH = 8 };
enum { ITEM_MAIN, ITEM_GLOBAL, ITEM_LOCAL };
enum { MAIN_INPUT = 8, MAIN_OUTPUT, MAIN_COLLECTION, MAIN_FEATURE, MAIN_END_COLLECTION };
enum { COLLECTION_APPLICATION = 1 };
enum {
    GLOBAL_USAGE_PAGE,
    GLOBAL_LOGICAL_MIN,
    GLOBAL_LOGICAL_MAX,
    GLOBAL_PHYSICAL_MIN,
    GLOBAL_PHYSICAL_MAX,
    GLOBAL_UNIT_EXPONENT,
    GLOBAL_UNIT,
    GLOBAL_REPORT_SIZE,
    GLOBAL_REPORT_ID,
    GLOBAL_REPORT_COUNT,
    GLOBAL_PUSH,
    GLOBAL_POP
};
enum {
    LOCAL_USAGE,
    LOCAL_USAGE_MIN,
    LOCAL_USAGE_MAX,
    LOCAL_DESIGNATOR,
    LOCAL_DESIGNATOR_MIN,
    LOCAL_DESIGNATOR_MAX,
    LOCAL_STRING = 7,
    LOCAL_STRING_MIN,
    LOCAL_STRING_MAX,
    LOCAL_DELIMITER
};

struct item {
    UCHAR Type, Tag, Size;
    ULONG Data;
    LONG Signed;
};

struct globals {
    USAGE Page;
    UCHAR ReportId;
    USHORT ReportSize, ReportCount;
    LONG LogicalMin, LogicalMax, PhysicalMin, PhysicalMax;
    ULONG LogicalMaxUnsigned, PhysicalMaxUnsigned;
    ULONG Unit, UnitExponent;
};

struct usage {
    USAGE Page; /* 0: the one that holds at the main item */
    struct hidp_range Range;
    BOOLEAN IsRange;
};

struct locals {
    struct usage Usages[MOST_USAGES];
    ULONG UsageCount;
    struct hidp_range String, Designator;
    BOOLEAN IsStringRange, IsDesignatorRange;
    BOOLEAN InDelimiter, DelimiterTaken;
};

struct parser {
    struct hidp_walk *Walk;
    struct globals Globals, Pushed[DEEPEST_PUSH];
    struct locals Locals;
    ULONG Depth, PushDepth;
    USHORT Open[DEEPEST_COLLECTION]; /* nodes of the wanted collection */
    BOOLEAN Wanted;
};

/* The next short item; long ones, which have no meaning yet, are skipped. FALSE: the descriptor ends within one. */
static BOOLEAN next_item(const UCHAR **at, const UCHAR *end, struct item *item)
{
    while (*at < end && **at == 0xFE) {
        if (end - *at < 3 || end - *at < 3 + (*at)[1])
            return FALSE;
        *at += 3 + (*at)[1];
    }
    if (*at == end)
        return FALSE;
    const UCHAR prefix = *(*at)++;
    item->Size = (UCHAR)((prefix & 3) == 3 ? 4 : prefix & 3);
    item->Type = (prefix >> 2) & 3;
    item->Tag = prefix >> 4;
    item->Data = 0;
    if (end - *at < item->Size)
        return FALSE;
    for (ULONG i = 0; i < item->Size; i++)
        item->Data |= (ULONG) * (*at)++ << (8 * i);
    item->Signed = item->Size == 1 ? (CHAR)item->Data : item->Size == 2 ? (SHORT)item->Data : (LONG)item->Data;
    return TRUE;
}

static NTSTATUS do_global(struct parser *parser, const struct item *item)
{
    struct globals *globals = &parser->Globals;
    switch (item->Tag) {
    case GLOBAL_USAGE_PAGE:
        globals->Page = (USAGE)item->Data;
        break;
    case GLOBAL_LOGICAL_MIN:
        globals->LogicalMin = item->Signed;
        break;
    case GLOBAL_LOGICAL_MAX:
        globals->LogicalMax = item->Signed;
        globals->LogicalMaxUnsigned = item->Data;
        break;
    case GLOBAL_PHYSICAL_MIN:
        globals->PhysicalMin = item->Signed;
        break;
    case GLOBAL_PHYSICAL_MAX:
        globals->PhysicalMax = item->Signed;
        globals->PhysicalMaxUnsigned = item->Data;
        break;
    case GLOBAL_UNIT_EXPONENT:
        globals->UnitExponent = item->Data;
        break;
    case GLOBAL_UNIT:
        globals->Unit = item->Data;
        break;
    case GLOBAL_REPORT_SIZE:
        if (item->Data > 0xFFFF)
            return STATUS_COULD_NOT_INTERPRET;
        globals->ReportSize = (USHORT)item->Data;
        break;
    case GLOBAL_REPORT_ID:
        if (item->Data == 0 || item->Data > 0xFF)
            return STATUS_COULD_NOT_INTERPRET;
        globals->ReportId = (UCHAR)item->Data;
        parser->Walk->UsesIds = TRUE;
        break;
    case GLOBAL_REPORT_COUNT:
        if (item->Data > 0xFFFF)
            return STATUS_COULD_NOT_INTERPRET;
        globals->ReportCount = (USHORT)item->Data;
        break;
    case GLOBAL_PUSH:
        if (parser->PushDepth == DEEPEST_PUSH)
            return STATUS_COULD_NOT_INTERPRET;
        parser->Pushed[parser->PushDepth++] = *globals;
        break;
    case GLOBAL_POP:
        if (parser->PushDepth == 0)
            return STATUS_COULD_NOT_INTERPRET;
        *globals = parser->Pushed[--parser->PushDepth];
        break;
    default:
        return STATUS_COULD_NOT_INTERPRET;
    }
    return STATUS_SUCCESS;
}

static NTSTATUS add_usage(struct locals *locals, const struct item *item)
{
    if (locals->InDelimiter && locals->DelimiterTaken)
        return STATUS_SUCCESS; /* of a set of names the first is preferred */
    locals->DelimiterTaken = locals->InDelimiter;
    if (locals->UsageCount == MOST_USAGES)
        return STATUS_COULD_NOT_INTERPRET;
    const USHORT usage = (USHORT)item->Data;
    locals->Usages[locals->UsageCount++] = (struct usage){.Page = (USAGE)(item->Data >> 16), .Range = {usage, usage}};
    return STATUS_SUCCESS;
}

static NTSTATUS end_usage_range(struct locals *locals, const struct item *item)
{
    struct usage *last = locals->UsageCount ? &locals->Usages[locals->UsageCount - 1] : NULL;
    if (!last || !last->IsRange || (USHORT)item->Data < last->Range.Min)
        return STATUS_COULD_NOT_INTERPRET;
    last->Range.Max = (USHORT)item->Data;
    if (item->Data >> 16)
        last->Page = (USAGE)(item->Data >> 16);
    return STATUS_SUCCESS;
}

static NTSTATUS do_local(struct parser *parser, const struct item *item)
{
    struct locals *locals = &parser->Locals;
    const USHORT value = (USHORT)item->Data;
    NTSTATUS status = STATUS_SUCCESS;
    switch (item->Tag) {
    case LOCAL_USAGE:
        return add_usage(locals, item);
    case LOCAL_USAGE_MIN:
        status = add_usage(locals, item);
        if (NT_SUCCESS(status))
            locals->Usages[locals->UsageCount - 1].IsRange = TRUE;
        break;
    case LOCAL_USAGE_MAX:
        return end_usage_range(locals, item);
    case LOCAL_DESIGNATOR:
        locals->Designator = (struct hidp_range){value, value};
        break;
    case LOCAL_DESIGNATOR_MIN:
        locals->Designator.Min = value;
        break;
    case LOCAL_DESIGNATOR_MAX:
        locals->Designator.Max = value;
        locals->IsDesignatorRange = TRUE;
        break;
    case LOCAL_STRING:
        locals->String = (struct hidp_range){value, value};
        break;
    case LOCAL_STRING_MIN:
        locals->String.Min = value;
        break;
    case LOCAL_STRING_MAX:
        locals->String.Max = value;
        locals->IsStringRange = TRUE;
        break;
    case LOCAL_DELIMITER:
        locals->InDelimiter = item->Data != 0;
        locals->DelimiterTaken = FALSE;
        break;
    default:
        break; /* reserved ones say nothing that is known */
    }
    return status;
}

/* --- main items --- */

static USAGE page_of(const struct parser *parser, const struct usage *usage)
{
    return usage->Page ? usage->Page : parser->Globals.Page;
}

static struct hidp_report *report_of(struct parser *parser)
{
    struct hidp_walk *walk = parser->Walk;
    for (ULONG i = 0; i < walk->ReportCount; i++)
        if (walk->Reports[i].Id == parser->Globals.ReportId)
            return &walk->Reports[i];
    struct hidp_report *report = &walk->Reports[walk->ReportCount++];
    *report = (struct hidp_report){.Id = parser->Globals.ReportId, .Collection = (UCHAR)walk->Collections};
    return report;
}

static void add_field(struct parser *parser, struct hidp_field *field)
{
    struct hidp_walk *walk = parser->Walk;
    const ULONG usages = field->IsRange ? field->Usage.Max - field->Usage.Min + 1UL : 1;
    field->DataIndex.Min = walk->DataIndices[field->Type];
    walk->DataIndices[field->Type] = (USHORT)(walk->DataIndices[field->Type] + usages);
    field->DataIndex.Max = (USHORT)(walk->DataIndices[field->Type] - 1);
    if (walk->Fields)
        walk->Fields[walk->FieldCount] = *field;
    walk->FieldCount++;
}

/* Each usage of an array is an index that any of its fields can have. */
static void add_array(struct parser *parser, struct hidp_field *field)
{
    const struct locals *locals = &parser->Locals;
    LONG base = field->LogicalMin;
    field->IsButton = TRUE;
    field->Count = parser->Globals.ReportCount;
    for (ULONG i = 0; i < locals->UsageCount; i++) {
        const struct usage *usage = &locals->Usages[i];
        field->Page = page_of(parser, usage);
        field->Usage = usage->Range;
        field->IsRange = usage->IsRange && usage->Range.Max > usage->Range.Min;
        field->ArrayBase = base;
        base += usage->Range.Max - usage->Range.Min + 1;
        add_field(parser, field);
    }
}

/* Variable fields have a usage each; the last usage holds for all that are left. */
static void add_variables(struct parser *parser, struct hidp_field *field)
{
    const struct locals *locals = &parser->Locals;
    ULONG left = parser->Globals.ReportCount;
    field->IsButton = field->BitSize == 1;
    for (ULONG i = 0; i < locals->UsageCount && left > 0; i++) {
        const struct usage *usage = &locals->Usages[i];
        const BOOLEAN last = i + 1 == locals->UsageCount;
        const ULONG usages = usage->Range.Max - usage->Range.Min + 1UL;
        const ULONG named = usages < left ? usages : left;
        const ULONG count = last && usages == 1 ? left : named;
        field->Page = page_of(parser, usage);
        field->Usage = (struct hidp_range){usage->Range.Min, (USHORT)(usage->Range.Min + named - 1)};
        field->IsRange = named > 1;
        field->Count = (USHORT)count;
        add_field(parser, field);
        field->Bit += count * field->BitSize;
        left -= count;
        if (last && left > 0 && usages > 1) { /* after a range: more of its last usage */
            field->Usage.Min = field->Usage.Max = usage->Range.Max;
            field->IsRange = FALSE;
            field->Count = (USHORT)left;
            add_field(parser, field);
        }
    }
}

static NTSTATUS add_data(struct parser *parser, HIDP_REPORT_TYPE type, const struct item *item)
{
    enum { MOST_BITS = 0xFFFF * 8 };
    const struct globals *globals = &parser->Globals;
    const struct locals *locals = &parser->Locals;
    if (parser->Depth == 0 || (parser->Walk->UsesIds && globals->ReportId == 0))
        return STATUS_COULD_NOT_INTERPRET;
    struct hidp_report *report = report_of(parser);
    const ULONG bits = (ULONG)globals->ReportSize * globals->ReportCount, begin = report->Bits[type];
    if (report->Collection != (UCHAR)parser->Walk->Collections || bits > MOST_BITS || begin + bits > MOST_BITS)
        return STATUS_COULD_NOT_INTERPRET; /* a report belongs to one top-level collection */
    report->Bits[type] = begin + bits;
    if (!parser->Wanted || (item->Data & HIDP_CONSTANT) || bits == 0)
        return STATUS_SUCCESS;
    const BOOLEAN unsigned_logical = globals->LogicalMin >= 0 && globals->LogicalMax < globals->LogicalMin;
    const BOOLEAN unsigned_physical = globals->PhysicalMin >= 0 && globals->PhysicalMax < globals->PhysicalMin;
    struct hidp_field field = {
        .Type = (UCHAR)type,
        .ReportId = globals->ReportId,
        .String = locals->String,
        .Designator = locals->Designator,
        .IsStringRange = locals->IsStringRange,
        .IsDesignatorRange = locals->IsDesignatorRange,
        .Flags = (USHORT)item->Data,
        .Node = parser->Open[parser->Depth - 1],
        .BitSize = globals->ReportSize,
        .Bit = 8 + begin,
        .LogicalMin = globals->LogicalMin,
        .LogicalMax = unsigned_logical ? (LONG)globals->LogicalMaxUnsigned : globals->LogicalMax,
        .PhysicalMin = globals->PhysicalMin,
        .PhysicalMax = unsigned_physical ? (LONG)globals->PhysicalMaxUnsigned : globals->PhysicalMax,
        .Units = globals->Unit,
        .UnitsExponent = globals->UnitExponent,
    };
    if (hidp_is_array(&field))
        add_array(parser, &field);
    else
        add_variables(parser, &field);
    return STATUS_SUCCESS;
}

/* Nodes are numbered as they open; a node's children are linked from the last to the first. */
static void add_node(struct parser *parser, USAGE page, USAGE usage, const struct item *item)
{
    struct hidp_walk *walk = parser->Walk;
    const USHORT number = (USHORT)walk->NodeCount++, parent = parser->Depth ? parser->Open[parser->Depth - 1] : 0;
    parser->Open[parser->Depth] = number;
    if (!walk->Nodes)
        return;
    walk->Nodes[number] = (HIDP_LINK_COLLECTION_NODE){
        .LinkUsage = usage,
        .LinkUsagePage = page,
        .Parent = parent,
        .CollectionType = item->Data & 0xFF,
    };
    if (number == 0)
        return;
    walk->Nodes[number].NextSibling = walk->Nodes[parent].FirstChild;
    walk->Nodes[parent].FirstChild = number;
    walk->Nodes[parent].NumberOfChildren++;
}

static NTSTATUS begin_collection(struct parser *parser, const struct item *item)
{
    struct hidp_walk *walk = parser->Walk;
    const struct locals *locals = &parser->Locals;
    const USAGE page = locals->UsageCount ? page_of(parser, &locals->Usages[0]) : parser->Globals.Page;
    const USAGE usage = locals->UsageCount ? locals->Usages[0].Range.Min : 0;
    if (parser->Depth == DEEPEST_COLLECTION)
        return STATUS_COULD_NOT_INTERPRET;
    if (parser->Depth == 0) {
        if (item->Data != COLLECTION_APPLICATION || walk->Collections == 0xFF)
            return STATUS_COULD_NOT_INTERPRET;
        parser->Wanted = ++walk->Collections == walk->Wanted;
        if (parser->Wanted) {
            walk->Page = page;
            walk->Usage = usage;
        }
    }
    if (parser->Wanted)
        add_node(parser, page, usage, item);
    parser->Depth++;
    return STATUS_SUCCESS;
}

static NTSTATUS do_main(struct parser *parser, const struct item *item)
{
    NTSTATUS status = STATUS_SUCCESS;
    switch (item->Tag) {
    case MAIN_INPUT:
        status = add_data(parser, HidP_Input, item);
        break;
    case MAIN_OUTPUT:
        status = add_data(parser, HidP_Output, item);
        break;
    case MAIN_FEATURE:
        status = add_data(parser, HidP_Feature, item);
        break;
    case MAIN_COLLECTION:
        status = begin_collection(parser, item);
        break;
    case MAIN_END_COLLECTION:
        if (parser->Depth == 0)
            return STATUS_COULD_NOT_INTERPRET;
        if (--parser->Depth == 0)
            parser->Wanted = FALSE;
        break;
    default:
        return STATUS_COULD_NOT_INTERPRET;
    }
    RtlZeroMemory(&parser->Locals, sizeof(parser->Locals));
    return status;
}

static NTSTATUS walk_items(struct parser *parser, const UCHAR *at, const UCHAR *end)
{
    NTSTATUS status = STATUS_SUCCESS;
    while (at < end && NT_SUCCESS(status)) {
        struct item item;
        if (!next_item(&at, end, &item))
            return STATUS_COULD_NOT_INTERPRET;
        if (item.Type == ITEM_MAIN)
            status = do_main(parser, &item);
        else if (item.Type == ITEM_GLOBAL)
            status = do_global(parser, &item);
        else if (item.Type == ITEM_LOCAL)
            status = do_local(parser, &item);
        else
            status = STATUS_COULD_NOT_INTERPRET;
    }
    return status;
}

NTSTATUS hidp_walk_descriptor(const UCHAR *descriptor, ULONG length, struct hidp_walk *walk)
{
    struct parser *parser = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*parser), HIDP_TAG);
    if (!parser)
        return STATUS_INSUFFICIENT_RESOURCES;
    parser->Walk = walk;
    walk->FieldCount = walk->NodeCount = walk->Collections = walk->ReportCount = 0;
    walk->UsesIds = FALSE;
    RtlZeroMemory(walk->DataIndices, sizeof(walk->DataIndices));
    NTSTATUS status = walk_items(parser, descriptor, descriptor + length);
    if (NT_SUCCESS(status) && (parser->Depth != 0 || walk->Collections == 0))
        status = STATUS_COULD_NOT_INTERPRET;
    if (NT_SUCCESS(status) && walk->Collections > 1 && !walk->UsesIds)
        status = STATUS_COULD_NOT_INTERPRET; /* nothing would tell their reports apart */
    ExFreePoolWithTag(parser, HIDP_TAG);
    return status;
}
