/* Where KMDF's table has the functions of UMDF's. */
#include "ntsim/umdf/umdf.h"

#define SAME(name)    Wdf##name##TableIndex,
#define OWN(name)     ~(ULONG)0,
#define MISSING(name) ~(ULONG)0,
const ULONG um_kernel_indices[] = {
#include "ntsim/umdf/functions.def"
};
#undef SAME
#undef OWN
#undef MISSING
