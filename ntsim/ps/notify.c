/* Those who want to know of processes, threads and images. */
#include "ntsim/ps/psp.h"

#include "ntsim/verifier/leftovers.h"

enum { MOST_ROUTINES = 64 };

enum kind { PROCESS_PLAIN, PROCESS_EX, THREAD, IMAGE, KINDS };

static struct {
    PVOID Routines[MOST_ROUTINES];
    ULONG Count;
} registered[KINDS];

/* One for each kind and routine: code is aligned, so that the bytes behind its first have no routine. */
static const VOID *key_of(enum kind kind, PVOID routine)
{
    return (const UCHAR *)routine + kind;
}

static NTSTATUS add(enum kind kind, PVOID routine)
{
    ULONG count = registered[kind].Count;
    for (ULONG i = 0; i < count; i++)
        if (registered[kind].Routines[i] == routine)
            return STATUS_INVALID_PARAMETER;
    if (count == MOST_ROUTINES)
        return STATUS_INVALID_PARAMETER;
    vf_registered("the notification routine", key_of(kind, routine), routine);
    registered[kind].Routines[registered[kind].Count++] = routine;
    return STATUS_SUCCESS;
}

static NTSTATUS remove(enum kind kind, PVOID routine)
{
    for (ULONG i = 0; i < registered[kind].Count; i++) {
        if (registered[kind].Routines[i] != routine)
            continue;
        vf_unregistered(key_of(kind, routine));
        for (; i + 1 < registered[kind].Count; i++)
            registered[kind].Routines[i] = registered[kind].Routines[i + 1];
        registered[kind].Count--;
        return STATUS_SUCCESS;
    }
    return STATUS_PROCEDURE_NOT_FOUND;
}

BOOLEAN psp_may_watch(PVOID routine)
{
    enum { HEADER_OFFSET = 0x3C, CHARACTERISTICS = 0x5E, FORCE_INTEGRITY = 0x80 };
    for (struct machine_image *image = ki_services->images(); image; image = image->next)
        if ((ULONG64)routine - (ULONG64)image->base < image->size) {
            const UCHAR *header = image->base + *(const ULONG *)(image->base + HEADER_OFFSET);
            return (*(const USHORT *)(header + CHARACTERISTICS) & FORCE_INTEGRITY) != 0;
        }
    return FALSE;
}

NTSTATUS PsSetCreateProcessNotifyRoutine(PCREATE_PROCESS_NOTIFY_ROUTINE NotifyRoutine, BOOLEAN Remove)
{
    return Remove ? remove(PROCESS_PLAIN, (PVOID)NotifyRoutine) : add(PROCESS_PLAIN, (PVOID)NotifyRoutine);
}

NTSTATUS PsSetCreateProcessNotifyRoutineEx(PCREATE_PROCESS_NOTIFY_ROUTINE_EX NotifyRoutine, BOOLEAN Remove)
{
    if (Remove)
        return remove(PROCESS_EX, (PVOID)NotifyRoutine);
    return psp_may_watch((PVOID)NotifyRoutine) ? add(PROCESS_EX, (PVOID)NotifyRoutine) : STATUS_ACCESS_DENIED;
}

NTSTATUS PsSetCreateProcessNotifyRoutineEx2(PSCREATEPROCESSNOTIFYTYPE NotifyType, PVOID NotifyInformation,
                                            BOOLEAN Remove)
{
    if (NotifyType != PsCreateProcessNotifySubsystems)
        return STATUS_INVALID_PARAMETER;
    return PsSetCreateProcessNotifyRoutineEx((PCREATE_PROCESS_NOTIFY_ROUTINE_EX)NotifyInformation, Remove);
}

NTSTATUS PsSetCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine)
{
    return add(THREAD, (PVOID)NotifyRoutine);
}

NTSTATUS PsSetCreateThreadNotifyRoutineEx(PSCREATETHREADNOTIFYTYPE NotifyType, PVOID NotifyInformation)
{
    return add(THREAD, NotifyInformation);
}

NTSTATUS PsRemoveCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine)
{
    return remove(THREAD, (PVOID)NotifyRoutine);
}

NTSTATUS PsSetLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine)
{
    return add(IMAGE, (PVOID)NotifyRoutine);
}

NTSTATUS PsSetLoadImageNotifyRoutineEx(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine, ULONG_PTR Flags)
{
    if (Flags & ~(ULONG_PTR)PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE)
        return STATUS_INVALID_PARAMETER_2;
    return add(IMAGE, (PVOID)NotifyRoutine);
}

NTSTATUS PsRemoveLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine)
{
    return remove(IMAGE, (PVOID)NotifyRoutine);
}

NTSTATUS psp_notify_process(PEPROCESS process, BOOLEAN create)
{
    HANDLE id = process->Pcb.Id;
    PS_CREATE_NOTIFY_INFO info = {.Size = sizeof(info),
                                  .FileOpenNameAvailable = 1,
                                  .ParentProcessId = process->ParentId,
                                  .CreatingThreadId = {ki_current_thread()->Process->Id, ki_current_thread()->Id},
                                  .ImageFileName = &process->ImageName,
                                  .CommandLine = &process->ImageName};
    KeEnterCriticalRegion();
    for (ULONG i = 0; i < registered[PROCESS_PLAIN].Count; i++)
        ((PCREATE_PROCESS_NOTIFY_ROUTINE)registered[PROCESS_PLAIN].Routines[i])(process->ParentId, id, create);
    for (ULONG i = 0; i < registered[PROCESS_EX].Count; i++)
        ((PCREATE_PROCESS_NOTIFY_ROUTINE_EX)registered[PROCESS_EX].Routines[i])(process, id, create ? &info : NULL);
    KeLeaveCriticalRegion();
    return info.CreationStatus;
}

void psp_notify_thread(PKTHREAD thread, BOOLEAN create)
{
    for (ULONG i = 0; i < registered[THREAD].Count; i++)
        ((PCREATE_THREAD_NOTIFY_ROUTINE)registered[THREAD].Routines[i])(thread->OwnProcess->Id, thread->Id, create);
}

void psp_notify_image(const char *name, PVOID base, SIZE_T size)
{
    static const WCHAR folder[] = L"\\SystemRoot\\System32\\drivers\\";
    enum { MOST = 260, FOLDER = ARRAYSIZE(folder) - 1 };
    WCHAR path[MOST];
    IMAGE_INFO info = {
        .ImageAddressingMode = IMAGE_ADDRESSING_MODE_32BIT, .SystemModeImage = 1, .ImageBase = base, .ImageSize = size};
    if (registered[IMAGE].Count == 0)
        return;
    RtlCopyMemory(path, folder, sizeof(folder));
    ULONG length = FOLDER;
    for (; name[length - FOLDER] && length < MOST; length++)
        path[length] = (UCHAR)name[length - FOLDER];
    UNICODE_STRING full = {(USHORT)(length * sizeof(WCHAR)), sizeof(path), path};
    for (ULONG i = 0; i < registered[IMAGE].Count; i++)
        ((PLOAD_IMAGE_NOTIFY_ROUTINE)registered[IMAGE].Routines[i])(&full, NULL, &info);
}
