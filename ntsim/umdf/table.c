/* UMDF's table of functions. This source sees the places of UMDF's table, where the others see those of KMDF's. */
#include <ntifs.h>

#define WDF_STUB
#define WDF_KMDF        0
#define WDF_MINOR       33
#define WDF_SINCE(k, u) ((u) <= WDF_MINOR)
#define WDF_EVERYTHING_ALWAYS_AVAILABLE
typedef VOID (*WDFFUNC)(VOID);
typedef struct _WDF_DRIVER_GLOBALS *PWDF_DRIVER_GLOBALS;
typedef size_t *WDF_STRUCT_INFO;
#include <wdffuncenum.h>

#include "ntsim/umdf/table.h"

/* The list has the table's order. */
enum order {
#define SAME(name)    order_##name,
#define OWN(name)     order_##name,
#define MISSING(name) order_##name,
#include "ntsim/umdf/functions.def"
#undef SAME
#undef OWN
#undef MISSING
    order_count,
};

#define SAME(name) _Static_assert((int)order_##name == (int)Wdf##name##TableIndex, #name);
#define OWN(name)  SAME(name) VOID um_##name(VOID);
#define MISSING(name)                                                                                                  \
    SAME(name)                                                                                                         \
    static VOID missing_##name(VOID)                                                                                   \
    {                                                                                                                  \
        SimStopMissing("Wdf" #name " of UMDF is not implemented");                                                     \
    }
#include "ntsim/umdf/functions.def"
#undef SAME
#undef OWN
#undef MISSING
_Static_assert((int)order_count == (int)WdfFunctionTableNumEntries, "every function is in the list");

static const WDFFUNC own_functions[] = {
#define SAME(name)    NULL,
#define OWN(name)     um_##name,
#define MISSING(name) missing_##name,
#include "ntsim/umdf/functions.def"
#undef SAME
#undef OWN
#undef MISSING
};

const ULONG um_function_count = order_count;

static const char *const names[] = {
#define SAME(name)    "Wdf" #name,
#define OWN(name)     "Wdf" #name,
#define MISSING(name) "Wdf" #name,
#include "ntsim/umdf/functions.def"
#undef SAME
#undef OWN
#undef MISSING
};

/* Of the verifier, which is part of the system; see ntsim/verifier/sim.h. */
__declspec(dllimport) void *SimFrameworkGate(const void *driver_start, const char *name, void *function,
                                             BOOLEAN limits);

void um_fill_table(PVOID driver_start, WDFFUNC *table)
{
    for (ULONG i = 0; i < um_function_count; i++) {
        const WDFFUNC function = own_functions[i] ? own_functions[i] : SimWdfFunction(um_kernel_indices[i]);
        table[i] = (WDFFUNC)SimFrameworkGate(driver_start, names[i], (PVOID)function, FALSE);
    }
}
