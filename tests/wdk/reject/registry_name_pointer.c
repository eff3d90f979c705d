/* A registry value whose name is no literal.
 * reject: expected
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/registry.h>

ULONG limit(wdk_key *key, const WCHAR *name) WDK_AT_PASSIVE;
ULONG limit(wdk_key *key, const WCHAR *name)
{
    UNREFERENCED_PARAMETER(name);
#ifdef WRONG
    return wdk_key_ulong_or(key, name, 64);
#else
    return wdk_key_ulong_or(key, L"Limit", 64);
#endif
}
