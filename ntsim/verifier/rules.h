/* Between the verifier's own files: rules that the gates apply. */
#ifndef NTSIM_VERIFIER_RULES_H
#define NTSIM_VERIFIER_RULES_H

#include "ntsim/verifier/vf.h"

/* limits.c: whether the IRQL is one that the function may be called at. */
void vf_check_irql(const struct vf_call *call);

#endif
