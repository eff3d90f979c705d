/* Processes: the system's own, of which driver threads are part; the one that calls from user mode; and those that the
 * host makes up for drivers that watch processes. */
#include "ntsim/ps/psp.h"

#include "ntsim/ob/obp.h"

enum { SYSTEM_ID = 4, USER_ID = 0x1000, TAG = 0x636F7250 /* "Proc" */ };

PKPROCESS ki_system_process;
PEPROCESS PsInitialSystemProcess;

static OBJECT_TYPE process_type = {
    .Name = L"Process",
    .BodySize = sizeof(struct _EPROCESS),
    .Waitable = TRUE,
    .Mapping = {PROCESS_QUERY_INFORMATION, PROCESS_SET_INFORMATION, SYNCHRONIZE, PROCESS_ALL_ACCESS}};
POBJECT_TYPE process_object_type = &process_type;
POBJECT_TYPE *PsProcessType = &process_object_type;
#pragma comment(linker, "/EXPORT:PsProcessType=process_object_type,DATA")

static LIST_ENTRY processes = {&processes, &processes};
static ULONG64 next_id = 8, next_start_key = 1;

/* The first two exist before there is pool. */
struct early_process {
    DECLSPEC_ALIGN(16) UCHAR Header[sizeof(struct ob_header)];
    struct _EPROCESS Process;
};
static struct early_process system_process, user_process;

static void init(PEPROCESS process, ULONG_PTR id)
{
    InitializeListHead(&process->Pcb.Threads);
    InitializeListHead(&process->Pcb.Header.WaitListHead);
    process->Pcb.Header.Type = KI_PROCESS;
    process->Pcb.Id = (HANDLE)id;
    process->CreateTime = ki_boot_time + ki_interrupt_time;
    process->ExitStatus = STATUS_PENDING;
    process->StartKey = next_start_key++;
    InsertTailList(&processes, &process->Entry);
}

static void init_early(struct early_process *process, ULONG_PTR id)
{
    struct ob_header *header = ob_header_of(&process->Process);
    header->PointerCount = 1;
    header->Type = &process_type;
    InitializeListHead(&header->DirectoryEntry);
    process_type.Objects++;
    init(&process->Process, id);
}

void psp_init(void)
{
    init_early(&system_process, SYSTEM_ID);
    init_early(&user_process, USER_ID);
    RtlInitUnicodeString(&system_process.Process.ImageName, L"System");
    RtlInitUnicodeString(&user_process.Process.ImageName, L"test.exe");
    user_process.Process.ParentId = (HANDLE)SYSTEM_ID;
    PsInitialSystemProcess = &system_process.Process;
    ki_system_process = &system_process.Process.Pcb;
}

PKPROCESS psp_user_process(void)
{
    return &user_process.Process.Pcb;
}

HANDLE psp_next_id(void)
{
    ULONG64 id = next_id;
    next_id += next_id + 4 == USER_ID ? 8 : 4;
    return (HANDLE)id;
}

PEPROCESS psp_next_process(PEPROCESS process)
{
    LIST_ENTRY *entry = process ? process->Entry.Flink : processes.Flink;
    return entry == &processes ? NULL : CONTAINING_RECORD(entry, struct _EPROCESS, Entry);
}

PEPROCESS psp_find_process(HANDLE id)
{
    PEPROCESS process = NULL;
    while ((process = psp_next_process(process)) != NULL && process->Pcb.Id != id)
        ;
    return process;
}

/* --- what drivers ask --- */

PEPROCESS IoGetCurrentProcess(VOID)
{
    return (PEPROCESS)ki_current_thread()->Process;
}

HANDLE PsGetCurrentProcessId(VOID)
{
    return ki_current_thread()->Process->Id;
}

HANDLE PsGetProcessId(PEPROCESS Process)
{
    return Process->Pcb.Id;
}

LONGLONG PsGetProcessCreateTimeQuadPart(PEPROCESS Process)
{
    return (LONGLONG)Process->CreateTime;
}

LARGE_INTEGER PsGetProcessExitTime(VOID)
{
    LARGE_INTEGER time = {.QuadPart = (LONGLONG)IoGetCurrentProcess()->ExitTime};
    return time;
}

NTSTATUS PsGetProcessExitStatus(PEPROCESS Process)
{
    return Process->ExitStatus;
}

ULONGLONG PsGetProcessStartKey(PEPROCESS Process)
{
    return Process->StartKey;
}

NTSTATUS PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS *Process)
{
    PEPROCESS found = psp_find_process(ProcessId);
    *Process = NULL;
    if (!found || found->ExitTime)
        return STATUS_INVALID_PARAMETER;
    ObReferenceObject(found);
    *Process = found;
    return STATUS_SUCCESS;
}

BOOLEAN PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber, PUNICODE_STRING CSDVersion)
{
    if (MajorVersion)
        *MajorVersion = KI_VERSION_MAJOR;
    if (MinorVersion)
        *MinorVersion = KI_VERSION_MINOR;
    if (BuildNumber)
        *BuildNumber = KI_VERSION_BUILD;
    if (CSDVersion)
        RtlInitUnicodeString(CSDVersion, L"");
    return FALSE; /* a free build */
}

/* Nobody's quota is counted. */
VOID PsChargePoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount)
{
}

NTSTATUS PsChargeProcessPoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount)
{
    return STATUS_SUCCESS;
}

VOID PsReturnPoolQuota(PEPROCESS Process, POOL_TYPE PoolType, ULONG_PTR Amount)
{
}

/* --- processes that the host makes up: they have no threads --- */

bool psp_exit_process(HANDLE id, NTSTATUS status)
{
    PEPROCESS process = psp_find_process(id);
    if (!process || !IsListEmpty(&process->Pcb.Threads))
        return false;
    psp_notify_process(process, FALSE);
    process->ExitTime = ki_boot_time + ki_interrupt_time;
    process->ExitStatus = status;
    RemoveEntryList(&process->Entry);
    process->Pcb.Header.SignalState = 1;
    ki_signal(&process->Pcb.Header);
    ObDereferenceObject(process);
    return true;
}

/* `name`, of `length` bytes of UTF-16, is the image's. 0: no memory, or a driver refuses it. */
__declspec(dllexport) uint64_t SimCreateProcess(uint64_t parent, const void *name, uint32_t length)
{
    PEPROCESS process = ob_create(&process_type, 0);
    PWSTR copy = process ? ExAllocatePool2(POOL_FLAG_PAGED, length + sizeof(WCHAR), TAG) : NULL;
    if (!copy)
        return 0;
    RtlCopyMemory(copy, name, length);
    process->ImageName = (UNICODE_STRING){(USHORT)length, (USHORT)(length + sizeof(WCHAR)), copy};
    process->ParentId = (HANDLE)parent;
    init(process, (ULONG_PTR)psp_next_id());
    if (!NT_SUCCESS(psp_notify_process(process, TRUE))) {
        psp_exit_process(process->Pcb.Id, STATUS_ACCESS_DENIED);
        return 0;
    }
    return (uint64_t)process->Pcb.Id;
}

__declspec(dllexport) bool SimExitProcess(uint64_t id, int32_t status)
{
    return psp_exit_process((HANDLE)id, status);
}
