/* ucmtypes.h: USB Type-C and Power Delivery in the terms of the connector manager. */
#ifndef WDK_UCMTYPES_H
#define WDK_UCMTYPES_H
#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _UCM_TYPEC_PARTNER {
    UcmTypeCPartnerInvalid = 0,
    UcmTypeCPartnerUfp,
    UcmTypeCPartnerDfp,
    UcmTypeCPartnerPoweredCableNoUfp,
    UcmTypeCPartnerPoweredCableWithUfp,
    UcmTypeCPartnerAudioAccessory,
    UcmTypeCPartnerDebugAccessory,
} UCM_TYPEC_PARTNER, *PUCM_TYPEC_PARTNER;

typedef enum _UCM_TYPEC_OPERATING_MODE {
    UcmTypeCOperatingModeInvalid = 0x0,
    UcmTypeCOperatingModeDfp = 0x1,
    UcmTypeCOperatingModeUfp = 0x2,
    UcmTypeCOperatingModeDrp = 0x4,
} UCM_TYPEC_OPERATING_MODE, *PUCM_TYPEC_OPERATING_MODE;

typedef enum _UCM_TYPEC_CURRENT {
    UcmTypeCCurrentInvalid = 0x0,
    UcmTypeCCurrentDefaultUsb = 0x1,
    UcmTypeCCurrent1500mA = 0x2,
    UcmTypeCCurrent3000mA = 0x4,
} UCM_TYPEC_CURRENT, *PUCM_TYPEC_CURRENT;

typedef enum _UCM_POWER_ROLE {
    UcmPowerRoleInvalid = 0x0,
    UcmPowerRoleSink = 0x1,
    UcmPowerRoleSource = 0x2,
} UCM_POWER_ROLE, *PUCM_POWER_ROLE;

/* The reference names the values and not their numbers; these follow UCM_TYPEC_OPERATING_MODE. */
typedef enum _UCM_DATA_ROLE {
    UcmDataRoleInvalid = 0x0,
    UcmDataRoleDfp = 0x1,
    UcmDataRoleUfp = 0x2,
} UCM_DATA_ROLE, *PUCM_DATA_ROLE;

typedef enum _UCM_CHARGING_STATE {
    UcmChargingStateInvalid = 0x0,
    UcmChargingStateNotCharging,
    UcmChargingStateNominalCharging,
    UcmChargingStateSlowCharging,
    UcmChargingStateTrickleCharging,
} UCM_CHARGING_STATE, *PUCM_CHARGING_STATE;

typedef enum _UCM_PD_CONN_STATE {
    UcmPdConnStateInvalid = 0x0,
    UcmPdConnStateNotSupported,
    UcmPdConnStateNegotiationFailed,
    UcmPdConnStateNegotiationSucceeded,
} UCM_PD_CONN_STATE, *PUCM_PD_CONN_STATE;

/* Two bits of a power data object, as USB Power Delivery 2.0 numbers them. */
typedef enum _UCM_PD_POWER_DATA_OBJECT_TYPE {
    UcmPdPdoTypeFixedSupply = 0,
    UcmPdPdoTypeBatterySupply = 1,
    UcmPdPdoTypeVariableSupplyNonBattery = 2,
} UCM_PD_POWER_DATA_OBJECT_TYPE, *PUCM_PD_POWER_DATA_OBJECT_TYPE;

typedef union _UCM_PD_POWER_DATA_OBJECT {
    ULONG Ul;
    struct {
        unsigned Reserved : 30;
        unsigned Type : 2;
    } Common;
    struct {
        unsigned MaximumCurrentIn10mA : 10;
        unsigned VoltageIn50mV : 10;
        unsigned PeakCurrent : 2;
        unsigned Reserved : 3;
        unsigned DataRoleSwap : 1;
        unsigned UsbCommunicationCapable : 1;
        unsigned ExternallyPowered : 1;
        unsigned UsbSuspendSupported : 1;
        unsigned DualRolePower : 1;
        unsigned FixedSupply : 2;
    } FixedSupplyPdo;
    struct {
        unsigned MaximumCurrentIn10mA : 10;
        unsigned MinimumVoltageIn50mV : 10;
        unsigned MaximumVoltageIn50mV : 10;
        unsigned VariableSupportNonBattery : 2;
    } VariableSupplyNonBatteryPdo;
    struct {
        unsigned MaximumAllowablePowerIn250mW : 10;
        unsigned MinimumVoltageIn50mV : 10;
        unsigned MaximumVoltageIn50mV : 10;
        unsigned Battery : 2;
    } BatterySupplyPdo;
} UCM_PD_POWER_DATA_OBJECT, *PUCM_PD_POWER_DATA_OBJECT;

typedef union _UCM_PD_REQUEST_DATA_OBJECT {
    ULONG Ul;
    struct {
        unsigned Reserved1 : 28;
        unsigned ObjectPosition : 3;
        unsigned Reserved2 : 1;
    } Common;
    struct {
        unsigned MaximumOperatingCurrentIn10mA : 10;
        unsigned OperatingCurrentIn10mA : 10;
        unsigned Reserved1 : 4;
        unsigned NoUsbSuspend : 1;
        unsigned UsbCommunicationCapable : 1;
        unsigned CapabilityMismatch : 1;
        unsigned GiveBackFlag : 1;
        unsigned ObjectPosition : 3;
        unsigned Reserved2 : 1;
    } FixedAndVariableRdo;
    struct {
        unsigned MaximumOperatingPowerIn250mW : 10;
        unsigned OperatingPowerIn250mW : 10;
        unsigned Reserved1 : 4;
        unsigned NoUsbSuspend : 1;
        unsigned UsbCommunicationCapable : 1;
        unsigned CapabilityMismatch : 1;
        unsigned GiveBackFlag : 1;
        unsigned ObjectPosition : 3;
        unsigned Reserved2 : 1;
    } BatteryRdo;
} UCM_PD_REQUEST_DATA_OBJECT, *PUCM_PD_REQUEST_DATA_OBJECT;

FORCEINLINE UCM_PD_POWER_DATA_OBJECT_TYPE UCM_PD_POWER_DATA_OBJECT_GET_TYPE(_In_ PUCM_PD_POWER_DATA_OBJECT Pdo)
{
    return (UCM_PD_POWER_DATA_OBJECT_TYPE)Pdo->Common.Type;
}

FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_FIXED(_Out_ PUCM_PD_POWER_DATA_OBJECT Pdo)
{
    Pdo->Ul = 0;
    Pdo->Common.Type = UcmPdPdoTypeFixedSupply;
}

FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_BATTERY(_Out_ PUCM_PD_POWER_DATA_OBJECT Pdo)
{
    Pdo->Ul = 0;
    Pdo->Common.Type = UcmPdPdoTypeBatterySupply;
}

FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_VARIABLE_NON_BATTERY(_Out_ PUCM_PD_POWER_DATA_OBJECT Pdo)
{
    Pdo->Ul = 0;
    Pdo->Common.Type = UcmPdPdoTypeVariableSupplyNonBattery;
}

FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_ULONG(
    _Out_ PUCM_PD_POWER_DATA_OBJECT Pdo, _In_ ULONG UlongInLittleEndian)
{
    Pdo->Ul = UlongInLittleEndian;
}

FORCEINLINE VOID UCM_PD_REQUEST_DATA_OBJECT_INIT_ULONG(
    _Out_ PUCM_PD_REQUEST_DATA_OBJECT Rdo, _In_ ULONG UlongInLittleEndian)
{
    Rdo->Ul = UlongInLittleEndian;
}

#ifdef __cplusplus
}
#endif
#endif
