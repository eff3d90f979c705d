/* A function for PASSIVE_LEVEL is called from one that may be at APC_LEVEL.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/irql.h>

void load(void) WDK_AT_PASSIVE;
#ifdef WRONG
void caller(void) WDK_UP_TO_APC;
#else
void caller(void) WDK_AT_PASSIVE;
#endif
void caller(void)
{
    load();
}
