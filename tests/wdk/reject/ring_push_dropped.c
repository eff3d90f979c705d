/* An element is put into a ring that may be full, without a look.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/ring.h>

WDK_RING(ULONG, number_ring, 16);
ULONG put(number_ring *ring, ULONG number);
ULONG put(number_ring *ring, ULONG number)
{
#ifdef WRONG
    number_ring_push(ring, &number);
    return 0;
#else
    return number_ring_push(ring, &number) ? 0 : 1;
#endif
}
