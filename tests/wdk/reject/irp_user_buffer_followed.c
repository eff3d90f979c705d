/* A program's buffer is read through its pointer.
 * reject: member reference
 * model: wdm
 */
#include <ntddk.h>
#include <wdk/wdm/irp.h>

struct order {
    ULONG number;
};
wdk_status read_order(const wdk_irp *irp, struct order *order) WDK_AT_PASSIVE;
wdk_status read_order(const wdk_irp *irp, struct order *order)
{
    wdk_user_address input;
    size_t length;
    WDK_TRY(wdk_irp_user_input(irp, sizeof *order, &input, &length));
#ifdef WRONG
    order->number = input->number;
    return WDK_OK;
#else
    return wdk_user_read(wdk_bytes_of(*order), input);
#endif
}
