/* Locks of a file's byte ranges: those that are held, and the requests that wait for one. */
#include <ntifs.h>

enum { TAG = 'kLsF' };

struct lock {
    LIST_ENTRY Entry;
    FILE_LOCK_INFO Info; /* EndingByte: the last one; a lock of no bytes ends before it starts */
};

/* FILE_LOCK's LockInformation, made with the first request. */
struct locks {
    LIST_ENTRY Held, Waiting;
    IO_CSQ Queue; /* of Waiting */
    KSPIN_LOCK QueueLock;
    PFILE_LOCK Lock;
};

/* Who asks: locks belong to a file object of a process, and may carry a key. */
struct owner {
    PFILE_OBJECT File;
    PVOID Process;
    ULONG Key;
};

static BOOLEAN is_owner(const FILE_LOCK_INFO *info, const struct owner *owner)
{
    return info->FileObject == owner->File && info->ProcessId == owner->Process && info->Key == owner->Key;
}

static BOOLEAN overlap(const FILE_LOCK_INFO *info, ULONGLONG start, ULONGLONG end)
{
    return info->Length.QuadPart && (ULONGLONG)info->StartingByte.QuadPart <= end &&
           start <= (ULONGLONG)info->EndingByte.QuadPart;
}

/* --- waiting requests --- */

static struct locks *locks_of(PIO_CSQ queue)
{
    return CONTAINING_RECORD(queue, struct locks, Queue);
}

static void insert(PIO_CSQ queue, PIRP irp)
{
    InsertTailList(&locks_of(queue)->Waiting, &irp->Tail.Overlay.ListEntry);
}

static void remove(PIO_CSQ queue, PIRP irp)
{
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}

/* `peek`: NULL for any request, else the file whose requests are meant. */
static PIRP peek_next(PIO_CSQ queue, PIRP irp, PVOID peek)
{
    LIST_ENTRY *head = &locks_of(queue)->Waiting;
    for (LIST_ENTRY *entry = irp ? irp->Tail.Overlay.ListEntry.Flink : head->Flink; entry != head;
         entry = entry->Flink) {
        PIRP next = CONTAINING_RECORD(entry, IRP, Tail.Overlay.ListEntry);
        if (!peek || IoGetCurrentIrpStackLocation(next)->FileObject == peek)
            return next;
    }
    return NULL;
}

static void acquire(PIO_CSQ queue, PKIRQL irql)
{
    KeAcquireSpinLock(&locks_of(queue)->QueueLock, irql);
}

static void release(PIO_CSQ queue, KIRQL irql)
{
    KeReleaseSpinLock(&locks_of(queue)->QueueLock, irql);
}

/* The routine that the file system named completes the request, or nobody named one. */
static NTSTATUS end_request(PFILE_LOCK lock, PVOID context, PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = 0;
    if (lock->CompleteLockIrpRoutine)
        return lock->CompleteLockIrpRoutine(context, irp);
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static void complete_canceled(PIO_CSQ queue, PIRP irp)
{
    end_request(locks_of(queue)->Lock, irp->Tail.Overlay.DriverContext[0], irp, STATUS_CANCELLED);
}

/* --- the structure --- */

static struct locks *make_locks(PFILE_LOCK lock)
{
    struct locks *locks = lock->LockInformation;
    if (locks)
        return locks;
    locks = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*locks), TAG);
    if (!locks)
        return NULL;
    InitializeListHead(&locks->Held);
    InitializeListHead(&locks->Waiting);
    KeInitializeSpinLock(&locks->QueueLock);
    IoCsqInitialize(&locks->Queue, insert, remove, peek_next, acquire, release, complete_canceled);
    locks->Lock = lock;
    return lock->LockInformation = locks;
}

VOID FsRtlInitializeFileLock(PFILE_LOCK FileLock, PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine,
                             PUNLOCK_ROUTINE UnlockRoutine)
{
    *FileLock = (FILE_LOCK){.CompleteLockIrpRoutine = CompleteLockIrpRoutine, .UnlockRoutine = UnlockRoutine};
}

