/* What the verifier exports to the machine and to the frameworks; names begin with Sim. */
#ifndef NTSIM_VERIFIER_SIM_H
#define NTSIM_VERIFIER_SIM_H

#include "ntsim/machine/services.h"

/* The gate before `function`, which `importer` imports by that name, or `function` where there is to be none. The names
 * stay as long as the importer is loaded. SimFrameworkGate: for an entry of a framework's table, whose functions get
 * the framework's globals first; `limits`: the IRQLs that the headers state hold for it. SimGatesGone: the importer is
 * about to be unloaded. */
typedef void *(MACHINE_ABI sim_gate)(const struct machine_image *importer, const char *module, const char *name,
                                     void *function);
typedef void *(MACHINE_ABI sim_framework_gate)(const void *driver_start, const char *name, void *function, bool limits);
typedef void(MACHINE_ABI sim_gates_gone)(const struct machine_image *importer);

#endif
