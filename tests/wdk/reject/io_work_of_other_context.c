/* A work item's handler gets another thing than it is for.
 * reject: incompatible pointer types
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/work_item.h>

struct device {
    ULONG count;
    wdk_io_work_item item;
};
static void on_work(struct device *device) WDK_AT_PASSIVE;
static void on_work(struct device *device)
{
    device->count++;
}
WDK_IO_WORK(counting, struct device, on_work);
void count(struct device *device);
void count(struct device *device)
{
#ifdef WRONG
    wdk_io_work_queue(counting, &device->item, &device->count);
#else
    wdk_io_work_queue(counting, &device->item, device);
#endif
}
