/* Provides events and WMI data, and says when it no longer does. */
#include "../gallery.h"

#include <evntrace.h>

static REGHANDLE Provider;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    static const GUID Id = {0x1f6d0c1e, 0x7c55, 0x4f0e, {0x9d, 0x52, 0x0b, 0x8e, 0x61, 0x24, 0x77, 0x3b}};
    const NTSTATUS Status = EtwRegister(&Id, NULL, NULL, &Provider);
    if (!NT_SUCCESS(Status))
        return Status;
    return IoWMIRegistrationControl(Device, WMIREG_ACTION_REGISTER);
}

static VOID Unload(VOID)
{
    IoWMIRegistrationControl(GalleryObject, WMIREG_ACTION_DEREGISTER);
    EtwUnregister(Provider);
}
