/*
 * What `cwdk deploy` runs on the target: a Win32 program that starts and removes a driver through the service manager,
 * and makes the root-enumerated device that it serves, for which Windows has no tool of its own.
 *
 *     cwdk-agent start  NAME IMAGE HARDWARE-ID|- SECONDS [PROGRAM [ARGUMENT ...]]
 *     cwdk-agent remove NAME
 *     cwdk-agent device NAME HARDWARE-ID INF SECONDS
 *
 * `device` makes the device, if it is not there yet, has Windows install the INF's driver for it, and waits for the
 * service. `start` takes the service and its device away, if they are there, makes them anew, starts the service and
 * waits until it runs; then it runs the program. Each step is one line of standard output that begins with "agent: ",
 * and a failure is one with "failed: ", the step, Windows' error and its text. Exit status: 0 done, 1 the driver does
 * not start, 2 wrong usage, 3 another step failed, 4 the program failed, 5 a reboot is required.
 */
#include <windows.h>
#include <newdev.h>
#include <setupapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DONE, NOT_STARTED, WRONG_USAGE, FAILED, PROGRAM_FAILED, REBOOT_REQUIRED };
enum { POLL = 50 }; /* milliseconds */

static const GUID no_class;

static int failed_with(int result, const char *step, DWORD error)
{
    char text[512] = "";
    DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, error, 0, text,
                                  sizeof text - 1, NULL);
    while (length && (unsigned char)text[length - 1] <= ' ')
        text[--length] = 0;
    printf("agent: failed: %s: error %lu%s%s\n", step, error, length ? ", " : "", text);
    return result;
}

static int failed(const char *step)
{
    return failed_with(FAILED, step, GetLastError());
}

/* --- the device --- */

/* ROOT\NAME\0000, in a set of its own, which the caller destroys; false where there is none. */
static BOOL device_open(const char *name, HDEVINFO *set, SP_DEVINFO_DATA *device)
{
    char id[256];
    snprintf(id, sizeof id, "ROOT\\%s\\0000", name);
    *set = SetupDiCreateDeviceInfoList(NULL, NULL);
    device->cbSize = sizeof *device;
    return SetupDiOpenDeviceInfoA(*set, id, NULL, 0, device);
}

static int device_remove(const char *name)
{
    HDEVINFO set;
    SP_DEVINFO_DATA device;
    int result = DONE;
    if (device_open(name, &set, &device)) {
        if (SetupDiCallClassInstaller(DIF_REMOVE, set, &device))
            printf("agent: removed the device ROOT\\%s\\0000\n", name);
        else
            result = failed("remove the device");
    }
    SetupDiDestroyDeviceInfoList(set);
    return result;
}

/* A list of one hardware ID ends with two zeros. `service` is NULL where the INF is to say it. */
static int device_make(const char *name, const char *hardware_id, const char *service)
{
    char id[256], ids[256] = "";
    SP_DEVINFO_DATA device = {.cbSize = sizeof device};
    const HDEVINFO set = SetupDiCreateDeviceInfoList(NULL, NULL);
    int result = DONE;
    snprintf(id, sizeof id, "ROOT\\%s\\0000", name);
    snprintf(ids, sizeof ids - 1, "%s", hardware_id);
    if (SetupDiCreateDeviceInfoA(set, id, &no_class, NULL, NULL, 0, &device) &&
        SetupDiSetDeviceRegistryPropertyA(set, &device, SPDRP_HARDWAREID, (const BYTE *)ids, (DWORD)strlen(ids) + 2) &&
        (!service || SetupDiSetDeviceRegistryPropertyA(set, &device, SPDRP_SERVICE, (const BYTE *)service,
                                                       (DWORD)strlen(service) + 1)) &&
        SetupDiCallClassInstaller(DIF_REGISTERDEVICE, set, &device))
        printf("agent: made the device ROOT\\%s\\0000\n", name);
    else
        result = failed("make the device");
    SetupDiDestroyDeviceInfoList(set);
    return result;
}