VOID FsRtlUninitializeFileLock(PFILE_LOCK FileLock)
{
    struct locks *locks = FileLock->LockInformation;
    PIRP irp;
    if (!locks)
        return;
    while (!IsListEmpty(&locks->Held))
        ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&locks->Held), struct lock, Entry), TAG);
    while ((irp = IoCsqRemoveNextIrp(&locks->Queue, NULL)) != NULL)
        end_request(FileLock, irp->Tail.Overlay.DriverContext[0], irp, STATUS_RANGE_NOT_LOCKED);
    ExFreePoolWithTag(locks, TAG);
    FileLock->LockInformation = NULL;
    FileLock->FastIoIsQuestionable = FALSE;
}

PFILE_LOCK FsRtlAllocateFileLock(PCOMPLETE_LOCK_IRP_ROUTINE CompleteLockIrpRoutine, PUNLOCK_ROUTINE UnlockRoutine)
{
    PFILE_LOCK lock = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*lock), TAG);
    if (lock)
        FsRtlInitializeFileLock(lock, CompleteLockIrpRoutine, UnlockRoutine);
    return lock;
}

VOID FsRtlFreeFileLock(PFILE_LOCK FileLock)
{
    FsRtlUninitializeFileLock(FileLock);
    ExFreePoolWithTag(FileLock, TAG);
}

/* --- taking locks --- */

/* A shared lock goes beside other shared ones, and beside an exclusive one of the same owner. */
static BOOLEAN conflicts(struct locks *locks, const FILE_LOCK_INFO *wanted)
{
    const struct owner owner = {wanted->FileObject, wanted->ProcessId, wanted->Key};
    for (LIST_ENTRY *entry = locks->Held.Flink; wanted->Length.QuadPart && entry != &locks->Held;
         entry = entry->Flink) {
        const FILE_LOCK_INFO *held = &CONTAINING_RECORD(entry, struct lock, Entry)->Info;
        if (overlap(held, (ULONGLONG)wanted->StartingByte.QuadPart, (ULONGLONG)wanted->EndingByte.QuadPart) &&
            (wanted->ExclusiveLock || (held->ExclusiveLock && !is_owner(held, &owner))))
            return TRUE;
    }
    return FALSE;
}

/* STATUS_LOCK_NOT_GRANTED: somebody has it. */
static NTSTATUS take(PFILE_LOCK file_lock, const FILE_LOCK_INFO *wanted)
{
    struct locks *locks = file_lock->LockInformation;
    if (conflicts(locks, wanted))
        return STATUS_LOCK_NOT_GRANTED;
    struct lock *lock = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*lock), TAG);
    if (!lock)
        return STATUS_INSUFFICIENT_RESOURCES;
    lock->Info = *wanted;
    InsertTailList(&locks->Held, &lock->Entry);
    file_lock->FastIoIsQuestionable = TRUE;
    return STATUS_SUCCESS;
}

static BOOLEAN describe(FILE_LOCK_INFO *info, const LARGE_INTEGER *start, const LARGE_INTEGER *length,
                        const struct owner *owner, BOOLEAN exclusive)
{
    *info = (FILE_LOCK_INFO){
        .StartingByte = *start,
        .Length = *length,
        .ExclusiveLock = exclusive,
        .Key = owner->Key,
        .FileObject = owner->File,
        .ProcessId = owner->Process,
        .EndingByte.QuadPart = (LONGLONG)((ULONGLONG)start->QuadPart + (ULONGLONG)length->QuadPart - 1),
    };
    return length->QuadPart == 0 || (ULONGLONG)info->EndingByte.QuadPart >= (ULONGLONG)start->QuadPart;
}

static BOOLEAN describe_request(FILE_LOCK_INFO *info, PIRP irp)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    const struct owner owner = {location->FileObject, IoGetRequestorProcess(irp), location->Parameters.LockControl.Key};
    return describe(info, &location->Parameters.LockControl.ByteOffset, location->Parameters.LockControl.Length, &owner,
                    (location->Flags & SL_EXCLUSIVE_LOCK) != 0);
}

