/* Handles to processes and threads by their identifiers; the ends of processes; copies of handles. */
#include "ntsim/ob/obp.h"
#include "ntsim/ps/psp.h"

enum { PROCESS_TERMINATE_RIGHT = 1, PROCESS_DUP_HANDLE_RIGHT = 0x40, CLOSE_SOURCE = 1, SAME_ACCESS = 2 };

static NTSTATUS give_handle(PVOID object, ACCESS_MASK access, ULONG attributes, PHANDLE handle)
{
    HANDLE made;
    if (ExGetPreviousMode() == UserMode)
        attributes &= ~(ULONG)OBJ_KERNEL_HANDLE;
    NTSTATUS status = ob_create_handle(object, access, attributes, &made);
    ObDereferenceObject(object);
    if (!NT_SUCCESS(status))
        return status;
    __try {
        *handle = made;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        ObCloseHandle(made, ExGetPreviousMode());
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

static NTSTATUS capture(POBJECT_ATTRIBUTES attributes, PCLIENT_ID id, OBJECT_ATTRIBUTES *own, CLIENT_ID *own_id)
{
    if (!attributes || !id)
        return STATUS_INVALID_PARAMETER_MIX;
    __try {
        if (ExGetPreviousMode() == UserMode) {
            ProbeForRead(attributes, sizeof(*attributes), sizeof(PVOID));
            ProbeForRead(id, sizeof(*id), sizeof(PVOID));
        }
        *own = *attributes;
        *own_id = *id;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return own->ObjectName ? STATUS_INVALID_PARAMETER_MIX : STATUS_SUCCESS;
}

NTSTATUS NtOpenProcess(PHANDLE ProcessHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                       PCLIENT_ID ClientId)
{
    OBJECT_ATTRIBUTES attributes;
    CLIENT_ID id;
    PEPROCESS process;
    NTSTATUS status = capture(ObjectAttributes, ClientId, &attributes, &id);
    if (NT_SUCCESS(status))
        status = PsLookupProcessByProcessId(id.UniqueProcess, &process);
    return NT_SUCCESS(status) ? give_handle(process, DesiredAccess, attributes.Attributes, ProcessHandle)
           : status == STATUS_INVALID_CID || status == STATUS_INVALID_PARAMETER_MIX ? status
                                                                                    : STATUS_INVALID_CID;
}

__declspec(dllexport) NTSTATUS NtOpenThread(PHANDLE ThreadHandle, ACCESS_MASK DesiredAccess,
                                            POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId)
{
    OBJECT_ATTRIBUTES attributes;
    CLIENT_ID id;
    PETHREAD thread;
    NTSTATUS status = capture(ObjectAttributes, ClientId, &attributes, &id);
    if (!NT_SUCCESS(status))
        return status;
    if (!NT_SUCCESS(PsLookupThreadByThreadId(id.UniqueThread, &thread)))
        return STATUS_INVALID_CID;
    if (id.UniqueProcess && PsGetThreadProcessId(thread) != id.UniqueProcess) {
        ObDereferenceObject(thread);
        return STATUS_INVALID_CID;
    }
    return give_handle(thread, DesiredAccess, attributes.Attributes, ThreadHandle);
}

/* Of those that have no threads: the others are the system's, and the one of the test itself. */
__declspec(dllexport) NTSTATUS NtTerminateProcess(HANDLE ProcessHandle, NTSTATUS ExitStatus)
{
    PVOID process;
    NTSTATUS status = ObReferenceObjectByHandle(ProcessHandle, PROCESS_TERMINATE_RIGHT, *PsProcessType,
                                                ExGetPreviousMode(), &process, NULL);
    if (!NT_SUCCESS(status))
        return status;
    HANDLE id = ((PEPROCESS)process)->Pcb.Id;
    ObDereferenceObject(process);
    return psp_exit_process(id, ExitStatus) ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
}

static NTSTATUS process_of(HANDLE handle, PEPROCESS *process)
{
    return ObReferenceObjectByHandle(handle, PROCESS_DUP_HANDLE_RIGHT, *PsProcessType, ExGetPreviousMode(),
                                     (PVOID *)process, NULL);
}

__declspec(dllexport) NTSTATUS NtDuplicateObject(HANDLE SourceProcessHandle, HANDLE SourceHandle,
                                                 HANDLE TargetProcessHandle, PHANDLE TargetHandle,
                                                 ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options)
{
    PEPROCESS from, to;
    KAPC_STATE state;
    OBJECT_HANDLE_INFORMATION information;
    PVOID object;
    HANDLE made;
    KPROCESSOR_MODE mode = ExGetPreviousMode();
    NTSTATUS status = process_of(SourceProcessHandle, &from);
    if (!NT_SUCCESS(status))
        return status;
    KeStackAttachProcess(&from->Pcb, &state);
    status = ObReferenceObjectByHandle(SourceHandle, 0, NULL, mode, &object, &information);
    if (NT_SUCCESS(status) && Options & CLOSE_SOURCE)
        ObCloseHandle(SourceHandle, mode);
    KeUnstackDetachProcess(&state);
    if (NT_SUCCESS(status)) {
        status = process_of(TargetProcessHandle, &to);
        if (NT_SUCCESS(status)) {
            KeStackAttachProcess(&to->Pcb, &state);
            status =
                ob_duplicate_handle(object, from, Options & SAME_ACCESS ? information.GrantedAccess : DesiredAccess,
                                    HandleAttributes, &made);
            KeUnstackDetachProcess(&state);
            ObDereferenceObject(to);
        }
        ObDereferenceObject(object);
    }
    ObDereferenceObject(from);
    if (!NT_SUCCESS(status))
        return status;
    __try {
        if (TargetHandle)
            *TargetHandle = made;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return status;
}

/* As the kernel calls them. */
#define SERVICE(name, parameters, arguments)                                                                           \
    __declspec(dllexport) NTSTATUS Zw##name parameters                                                                 \
    {                                                                                                                  \
        PKTHREAD thread = ki_current_thread();                                                                         \
        KPROCESSOR_MODE previous = thread->PreviousMode;                                                               \
        thread->PreviousMode = KernelMode;                                                                             \
        NTSTATUS status = Nt##name arguments;                                                                          \
        thread->PreviousMode = previous;                                                                               \
        return status;                                                                                                 \
    }

SERVICE(OpenProcess,
        (PHANDLE ProcessHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PCLIENT_ID ClientId),
        (ProcessHandle, DesiredAccess, ObjectAttributes, ClientId))
SERVICE(TerminateProcess, (HANDLE ProcessHandle, NTSTATUS ExitStatus), (ProcessHandle, ExitStatus))
