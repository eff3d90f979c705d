/* Tracing: TraceLogging, providers of events, the in-flight recorder. */
#define _KERNEL_MODE 1
#include <wdm.h>
#include <evntprov.h>
#include <evntrace.h>
#include <traceloggingprovider.h>
#include <winmeta.h>
#include <wpprecorder.h>
