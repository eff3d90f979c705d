/* Whether there is a work item is not asked.
 * reject: ignoring return value
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/work_item.h>

wdk_status prepare(wdk_io_work_item *item, PDEVICE_OBJECT device);
wdk_status prepare(wdk_io_work_item *item, PDEVICE_OBJECT device)
{
#ifdef WRONG
    wdk_io_work_create(item, device);
#else
    WDK_TRY(wdk_io_work_create(item, device));
#endif
    return WDK_OK;
}
