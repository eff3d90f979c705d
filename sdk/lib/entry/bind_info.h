/*
 * What the entry stubs of both frameworks define: the pointers that every call of the framework goes through, and the
 * record that asks the loader for it. The includer defines ENTRY_COMPONENT, the framework's name, and ENTRY_VERSION;
 * BIND_INFO is the record's address.
 */

/* Calls of the framework go through these two. */
const WDFFUNC *WdfFunctions;
PWDF_DRIVER_GLOBALS WdfDriverGlobals;

#if WDF_MINOR >= 25

BOOLEAN WdfClientVersionHigherThanFramework;
ULONG WdfFunctionCount = WdfFunctionTableNumEntries;
ULONG WdfStructureCount = WDF_STRUCTURE_TABLE_NUM_ENTRIES;
WDF_STRUCT_INFO WdfStructures;
extern ULONG WdfMinimumVersionRequired;

static WDF_BIND_INFO2 bind_info = {
    {sizeof(bind_info), ENTRY_COMPONENT, ENTRY_VERSION, WdfFunctionTableNumEntries, (WDFFUNC *)&WdfFunctions, NULL},
    &WdfMinimumVersionRequired,
    &WdfClientVersionHigherThanFramework,
    &WdfFunctionCount,
    &WdfStructureCount,
    &WdfStructures,
};
#define BIND_INFO (&bind_info.V1)

#else

static WDF_BIND_INFO bind_info = {
    sizeof(bind_info), ENTRY_COMPONENT, ENTRY_VERSION, WdfFunctionTableNumEntries, (WDFFUNC *)&WdfFunctions, NULL,
};
#define BIND_INFO (&bind_info)

#endif
