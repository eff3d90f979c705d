/*
 * The program that uses a driver made from the WDM template: finds the device by its interface, writes, reads,
 * compares. It shows its arguments; with "fail" it fails. PROJECT_NAME and PROJECT_UPPER are the driver's names.
 */
#include <windows.h>
#include <winioctl.h>
#include <setupapi.h>
#include <stdio.h>
#include <string.h>
#include <initguid.h>

#include "public.h"

#define JOIN_(a, b) a##b
#define JOIN(a, b)  JOIN_(a, b)

/* Waits for the device, on a busy machine half a minute: the driver starts beside us. */
static HANDLE open_device(const GUID *guid)
{
    for (int tries = 0; tries < 300; tries++, Sleep(100)) {
        HANDLE device = INVALID_HANDLE_VALUE;
        HDEVINFO set = SetupDiGetClassDevsA(guid, NULL, NULL, DIGCF_DEVICEINTERFACE | DIGCF_PRESENT);
        SP_DEVICE_INTERFACE_DATA found = {.cbSize = sizeof found};
        if (set != INVALID_HANDLE_VALUE && SetupDiEnumDeviceInterfaces(set, NULL, guid, 0, &found)) {
            char room[sizeof(SP_DEVICE_INTERFACE_DETAIL_DATA_A) + MAX_PATH];
            SP_DEVICE_INTERFACE_DETAIL_DATA_A *detail = (SP_DEVICE_INTERFACE_DETAIL_DATA_A *)room;
            detail->cbSize = sizeof *detail;
            if (SetupDiGetDeviceInterfaceDetailA(set, &found, detail, sizeof room, NULL, NULL))
                device = CreateFileA(detail->DevicePath, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
        }
        SetupDiDestroyDeviceInfoList(set);
        if (device != INVALID_HANDLE_VALUE)
            return device;
    }
    return INVALID_HANDLE_VALUE;
}

int main(int argc, char **argv)
{
    char back[6] = "";
    DWORD written = 0, got = 0;
    if (argc > 1) {
        printf("talk:");
        for (int i = 1; i < argc; i++)
            printf(" <%s>", argv[i]);
        printf("\n");
    }
    OutputDebugStringA("talk: begins\r\nand goes on\n");
    if (argc > 1 && !strcmp(argv[1], "fail"))
        return 7;
    HANDLE device = open_device(&JOIN(GUID_DEVINTERFACE_, PROJECT_UPPER));
    if (device == INVALID_HANDLE_VALUE || !WriteFile(device, "parcel", 6, &written, NULL) ||
        !ReadFile(device, back, sizeof back, &got, NULL)) {
        printf("talk: error %lu\n", GetLastError());
        return 1;
    }
    printf("talk: %lu bytes written, %s read\n", written,
           got == 6 && !memcmp(back, "parcel", 6) ? "the same" : "others");
    CloseHandle(device);
    return 0;
}
