/*
 * ucmmanager.h: UcmCx, the framework extension of USB connector managers (UcmCxStub.lib).
 *
 * Records and prototypes are those of the public reference; the order of the functions is the one that other
 * implementations of the extension bind with (DreamLifter, LiberNT).
 */
#ifndef WDK_UCMMANAGER_H
#define WDK_UCMMANAGER_H
#include <wdm.h>
#include <wdf.h>
#include <ucmtypes.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct UCMCONNECTOR__ *UCMCONNECTOR;

typedef struct _UCM_DRIVER_GLOBALS {
    ULONG Reserved;
} UCM_DRIVER_GLOBALS, *PUCM_DRIVER_GLOBALS;

typedef VOID (*UCMFUNC)(VOID);
extern UCMFUNC UcmFunctions[];
extern PUCM_DRIVER_GLOBALS UcmDriverGlobals;
#define UCM_CALL(pfn, name, ...) ((pfn)UcmFunctions[name##TableIndex])(UcmDriverGlobals, ##__VA_ARGS__)

typedef enum _UCMFUNCENUM {
    UcmInitializeDeviceTableIndex = 0,
    UcmConnectorCreateTableIndex = 1,
    UcmConnectorTypeCAttachTableIndex = 2,
    UcmConnectorTypeCDetachTableIndex = 3,
    UcmConnectorTypeCCurrentAdChangedTableIndex = 4,
    UcmConnectorPdSourceCapsTableIndex = 5,
    UcmConnectorPdPartnerSourceCapsTableIndex = 6,
    UcmConnectorPdConnectionStateChangedTableIndex = 7,
    UcmConnectorChargingStateChangedTableIndex = 8,
    UcmConnectorDataDirectionChangedTableIndex = 9,
    UcmConnectorPowerDirectionChangedTableIndex = 10,
    UcmFunctionTableNumEntries = 11,
} UCMFUNCENUM;

typedef _Function_class_(EVT_UCM_CONNECTOR_SET_DATA_ROLE) _IRQL_requires_same_
NTSTATUS EVT_UCM_CONNECTOR_SET_DATA_ROLE(_In_ UCMCONNECTOR Connector, _In_ UCM_DATA_ROLE DataRole);
typedef EVT_UCM_CONNECTOR_SET_DATA_ROLE *PFN_UCM_CONNECTOR_SET_DATA_ROLE;
typedef _Function_class_(EVT_UCM_CONNECTOR_SET_POWER_ROLE) _IRQL_requires_same_
NTSTATUS EVT_UCM_CONNECTOR_SET_POWER_ROLE(_In_ UCMCONNECTOR Connector, _In_ UCM_POWER_ROLE PowerRole);
typedef EVT_UCM_CONNECTOR_SET_POWER_ROLE *PFN_UCM_CONNECTOR_SET_POWER_ROLE;

typedef struct _UCM_MANAGER_CONFIG {
    ULONG Size;
} UCM_MANAGER_CONFIG, *PUCM_MANAGER_CONFIG;

typedef struct _UCM_CONNECTOR_TYPEC_CONFIG {
    ULONG Size;
    BOOLEAN IsSupported;
    ULONG SupportedOperatingModes;
    ULONG SupportedPowerSourcingCapabilities;
    BOOLEAN AudioAccessoryCapable;
    PFN_UCM_CONNECTOR_SET_DATA_ROLE EvtSetDataRole;
} UCM_CONNECTOR_TYPEC_CONFIG, *PUCM_CONNECTOR_TYPEC_CONFIG;

typedef struct _UCM_CONNECTOR_PD_CONFIG {
    ULONG Size;
    BOOLEAN IsSupported;
    ULONG SupportedPowerRoles;
    PFN_UCM_CONNECTOR_SET_POWER_ROLE EvtSetPowerRole;
} UCM_CONNECTOR_PD_CONFIG, *PUCM_CONNECTOR_PD_CONFIG;

