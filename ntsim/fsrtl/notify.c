/* Notification of changes in directories: who watches which, and what happened since the last answer. */
#include <ntifs.h>

enum { TAG = 'tNsF' };

struct _REAL_NOTIFY_SYNC {
    KMUTEX Mutex; /* one may report within a callback */
};

/* One for each FsContext, from its first request until its cleanup. */
struct watch {
    LIST_ENTRY Entry; /* in the file system's list */
    PVOID FsContext;
    PSTRING Directory; /* the file system's */
    ULONG Filter;
    BOOLEAN Tree, NoData, Overflow, Gone;
    PCHECK_FOR_TRAVERSE_ACCESS MayTraverse;
    PSECURITY_SUBJECT_CONTEXT Subject; /* this one's */
    PFILTER_REPORT_CHANGE Wants;
    IO_CSQ Queue;
    KSPIN_LOCK QueueLock;
    LIST_ENTRY Requests;
    PUCHAR Data; /* what happened while no request waited; as long as the last request's buffer */
    ULONG Size, Used, Last;
};

static struct watch *watch_of(PIO_CSQ queue)
{
    return CONTAINING_RECORD(queue, struct watch, Queue);
}

static void insert(PIO_CSQ queue, PIRP irp)
{
    InsertTailList(&watch_of(queue)->Requests, &irp->Tail.Overlay.ListEntry);
}

static void remove(PIO_CSQ queue, PIRP irp)
{
    RemoveEntryList(&irp->Tail.Overlay.ListEntry);
}

static PIRP peek_next(PIO_CSQ queue, PIRP irp, PVOID peek)
{
    LIST_ENTRY *head = &watch_of(queue)->Requests;
    LIST_ENTRY *entry = irp ? irp->Tail.Overlay.ListEntry.Flink : head->Flink;
    return entry == head ? NULL : CONTAINING_RECORD(entry, IRP, Tail.Overlay.ListEntry);
}

static void acquire(PIO_CSQ queue, PKIRQL irql)
{
    KeAcquireSpinLock(&watch_of(queue)->QueueLock, irql);
}

static void release(PIO_CSQ queue, KIRQL irql)
{
    KeReleaseSpinLock(&watch_of(queue)->QueueLock, irql);
}

static void complete(PIRP irp, NTSTATUS status, ULONG_PTR information)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

static void complete_canceled(PIO_CSQ queue, PIRP irp)
{
    complete(irp, STATUS_CANCELLED, 0);
}

/* --- the synchronisation object --- */

VOID FsRtlNotifyInitializeSync(PNOTIFY_SYNC *NotifySync)
{
    PNOTIFY_SYNC sync = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*sync), TAG);
    if (!sync)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    KeInitializeMutex(&sync->Mutex, 0);
    *NotifySync = sync;
}

VOID FsRtlNotifyUninitializeSync(PNOTIFY_SYNC *NotifySync)
{
    if (*NotifySync)
        ExFreePoolWithTag(*NotifySync, TAG);
    *NotifySync = NULL;
}

static void lock(PNOTIFY_SYNC sync)
{
    KeWaitForSingleObject(&sync->Mutex, Executive, KernelMode, FALSE, NULL);
}

static void unlock(PNOTIFY_SYNC sync)
{
    KeReleaseMutex(&sync->Mutex, FALSE);
}

/* --- answers --- */

static PVOID buffer_of(PIRP irp)
{
    if (irp->MdlAddress)
        return MmGetSystemAddressForMdlSafe(irp->MdlAddress, NormalPagePriority | MdlMappingNoExecute);
    return irp->AssociatedIrp.SystemBuffer ? irp->AssociatedIrp.SystemBuffer : irp->UserBuffer;
}

/* What has been gathered, to the request that has waited longest. STATUS_NOTIFY_ENUM_DIR: more than it has room for. */
static void answer(struct watch *watch)
{
    PIRP irp = watch->Used || watch->Overflow ? IoCsqRemoveNextIrp(&watch->Queue, NULL) : NULL;
    if (!irp)
        return;
    PVOID buffer = buffer_of(irp);
    ULONG used = watch->Used;
    BOOLEAN fits =
        !watch->Overflow && buffer && used <= IoGetCurrentIrpStackLocation(irp)->Parameters.NotifyDirectory.Length;
    if (fits)
        RtlCopyMemory(buffer, watch->Data, used);
    watch->Used = watch->Last = 0;
    watch->Overflow = FALSE;
    complete(irp, fits ? STATUS_SUCCESS : STATUS_NOTIFY_ENUM_DIR, fits ? used : 0);
}

static void end_all(struct watch *watch, NTSTATUS status)
{
    PIRP irp;
    while ((irp = IoCsqRemoveNextIrp(&watch->Queue, NULL)) != NULL)
        complete(irp, status, 0);
}

