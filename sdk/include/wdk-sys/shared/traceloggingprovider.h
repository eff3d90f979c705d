/*
 * TraceLogging: events of Event Tracing for Windows that describe themselves, so that every viewer shows them without a
 * manifest. In C and C++, kernel and user mode.
 *
 *   TRACELOGGING_DEFINE_PROVIDER(provider, "Vendor.Driver", (0xa12b3f0b, 0x1161, 0x5d99, 0x15, 0x53, …));
 *   TraceLoggingRegister(provider);
 *   TraceLoggingWrite(provider, "Started", TraceLoggingLevel(4), TraceLoggingUInt32(count), TraceLoggingString(text, "Text"));
 *
 * A call nobody listens to costs the test of a level and of keywords. Descriptions and tags of fields are accepted and are not in
 * the event. A count or size is evaluated twice. Source of facts: the public documentation of TraceLogging, and of the format that
 * microsoft/tracelogging on GitHub (MIT) writes; docs/tracelogging.md.
 */
#ifndef WDK_TRACELOGGINGPROVIDER_H
#define WDK_TRACELOGGINGPROVIDER_H

#ifdef _KERNEL_MODE
#include <wdm.h>
#else
#include <windows.h>
#include <evntprov.h>
#endif
#include <guiddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef _KERNEL_MODE
typedef PETWENABLECALLBACK TLG_PENABLECALLBACK;
typedef NTSTATUS TLG_STATUS;
#else
typedef PENABLECALLBACK TLG_PENABLECALLBACK;
typedef ULONG TLG_STATUS;
#endif

struct _TlgProvider_t {
    UINT32 LevelPlus1;                 /* of the sessions that listen; 0: nobody does */
    const UINT16 *ProviderMetadataPtr; /* traits: size, name, and the group where there is one */
    UINT64 KeywordAny, KeywordAll;
    UINT64 RegHandle;
    TLG_PENABLECALLBACK EnableCallback;
    PVOID CallbackContext;
    const GUID *Id;
};
typedef const struct _TlgProvider_t *TraceLoggingHProvider;

/* ---- Macros that walk over the arguments of a call: m(tuple) for each, with a name of its own ---- */

#define _TLG_STRIP(...) __VA_ARGS__
#define _TLG_PARENS ()
#define _TLG_AGAIN0(...) _TLG_AGAIN1(_TLG_AGAIN1(_TLG_AGAIN1(_TLG_AGAIN1(__VA_ARGS__))))
#define _TLG_AGAIN1(...) _TLG_AGAIN2(_TLG_AGAIN2(_TLG_AGAIN2(_TLG_AGAIN2(__VA_ARGS__))))
#define _TLG_AGAIN2(...) _TLG_AGAIN3(_TLG_AGAIN3(_TLG_AGAIN3(_TLG_AGAIN3(__VA_ARGS__))))
#define _TLG_AGAIN3(...) __VA_ARGS__
#define _TLG_EACH(m, ...) __VA_OPT__(_TLG_AGAIN0(_TLG_STEP(m, f, __VA_ARGS__)))
#define _TLG_STEP(m, i, first, ...) m(i, _TLG_STRIP first) __VA_OPT__(_TLG_NEXT _TLG_PARENS (m, i##f, __VA_ARGS__))
#define _TLG_NEXT() _TLG_STEP

/* What an argument is, and what it is to each walk. */
#define _TLG_CALL(m, i, kind, ...) m##kind(i, __VA_ARGS__)

/* the members of an event's description */
#define _TLG_DECLARE(...) _TLG_CALL(_TLG_DECLARE, __VA_ARGS__)
#define _TLG_DECLARE_tlg_field(i, name, ...)  char n##i[sizeof(name)]; UINT8 t##i[2];
#define _TLG_DECLARE_tlg_fixed(i, name, ...)  char n##i[sizeof(name)]; UINT8 t##i[4];
#define _TLG_DECLARE_tlg_struct(i, name, ...) char n##i[sizeof(name)]; UINT8 t##i[2];
#define _TLG_DECLARE_tlg_level(...)
#define _TLG_DECLARE_tlg_keyword(...)
#define _TLG_DECLARE_tlg_opcode(...)
#define _TLG_DECLARE_tlg_channel(...)
#define _TLG_DECLARE_tlg_tag(...)
#define _TLG_DECLARE_tlg_nothing(...)

