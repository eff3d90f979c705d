/* A lookaside list with a tag of three characters.
 * reject: a pool tag has four characters
 */
#include <ntddk.h>
#include <wdk/lookaside.h>

struct packet {
    ULONG length;
};
#ifdef WRONG
WDK_LOOKASIDE(struct packet, packet_list, "Pkt");
#else
WDK_LOOKASIDE(struct packet, packet_list, "Pckt");
#endif
