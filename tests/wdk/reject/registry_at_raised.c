/* The registry is read where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/registry.h>

#ifdef WRONG
ULONG limit(wdk_key *key);
#else
ULONG limit(wdk_key *key) WDK_AT_PASSIVE;
#endif
ULONG limit(wdk_key *key)
{
    return wdk_key_ulong_or(key, L"Limit", 64);
}
