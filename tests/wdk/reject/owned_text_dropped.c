/* Whether the copy of a text was made is not asked.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/owned_text.h>

wdk_status keep(wdk_owned_text *name, wdk_text text);
wdk_status keep(wdk_owned_text *name, wdk_text text)
{
#ifdef WRONG
    wdk_owned_text_copy(name, text);
    return WDK_OK;
#else
    return wdk_owned_text_copy(name, text);
#endif
}
