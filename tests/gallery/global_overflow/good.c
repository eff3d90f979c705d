/* Reads the last element of each of two tables, of which one has no initialiser. */
#include "../gallery.h"

static ULONG Rates[5] = {1, 2, 4, 8, 16};
ULONG Tallies[5];

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const volatile ULONG *Rate = Rates;
    const volatile ULONG *Count = Tallies;
    Irp->IoStatus.Information = Rate[Step + ARRAYSIZE(Rates) - 1];
    Irp->IoStatus.Information += Count[Step + ARRAYSIZE(Tallies) - 1];
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
