/* An element is taken out of its list and lost.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/list.h>

struct packet {
    wdk_link link;
};
WDK_LIST(struct packet, link, packet_queue);
struct packet *next(packet_queue *queue);
struct packet *next(packet_queue *queue)
{
#ifdef WRONG
    packet_queue_pop_front(queue);
    return NULL;
#else
    return packet_queue_pop_front(queue);
#endif
}
