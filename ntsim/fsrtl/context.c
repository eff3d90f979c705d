/* What legacy filters hang onto a file system's streams. */
#include <ntifs.h>

NTSTATUS FsRtlInsertPerStreamContext(PFSRTL_ADVANCED_FCB_HEADER PerStreamContext, PFSRTL_PER_STREAM_CONTEXT Ptr)
{
    if (!PerStreamContext || !(PerStreamContext->Flags2 & FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS))
        return STATUS_INVALID_DEVICE_REQUEST;
    ExAcquireFastMutex(PerStreamContext->FastMutex);
    InsertHeadList(&PerStreamContext->FilterContexts, &Ptr->Links);
    ExReleaseFastMutex(PerStreamContext->FastMutex);
    return STATUS_SUCCESS;
}

/* Without an owner: any; without an instance: any of the owner's. */
static PFSRTL_PER_STREAM_CONTEXT find(PFSRTL_ADVANCED_FCB_HEADER header, PVOID owner, PVOID instance)
{
    for (LIST_ENTRY *entry = header->FilterContexts.Flink; entry != &header->FilterContexts; entry = entry->Flink) {
        PFSRTL_PER_STREAM_CONTEXT context = CONTAINING_RECORD(entry, FSRTL_PER_STREAM_CONTEXT, Links);
        if (!owner || (context->OwnerId == owner && (!instance || context->InstanceId == instance)))
            return context;
    }
    return NULL;
}

PFSRTL_PER_STREAM_CONTEXT FsRtlLookupPerStreamContextInternal(PFSRTL_ADVANCED_FCB_HEADER StreamContext, PVOID OwnerId,
                                                              PVOID InstanceId)
{
    ExAcquireFastMutex(StreamContext->FastMutex);
    PFSRTL_PER_STREAM_CONTEXT context = find(StreamContext, OwnerId, InstanceId);
    ExReleaseFastMutex(StreamContext->FastMutex);
    return context;
}

PFSRTL_PER_STREAM_CONTEXT FsRtlRemovePerStreamContext(PFSRTL_ADVANCED_FCB_HEADER StreamContext, PVOID OwnerId,
                                                      PVOID InstanceId)
{
    if (!StreamContext || !(StreamContext->Flags2 & FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS))
        return NULL;
    ExAcquireFastMutex(StreamContext->FastMutex);
    PFSRTL_PER_STREAM_CONTEXT context = find(StreamContext, OwnerId, InstanceId);
    if (context)
        RemoveEntryList(&context->Links);
    ExReleaseFastMutex(StreamContext->FastMutex);
    return context;
}

VOID FsRtlTeardownPerStreamContexts(PFSRTL_ADVANCED_FCB_HEADER AdvancedHeader)
{
    PFSRTL_PER_STREAM_CONTEXT context;
    while ((context = FsRtlRemovePerStreamContext(AdvancedHeader, NULL, NULL)) != NULL)
        context->FreeCallback(context);
}

/* Kept by nobody: neither sections nor a cache would call them. */
NTSTATUS FsRtlRegisterFileSystemFilterCallbacks(PDRIVER_OBJECT FilterDriverObject, PFS_FILTER_CALLBACKS Callbacks)
{
    return FilterDriverObject && Callbacks ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}
