/* What drivers leave behind: symbolic links, and what they have registered with the system. */
#ifndef NTSIM_VERIFIER_LEFTOVERS_H
#define NTSIM_VERIFIER_LEFTOVERS_H

#include "ntsim/verifier/vf.h"

/* The driver that called the function of the system which calls this has made a symbolic link; `name` is copied, as far
 * as there is room. Those of the system itself are not followed. */
void vf_link_made(PCUNICODE_STRING name, const VOID *caller, vf_stack stack);
void vf_link_deleted(PCUNICODE_STRING name);
/* The driver of that image goes: after DriverUnload, or because its DriverEntry failed. */
void vf_links_left(const char *image, ULONG64 base, SIZE_T size);

/* --- registrations.c --- */

/* The system will call `routine` until `key` is taken back; `what`: "the shutdown notification". Without a routine of
 * its own (NULL), it is of the driver that the stack shows. */
void vf_register(const char *what, const VOID *key, const VOID *routine, vf_stack stack);
#define vf_registered(what, key, routine) vf_register((what), (key), (const VOID *)(routine), vf_here())
void vf_unregistered(const VOID *key);
/* The same goes on under another key. */
void vf_rename_registered(const VOID *key, const VOID *other);

#endif
