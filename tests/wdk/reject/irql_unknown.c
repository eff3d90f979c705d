/* A function for PASSIVE_LEVEL is called from one that says nothing of its IRQL.
 * reject: calling function 'load' requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/irql.h>

void load(void) WDK_AT_PASSIVE;
#ifdef WRONG
void caller(void);
#else
void caller(void) WDK_AT_PASSIVE;
#endif
void caller(void)
{
    load();
}
