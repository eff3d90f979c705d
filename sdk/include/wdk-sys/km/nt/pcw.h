/*
 * Performance counters: a driver registers counter sets, whose instances it keeps or lists when it is asked.
 *
 * `cwdk counters` makes the calls of a driver out of its counter manifest. Source of facts: the public reference.
 */
#ifndef WDK_NT_PCW_H
#define WDK_NT_PCW_H

#include "base.h"
#include "ke.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PCW_VERSION_1 0x0100
#define PCW_VERSION_2 0x0200
#if NTDDI_VERSION >= 0x0A00000A
#define PCW_CURRENT_VERSION PCW_VERSION_2
#else
#define PCW_CURRENT_VERSION PCW_VERSION_1
#endif
#define PCW_ANY_INSTANCE_ID 0xFFFFFFFF

typedef struct _PCW_INSTANCE *PPCW_INSTANCE;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION;
typedef struct _PCW_BUFFER *PPCW_BUFFER;

/* Where the value of a counter lies in the data of an instance. */
typedef struct _PCW_COUNTER_DESCRIPTOR {
    USHORT Id;
    USHORT StructIndex;
    USHORT Offset;
    USHORT Size; /* 4 or 8 */
} PCW_COUNTER_DESCRIPTOR, *PPCW_COUNTER_DESCRIPTOR;

typedef struct _PCW_DATA {
    _In_reads_bytes_(Size) const VOID *Data;
    _In_ ULONG Size;
} PCW_DATA, *PPCW_DATA;

typedef struct _PCW_COUNTER_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
} PCW_COUNTER_INFORMATION, *PPCW_COUNTER_INFORMATION;

typedef struct _PCW_MASK_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
    ULONG InstanceId;
    BOOLEAN CollectMultiple;
    PPCW_BUFFER Buffer;
    PKEVENT CancelEvent;
} PCW_MASK_INFORMATION, *PPCW_MASK_INFORMATION;

typedef union _PCW_CALLBACK_INFORMATION {
    PCW_COUNTER_INFORMATION AddCounter;
    PCW_COUNTER_INFORMATION RemoveCounter;
    PCW_MASK_INFORMATION EnumerateInstances;
    PCW_MASK_INFORMATION CollectData;
} PCW_CALLBACK_INFORMATION, *PPCW_CALLBACK_INFORMATION;

typedef enum _PCW_CALLBACK_TYPE {
    PcwCallbackAddCounter = 0,
    PcwCallbackRemoveCounter,
    PcwCallbackEnumerateInstances,
    PcwCallbackCollectData,
} PCW_CALLBACK_TYPE, *PPCW_CALLBACK_TYPE;

typedef _Function_class_(PCW_CALLBACK) _IRQL_requires_max_(APC_LEVEL) _IRQL_requires_same_
NTSTATUS NTAPI PCW_CALLBACK(_In_ PCW_CALLBACK_TYPE Type, _In_ PPCW_CALLBACK_INFORMATION Info, _In_opt_ PVOID Context);
typedef PCW_CALLBACK *PPCW_CALLBACK;

typedef enum _PCW_REGISTRATION_FLAGS {
    PcwRegistrationNone = 0,
    PcwRegistrationSiloNeutral = 1,
} PCW_REGISTRATION_FLAGS;

typedef struct _PCW_REGISTRATION_INFORMATION {
    _In_ ULONG Version;
    _In_ PCUNICODE_STRING Name;
    _In_ ULONG CounterCount;
    _In_reads_(CounterCount) PPCW_COUNTER_DESCRIPTOR Counters;
    _In_opt_ PPCW_CALLBACK Callback;
    _In_opt_ PVOID CallbackContext;
    _In_ PCW_REGISTRATION_FLAGS Flags; /* from version 2 on */
} PCW_REGISTRATION_INFORMATION, *PPCW_REGISTRATION_INFORMATION;

_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS PcwRegister(_Outptr_ PPCW_REGISTRATION *Registration, _In_ PPCW_REGISTRATION_INFORMATION Info);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
VOID PcwUnregister(_In_ PPCW_REGISTRATION Registration);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS PcwCreateInstance(
    _Outptr_ PPCW_INSTANCE *Instance, _In_ PPCW_REGISTRATION Registration, _In_ PCUNICODE_STRING Name, _In_ ULONG Count,
    _In_reads_(Count) PPCW_DATA Data);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.1.7600")
VOID PcwCloseInstance(_In_ PPCW_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("6.1.7600")
NTSTATUS PcwAddInstance(
    _In_ PPCW_BUFFER Buffer, _In_ PCUNICODE_STRING Name, _In_ ULONG Id, _In_ ULONG Count,
    _In_reads_(Count) PPCW_DATA Data);

#ifdef __cplusplus
}
#endif
#endif
