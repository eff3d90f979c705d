/* CONTEXT as Windows has it, from and to the registers that the machine speaks of. */
#ifndef NTSIM_RTL_CONTEXT_H
#define NTSIM_RTL_CONTEXT_H

#include "ntsim/machine/services.h"

#include <ntifs.h>

void rtl_context_from_machine(CONTEXT *to, const struct machine_context *from);
void rtl_context_to_machine(struct machine_context *to, const CONTEXT *from);

#endif