static void delete_watch(struct watch *watch)
{
    RemoveEntryList(&watch->Entry);
    if (watch->Subject) {
        SeReleaseSubjectContext(watch->Subject);
        ExFreePool(watch->Subject); /* the file system's allocation, which it gave away */
    }
    if (watch->Data)
        ExFreePoolWithTag(watch->Data, TAG);
    ExFreePoolWithTag(watch, TAG);
}

/* --- watching --- */

static struct watch *find(PLIST_ENTRY list, PVOID context)
{
    for (LIST_ENTRY *entry = list->Flink; entry != list; entry = entry->Flink) {
        struct watch *watch = CONTAINING_RECORD(entry, struct watch, Entry);
        if (watch->FsContext == context)
            return watch;
    }
    return NULL;
}

static struct watch *make(PLIST_ENTRY list, PVOID context, ULONG size)
{
    struct watch *watch = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*watch), TAG);
    if (!watch)
        return NULL;
    watch->FsContext = context;
    watch->Size = size;
    watch->Data = size ? ExAllocatePool2(POOL_FLAG_NON_PAGED, size, TAG) : NULL;
    if (!watch->Data)
        watch->Size = 0;
    InitializeListHead(&watch->Requests);
    KeInitializeSpinLock(&watch->QueueLock);
    IoCsqInitialize(&watch->Queue, insert, remove, peek_next, acquire, release, complete_canceled);
    InsertTailList(list, &watch->Entry);
    return watch;
}

VOID FsRtlNotifyFilterChangeDirectory(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext,
                                      PSTRING FullDirectoryName, BOOLEAN WatchTree, BOOLEAN IgnoreBuffer,
                                      ULONG CompletionFilter, PIRP NotifyIrp,
                                      PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback,
                                      PSECURITY_SUBJECT_CONTEXT SubjectContext, PFILTER_REPORT_CHANGE FilterCallback)
{
    lock(NotifySync);
    struct watch *watch = find(NotifyList, FsContext);
    if (!NotifyIrp) { /* the directory is being deleted */
        if (watch) {
            watch->Gone = TRUE;
            end_all(watch, STATUS_DELETE_PENDING);
        }
    } else if (IoGetCurrentIrpStackLocation(NotifyIrp)->FileObject &&
               IoGetCurrentIrpStackLocation(NotifyIrp)->FileObject->Flags & FO_CLEANUP_COMPLETE) {
        complete(NotifyIrp, STATUS_NOTIFY_CLEANUP, 0);
    } else if (watch && watch->Gone) {
        complete(NotifyIrp, STATUS_DELETE_PENDING, 0);
    } else {
        if (!watch) {
            watch =
                make(NotifyList, FsContext, IoGetCurrentIrpStackLocation(NotifyIrp)->Parameters.NotifyDirectory.Length);
            if (watch) {
                watch->Directory = FullDirectoryName;
                watch->Tree = WatchTree;
                watch->NoData = IgnoreBuffer;
                watch->Filter = CompletionFilter;
                watch->MayTraverse = TraverseCallback;
                watch->Subject = SubjectContext;
                watch->Wants = FilterCallback;
            }
        }
        if (watch) {
            IoCsqInsertIrp(&watch->Queue, NotifyIrp, NULL);
            answer(watch);
        } else {
            complete(NotifyIrp, STATUS_INSUFFICIENT_RESOURCES, 0);
        }
    }
    unlock(NotifySync);
}

VOID FsRtlNotifyFullChangeDirectory(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext,
                                    PSTRING FullDirectoryName, BOOLEAN WatchTree, BOOLEAN IgnoreBuffer,
                                    ULONG CompletionFilter, PIRP NotifyIrp, PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback,
                                    PSECURITY_SUBJECT_CONTEXT SubjectContext)
{
    FsRtlNotifyFilterChangeDirectory(NotifySync, NotifyList, FsContext, FullDirectoryName, WatchTree, IgnoreBuffer,
                                     CompletionFilter, NotifyIrp, TraverseCallback, SubjectContext, NULL);
}

VOID FsRtlNotifyCleanup(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext)
{
    lock(NotifySync);
    struct watch *watch = find(NotifyList, FsContext);
    if (watch) {
        end_all(watch, STATUS_NOTIFY_CLEANUP);
        delete_watch(watch);
    }
    unlock(NotifySync);
}

VOID FsRtlNotifyCleanupAll(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList)
{
    lock(NotifySync);
    while (!IsListEmpty(NotifyList)) {
        struct watch *watch = CONTAINING_RECORD(NotifyList->Flink, struct watch, Entry);
        end_all(watch, STATUS_NOTIFY_CLEANUP);
        delete_watch(watch);
    }
    unlock(NotifySync);
}

/* --- reporting. Names are UTF-16 or in the OEM code page; the directory's backslash tells. --- */