/* --- the service --- */

static SC_HANDLE manager;

/* Waits until the service has left the state; what it is then is in `status`. */
static BOOL wait_while(SC_HANDLE service, DWORD state, DWORD seconds, SERVICE_STATUS *status)
{
    for (DWORD waited = 0; QueryServiceStatus(service, status); waited += POLL) {
        if (status->dwCurrentState != state || waited >= seconds * 1000)
            return TRUE;
        Sleep(POLL);
    }
    return FALSE;
}

/* The service of a device starts some time after it is installed. */
static BOOL wait_until_running(SC_HANDLE service, DWORD seconds, SERVICE_STATUS *status)
{
    for (DWORD waited = 0; QueryServiceStatus(service, status); waited += POLL) {
        if (status->dwCurrentState == SERVICE_RUNNING || waited >= seconds * 1000)
            return TRUE;
        Sleep(POLL);
    }
    return FALSE;
}

static int service_remove(const char *name)
{
    SERVICE_STATUS status = {0};
    int result = DONE;
    const SC_HANDLE service = OpenServiceA(manager, name, SERVICE_ALL_ACCESS);
    if (!service)
        return GetLastError() == ERROR_SERVICE_DOES_NOT_EXIST ? DONE : failed("open the service");
    if (!QueryServiceStatus(service, &status)) {
        result = failed("query the service");
    } else if (status.dwCurrentState != SERVICE_STOPPED) {
        if (!ControlService(service, SERVICE_CONTROL_STOP, &status) && GetLastError() != ERROR_SERVICE_NOT_ACTIVE)
            result = failed("stop the service");
        for (int tries = 0; tries < 100 && QueryServiceStatus(service, &status); tries++, Sleep(POLL))
            if (status.dwCurrentState == SERVICE_STOPPED)
                break;
        if (result == DONE && status.dwCurrentState != SERVICE_STOPPED)
            result = failed_with(FAILED, "stop the service", ERROR_SERVICE_REQUEST_TIMEOUT);
        if (result == DONE)
            printf("agent: stopped the service %s\n", name);
    }
    if (result == DONE && !DeleteService(service) && GetLastError() != ERROR_SERVICE_MARKED_FOR_DELETE)
        result = failed("delete the service");
    if (result == DONE)
        printf("agent: deleted the service %s\n", name);
    CloseServiceHandle(service);
    return result;
}

static int service_start(const char *name, const char *image, DWORD seconds)
{
    SERVICE_STATUS status = {0};
    int result = DONE;
    const SC_HANDLE service =
        CreateServiceA(manager, name, name, SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER, SERVICE_AUTO_START,
                       SERVICE_ERROR_NORMAL, image, NULL, NULL, NULL, NULL, NULL);
    if (!service)
        return failed("make the service");
    printf("agent: made the service %s\n", name);
    /* The manager of a busy machine gives up waiting before the driver does. */
    if (!StartServiceA(service, 0, NULL) && GetLastError() != ERROR_SERVICE_ALREADY_RUNNING &&
        GetLastError() != ERROR_SERVICE_REQUEST_TIMEOUT)
        result = failed_with(NOT_STARTED, "start the service", GetLastError());
    else if (!wait_while(service, SERVICE_START_PENDING, seconds, &status))
        result = failed("query the service");
    else if (status.dwCurrentState == SERVICE_START_PENDING)
        result = failed_with(NOT_STARTED, "wait for the service to run", ERROR_SERVICE_REQUEST_TIMEOUT);
    else if (status.dwCurrentState != SERVICE_RUNNING)
        result = failed_with(NOT_STARTED, "start the service", status.dwWin32ExitCode);
    else
        printf("agent: the service %s runs\n", name);
    CloseServiceHandle(service);
    return result;
}

