/* An element of another type is put into a list.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdk/list.h>

struct packet {
    wdk_link link;
};
struct frame {
    wdk_link link;
};
WDK_LIST(struct packet, link, packet_queue);
void put(packet_queue *queue, struct packet *packet, struct frame *frame);
void put(packet_queue *queue, struct packet *packet, struct frame *frame)
{
    UNREFERENCED_PARAMETER(packet);
    UNREFERENCED_PARAMETER(frame);
#ifdef WRONG
    packet_queue_push_back(queue, frame);
#else
    packet_queue_push_back(queue, packet);
#endif
}
