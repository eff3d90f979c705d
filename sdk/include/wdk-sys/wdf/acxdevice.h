/*
 * acxdevice.h: what makes a device of the framework one of ACX, and the circuits it has.
 */
#ifndef WDK_ACXDEVICE_H
#define WDK_ACXDEVICE_H
#include <acxcircuit.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How much ACX keeps in these records. Inferred: the reference has the members, not their length. */
#define ACX_DEVICEINIT_CONFIG_CONTEXT_SIZE 4
#define ACX_DEVICE_CONFIG_CONTEXT_SIZE     4

typedef enum _ACX_DEVICE_CONFIG_FLAGS {
    AcxDeviceConfigNoFlags = 0,
    AcxDeviceConfigValidFlags = 0,
} ACX_DEVICE_CONFIG_FLAGS;

typedef enum _ACX_DEVICEINIT_CONFIG_FLAGS {
    AcxDeviceInitConfigNoFlags = 0,
    AcxDeviceInitConfigRawDevice = 0x01,
    AcxDeviceInitConfigValidFlags = AcxDeviceInitConfigRawDevice,
} ACX_DEVICEINIT_CONFIG_FLAGS;

typedef enum _ACX_DX_EXIT_LATENCY {
    AcxDxExitLatencyInstant = 0,
    AcxDxExitLatencyFast = 1,
    AcxDxExitLatencyResponsive = 2,
} ACX_DX_EXIT_LATENCY;

typedef struct _ACX_DEVICEINIT_CONFIG {
    ULONG Size;
    ULONG Flags;
    WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
    WDF_EXECUTION_LEVEL ExecutionLevel;
    PVOID Context[ACX_DEVICEINIT_CONFIG_CONTEXT_SIZE];
} ACX_DEVICEINIT_CONFIG, *PACX_DEVICEINIT_CONFIG;

typedef struct _ACX_DEVICE_CONFIG {
    ULONG Size;
    ULONG Flags;
    PVOID Context[ACX_DEVICE_CONFIG_CONTEXT_SIZE];
} ACX_DEVICE_CONFIG, *PACX_DEVICE_CONFIG;

FORCEINLINE VOID ACX_DEVICEINIT_CONFIG_INIT(_Out_ PACX_DEVICEINIT_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
    Config->ExecutionLevel = WdfExecutionLevelInheritFromParent;
}

FORCEINLINE VOID ACX_DEVICE_CONFIG_INIT(_Out_ PACX_DEVICE_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

typedef NTSTATUS (NTAPI *PFN_ACXDEVICEINITINITIALIZE)(PACX_DRIVER_GLOBALS, PWDFDEVICE_INIT, PACX_DEVICEINIT_CONFIG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceInitInitialize(_Inout_ PWDFDEVICE_INIT DeviceInit, _In_ PACX_DEVICEINIT_CONFIG Config)
{
    return ACX_CALL(PFN_ACXDEVICEINITINITIALIZE, AcxDeviceInitInitialize, DeviceInit, Config);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEINITIALIZE)(PACX_DRIVER_GLOBALS, WDFDEVICE, PACX_DEVICE_CONFIG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceInitialize(_In_ WDFDEVICE Device, _In_ PACX_DEVICE_CONFIG DeviceConfig)
{
    return ACX_CALL(PFN_ACXDEVICEINITIALIZE, AcxDeviceInitialize, Device, DeviceConfig);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEADDCIRCUIT)(PACX_DRIVER_GLOBALS, WDFDEVICE, ACXCIRCUIT);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceAddCircuit(_In_ WDFDEVICE Device, _In_ ACXCIRCUIT Circuit)
{
    return ACX_CALL(PFN_ACXDEVICEADDCIRCUIT, AcxDeviceAddCircuit, Device, Circuit);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEREMOVECIRCUIT)(PACX_DRIVER_GLOBALS, WDFDEVICE, ACXCIRCUIT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceRemoveCircuit(_In_ WDFDEVICE Device, _In_ ACXCIRCUIT Circuit)
{
    return ACX_CALL(PFN_ACXDEVICEREMOVECIRCUIT, AcxDeviceRemoveCircuit, Device, Circuit);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEDETACHCIRCUIT)(PACX_DRIVER_GLOBALS, WDFDEVICE, ACXCIRCUIT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceDetachCircuit(_In_ WDFDEVICE Device, _In_ ACXCIRCUIT Circuit)
{
    return ACX_CALL(PFN_ACXDEVICEDETACHCIRCUIT, AcxDeviceDetachCircuit, Device, Circuit);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEADDCIRCUITDEVICE)(PACX_DRIVER_GLOBALS, WDFDEVICE, WDFDEVICE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceAddCircuitDevice(_In_ WDFDEVICE ParentDevice, _In_ WDFDEVICE Device)
{
    return ACX_CALL(PFN_ACXDEVICEADDCIRCUITDEVICE, AcxDeviceAddCircuitDevice, ParentDevice, Device);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEREMOVECIRCUITDEVICE)(PACX_DRIVER_GLOBALS, WDFDEVICE, WDFDEVICE);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceRemoveCircuitDevice(_In_ WDFDEVICE ParentDevice, _In_ WDFDEVICE Device)
{
    return ACX_CALL(PFN_ACXDEVICEREMOVECIRCUITDEVICE, AcxDeviceRemoveCircuitDevice, ParentDevice, Device);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEADDFACTORYCIRCUIT)(PACX_DRIVER_GLOBALS, WDFDEVICE, ACXFACTORYCIRCUIT);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceAddFactoryCircuit(_In_ WDFDEVICE Device, _In_ ACXFACTORYCIRCUIT Factory)
{
    return ACX_CALL(PFN_ACXDEVICEADDFACTORYCIRCUIT, AcxDeviceAddFactoryCircuit, Device, Factory);
}
typedef NTSTATUS (NTAPI *PFN_ACXDEVICEREMOVEFACTORYCIRCUIT)(PACX_DRIVER_GLOBALS, WDFDEVICE, ACXFACTORYCIRCUIT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDeviceRemoveFactoryCircuit(_In_ WDFDEVICE Device, _In_ ACXFACTORYCIRCUIT Factory)
{
    return ACX_CALL(PFN_ACXDEVICEREMOVEFACTORYCIRCUIT, AcxDeviceRemoveFactoryCircuit, Device, Factory);
}
typedef ACX_DX_EXIT_LATENCY (NTAPI *PFN_ACXDEVICEGETCURRENTDXEXITLATENCY)(
    PACX_DRIVER_GLOBALS, WDFDEVICE, POWER_ACTION, WDF_POWER_DEVICE_STATE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE ACX_DX_EXIT_LATENCY AcxDeviceGetCurrentDxExitLatency(
    _In_ WDFDEVICE Device, _In_ POWER_ACTION SystemPowerAction, _In_ WDF_POWER_DEVICE_STATE DeviceState)
{
    return ACX_CALL(
        PFN_ACXDEVICEGETCURRENTDXEXITLATENCY, AcxDeviceGetCurrentDxExitLatency, Device,
        SystemPowerAction, DeviceState);
}

#ifdef __cplusplus
}
#endif

#endif
