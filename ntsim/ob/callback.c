/*
 * Those who see handles to processes and threads being made, and may take rights away from them: the highest altitude
 * first before, the lowest first after. For APC_LEVEL and below.
 */
#include "ntsim/ob/altitude.h"
#include "ntsim/ob/obp.h"
#include "ntsim/ps/psp.h"
#include "ntsim/verifier/leftovers.h"

enum { TAG = 'bOtN' };

struct registration {
    LIST_ENTRY Entry;        /* the highest altitude first */
    UNICODE_STRING Altitude; /* behind the operations */
    PVOID Context;
    ULONG Running;
    KEVENT Idle;
    BOOLEAN Gone;
    USHORT Count;
    OB_OPERATION_REGISTRATION Operations[];
};

static LIST_ENTRY registrations = {&registrations, &registrations};

static void release(struct registration *registration)
{
    if (--registration->Running == 0)
        KeSetEvent(&registration->Idle, IO_NO_INCREMENT, FALSE);
}

static NTSTATUS check(const OB_CALLBACK_REGISTRATION *wanted)
{
    if ((wanted->Version & 0xFF00) != (OB_FLT_REGISTRATION_VERSION & 0xFF00) ||
        wanted->OperationRegistrationCount == 0 || !ob_is_altitude(&wanted->Altitude))
        return STATUS_INVALID_PARAMETER;
    for (USHORT i = 0; i < wanted->OperationRegistrationCount; i++) {
        const OB_OPERATION_REGISTRATION *operation = &wanted->OperationRegistration[i];
        if ((operation->ObjectType != PsProcessType && operation->ObjectType != PsThreadType) ||
            !operation->Operations ||
            operation->Operations & ~(OB_OPERATION)(OB_OPERATION_HANDLE_CREATE | OB_OPERATION_HANDLE_DUPLICATE) ||
            (!operation->PreOperation && !operation->PostOperation))
            return STATUS_INVALID_PARAMETER;
        if ((operation->PreOperation && !psp_may_watch((PVOID)(ULONG_PTR)operation->PreOperation)) ||
            (operation->PostOperation && !psp_may_watch((PVOID)(ULONG_PTR)operation->PostOperation)))
            return STATUS_ACCESS_DENIED;
    }
    return STATUS_SUCCESS;
}

NTSTATUS ObRegisterCallbacks(POB_CALLBACK_REGISTRATION CallbackRegistration, PVOID *RegistrationHandle)
{
    NTSTATUS status = check(CallbackRegistration);
    USHORT count = CallbackRegistration->OperationRegistrationCount;
    SIZE_T operations = count * sizeof(OB_OPERATION_REGISTRATION);
    LIST_ENTRY *below = registrations.Flink;
    if (!NT_SUCCESS(status))
        return status;
    for (; below != &registrations; below = below->Flink) {
        int order = ob_compare_altitudes(&CONTAINING_RECORD(below, struct registration, Entry)->Altitude,
                                         &CallbackRegistration->Altitude);
        if (order == 0)
            return STATUS_FLT_INSTANCE_ALTITUDE_COLLISION;
        if (order < 0)
            break;
    }
    struct registration *registration = ExAllocatePool2(
        POOL_FLAG_NON_PAGED, sizeof(*registration) + operations + CallbackRegistration->Altitude.Length, TAG);
    if (!registration)
        return STATUS_INSUFFICIENT_RESOURCES;
    registration->Context = CallbackRegistration->RegistrationContext;
    registration->Count = count;
    RtlCopyMemory(registration->Operations, CallbackRegistration->OperationRegistration, operations);
    registration->Altitude = CallbackRegistration->Altitude;
    registration->Altitude.MaximumLength = registration->Altitude.Length;
    registration->Altitude.Buffer = (PWSTR)(registration->Operations + count);
    RtlCopyMemory(registration->Altitude.Buffer, CallbackRegistration->Altitude.Buffer, registration->Altitude.Length);
    KeInitializeEvent(&registration->Idle, SynchronizationEvent, FALSE);
    InsertTailList(below, &registration->Entry);
    const OB_OPERATION_REGISTRATION *first = registration->Operations;
    vf_registered("the callbacks for handles of processes and threads", registration,
                  first->PreOperation ? (PVOID)first->PreOperation : (PVOID)first->PostOperation);
    *RegistrationHandle = registration;
    return STATUS_SUCCESS;
}

