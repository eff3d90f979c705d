/*
 * Debug output whose arguments the compiler holds against the format.
 *
 *     wdk_trace(WDK_TRACE_ERROR, "read of %lu bytes: 0x%08lX", length, status);
 *     wdk_trace(WDK_TRACE_INFO, "opened %.*ls", wdk_text_argument(name));        // a wdk_text (text.h)
 *     wdk_trace(WDK_TRACE_INFO, "sent %.*s", wdk_view_argument(message));        // a wdk_view of characters (span.h)
 *     wdk_trace(WDK_TRACE_INFO, "opened: 0x%08lX", wdk_status_argument(status));
 *
 * Formats are C's, so there is no %wZ: a UNICODE_STRING is wdk_text_from_raw's text. The module's name (WDK_TRACE_NAME
 * before the include, or the file's) stands before each line, and the end of the line behind it. Debuggers show
 * WDK_TRACE_ERROR always, and others as their mask of IHVDRIVER says. IRQL <= DIRQL; with texts PASSIVE_LEVEL, which
 * the compiler checks: Windows' formatting of UTF-16 is pageable.
 */
#ifndef WDK_TRACE_H
#define WDK_TRACE_H

#include "irql.h"
#include "span.h"
#include "text.h"

#ifndef WDK_TRACE_NAME
#define WDK_TRACE_NAME __FILE_NAME__
#endif

enum wdk_trace_level { WDK_TRACE_ERROR, WDK_TRACE_WARNING, WDK_TRACE_STEP, WDK_TRACE_INFO };

/* Never defined, never called: it makes the compiler look at the format. */
__attribute__((format(printf, 1, 2))) void wdk_trace_checked_(const char *format, ...);

#define wdk_trace(level, format, ...)                                                                                  \
    do {                                                                                                               \
        const enum wdk_trace_level wdk_level_ = (level);                                                               \
        if (0)                                                                                                         \
            wdk_trace_checked_("" format, ##__VA_ARGS__);                                                              \
        (void)DbgPrintEx(DPFLTR_IHVDRIVER_ID, (ULONG)wdk_level_, WDK_TRACE_NAME ": " format "\n", ##__VA_ARGS__);      \
    } while (0)

WDK_PRIVATE_BEGIN
WDK_INLINE int wdk_text_argument_count_(wdk_text text) WDK_AT_PASSIVE
{
    return text.count;
}
WDK_INLINE const WCHAR *wdk_text_argument_first_(wdk_text text)
{
    return text.first;
}
WDK_INLINE int wdk_view_argument_count_(wdk_view view)
{
    return view.count > 512 ? 512 : (int)view.count; /* no line of debug output is longer */
}
WDK_INLINE const char *wdk_view_argument_first_(wdk_view view)
{
    return (const char *)view.first;
}
WDK_INLINE unsigned long wdk_status_argument(wdk_status status)
{
    return (unsigned long)wdk_nt(status);
}
WDK_PRIVATE_END

/* For %.*ls and for %.*s. */
#define wdk_text_argument(text) wdk_text_argument_count_(text), wdk_text_argument_first_(text)
#define wdk_view_argument(view) wdk_view_argument_count_(view), wdk_view_argument_first_(view)

#endif
