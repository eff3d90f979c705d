/* A text of something that is no literal.
 * reject: expected ')'
 */
#include <ntddk.h>
#include <wdk/text.h>

bool same(const WCHAR *name, wdk_text text);
bool same(const WCHAR *name, wdk_text text)
{
    UNREFERENCED_PARAMETER(name);
#ifdef WRONG
    return wdk_text_equal(WDK_TEXT(name), text);
#else
    return wdk_text_equal(WDK_TEXT(L"Parameters"), text);
#endif
}
