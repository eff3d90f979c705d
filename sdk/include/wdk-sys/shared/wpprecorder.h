/*
 * The in-flight recorder: trace messages kept in memory, for a debugger or a dump to find. The functions and structures are
 * those of the public reference; the records are the kit's own (struct recorder_record), made by sdk/lib/wpprecorder, which is
 * linked into the driver: Windows' WppRecorder.sys takes WPP messages, whose private format is not public. docs/wpp.md.
 */
#ifndef WDK_WPPRECORDER_H
#define WDK_WPPRECORDER_H

#ifdef _KERNEL_MODE
#include <wdm.h>
#else
#include <windows.h>
#include <winternl.h>
#endif
#include <driverspecs.h>
#include <guiddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef PVOID RECORDER_LOG;
typedef PVOID WPP_RECORDER_COUNTER;

#define RECORDER_LOG_IDENTIFIER_MAX_CHARS 16

typedef enum _WPP_RECORDER_TRI_STATE {
    WppRecorderFalse = 0,
    WppRecorderTrue = 1,
    WppRecorderUseDefault = 2
} WPP_RECORDER_TRI_STATE, *PWPP_RECORDER_TRI_STATE;

typedef struct _RECORDER_CONFIGURE_PARAMS {
    ULONG Size;
    BOOLEAN CreateDefaultLog;
    WPP_RECORDER_TRI_STATE UseTimeStamp;
    WPP_RECORDER_TRI_STATE PreciseTimeStamp;
} RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;

/* Sizes are in bytes. An ErrorPartitionSize other than zero keeps errors apart, where other messages cannot push them out. */
typedef struct _RECORDER_LOG_CREATE_PARAMS {
    ULONG Size;
    ULONG LogTag;
    ULONG TotalBufferSize;
    ULONG ErrorPartitionSize;
    LONG_PTR LogIdentifierAppendValue;
    BOOLEAN LogIdentifierAppendValueSet;
    WPP_RECORDER_TRI_STATE UseTimeStamp;
    WPP_RECORDER_TRI_STATE PreciseTimeStamp;
    ULONG LogIdentifierSize;
    CHAR LogIdentifier[RECORDER_LOG_IDENTIFIER_MAX_CHARS];
} RECORDER_LOG_CREATE_PARAMS, *PRECORDER_LOG_CREATE_PARAMS;

typedef struct _WPP_TRIAGE_INFO {
    ULONG WppAutoLogHeaderSize;
    ULONG WppDriverContextOffset;
    ULONG WppAutoLogHeaderSizeOffset;
    ULONG WppSizeOfAutoLogHeaderSizeField;
    ULONG WppDriverContextSize;
} WPP_TRIAGE_INFO, *PWPP_TRIAGE_INFO;

static __inline VOID RECORDER_CONFIGURE_PARAMS_INIT(_Out_ PRECORDER_CONFIGURE_PARAMS Params)
{
    memset(Params, 0, sizeof *Params);
    Params->Size = sizeof *Params;
    Params->CreateDefaultLog = TRUE;
    Params->UseTimeStamp = WppRecorderUseDefault;
    Params->PreciseTimeStamp = WppRecorderUseDefault;
}

static __inline VOID RECORDER_LOG_CREATE_PARAMS_INIT(_Out_ PRECORDER_LOG_CREATE_PARAMS Params, _In_opt_ PCSTR LogIdentifier)
{
    memset(Params, 0, sizeof *Params);
    Params->Size = sizeof *Params;
    Params->TotalBufferSize = 1024;
    Params->UseTimeStamp = WppRecorderUseDefault;
    Params->PreciseTimeStamp = WppRecorderUseDefault;
    Params->LogIdentifierSize = sizeof Params->LogIdentifier;
    if (LogIdentifier)
        for (ULONG i = 0; i + 1 < sizeof Params->LogIdentifier && LogIdentifier[i]; i++)
            Params->LogIdentifier[i] = LogIdentifier[i];
}