/* and their values */
#define _TLG_DESCRIBE(...) _TLG_CALL(_TLG_DESCRIBE, __VA_ARGS__)
#define _TLG_DESCRIBE_tlg_field(i, name, in, out, ...) , name, {(UINT8)((in) | 0x80), (UINT8)(out)}
#define _TLG_DESCRIBE_tlg_fixed(i, name, in, out, count, ...) \
    , name, {(UINT8)((in) | 0x80), (UINT8)(out), (UINT8)(count), (UINT8)((count) >> 8)}
#define _TLG_DESCRIBE_tlg_struct(i, name, in, count) , name, {(UINT8)((in) | 0x80), (UINT8)(count)}
#define _TLG_DESCRIBE_tlg_level(...)
#define _TLG_DESCRIBE_tlg_keyword(...)
#define _TLG_DESCRIBE_tlg_opcode(...)
#define _TLG_DESCRIBE_tlg_channel(...)
#define _TLG_DESCRIBE_tlg_tag(...)
#define _TLG_DESCRIBE_tlg_nothing(...)

/* data descriptors, and how many */
#define _TLG_DATA(...) _TLG_CALL(_TLG_DATA, __VA_ARGS__)
#define _TLG_DATA_tlg_field(i, name, in, out, parts, ...) , __VA_ARGS__
#define _TLG_DATA_tlg_fixed(i, name, in, out, count, ...) , __VA_ARGS__
#define _TLG_DATA_tlg_struct(...)
#define _TLG_DATA_tlg_level(...)
#define _TLG_DATA_tlg_keyword(...)
#define _TLG_DATA_tlg_opcode(...)
#define _TLG_DATA_tlg_channel(...)
#define _TLG_DATA_tlg_tag(...)
#define _TLG_DATA_tlg_nothing(...)
#define _TLG_PARTS(...) _TLG_CALL(_TLG_PARTS, __VA_ARGS__)
#define _TLG_PARTS_tlg_field(i, name, in, out, parts, ...) + parts
#define _TLG_PARTS_tlg_fixed(...) + 1
#define _TLG_PARTS_tlg_struct(...)
#define _TLG_PARTS_tlg_level(...)
#define _TLG_PARTS_tlg_keyword(...)
#define _TLG_PARTS_tlg_opcode(...)
#define _TLG_PARTS_tlg_channel(...)
#define _TLG_PARTS_tlg_tag(...)
#define _TLG_PARTS_tlg_nothing(...)

/* One option out of all arguments: level, keyword, opcode, channel in one number each, given ones above 0xFFFF. */
#define _TLG_OPTION(...) _TLG_CALL(_TLG_OPTION, __VA_ARGS__)
#define _TLG_OPTION_tlg_field(...)
#define _TLG_OPTION_tlg_fixed(...)
#define _TLG_OPTION_tlg_struct(...)
#define _TLG_OPTION_tlg_level(i, value)   | 0x100u | (UINT32)(value)
#define _TLG_OPTION_tlg_opcode(i, value)  | (UINT32)(value) << 16
#define _TLG_OPTION_tlg_channel(i, value) | 0x200u | (UINT32)(value) << 24
#define _TLG_OPTION_tlg_keyword(...)
#define _TLG_OPTION_tlg_tag(...)
#define _TLG_OPTION_tlg_nothing(...)
#define _TLG_KEYWORD(...) _TLG_CALL(_TLG_KEYWORD, __VA_ARGS__)
#define _TLG_KEYWORD_tlg_field(...)
#define _TLG_KEYWORD_tlg_fixed(...)
#define _TLG_KEYWORD_tlg_struct(...)
#define _TLG_KEYWORD_tlg_level(...)
#define _TLG_KEYWORD_tlg_opcode(...)
#define _TLG_KEYWORD_tlg_channel(...)
#define _TLG_KEYWORD_tlg_keyword(i, value) | (UINT64)(value)
#define _TLG_KEYWORD_tlg_tag(...)
#define _TLG_KEYWORD_tlg_nothing(...)

