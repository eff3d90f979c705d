/* Inside kernel32.dll: what its files know of each other. */
#ifndef NTSIM_USER_WIN32_H
#define NTSIM_USER_WIN32_H

#include <ntifs.h>

#define EXPORT __declspec(dllexport)

enum {
    TAG = 'paeH',
    INFINITE_ = -1,
    WAIT_FAILED_ = -1,
    MILLISECOND = 10000, /* of 100 ns */
};
enum {
    ERROR_FILE_NOT_FOUND_ = 2,
    ERROR_ACCESS_DENIED_ = 5,
    ERROR_INVALID_HANDLE_ = 6,
    ERROR_NOT_ENOUGH_MEMORY_ = 8,
    ERROR_GEN_FAILURE_ = 31,
    ERROR_INVALID_PARAMETER_ = 87,
    ERROR_MORE_DATA_ = 234,
    WAIT_TIMEOUT_ = 258,
    ERROR_NO_MORE_ITEMS_ = 259,
    ERROR_TIMEOUT_ = 1460,
};

/* Of ntoskrnl.exe: stops the run. */
__declspec(dllimport) void SimStopMissing(const char *text);

/* The Win32 error of a status. */
ULONG win32_error(NTSTATUS status);
/* TRUE, or the thread's last error is set. */
int win32_succeed(NTSTATUS status);
EXPORT VOID SetLastError(ULONG error);

/* A wait's limit: NULL, for ever. */
PLARGE_INTEGER win32_due(ULONG milliseconds, PLARGE_INTEGER due);

#endif
