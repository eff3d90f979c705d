/* Power limits: how much power a device may draw, set by a policy driver, kept by the device's driver. Windows 11. */
#ifndef WDK_NT_PO_LIMITS_H
#define WDK_NT_PO_LIMITS_H

#include "po.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _POWER_LIMIT_TYPES {
    PowerLimitContinuous,
    PowerLimitBurst,
    PowerLimitRapid,
    PowerLimitPreemptive,
    PowerLimitPreemptiveOffset,
    PowerLimitTypeMax
} POWER_LIMIT_TYPES, *PPOWER_LIMIT_TYPES;
typedef struct _POWER_LIMIT_ATTRIBUTES {
    POWER_LIMIT_TYPES Type;
    ULONG DomainId;
    ULONG MaxValue; /* milliwatts */
    ULONG MinValue;
    ULONG MinTimeParameter;
    ULONG MaxTimeParameter;
    ULONG DefaultACValue;
    ULONG DefaultDCValue;
    union {
        struct {
            ULONG SupportTimeParameter : 1;
            ULONG Reserved : 31;
        };
        ULONG AsUlong;
    } Flags;
} POWER_LIMIT_ATTRIBUTES, *PPOWER_LIMIT_ATTRIBUTES;
#define POWER_LIMIT_VALUE_NO_CONTROL ((ULONG)-1)
typedef struct _POWER_LIMIT_VALUE {
    POWER_LIMIT_TYPES Type;
    ULONG DomainId;
    ULONG TargetValue;
    ULONG TimeParameter;
} POWER_LIMIT_VALUE, *PPOWER_LIMIT_VALUE;

_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.26100")
NTSTATUS PoCreatePowerLimitRequest(
    _Outptr_ PVOID *PowerLimitRequest, _In_ PDEVICE_OBJECT TargetDeviceObject, _In_ PDEVICE_OBJECT PolicyDeviceObject,
    _In_ PCOUNTED_REASON_CONTEXT Context);
_IRQL_requires_max_(PASSIVE_LEVEL) WDK_NTOS("10.0.26100")
VOID PoDeletePowerLimitRequest(_Inout_ PVOID PowerLimitRequest);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.26100")
NTSTATUS PoQueryPowerLimitAttributes(
    _Inout_ PVOID PowerLimitRequest, _In_ ULONG BufferCount,
    _Out_writes_opt_(BufferCount) PPOWER_LIMIT_ATTRIBUTES Buffer, _Out_ PULONG AttributeCount);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.26100")
NTSTATUS PoQueryPowerLimitValue(
    _Inout_ PVOID PowerLimitRequest, _In_ ULONG BufferCount, _Inout_updates_(BufferCount) PPOWER_LIMIT_VALUE Buffer);
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.26100")
NTSTATUS PoSetPowerLimitValue(
    _Inout_ PVOID PowerLimitRequest, _In_ PCOUNTED_REASON_CONTEXT Context, _In_ ULONG ValueCount,
    _In_reads_(ValueCount) PPOWER_LIMIT_VALUE Values);

#ifdef __cplusplus
}
#endif
#endif
