/* Share access: who has a file open for what, and what they allow others. The caller holds the file's lock. */
#include "ntsim/io/iop.h"

static void set_file(PFILE_OBJECT file, ACCESS_MASK access, ULONG share)
{
    file->ReadAccess = (access & (FILE_EXECUTE | FILE_READ_DATA)) != 0;
    file->WriteAccess = (access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    file->DeleteAccess = (access & DELETE) != 0;
    BOOLEAN counts = file->ReadAccess || file->WriteAccess || file->DeleteAccess;
    file->SharedRead = counts && (share & FILE_SHARE_READ) != 0;
    file->SharedWrite = counts && (share & FILE_SHARE_WRITE) != 0;
    file->SharedDelete = counts && (share & FILE_SHARE_DELETE) != 0;
}

/* Opens that ask for none of the three rights take no part. */
static void add(PFILE_OBJECT file, PSHARE_ACCESS share, ULONG one)
{
    if (!file->ReadAccess && !file->WriteAccess && !file->DeleteAccess)
        return;
    share->OpenCount += one;
    share->Readers += file->ReadAccess ? one : 0;
    share->Writers += file->WriteAccess ? one : 0;
    share->Deleters += file->DeleteAccess ? one : 0;
    share->SharedRead += file->SharedRead ? one : 0;
    share->SharedWrite += file->SharedWrite ? one : 0;
    share->SharedDelete += file->SharedDelete ? one : 0;
}

NTSTATUS IoCheckShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject,
                            PSHARE_ACCESS ShareAccess, BOOLEAN Update)
{
    set_file(FileObject, DesiredAccess, DesiredShareAccess);
    if (FileObject->ReadAccess || FileObject->WriteAccess || FileObject->DeleteAccess) {
        BOOLEAN others_forbid = (FileObject->ReadAccess && ShareAccess->SharedRead < ShareAccess->OpenCount) ||
                                (FileObject->WriteAccess && ShareAccess->SharedWrite < ShareAccess->OpenCount) ||
                                (FileObject->DeleteAccess && ShareAccess->SharedDelete < ShareAccess->OpenCount);
        BOOLEAN this_forbids = (ShareAccess->Readers && !FileObject->SharedRead) ||
                               (ShareAccess->Writers && !FileObject->SharedWrite) ||
                               (ShareAccess->Deleters && !FileObject->SharedDelete);
        if (others_forbid || this_forbids)
            return STATUS_SHARING_VIOLATION;
    }
    if (Update)
        add(FileObject, ShareAccess, 1);
    return STATUS_SUCCESS;
}

VOID IoSetShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject,
                      PSHARE_ACCESS ShareAccess)
{
    set_file(FileObject, DesiredAccess, DesiredShareAccess);
    RtlZeroMemory(ShareAccess, sizeof(*ShareAccess));
    add(FileObject, ShareAccess, 1);
}

VOID IoUpdateShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    add(FileObject, ShareAccess, 1);
}

VOID IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    add(FileObject, ShareAccess, MAXULONG); /* minus one, without sign */
}