static __inline VOID RECORDER_LOG_CREATE_PARAMS_INIT_APPEND_POINTER(
    _Out_ PRECORDER_LOG_CREATE_PARAMS Params, _In_opt_ PCSTR LogIdentifier, _In_ PVOID LogIdentifierAppendPointer)
{
    RECORDER_LOG_CREATE_PARAMS_INIT(Params, LogIdentifier);
    Params->LogIdentifierAppendValue = (LONG_PTR)LogIdentifierAppendPointer;
    Params->LogIdentifierAppendValueSet = TRUE;
}

/* Turns the default log off and on; WPP_INIT_TRACING has made it. */
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID WppRecorderConfigure(_In_ PRECORDER_CONFIGURE_PARAMS ConfigureParams);

/* The log is the caller's; WppRecorderLogDelete frees it, and nobody may be writing to it then. */
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_
NTSTATUS WppRecorderLogCreate(_In_ PRECORDER_LOG_CREATE_PARAMS CreateParams, _Out_ RECORDER_LOG *RecorderLog);
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID WppRecorderLogDelete(_In_opt_ RECORDER_LOG RecorderLog);
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID WppRecorderLogSetIdentifier(_In_ RECORDER_LOG RecorderLog, _In_ PCSTR LogIdentifier);
_IRQL_requires_max_(DISPATCH_LEVEL)
RECORDER_LOG WppRecorderLogGetDefault(void);
_IRQL_requires_max_(DISPATCH_LEVEL)
BOOLEAN WppRecorderIsDefaultLogAvailable(void);

/* The log's memory as it is: a struct recorder_log. Guid becomes zero. */
_IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS WppRecorderLogDumpLiveData(
    _In_ RECORDER_LOG RecorderLog, _Outptr_result_bytebuffer_(*OutBufferLength) PVOID *OutBuffer,
    _Out_ PULONG OutBufferLength, _Out_ LPGUID Guid);
_IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS WppRecorderDumpLiveDriverData(
    _Outptr_result_bytebuffer_(*OutBufferLength) PVOID *OutBuffer, _Out_ PULONG OutBufferLength, _Out_ LPGUID Guid);

/* These speak of the private format of Windows' recorder: STATUS_NOT_SUPPORTED, and NULL. */
NTSTATUS WppRecorderGetTriageInfo(_Out_ PWPP_TRIAGE_INFO WppTriageInfo);
NTSTATUS WppRecorderLinkCounters(_In_ WPP_RECORDER_COUNTER CounterOwner);
WPP_RECORDER_COUNTER WppRecorderGetCounterHandle(void);

/* ---- What is in the memory of a log ---- */

/* A ring. Bytes are counted from the log's creation on: byte n lies at n % capacity. */
struct recorder_ring {
    ULONG offset;            /* of the ring in the log */
    ULONG capacity;          /* a multiple of 8 */
    volatile LONG64 written; /* bytes so far; the newest record ends here */
};

#define RECORDER_LOG_SIGNATURE    0x676F4C57 /* WLog */
#define RECORDER_RECORD_SIGNATURE 0x63655257 /* WRec */

struct recorder_log {
    ULONG signature, size; /* bytes with the rings */
    CHAR identifier[RECORDER_LOG_IDENTIFIER_MAX_CHARS];
    LONG_PTR appended; /* what tells apart logs of one name */
    struct recorder_ring messages, errors; /* errors: capacity 0 where they are with the others */
};

/* Begins at a multiple of 8. `position` is where it begins, counted as above; one that says something else is torn or old. */
struct recorder_record {
    ULONG signature;
    ULONG size; /* with the values, and up to the next multiple of 8 */
    ULONGLONG position;
    ULONGLONG time;            /* system time, 100 ns since 1601 */
    const void *description;   /* metadata of a self-describing event, in the driver's image: names and types of the values */
    UCHAR level, reserved[7];
    /* the values: function, line, and those of the call */
};

/* What trace headers of `cwdk wpp` call. `data` are event data descriptors; the first is the description. Any IRQL. */
struct cwdk_wpp_data;
void cwdk_recorder_write(PVOID log, UCHAR level, const struct cwdk_wpp_data *data, ULONG count);

/* Makes the default log with the settings in `Parameters` below `path`, when `first`; returns it. Stop frees it. */
PVOID cwdk_recorder_start(int first, PCUNICODE_STRING path, UCHAR *verbose);
void cwdk_recorder_stop(void);

#ifdef __cplusplus
}
#endif
#endif
