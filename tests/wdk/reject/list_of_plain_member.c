/* A list over a member that is no link.
 * reject: the member that links elements is a wdk_link
 */
#include <ntddk.h>
#include <wdk/list.h>

struct packet {
    LIST_ENTRY entry;
    wdk_link link;
};
#ifdef WRONG
WDK_LIST(struct packet, entry, packet_queue);
#else
WDK_LIST(struct packet, link, packet_queue);
#endif
