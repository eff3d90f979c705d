/* What the ACPI driver offers the drivers of its devices: GUID_ACPI_INTERFACE_STANDARD2. */
#ifndef WDK_NT_ACPI_H
#define WDK_NT_ACPI_H
#include "io.h"
#include "pnp_types.h"

#ifdef __cplusplus
extern "C" {
#endif
typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE2)(PVOID ObjectContext, PVOID ServiceContext);
typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR2)(
    PVOID Context, ULONG GpeNumber, KINTERRUPT_MODE Mode, BOOLEAN Shareable, PGPE_SERVICE_ROUTINE2 ServiceRoutine,
    PVOID ServiceContext, PVOID *ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS2)(PVOID Context, PVOID ObjectContext);
typedef VOID (NTAPI *PDEVICE_NOTIFY_CALLBACK2)(PVOID NotificationContext, ULONG NotifyCode);
typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS2)(
    PVOID Context, PDEVICE_NOTIFY_CALLBACK2 NotificationHandler, PVOID NotificationContext);
typedef VOID (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context);

typedef struct _ACPI_INTERFACE_STANDARD2 {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGPE_CONNECT_VECTOR2 GpeConnectVector;
    PGPE_DISCONNECT_VECTOR2 GpeDisconnectVector;
    PGPE_ENABLE_EVENT2 GpeEnableEvent;
    PGPE_DISABLE_EVENT2 GpeDisableEvent;
    PGPE_CLEAR_STATUS2 GpeClearStatus;
    PREGISTER_FOR_DEVICE_NOTIFICATIONS2 RegisterForDeviceNotifications;
    PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2 UnregisterForDeviceNotifications;
} ACPI_INTERFACE_STANDARD2, *PACPI_INTERFACE_STANDARD2;

#ifdef __cplusplus
}
#endif
#endif
