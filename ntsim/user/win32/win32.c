/*
 * kernel32.dll, as much of it as drivers use. The functions of ntoskrnl.exe stand behind these of the public
 * documentation; handles are those of the process that DriverEntry runs in, which is System.
 */
#include "ntsim/user/win32/win32.h"

enum { HEAP_ZERO = 8, MOST_THREADS = 64 };

/* --- the last error, a thread's own --- */

static struct {
    PKTHREAD Thread;
    ULONG Error;
} errors[MOST_THREADS];
static ULONG next_error;

EXPORT VOID SetLastError(ULONG error)
{
    const PKTHREAD thread = KeGetCurrentThread();
    for (ULONG i = 0; i < MOST_THREADS; i++)
        if (errors[i].Thread == thread) {
            errors[i].Error = error;
            return;
        }
    errors[next_error].Thread = thread;
    errors[next_error].Error = error;
    next_error = (next_error + 1) % MOST_THREADS;
}

EXPORT ULONG GetLastError(VOID)
{
    const PKTHREAD thread = KeGetCurrentThread();
    for (ULONG i = 0; i < MOST_THREADS; i++)
        if (errors[i].Thread == thread)
            return errors[i].Error;
    return 0;
}

/* --- heap: one for all --- */

struct block {
    SIZE_T Size;
    SIZE_T Unused; /* blocks are aligned to 16 */
};

EXPORT HANDLE GetProcessHeap(VOID)
{
    static UCHAR heap;
    return &heap;
}

EXPORT PVOID HeapAlloc(HANDLE heap, ULONG flags, SIZE_T size)
{
    struct block *block =
        size > MAXLONG ? NULL
                       : ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, sizeof(*block) + size, TAG);
    if (!block)
        return NULL;
    block->Size = size;
    if (flags & HEAP_ZERO)
        RtlZeroMemory(block + 1, size);
    return block + 1;
}

EXPORT int HeapFree(HANDLE heap, ULONG flags, PVOID memory)
{
    if (memory)
        ExFreePoolWithTag((struct block *)memory - 1, TAG);
    return TRUE;
}

EXPORT SIZE_T HeapSize(HANDLE heap, ULONG flags, const void *memory)
{
    return ((const struct block *)memory - 1)->Size;
}

EXPORT PVOID HeapReAlloc(HANDLE heap, ULONG flags, PVOID memory, SIZE_T size)
{
    PVOID moved = HeapAlloc(heap, flags, size);
    if (moved) {
        const SIZE_T old = HeapSize(heap, 0, memory);
        RtlCopyMemory(moved, memory, old < size ? old : size);
        HeapFree(heap, 0, memory);
    }
    return moved;
}

EXPORT PVOID LocalAlloc(ULONG flags, SIZE_T size)
{
    enum { ZERO = 0x40 };
    PVOID memory = HeapAlloc(NULL, flags & ZERO ? HEAP_ZERO : 0, size);
    if (!memory)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY_);
    return memory;
}

EXPORT PVOID LocalFree(PVOID memory)
{
    HeapFree(NULL, 0, memory);
    return NULL;
}

/* --- debugging --- */

EXPORT VOID OutputDebugStringA(PCSTR text)
{
    DbgPrint("%s", text);
}

EXPORT VOID OutputDebugStringW(PCWSTR text)
{
    DbgPrint("%ws", text);
}

EXPORT VOID DebugBreak(VOID)
{
    __debugbreak();
}

/* The host process ends, and with it the run: as at a bug check, with the exception's code and first four parameters.
 */
EXPORT VOID RaiseFailFastException(const EXCEPTION_RECORD *record, const CONTEXT *context, ULONG flags)
{
    ULONG_PTR parameters[4] = {0};
    for (ULONG i = 0; record && i < min(record->NumberParameters, RTL_NUMBER_OF(parameters)); i++)
        parameters[i] = record->ExceptionInformation[i];
    KeBugCheckEx(record ? (ULONG)record->ExceptionCode : (ULONG)STATUS_FAIL_FAST_EXCEPTION, parameters[0],
                 parameters[1], parameters[2], parameters[3]);
}

EXPORT int IsDebuggerPresent(VOID)
{
    return FALSE;
}

/* --- time, threads, processes --- */

EXPORT ULONG64 GetTickCount64(VOID)
{
    return KeQueryInterruptTime() / MILLISECOND;
}

EXPORT ULONG GetTickCount(VOID)
{
    return (ULONG)GetTickCount64();
}

EXPORT VOID GetSystemTimeAsFileTime(PLARGE_INTEGER time)
{
    KeQuerySystemTime(time);
}

EXPORT int QueryPerformanceCounter(PLARGE_INTEGER count)
{
    *count = KeQueryPerformanceCounter(NULL);
    return TRUE;
}

EXPORT int QueryPerformanceFrequency(PLARGE_INTEGER frequency)
{
    KeQueryPerformanceCounter(frequency);
    return TRUE;
}

EXPORT VOID Sleep(ULONG milliseconds)
{
    LARGE_INTEGER due = {.QuadPart = -(LONGLONG)milliseconds * MILLISECOND};
    KeDelayExecutionThread(KernelMode, FALSE, &due);
}

EXPORT ULONG GetCurrentThreadId(VOID)
{
    return HandleToULong(PsGetCurrentThreadId());
}

