/* Telling of accesses to memory that an instrumented driver may not touch. */
#ifndef NTSIM_VERIFIER_SHADOW_REPORT_H
#define NTSIM_VERIFIER_SHADOW_REPORT_H

#include "ntsim/verifier/vf.h"

struct instrumentation_global;

struct shadow_access {
    ULONG64 Address, Size;
    ULONG64 Bad; /* the first byte that is not to be touched */
    BOOLEAN Write;
    UCHAR Why; /* of instrumentation.h */
    ULONG64 Shadow;
};

/* Called beneath the access itself. A finding, and where it writes, a stop. */
void shadow_report(const struct shadow_access *access);
/* They stay as long as the image that has them. */
void shadow_remember_globals(const struct instrumentation_global *globals, ULONG64 count);

#endif
