/* What the recorder needs from the side it runs on. */
#ifndef RECORDER_PLATFORM_H
#define RECORDER_PLATFORM_H

#include <wpprecorder.h>
#ifndef STATUS_SUCCESS /* user mode: windows.h has only a few */
#include <ntstatus.h>
#endif

struct recorder_settings {
    ULONG pages;   /* LogPages: of 4 KiB, for the default log; 1 to 256 */
    UCHAR verbose; /* VerboseOn */
};

/* Memory that can be written at any IRQL. */
PVOID platform_allocate(SIZE_T size, ULONG tag);
void platform_free(PVOID memory);

/* System time; any IRQL. */
ULONGLONG platform_time(void);

/* Adds, and returns the value before. */
static inline LONG64 platform_add(volatile LONG64 *value, LONG64 more)
{
    return __atomic_fetch_add(value, more, __ATOMIC_ACQ_REL);
}

/* The values below `path`\Parameters, over what is in `settings`; PASSIVE_LEVEL. */
void platform_settings(PCUNICODE_STRING path, struct recorder_settings *settings);

#endif
