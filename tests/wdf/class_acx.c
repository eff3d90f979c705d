/* Plays wdfldr.sys to acxstub.lib, in a user-mode program: what it asks for, and where calls go. EXPECTED_FUNCTIONS is a number. */
#include <ntddk.h>
#include <wdf.h>
#include <wdfldr.h>
#include <acx.h>
#include "story.h"

extern WDF_CLASS_BIND_INFO ACX_BIND_INFO;

static ACX_DRIVER_GLOBALS globals;
static WDF_BIND_INFO info;
static ACXPIN pin = (ACXPIN)&globals;
static const GUID speaker = {0x01020304, 0x0506, 0x0708, {9, 10, 11, 12, 13, 14, 15, 16}};

static ULONG NTAPI pin_id(PACX_DRIVER_GLOBALS DriverGlobals, ACXPIN Pin)
{
    told(DriverGlobals == &globals && Pin == pin ? "id" : "id-of-what");
    return 148;
}

static GUID NTAPI element_type(PACX_DRIVER_GLOBALS DriverGlobals, ACXTARGETELEMENT Element)
{
    told(DriverGlobals == &globals && Element == (ACXTARGETELEMENT)pin ? "type" : "type-of-what");
    return speaker;
}

static NTSTATUS NTAPI assign(PACX_DRIVER_GLOBALS DriverGlobals, PACXCIRCUIT_INIT Init,
                             PFN_ACX_OBJECT_PREPROCESS_REQUEST Preprocess, ACXCONTEXT Context, ACX_REQUEST_TYPE Type,
                             const GUID *Set, ULONG Id)
{
    told(DriverGlobals == &globals && Init == (PACXCIRCUIT_INIT)pin && !Preprocess && Context == pin &&
                 Type == AcxRequestTypeAny && Set == &speaker && Id == AcxItemIdNone
             ? "assign"
             : "assign-what");
    return STATUS_PENDING;
}

static VOID NTAPI astray(void)
{
    told("astray");
}

static NTSTATUS NTAPI bind_class(PWDF_BIND_INFO Info, PWDF_COMPONENT_GLOBALS component, PWDF_CLASS_BIND_INFO class)
{
    told(Info == &info && component == (PWDF_COMPONENT_GLOBALS)&info && class == &ACX_BIND_INFO ? "bind" : "bind-what");
    for (ULONG i = 0; i < class->FunctionTableCount; i++)
        class->FunctionTable[i] = (WDFFUNC)astray;
    class->FunctionTable[11] = (WDFFUNC)assign;
    class->FunctionTable[148] = (WDFFUNC)pin_id;
    class->FunctionTable[194] = (WDFFUNC)element_type;
    *(PACX_DRIVER_GLOBALS *)class->ClassBindInfo = &globals;
    return STATUS_SUCCESS;
}

int main(void)
{
    check(ACX_BIND_INFO.Size == sizeof(WDF_CLASS_BIND_INFO) && ACX_BIND_INFO.ClientBindClass, "a record that binds itself");
    check(NT_SUCCESS(ACX_BIND_INFO.ClientBindClass(bind_class, &info, (PWDF_COMPONENT_GLOBALS)&info, &ACX_BIND_INFO)),
          "binds");
    check(ACX_BIND_INFO.Version.Major == 1 && ACX_BIND_INFO.Version.Minor == ACX_VERSION_MINOR, "the driver's version");
    check(ACX_BIND_INFO.FunctionTableCount == EXPECTED_FUNCTIONS, "that version's functions");
    check(AcxPinGetId(pin) == 148, "a function's number comes back");
    GUID type = AcxTargetElementGetType((ACXTARGETELEMENT)pin);
    check(type.Data1 == speaker.Data1 && type.Data4[7] == speaker.Data4[7], "a GUID comes back");
    check(AcxCircuitInitAssignAcxRequestPreprocessCallback((PACXCIRCUIT_INIT)pin, NULL, pin, AcxRequestTypeAny, &speaker,
                                                           AcxItemIdNone) == STATUS_PENDING,
          "six parameters arrive");
    check_story("bind id type assign", "each call goes to its place");
    printf("1..%d\n", checks);
    return failures != 0;
}
