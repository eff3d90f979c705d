/* An item is asked of the list of another type.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdk/lookaside.h>

struct packet {
    ULONG length;
};
struct frame {
    ULONG width;
};
WDK_LOOKASIDE(struct packet, packet_list, "Pckt");
WDK_LOOKASIDE(struct frame, frame_list, "Frme");
wdk_status caller(packet_list *packets, frame_list *frames);
wdk_status caller(packet_list *packets, frame_list *frames)
{
    UNREFERENCED_PARAMETER(packets);
    UNREFERENCED_PARAMETER(frames);
    WDK_SCOPED(packet_list_item) item = {};
#ifdef WRONG
    return packet_list_allocate(frames, &item);
#else
    return packet_list_allocate(packets, &item);
#endif
}
