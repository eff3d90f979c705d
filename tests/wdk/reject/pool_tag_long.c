/* A pool tag of five characters.
 * reject: a pool tag has four characters
 */
#include <ntddk.h>
#include <wdk/pool.h>

#ifdef WRONG
WDK_POOL_TAG("Widgt");
#else
WDK_POOL_TAG("Wdgt");
#endif
