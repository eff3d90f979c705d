/* Every kind of field and option; compiled as C and as C++, run by the test with a decoder of its own. */
#include <wdm.h>

#include <traceloggingprovider.h>
#include <winmeta.h>

#ifdef __cplusplus
extern "C" {
#endif
VOID write_events(VOID);
#ifdef __cplusplus
}
#endif

TRACELOGGING_DECLARE_PROVIDER(provider);
TRACELOGGING_DEFINE_PROVIDER(provider, "Test.Provider",
                             (0xa12b3f0b, 0x1161, 0x5d99, 0x15, 0x53, 0xa9, 0x19, 0x4e, 0xe7, 0x7d, 0x81),
                             TraceLoggingOptionGroup(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

static UINT32 evaluated;

VOID write_events(VOID)
{
    const UINT8 bytes[] = {0xDE, 0xAD};
    const INT32 numbers[] = {1, -2, 3};
    const UINT8 sid[] = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};
    WCHAR wide[] = {'p', 'a', 't', 'h', '!', 0};
    UNICODE_STRING path = {8, 10, wide};
    GUID guid = {1, 2, 3, {4, 5, 6, 7, 8, 9, 10, 11}};
    const char *none = NULL;

    TraceLoggingWrite(provider, "BeforeItIsRegistered", TraceLoggingLevel(1));
    TraceLoggingRegister(provider);
    TraceLoggingWrite(provider, "TooDetailed", TraceLoggingUInt32(evaluated++));
    TraceLoggingWrite(provider, "OtherKeyword", TraceLoggingLevel(WINEVENT_LEVEL_ERROR), TraceLoggingKeyword(8));
    if (evaluated)
        TraceLoggingWrite(provider, "NotReached", TraceLoggingLevel(1));
    else
        TraceLoggingWrite(provider, "Plain", TraceLoggingLevel(4));
    TraceLoggingWrite(provider, "Options", TraceLoggingLevel(2), TraceLoggingKeyword(4), TraceLoggingKeyword(2),
                      TraceLoggingOpcode(WINEVENT_OPCODE_START), TraceLoggingChannel(12),
                      TraceLoggingEventTag(0x8123456), TraceLoggingDescription("not in the event"),
                      TraceLoggingUInt8(200));
    TraceLoggingWrite(provider, "Numbers", TraceLoggingLevel(4), TraceLoggingInt8(-1, "i8"),
                      TraceLoggingUInt16(65535, "u16"), TraceLoggingHexInt32(-1, "x32"),
                      TraceLoggingInt64(-5, "i64", "described", 7), TraceLoggingHexUInt64(255, "x64"),
                      TraceLoggingFloat64(1.5, "f64"), TraceLoggingFloat32(0.25f, "f32"),
                      TraceLoggingBool(TRUE, "bool"), TraceLoggingBoolean(FALSE, "boolean"),
                      TraceLoggingNTStatus(-1, "status"), TraceLoggingUInt32(++evaluated));
    TraceLoggingWrite(provider, "Texts", TraceLoggingLevel(4), TraceLoggingString("narrow", "s"),
                      TraceLoggingString(none), TraceLoggingWideString(wide, "w"),
                      TraceLoggingUnicodeString(&path, "path"), TraceLoggingCountedString("abcdef", 3, "counted"),
                      TraceLoggingUtf8String("u", "u8"));
    TraceLoggingWrite(provider, "Bytes", TraceLoggingLevel(4), TraceLoggingBinary(bytes, sizeof bytes),
                      TraceLoggingGuid(guid), TraceLoggingSid(sid), TraceLoggingPointer((void *)0x1234, "pointer"));
    TraceLoggingWrite(provider, "Arrays", TraceLoggingLevel(4), TraceLoggingStruct(2, "pair"),
                      TraceLoggingInt32Array(numbers, 3, "three"), TraceLoggingInt32FixedArray(numbers, 2, "two"),
                      TraceLoggingHexUInt8Array(bytes, evaluated, "one"));
    TraceLoggingWriteActivity(provider, "Activity", &guid, NULL, TraceLoggingLevel(0));
    TraceLoggingUnregister(provider);
    TraceLoggingWrite(provider, "Afterwards", TraceLoggingLevel(1));
    if (TraceLoggingProviderName(provider)[0] != 'T')
        TraceLoggingWrite(provider, "bad name", TraceLoggingLevel(1));
}