/* Those who wait get what has become free, in the order in which they came. */
static void serve_waiting(PFILE_LOCK file_lock)
{
    struct locks *locks = file_lock->LockInformation;
    LIST_ENTRY again;
    PIRP irp;
    InitializeListHead(&again);
    while ((irp = IoCsqRemoveNextIrp(&locks->Queue, NULL)) != NULL)
        InsertTailList(&again, &irp->Tail.Overlay.ListEntry);
    while (!IsListEmpty(&again)) {
        FILE_LOCK_INFO wanted;
        irp = CONTAINING_RECORD(RemoveHeadList(&again), IRP, Tail.Overlay.ListEntry);
        describe_request(&wanted, irp);
        NTSTATUS status = take(file_lock, &wanted);
        if (status == STATUS_LOCK_NOT_GRANTED)
            IoCsqInsertIrp(&locks->Queue, irp, NULL);
        else
            end_request(file_lock, irp->Tail.Overlay.DriverContext[0], irp, status);
    }
}

static NTSTATUS lock_range(PFILE_LOCK file_lock, PIRP irp, PVOID context)
{
    FILE_LOCK_INFO wanted;
    if (!make_locks(file_lock))
        return end_request(file_lock, context, irp, STATUS_INSUFFICIENT_RESOURCES);
    if (!describe_request(&wanted, irp))
        return end_request(file_lock, context, irp, STATUS_INVALID_LOCK_RANGE);
    NTSTATUS status = take(file_lock, &wanted);
    if (status != STATUS_LOCK_NOT_GRANTED || IoGetCurrentIrpStackLocation(irp)->Flags & SL_FAIL_IMMEDIATELY)
        return end_request(file_lock, context, irp, status);
    irp->Tail.Overlay.DriverContext[0] = context;
    IoCsqInsertIrp(&((struct locks *)file_lock->LockInformation)->Queue, irp, NULL);
    return STATUS_PENDING;
}

BOOLEAN FsRtlPrivateLock(PFILE_LOCK FileLock, PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, PLARGE_INTEGER Length,
                         PEPROCESS ProcessId, ULONG Key, BOOLEAN FailImmediately, BOOLEAN ExclusiveLock,
                         PIO_STATUS_BLOCK Iosb, PIRP Irp, PVOID Context, BOOLEAN AlreadySynchronized)
{
    const struct owner owner = {FileObject, ProcessId, Key};
    FILE_LOCK_INFO wanted;
    if (Irp) {
        Iosb->Status = lock_range(FileLock, Irp, Context);
        return TRUE;
    }
    if (!make_locks(FileLock))
        return FALSE;
    Iosb->Information = 0;
    Iosb->Status = describe(&wanted, FileOffset, Length, &owner, ExclusiveLock) ? take(FileLock, &wanted)
                                                                                : STATUS_INVALID_LOCK_RANGE;
    /* Without a request nobody can wait: the caller makes one. */
    return Iosb->Status != STATUS_LOCK_NOT_GRANTED || FailImmediately;
}

/* --- giving them back --- */

static void drop(PFILE_LOCK file_lock, struct lock *lock, PVOID context)
{
    RemoveEntryList(&lock->Entry);
    if (file_lock->UnlockRoutine)
        file_lock->UnlockRoutine(context, &lock->Info);
    ExFreePoolWithTag(lock, TAG);
    file_lock->FastIoIsQuestionable = !IsListEmpty(&((struct locks *)file_lock->LockInformation)->Held);
}

/* Of two locks of the same range the exclusive one goes first. */
static struct lock *find_single(struct locks *locks, const FILE_LOCK_INFO *wanted)
{
    const struct owner owner = {wanted->FileObject, wanted->ProcessId, wanted->Key};
    struct lock *found = NULL;
    for (LIST_ENTRY *entry = locks->Held.Flink; entry != &locks->Held; entry = entry->Flink) {
        struct lock *lock = CONTAINING_RECORD(entry, struct lock, Entry);
        if (is_owner(&lock->Info, &owner) && lock->Info.StartingByte.QuadPart == wanted->StartingByte.QuadPart &&
            lock->Info.Length.QuadPart == wanted->Length.QuadPart && (!found || lock->Info.ExclusiveLock))
            found = lock;
    }
    return found;
}

