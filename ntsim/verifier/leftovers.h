/* What drivers leave behind: devices and symbolic links, at the end; interfaces of devices that do not start. */
#ifndef NTSIM_VERIFIER_LEFTOVERS_H
#define NTSIM_VERIFIER_LEFTOVERS_H

#include "ntsim/verifier/vf.h"

/* The driver that called the function of the system which calls this has made a symbolic link; `name` is copied, as far
 * as there is room. Those of the system itself are not followed. */
void vf_link_made(PCUNICODE_STRING name, const VOID *caller, vf_stack stack);
void vf_link_deleted(PCUNICODE_STRING name);
/* The driver of that image goes: after DriverUnload, or because its DriverEntry failed. */
void vf_links_left(const char *image, ULONG64 base, SIZE_T size);

#endif
