/*
 * What `cwdk deploy` runs on the target: a Win32 program that starts and removes a driver through the service manager,
 * and makes the root-enumerated device that it serves, for which Windows has no tool of its own.
 *
 *     cwdk-agent start  NAME IMAGE HARDWARE-ID|- SECONDS [PROGRAM [ARGUMENT ...]]
 *     cwdk-agent remove NAME [IMAGE]
 *     cwdk-agent device NAME HARDWARE-ID INF SECONDS
 *     cwdk-agent published INF [FOLDER]
 *     cwdk-agent run FILE
 *
 * `published` prints the names under which Windows keeps the INF, unless one of FOLDER is the same; `remove` with IMAGE
 * deletes the service's file, too, where that is the same; `run` runs the program that the lines of FILE name, with its
 * arguments.
 * `device` makes the device, if it is not there yet, has Windows install the INF's driver for it, and waits for the
 * service. `start` takes the service and its device away, if they are there, makes them anew, starts the service and
 * waits until it runs; then it runs the program. Each step is one line of standard output that begins with "agent: ",
 * and a failure is one with "failed: ", the step, Windows' error and its text. Exit status: 0 done, 1 the driver does
 * not start, 2 wrong usage, 3 another step failed, 4 the program failed, 5 a reboot is required.
 */
#include "agent.h"

#include <newdev.h>
#include <setupapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POLL = 50 }; /* milliseconds */

static const GUID no_class;

int failed_with(int result, const char *step, DWORD error)
{
    char text[512] = "";
    DWORD length = FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, NULL, error, 0, text,
                                  sizeof text - 1, NULL);
    while (length && (unsigned char)text[length - 1] <= ' ')
        text[--length] = 0;
    printf("agent: failed: %s: error %lu%s%s\n", step, error, length ? ", " : "", text);
    return result;
}

int failed(const char *step)
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

static BOOL manager_open(void)
{
    if (!manager)
        manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    return manager != NULL;
}

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

/* Stops it and waits until it has stopped. */
static int service_stop(SC_HANDLE service, const char *name)
{
    SERVICE_STATUS status = {0};
    if (!QueryServiceStatus(service, &status))
        return failed("query the service");
    if (status.dwCurrentState == SERVICE_STOPPED)
        return DONE;
    if (!ControlService(service, SERVICE_CONTROL_STOP, &status) && GetLastError() != ERROR_SERVICE_NOT_ACTIVE)
        return failed("stop the service");
    for (int tries = 0; tries < 100 && QueryServiceStatus(service, &status); tries++, Sleep(POLL))
        if (status.dwCurrentState == SERVICE_STOPPED)
            break;
    if (status.dwCurrentState != SERVICE_STOPPED)
        return failed_with(FAILED, "stop the service", ERROR_SERVICE_REQUEST_TIMEOUT);
    printf("agent: stopped the service %s\n", name);
    return DONE;
}

/* `image` is the file of the package that the service's was copied from, or NULL: then that stays. */
static int service_remove(const char *name, const char *image)
{
    static char room[8192];
    QUERY_SERVICE_CONFIGA *const config = (QUERY_SERVICE_CONFIGA *)room;
    DWORD needed;
    if (!manager_open())
        return failed("reach the service manager");
    const SC_HANDLE service = OpenServiceA(manager, name, SERVICE_ALL_ACCESS);
    if (!service)
        return GetLastError() == ERROR_SERVICE_DOES_NOT_EXIST ? DONE : failed("open the service");
    int result = service_stop(service, name);
    const BOOL known = image && QueryServiceConfigA(service, config, sizeof room, &needed);
    if (result == DONE && !DeleteService(service) && GetLastError() != ERROR_SERVICE_MARKED_FOR_DELETE)
        result = failed("delete the service");
    if (result == DONE)
        printf("agent: deleted the service %s\n", name);
    CloseServiceHandle(service);
    return result == DONE && known ? store_forget_image(config->lpBinaryPathName, image) : result;
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
    if (!manager_open())
        return failed("reach the service manager");
    const SC_HANDLE service = OpenServiceA(manager, name, SERVICE_QUERY_STATUS);
    if (!service || !wait_until_running(service, seconds, &status))
        return failed("query the service");
    CloseServiceHandle(service);
    if (status.dwCurrentState != SERVICE_RUNNING)
        return failed_with(NOT_STARTED, "start the service", status.dwWin32ExitCode);
    printf("agent: the service %s runs\n", name);
    return DONE;
}

static int start_command(int argc, char **argv)
{
    const char *name = argv[2], *image = argv[3], *hardware_id = argv[4];
    const DWORD seconds = strtoul(argv[5], NULL, 10);
    int result = device_remove(name);
    if (result == DONE)
        result = service_remove(name, NULL);
    if (result == DONE && strcmp(hardware_id, "-") != 0)
        result = device_make(name, hardware_id, name);
    if (result == DONE)
        result = service_start(name, image, seconds);
    return result == DONE && argc > 6 ? program_run(argv + 6, CP_ACP) : result;
}

static int remove_command(int argc, char **argv)
{
    const int result = device_remove(argv[2]);
    return result == DONE ? service_remove(argv[2], argc > 3 ? argv[3] : NULL) : result;
}

static int device_command(int argc, char **argv)
{
    (void)argc;
    debug_begin();
    const int result = device(argv[2], argv[3], argv[4], strtoul(argv[5], NULL, 10));
    debug_end();
    return result;
}

static int published_command(int argc, char **argv)
{
    return store_published(argv[2], argc > 3 ? argv[3] : NULL);
}

static int run_command(int argc, char **argv)
{
    (void)argc;
    debug_begin();
    const int result = program_run_file(argv[2]);
    debug_end();
    return result;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        int least, most;
        int (*run)(int argc, char **argv);
        const char *arguments;
    } commands[] = {
        {"start", 6, 1000, start_command, "NAME IMAGE HARDWARE-ID|- SECONDS [PROGRAM [ARGUMENT ...]]"},
        {"remove", 3, 4, remove_command, "NAME [IMAGE]"},
        {"device", 6, 6, device_command, "NAME HARDWARE-ID INF SECONDS"},
        {"published", 3, 4, published_command, "INF [FOLDER]"},
        {"run", 3, 3, run_command, "FILE"},
    };
    setvbuf(stdout, NULL, _IONBF, 0);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (argc >= commands[i].least && argc <= commands[i].most && !strcmp(argv[1], commands[i].name))
            return commands[i].run(argc, argv);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(stderr, "usage: cwdk-agent %s %s\n", commands[i].name, commands[i].arguments);
    return WRONG_USAGE;
}