NTSTATUS FsRtlFastUnlockSingle(PFILE_LOCK FileLock, PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset,
                               PLARGE_INTEGER Length, PEPROCESS ProcessId, ULONG Key, PVOID Context,
                               BOOLEAN AlreadySynchronized)
{
    struct locks *locks = FileLock->LockInformation;
    const struct owner owner = {FileObject, ProcessId, Key};
    FILE_LOCK_INFO wanted;
    describe(&wanted, FileOffset, Length, &owner, FALSE);
    struct lock *lock = locks ? find_single(locks, &wanted) : NULL;
    if (!lock)
        return STATUS_RANGE_NOT_LOCKED;
    drop(FileLock, lock, Context);
    serve_waiting(FileLock);
    return STATUS_SUCCESS;
}

static NTSTATUS unlock_all(PFILE_LOCK file_lock, PFILE_OBJECT file, PVOID process, const ULONG *key, PVOID context)
{
    struct locks *locks = file_lock->LockInformation;
    BOOLEAN found = FALSE;
    if (!locks)
        return STATUS_RANGE_NOT_LOCKED;
    for (LIST_ENTRY *entry = locks->Held.Flink, *next; entry != &locks->Held; entry = next) {
        struct lock *lock = CONTAINING_RECORD(entry, struct lock, Entry);
        next = entry->Flink;
        if (lock->Info.FileObject != file || lock->Info.ProcessId != process || (key && lock->Info.Key != *key))
            continue;
        found = TRUE;
        drop(file_lock, lock, context);
    }
    serve_waiting(file_lock);
    return found ? STATUS_SUCCESS : STATUS_RANGE_NOT_LOCKED;
}

NTSTATUS FsRtlFastUnlockAll(PFILE_LOCK FileLock, PFILE_OBJECT FileObject, PEPROCESS ProcessId, PVOID Context)
{
    return unlock_all(FileLock, FileObject, ProcessId, NULL, Context);
}

NTSTATUS FsRtlFastUnlockAllByKey(PFILE_LOCK FileLock, PFILE_OBJECT FileObject, PEPROCESS ProcessId, ULONG Key,
                                 PVOID Context)
{
    return unlock_all(FileLock, FileObject, ProcessId, &Key, Context);
}

NTSTATUS FsRtlProcessFileLock(PFILE_LOCK FileLock, PIRP Irp, PVOID Context)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(Irp);
    PEPROCESS process = IoGetRequestorProcess(Irp);
    ULONG key = location->Parameters.LockControl.Key;
    LARGE_INTEGER offset = location->Parameters.LockControl.ByteOffset;
    NTSTATUS status;
    switch (location->MinorFunction) {
    case IRP_MN_LOCK:
        return lock_range(FileLock, Irp, Context);
    case IRP_MN_UNLOCK_SINGLE:
        status = FsRtlFastUnlockSingle(FileLock, location->FileObject, &offset, location->Parameters.LockControl.Length,
                                       process, key, Context, FALSE);
        break;
    case IRP_MN_UNLOCK_ALL:
        status = FsRtlFastUnlockAll(FileLock, location->FileObject, process, Context);
        break;
    case IRP_MN_UNLOCK_ALL_BY_KEY:
        status = FsRtlFastUnlockAllByKey(FileLock, location->FileObject, process, key, Context);
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
    }
    return end_request(FileLock, Context, Irp, status);
}

/* --- questions --- */

/* Reading is barred by others' exclusive locks, writing by those and by everybody's shared ones. */
static BOOLEAN may_access(PFILE_LOCK file_lock, ULONGLONG start, ULONGLONG length, const struct owner *owner,
                          BOOLEAN write)
{
    struct locks *locks = file_lock->LockInformation;
    if (!locks || length == 0)
        return TRUE;
    for (LIST_ENTRY *entry = locks->Held.Flink; entry != &locks->Held; entry = entry->Flink) {
        const FILE_LOCK_INFO *held = &CONTAINING_RECORD(entry, struct lock, Entry)->Info;
        if (overlap(held, start, start + length - 1) && (held->ExclusiveLock ? !is_owner(held, owner) : write))
            return FALSE;
    }
    return TRUE;
}

