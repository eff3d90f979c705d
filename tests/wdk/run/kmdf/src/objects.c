/* Collections, and what the device's typed handlers have been told. */
#include "run.h"

#include <wdk/wdf/callbacks.h>
#include <wdk/wdf/collection.h>

WDK_POOL_TAG("Run4");
WDK_COLLECTION(memories, WDFMEMORY);

void case_device_was_told(struct run *run)
{
    const DEVICE_CONTEXT *device = device_of(run->device);
    EXPECT(device->prepared == 1 && device->entered == 1);
    EXPECT(device->files == 1 && device->ended == 0);
}

void case_collection_keeps_handles(struct run *run)
{
    WDK_SCOPED(wdk_wdf_memory) first = {};
    WDK_SCOPED(wdk_wdf_memory) second = {};
    WDK_SCOPED(memories) all = {};

    EXPECT_STATUS(memories_create(&all), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_memory_create(&first, NonPagedPoolNx, 4), STATUS_SUCCESS);
    EXPECT_STATUS(wdk_memory_create(&second, NonPagedPoolNx, 4), STATUS_SUCCESS);
    EXPECT_STATUS(memories_add(&all, wdk_borrow(wdk_wdf_memory, &first)), STATUS_SUCCESS);
    EXPECT_STATUS(memories_add(&all, wdk_borrow(wdk_wdf_memory, &second)), STATUS_SUCCESS);
    EXPECT(memories_count(&all) == 2);
    EXPECT(wdk_collected(memories, &all, 1) == wdk_borrow(wdk_wdf_memory, &second));
    memories_remove(&all, wdk_borrow(wdk_wdf_memory, &first));
    EXPECT(memories_count(&all) == 1);
    EXPECT(wdk_collected(memories, &all, 0) == wdk_borrow(wdk_wdf_memory, &second));
}

void case_stop_collection_end(struct run *run)
{
    WDK_SCOPED(memories) all = {};
    EXPECT_STATUS(memories_create(&all), STATUS_SUCCESS);
    EXPECT(wdk_collected(memories, &all, run->number) == NULL);
}
