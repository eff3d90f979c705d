/*
 * acxmanager.h: the manager of ACX, and templates of endpoints that several circuits make together.
 */
#ifndef WDK_ACXMANAGER_H
#define WDK_ACXMANAGER_H
#include <acxmisc.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _ACX_CIRCUIT_TEMPLATE_CONFIG_FLAGS {
    AcxCircuitTemplateConfigNoFlags = 0,
    AcxCircuitTemplateCircuitOnDemand = 0x01,
    AcxCircuitTemplateConfigValidFlags = AcxCircuitTemplateCircuitOnDemand,
} ACX_CIRCUIT_TEMPLATE_CONFIG_FLAGS;

typedef enum _ACX_COMPOSITE_TEMPLATE_CONFIG_FLAGS {
    AcxCompositeTemplateConfigNoFlags = 0,
    AcxCompositeTemplateConfigPrivate = 0x01,
    AcxCompositeTemplateConfigSingleton = 0x02,
    AcxCompositeTemplateConfigValidFlags = 0x03,
} ACX_COMPOSITE_TEMPLATE_CONFIG_FLAGS;

typedef struct _ACX_CIRCUIT_TEMPLATE_CONFIG {
    ULONG Size;
    ULONG Flags;
    const GUID *ContainerId;
    ACXOBJECTBAG FactoryProperties;
    const GUID *FactoryId;
    PCUNICODE_STRING FactoryUri;
    PCUNICODE_STRING FactoryName;
    ACXOBJECTBAG CircuitProperties;
    const GUID *CircuitId;
    PCUNICODE_STRING CircuitUri;
    PCUNICODE_STRING CircuitName;
} ACX_CIRCUIT_TEMPLATE_CONFIG, *PACX_CIRCUIT_TEMPLATE_CONFIG;

typedef struct _ACX_COMPOSITE_TEMPLATE_CONFIG {
    ULONG Size;
    ULONG Flags;
    ACXOBJECTBAG Properties;
} ACX_COMPOSITE_TEMPLATE_CONFIG, *PACX_COMPOSITE_TEMPLATE_CONFIG;

FORCEINLINE VOID ACX_CIRCUIT_TEMPLATE_CONFIG_INIT(_Out_ PACX_CIRCUIT_TEMPLATE_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

FORCEINLINE VOID ACX_COMPOSITE_TEMPLATE_CONFIG_INIT(_Out_ PACX_COMPOSITE_TEMPLATE_CONFIG Config)
{
    RtlZeroMemory(Config, sizeof(*Config));
    Config->Size = sizeof(*Config);
}

typedef ACXMANAGER (NTAPI *PFN_ACXGETMANAGER)(PACX_DRIVER_GLOBALS, ACXCONTEXT);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE ACXMANAGER AcxGetManager(_In_opt_ ACXCONTEXT Context)
{
    return ACX_CALL(PFN_ACXGETMANAGER, AcxGetManager, Context);
}
typedef NTSTATUS (NTAPI *PFN_ACXMANAGERADDCOMPOSITETEMPLATE)(PACX_DRIVER_GLOBALS, ACXMANAGER, ACXCOMPOSITETEMPLATE);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxManagerAddCompositeTemplate(_In_ ACXMANAGER Manager, _In_ ACXCOMPOSITETEMPLATE Template)
{
    return ACX_CALL(PFN_ACXMANAGERADDCOMPOSITETEMPLATE, AcxManagerAddCompositeTemplate, Manager, Template);
}
typedef NTSTATUS (NTAPI *PFN_ACXMANAGERREMOVECOMPOSITETEMPLATE)(PACX_DRIVER_GLOBALS, ACXMANAGER, ACXCOMPOSITETEMPLATE);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxManagerRemoveCompositeTemplate(_In_ ACXMANAGER Manager, _In_ ACXCOMPOSITETEMPLATE Template)
{
    return ACX_CALL(PFN_ACXMANAGERREMOVECOMPOSITETEMPLATE, AcxManagerRemoveCompositeTemplate, Manager, Template);
}
typedef NTSTATUS (NTAPI *PFN_ACXCOMPOSITETEMPLATECREATE)(
    PACX_DRIVER_GLOBALS, WDFDRIVER, PWDF_OBJECT_ATTRIBUTES, PACX_COMPOSITE_TEMPLATE_CONFIG, ACXCOMPOSITETEMPLATE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxCompositeTemplateCreate(
    _In_ WDFDRIVER Driver, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_COMPOSITE_TEMPLATE_CONFIG Config,
    _Out_ ACXCOMPOSITETEMPLATE *Template)
{
    return ACX_CALL(
        PFN_ACXCOMPOSITETEMPLATECREATE, AcxCompositeTemplateCreate, Driver, Attributes, Config,
        Template);
}
typedef NTSTATUS (NTAPI *PFN_ACXCOMPOSITETEMPLATEASSIGNCIRCUITS)(
    PACX_DRIVER_GLOBALS, ACXCOMPOSITETEMPLATE, ACXCIRCUITTEMPLATE *, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxCompositeTemplateAssignCircuits(
    _In_ ACXCOMPOSITETEMPLATE CompositeTemplate, _In_reads_(CircuitTemplatesCount) ACXCIRCUITTEMPLATE *CircuitTemplates,
    _In_ ULONG CircuitTemplatesCount)
{
    return ACX_CALL(
        PFN_ACXCOMPOSITETEMPLATEASSIGNCIRCUITS, AcxCompositeTemplateAssignCircuits, CompositeTemplate,
        CircuitTemplates, CircuitTemplatesCount);
}
typedef VOID (NTAPI *PFN_ACXCOMPOSITETEMPLATESETCORECIRCUIT)(
    PACX_DRIVER_GLOBALS, ACXCOMPOSITETEMPLATE, ACXCIRCUITTEMPLATE);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID AcxCompositeTemplateSetCoreCircuit(
    _In_ ACXCOMPOSITETEMPLATE CompositeTemplate, _In_ ACXCIRCUITTEMPLATE CircuitTemplates)
{
    ACX_CALL(
        PFN_ACXCOMPOSITETEMPLATESETCORECIRCUIT, AcxCompositeTemplateSetCoreCircuit, CompositeTemplate,
        CircuitTemplates);
}
typedef NTSTATUS (NTAPI *PFN_ACXCIRCUITTEMPLATECREATE)(
    PACX_DRIVER_GLOBALS, WDFDRIVER, PWDF_OBJECT_ATTRIBUTES, PACX_CIRCUIT_TEMPLATE_CONFIG, ACXCIRCUITTEMPLATE *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS AcxCircuitTemplateCreate(
    _In_ WDFDRIVER Driver, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PACX_CIRCUIT_TEMPLATE_CONFIG Config,
    _Out_ ACXCIRCUITTEMPLATE *Template)
{
    return ACX_CALL(PFN_ACXCIRCUITTEMPLATECREATE, AcxCircuitTemplateCreate, Driver, Attributes, Config, Template);
}

#ifdef __cplusplus
}
#endif

#endif
