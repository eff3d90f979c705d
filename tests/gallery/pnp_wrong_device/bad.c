/* Says that the state of its own device object has changed, which is no PDO. */
#include "../gallery_pnp.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    IoInvalidateDeviceState(Device); /* VRF0406 */
    return STATUS_SUCCESS;
}
