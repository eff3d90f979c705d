/* A paged lookaside list is used where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_apc_level'
 */
#include <ntddk.h>
#include <wdk/lookaside.h>

struct packet {
    ULONG length;
};
WDK_LOOKASIDE_PAGED(struct packet, packet_list, "Pckt");
#ifdef WRONG
wdk_status caller(packet_list *list, packet_list_item *item);
#else
wdk_status caller(packet_list *list, packet_list_item *item) WDK_UP_TO_APC;
#endif
wdk_status caller(packet_list *list, packet_list_item *item)
{
    return packet_list_allocate(list, item);
}