/* An event's tag of 28 bits stands before its name, seven bits a byte; without one there is a byte of zeros. */
#define _TLG_TAG(...) _TLG_CALL(_TLG_TAG, __VA_ARGS__)
#define _TLG_TAG_tlg_field(...)
#define _TLG_TAG_tlg_fixed(...)
#define _TLG_TAG_tlg_struct(...)
#define _TLG_TAG_tlg_level(...)
#define _TLG_TAG_tlg_opcode(...)
#define _TLG_TAG_tlg_channel(...)
#define _TLG_TAG_tlg_keyword(...)
#define _TLG_TAG_tlg_tag(i, value) UINT8 tag[3];
#define _TLG_TAG_tlg_nothing(...)
#define _TLG_TAGGED(...) _TLG_CALL(_TLG_TAGGED, __VA_ARGS__)
#define _TLG_TAGGED_tlg_field(...)
#define _TLG_TAGGED_tlg_fixed(...)
#define _TLG_TAGGED_tlg_struct(...)
#define _TLG_TAGGED_tlg_level(...)
#define _TLG_TAGGED_tlg_opcode(...)
#define _TLG_TAGGED_tlg_channel(...)
#define _TLG_TAGGED_tlg_keyword(...)
#define _TLG_TAGGED_tlg_tag(i, value) \
    {(UINT8)(0x80 | (value) >> 21), (UINT8)(0x80 | (value) >> 14), (UINT8)(0x80 | (value) >> 7)}, (UINT8)((value) & 0x7F) +
#define _TLG_TAGGED_tlg_nothing(...)

/* ---- Options of an event ---- */

#define TraceLoggingLevel(level)       (_tlg_level, level)
#define TraceLoggingKeyword(keyword)   (_tlg_keyword, keyword)
#define TraceLoggingOpcode(opcode)     (_tlg_opcode, opcode)
#define TraceLoggingChannel(channel)   (_tlg_channel, channel)
#define TraceLoggingEventTag(tag)      (_tlg_tag, tag)
#define TraceLoggingDescription(text)  (_tlg_nothing, 0)
#define TraceLoggingCustomAttribute(key, value) (_tlg_nothing, 0)
#define TraceLoggingOption_nothing()   (_tlg_nothing, 0)

/* ---- Fields ---- */

#define _TLG_NAME(text, ...) _TLG_NAME_CHOOSE(_TLG_NAME_##__VA_OPT__(given), text, __VA_ARGS__)
#define _TLG_NAME_CHOOSE(m, ...) m(__VA_ARGS__)
#define _TLG_NAME_(text, ...) text
#define _TLG_NAME_given(text, name, ...) name

#define _TLG_ONE(data, text, in, out, ...) (_tlg_field, _TLG_NAME(text, __VA_ARGS__), in, out, 1, data)
#define _TLG_SCALAR(type, value, text, in, out, ...) _TLG_ONE(_TLG_VALUE(type, value), text, in, out, __VA_ARGS__)
#define _TLG_BYTES(value, size, text, in, out, ...) _TLG_ONE(_tlgData(&(value), size), text, in, out, __VA_ARGS__)
#define _TLG_COUNTED(pointer, size, text, in, out, ...) \
    (_tlg_field, _TLG_NAME(text, __VA_ARGS__), in, out, 2, _TLG_VALUE(UINT16, size), _tlgData(pointer, size))
#define _TLG_ARRAY(type, pointer, count, text, in, out, ...)                                                           \
    (_tlg_field, _TLG_NAME(text, __VA_ARGS__), (in) | 0x40, out, 2, _TLG_VALUE(UINT16, count),                           \
     _tlgData(_TLG_TYPED(type, pointer), (count) * sizeof(type)))
#define _TLG_FIXED(type, pointer, count, text, in, out, ...)                                                           \
    (_tlg_fixed, _TLG_NAME(text, __VA_ARGS__), (in) | 0x20, out, count,                                                \
     _tlgData(_TLG_TYPED(type, pointer), (count) * sizeof(type)))
#define _TLG_TYPED(type, pointer) (0 ? (type const *)0 : (pointer))

#include <tracelogging/fields.h>

static __inline EVENT_DATA_DESCRIPTOR _tlgData(const void *data, SIZE_T size)
{
    EVENT_DATA_DESCRIPTOR descriptor;
    descriptor.Ptr = (ULONGLONG)(ULONG_PTR)data;
    descriptor.Size = (ULONG)size;
    descriptor.Reserved = 0;
    return descriptor;
}

static __inline EVENT_DATA_DESCRIPTOR _tlgText(const char *text)
{
    SIZE_T length = 0;
    if (!text)
        text = "";
    while (text[length])
        length++;
    return _tlgData(text, length + 1);
}

