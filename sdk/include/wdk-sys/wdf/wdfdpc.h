/* wdfdpc.h: deferred procedure calls */
#ifndef _WDFDPC_H_
#define _WDFDPC_H_

#if WDF_KMDF

typedef _Function_class_(EVT_WDF_DPC) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_DPC(_In_ WDFDPC Dpc);
typedef EVT_WDF_DPC *PFN_WDF_DPC;

typedef struct _WDF_DPC_CONFIG {
    ULONG Size;
    PFN_WDF_DPC EvtDpcFunc;
    BOOLEAN AutomaticSerialization;
} WDF_DPC_CONFIG, *PWDF_DPC_CONFIG;

_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE VOID WDF_DPC_CONFIG_INIT(_Out_ PWDF_DPC_CONFIG Config, _In_ PFN_WDF_DPC EvtDpcFunc)
{
    WDF_CLEAR_SIZED(WDF_DPC_CONFIG, Config);
    Config->EvtDpcFunc = EvtDpcFunc;
    Config->AutomaticSerialization = TRUE;
}

typedef NTSTATUS (NTAPI *PFN_WDFDPCCREATE)(
    PWDF_DRIVER_GLOBALS, PWDF_DPC_CONFIG, PWDF_OBJECT_ATTRIBUTES, WDFDPC *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfDpcCreate(
    _In_ PWDF_DPC_CONFIG Config, _In_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFDPC *Dpc)
{
    return WDF_CALL(PFN_WDFDPCCREATE, WdfDpcCreate, Config, Attributes, Dpc);
}

typedef BOOLEAN (NTAPI *PFN_WDFDPCENQUEUE)(PWDF_DRIVER_GLOBALS, WDFDPC);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE BOOLEAN WdfDpcEnqueue(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCENQUEUE, WdfDpcEnqueue, Dpc);
}

typedef BOOLEAN (NTAPI *PFN_WDFDPCCANCEL)(PWDF_DRIVER_GLOBALS, WDFDPC, BOOLEAN);
_When_(Wait, _IRQL_requires_max_(PASSIVE_LEVEL)) _When_(!Wait, _IRQL_requires_max_(HIGH_LEVEL))
WDF_INLINE BOOLEAN WdfDpcCancel(_In_ WDFDPC Dpc, _In_ BOOLEAN Wait)
{
    return WDF_CALL(PFN_WDFDPCCANCEL, WdfDpcCancel, Dpc, Wait);
}

typedef WDFOBJECT (NTAPI *PFN_WDFDPCGETPARENTOBJECT)(PWDF_DRIVER_GLOBALS, WDFDPC);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE WDFOBJECT WdfDpcGetParentObject(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCGETPARENTOBJECT, WdfDpcGetParentObject, Dpc);
}

typedef PKDPC (NTAPI *PFN_WDFDPCWDMGETDPC)(PWDF_DRIVER_GLOBALS, WDFDPC);
_IRQL_requires_max_(HIGH_LEVEL)
WDF_INLINE PKDPC WdfDpcWdmGetDpc(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCWDMGETDPC, WdfDpcWdmGetDpc, Dpc);
}

#else
WDF_UNAVAILABLE(WdfDpcCreate, "KMDF");
WDF_UNAVAILABLE(WdfDpcEnqueue, "KMDF");
WDF_UNAVAILABLE(WdfDpcCancel, "KMDF");
WDF_UNAVAILABLE(WdfDpcGetParentObject, "KMDF");
WDF_UNAVAILABLE(WdfDpcWdmGetDpc, "KMDF");
#endif

#endif