typedef struct _UCM_CONNECTOR_CONFIG {
    ULONG Size;
    ULONGLONG ConnectorId;
    PUCM_CONNECTOR_TYPEC_CONFIG TypeCConfig;
    PUCM_CONNECTOR_PD_CONFIG PdConfig;
} UCM_CONNECTOR_CONFIG, *PUCM_CONNECTOR_CONFIG;

typedef struct _UCM_CONNECTOR_TYPEC_ATTACH_PARAMS {
    ULONG Size;
    UCM_TYPEC_PARTNER Partner;
    UCM_TYPEC_CURRENT CurrentAdvertisement;
    UCM_CHARGING_STATE ChargingState;
} UCM_CONNECTOR_TYPEC_ATTACH_PARAMS, *PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS;

typedef struct _UCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS {
    ULONG Size;
    UCM_PD_CONN_STATE PdConnState;
    UCM_PD_REQUEST_DATA_OBJECT Rdo;
    UCM_CHARGING_STATE ChargingState;
} UCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS, *PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS;

FORCEINLINE VOID UCM_MANAGER_CONFIG_INIT(_Out_ PUCM_MANAGER_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID UCM_CONNECTOR_TYPEC_CONFIG_INIT(
    _Out_ PUCM_CONNECTOR_TYPEC_CONFIG Config, _In_ ULONG SupportedOperatingModes,
    _In_ ULONG SupportedPowerSourcingCapabilities)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->IsSupported = TRUE;
    Config->SupportedOperatingModes = SupportedOperatingModes;
    Config->SupportedPowerSourcingCapabilities = SupportedPowerSourcingCapabilities;
}

FORCEINLINE VOID UCM_CONNECTOR_PD_CONFIG_INIT(_Out_ PUCM_CONNECTOR_PD_CONFIG Config, _In_ ULONG SupportedPowerRoles)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->IsSupported = TRUE;
    Config->SupportedPowerRoles = SupportedPowerRoles;
}

FORCEINLINE VOID UCM_CONNECTOR_CONFIG_INIT(_Out_ PUCM_CONNECTOR_CONFIG Config, _In_ ULONGLONG ConnectorId)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
    Config->ConnectorId = ConnectorId;
}

FORCEINLINE VOID UCM_CONNECTOR_TYPEC_ATTACH_PARAMS_INIT(
    _Out_ PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS Params, _In_ UCM_TYPEC_PARTNER Partner)
{
    RtlZeroMemory(Params, sizeof(*Params));
    Params->Size = sizeof(*Params);
    Params->Partner = Partner;
}

FORCEINLINE VOID UCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS_INIT(
    _Out_ PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS Params, _In_ UCM_PD_CONN_STATE PdConnState)
{
    RtlZeroMemory(Params, sizeof(*Params));
    Params->Size = sizeof(*Params);
    Params->PdConnState = PdConnState;
}

