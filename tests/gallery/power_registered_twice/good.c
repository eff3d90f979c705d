/* Registers its device with the power framework once. */
#include "../gallery_pnp.h"

static NTSTATUS Register(GALLERY *Gallery, POHANDLE *Handle)
{
    static PO_FX_COMPONENT_IDLE_STATE States[] = {{.TransitionLatency = 0, .ResidencyRequirement = 0}};
    PO_FX_DEVICE_V1 Registration = {.Version = PO_FX_VERSION_V1, .ComponentCount = 1};
    Registration.Components[0].IdleStateCount = ARRAYSIZE(States);
    Registration.Components[0].IdleStates = States;
    return PoFxRegisterDevice(Gallery->Lower, (PPO_FX_DEVICE)&Registration, Handle);
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    GALLERY *Gallery = Device->DeviceExtension;
    POHANDLE First;
    NTSTATUS Status = Register(Gallery, &First);
    if (!NT_SUCCESS(Status))
        return Status;
    PoFxUnregisterDevice(First);
    return STATUS_SUCCESS;
}