/* Returns when nobody is in the callbacks any more. */
VOID ObUnRegisterCallbacks(PVOID RegistrationHandle)
{
    struct registration *registration = RegistrationHandle;
    registration->Gone = TRUE;
    while (registration->Running)
        KeWaitForSingleObject(&registration->Idle, Executive, KernelMode, FALSE, NULL);
    vf_unregistered(registration);
    RemoveEntryList(&registration->Entry);
    ExFreePoolWithTag(registration, TAG);
}

USHORT ObGetFilterVersion(VOID)
{
    return OB_FLT_REGISTRATION_VERSION;
}

static const OB_OPERATION_REGISTRATION *find(const struct registration *registration, POBJECT_TYPE type,
                                             OB_OPERATION what)
{
    for (USHORT i = 0; i < registration->Count; i++)
        if (*registration->Operations[i].ObjectType == type && registration->Operations[i].Operations & what)
            return &registration->Operations[i];
    return NULL;
}

void ob_before_handle(struct ob_handle_operation *operation)
{
    operation->Granted = operation->Original;
    operation->Count = 0;
    for (LIST_ENTRY *entry = registrations.Flink; entry != &registrations; entry = entry->Flink) {
        struct registration *registration = CONTAINING_RECORD(entry, struct registration, Entry);
        const OB_OPERATION_REGISTRATION *callbacks =
            registration->Gone ? NULL : find(registration, operation->Type, operation->What);
        if (!callbacks || operation->Count == OB_MOST_CALLBACKS)
            continue;
        OB_PRE_OPERATION_PARAMETERS parameters;
        parameters.CreateHandleInformation =
            (OB_PRE_CREATE_HANDLE_INFORMATION){operation->Granted, operation->Original};
        if (operation->What == OB_OPERATION_HANDLE_DUPLICATE) {
            parameters.DuplicateHandleInformation.SourceProcess = operation->SourceProcess;
            parameters.DuplicateHandleInformation.TargetProcess = operation->TargetProcess;
        }
        OB_PRE_OPERATION_INFORMATION information = {.Operation = operation->What,
                                                    .KernelHandle = operation->KernelHandle,
                                                    .Object = operation->Object,
                                                    .ObjectType = operation->Type,
                                                    .Parameters = &parameters};
        registration->Running++;
        if (callbacks->PreOperation)
            callbacks->PreOperation(registration->Context, &information);
        if (!operation->KernelHandle) /* those of kernel handles are not changed */
            operation->Granted &= parameters.CreateHandleInformation.DesiredAccess;
        operation->Visits[operation->Count].Registration = registration;
        operation->Visits[operation->Count++].CallContext = information.CallContext;
    }
}

void ob_after_handle(struct ob_handle_operation *operation, NTSTATUS status)
{
    OB_POST_OPERATION_PARAMETERS parameters = {.CreateHandleInformation.GrantedAccess =
                                                   NT_SUCCESS(status) ? operation->Granted : 0};
    while (operation->Count > 0) {
        struct registration *registration = operation->Visits[--operation->Count].Registration;
        const OB_OPERATION_REGISTRATION *callbacks = find(registration, operation->Type, operation->What);
        OB_POST_OPERATION_INFORMATION information = {.Operation = operation->What,
                                                     .KernelHandle = operation->KernelHandle,
                                                     .Object = operation->Object,
                                                     .ObjectType = operation->Type,
                                                     .CallContext = operation->Visits[operation->Count].CallContext,
                                                     .ReturnStatus = status,
                                                     .Parameters = &parameters};
        if (callbacks && callbacks->PostOperation)
            callbacks->PostOperation(registration->Context, &information);
        release(registration);
    }
}