static __inline EVENT_DATA_DESCRIPTOR _tlgWide(const WCHAR *text)
{
    SIZE_T length = 0;
    if (!text)
        text = L"";
    while (text[length])
        length++;
    return _tlgData(text, (length + 1) * sizeof(WCHAR));
}

static __inline EVENT_DATA_DESCRIPTOR _tlgSid(const void *sid)
{
    return _tlgData(sid, 8u + 4u * ((const UINT8 *)sid)[1]);
}

/* ---- Providers ---- */

/* Both go to file scope. A provider of another source is declared first. */
#define TRACELOGGING_DECLARE_PROVIDER(handle) _TLG_EXTERN_C const TraceLoggingHProvider handle
#define TRACELOGGING_DEFINE_PROVIDER(handle, name, guid, ...)                                                          \
    TRACELOGGING_DEFINE_PROVIDER_STORAGE(_TlgStorage_##handle, name, guid, __VA_ARGS__);                               \
    _TLG_EXTERN_C const TraceLoggingHProvider handle;                                                                  \
    _TLG_EXTERN_C_DEFINE const TraceLoggingHProvider handle = &_TlgStorage_##handle
#define TRACELOGGING_DEFINE_PROVIDER_STORAGE(storage, name, guid, ...)                                                 \
    static const GUID storage##_id = _TLG_GUID guid;                                                                   \
    static const struct {                                                                                              \
        UINT16 size;                                                                                                   \
        char text[sizeof(name)];                                                                                       \
        _TLG_EACH(_TLG_GROUP, __VA_ARGS__)                                                                             \
    } __attribute__((packed)) storage##_traits = {sizeof storage##_traits, name _TLG_EACH(_TLG_GROUPED, __VA_ARGS__)}; \
    static struct _TlgProvider_t storage = {0, (const UINT16 *)(const void *)&storage##_traits, 0, 0, 0, NULL, NULL, &storage##_id}
#define _TLG_GUID(l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}

/* A group that the provider belongs to, by its GUID in eleven numbers. */
#define TraceLoggingOptionGroup(...) (_tlg_group, __VA_ARGS__)
#define _TLG_GROUP(...) _TLG_CALL(_TLG_GROUP, __VA_ARGS__)
#define _TLG_GROUP_tlg_group(...) UINT16 group_size; UINT8 group_type; GUID group;
#define _TLG_GROUP_tlg_nothing(...)
#define _TLG_GROUPED(...) _TLG_CALL(_TLG_GROUPED, __VA_ARGS__)
#define _TLG_GROUPED_tlg_group(i, ...) , 19, 1, _TLG_GUID(__VA_ARGS__)
#define _TLG_GROUPED_tlg_nothing(...)

#ifdef __cplusplus
#define _TLG_EXTERN_C        extern "C"
#define _TLG_EXTERN_C_DEFINE extern "C"
#else
#define _TLG_EXTERN_C        extern
#define _TLG_EXTERN_C_DEFINE
#endif

static __inline struct _TlgProvider_t *_tlgStorage(TraceLoggingHProvider provider)
{
    return (struct _TlgProvider_t *)(ULONG_PTR)provider;
}

/* ETW says who listens, and to what. Level 0 stands for all levels. */
static __attribute__((unused)) VOID NTAPI _tlgEnable(
    LPCGUID source, ULONG code, UCHAR level, ULONGLONG any, ULONGLONG all, PEVENT_FILTER_DESCRIPTOR filter, PVOID context)
{
    struct _TlgProvider_t *provider = (struct _TlgProvider_t *)context;
    if (code == 1) {
        provider->KeywordAny = any;
        provider->KeywordAll = all;
        provider->LevelPlus1 = level ? (UINT32)level + 1 : 256;
    } else if (code == 0) {
        provider->LevelPlus1 = 0;
    }
    if (provider->EnableCallback)
        provider->EnableCallback(source, code, level, any, all, filter, provider->CallbackContext);
}

/* Registers; where that fails, writing and unregistering do nothing. The callback hears what ETW says after the provider.
 * PASSIVE_LEVEL; the driver unregisters before it is unloaded. */
static __attribute__((unused)) TLG_STATUS TraceLoggingRegisterEx(
    TraceLoggingHProvider provider, TLG_PENABLECALLBACK callback, PVOID context)
{
    struct _TlgProvider_t *p = _tlgStorage(provider);
    REGHANDLE handle = 0;
    TLG_STATUS status;
    p->EnableCallback = callback;
    p->CallbackContext = context;
#ifdef _KERNEL_MODE
    status = EtwRegister(p->Id, _tlgEnable, p, &handle);
    if (status == 0)
        (void)EtwSetInformation(handle, EventProviderSetTraits, (PVOID)(ULONG_PTR)p->ProviderMetadataPtr, *p->ProviderMetadataPtr);
#else
    status = EventRegister(p->Id, _tlgEnable, p, &handle);
    if (status == 0)
        (void)EventSetInformation(handle, (EVENT_INFO_CLASS)2, (PVOID)(ULONG_PTR)p->ProviderMetadataPtr, *p->ProviderMetadataPtr);
#endif
    p->RegHandle = status == 0 ? handle : 0;
    return status;
}

static __inline TLG_STATUS TraceLoggingRegister(TraceLoggingHProvider provider)
{
    return TraceLoggingRegisterEx(provider, NULL, NULL);
}

static __attribute__((unused)) VOID TraceLoggingUnregister(TraceLoggingHProvider provider)
{
    struct _TlgProvider_t *p = _tlgStorage(provider);
    const REGHANDLE handle = p->RegHandle;
    p->RegHandle = 0;
    p->LevelPlus1 = 0;
    if (handle) {
#ifdef _KERNEL_MODE
        (void)EtwUnregister(handle);
#else
        (void)EventUnregister(handle);
#endif
    }
}

/* Whether a session wants events of that level and one of those keywords. Any IRQL. */
static __inline BOOLEAN TraceLoggingProviderEnabled(TraceLoggingHProvider provider, UCHAR level, ULONGLONG keyword)
{
    return level < provider->LevelPlus1 &&
           (keyword == 0 ||
            ((keyword & provider->KeywordAny) != 0 && (keyword & provider->KeywordAll) == provider->KeywordAll));
}

static __inline VOID TraceLoggingProviderId(TraceLoggingHProvider provider, GUID *id)
{
    *id = *provider->Id;
}

static __inline const char *TraceLoggingProviderName(TraceLoggingHProvider provider)
{
    return (const char *)(provider->ProviderMetadataPtr + 1);
}

/* ---- Events ---- */

/* Any IRQL; above APC_LEVEL nothing that the event carries may be pageable. */
static __attribute__((noinline, cold, unused)) TLG_STATUS _tlgWrite(
    TraceLoggingHProvider provider, UINT32 options, UINT64 keyword, const void *description, UINT16 size, LPCGUID activity,
    LPCGUID related, EVENT_DATA_DESCRIPTOR *data, ULONG count)
{
    EVENT_DESCRIPTOR event;
    event.Id = 0;
    event.Version = 0;
    event.Channel = (UCHAR)(options & 0x200 ? options >> 24 : 11);
    event.Level = (UCHAR)(options & 0x100 ? options : 5);
    event.Opcode = (UCHAR)(options >> 16);
    event.Task = 0;
    event.Keyword = keyword;
    data[0] = _tlgData(provider->ProviderMetadataPtr, *provider->ProviderMetadataPtr);
    data[0].Reserved = 2; /* who provides it */
    data[1] = _tlgData(description, size);
    data[1].Reserved = 1; /* what the event is */
#ifdef _KERNEL_MODE
    return EtwWriteTransfer(provider->RegHandle, &event, activity, related, count, data);
#else
    return EventWriteTransfer(provider->RegHandle, &event, activity, related, count, data);
#endif
}

#ifdef __cplusplus
}

/* Values and lists of descriptors live to the end of the call that they are made in. */
template <class T> inline EVENT_DATA_DESCRIPTOR _tlgValue(T const &value)
{
    return _tlgData(&value, sizeof(T));
}
template <unsigned N> struct _TlgList {
    EVENT_DATA_DESCRIPTOR data[N];
    EVENT_DATA_DESCRIPTOR *get() const { return const_cast<EVENT_DATA_DESCRIPTOR *>(data); }
};
#define _TLG_VALUE(type, value) _tlgValue<type>((type)(value))
#define _TLG_LIST(count, ...) _TlgList<count>{{__VA_ARGS__}}.get()

/* TraceLoggingValue(value): the field that its type asks for. */
template <class T> struct _TlgAuto;
#define _TLG_AUTO(type, in_type, out_type) \
    template <> struct _TlgAuto<type> { static constexpr UINT8 in = in_type, out = out_type; };
_TLG_AUTO(bool, 4, 3) _TLG_AUTO(char, 4, 2) _TLG_AUTO(signed char, 3, 0) _TLG_AUTO(unsigned char, 4, 0)
_TLG_AUTO(wchar_t, 6, 2) _TLG_AUTO(short, 5, 0) _TLG_AUTO(unsigned short, 6, 0) _TLG_AUTO(int, 7, 0)
_TLG_AUTO(unsigned, 8, 0) _TLG_AUTO(long, 7, 0) _TLG_AUTO(unsigned long, 8, 0) _TLG_AUTO(long long, 9, 0)
_TLG_AUTO(unsigned long long, 10, 0) _TLG_AUTO(float, 11, 0) _TLG_AUTO(double, 12, 0) _TLG_AUTO(GUID, 15, 0)
_TLG_AUTO(const char *, 2, 0) _TLG_AUTO(char *, 2, 0) _TLG_AUTO(const wchar_t *, 1, 0) _TLG_AUTO(wchar_t *, 1, 0)
_TLG_AUTO(void *, 21, 0) _TLG_AUTO(const void *, 21, 0)
#undef _TLG_AUTO
template <class T> T _tlgType(T const &);
template <class T, unsigned long long N> T const *_tlgType(T const (&)[N]);
template <class T> inline EVENT_DATA_DESCRIPTOR _tlgAuto(T const &value) { return _tlgData(&value, sizeof(T)); }
inline EVENT_DATA_DESCRIPTOR _tlgAuto(const char *value) { return _tlgText(value); }
inline EVENT_DATA_DESCRIPTOR _tlgAuto(char *value) { return _tlgText(value); }
inline EVENT_DATA_DESCRIPTOR _tlgAuto(const wchar_t *value) { return _tlgWide(value); }
inline EVENT_DATA_DESCRIPTOR _tlgAuto(wchar_t *value) { return _tlgWide(value); }
#define TraceLoggingValue(value, ...) \
    _TLG_ONE(_tlgAuto(value), #value, _TlgAuto<decltype(_tlgType(value))>::in, _TlgAuto<decltype(_tlgType(value))>::out, __VA_ARGS__)
#else
#define _TLG_VALUE(type, value) _tlgData(&(type const){(type)(value)}, sizeof(type))
#define _TLG_LIST(count, ...) ((EVENT_DATA_DESCRIPTOR[]){__VA_ARGS__})
#endif

#define TraceLoggingWrite(provider, event, ...) TraceLoggingWriteActivity(provider, event, NULL, NULL, __VA_ARGS__)
#define TraceLoggingWriteActivity(provider, event, activity, related, ...)                                             \
    do {                                                                                                               \
        static const struct {                                                                                          \
            UINT16 size;                                                                                               \
            _TLG_EACH(_TLG_TAG, __VA_ARGS__)                                                                           \
            UINT8 tag_end;                                                                                             \
            char name[sizeof(event)];                                                                                  \
            _TLG_EACH(_TLG_DECLARE, __VA_ARGS__)                                                                       \
        } __attribute__((packed)) _tlg_event = {                                                                       \
            sizeof _tlg_event, _TLG_EACH(_TLG_TAGGED, __VA_ARGS__) 0, event _TLG_EACH(_TLG_DESCRIBE, __VA_ARGS__)};    \
        const TraceLoggingHProvider _tlg_provider = (provider);                                                        \
        const UINT32 _tlg_options = 0u _TLG_EACH(_TLG_OPTION, __VA_ARGS__);                                            \
        const UINT64 _tlg_keyword = 0ull _TLG_EACH(_TLG_KEYWORD, __VA_ARGS__);                                         \
        if (TraceLoggingProviderEnabled(_tlg_provider, (UCHAR)(_tlg_options & 0x100 ? _tlg_options : 5), _tlg_keyword)) \
            (void)_tlgWrite(_tlg_provider, _tlg_options, _tlg_keyword, &_tlg_event, sizeof _tlg_event, activity, related,     \
                      _TLG_LIST(2 _TLG_EACH(_TLG_PARTS, __VA_ARGS__), _tlgData(0, 0), _tlgData(0, 0)                   \
                                                                           _TLG_EACH(_TLG_DATA, __VA_ARGS__)),         \
                      2 _TLG_EACH(_TLG_PARTS, __VA_ARGS__));                                                           \
    } while (0)

#endif
