/* Bytes become UTF-16 at a raised IRQL.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/owned_text.h>

#ifdef WRONG
wdk_status widen(wdk_owned_text *name, wdk_view bytes);
#else
wdk_status widen(wdk_owned_text *name, wdk_view bytes) WDK_AT_PASSIVE;
#endif
wdk_status widen(wdk_owned_text *name, wdk_view bytes)
{
    return wdk_owned_text_from_ansi(name, bytes);
}
