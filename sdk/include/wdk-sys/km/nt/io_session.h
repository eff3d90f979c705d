/* Sessions: what a driver learns of logon sessions that come and go. Facts: the public reference, mingw-w64. */
#ifndef WDK_NT_IO_SESSION_H
#define WDK_NT_IO_SESSION_H

#include "io.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _IO_SESSION_STATE {
    IoSessionStateCreated = 1,
    IoSessionStateInitialized,
    IoSessionStateConnected,
    IoSessionStateDisconnected,
    IoSessionStateDisconnectedLoggedOn,
    IoSessionStateLoggedOn,
    IoSessionStateLoggedOff,
    IoSessionStateTerminated,
    IoSessionStateMax
} IO_SESSION_STATE, *PIO_SESSION_STATE;
typedef enum _IO_CONTAINER_NOTIFICATION_CLASS {
    IoSessionStateNotification,
    IoMaxContainerNotificationClass
} IO_CONTAINER_NOTIFICATION_CLASS;
typedef struct _IO_SESSION_STATE_NOTIFICATION {
    ULONG Size;
    ULONG Flags;
    PVOID IoObject;
    ULONG EventMask;
    PVOID Context;
} IO_SESSION_STATE_NOTIFICATION, *PIO_SESSION_STATE_NOTIFICATION;
typedef enum _IO_CONTAINER_INFORMATION_CLASS {
    IoSessionStateInformation,
    IoMaxContainerInformationClass
} IO_CONTAINER_INFORMATION_CLASS;
typedef struct _IO_SESSION_STATE_INFORMATION {
    ULONG SessionId;
    IO_SESSION_STATE SessionState;
    BOOLEAN LocalSession;
} IO_SESSION_STATE_INFORMATION, *PIO_SESSION_STATE_INFORMATION;
typedef _IRQL_requires_max_(APC_LEVEL) NTSTATUS IO_SESSION_NOTIFICATION_FUNCTION(PVOID, PVOID, ULONG, PVOID, PVOID, ULONG);
typedef IO_SESSION_NOTIFICATION_FUNCTION *PIO_SESSION_NOTIFICATION_FUNCTION;
typedef enum _IO_SESSION_EVENT {
    IoSessionEventIgnore = 0,
    IoSessionEventCreated,
    IoSessionEventTerminated,
    IoSessionEventConnected,
    IoSessionEventDisconnected,
    IoSessionEventLogon,
    IoSessionEventLogoff,
    IoSessionEventMax
} IO_SESSION_EVENT, *PIO_SESSION_EVENT;
typedef struct _IO_SESSION_CONNECT_INFO {
    ULONG SessionId;
    BOOLEAN LocalSession;
} IO_SESSION_CONNECT_INFO, *PIO_SESSION_CONNECT_INFO;
typedef _Function_class_(IO_SESSION_NOTIFICATION_FUNCTION) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS IO_SESSION_NOTIFICATION_FUNCTION(
    _In_ PVOID SessionObject, _In_ PVOID IoObject, _In_ ULONG Event, _In_ PVOID Context,
    _In_reads_bytes_opt_(PayloadLength) PVOID NotificationPayload, _In_ ULONG PayloadLength);
typedef IO_SESSION_NOTIFICATION_FUNCTION *PIO_SESSION_NOTIFICATION_FUNCTION;
/* The kind of function depends on the kind of container; IoRegisterContainerNotification takes a pointer to any. */
typedef NTSTATUS (*PIO_CONTAINER_NOTIFICATION_FUNCTION)(VOID);
#define IO_SESSION_MAX_PAYLOAD_SIZE 256L
#define IO_SESSION_STATE_ALL_EVENTS 0xFFFFFFFF
#define IO_SESSION_STATE_CONNECT_EVENT 0x00000004
#define IO_SESSION_STATE_CREATION_EVENT 0x00000001
#define IO_SESSION_STATE_DISCONNECT_EVENT 0x00000008
#define IO_SESSION_STATE_LOGOFF_EVENT 0x00000020
#define IO_SESSION_STATE_LOGON_EVENT 0x00000010
#define IO_SESSION_STATE_TERMINATION_EVENT 0x00000002
#define IO_SESSION_STATE_VALID_EVENT_MASK 0x0000003F
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS IoGetContainerInformation(
    _In_ IO_CONTAINER_INFORMATION_CLASS InformationClass, _In_opt_ PVOID ContainerObject, _Inout_ PVOID Buffer,
    _In_ ULONG BufferLength);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS IoRegisterContainerNotification(
    _In_ IO_CONTAINER_NOTIFICATION_CLASS NotificationClass, _In_ PIO_CONTAINER_NOTIFICATION_FUNCTION CallbackFunction,
    _In_opt_ PVOID NotificationInformation, _In_ ULONG NotificationInformationLength,
    _Out_ PVOID *CallbackRegistration);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("")
VOID IoUnregisterContainerNotification(_In_ PVOID CallbackRegistration);

#ifdef __cplusplus
}
#endif
#endif
