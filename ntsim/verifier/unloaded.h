/* What a driver leaves behind when it is unloaded: each part of the system tells of its own. `base` and `size` are of
 * the driver's image; what was made by calls from there is the driver's. */
#ifndef NTSIM_VERIFIER_UNLOADED_H
#define NTSIM_VERIFIER_UNLOADED_H

#include "ntsim/verifier/vf.h"

struct vf_unloaded {
    const char *Name;
    ULONG64 Base;
    SIZE_T Size;
};

/* finding.c: whether the driver's own code that the stack has is of that driver. */
BOOLEAN vf_is_of(vf_stack stack, const struct vf_unloaded *driver);

void ob_find_handles(const struct vf_unloaded *driver);
void psp_find_threads(const struct vf_unloaded *driver);
void vf_find_registrations(const struct vf_unloaded *driver);

#endif
