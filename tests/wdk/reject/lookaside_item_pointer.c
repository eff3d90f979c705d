/* The block of an item is freed by hand.
 * reject: private to wdk: use wdk_item()
 */
#include <ntddk.h>
#include <wdk/lookaside.h>

struct packet {
    ULONG length;
};
WDK_LOOKASIDE(struct packet, packet_list, "Pckt");
void drop(packet_list_item *item);
void drop(packet_list_item *item)
{
#ifdef WRONG
    ExFreePoolWithTag(item->raw, 0);
#else
    packet_list_free(item);
#endif
}
