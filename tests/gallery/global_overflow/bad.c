/* Reads one element behind each of two tables, of which one has no initialiser. */
#include "../gallery.h"

static ULONG Rates[5] = {1, 2, 4, 8, 16};
ULONG Counts[5];

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    const volatile ULONG *Rate = Rates;
    const volatile ULONG *Count = Counts;
    Irp->IoStatus.Information = Rate[Step + ARRAYSIZE(Rates)];    /* VRF0903 */
    Irp->IoStatus.Information += Count[Step + ARRAYSIZE(Counts)]; /* VRF0903 */
    return STATUS_SUCCESS;
}

static VOID Unload(VOID)
{
}
