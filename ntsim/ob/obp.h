/*
 * Inside Ob: every object is a body behind a header that counts its references and knows its type.
 *
 * Reference counts are those of NT: a pointer count that holds the body, and a handle count within it. A type's delete
 * routine runs when the last reference goes, on whatever thread that happens, at PASSIVE_LEVEL where the caller is
 * there.
 */
#ifndef NTSIM_OB_OBP_H
#define NTSIM_OB_OBP_H

#include <ntifs.h>

typedef struct _OBJECT_TYPE OBJECT_TYPE;
struct _OBJECT_TYPE {
    PCWSTR Name;
    SIZE_T BodySize;            /* 0: given at each creation */
    void (*Delete)(PVOID body); /* or NULL */
    ULONG Objects;              /* that exist */
};

struct ob_header {
    LONG64 PointerCount, HandleCount;
    POBJECT_TYPE Type;
    LIST_ENTRY DirectoryEntry; /* in the directory that names it; self-linked where none does */
    UNICODE_STRING Name;       /* the last part, in pool; empty for nameless objects */
    PVOID Directory;           /* body of the directory object, referenced */
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    BOOLEAN Permanent;
    DECLSPEC_ALIGN(16) UCHAR Body[];
};

static inline struct ob_header *ob_header_of(PVOID body)
{
    return CONTAINING_RECORD(body, struct ob_header, Body);
}

/* A zeroed body with one reference and no name; `size` is used where the type has no size of its own. NULL: no memory.
 */
PVOID ob_create(POBJECT_TYPE type, SIZE_T size);

#endif
