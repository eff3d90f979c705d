/* Inside Ex. */
#ifndef NTSIM_EX_EXP_H
#define NTSIM_EX_EXP_H

#include "ntsim/ex/sim.h"

#include <ntifs.h>

#endif