static ULONG unit_of(const STRING *directory)
{
    return directory->Length >= sizeof(WCHAR) && directory->Buffer[1] == 0 ? sizeof(WCHAR) : 1;
}

/* Where in `target` that of the watched directory ends, with its backslash; 0: it lies elsewhere. `parent`: length of
 * the target's directory, without one but for the root's. */
static ULONG relative_at(const struct watch *watch, const STRING *target, ULONG parent)
{
    const STRING *directory = watch->Directory;
    ULONG unit = unit_of(directory), length = directory->Length;
    BOOLEAN root = length == unit;
    if (length > target->Length || RtlCompareMemory(directory->Buffer, target->Buffer, length) != length)
        return 0;
    if (root)
        return parent == unit || watch->Tree ? unit : 0;
    if (parent != length && (!watch->Tree || target->Length <= length || target->Buffer[length] != '\\'))
        return 0;
    return length + unit;
}

static ULONG name_size(const STRING *name, ULONG unit)
{
    return name ? name->Length / unit * (ULONG)sizeof(WCHAR) : 0;
}

static PWCHAR put_name(PWCHAR to, const STRING *name, ULONG unit)
{
    ULONG written = 0;
    if (unit == sizeof(WCHAR))
        RtlCopyMemory(to, name->Buffer, name->Length);
    else
        RtlOemToUnicodeN(to, name->Length * (ULONG)sizeof(WCHAR), &written, name->Buffer, name->Length);
    return to + name->Length / unit;
}

static void note(struct watch *watch, const STRING *name, const STRING *stream, ULONG action)
{
    ULONG unit = unit_of(watch->Directory);
    ULONG length = name_size(name, unit) + (stream ? sizeof(WCHAR) + name_size(stream, unit) : 0);
    ULONG at = (watch->Used + sizeof(ULONG) - 1) & ~(ULONG)(sizeof(ULONG) - 1);
    ULONG size = FIELD_OFFSET(FILE_NOTIFY_INFORMATION, FileName) + length;
    if (watch->NoData || at > watch->Size || size > watch->Size - at) {
        watch->Overflow = TRUE;
        return;
    }
    PFILE_NOTIFY_INFORMATION information = (PFILE_NOTIFY_INFORMATION)(watch->Data + at);
    if (watch->Used)
        ((PFILE_NOTIFY_INFORMATION)(watch->Data + watch->Last))->NextEntryOffset = at - watch->Last;
    information->NextEntryOffset = 0;
    information->Action = action;
    information->FileNameLength = length;
    PWCHAR end = put_name(information->FileName, name, unit);
    if (stream) {
        *end++ = L':';
        put_name(end, stream, unit);
    }
    watch->Last = at;
    watch->Used = at + size;
}

static BOOLEAN wants(struct watch *watch, ULONG match, PVOID target_context, PVOID filter_context)
{
    if (watch->Gone || !(watch->Filter & match))
        return FALSE;
    if (watch->Wants && filter_context && !watch->Wants(watch->FsContext, filter_context))
        return FALSE;
    return !(watch->Tree && watch->MayTraverse && target_context) ||
           NT_SUCCESS(watch->MayTraverse(watch->FsContext, target_context, watch->Subject));
}

VOID FsRtlNotifyFilterReportChange(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PSTRING FullTargetName,
                                   USHORT TargetNameOffset, PSTRING StreamName, PSTRING NormalizedParentName,
                                   ULONG FilterMatch, ULONG Action, PVOID TargetContext, PVOID FilterContext)
{
    lock(NotifySync);
    for (LIST_ENTRY *entry = NotifyList->Flink; entry != NotifyList; entry = entry->Flink) {
        struct watch *watch = CONTAINING_RECORD(entry, struct watch, Entry);
        if (!wants(watch, FilterMatch, TargetContext, FilterContext))
            continue;
        ULONG unit = unit_of(watch->Directory);
        ULONG parent = TargetNameOffset > unit ? TargetNameOffset - unit : unit;
        ULONG at = relative_at(watch, FullTargetName, parent);
        if (at == 0 || at > FullTargetName->Length)
            continue;
        const STRING name = {(USHORT)(FullTargetName->Length - at), (USHORT)(FullTargetName->Length - at),
                             FullTargetName->Buffer + at};
        note(watch, &name, StreamName, Action);
        answer(watch);
    }
    unlock(NotifySync);
}

VOID FsRtlNotifyFullReportChange(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PSTRING FullTargetName,
                                 USHORT TargetNameOffset, PSTRING StreamName, PSTRING NormalizedParentName,
                                 ULONG FilterMatch, ULONG Action, PVOID TargetContext)
{
    FsRtlNotifyFilterReportChange(NotifySync, NotifyList, FullTargetName, TargetNameOffset, StreamName,
                                  NormalizedParentName, FilterMatch, Action, TargetContext, NULL);
}
