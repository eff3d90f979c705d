/* The recorder in user mode: the process heap. A UMDF driver learns nothing from a path, so the usual settings hold. */
#include "platform.h"

PVOID platform_allocate(SIZE_T size, ULONG tag)
{
    (void)tag;
    return HeapAlloc(GetProcessHeap(), 0, size);
}

void platform_free(PVOID memory)
{
    if (memory)
        HeapFree(GetProcessHeap(), 0, memory);
}

ULONGLONG platform_time(void)
{
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    return ((ULONGLONG)now.dwHighDateTime << 32) | now.dwLowDateTime;
}

void platform_settings(PCUNICODE_STRING path, struct recorder_settings *settings)
{
    (void)path;
    (void)settings;
}
