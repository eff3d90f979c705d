/* Threads: fibers with a kernel stack, objects of the thread type. */
#include "ntsim/ps/psp.h"

#include "ntsim/mm/mi.h"
#include "ntsim/ob/obp.h"
#include "ntsim/verifier/unloaded.h"

static void delete_thread(PVOID body);

static OBJECT_TYPE thread_type = {
    .Name = L"Thread",
    .BodySize = sizeof(struct _ETHREAD),
    .Delete = delete_thread,
    .Waitable = TRUE,
    .Mapping = {STANDARD_RIGHTS_READ, STANDARD_RIGHTS_WRITE, SYNCHRONIZE, THREAD_ALL_ACCESS}};
POBJECT_TYPE thread_object_type = &thread_type;
POBJECT_TYPE *PsThreadType = &thread_object_type;
#pragma comment(linker, "/EXPORT:PsThreadType=thread_object_type,DATA")

static void delete_thread(PVOID body)
{
    PKTHREAD thread = body;
    if (thread->KernelStack)
        mi_free_stack(thread->KernelStack, KI_KERNEL_STACK);
    if (thread->StackLimit)
        mi_free_stack(thread->StackLimit, (SIZE_T)(thread->StackBase - thread->StackLimit));
}

DECLSPEC_NORETURN void psp_exit_thread(NTSTATUS status)
{
    PETHREAD thread = PsGetCurrentThread();
    thread->Exiting = TRUE;
    psp_notify_thread(&thread->Tcb, FALSE);
    ki_exit_thread(status);
}

static void begin(void)
{
    PKTHREAD thread = ki_current_thread();
    thread->StartRoutine(thread->StartContext);
    psp_exit_thread(STATUS_SUCCESS);
}

PKTHREAD psp_create_thread(PKPROCESS process, SIZE_T stack_size, PKSTART_ROUTINE routine, PVOID context)
{
    PETHREAD created = ob_create(&thread_type, 0);
    if (!created)
        return NULL;
    PUCHAR stack = mi_allocate_stack(stack_size);
    if (!stack) {
        ObDereferenceObject(created);
        return NULL;
    }
    PKTHREAD thread = &created->Tcb;
    created->CreateTime = ki_boot_time + ki_interrupt_time;
    ki_init_thread(thread, process, psp_next_id());
    thread->SystemThread = process == ki_system_process;
    thread->StackLimit = stack;
    thread->StackBase = stack + stack_size;
    thread->StartRoutine = routine;
    thread->StartContext = context;
    thread->StackPointer = ki_prepare_stack(thread->StackBase, begin);
    ObReferenceObject(thread);
    return thread;
}

/* --- what drivers call --- */

/* A thread that keeps the driver or device object until it ends. */
struct io_thread {
    PVOID Object;
    PKSTART_ROUTINE Routine;
    PVOID Context;
};

static void run_io_thread(PVOID context)
{
    struct io_thread start = *(struct io_thread *)context;
    ExFreePoolWithTag(context, 'rhTI');
    PsGetCurrentThread()->Tcb.IoObject = start.Object;
    start.Routine(start.Context);
}

void psp_find_threads(const struct vf_unloaded *driver)
{
    const LIST_ENTRY *head = &ki_system_process->Threads;
    for (const LIST_ENTRY *entry = head->Flink; entry != head; entry = entry->Flink) {
        const KTHREAD *thread = CONTAINING_RECORD(entry, KTHREAD, ThreadEntry);
        if (vf_is_of(thread->Made, driver) && thread->State != KI_TERMINATED)
            vf_find("VRF0410", thread->Made, NULL, 0, "%s is unloaded, and the thread that it created here still runs",
                    driver->Name);
    }
}

static NTSTATUS start_thread(PHANDLE handle, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, HANDLE process_handle,
                             PCLIENT_ID client, PKSTART_ROUTINE routine, PVOID context)
{
    PKPROCESS process = ki_system_process;
    PVOID opened = NULL;
    if (process_handle) {
        NTSTATUS status =
            ObReferenceObjectByHandle(process_handle, PROCESS_CREATE_THREAD, *PsProcessType, KernelMode, &opened, NULL);
        if (!NT_SUCCESS(status))
            return status;
        process = opened;
    }
    PKTHREAD thread = psp_create_thread(process, KI_KERNEL_STACK, routine, context);
    if (opened)
        ObDereferenceObject(opened);
    if (!thread)
        return STATUS_INSUFFICIENT_RESOURCES;
    thread->SystemThread = TRUE;
    thread->Made = vf_here();
    NTSTATUS status = ob_create_handle(thread, access, attributes ? attributes->Attributes : 0, handle);
    if (!NT_SUCCESS(status)) {
        RemoveEntryList(&thread->ThreadEntry);
        ObDereferenceObject(thread);
        ObDereferenceObject(thread);
        return status;
    }
    if (client)
        *client = (CLIENT_ID){process->Id, thread->Id};
    psp_notify_thread(thread, TRUE);
    ki_ready(thread);
    ObDereferenceObject(thread);
    ki_preempt();
    return STATUS_SUCCESS;
}

