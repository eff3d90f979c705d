/* Win32 headers that programs beside drivers include, all in one source, and the compiler's intrinsics after them. */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <Windows.h>
#include <SetupAPI.h>
#include <newdev.h>
#include <CfgMgr32.h>
#include <DevPKey.h>
#include <winioctl.h>
#include <hidsdi.h>
#include <winusb.h>
#include <UsbIoDef.h>
#include <BluetoothAPIs.h>
#include <Dbt.h>
#include <FltUser.h>
#include <evntrace.h>
#include <evntprov.h>
#include <mmdeviceapi.h>
#include <d3d11.h>
#include <propsys.h>
#include <ksmedia.h>
#include <shlwapi.h>
#include <strsafe.h>
#include <intrin.h>
#include <setjmp.h>

/* What the kit adds to mingw-w64's headers. */
DWORD answer_of(CONFIGRET result);
DWORD answer_of(CONFIGRET result)
{
    CM_NOTIFY_FILTER filter = {sizeof filter, 0, CM_NOTIFY_FILTER_TYPE_DEVICEINTERFACE, 0, {{{0, 0, 0, {0}}}}};
    HCMNOTIFICATION notification = NULL;
    BOOL(WINAPI * property)(HDEVINFO, PSP_DEVINFO_DATA, const DEVPROPKEY *, DEVPROPTYPE *, PBYTE, DWORD, PDWORD,
                            DWORD) = SetupDiGetDeviceProperty;
    if (!property ||
        (result == CR_SUCCESS && CM_Register_Notification(&filter, NULL, NULL, &notification) == CR_SUCCESS))
        CM_Unregister_Notification(notification);
    return CM_MapCrToWin32Err(result, ERROR_GEN_FAILURE);
}

static jmp_buf place;

static void jump(int value)
{
    longjmp(place, value);
}

int jumps(void)
{
    const int count = setjmp(place);
    if (count < 3)
        jump(count + 1);
    return count;
}

unsigned long highest_bit(unsigned long value)
{
    unsigned long index = 0;
    LONG64 sum = 0;
    _BitScanReverse(&index, value);
    InterlockedExchangeAdd64(&sum, index);
    MemoryBarrier();
    return (unsigned long)sum;
}