static BOOLEAN may_request(PFILE_LOCK file_lock, PIRP irp, BOOLEAN write)
{
    const IO_STACK_LOCATION *location = IoGetCurrentIrpStackLocation(irp);
    const struct owner owner = {location->FileObject, IoGetRequestorProcess(irp), location->Parameters.Read.Key};
    return may_access(file_lock, (ULONGLONG)location->Parameters.Read.ByteOffset.QuadPart,
                      location->Parameters.Read.Length, &owner, write);
}

BOOLEAN FsRtlCheckLockForReadAccess(PFILE_LOCK FileLock, PIRP Irp)
{
    return may_request(FileLock, Irp, FALSE);
}

BOOLEAN FsRtlCheckLockForWriteAccess(PFILE_LOCK FileLock, PIRP Irp)
{
    return may_request(FileLock, Irp, TRUE);
}

BOOLEAN FsRtlFastCheckLockForRead(PFILE_LOCK FileLock, PLARGE_INTEGER StartingByte, PLARGE_INTEGER Length, ULONG Key,
                                  PFILE_OBJECT FileObject, PVOID ProcessId)
{
    const struct owner owner = {FileObject, ProcessId, Key};
    return may_access(FileLock, (ULONGLONG)StartingByte->QuadPart, (ULONGLONG)Length->QuadPart, &owner, FALSE);
}

BOOLEAN FsRtlFastCheckLockForWrite(PFILE_LOCK FileLock, PLARGE_INTEGER StartingByte, PLARGE_INTEGER Length, ULONG Key,
                                   PFILE_OBJECT FileObject, PVOID ProcessId)
{
    const struct owner owner = {FileObject, ProcessId, Key};
    return may_access(FileLock, (ULONGLONG)StartingByte->QuadPart, (ULONGLONG)Length->QuadPart, &owner, TRUE);
}

/* Where the last one was is kept in the FILE_LOCK: one walk at a time. */
PFILE_LOCK_INFO FsRtlGetNextFileLock(PFILE_LOCK FileLock, BOOLEAN Restart)
{
    struct locks *locks = FileLock->LockInformation;
    if (!locks)
        return NULL;
    LIST_ENTRY *entry = locks->Held.Flink;
    if (!Restart && FileLock->LastReturnedLock)
        while (entry != &locks->Held && entry != FileLock->LastReturnedLock)
            entry = entry->Flink;
    if (!Restart && FileLock->LastReturnedLock && entry != &locks->Held)
        entry = entry->Flink;
    if (entry == &locks->Held) {
        FileLock->LastReturnedLock = NULL;
        return NULL;
    }
    FileLock->LastReturnedLock = entry;
    FileLock->LastReturnedLockInfo = CONTAINING_RECORD(entry, struct lock, Entry)->Info;
    return &FileLock->LastReturnedLockInfo;
}

BOOLEAN FsRtlAreThereCurrentOrInProgressFileLocks(PFILE_LOCK FileLock)
{
    return FileLock->FastIoIsQuestionable || FileLock->LockRequestsInProgress != 0;
}

BOOLEAN FsRtlAreThereWaitingFileLocks(PFILE_LOCK FileLock)
{
    struct locks *locks = FileLock->LockInformation;
    return locks && !IsListEmpty(&locks->Waiting);
}

/* No lock may lie below the end of the allocation where an oplock is asked for. */
BOOLEAN FsRtlCheckLockForOplockRequest(PFILE_LOCK FileLock, PLARGE_INTEGER AllocationSize)
{
    struct locks *locks = FileLock->LockInformation;
    for (LIST_ENTRY *entry = locks ? locks->Held.Flink : NULL; entry && entry != &locks->Held; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, struct lock, Entry)->Info.StartingByte.QuadPart < AllocationSize->QuadPart)
            return FALSE;
    return TRUE;
}
