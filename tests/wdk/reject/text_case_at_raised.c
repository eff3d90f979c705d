/* Texts are compared without case where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/text.h>

#ifdef WRONG
bool same(wdk_text a, wdk_text b);
#else
bool same(wdk_text a, wdk_text b) WDK_AT_PASSIVE;
#endif
bool same(wdk_text a, wdk_text b)
{
    return wdk_text_equal_ignoring_case(a, b);
}
