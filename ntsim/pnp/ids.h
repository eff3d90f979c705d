/*
 * The lists of strings that bus drivers answer IRP_MN_QUERY_ID with: each string ends with a zero, the last one with
 * another. For the images of bus drivers, at PASSIVE_LEVEL.
 */
#ifndef NTSIM_PNP_IDS_H
#define NTSIM_PNP_IDS_H

#include <stdarg.h>
#include <stdio.h>

enum { ID_LIST_ROOM = 512 }; /* characters */

struct id_list {
    PWCHAR Text; /* ID_LIST_ROOM zeros at first; the caller's */
    ULONG Used;  /* characters */
};

/* Text is NULL where there is no memory; else it is paged pool, which who gets the answer frees. */
static inline struct id_list id_list_allocate(ULONG tag)
{
    return (struct id_list){ExAllocatePool2(POOL_FLAG_PAGED, ID_LIST_ROOM * sizeof(WCHAR), tag), 0};
}

/* Another string, cut off where there is no room; the list keeps a character for its end. */
static inline void id_list_add(struct id_list *list, PCWSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int count = _vsnwprintf(list->Text + list->Used, ID_LIST_ROOM - 2 - list->Used, format, arguments);
    va_end(arguments);
    if (count > 0)
        list->Used += (ULONG)count + 1;
}

#endif
