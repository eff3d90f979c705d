/* A handle is opened where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/handle.h>

#ifdef WRONG
wdk_status open(wdk_handle *key);
#else
wdk_status open(wdk_handle *key) WDK_AT_PASSIVE;
#endif
wdk_status open(wdk_handle *key)
{
    return wdk_open(key, ZwOpenKey, KEY_READ, WDK_TEXT(L"\\Registry\\Machine"));
}
