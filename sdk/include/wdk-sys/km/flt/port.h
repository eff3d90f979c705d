/* Ports between a minifilter and its programs. */
#ifndef WDK_FLT_PORT_H
#define WDK_FLT_PORT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

#define FLT_PORT_CONNECT 0x0001
#define FLT_PORT_ALL_ACCESS (FLT_PORT_CONNECT | STANDARD_RIGHTS_ALL)
typedef _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS (*PFLT_CONNECT_NOTIFY)(
    _In_ PFLT_PORT ClientPort, _In_opt_ PVOID ServerPortCookie,
    _In_reads_bytes_opt_(SizeOfContext) PVOID ConnectionContext, _In_ ULONG SizeOfContext,
    _Flt_ConnectionCookie_Outptr_ PVOID *ConnectionPortCookie);
typedef _IRQL_requires_max_(PASSIVE_LEVEL) VOID (*PFLT_DISCONNECT_NOTIFY)(_In_opt_ PVOID ConnectionCookie);
typedef _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS (*PFLT_MESSAGE_NOTIFY)(
    _In_opt_ PVOID PortCookie, _In_reads_bytes_opt_(InputBufferLength) PVOID InputBuffer,
    _In_ ULONG InputBufferLength,
    _Out_writes_bytes_to_opt_(OutputBufferLength, *ReturnOutputBufferLength) PVOID OutputBuffer,
    _In_ ULONG OutputBufferLength, _Out_ PULONG ReturnOutputBufferLength);

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_FLT("5.1.2600")
NTSTATUS FltCreateCommunicationPort(
    _In_ PFLT_FILTER Filter, _Outptr_ PFLT_PORT *ServerPort, _In_ POBJECT_ATTRIBUTES ObjectAttributes,
    _In_opt_ PVOID ServerPortCookie, _In_ PFLT_CONNECT_NOTIFY ConnectNotifyCallback,
    _In_ PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback, _In_opt_ PFLT_MESSAGE_NOTIFY MessageNotifyCallback,
    _In_ LONG MaxConnections);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_FLT("5.1.2600")
VOID FltCloseCommunicationPort(_In_ PFLT_PORT ServerPort);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_FLT("5.1.2600")
VOID FltCloseClientPort(_In_ PFLT_FILTER Filter, _Inout_ PFLT_PORT *ClientPort);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_FLT("5.0.2195")
NTSTATUS FltSendMessage(
    _In_ PFLT_FILTER Filter, _In_ PFLT_PORT *ClientPort, _In_reads_bytes_(SenderBufferLength) PVOID SenderBuffer,
    _In_ ULONG SenderBufferLength, _Out_writes_bytes_opt_(*ReplyLength) PVOID ReplyBuffer,
    _Inout_opt_ PULONG ReplyLength, _In_opt_ PLARGE_INTEGER Timeout);

#ifdef __cplusplus
}
#endif
#endif