typedef NTSTATUS (NTAPI *PFN_UCMINITIALIZEDEVICE)(PUCM_DRIVER_GLOBALS, WDFDEVICE, PUCM_MANAGER_CONFIG);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmInitializeDevice(_In_ WDFDEVICE WdfDevice, _In_ PUCM_MANAGER_CONFIG Config)
{
    return UCM_CALL(PFN_UCMINITIALIZEDEVICE, UcmInitializeDevice, WdfDevice, Config);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORCREATE)(
    PUCM_DRIVER_GLOBALS, WDFDEVICE, PUCM_CONNECTOR_CONFIG, PWDF_OBJECT_ATTRIBUTES, UCMCONNECTOR *);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorCreate(
    _In_ WDFDEVICE WdfDevice, _In_ PUCM_CONNECTOR_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ UCMCONNECTOR *Connector)
{
    return UCM_CALL(PFN_UCMCONNECTORCREATE, UcmConnectorCreate, WdfDevice, Config, Attributes, Connector);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORTYPECATTACH)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorTypeCAttach(_In_ UCMCONNECTOR Connector, _In_ PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS Params)
{
    return UCM_CALL(PFN_UCMCONNECTORTYPECATTACH, UcmConnectorTypeCAttach, Connector, Params);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORTYPECDETACH)(PUCM_DRIVER_GLOBALS, UCMCONNECTOR);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorTypeCDetach(_In_ UCMCONNECTOR Connector)
{
    return UCM_CALL(PFN_UCMCONNECTORTYPECDETACH, UcmConnectorTypeCDetach, Connector);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORTYPECCURRENTADCHANGED)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, UCM_TYPEC_CURRENT);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorTypeCCurrentAdChanged(
    _In_ UCMCONNECTOR Connector, _In_ UCM_TYPEC_CURRENT CurrentAdvertisement)
{
    return UCM_CALL(PFN_UCMCONNECTORTYPECCURRENTADCHANGED, UcmConnectorTypeCCurrentAdChanged, Connector, CurrentAdvertisement);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORPDSOURCECAPS)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, PUCM_PD_POWER_DATA_OBJECT, UCHAR);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorPdSourceCaps(
    _In_ UCMCONNECTOR Connector, _In_reads_(PdoCount) PUCM_PD_POWER_DATA_OBJECT Pdos, _In_ UCHAR PdoCount)
{
    return UCM_CALL(PFN_UCMCONNECTORPDSOURCECAPS, UcmConnectorPdSourceCaps, Connector, Pdos, PdoCount);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORPDPARTNERSOURCECAPS)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, PUCM_PD_POWER_DATA_OBJECT, UCHAR);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorPdPartnerSourceCaps(
    _In_ UCMCONNECTOR Connector, _In_reads_(PdoCount) PUCM_PD_POWER_DATA_OBJECT Pdos, _In_ UCHAR PdoCount)
{
    return UCM_CALL(PFN_UCMCONNECTORPDPARTNERSOURCECAPS, UcmConnectorPdPartnerSourceCaps, Connector, Pdos, PdoCount);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORPDCONNECTIONSTATECHANGED)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorPdConnectionStateChanged(
    _In_ UCMCONNECTOR Connector, _In_ PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS Params)
{
    return UCM_CALL(PFN_UCMCONNECTORPDCONNECTIONSTATECHANGED, UcmConnectorPdConnectionStateChanged, Connector, Params);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORCHARGINGSTATECHANGED)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, UCM_CHARGING_STATE);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorChargingStateChanged(_In_ UCMCONNECTOR Connector, _In_ UCM_CHARGING_STATE ChargingState)
{
    return UCM_CALL(PFN_UCMCONNECTORCHARGINGSTATECHANGED, UcmConnectorChargingStateChanged, Connector, ChargingState);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORDATADIRECTIONCHANGED)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, BOOLEAN, UCM_DATA_ROLE);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorDataDirectionChanged(
    _In_ UCMCONNECTOR Connector, _In_ BOOLEAN Success, _In_ UCM_DATA_ROLE CurrentDataRole)
{
    return UCM_CALL(PFN_UCMCONNECTORDATADIRECTIONCHANGED, UcmConnectorDataDirectionChanged, Connector, Success, CurrentDataRole);
}
typedef NTSTATUS (NTAPI *PFN_UCMCONNECTORPOWERDIRECTIONCHANGED)(
    PUCM_DRIVER_GLOBALS, UCMCONNECTOR, BOOLEAN, UCM_POWER_ROLE);
_Must_inspect_result_
WDF_INLINE NTSTATUS UcmConnectorPowerDirectionChanged(
    _In_ UCMCONNECTOR Connector, _In_ BOOLEAN Success, _In_ UCM_POWER_ROLE CurrentPowerRole)
{
    return UCM_CALL(PFN_UCMCONNECTORPOWERDIRECTIONCHANGED, UcmConnectorPowerDirectionChanged, Connector, Success, CurrentPowerRole);
}

#ifdef __cplusplus
}
#endif
#endif
