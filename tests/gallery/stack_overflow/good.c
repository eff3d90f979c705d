/* Writes up to the last element of a local array. */
#include "../gallery.h"

__declspec(noinline) static VOID Fill(PUSHORT Name, ULONG Last)
{
    for (ULONG i = 0; i <= Last; i++)
        Name[i] = (USHORT)i;
}

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    USHORT Name[16];
    Fill(Name, ARRAYSIZE(Name) - 1);
    Irp->IoStatus.Information = Name[Step];
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
