/*
 * Inside hidparse.sys: what a top-level collection's preparsed data hold. Windows reserves their structure, so this is
 * one of our own. It has no pointers: programs and drivers get copies.
 *
 * Sources: the USB HID specification 1.11 (report descriptors), the public documentation of the HidP_ functions.
 */
#ifndef NTSIM_HID_PARSE_PREPARSED_H
#define NTSIM_HID_PARSE_PREPARSED_H

#include <ntifs.h>

#include <hidpddi.h>
#include <hidpi.h>

enum { HIDP_SIGNATURE = 'DPPH', HIDP_TAG = 'psrH' };

enum hidp_main_flags { HIDP_CONSTANT = 1, HIDP_VARIABLE = 2, HIDP_RELATIVE = 4, HIDP_NULL_STATE = 0x40 };

/* A range of values of a local item: usages, strings or designators. */
struct hidp_range {
    USHORT Min, Max;
};

/* What one usage, or one range of usages, of a main item has in a report. */
struct hidp_field {
    UCHAR Type; /* HIDP_REPORT_TYPE */
    UCHAR ReportId;
    BOOLEAN IsButton;
    BOOLEAN IsRange, IsStringRange, IsDesignatorRange;
    USAGE Page;
    struct hidp_range Usage, String, Designator, DataIndex;
    USHORT Flags; /* of the main item */
    USHORT Node;  /* the link collection that it stands in */
    USHORT BitSize, Count;
    ULONG Bit;      /* of the first; the first 8 bits of a report are its ID */
    LONG ArrayBase; /* of an array: the index that means Usage.Min */
    LONG LogicalMin, LogicalMax, PhysicalMin, PhysicalMax;
    ULONG Units, UnitsExponent;
};

struct _HIDP_PREPARSED_DATA {
    ULONG Signature;
    ULONG Size;
    HIDP_CAPS Caps;
    ULONG FieldCount; /* of struct hidp_field, behind this; then Caps.NumberLinkCollectionNodes nodes */
    ULONG Reserved;
};

static inline struct hidp_field *hidp_fields(PHIDP_PREPARSED_DATA data)
{
    return (struct hidp_field *)(data + 1);
}

static inline PHIDP_LINK_COLLECTION_NODE hidp_nodes(PHIDP_PREPARSED_DATA data)
{
    return (PHIDP_LINK_COLLECTION_NODE)(hidp_fields(data) + data->FieldCount);
}

static inline BOOLEAN hidp_is_array(const struct hidp_field *field)
{
    return !(field->Flags & HIDP_VARIABLE);
}

static inline BOOLEAN hidp_is_valid(PHIDP_PREPARSED_DATA data)
{
    return data && data->Signature == HIDP_SIGNATURE;
}

/* Bytes of the longest report of a type, its ID counted; 0 where there is none. */
static inline USHORT hidp_report_length(PHIDP_PREPARSED_DATA data, HIDP_REPORT_TYPE type)
{
    return type == HidP_Input    ? data->Caps.InputReportByteLength
           : type == HidP_Output ? data->Caps.OutputReportByteLength
                                 : data->Caps.FeatureReportByteLength;
}

/* The collection that a function names: 0 for any, HIDP_LINK_COLLECTION_ROOT for the outermost. */
static inline BOOLEAN hidp_in_collection(const struct hidp_field *field, USHORT link)
{
    return link == HIDP_LINK_COLLECTION_UNSPECIFIED || field->Node == (link == HIDP_LINK_COLLECTION_ROOT ? 0 : link);
}

/* --- descriptor.c --- */

struct hidp_report {
    UCHAR Id, Collection;
    ULONG Bits[3]; /* of each type, the ID not counted */
};

enum { HIDP_MOST_REPORTS = 256 };

/* What a walk over a descriptor finds. The caller gives room, or NULL for what is only to be counted. */
struct hidp_walk {
    ULONG Wanted;              /* the number of the top-level collection whose fields and nodes are wanted, from 1 */
    struct hidp_field *Fields; /* of it */
    PHIDP_LINK_COLLECTION_NODE Nodes; /* of it */
    ULONG FieldCount, NodeCount;
    ULONG Collections;           /* top-level collections in the descriptor */
    ULONG ReportCount;           /* of all of them */
    struct hidp_report *Reports; /* HIDP_MOST_REPORTS */
    BOOLEAN UsesIds;
    USAGE Page, Usage; /* of the wanted collection */
    USHORT DataIndices[3];
};

/* STATUS_COULD_NOT_INTERPRET where it is no report descriptor that the specification allows. */
NTSTATUS hidp_walk_descriptor(const UCHAR *descriptor, ULONG length, struct hidp_walk *walk);

#endif
