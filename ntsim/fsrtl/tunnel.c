/* The tunnel cache: a name that was just deleted hands what it was to its successor, for 15 seconds. */
#include <ntifs.h>

enum { TAG = 'nTsF', MOST_ENTRIES = 256 };
#define LIFE (15 * 10000000LL)

struct entry {
    LIST_ENTRY Entry; /* in the cache's list, oldest first */
    ULONGLONG Directory;
    LONGLONG Added;
    BOOLEAN ByShortName;
    UNICODE_STRING ShortName, LongName; /* behind this, as the data are */
    ULONG DataLength;
    PUCHAR Data;
};

VOID FsRtlInitializeTunnelCache(PTUNNEL Cache)
{
    ExInitializeFastMutex(&Cache->Mutex);
    Cache->Cache = NULL;
    InitializeListHead(&Cache->TimerQueue);
    Cache->NumEntries = 0;
}

static void drop(PTUNNEL cache, struct entry *entry)
{
    RemoveEntryList(&entry->Entry);
    cache->NumEntries--;
    ExFreePoolWithTag(entry, TAG);
}

static struct entry *oldest(PTUNNEL cache)
{
    return IsListEmpty(&cache->TimerQueue) ? NULL : CONTAINING_RECORD(cache->TimerQueue.Flink, struct entry, Entry);
}

static void forget_old(PTUNNEL cache, USHORT most)
{
    LONGLONG now = (LONGLONG)KeQueryInterruptTime();
    struct entry *entry;
    while ((entry = oldest(cache)) != NULL && (entry->Added + LIFE <= now || cache->NumEntries > most))
        drop(cache, entry);
}

static struct entry *find(PTUNNEL cache, ULONGLONG directory, PCUNICODE_STRING name)
{
    for (LIST_ENTRY *at = cache->TimerQueue.Flink; at != &cache->TimerQueue; at = at->Flink) {
        struct entry *entry = CONTAINING_RECORD(at, struct entry, Entry);
        if (entry->Directory == directory &&
            RtlEqualUnicodeString(entry->ByShortName ? &entry->ShortName : &entry->LongName, name, TRUE))
            return entry;
    }
    return NULL;
}

static PUCHAR put(UNICODE_STRING *to, PUCHAR at, PCUNICODE_STRING from)
{
    *to = (UNICODE_STRING){from->Length, from->Length, (PWSTR)at};
    RtlCopyMemory(at, from->Buffer, from->Length);
    return at + from->Length;
}

VOID FsRtlAddToTunnelCache(PTUNNEL Cache, ULONGLONG DirectoryKey, PUNICODE_STRING ShortName, PUNICODE_STRING LongName,
                           BOOLEAN KeyByShortName, ULONG DataLength, PVOID Data)
{
    struct entry *entry = ExAllocatePool2(
        POOL_FLAG_PAGED, sizeof(*entry) + ShortName->Length + LongName->Length + (SIZE_T)DataLength, TAG);
    if (!entry)
        return;
    entry->Directory = DirectoryKey;
    entry->Added = (LONGLONG)KeQueryInterruptTime();
    entry->ByShortName = KeyByShortName;
    PUCHAR at = put(&entry->LongName, put(&entry->ShortName, (PUCHAR)(entry + 1), ShortName), LongName);
    entry->Data = at;
    entry->DataLength = DataLength;
    RtlCopyMemory(at, Data, DataLength);
    ExAcquireFastMutex(&Cache->Mutex);
    struct entry *old = find(Cache, DirectoryKey, KeyByShortName ? ShortName : LongName);
    if (old)
        drop(Cache, old);
    InsertTailList(&Cache->TimerQueue, &entry->Entry);
    Cache->NumEntries++;
    forget_old(Cache, MOST_ENTRIES);
    ExReleaseFastMutex(&Cache->Mutex);
}

/* The long name gets memory of its own where the caller's is too short; he frees it. */
static BOOLEAN give_name(UNICODE_STRING *to, const UNICODE_STRING *from, BOOLEAN may_allocate)
{
    if (to->MaximumLength < from->Length) {
        PWSTR buffer = may_allocate ? ExAllocatePoolWithTag(PagedPool, from->Length, TAG) : NULL;
        if (!buffer)
            return FALSE;
        to->Buffer = buffer;
        to->MaximumLength = from->Length;
    }
    RtlCopyMemory(to->Buffer, from->Buffer, from->Length);
    to->Length = from->Length;
    return TRUE;
}

BOOLEAN FsRtlFindInTunnelCache(PTUNNEL Cache, ULONGLONG DirectoryKey, PUNICODE_STRING Name, PUNICODE_STRING ShortName,
                               PUNICODE_STRING LongName, PULONG DataLength, PVOID Data)
{
    BOOLEAN found = FALSE;
    ExAcquireFastMutex(&Cache->Mutex);
    forget_old(Cache, MOST_ENTRIES);
    struct entry *entry = find(Cache, DirectoryKey, Name);
    if (entry && entry->DataLength <= *DataLength && give_name(ShortName, &entry->ShortName, FALSE) &&
        give_name(LongName, &entry->LongName, TRUE)) {
        RtlCopyMemory(Data, entry->Data, entry->DataLength);
        *DataLength = entry->DataLength;
        found = TRUE;
    }
    ExReleaseFastMutex(&Cache->Mutex);
    return found;
}

VOID FsRtlDeleteKeyFromTunnelCache(PTUNNEL Cache, ULONGLONG DirectoryKey)
{
    ExAcquireFastMutex(&Cache->Mutex);
    for (LIST_ENTRY *at = Cache->TimerQueue.Flink, *next; at != &Cache->TimerQueue; at = next) {
        struct entry *entry = CONTAINING_RECORD(at, struct entry, Entry);
        next = at->Flink;
        if (entry->Directory == DirectoryKey)
            drop(Cache, entry);
    }
    ExReleaseFastMutex(&Cache->Mutex);
}

VOID FsRtlDeleteTunnelCache(PTUNNEL Cache)
{
    struct entry *entry;
    while ((entry = oldest(Cache)) != NULL)
        drop(Cache, entry);
}
