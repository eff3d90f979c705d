/* Between the verifier's own files: rules that the gates apply. */
#ifndef NTSIM_VERIFIER_RULES_H
#define NTSIM_VERIFIER_RULES_H

#include "ntsim/verifier/vf.h"

/* finding.c: whether something was found at that place, whatever it was; whether
 * that was found anywhere. */
BOOLEAN vf_is_told(vf_stack stack);
BOOLEAN vf_is_told_code(const char *code);
/* Whether that was found at a place between these addresses. */
BOOLEAN vf_is_told_between(const char *code, ULONG64 begin, ULONG64 end);

/* limits.c: whether the IRQL is one that the function may be called at. */
void vf_check_irql(const struct vf_call *call);

/* locks.c: gives the gate of a lock's function its rule. */
void vf_lock_rule(struct vf_gate *gate);

#endif
