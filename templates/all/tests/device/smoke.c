/* Checks an installed @NAME@ device from a program: finds it by its interface, then writes, reads, queries, clears. */
#include <windows.h>
#include <winioctl.h>
#include <initguid.h>
#include <setupapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "public.h"

static int Failures;

static void Check(BOOL Condition, const char *What)
{
    printf("%s - %s\n", Condition ? "ok" : "not ok", What);
    Failures += !Condition;
}

static HANDLE OpenDevice(void)
{
    HANDLE device = INVALID_HANDLE_VALUE;
    SP_DEVICE_INTERFACE_DATA entry = {sizeof entry};
    SP_DEVICE_INTERFACE_DETAIL_DATA_A *detail = NULL;
    DWORD size = 0;
    HDEVINFO set = SetupDiGetClassDevsA(&GUID_DEVINTERFACE_@UPPER@, NULL, NULL, DIGCF_PRESENT | DIGCF_DEVICEINTERFACE);

    if (set == INVALID_HANDLE_VALUE)
        return device;
    if (SetupDiEnumDeviceInterfaces(set, NULL, &GUID_DEVINTERFACE_@UPPER@, 0, &entry)) {
        SetupDiGetDeviceInterfaceDetailA(set, &entry, NULL, 0, &size, NULL);
        detail = calloc(1, size);
        if (detail) {
            detail->cbSize = sizeof *detail;
            if (SetupDiGetDeviceInterfaceDetailA(set, &entry, detail, size, NULL, NULL))
                device = CreateFileA(detail->DevicePath, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
            free(detail);
        }
    }
    SetupDiDestroyDeviceInfoList(set);
    return device;
}

int main(void)
{
    static const char message[] = "hello, @NAME@";
    static char large[@UPPER@_CAPACITY + 1];
    char reply[64] = {0};
    @UPPER@_STATISTICS statistics = {0};
    DWORD moved = 0;
    HANDLE device = OpenDevice();

    if (device == INVALID_HANDLE_VALUE) {
        printf("not ok - no @NAME@ device is there (error %lu)\n", GetLastError());
        return 1;
    }
    Check(WriteFile(device, message, sizeof message, &moved, NULL) && moved == sizeof message, "write a message");
    Check(ReadFile(device, reply, sizeof reply, &moved, NULL) && moved == sizeof message, "read as many bytes");
    Check(!memcmp(reply, message, sizeof message), "read the same bytes");
    Check(DeviceIoControl(device, IOCTL_@UPPER@_QUERY, NULL, 0, &statistics, sizeof statistics, &moved, NULL) &&
              moved == sizeof statistics && statistics.Length == sizeof message,
          "query its length");
    Check(!DeviceIoControl(device, IOCTL_@UPPER@_QUERY, NULL, 0, &statistics, sizeof statistics - 1, &moved, NULL),
          "refuse a small buffer");
    Check(!WriteFile(device, large, sizeof large, &moved, NULL), "refuse a message that is too long");
    Check(DeviceIoControl(device, IOCTL_@UPPER@_CLEAR, NULL, 0, NULL, 0, &moved, NULL), "clear");
    Check(ReadFile(device, reply, sizeof reply, &moved, NULL) && moved == 0, "read nothing after that");
    CloseHandle(device);
    return Failures;
}
