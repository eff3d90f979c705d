/*
 * What the headers of `cwdk events` stand on: registering event providers, knowing whether anybody listens, writing.
 *
 * The names that begin with MCGEN and McGen are those that code written for Microsoft's mc uses. Source of facts: the
 * public documentation of ETW and of mc, and Microsoft's public driver samples.
 */
#ifndef WDK_EVENTS_H
#define WDK_EVENTS_H

#if defined(_KERNEL_MODE)
#include <wdm.h>
#else
#include <windows.h>
#include <evntprov.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What a provider's sessions want. The members from EnableBitsCount on are 0: every event is tested by its own level
 * and keywords. */
typedef struct _MCGEN_TRACE_CONTEXT {
    REGHANDLE RegistrationHandle;
    ULONGLONG Logger;
    ULONGLONG MatchAnyKeyword;
    ULONGLONG MatchAllKeyword;
    ULONG Flags;
    ULONG IsEnabled;
    UCHAR Level;
    UCHAR Reserve;
    USHORT EnableBitsCount;
    ULONG *EnableBitMask;
    const ULONGLONG *EnableKeyWords;
    const UCHAR *EnableLevel;
} MCGEN_TRACE_CONTEXT, *PMCGEN_TRACE_CONTEXT;

static __inline BOOLEAN McGenLevelKeywordEnabled(const MCGEN_TRACE_CONTEXT *EnableInfo, UCHAR Level, ULONGLONG Keyword)
{
    return (BOOLEAN)(EnableInfo->IsEnabled != 0 && (Level <= EnableInfo->Level || EnableInfo->Level == 0) &&
                     (Keyword == 0 || ((Keyword & EnableInfo->MatchAnyKeyword) != 0 &&
                                       (Keyword & EnableInfo->MatchAllKeyword) == EnableInfo->MatchAllKeyword)));
}

static __inline BOOLEAN McGenEventEnabled(const MCGEN_TRACE_CONTEXT *EnableInfo,
                                          const EVENT_DESCRIPTOR *EventDescriptor)
{
    return McGenLevelKeywordEnabled(EnableInfo, EventDescriptor->Level, EventDescriptor->Keyword);
}

/* Called by ETW when a session starts or stops listening. A source that defines MCGEN_PRIVATE_ENABLE_CALLBACK_V2 before
 * it includes the generated header hears of it, too. */
static __inline VOID NTAPI McGenControlCallbackV2(LPCGUID SourceId, ULONG ControlCode, UCHAR Level,
                                                  ULONGLONG MatchAnyKeyword, ULONGLONG MatchAllKeyword,
                                                  PEVENT_FILTER_DESCRIPTOR FilterData, PVOID CallbackContext)
{
    MCGEN_TRACE_CONTEXT *context = (MCGEN_TRACE_CONTEXT *)CallbackContext;

    if (context == NULL) {
        return;
    }
    if (ControlCode == 1) {
        context->MatchAnyKeyword = MatchAnyKeyword != 0 ? MatchAnyKeyword : ~0ULL;
        context->MatchAllKeyword = MatchAllKeyword;
        context->Level = Level;
        context->IsEnabled = 1;
    } else if (ControlCode == 0) {
        context->IsEnabled = 0;
        context->Level = 0;
        context->MatchAnyKeyword = 0;
        context->MatchAllKeyword = 0;
    }
#if defined(MCGEN_PRIVATE_ENABLE_CALLBACK_V2)
    MCGEN_PRIVATE_ENABLE_CALLBACK_V2(SourceId, ControlCode, Level, MatchAnyKeyword, MatchAllKeyword, FilterData,
                                     CallbackContext);
#else
    (void)SourceId;
    (void)FilterData;
#endif
}

#if defined(_KERNEL_MODE)
typedef NTSTATUS cwdk_event_status;
typedef PETWENABLECALLBACK cwdk_event_callback;
#define CWDK_EVENT_REGISTER   EtwRegister
#define CWDK_EVENT_UNREGISTER EtwUnregister
#else
typedef ULONG cwdk_event_status;
typedef PENABLECALLBACK cwdk_event_callback;
#define CWDK_EVENT_REGISTER   EventRegister
#define CWDK_EVENT_UNREGISTER EventUnregister
#endif

static __inline cwdk_event_status McGenEventRegister(const GUID *ProviderId, cwdk_event_callback EnableCallback,
                                                     PVOID CallbackContext, REGHANDLE *RegHandle)
{
    cwdk_event_status status = 0;

    if (*RegHandle == 0) { /* more than once is once */
        status = CWDK_EVENT_REGISTER(ProviderId, EnableCallback, CallbackContext, RegHandle);
    }
    return status;
}

static __inline cwdk_event_status McGenEventUnregister(REGHANDLE *RegHandle)
{
    cwdk_event_status status = 0;
    REGHANDLE handle = *RegHandle;

    if (handle != 0) {
        *RegHandle = 0;
        status = CWDK_EVENT_UNREGISTER(handle);
    }
    return status;
}

static __inline void cwdk_event_data(EVENT_DATA_DESCRIPTOR *data, const void *address, SIZE_T size)
{
    data->Ptr = (ULONGLONG)(ULONG_PTR)address;
    data->Size = (ULONG)size;
    data->Reserved = 0;
}

/* Strings without a length end at their zero; none at all is written as NULL. */
static __inline void cwdk_event_wide(EVENT_DATA_DESCRIPTOR *data, const WCHAR *text)
{
    SIZE_T length = 0;

    if (text == NULL) {
        text = L"NULL";
    }
    while (text[length] != 0) {
        length++;
    }
    cwdk_event_data(data, text, (length + 1) * sizeof(WCHAR));
}

static __inline void cwdk_event_narrow(EVENT_DATA_DESCRIPTOR *data, const char *text)
{
    SIZE_T length = 0;

    if (text == NULL) {
        text = "NULL";
    }
    while (text[length] != 0) {
        length++;
    }
    cwdk_event_data(data, text, length + 1);
}

/* A SID is eight bytes and four for each of its sub-authorities, which its second byte counts. */
static __inline void cwdk_event_sid(EVENT_DATA_DESCRIPTOR *data, const void *sid)
{
    cwdk_event_data(data, sid, 8 + 4 * (SIZE_T)((const UCHAR *)sid)[1]);
}

static __inline cwdk_event_status cwdk_event_write(REGHANDLE handle, const EVENT_DESCRIPTOR *descriptor,
                                                   const GUID *activity, ULONG count, EVENT_DATA_DESCRIPTOR *data)
{
#if defined(_KERNEL_MODE)
    return EtwWriteTransfer(handle, descriptor, activity, NULL, count, data);
#else
    return EventWriteTransfer(handle, descriptor, activity, NULL, count, data);
#endif
}

#ifdef __cplusplus
}
#endif
#endif
