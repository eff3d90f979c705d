/* Until their owners have them: each function goes from here as it comes to its own place. */
#include "ntsim/ke/ki.h"
NTSTATUS PoCallDriver(PDEVICE_OBJECT d, PIRP i)
{
    return IofCallDriver(d, i);
}
VOID PoStartNextPowerIrp(PIRP i)
{
}
