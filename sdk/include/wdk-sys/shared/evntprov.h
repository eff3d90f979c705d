/*
 * Providers of events, under the name that both modes know. In kernel mode the functions are those of wdm.h (EtwRegister …); this
 * adds the inline helpers that user mode has, too. In user mode mingw-w64's header of this name comes before it. Source of facts:
 * the public reference of evntprov.h.
 */
#ifndef WDK_EVNTPROV_H
#define WDK_EVNTPROV_H

#include <wdm.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MAX_EVENT_DATA_DESCRIPTORS   128
#define MAX_EVENT_FILTER_DATA_SIZE   1024
#define EVENT_MIN_LEVEL              0
#define EVENT_MAX_LEVEL              0xFF
#define EVENT_FILTER_TYPE_NONE       0x00000000
#define EVENT_FILTER_TYPE_SCHEMATIZED 0x80000000
#define EVENT_FILTER_TYPE_SYSTEM_FLAGS 0x80000001
#define EVENT_FILTER_TYPE_TRACEHANDLE 0x80000002
#define EVENT_FILTER_TYPE_PID        0x80000004

typedef struct _EVENT_FILTER_HEADER {
    USHORT Id;
    UCHAR Version;
    UCHAR Reserved[5];
    ULONGLONG InstanceId;
    ULONG Size;
    ULONG NextOffset;
} EVENT_FILTER_HEADER, *PEVENT_FILTER_HEADER;

static __inline VOID EventDataDescCreate(
    _Out_ PEVENT_DATA_DESCRIPTOR EventDataDescriptor, _In_reads_bytes_(DataSize) const VOID *DataPtr, _In_ ULONG DataSize)
{
    EventDataDescriptor->Ptr = (ULONGLONG)(ULONG_PTR)DataPtr;
    EventDataDescriptor->Size = DataSize;
    EventDataDescriptor->Reserved = 0;
}

static __inline VOID EventDescZero(_Out_ PEVENT_DESCRIPTOR EventDescriptor)
{
    RtlZeroMemory(EventDescriptor, sizeof *EventDescriptor);
}

static __inline VOID EventDescCreate(
    _Out_ PEVENT_DESCRIPTOR EventDescriptor, _In_ USHORT Id, _In_ UCHAR Version, _In_ UCHAR Channel, _In_ UCHAR Level,
    _In_ USHORT Task, _In_ UCHAR Opcode, _In_ ULONGLONG Keyword)
{
    EventDescriptor->Id = Id;
    EventDescriptor->Version = Version;
    EventDescriptor->Channel = Channel;
    EventDescriptor->Level = Level;
    EventDescriptor->Opcode = Opcode;
    EventDescriptor->Task = Task;
    EventDescriptor->Keyword = Keyword;
}

#ifdef __cplusplus
}
#endif
#endif
