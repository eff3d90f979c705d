/* A slab without elements.
 * reject: a slab has from 1 to 65,536 elements
 */
#include <ntddk.h>
#include <wdk/slab.h>

#ifdef WRONG
WDK_SLAB(ULONG, number_slab, 0);
#else
WDK_SLAB(ULONG, number_slab, 8);
#endif
