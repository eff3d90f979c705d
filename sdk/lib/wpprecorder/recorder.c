/*
 * The in-flight recorder: messages of a driver in rings of memory. shared/wpprecorder.h tells what they look like.
 *
 * A writer reserves its bytes by one addition and copies into them at whatever IRQL it runs at, so values may be
 * pageable where the caller may touch pageable memory, and nobody waits for anybody. A writer that is overtaken by a
 * whole ring while it copies leaves a torn record, which its position shows.
 */
#include <wpprecorder.h>

#include "platform.h"

#define LOG_TAG 'goLW'

/* As trace headers have it (wdk/wpp.h): an EVENT_DATA_DESCRIPTOR. */
struct cwdk_wpp_data {
    ULONGLONG address;
    ULONG size;
    ULONG type;
};

static struct {
    struct recorder_log *log;
    BOOLEAN off; /* WppRecorderConfigure said so */
    ULONG users; /* modules that started it */
} standard;

static ULONG in_eights(ULONG size)
{
    return size & ~7u;
}

static struct recorder_log *create(ULONG tag, ULONG size, ULONG error_size)
{
    const ULONG whole = in_eights(size), errors = in_eights(error_size);
    if (whole < 256 || whole > 1u << 20 || errors > whole - 128)
        return NULL;
    struct recorder_log *log = platform_allocate(sizeof *log + whole, tag);
    if (!log)
        return NULL;
    memset(log, 0, sizeof *log + whole);
    log->signature = RECORDER_LOG_SIGNATURE;
    log->size = sizeof *log + whole;
    log->messages.offset = sizeof *log;
    log->messages.capacity = whole - errors;
    log->errors.offset = sizeof *log + whole - errors;
    log->errors.capacity = errors;
    return log;
}

static void copy(struct recorder_log *log, const struct recorder_ring *ring, ULONGLONG position, const void *from,
                 ULONG size)
{
    const UCHAR *bytes = from;
    UCHAR *memory = (UCHAR *)log + ring->offset;
    ULONG place = (ULONG)(position % ring->capacity);
    const ULONG first = size < ring->capacity - place ? size : ring->capacity - place;
    memcpy(memory + place, bytes, first);
    memcpy(memory, bytes + first, size - first);
}

void cwdk_recorder_write(PVOID handle, UCHAR level, const struct cwdk_wpp_data *data, ULONG count)
{
    struct recorder_log *log = handle;
    if (!log || !count || (log == standard.log && standard.off))
        return;
    struct recorder_ring *ring = level && level <= 2 && log->errors.capacity ? &log->errors : &log->messages;
    struct recorder_record record = {.signature = RECORDER_RECORD_SIGNATURE,
                                     .time = platform_time(),
                                     .description = (const void *)(ULONG_PTR)data[0].address,
                                     .level = level};
    ULONGLONG size = sizeof record;
    for (ULONG i = 1; i < count; i++)
        size += data[i].size;
    size = (size + 7) & ~7ull;
    if (size > ring->capacity) /* a message that no ring of this size can hold */
        return;
    record.size = (ULONG)size;
    record.position = (ULONGLONG)platform_add(&ring->written, (LONG64)size);
    ULONGLONG place = record.position + sizeof record;
    for (ULONG i = 1; i < count; place += data[i++].size)
        copy(log, ring, place, (const void *)(ULONG_PTR)data[i].address, data[i].size);
    copy(log, ring, record.position, &record, sizeof record);
}

PVOID cwdk_recorder_start(int first, PCUNICODE_STRING path, UCHAR *verbose)
{
    static struct recorder_settings settings = {.pages = 1};
    if (first && !standard.users++) {
        platform_settings(path, &settings);
        standard.log = create(LOG_TAG, settings.pages * 4096 - (ULONG)sizeof *standard.log, 0);
    }
    *verbose = settings.verbose;
    return standard.log;
}

void cwdk_recorder_stop(void)
{
    if (!standard.users || --standard.users)
        return;
    struct recorder_log *log = standard.log;
    standard.log = NULL;
    standard.off = FALSE;
    platform_free(log);
}

VOID WppRecorderConfigure(PRECORDER_CONFIGURE_PARAMS ConfigureParams)
{
    standard.off = !ConfigureParams->CreateDefaultLog;
}

NTSTATUS WppRecorderLogCreate(PRECORDER_LOG_CREATE_PARAMS CreateParams, RECORDER_LOG *RecorderLog)
{
    const RECORDER_LOG_CREATE_PARAMS *p = CreateParams;
    *RecorderLog = NULL;
    if (p->Size < sizeof *p)
        return STATUS_INVALID_PARAMETER;
    struct recorder_log *log = create(p->LogTag ? p->LogTag : LOG_TAG, p->TotalBufferSize, p->ErrorPartitionSize);
    if (!log)
        return p->TotalBufferSize < 256 || p->TotalBufferSize > 1u << 20 ? STATUS_INVALID_PARAMETER
                                                                         : STATUS_INSUFFICIENT_RESOURCES;
    WppRecorderLogSetIdentifier(log, p->LogIdentifier);
    log->appended = p->LogIdentifierAppendValueSet ? p->LogIdentifierAppendValue : 0;
    *RecorderLog = log;
    return STATUS_SUCCESS;
}

VOID WppRecorderLogDelete(RECORDER_LOG RecorderLog)
{
    if (RecorderLog && RecorderLog != standard.log)
        platform_free(RecorderLog);
}

VOID WppRecorderLogSetIdentifier(RECORDER_LOG RecorderLog, PCSTR LogIdentifier)
{
    struct recorder_log *log = RecorderLog;
    ULONG i = 0;
    for (; i + 1 < sizeof log->identifier && LogIdentifier[i]; i++)
        log->identifier[i] = LogIdentifier[i];
    log->identifier[i] = 0;
}

RECORDER_LOG WppRecorderLogGetDefault(void)
{
    return standard.off ? NULL : standard.log;
}

BOOLEAN WppRecorderIsDefaultLogAvailable(void)
{
    return WppRecorderLogGetDefault() != NULL;
}

NTSTATUS WppRecorderLogDumpLiveData(RECORDER_LOG RecorderLog, PVOID *OutBuffer, PULONG OutBufferLength, LPGUID Guid)
{
    const struct recorder_log *log = RecorderLog;
    memset(Guid, 0, sizeof *Guid);
    *OutBuffer = NULL;
    *OutBufferLength = 0;
    if (!log)
        return STATUS_INVALID_PARAMETER;
    *OutBuffer = RecorderLog;
    *OutBufferLength = log->size;
    return STATUS_SUCCESS;
}

NTSTATUS WppRecorderDumpLiveDriverData(PVOID *OutBuffer, PULONG OutBufferLength, LPGUID Guid)
{
    return WppRecorderLogDumpLiveData(standard.log, OutBuffer, OutBufferLength, Guid);
}

NTSTATUS WppRecorderGetTriageInfo(PWPP_TRIAGE_INFO WppTriageInfo)
{
    memset(WppTriageInfo, 0, sizeof *WppTriageInfo);
    return STATUS_NOT_SUPPORTED;
}

NTSTATUS WppRecorderLinkCounters(WPP_RECORDER_COUNTER CounterOwner)
{
    (void)CounterOwner;
    return STATUS_NOT_SUPPORTED;
}

WPP_RECORDER_COUNTER WppRecorderGetCounterHandle(void)
{
    return NULL;
}
