/*
 * A Win32 program that uses a driver made from the WDM template as any program on Windows would: it installs the
 * package through its INF, finds the device by its interface, talks to it, removes the device and stops and deletes the
 * service. It prints one line a step; the test compares them. PROJECT_NAME is the driver's name, and public.h the one
 * of its project.
 *
 *     driver_client PATH-OF-INF
 */
#include <windows.h>
#include <winioctl.h>
#include <setupapi.h>
#include <newdev.h>
#include <stdio.h>
#include <string.h>
#include <initguid.h>

#include "public.h"

#define JOIN_(a, b)    a##b
#define JOIN(a, b)     JOIN_(a, b)
#define JOIN3(a, b, c) JOIN(JOIN(a, b), c)
#define INTERFACE_GUID JOIN(GUID_DEVINTERFACE_, PROJECT_UPPER)
#define IOCTL_QUERY    JOIN3(IOCTL_, PROJECT_UPPER, _QUERY)
#define IOCTL_CLEAR    JOIN3(IOCTL_, PROJECT_UPPER, _CLEAR)
#define STATISTICS     JOIN(PROJECT_UPPER, _STATISTICS)
#define CAPACITY       JOIN(PROJECT_UPPER, _CAPACITY)

static const GUID no_class;
static const char hardware_id[] = "root\\" PROJECT_NAME "\0";

static int failed(const char *what)
{
    printf("failed: %s, error %lu\n", what, GetLastError());
    return 1;
}

/* Makes a root-enumerated device node, and installs the package for it. */
static BOOL install(const char *inf, HDEVINFO set, SP_DEVINFO_DATA *device)
{
    BOOL reboot = FALSE;
    const char *name = "root\\" PROJECT_NAME "\\0000";
    const BOOL fresh = SetupDiCreateDeviceInfoA(set, name, &no_class, NULL, NULL, 0, device);
    if (!fresh && !SetupDiOpenDeviceInfoA(set, name, NULL, 0, device))
        return FALSE;
    return SetupDiSetDeviceRegistryPropertyA(set, device, SPDRP_HARDWAREID, (const BYTE *)hardware_id,
                                             sizeof hardware_id) &&
           (!fresh || SetupDiCallClassInstaller(DIF_REGISTERDEVICE, set, device)) &&
           UpdateDriverForPlugAndPlayDevicesA(NULL, hardware_id, inf, INSTALLFLAG_FORCE, &reboot);
}

static SC_HANDLE open_service(DWORD access)
{
    SC_HANDLE manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_CONNECT);
    SC_HANDLE service = manager ? OpenServiceA(manager, PROJECT_NAME, access) : NULL;
    if (manager)
        CloseServiceHandle(manager);
    return service;
}

static DWORD service_state(SC_HANDLE service)
{
    SERVICE_STATUS status = {0};
    return QueryServiceStatus(service, &status) ? status.dwCurrentState : 0;
}

/* The first device that has the driver's interface; waits for it a few seconds, since starting a device takes its time.
 */
static HANDLE open_device(void)
{
    for (int tries = 0; tries < 50; tries++, Sleep(100)) {
        HANDLE device = INVALID_HANDLE_VALUE;
        HDEVINFO set = SetupDiGetClassDevsA(&INTERFACE_GUID, NULL, NULL, DIGCF_DEVICEINTERFACE | DIGCF_PRESENT);
        SP_DEVICE_INTERFACE_DATA found = {.cbSize = sizeof found};
        if (set != INVALID_HANDLE_VALUE && SetupDiEnumDeviceInterfaces(set, NULL, &INTERFACE_GUID, 0, &found)) {
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

static int query(HANDLE device)
{
    STATISTICS statistics = {0};
    DWORD count = 0;
    if (!DeviceIoControl(device, IOCTL_QUERY, NULL, 0, &statistics, sizeof statistics, &count, NULL))
        return failed("query");
    printf("query: %lu bytes, length %lu, reads %lu, writes %lu\n", count, statistics.Length, statistics.Reads,
           statistics.Writes);
    return 0;
}

static int talk(HANDLE device)
{
    static unsigned char sent[CAPACITY + 1], got[CAPACITY + 1];
    DWORD count = 0;
    for (unsigned i = 0; i < sizeof sent; i++)
        sent[i] = (unsigned char)(i * 7 + 3);
    if (query(device))
        return 1;
    if (!WriteFile(device, sent, CAPACITY, &count, NULL))
        return failed("write");
    printf("write: %lu\n", count);
    memset(got, 0xEE, sizeof got);
    if (!ReadFile(device, got, sizeof got, &count, NULL))
        return failed("read");
    printf("read: %lu, %s, the byte after is %02X\n", count,
           memcmp(got, sent, CAPACITY) ? "other bytes" : "the same bytes", got[CAPACITY]);
    if (query(device))
        return 1;
    if (WriteFile(device, sent, sizeof sent, &count, NULL))
        return failed("a write that is too long was taken");
    printf("write too long: error %lu\n", GetLastError());
    if (DeviceIoControl(device, IOCTL_QUERY, NULL, 0, got, sizeof(STATISTICS) - 1, &count, NULL))
        return failed("a query with a short buffer was answered");
    printf("short query: error %lu\n", GetLastError());
    if (DeviceIoControl(device, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x7FF, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, NULL,
                        0, &count, NULL))
        return failed("an unknown request was answered");
    printf("unknown request: error %lu\n", GetLastError());
    if (!DeviceIoControl(device, IOCTL_CLEAR, NULL, 0, NULL, 0, &count, NULL))
        return failed("clear");
    return query(device);
}

static int use_device(void)
{
    HANDLE device = open_device();
    if (device == INVALID_HANDLE_VALUE)
        return failed("open the device");
    const int result = talk(device);
    CloseHandle(device);
    return result;
}

static int stop_and_delete(SC_HANDLE service)
{
    SERVICE_STATUS status = {0};
    if (!ControlService(service, SERVICE_CONTROL_STOP, &status))
        failed("stop the service");
    for (int tries = 0; tries < 50 && service_state(service) != SERVICE_STOPPED; tries++)
        Sleep(100);
    printf("removed, service %s\n", service_state(service) == SERVICE_STOPPED ? "stopped" : "not stopped");
    if (!DeleteService(service))
        return failed("delete the service");
    CloseServiceHandle(service);
    service = open_service(SERVICE_QUERY_STATUS);
    printf("service %s\n", service ? "still there" : "deleted");
    return service != NULL;
}

/* Whatever goes wrong on the way, device and service are taken away again: the next run starts afresh. */
int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    setvbuf(stdout, NULL, _IONBF, 0);
    SP_DEVINFO_DATA node = {.cbSize = sizeof node};
    HDEVINFO set = SetupDiCreateDeviceInfoList(NULL, NULL);
    int result = install(argv[1], set, &node) ? 0 : failed("install");
    SC_HANDLE service = open_service(SERVICE_ALL_ACCESS);
    if (service) {
        printf("installed, service %s\n", service_state(service) == SERVICE_RUNNING ? "running" : "not running");
        result |= use_device();
    } else {
        result = failed("open the service");
    }
    if (!SetupDiCallClassInstaller(DIF_REMOVE, set, &node))
        result = failed("remove the device");
    if (service)
        result |= stop_and_delete(service);
    SetupDiDestroyDeviceInfoList(set);
    return result;
}
