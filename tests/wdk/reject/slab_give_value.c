/* What goes back to its slab is not emptied.
 * reject: incompatible pointer types
 */
#include <ntddk.h>
#include <wdk/slab.h>

struct transfer {
    ULONG bytes;
};
WDK_SLAB(struct transfer, transfer_slab, 8);
void done(transfer_slab *slab, struct transfer *transfer);
void done(transfer_slab *slab, struct transfer *transfer)
{
#ifdef WRONG
    wdk_slab_give(transfer_slab, slab, transfer);
#else
    wdk_slab_give(transfer_slab, slab, &transfer);
#endif
}
