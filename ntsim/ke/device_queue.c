/* Queues of IRPs for a device that takes one at a time. */
#include "ntsim/ke/ki.h"

VOID KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    RtlZeroMemory(DeviceQueue, sizeof(*DeviceQueue));
    DeviceQueue->Type = KI_DEVICE_QUEUE;
    DeviceQueue->Size = sizeof(*DeviceQueue);
    InitializeListHead(&DeviceQueue->DeviceListHead);
}

static PKDEVICE_QUEUE_ENTRY entry_of(LIST_ENTRY *link)
{
    return CONTAINING_RECORD(link, KDEVICE_QUEUE_ENTRY, DeviceListEntry);
}

/* FALSE: the device was idle, is busy now, and the entry is not queued. */
static BOOLEAN make_busy(PKDEVICE_QUEUE queue, PKDEVICE_QUEUE_ENTRY entry)
{
    if (queue->Busy)
        return TRUE;
    queue->Busy = TRUE;
    entry->Inserted = FALSE;
    return FALSE;
}

BOOLEAN KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    if (!make_busy(DeviceQueue, DeviceQueueEntry))
        return FALSE;
    DeviceQueueEntry->Inserted = TRUE;
    InsertTailList(&DeviceQueue->DeviceListHead, &DeviceQueueEntry->DeviceListEntry);
    return TRUE;
}

BOOLEAN KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey)
{
    DeviceQueueEntry->SortKey = SortKey;
    if (!make_busy(DeviceQueue, DeviceQueueEntry))
        return FALSE;
    LIST_ENTRY *after = DeviceQueue->DeviceListHead.Blink;
    while (after != &DeviceQueue->DeviceListHead && entry_of(after)->SortKey > SortKey)
        after = after->Blink;
    DeviceQueueEntry->Inserted = TRUE;
    InsertHeadList(after, &DeviceQueueEntry->DeviceListEntry);
    return TRUE;
}

static PKDEVICE_QUEUE_ENTRY remove(PKDEVICE_QUEUE queue, LIST_ENTRY *link)
{
    if (IsListEmpty(&queue->DeviceListHead)) {
        queue->Busy = FALSE;
        return NULL;
    }
    PKDEVICE_QUEUE_ENTRY entry = entry_of(link);
    RemoveEntryList(link);
    entry->Inserted = FALSE;
    return entry;
}

PKDEVICE_QUEUE_ENTRY KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    return remove(DeviceQueue, DeviceQueue->DeviceListHead.Flink);
}

/* The first whose key is not below; past the last, the first of all. */
PKDEVICE_QUEUE_ENTRY KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
    LIST_ENTRY *head = &DeviceQueue->DeviceListHead, *link = head->Flink;
    while (link != head && entry_of(link)->SortKey < SortKey)
        link = link->Flink;
    return remove(DeviceQueue, link == head ? head->Flink : link);
}

PKDEVICE_QUEUE_ENTRY KeRemoveByKeyDeviceQueueIfBusy(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
    return DeviceQueue->Busy ? KeRemoveByKeyDeviceQueue(DeviceQueue, SortKey) : NULL;
}

BOOLEAN KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    if (!DeviceQueueEntry->Inserted)
        return FALSE;
    RemoveEntryList(&DeviceQueueEntry->DeviceListEntry);
    DeviceQueueEntry->Inserted = FALSE;
    return TRUE;
}
