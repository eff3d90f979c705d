/* A text that may not fit is appended without a look.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/text.h>

wdk_status add(wdk_text_buffer *buffer);
wdk_status add(wdk_text_buffer *buffer)
{
#ifdef WRONG
    wdk_text_append(buffer, WDK_TEXT(L"\\Device\\"));
    return WDK_OK;
#else
    return wdk_text_append(buffer, WDK_TEXT(L"\\Device\\"));
#endif
}
