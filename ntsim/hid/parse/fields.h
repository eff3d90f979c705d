/* The fields of a report: finding them, and their bits. */
#ifndef NTSIM_HID_PARSE_FIELDS_H
#define NTSIM_HID_PARSE_FIELDS_H

#include "ntsim/hid/parse/preparsed.h"

/* A report as the HidP_ functions get it. */
struct hidp_buffer {
    PHIDP_PREPARSED_DATA Data;
    HIDP_REPORT_TYPE Type;
    PUCHAR Bytes;
    ULONG Size;
};

/* HIDP_STATUS_SUCCESS, or what is wrong with the arguments. */
NTSTATUS hidp_check_report(const struct hidp_buffer *report);

/*
 * The next field for which all of what is not 0 fits, in any report; `field` NULL for the first. Walks through
 * everything with the same arguments until NULL.
 */
struct hidp_query {
    BOOLEAN Button;
    USAGE Page, Usage; /* 0: any */
    USHORT Link;
};
const struct hidp_field *hidp_next_field(const struct hidp_buffer *report, const struct hidp_query *query,
                                         const struct hidp_field *field);

/* The first such field that is in this report. HIDP_STATUS_INCOMPATIBLE_REPORT_ID where it is in others only,
 * HIDP_STATUS_USAGE_NOT_FOUND where there is none. A report without an ID gets that of the field, where `writes`. */
NTSTATUS hidp_find_field(const struct hidp_buffer *report, const struct hidp_query *query, BOOLEAN writes,
                         const struct hidp_field **result);

/* Up to 32 bits at a bit of the report. */
ULONG hidp_get_bits(const UCHAR *report, ULONG bit, ULONG size);
void hidp_set_bits(PUCHAR report, ULONG bit, ULONG size, ULONG value);

/* One of the field's `Count`. */
static inline ULONG hidp_get(const struct hidp_buffer *report, const struct hidp_field *field, ULONG index)
{
    return hidp_get_bits(report->Bytes, field->Bit + index * field->BitSize, field->BitSize);
}

static inline void hidp_set(const struct hidp_buffer *report, const struct hidp_field *field, ULONG index, ULONG value)
{
    hidp_set_bits(report->Bytes, field->Bit + index * field->BitSize, field->BitSize, value);
}

/* As a signed number, where the field's logical minimum is below 0. */
LONG hidp_signed(const struct hidp_field *field, ULONG value);

/* Calls visit(context, usage, data index) for each usage of the field that is on. */
typedef void hidp_visit(PVOID context, USAGE page, USAGE usage, USHORT data_index);
void hidp_visit_buttons(const struct hidp_buffer *report, const struct hidp_field *field, hidp_visit *visit,
                        PVOID context);

/* The button at that place of the field's usages goes on or off. */
NTSTATUS hidp_set_button(const struct hidp_buffer *report, const struct hidp_field *field, ULONG place, BOOLEAN on);

#endif
