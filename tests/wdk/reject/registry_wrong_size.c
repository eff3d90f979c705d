/* A number of the registry is read into 16 bits.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/registry.h>

wdk_status limit(wdk_key *key) WDK_AT_PASSIVE;
wdk_status limit(wdk_key *key)
{
#ifdef WRONG
    USHORT value;
#else
    ULONG value;
#endif
    return wdk_key_read_ulong(key, L"Limit", &value);
}
