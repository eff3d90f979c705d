/* A driver that calls each class extension of user mode once, and one helper of sensors. */
#include <windows.h>
#include <wdf.h>
#include <nfccx.h>
#include <poscx.h>
#include <sensorscx.h>
#include <sensorsutils.h>

DRIVER_INITIALIZE DriverEntry;

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    ULONG now = 0;

    (void)RegistryPath;
    NTSTATUS status = GetPerformanceTime(&now);
    if (NT_SUCCESS(status)) {
        status = SensorsCxDeviceInitialize((WDFDEVICE)DriverObject, NULL);
    }
    if (NT_SUCCESS(status)) {
        status = NfcCxDeviceInitialize((WDFDEVICE)DriverObject);
    }
    return NT_SUCCESS(status) ? PosCxInit((WDFDEVICE)DriverObject, NULL) : status;
}
