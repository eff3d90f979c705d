/* NfcCxStub.lib: the hardware taken from NfcCx, and given back. */
#include <windows.h>
#include <wdf.h>
#include <nfccx.h>

extern const ULONG NfccxFunctionCount;
const ULONG NfccxFunctionCount = NfccxFunctionTableNumEntriesWithControl;

typedef NTSTATUS(NTAPI *PFN_CONTROL)(PNFCCX_DRIVER_GLOBALS, WDFDEVICE);

NTSTATUS NfcCxReleaseHardwareControl(WDFDEVICE Device)
{
    return NFCCX_CALL(PFN_CONTROL, NfcCxReleaseHardwareControl, Device);
}

NTSTATUS NfcCxReacquireHardwareControl(WDFDEVICE Device)
{
    return NFCCX_CALL(PFN_CONTROL, NfcCxReacquireHardwareControl, Device);
}
