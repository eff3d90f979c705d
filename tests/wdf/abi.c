/*
 * Compiled, never run: every line is a check of the WDF headers against numbers that were taken from elsewhere. The
 * script passes the version, and the counts that versions.tsv has for it.
 */
#if defined(KMDF_VERSION_MINOR)
#include <ntddk.h>
#else
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#endif
#include <wdf.h>
#if __has_include(<usb.h>)
#include <usb.h>
#else
#include "usb_types.h"
#endif
#include <wdfusb.h>
#include <wdfminiport.h>
#include <wdfldr.h>

#define SIZE(type, size, alignment)                                                                                    \
    _Static_assert(sizeof(type) == (size), "size of " #type);                                                          \
    _Static_assert(_Alignof(type) == (alignment), "alignment of " #type);
#define FIELD(type, field, offset) _Static_assert(__builtin_offsetof(type, field) == (offset), #type "." #field);
#include "layouts.def"

#define VALUE(name, value) _Static_assert((long long)(name) == (value), #name);
#include "values.def"

#define INDEX(name, index) _Static_assert(name##TableIndex == (index), "index of " #name);
#include "indices.def"

_Static_assert(WdfFunctionTableNumEntries == EXPECTED_FUNCTIONS, "number of functions");
#if WDF_MINOR >= 25
_Static_assert(WDF_STRUCTURE_TABLE_NUM_ENTRIES == EXPECTED_STRUCTURES, "number of structures");
#endif

/* What the loaders expect, 64 bits. */
SIZE(WDF_VERSION, 12, 4)
SIZE(WDF_BIND_INFO, 48, 8)
FIELD(WDF_BIND_INFO, Component, 8)
FIELD(WDF_BIND_INFO, Version, 16)
FIELD(WDF_BIND_INFO, FuncCount, 28)
FIELD(WDF_BIND_INFO, FuncTable, 32)
FIELD(WDF_BIND_INFO, Module, 40)
SIZE(WDF_BIND_INFO2, 88, 8)
FIELD(WDF_BIND_INFO2, MinimumVersionRequired, 48)
FIELD(WDF_BIND_INFO2, StructTable, 80)
SIZE(WDF_CLASS_BIND_INFO, 80, 8)
FIELD(WDF_CLASS_BIND_INFO, FunctionTable, 32)
FIELD(WDF_CLASS_BIND_INFO, ClassBindInfo, 48)
FIELD(WDF_CLASS_BIND_INFO, ClientBindClass, 56)
FIELD(WDF_CLASS_BIND_INFO, ClientUnbindClass, 64)
FIELD(WDF_CLASS_BIND_INFO, ClassModule, 72)
SIZE(WDF_CLASS_BIND_INFO2, 120, 8)
#if !WDF_KMDF
SIZE(WDF_LOADER_INTERFACE_UM, 56, 8)
FIELD(WDF_LOADER_INTERFACE_UM, VersionBind, 8)
FIELD(WDF_LOADER_INTERFACE_UM, Flags, 48)
#endif

/* Macros that must work as written in drivers, and code whose call the script finds in the object. */
typedef struct _PROBE_CONTEXT {
    ULONG Value;
} PROBE_CONTEXT, *PPROBE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PROBE_CONTEXT, probe_get_context)
WDF_DECLARE_CUSTOM_TYPE(ProbeMark)

BOOLEAN probe_timer_start(WDFTIMER timer)
{
    return WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(2));
}

NTSTATUS probe_attributes(WDFOBJECT object)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    PPROBE_CONTEXT context;
    NTSTATUS status;

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, PROBE_CONTEXT);
    status = WdfObjectAllocateContext(object, &attributes, (PVOID *)&context);
    if (NT_SUCCESS(status)) {
        context->Value = probe_get_context(object)->Value;
        WdfObjectAddCustomType(object, ProbeMark);
    }
    return status;
}
