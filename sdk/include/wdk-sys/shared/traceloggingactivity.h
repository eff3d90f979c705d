/*
 * Activities of TraceLogging, in C++: events between a start and a stop that carry one identity.
 *
 *   TraceLoggingActivity<provider> activity;
 *   TraceLoggingWriteStart(activity, "Read", TraceLoggingUInt32(length));
 *   TraceLoggingWriteTagged(activity, "Sent");
 *   TraceLoggingWriteStop(activity, "Read", TraceLoggingNTStatus(status));
 *
 * Source of facts: the public documentation of TraceLoggingActivity.h.
 */
#ifndef WDK_TRACELOGGINGACTIVITY_H
#define WDK_TRACELOGGINGACTIVITY_H

#include <traceloggingprovider.h>
#include <winmeta.h>

/* In C, TraceLoggingWriteActivity takes the identities. */
#ifdef __cplusplus

template <TraceLoggingHProvider const &provider, ULONGLONG keyword = 0, UCHAR level = WINEVENT_LEVEL_VERBOSE>
class TraceLoggingActivity {
public:
    static constexpr ULONGLONG Keyword = keyword;
    static constexpr UCHAR Level = level;

    TraceLoggingActivity() : id_(), related_(), has_related_(false) {}
    TraceLoggingActivity(const TraceLoggingActivity &) = delete;
    TraceLoggingActivity &operator=(const TraceLoggingActivity &) = delete;

    static TraceLoggingHProvider Provider() { return provider; }
    const GUID *Id() const { return &id_; }
    const GUID *RelatedId() const { return has_related_ ? &related_ : nullptr; }
    BOOLEAN IsEnabled() const { return TraceLoggingProviderEnabled(provider, level, keyword); }

    /* The activity that this one is part of; before the start. */
    void SetRelatedActivityId(const GUID &id)
    {
        related_ = id;
        has_related_ = true;
    }
    void SetRelatedActivityId(const GUID *id) { SetRelatedActivityId(*id); }
    template <class Other> void SetRelatedActivity(const Other &activity) { SetRelatedActivityId(*activity.Id()); }

    /* Gives the activity its identity; TraceLoggingWriteStart does. */
    void Begin()
    {
#ifdef _KERNEL_MODE
        (void)EtwActivityIdControl(EVENT_ACTIVITY_CTRL_CREATE_ID, &id_);
#else
        (void)EventActivityIdControl(EVENT_ACTIVITY_CTRL_CREATE_ID, &id_);
#endif
    }

private:
    GUID id_, related_;
    bool has_related_;
};

#define _TLG_ACTIVITY(activity, event, related, opcode, ...)                                                           \
    TraceLoggingWriteActivity((activity).Provider(), event, (activity).Id(), related, TraceLoggingOpcode(opcode),      \
                              TraceLoggingKeyword((activity).Keyword), TraceLoggingLevel((activity).Level)             \
                                  __VA_OPT__(, ) __VA_ARGS__)
#define TraceLoggingWriteStart(activity, event, ...)                                                                   \
    do {                                                                                                               \
        (activity).Begin();                                                                                            \
        _TLG_ACTIVITY(activity, event, (activity).RelatedId(), WINEVENT_OPCODE_START, __VA_ARGS__);                    \
    } while (0)
#define TraceLoggingWriteStop(activity, event, ...)                                                                    \
    _TLG_ACTIVITY(activity, event, nullptr, WINEVENT_OPCODE_STOP, __VA_ARGS__)
#define TraceLoggingWriteTagged(activity, event, ...)                                                                  \
    _TLG_ACTIVITY(activity, event, nullptr, WINEVENT_OPCODE_INFO, __VA_ARGS__)

#endif
#endif
