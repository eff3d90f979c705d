/* Says that the state of its PDO has changed. */
#include "../gallery_pnp.h"

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    IoInvalidateDeviceState(Gallery->Lower);
    return STATUS_SUCCESS;
}
