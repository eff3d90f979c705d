/* What printf's family for strings stands on: the formatting is that of ntoskrnl.exe. */
#include <ntifs.h>

#include <stdarg.h>
#include <stdio.h>

#define EXPORT __declspec(dllexport)

enum { STANDARD_SNPRINTF = 2 };

/* The standard's snprintf ends with a NUL in any case and counts what there was no room for; the old one gives -1. */
EXPORT int __stdio_common_vsprintf(unsigned __int64 options, char *buffer, size_t size, const char *format,
                                   void *locale, va_list arguments)
{
    enum { LONGEST = 32768 };
    if (size > LONGEST)
        size = LONGEST;
    if (!(options & STANDARD_SNPRINTF))
        return _vsnprintf(buffer, size, format, arguments);
    char *whole = ExAllocatePool2(POOL_FLAG_NON_PAGED, LONGEST, 'trcU');
    if (!whole)
        return -1;
    const int length = _vsnprintf(whole, LONGEST, format, arguments);
    if (length >= 0 && size > 0) {
        const size_t kept = (size_t)length < size ? (size_t)length : size - 1;
        RtlCopyMemory(buffer, whole, kept);
        buffer[kept] = 0;
    }
    ExFreePoolWithTag(whole, 'trcU');
    return length;
}

EXPORT int __stdio_common_vswprintf(unsigned __int64 options, wchar_t *buffer, size_t size, const wchar_t *format,
                                    void *locale, va_list arguments)
{
    enum { LONGEST = 32768 };
    const int length = _vsnwprintf(buffer, size < LONGEST ? size : LONGEST, format, arguments);
    if (length < 0 && (options & STANDARD_SNPRINTF) && size > 0)
        buffer[size - 1] = 0;
    return length;
}
