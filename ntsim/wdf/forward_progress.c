/* Guaranteed forward progress: a queue's reserved requests, which stand in where there is no memory for another, or the
 * driver has none of its own resources for it. What finds none of them free waits for one. */
#include "ntsim/wdf/fx.h"

static void free_reserved(struct fx_queue *queue)
{
    for (struct fx_request *request = queue->Reserved, *next; request; request = next) {
        next = request->NextFree;
        request->Own = TRUE; /* its memory does not go to the device's pool of requests */
        fx_dispose(&request->Object);
        fx_delete(&request->Object);
    }
    queue->Reserved = NULL;
}

static struct fx_request *make_reserved(struct fx_queue *queue)
{
    struct fx_request *request = fx_new_request(queue->Device, NULL);
    if (!request)
        return NULL;
    request->Reserved = request->Completed = TRUE;
    request->ReservedBy = queue;
    request->NextFree = queue->Reserved;
    queue->Reserved = request;
    return request;
}

NTSTATUS api_IoQueueAssignForwardProgressPolicy(PWDF_DRIVER_GLOBALS globals, WDFQUEUE handle,
                                                PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY policy)
{
    struct fx_queue *queue = fx_object_of(handle, FX_QUEUE);
    WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY copy;
    FX_REQUIRE(policy);
    if (!FX_COPY(copy, policy))
        return STATUS_INFO_LENGTH_MISMATCH;
    if (queue->ForwardProgress.Size != 0)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (copy.TotalForwardProgressRequests == 0 ||
        copy.ForwardProgressReservedPolicy <= WdfIoForwardProgressInvalidPolicy ||
        copy.ForwardProgressReservedPolicy > WdfIoForwardProgressReservedPolicyPagingIO ||
        (copy.ForwardProgressReservedPolicy == WdfIoForwardProgressReservedPolicyUseExamine &&
         !copy.ForwardProgressReservePolicySettings.Policy.ExaminePolicy.EvtIoWdmIrpForForwardProgress))
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = STATUS_SUCCESS;
    for (ULONG i = 0; i < copy.TotalForwardProgressRequests && NT_SUCCESS(status); i++) {
        struct fx_request *request = make_reserved(queue);
        if (!request)
            status = STATUS_INSUFFICIENT_RESOURCES;
        else if (copy.EvtIoAllocateResourcesForReservedRequest)
            status = copy.EvtIoAllocateResourcesForReservedRequest(handle, (WDFREQUEST)request);
    }
    if (NT_SUCCESS(status))
        queue->ForwardProgress = copy;
    else
        free_reserved(queue);
    return status;
}

static BOOLEAN may_use_reserved(struct fx_queue *queue, PIRP irp)
{
    const WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY *policy = &queue->ForwardProgress;
    switch (policy->ForwardProgressReservedPolicy) {
    case WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest:
        return TRUE;
    case WdfIoForwardProgressReservedPolicyUseExamine:
        return policy->ForwardProgressReservePolicySettings.Policy.ExaminePolicy.EvtIoWdmIrpForForwardProgress(
                   (WDFQUEUE)queue, irp) == WdfIoForwardProgressActionUseReservedRequest;
    default:
        return (irp->Flags & (IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO)) != 0;
    }
}

static void use(struct fx_queue *queue, PIRP irp)
{
    struct fx_request *request = queue->Reserved;
    queue->Reserved = request->NextFree;
    request->NextFree = NULL;
    request->Irp = irp;
    request->Completed = request->Presented = request->Canceled = FALSE;
    request->StopPending = request->StopAcknowledged = FALSE;
    request->Information = 0;
    fx_enqueue(queue, request);
}

struct fx_request *fx_take_for_queue(struct fx_queue *queue, PIRP irp)
{
    struct fx_request *request = fx_take_request(queue->Device, irp);
    const PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES callback = queue->ForwardProgress.EvtIoAllocateRequestResources;
    if (!request || !callback || NT_SUCCESS(callback((WDFQUEUE)queue, (WDFREQUEST)request)))
        return request;
    fx_dispose(&request->Object);
    request->Irp = NULL;
    fx_delete(&request->Object);
    return NULL;
}

NTSTATUS fx_progress(struct fx_queue *queue, PIRP irp)
{
    if (queue->ForwardProgress.Size == 0 || !may_use_reserved(queue, irp))
        return fx_complete_irp(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    IoMarkIrpPending(irp);
    if (queue->Reserved)
        use(queue, irp);
    else
        InsertTailList(&queue->WaitingIrps, &irp->Tail.Overlay.ListEntry);
    return STATUS_PENDING;
}

void fx_return_reserved(struct fx_request *request)
{
    struct fx_queue *queue = request->ReservedBy;
    request->NextFree = queue->Reserved;
    queue->Reserved = request;
    if (queue->Removed) {
        fx_end_progress(queue);
        return;
    }
    if (!IsListEmpty(&queue->WaitingIrps))
        use(queue, CONTAINING_RECORD(RemoveHeadList(&queue->WaitingIrps), IRP, Tail.Overlay.ListEntry));
}

void fx_end_progress(struct fx_queue *queue)
{
    while (!IsListEmpty(&queue->WaitingIrps))
        fx_complete_irp(CONTAINING_RECORD(RemoveHeadList(&queue->WaitingIrps), IRP, Tail.Overlay.ListEntry),
                        STATUS_CANCELLED, 0);
}

void fx_dispose_progress(struct fx_queue *queue)
{
    fx_end_progress(queue);
    free_reserved(queue);
}