static void check_passive(PKSTART_ROUTINE routine)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql != PASSIVE_LEVEL)
        ki_bug_check(IRQL_NOT_LESS_OR_EQUAL, (ULONG64)routine, irql, 0, (ULONG64)_ReturnAddress(), NULL,
                     "a system thread is created above PASSIVE_LEVEL");
}

NTSTATUS PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                              HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine,
                              PVOID StartContext)
{
    check_passive(StartRoutine);
    return start_thread(ThreadHandle, DesiredAccess, ObjectAttributes, ProcessHandle, ClientId, StartRoutine,
                        StartContext);
}

NTSTATUS IoCreateSystemThread(PVOID IoObject, PHANDLE ThreadHandle, ULONG DesiredAccess,
                              POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle, PCLIENT_ID ClientId,
                              PKSTART_ROUTINE StartRoutine, PVOID StartContext)
{
    check_passive(StartRoutine);
    struct io_thread *start = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*start), 'rhTI');
    if (!start)
        return STATUS_INSUFFICIENT_RESOURCES;
    *start = (struct io_thread){IoObject, StartRoutine, StartContext};
    ObReferenceObject(IoObject);
    NTSTATUS status =
        start_thread(ThreadHandle, DesiredAccess, ObjectAttributes, ProcessHandle, ClientId, run_io_thread, start);
    if (!NT_SUCCESS(status)) {
        ObDereferenceObject(IoObject);
        ExFreePoolWithTag(start, 'rhTI');
    }
    return status;
}

NTSTATUS PsTerminateSystemThread(NTSTATUS ExitStatus)
{
    if (!ki_current_thread()->SystemThread)
        return STATUS_INVALID_PARAMETER;
    psp_exit_thread(ExitStatus);
}

HANDLE PsGetCurrentThreadId(VOID)
{
    return ki_current_thread()->Id;
}

HANDLE PsGetThreadId(PETHREAD Thread)
{
    return Thread->Tcb.Id;
}

PEPROCESS PsGetThreadProcess(PETHREAD Thread)
{
    return (PEPROCESS)Thread->Tcb.OwnProcess;
}

HANDLE PsGetThreadProcessId(PETHREAD Thread)
{
    return Thread->Tcb.OwnProcess->Id;
}

LONGLONG PsGetThreadCreateTime(PETHREAD Thread)
{
    return (LONGLONG)Thread->CreateTime;
}

NTSTATUS PsGetThreadExitStatus(PETHREAD Thread)
{
    return Thread->Tcb.State == KI_TERMINATED ? Thread->Tcb.ExitStatus : STATUS_PENDING;
}

PVOID PsGetCurrentThreadTeb(VOID)
{
    return NULL; /* system threads have none, and the main thread is not made by Windows */
}

BOOLEAN PsIsSystemThread(PETHREAD Thread)
{
    return Thread->Tcb.SystemThread;
}

BOOLEAN PsIsThreadTerminating(PETHREAD Thread)
{
    return Thread->Exiting;
}

static PETHREAD find_thread(HANDLE id)
{
    for (PEPROCESS process = psp_next_process(NULL); process; process = psp_next_process(process))
        for (LIST_ENTRY *entry = process->Pcb.Threads.Flink; entry != &process->Pcb.Threads; entry = entry->Flink) {
            PKTHREAD thread = CONTAINING_RECORD(entry, KTHREAD, ThreadEntry);
            if (thread->Id == id && id)
                return CONTAINING_RECORD(thread, struct _ETHREAD, Tcb);
        }
    return NULL;
}

NTSTATUS PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread)
{
    *Thread = find_thread(ThreadId);
    if (!*Thread)
        return STATUS_INVALID_PARAMETER;
    ObReferenceObject(*Thread);
    return STATUS_SUCCESS;
}

NTSTATUS PsLookupProcessThreadByCid(PCLIENT_ID Cid, PEPROCESS *Process, PETHREAD *Thread)
{
    PETHREAD thread = find_thread(Cid->UniqueThread);
    if (!thread || thread->Tcb.OwnProcess->Id != Cid->UniqueProcess)
        return STATUS_INVALID_CID;
    ObReferenceObject(thread);
    *Thread = thread;
    if (Process) {
        *Process = (PEPROCESS)thread->Tcb.OwnProcess;
        ObReferenceObject(*Process);
    }
    return STATUS_SUCCESS;
}
