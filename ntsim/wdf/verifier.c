/* What drivers built for checking call, and other small questions. */
#include "ntsim/wdf/fx.h"

/* The framework breaks into the debugger only where the driver's key has DbgBreakOnError, which none has here. */
VOID api_VerifierDbgBreakPoint(PWDF_DRIVER_GLOBALS globals)
{
}

VOID api_VerifierKeBugCheck(PWDF_DRIVER_GLOBALS globals, ULONG code, ULONG_PTR p1, ULONG_PTR p2, ULONG_PTR p3,
                            ULONG_PTR p4)
{
    KeBugCheckEx(code, p1, p2, p3, p4);
}

/* For the debugger of a crash dump, of which there are none. */
PVOID api_GetTriageInfo(PWDF_DRIVER_GLOBALS globals)
{
    return NULL;
}

NTSTATUS api_ObjectQuery(PWDF_DRIVER_GLOBALS globals, WDFOBJECT object, const GUID *guid, ULONG length, PVOID buffer)
{
    fx_any_object(object);
    FX_REQUIRE(guid);
    return STATUS_NOT_FOUND;
}

ULONG api_FileObjectGetInitiatorProcessId(PWDF_DRIVER_GLOBALS globals, WDFFILEOBJECT file)
{
    fx_object_of(file, FX_FILE);
    return HandleToUlong(PsGetCurrentProcessId());
}
