/* What the machine's side may ask of the security of the system; plain types. */
#ifndef NTSIM_SE_SIM_H
#define NTSIM_SE_SIM_H

#include "ntsim/machine/services.h"

enum sim_user_kind { SIM_USER_ADMINISTRATOR, SIM_USER_PLAIN, SIM_USER_SYSTEM };

/* Whom the process of user mode belongs to from now on: an administrator at first. False: no such kind. */
typedef bool(MACHINE_ABI sim_run_as_user)(uint32_t kind);

#endif
