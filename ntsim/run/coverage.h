/* coverage.c: "block" events, for `cwdk test --coverage`. Drivers without instrumentation are passed over. */
#ifndef NTSIM_RUN_COVERAGE_H
#define NTSIM_RUN_COVERAGE_H

#include "ntsim/machine/machine.h"

void coverage_tell(const struct machine_image *image);
/* Of all that are loaded: the run ends. */
void coverage_tell_all(void);

#endif
