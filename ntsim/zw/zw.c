/* System services as the kernel calls them: with kernel mode as the previous mode. */
#include "ntsim/ke/ki.h"

/* Those that the headers declare under their Zw name only. */
NTSTATUS NtCreateEvent(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES, EVENT_TYPE, BOOLEAN);
NTSTATUS NtOpenEvent(PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES);
NTSTATUS NtSetEvent(HANDLE, PLONG);
NTSTATUS NtWaitForSingleObject(HANDLE, BOOLEAN, PLARGE_INTEGER);

static KPROCESSOR_MODE enter(void)
{
    PKTHREAD thread = ki_current_thread();
    KPROCESSOR_MODE previous = thread->PreviousMode;
    thread->PreviousMode = KernelMode;
    return previous;
}

static NTSTATUS done(KPROCESSOR_MODE previous, NTSTATUS status)
{
    ki_current_thread()->PreviousMode = previous;
    return status;
}

/* SERVICE(name, (parameters), (arguments)): an exception out of the service ends the run anyway. */
#define SERVICE(name, parameters, arguments)                                                                           \
    NTSTATUS Zw##name parameters                                                                                       \
    {                                                                                                                  \
        KPROCESSOR_MODE previous = enter();                                                                            \
        return done(previous, Nt##name arguments);                                                                     \
    }

SERVICE(Close, (HANDLE Handle), (Handle))
SERVICE(CreateFile,
        (PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
         PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
         ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength),
        (FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize, FileAttributes, ShareAccess,
         CreateDisposition, CreateOptions, EaBuffer, EaLength))
SERVICE(OpenFile,
        (PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
         PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions),
        (FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, ShareAccess, OpenOptions))
SERVICE(ReadFile,
        (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
         PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key),
        (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key))
SERVICE(WriteFile,
        (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
         PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset, PULONG Key),
        (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, Key))
SERVICE(DeviceIoControlFile,
        (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
         ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength),
        (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, IoControlCode, InputBuffer, InputBufferLength,
         OutputBuffer, OutputBufferLength))
SERVICE(FsControlFile,
        (HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
         ULONG FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength),
        (FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, FsControlCode, InputBuffer, InputBufferLength,
         OutputBuffer, OutputBufferLength))
SERVICE(CreateEvent,
        (PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, EVENT_TYPE EventType,
         BOOLEAN InitialState),
        (EventHandle, DesiredAccess, ObjectAttributes, EventType, InitialState))
SERVICE(OpenEvent, (PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes),
        (EventHandle, DesiredAccess, ObjectAttributes))
SERVICE(SetEvent, (HANDLE EventHandle, PLONG PreviousState), (EventHandle, PreviousState))
SERVICE(WaitForSingleObject, (HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout), (Handle, Alertable, Timeout))
SERVICE(QueryInformationFile,
        (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
         FILE_INFORMATION_CLASS FileInformationClass),
        (FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass))
SERVICE(SetInformationFile,
        (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
         FILE_INFORMATION_CLASS FileInformationClass),
        (FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass))
SERVICE(QueryVolumeInformationFile,
        (HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FsInformation, ULONG Length,
         FS_INFORMATION_CLASS FsInformationClass),
        (FileHandle, IoStatusBlock, FsInformation, Length, FsInformationClass))
