/* A lookaside list of a type without a size.
 * reject: a lookaside list is of a type that has a size
 */
#include <ntddk.h>
#include <wdk/lookaside.h>

typedef ULONG nothing[0];
struct packet {
    ULONG length;
};
#ifdef WRONG
WDK_LOOKASIDE(nothing, packet_list, "Pckt");
#else
WDK_LOOKASIDE(struct packet, packet_list, "Pckt");
#endif
