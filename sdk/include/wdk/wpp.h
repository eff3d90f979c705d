/*
 * What the headers of `cwdk wpp` (NAME.tmh) stand on: the driver's trace providers, and the writing of events.
 *
 * Every WPP_DEFINE_CONTROL_GUID of the driver's WPP_CONTROL_GUIDS is a provider of Event Tracing for Windows. A trace
 * call that nobody listens to costs one test of a flag. One that somebody listens to writes a self-describing event
 * (the format of TraceLogging): its name is the message as the source has it, its fields are the function, the line,
 * and the values under the names of their expressions. So every viewer of ETW shows it, without TMF or PDB files. It is
 * not a WPP event: tracefmt and TraceView's WPP decoding do not know it.
 *
 * The header is made for C and C++. Source of facts: the public documentation of WPP, ETW and TraceLogging.
 */
#ifndef WDK_WPP_H
#define WDK_WPP_H

#if CWDK_WPP_KERNEL
#include <wdm.h>
#else
#include <windows.h>
#include <winternl.h>
#include <evntprov.h>
#endif
#if CWDK_WPP_RECORDER
#include <wpprecorder.h>
#endif

#ifndef TRACE_LEVEL_NONE
#define TRACE_LEVEL_NONE        0
#define TRACE_LEVEL_CRITICAL    1
#define TRACE_LEVEL_FATAL       1
#define TRACE_LEVEL_ERROR       2
#define TRACE_LEVEL_WARNING     3
#define TRACE_LEVEL_INFORMATION 4
#define TRACE_LEVEL_VERBOSE     5
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct cwdk_wpp_control;

/* Whom an event goes to: a provider, and the flag it stands under. One argument of a call, so that a driver's own
 * WPP_…_LOGGER macros can pass it on as they pass WPP's handle. */
struct cwdk_wpp_logger {
    const struct cwdk_wpp_control *control;
    ULONGLONG keyword;
};

struct cwdk_wpp_control {
    struct cwdk_wpp_logger Logger;
    UCHAR Level;                 /* of the sessions that listen; events above it are not wanted */
    ULONG Flags[1];              /* bits of the flags that are wanted; 0: nobody listens */
    PVOID AutoLogContext;        /* the log of the in-flight recorder; NULL: there is none */
    UCHAR AutoLogVerboseEnabled; /* whether it wants verbose messages, too */
    ULONGLONG registration;
    GUID guid;
    struct {
        USHORT size;
        char name[62];
    } traits; /* as events carry it */
};

