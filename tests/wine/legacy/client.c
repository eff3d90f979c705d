/*
 * Installs legacy.sys as a service, starts it, talks to its device, stops and deletes it, the way programs did before
 * plug and play. It prints one line a step.
 *
 *     client PATH-OF-SYS              the requests of the test
 *     client PATH-OF-SYS script       those of script.h, with NT's own statuses
 *     client PATH-OF-SYS time COUNT   that many, and how long one takes
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <winternl.h>

#include "requests.h"
#include "script.h"

static int failed(const char *what)
{
    printf("failed: %s, error %lu\n", what, GetLastError());
    return 1;
}

static int talk(HANDLE device)
{
    static unsigned char bytes[8192], back[8192];
    DWORD count = 0, wrong = 0;
    for (unsigned i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 13 + i / 256);
    if (!DeviceIoControl(device, IOCTL_LEGACY_REVERSE, bytes, sizeof bytes, back, sizeof back, &count, NULL))
        return failed("reverse");
    for (unsigned i = 0; i < sizeof bytes; i++)
        wrong += back[i] != bytes[sizeof bytes - 1 - i];
    printf("reverse: %lu bytes, %lu wrong\n", count, wrong);

    LEGACY_OUTCOME outcome = {0};
    ULONGLONG nowhere = 0x10;
    if (!DeviceIoControl(device, IOCTL_LEGACY_PEEK, &nowhere, sizeof nowhere, &outcome, sizeof outcome, &count, NULL))
        return failed("peek");
    printf("peek: exception %08lx, cleanups %lu, otherwise %lu\n", outcome.Code, outcome.Cleanups, outcome.Otherwise);

    if (!DeviceIoControl(device, IOCTL_LEGACY_DECLINE, &nowhere, sizeof nowhere, &outcome, sizeof outcome, &count,
                         NULL))
        return failed("decline");
    printf("decline: exception %08lx, cleanups %lu, otherwise %lu\n", outcome.Code, outcome.Cleanups,
           outcome.Otherwise);
    return 0;
}

static int run_script(HANDLE device)
{
    static unsigned char input[SCRIPT_LARGEST], output[SCRIPT_LARGEST];
    for (int i = 0; i < SCRIPT_STEPS; i++) {
        const struct script_step *step = &script_steps[i];
        IO_STATUS_BLOCK io = {0};
        const NTSTATUS status = NtDeviceIoControlFile(device, NULL, NULL, NULL, &io, step->code,
                                                      (void *)(step->input ? step->input : input), step->input_size,
                                                      output, step->output_size);
        script_line(stdout, step, (unsigned long)status, (unsigned long)io.Information, output);
    }
    return 0;
}

static int measure(HANDLE device, unsigned long count)
{
    unsigned char bytes[16] = "0123456789abcde", back[16];
    LARGE_INTEGER begin, end, frequency;
    DWORD moved;
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&begin);
    for (unsigned long i = 0; i < count; i++)
        if (!DeviceIoControl(device, IOCTL_LEGACY_REVERSE, bytes, sizeof bytes, back, sizeof back, &moved, NULL))
            return failed("reverse");
    QueryPerformanceCounter(&end);
    printf("%.0f ns\n", (double)(end.QuadPart - begin.QuadPart) * 1e9 / (double)frequency.QuadPart / (double)count);
    return 0;
}

static int use(HANDLE device, int argc, char **argv)
{
    if (argc == 2)
        return talk(device);
    return strcmp(argv[2], "time") == 0 ? measure(device, argc > 3 ? strtoul(argv[3], NULL, 10) : 1000)
                                        : run_script(device);
}

/* Deletes the service if it is there, and waits until it is gone: the manager does so when the last handle is closed.
 */
static BOOL delete_service(SC_HANDLE manager)
{
    for (int tries = 0; tries < 50; tries++, Sleep(100)) {
        SC_HANDLE service = OpenServiceA(manager, "legacy", SERVICE_ALL_ACCESS);
        if (!service && GetLastError() == ERROR_SERVICE_DOES_NOT_EXIST)
            return TRUE;
        if (!service)
            continue; /* marked for deletion */
        DeleteService(service);
        CloseServiceHandle(service);
    }
    return FALSE;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    setvbuf(stdout, NULL, _IONBF, 0);
    SC_HANDLE manager = OpenSCManagerA(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    SC_HANDLE service =
        CreateServiceA(manager, "legacy", "legacy", SERVICE_ALL_ACCESS, SERVICE_KERNEL_DRIVER, SERVICE_DEMAND_START,
                       SERVICE_ERROR_NORMAL, argv[1], NULL, NULL, NULL, NULL, NULL);
    if (!service)
        return failed("create the service");
    int result = 0;
    if (StartServiceA(service, 0, NULL)) {
        printf("started\n");
        HANDLE device = CreateFileA("\\\\.\\CwdkLegacy", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
        result = device == INVALID_HANDLE_VALUE ? failed("open the device") : use(device, argc, argv);
        CloseHandle(device);
        SERVICE_STATUS state;
        if (!ControlService(service, SERVICE_CONTROL_STOP, &state))
            result = failed("stop");
        for (int tries = 0;
             tries < 50 && QueryServiceStatus(service, &state) && state.dwCurrentState != SERVICE_STOPPED; tries++)
            Sleep(100);
        printf("%s\n", state.dwCurrentState == SERVICE_STOPPED ? "stopped" : "not stopped");
        device = CreateFileA("\\\\.\\CwdkLegacy", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
        printf("the device is %s\n", device == INVALID_HANDLE_VALUE ? "gone" : "still there");
    } else {
        result = failed("start");
    }
    CloseServiceHandle(service);
    if (!delete_service(manager))
        result = failed("delete the service");
    return result;
}
