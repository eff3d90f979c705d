/* Poll objects: NDIS calls the miniport for received and sent packets, at its own pace. Facts: the public reference. */
#ifndef WDK_NDIS_POLL_H
#define WDK_NDIS_POLL_H
#include "nblapi.h"

#if NDIS_SUPPORT_NDIS685
#ifdef __cplusplus
extern "C" {
#endif

typedef struct NDIS_POLL_HANDLE__ *NDIS_POLL_HANDLE;
#define NDIS_ANY_NUMBER_OF_NBLS 0xFFFFFFFF

typedef struct _NDIS_POLL_TRANSMIT_DATA {
    ULONG MaxNblsToComplete;
    ULONG Reserved1[3];
    NET_BUFFER_LIST *CompletedNblChain;
    ULONG NumberOfCompletedNbls;
    ULONG NumberOfRemainingNbls;
    ULONG SendCompleteFlags;
    ULONG Reserved2;
    void *Reserved3[4];
} NDIS_POLL_TRANSMIT_DATA;

typedef struct _NDIS_POLL_RECEIVE_DATA {
    ULONG MaxNblsToIndicate;
    ULONG Reserved1[3];
    NET_BUFFER_LIST *IndicatedNblChain;
    ULONG NumberOfIndicatedNbls;
    ULONG NumberOfRemainingNbls;
    ULONG Flags;
    ULONG Reserved2;
    void *Reserved3[4];
} NDIS_POLL_RECEIVE_DATA;

typedef struct _NDIS_POLL_DATA {
    NDIS_OBJECT_HEADER Header;
    NDIS_POLL_TRANSMIT_DATA Transmit;
    NDIS_POLL_RECEIVE_DATA Receive;
} NDIS_POLL_DATA;
#define NDIS_POLL_DATA_REVISION_1 1
#define NDIS_SIZEOF_NDIS_POLL_DATA_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_POLL_DATA, Receive)

typedef struct _NDIS_POLL_NOTIFICATION {
    NDIS_OBJECT_HEADER Header;
    BOOLEAN Enabled;
} NDIS_POLL_NOTIFICATION;
#define NDIS_POLL_NOTIFICATION_REVISION_1 1
#define NDIS_SIZEOF_NDIS_POLL_NOTIFICATION_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_POLL_NOTIFICATION, Enabled)

typedef _Function_class_(NDIS_POLL) _IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_requires_same_
void NDIS_POLL(_In_ void *Context, _Inout_ NDIS_POLL_DATA *PollData);
typedef NDIS_POLL *PFN_NDIS_POLL;
typedef _Function_class_(NDIS_SET_POLL_NOTIFICATION) _IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_requires_same_
void NDIS_SET_POLL_NOTIFICATION(_In_ void *Context, _Inout_ NDIS_POLL_NOTIFICATION *Notification);
typedef NDIS_SET_POLL_NOTIFICATION *PFN_NDIS_SET_POLL_NOTIFICATION;

typedef struct _NDIS_POLL_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    NDIS_SET_POLL_NOTIFICATION *SetPollNotificationHandler;
    NDIS_POLL *PollHandler;
} NDIS_POLL_CHARACTERISTICS;
#define NDIS_POLL_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_NDIS_POLL_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_POLL_CHARACTERISTICS, PollHandler)

_Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("10.0.20348")
NDIS_STATUS NdisRegisterPoll(
    _In_ NDIS_HANDLE NdisHandle, _In_opt_ void *Context, _In_ const NDIS_POLL_CHARACTERISTICS *Characteristics,
    _Out_ NDIS_POLL_HANDLE *PollHandle);
_IRQL_requires_(PASSIVE_LEVEL) WDK_NDIS("10.0.20348")
void NdisDeregisterPoll(_In_ NDIS_POLL_HANDLE PollHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("10.0.20348")
void NdisSetPollAffinity(_In_ NDIS_POLL_HANDLE PollHandle, _In_ const PROCESSOR_NUMBER *PollAffinity);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NDIS("10.0.20348")
void NdisRequestPoll(_In_ NDIS_POLL_HANDLE PollHandle, _Reserved_ void *Reserved);

#ifdef __cplusplus
}
#endif
#endif
#endif
