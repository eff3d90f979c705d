/*
 * Microsoft's telemetry, which a driver of others has no part in: the options and keywords are there and mean nothing, so sources
 * that name them build, and their events are ordinary ones.
 */
#ifndef WDK_MICROSOFTTELEMETRY_H
#define WDK_MICROSOFTTELEMETRY_H

#define TraceLoggingOptionMicrosoftTelemetry()   TraceLoggingOption_nothing()
#define TraceLoggingOptionWindowsCoreTelemetry() TraceLoggingOption_nothing()

#define MICROSOFT_KEYWORD_CRITICAL_DATA 0x0
#define MICROSOFT_KEYWORD_MEASURES      0x0
#define MICROSOFT_KEYWORD_TELEMETRY     0x0
#define MICROSOFT_KEYWORD_RESERVED_44   0x0
#define MICROSOFT_EVENTTAG_CORE_DATA    0x0
#define MICROSOFT_EVENTTAG_DROP_PII     0x0
#define MICROSOFT_EVENTTAG_REALTIME_LATENCY 0x0

#define TelemetryPrivacyDataTag(tag) TraceLoggingUInt64((tag), "PartA_PrivTags")
#define PDT_BrowsingHistory                    0x0000000000000002u
#define PDT_DeviceConnectivityAndConfiguration 0x0000000000000800u
#define PDT_InkingTypingAndSpeechUtterance     0x0000000000020000u
#define PDT_ProductAndServicePerformance       0x0000000001000000u
#define PDT_ProductAndServiceUsage             0x0000000002000000u
#define PDT_SoftwareSetupAndInventory          0x0000000080000000u

#endif
