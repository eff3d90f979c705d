/* Power requests: reasons why the system, its display or its programs must go on. They are counted, and hold nothing
 * up: only SimSetSystemPower puts the system to sleep. */
#include "ntsim/po/pop.h"

enum { TYPES = PowerRequestExecutionRequired + 1 };

struct power_request {
    PDEVICE_OBJECT Device; /* referenced */
    LONG Count[TYPES];
};

NTSTATUS PoCreatePowerRequest(PVOID *PowerRequest, PDEVICE_OBJECT DeviceObject, PCOUNTED_REASON_CONTEXT Context)
{
    *PowerRequest = NULL;
    if (!DeviceObject || (Context && Context->Version != DIAGNOSTIC_REASON_VERSION))
        return STATUS_INVALID_PARAMETER;
    struct power_request *request = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*request), POP_TAG);
    if (!request)
        return STATUS_INSUFFICIENT_RESOURCES;
    request->Device = DeviceObject;
    ObReferenceObject(DeviceObject);
    *PowerRequest = request;
    return STATUS_SUCCESS;
}

NTSTATUS PoSetPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type)
{
    struct power_request *request = PowerRequest;
    if ((ULONG)Type >= TYPES)
        return STATUS_NOT_SUPPORTED;
    request->Count[Type]++;
    return STATUS_SUCCESS;
}

NTSTATUS PoClearPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type)
{
    struct power_request *request = PowerRequest;
    if ((ULONG)Type >= TYPES)
        return STATUS_NOT_SUPPORTED;
    if (request->Count[Type] > 0)
        request->Count[Type]--;
    return STATUS_SUCCESS;
}

VOID PoDeletePowerRequest(PVOID PowerRequest)
{
    struct power_request *request = PowerRequest;
    ObDereferenceObject(request->Device);
    ExFreePoolWithTag(request, POP_TAG);
}
