/* Has itself told of threads, until it is unloaded. */
#include "../gallery.h"

static VOID Told(HANDLE Process, HANDLE Thread, BOOLEAN Create)
{
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    return PsSetCreateThreadNotifyRoutine(Told);
}

static VOID Unload(VOID)
{
    PsRemoveCreateThreadNotifyRoutine(Told);
}
