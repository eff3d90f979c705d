/* Activities, and fields by the type of their value. */
#include <wdm.h>

#include <traceloggingactivity.h>

extern "C" VOID write_events(VOID);

TRACELOGGING_DECLARE_PROVIDER(provider);
TRACELOGGING_DEFINE_PROVIDER(provider, "Test.Provider", (0xa12b3f0b, 0x1161, 0x5d99, 0x15, 0x53, 0xa9, 0x19, 0x4e, 0xe7, 0x7d, 0x81));

VOID write_events(VOID)
{
    const wchar_t *wide = L"wide";
    TraceLoggingRegister(provider);
    TraceLoggingActivity<provider, 4, WINEVENT_LEVEL_INFO> outer, inner;
    TraceLoggingWriteStart(outer, "Outer");
    inner.SetRelatedActivity(outer);
    TraceLoggingWriteStart(inner, "Inner", TraceLoggingUInt32(5, "length"));
    TraceLoggingWriteTagged(inner, "Between", TraceLoggingValue(-3, "int"), TraceLoggingValue("text"), TraceLoggingValue(wide),
                            TraceLoggingValue(2.5, "double"), TraceLoggingValue(true, "bool"));
    TraceLoggingWriteStop(inner, "Inner");
    TraceLoggingWriteStop(outer, "Outer", TraceLoggingNTStatus(0, "status"));
    TraceLoggingUnregister(provider);
}