/* {71ae54db,0862,41bf,a24f,5330cec3c7f6} in parentheses, as WPP_DEFINE_CONTROL_GUID has it. */
#define CWDK_WPP_GUID_VALUE(l, w1, w2, b, t)                                                                           \
    {                                                                                                                  \
        0x##l, 0x##w1, 0x##w2,                                                                                         \
        {                                                                                                              \
            0x##b >> 8, 0x##b & 0xFF, (UCHAR)(0x##t##ULL >> 40), (UCHAR)(0x##t##ULL >> 32), (UCHAR)(0x##t##ULL >> 24), \
                (UCHAR)(0x##t##ULL >> 16), (UCHAR)(0x##t##ULL >> 8), (UCHAR)(0x##t##ULL)                               \
        }                                                                                                              \
    }

/* WPP_CONTROL_GUIDS is expanded three times: to number the providers, to number their flags, to fill the table. */
#define WPP_DEFINE_CONTROL_GUID(name, guid, bits) cwdk_wpp_number_##name,
#define WPP_DEFINE_BIT(name)
enum cwdk_wpp_numbers { WPP_CONTROL_GUIDS cwdk_wpp_count };
#undef WPP_DEFINE_CONTROL_GUID
#undef WPP_DEFINE_BIT

#define WPP_DEFINE_CONTROL_GUID(name, guid, bits) cwdk_wpp_base_##name = cwdk_wpp_number_##name << 16, bits
#define WPP_DEFINE_BIT(name)                      WPP_BIT_##name,
enum cwdk_wpp_bits { WPP_CONTROL_GUIDS cwdk_wpp_bits_end };
#undef WPP_DEFINE_CONTROL_GUID
#undef WPP_DEFINE_BIT

/* A static library with providers of its own defines WPP_CB to another name: the table is one for the whole image. */
#ifndef WPP_CB
#define WPP_CB cwdk_wpp_controls
#endif
#define WPP_DEFINE_CONTROL_GUID(name, guid, bits)                                                                      \
    {{&WPP_CB[cwdk_wpp_number_##name], ~0ULL}, 0, {0}, NULL, 0, 0, CWDK_WPP_GUID_VALUE guid, {2 + sizeof #name, #name}},
#define WPP_DEFINE_BIT(name)
extern struct cwdk_wpp_control WPP_CB[];
__declspec(selectany) struct cwdk_wpp_control WPP_CB[] = {WPP_CONTROL_GUIDS};
#undef WPP_DEFINE_CONTROL_GUID
#undef WPP_DEFINE_BIT

#define WPP_CONTROL(bit)       (WPP_CB[(bit) >> 16])
#define WPP_MASK(bit)          (1UL << ((((bit) & 0xFFFF) - 1) & 31))
#define WPP_FLAG_ENABLED(flag) (WPP_CONTROL(WPP_BIT_##flag).Flags[0] & WPP_MASK(WPP_BIT_##flag))
#define WPP_FLAG_LOGGER(flag)  cwdk_wpp_to(WPP_BIT_##flag),
/* What LEVEL means as the only condition: a flag, or, where the driver says so, a level of the first provider. */
#ifndef WPP_LEVEL_ENABLED
#ifdef WPP_USE_TRACE_LEVELS
#define WPP_LEVEL_ENABLED(level) (WPP_CB[0].Flags[0] && WPP_CB[0].Level >= (level))
#else
#define WPP_LEVEL_ENABLED(flag) WPP_FLAG_ENABLED(flag)
#endif
#endif
#ifndef WPP_LEVEL_LOGGER
#ifdef WPP_USE_TRACE_LEVELS
#define WPP_LEVEL_LOGGER(level) (WPP_CB[0].Logger),
#else
#define WPP_LEVEL_LOGGER(flag) WPP_FLAG_LOGGER(flag)
#endif
#endif
/* Functions without a condition: whoever listens to the first provider hears them. */
#ifndef WPP_ENABLED
#define WPP_ENABLED() (WPP_CB[0].Flags[0] != 0)
#endif
#ifndef WPP_LOGGER
#define WPP_LOGGER() (WPP_CB[0].Logger),
#endif
#define WPP_IS_ENABLED(bit)        (WPP_CONTROL(bit).Flags[0] != 0)
#define WPP_LOGPAIR(size, address) {(ULONGLONG)(ULONG_PTR)(address), (ULONG)(size), 0},

#define CWDK_WPP_COLD __attribute__((noinline, cold, unused))

static __inline __attribute__((unused)) struct cwdk_wpp_logger cwdk_wpp_to(int bit)
{
    struct cwdk_wpp_logger logger;
    logger.control = &WPP_CONTROL(bit);
    logger.keyword = WPP_MASK(bit);
    return logger;
}

/* An EVENT_DATA_DESCRIPTOR, of which some headers lack the type. */
struct cwdk_wpp_data {
    ULONGLONG address;
    ULONG size;
    ULONG type; /* 0 data, 1 what the event is, 2 who provides it */
};
#define CWDK_WPP_DATA struct cwdk_wpp_data

/* The parts of an event, as elements of an array of descriptors. */
#define CWDK_WPP_PROVIDER(logger) {(ULONGLONG)(ULONG_PTR) & (logger).control->traits, (logger).control->traits.size, 2},
#define CWDK_WPP_EVENT(bytes)     {(ULONGLONG)(ULONG_PTR)(bytes), sizeof(bytes) - 1, 1},
#define CWDK_WPP_BYTES(value)     WPP_LOGPAIR(sizeof(value), &(value))
#define CWDK_WPP_TEXT(text)       WPP_LOGPAIR(cwdk_wpp_length(text), (text) ? (text) : "<NULL>")
#define CWDK_WPP_WIDE(text)       WPP_LOGPAIR(cwdk_wpp_wide_length(text), (text) ? (text) : L"<NULL>")
/* Counted texts have no NUL of their own: the second part adds it. */
#define CWDK_WPP_UNICODE(text)                                                                                         \
    WPP_LOGPAIR((text) && (text)->Buffer ? (text)->Length : 12, (text) && (text)->Buffer ? (text)->Buffer : L"<NULL>") \
    WPP_LOGPAIR(2, L"")
#define CWDK_WPP_ANSI(text)                                                                                            \
    WPP_LOGPAIR((text) && (text)->Buffer ? (text)->Length : 6, (text) && (text)->Buffer ? (text)->Buffer : "<NULL>")   \
    WPP_LOGPAIR(1, "")
/* A SID: eight bytes, and four for each of the parts that its second byte counts. */
#define CWDK_WPP_SID(sid)   WPP_LOGPAIR((sid) ? 8 + 4 * ((const UCHAR *)(sid))[1] : 8, (sid) ? (sid) : cwdk_wpp_no_sid)
#define CWDK_WPP_GUID(guid) WPP_LOGPAIR(sizeof(GUID), (guid) ? (guid) : &cwdk_wpp_no_guid)

extern const GUID cwdk_wpp_no_guid;
__declspec(selectany) const GUID cwdk_wpp_no_guid = {0, 0, 0, {0}};
extern const UCHAR cwdk_wpp_no_sid[];
__declspec(selectany) const UCHAR cwdk_wpp_no_sid[8] = {1, 0, 0, 0, 0, 0, 0, 0}; /* the revision; no parts */

/* Takes off the inner parentheses of Trace(LEVEL, (MSG, ...)). */
#define CWDK_WPP_UNWRAP(...) __VA_ARGS__

/* Bytes of a text with its NUL. */
static __inline __attribute__((unused)) ULONG cwdk_wpp_length(const char *text)
{
    ULONG length = 0;
    if (!text)
        text = "<NULL>";
    while (text[length])
        length++;
    return length + 1;
}

static __inline __attribute__((unused)) ULONG cwdk_wpp_wide_length(const WCHAR *text)
{
    ULONG length = 0;
    if (!text)
        text = L"<NULL>";
    while (text[length])
        length++;
    return (length + 1) * (ULONG)sizeof(WCHAR);
}

/* Any IRQL; above APC_LEVEL the values must not be pageable, as with EtwWrite. */
static CWDK_WPP_COLD void cwdk_wpp_write(struct cwdk_wpp_logger logger, UCHAR level, CWDK_WPP_DATA *data, SIZE_T count)
{
    EVENT_DESCRIPTOR event = {0, 0, 11 /* the channel of self-describing events */, level, 0, 0, logger.keyword};
#if CWDK_WPP_KERNEL
    (void)EtwWrite(logger.control->registration, &event, NULL, (ULONG)count, (EVENT_DATA_DESCRIPTOR *)data);
#else
    (void)EventWrite(logger.control->registration, &event, (ULONG)count, (EVENT_DATA_DESCRIPTOR *)data);
#endif
}

/* ETW says who listens to a provider, and to what. No flags asked for means all. */
static __attribute__((unused)) void NTAPI cwdk_wpp_listen(LPCGUID source, ULONG code, UCHAR level, ULONGLONG any,
                                                          ULONGLONG all, PEVENT_FILTER_DESCRIPTOR filter, PVOID context)
{
    struct cwdk_wpp_control *control = (struct cwdk_wpp_control *)context;
    (void)source;
    (void)all;
    (void)filter;
    if (code == 1) { /* enable */
        control->Level = level ? level : 0xFF;
        control->Flags[0] = any ? (ULONG)any : 0xFFFFFFFF;
    } else if (code == 0) { /* disable */
        control->Flags[0] = 0;
        control->Level = 0;
    }
}

/* IRQL: PASSIVE_LEVEL, both. Where the registration fails, tracing stays off. */
static __attribute__((unused)) void cwdk_wpp_start(void)
{
    for (int i = 0; i < cwdk_wpp_count; i++) {
        struct cwdk_wpp_control *control = &WPP_CB[i];
        if (control->registration)
            continue;
#if CWDK_WPP_KERNEL
        if (!NT_SUCCESS(EtwRegister(&control->guid, cwdk_wpp_listen, control, &control->registration)))
#else
        if (EventRegister(&control->guid, cwdk_wpp_listen, control, &control->registration))
#endif
            control->registration = 0;
    }
}

static __attribute__((unused)) void cwdk_wpp_stop(void)
{
    for (int i = 0; i < cwdk_wpp_count; i++) {
        struct cwdk_wpp_control *control = &WPP_CB[i];
        control->Flags[0] = 0;
        if (control->registration)
#if CWDK_WPP_KERNEL
            (void)EtwUnregister(control->registration);
#else
            (void)EventUnregister(control->registration);
#endif
        control->registration = 0;
    }
}

/* The driver object, the registry path or the name of the module are WPP's; here they count as used. */
static __inline __attribute__((unused)) void cwdk_wpp_unused(int first, ...)
{
    (void)first;
}
#if CWDK_WPP_RECORDER
/* What goes into a log, unless the driver says otherwise: all but verbose messages, into the default log. */
#ifndef WPP_RECORDER_LEVEL_FLAGS_ARGS
#define WPP_RECORDER_LEVEL_FLAGS_ARGS(level, flag) WPP_CONTROL(WPP_BIT_##flag).AutoLogContext, level, WPP_BIT_##flag
#endif
#ifndef WPP_RECORDER_LEVEL_FLAGS_FILTER
#define WPP_RECORDER_LEVEL_FLAGS_FILTER(level, flag)                                                                   \
    ((level) < TRACE_LEVEL_VERBOSE || WPP_CONTROL(WPP_BIT_##flag).AutoLogVerboseEnabled)
#endif

/* Who is to get a message: the session of `logger`, the log of the recorder, or both. */
struct cwdk_wpp_target {
    struct cwdk_wpp_logger logger;
    PVOID log;
    UCHAR session;
};

static __inline __attribute__((unused)) int cwdk_wpp_wants(PVOID log, int level, int bit)
{
    (void)log;
    return (WPP_CONTROL(bit).Flags[0] & WPP_MASK(bit)) && WPP_CONTROL(bit).Level >= level;
}

static __inline __attribute__((unused)) struct cwdk_wpp_logger cwdk_wpp_from(PVOID log, int level, int bit)
{
    (void)log;
    (void)level;
    return cwdk_wpp_to(bit);
}

static __inline __attribute__((unused)) struct cwdk_wpp_target
cwdk_wpp_choose(int session, struct cwdk_wpp_logger logger, int record, PVOID log, int level, int bit)
{
    struct cwdk_wpp_target target;
    target.logger = logger;
    target.log = record ? log : NULL;
    target.session = session != 0;
    (void)level;
    (void)bit;
    return target;
}

static CWDK_WPP_COLD void cwdk_wpp_write_and_record(struct cwdk_wpp_target target, UCHAR level, CWDK_WPP_DATA *data,
                                                    SIZE_T count)
{
    if (target.session)
        cwdk_wpp_write(target.logger, level, data, count);
    if (target.log)
        cwdk_recorder_write(target.log, level, data + 1, (ULONG)count - 1);
}

/* The path of the driver's service has the recorder's settings; NULL for the usual ones. */
static __attribute__((unused)) void cwdk_wpp_start_recorder(PCUNICODE_STRING path)
{
    for (int i = 0; i < cwdk_wpp_count; i++)
        WPP_CB[i].AutoLogContext = cwdk_recorder_start(i == 0, path, &WPP_CB[i].AutoLogVerboseEnabled);
    cwdk_wpp_start();
}

static __attribute__((unused)) void cwdk_wpp_stop_recorder(void)
{
    cwdk_wpp_stop();
    for (int i = 0; i < cwdk_wpp_count; i++)
        WPP_CB[i].AutoLogContext = NULL;
    cwdk_recorder_stop();
}

#define CWDK_WPP_SECOND(first, second, ...) ((void)(first), (second))
#define CWDK_WPP_START(...)                 cwdk_wpp_start_recorder(CWDK_WPP_SECOND(__VA_ARGS__, NULL, NULL))
#define CWDK_WPP_STOP                       cwdk_wpp_stop_recorder
#else
#define CWDK_WPP_START(...) (cwdk_wpp_unused(0, ##__VA_ARGS__), cwdk_wpp_start())
#define CWDK_WPP_STOP       cwdk_wpp_stop
#endif
#define WPP_INIT_TRACING(...) CWDK_WPP_START(__VA_ARGS__)
#if CWDK_WPP_KERNEL
#define WPP_CLEANUP(...) (cwdk_wpp_unused(0, ##__VA_ARGS__), CWDK_WPP_STOP())
#else /* a driver of both modes may name its driver object, which user mode has no function for */
#define WPP_CLEANUP(...) CWDK_WPP_STOP()
#endif

/* What only Windows 2000 needed; drivers written then still say it. */
#define WPP_SYSTEMCONTROL(driver)          ((void)(driver))
#define WPP_SYSTEMCONTROL2(driver, offset) ((void)(driver), (void)(offset))

/* The macro of this call: told by file, function and line. */
#define CWDK_WPP_CALL(function)               CWDK_WPP_CALL_(CWDK_WPP_FILE, function, __LINE__)
#define CWDK_WPP_CALL_(file, function, line)  CWDK_WPP_CALL__(file, function, line)
#define CWDK_WPP_CALL__(file, function, line) cwdk_wpp_call_##file##_##function##line

/* Around each trace point: a value cut to the format's width is worth a warning. */
#define CWDK_WPP_BEGIN _Pragma("clang diagnostic push") _Pragma("clang diagnostic warning \"-Wshorten-64-to-32\"")
#define CWDK_WPP_END   _Pragma("clang diagnostic pop")

#ifdef __cplusplus
}
#endif
#endif
