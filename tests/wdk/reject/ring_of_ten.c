/* A ring whose capacity is no power of two.
 * reject: the capacity of a ring is a power of two
 */
#include <ntddk.h>
#include <wdk/ring.h>

#ifdef WRONG
WDK_RING(ULONG, number_ring, 10);
#else
WDK_RING(ULONG, number_ring, 16);
#endif
