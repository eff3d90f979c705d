/* Has itself told of threads, also when it is gone. */
#include "../gallery.h"

static VOID Told(HANDLE Process, HANDLE Thread, BOOLEAN Create)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return PsSetCreateThreadNotifyRoutine(Told); /* VRF0411 */
}

static VOID Unload(VOID)
{
}