EXPORT ULONG GetCurrentProcessId(VOID)
{
    return HandleToULong(PsGetCurrentProcessId());
}

EXPORT HANDLE GetCurrentProcess(VOID)
{
    return (HANDLE)(LONG_PTR)-1;
}

EXPORT HANDLE GetCurrentThread(VOID)
{
    return (HANDLE)(LONG_PTR)-2;
}

/* --- handles --- */

ULONG win32_error(NTSTATUS status)
{
    switch (status) {
    case STATUS_SUCCESS:
        return 0;
    case STATUS_OBJECT_NAME_NOT_FOUND:
    case STATUS_OBJECT_PATH_NOT_FOUND:
        return ERROR_FILE_NOT_FOUND_;
    case STATUS_ACCESS_DENIED:
        return ERROR_ACCESS_DENIED_;
    case STATUS_INVALID_HANDLE:
        return ERROR_INVALID_HANDLE_;
    case STATUS_NO_MEMORY:
    case STATUS_INSUFFICIENT_RESOURCES:
        return ERROR_NOT_ENOUGH_MEMORY_;
    case STATUS_INVALID_PARAMETER:
        return ERROR_INVALID_PARAMETER_;
    case STATUS_BUFFER_OVERFLOW:
    case STATUS_BUFFER_TOO_SMALL:
        return ERROR_MORE_DATA_;
    case STATUS_NO_MORE_ENTRIES:
        return ERROR_NO_MORE_ITEMS_;
    default:
        return NT_SUCCESS(status) ? 0 : ERROR_GEN_FAILURE_;
    }
}

int win32_succeed(NTSTATUS status)
{
    if (!NT_SUCCESS(status))
        SetLastError(win32_error(status));
    return NT_SUCCESS(status);
}

PLARGE_INTEGER win32_due(ULONG milliseconds, PLARGE_INTEGER due)
{
    due->QuadPart = -(LONGLONG)milliseconds * MILLISECOND;
    return milliseconds == (ULONG)INFINITE_ ? NULL : due;
}

EXPORT int CloseHandle(HANDLE handle)
{
    return win32_succeed(ZwClose(handle));
}

EXPORT HANDLE CreateEventW(PVOID security, int manual_reset, int set, PCWSTR name)
{
    HANDLE event;
    OBJECT_ATTRIBUTES attributes;
    if (name)
        SimStopMissing("CreateEventW with a name is not implemented");
    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    return win32_succeed(ZwCreateEvent(&event, EVENT_ALL_ACCESS, &attributes,
                                       manual_reset ? NotificationEvent : SynchronizationEvent, set != 0))
               ? event
               : NULL;
}

EXPORT int SetEvent(HANDLE event)
{
    return win32_succeed(ZwSetEvent(event, NULL));
}

EXPORT ULONG WaitForSingleObject(HANDLE object, ULONG milliseconds)
{
    LARGE_INTEGER due;
    const NTSTATUS status = ZwWaitForSingleObject(object, FALSE, win32_due(milliseconds, &due));
    if (status == STATUS_TIMEOUT)
        return WAIT_TIMEOUT_;
    return win32_succeed(status) ? 0 : (ULONG)WAIT_FAILED_;
}

/* --- critical sections and slim locks: whoever asks waits in turns of a millisecond --- */

struct critical_section {
    PVOID Debug;
    LONG Count, Depth;
    PKTHREAD Owner;
    PVOID Semaphore;
    ULONG_PTR Spin;
};

EXPORT VOID InitializeCriticalSection(struct critical_section *section)
{
    RtlZeroMemory(section, sizeof(*section));
}

EXPORT int InitializeCriticalSectionAndSpinCount(struct critical_section *section, ULONG spin)
{
    InitializeCriticalSection(section);
    return TRUE;
}

EXPORT int InitializeCriticalSectionEx(struct critical_section *section, ULONG spin, ULONG flags)
{
    InitializeCriticalSection(section);
    return TRUE;
}

EXPORT int TryEnterCriticalSection(struct critical_section *section)
{
    const PKTHREAD thread = KeGetCurrentThread();
    if (section->Owner && section->Owner != thread)
        return FALSE;
    section->Owner = thread;
    section->Depth++;
    return TRUE;
}

EXPORT VOID EnterCriticalSection(struct critical_section *section)
{
    while (!TryEnterCriticalSection(section))
        Sleep(1);
}

EXPORT VOID LeaveCriticalSection(struct critical_section *section)
{
    if (--section->Depth == 0)
        section->Owner = NULL;
}

EXPORT VOID DeleteCriticalSection(struct critical_section *section)
{
    InitializeCriticalSection(section);
}

/* -1: exclusive; else how many share it. */
EXPORT VOID InitializeSRWLock(LONG_PTR *lock)
{
    *lock = 0;
}

EXPORT VOID AcquireSRWLockExclusive(LONG_PTR *lock)
{
    while (*lock != 0)
        Sleep(1);
    *lock = -1;
}

EXPORT VOID ReleaseSRWLockExclusive(LONG_PTR *lock)
{
    *lock = 0;
}

EXPORT VOID AcquireSRWLockShared(LONG_PTR *lock)
{
    while (*lock < 0)
        Sleep(1);
    ++*lock;
}

EXPORT VOID ReleaseSRWLockShared(LONG_PTR *lock)
{
    --*lock;
}
