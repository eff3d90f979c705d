/* Reads the last element of a table. */
#include "../gallery.h"

static ULONG Rates[5] = {1, 2, 4, 8, 16};

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const volatile ULONG *Rate = Rates;
    Irp->IoStatus.Information = Rate[Step + ARRAYSIZE(Rates) - 1];
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
