/*
 * acxdriver.h: what makes a driver of the framework one of ACX.
 */
#ifndef WDK_ACXDRIVER_H
#define WDK_ACXDRIVER_H
#include <acxfuncenum.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _ACX_DRIVER_CONFIG_FLAGS {
    AcxDriverConfigNoFlags = 0,
    AcxDriverConfigValidFlags = 0,
} ACX_DRIVER_CONFIG_FLAGS;

typedef struct _ACX_DRIVER_CONFIG {
    ULONG Size;
    ULONG Flags;
} ACX_DRIVER_CONFIG, *PACX_DRIVER_CONFIG;

typedef struct _ACX_DRIVER_VERSION_AVAILABLE_PARAMS {
    ULONG Size;
    ULONG MajorVersion;
    ULONG MinorVersion;
} ACX_DRIVER_VERSION_AVAILABLE_PARAMS, *PACX_DRIVER_VERSION_AVAILABLE_PARAMS;

FORCEINLINE VOID ACX_DRIVER_CONFIG_INIT(_Out_ PACX_DRIVER_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID ACX_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(
    _Out_ PACX_DRIVER_VERSION_AVAILABLE_PARAMS Params, _In_ ULONG MajorVersion, _In_ ULONG MinorVersion)
{
    RtlZeroMemory(Params, sizeof(*Params));
    Params->Size = sizeof(*Params);
    Params->MajorVersion = MajorVersion;
    Params->MinorVersion = MinorVersion;
}

typedef NTSTATUS (NTAPI *PFN_ACXDRIVERINITIALIZE)(PACX_DRIVER_GLOBALS, WDFDRIVER, PACX_DRIVER_CONFIG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxDriverInitialize(_In_ WDFDRIVER Driver, _In_ PACX_DRIVER_CONFIG DriverConfig)
{
    return ACX_CALL(PFN_ACXDRIVERINITIALIZE, AcxDriverInitialize, Driver, DriverConfig);
}
typedef BOOLEAN (NTAPI *PFN_ACXDRIVERISVERSIONAVAILABLE)(
    PACX_DRIVER_GLOBALS, WDFDRIVER, PACX_DRIVER_VERSION_AVAILABLE_PARAMS);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE BOOLEAN AcxDriverIsVersionAvailable(
    _In_ WDFDRIVER Driver, _In_ PACX_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams)
{
    return ACX_CALL(PFN_ACXDRIVERISVERSIONAVAILABLE, AcxDriverIsVersionAvailable, Driver, VersionAvailableParams);
}

#ifdef __cplusplus
}
#endif

#endif
