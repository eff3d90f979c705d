/* ucrtbase.dll, as much of it as drivers use: initialisers, what runs at the end, memory. Facts: the documentation of
 * the UCRT. What ntoskrnl.exe has under the same names is forwarded to it: forward.c. */
#include <ntifs.h>

#define EXPORT __declspec(dllexport)

enum { TAG = 'trcU', FIRST_ROOM = 16 };

typedef void (*initializer)(void);
typedef int (*fallible_initializer)(void);

struct onexit_table {
    initializer *first, *last, *end;
};

EXPORT void _initterm(const initializer *first, const initializer *last)
{
    for (; first < last; first++)
        if (*first)
            (*first)();
}

EXPORT int _initterm_e(const fallible_initializer *first, const fallible_initializer *last)
{
    int result = 0;
    for (; first < last && result == 0; first++)
        if (*first)
            result = (*first)();
    return result;
}

EXPORT int _initialize_onexit_table(struct onexit_table *table)
{
    if (!table)
        return -1;
    *table = (struct onexit_table){NULL, NULL, NULL};
    return 0;
}

EXPORT int _register_onexit_function(struct onexit_table *table, int (*function)(void))
{
    if (!table)
        return -1;
    const SIZE_T count = table->last - table->first;
    if (table->last == table->end) {
        const SIZE_T room = count ? 2 * count : FIRST_ROOM;
        initializer *grown = ExAllocatePool2(POOL_FLAG_NON_PAGED, room * sizeof(*grown), TAG);
        if (!grown)
            return -1;
        if (table->first) {
            RtlCopyMemory(grown, table->first, count * sizeof(*grown));
            ExFreePoolWithTag(table->first, TAG);
        }
        *table = (struct onexit_table){grown, grown + count, grown + room};
    }
    *table->last++ = (initializer)(ULONG_PTR)function;
    return 0;
}

EXPORT int _execute_onexit_table(struct onexit_table *table)
{
    if (!table)
        return -1;
    while (table->last > table->first)
        (*--table->last)();
    if (table->first)
        ExFreePoolWithTag(table->first, TAG);
    *table = (struct onexit_table){NULL, NULL, NULL};
    return 0;
}

/* The process ends with the run, and what was registered with it never runs. */
EXPORT int _crt_atexit(initializer function)
{
    return 0;
}

/* --- memory: the process's heap --- */

enum { HEAP_ZERO = 8 };

__declspec(dllimport) PVOID HeapAlloc(HANDLE heap, ULONG flags, SIZE_T size);
__declspec(dllimport) PVOID HeapReAlloc(HANDLE heap, ULONG flags, PVOID memory, SIZE_T size);
__declspec(dllimport) int HeapFree(HANDLE heap, ULONG flags, PVOID memory);
__declspec(dllimport) HANDLE GetProcessHeap(VOID);

EXPORT void *malloc(size_t size)
{
    return HeapAlloc(GetProcessHeap(), 0, size);
}

EXPORT void free(void *memory)
{
    HeapFree(GetProcessHeap(), 0, memory);
}

EXPORT void *calloc(size_t count, size_t size)
{
    size_t total;
    return __builtin_mul_overflow(count, size, &total) ? NULL : HeapAlloc(GetProcessHeap(), HEAP_ZERO, total);
}

EXPORT void *realloc(void *memory, size_t size)
{
    if (!memory)
        return malloc(size);
    if (size == 0) {
        free(memory);
        return NULL;
    }
    return HeapReAlloc(GetProcessHeap(), 0, memory, size);
}

EXPORT int *_errno(void)
{
    static int number;
    return &number;
}