/* What Windows does with a device that is found: the INF is looked up, its driver installed, the service started. */
static int device(const char *name, const char *hardware_id, const char *inf, DWORD seconds)
{
    char path[MAX_PATH];
    HDEVINFO set;
    SP_DEVINFO_DATA found;
    SERVICE_STATUS status = {0};
    BOOL reboot = FALSE;
    const BOOL there = device_open(name, &set, &found);
    SetupDiDestroyDeviceInfoList(set);
    if (!GetFullPathNameA(inf, sizeof path, path, NULL))
        return failed("find the INF");
    const int result = there ? DONE : device_make(name, hardware_id, NULL);
    if (result != DONE)
        return result;
    if (!UpdateDriverForPlugAndPlayDevicesA(NULL, hardware_id, path, INSTALLFLAG_FORCE, &reboot))
        return failed_with(NOT_STARTED, "install the driver for its device", GetLastError());
    if (reboot)
        return REBOOT_REQUIRED;
    const SC_HANDLE service = OpenServiceA(manager, name, SERVICE_QUERY_STATUS);
    if (!service || !wait_until_running(service, seconds, &status))
        return failed("query the service");
    CloseServiceHandle(service);
    if (status.dwCurrentState != SERVICE_RUNNING)
        return failed_with(NOT_STARTED, "start the service", status.dwWin32ExitCode);
    printf("agent: the service %s runs\n", name);
    return DONE;
}

/* --- the program that uses the driver --- */

/* Appends one argument as the C runtime of the other side takes it apart again. */
static void quote(char *line, size_t size, const char *argument)
{
    size_t used = strlen(line), slashes = 0;
    if (used && used + 1 < size)
        line[used++] = ' ';
    if (used + 2 * strlen(argument) + 3 > size)
        return;
    line[used++] = '"';
    for (; *argument; argument++) {
        if (*argument == '"')
            for (size_t i = 0; i <= slashes; i++)
                line[used++] = '\\';
        slashes = *argument == '\\' ? slashes + 1 : 0;
        line[used++] = *argument;
    }
    while (slashes--)
        line[used++] = '\\';
    line[used++] = '"';
    line[used] = 0;
}

static int run(char **arguments)
{
    static char line[32000];
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    DWORD status = 1;
    for (char **argument = arguments; *argument; argument++)
        quote(line, sizeof line, *argument);
    fflush(stdout);
    if (!CreateProcessA(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return failed_with(PROGRAM_FAILED, "run the program", GetLastError());
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    printf("agent: the program ended with status %lu\n", status);
    return status ? PROGRAM_FAILED : DONE;
}

static int start(int argc, char **argv)
{
    const char *name = argv[2], *image = argv[3], *hardware_id = argv[4];
    const DWORD seconds = strtoul(argv[5], NULL, 10);
    int result = device_remove(name);
    if (result == DONE)
        result = service_remove(name);
    if (result == DONE && strcmp(hardware_id, "-") != 0)
        result = device_make(name, hardware_id, name);
    if (result == DONE)
        result = service_start(name, image, seconds);
    return result == DONE && argc > 6 ? run(argv + 6) : result;
}

int main(int argc, char **argv)
{
    const BOOL starts = argc >= 6 && !strcmp(argv[1], "start");
    int result;
    const BOOL installs = argc == 6 && !strcmp(argv[1], "device");
    if (!starts && !installs && (argc != 3 || strcmp(argv[1], "remove") != 0)) {
        fputs("usage: cwdk-agent start NAME IMAGE HARDWARE-ID|- SECONDS [PROGRAM [ARGUMENT ...]]\n"
              "       cwdk-agent remove NAME\n"
              "       cwdk-agent device NAME HARDWARE-ID INF SECONDS\n",
              stderr);
        return WRONG_USAGE;
    }
    setvbuf(stdout, NULL, _IONBF, 0);
    manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    if (!manager)
        return failed("reach the service manager");
    if (installs)
        return device(argv[2], argv[3], argv[4], strtoul(argv[5], NULL, 10));
    if (starts)
        return start(argc, argv);
    result = device_remove(argv[2]);
    return result == DONE ? service_remove(argv[2]) : result;
}
