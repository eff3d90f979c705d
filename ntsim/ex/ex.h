/* Ex, for the other parts of the system, at PASSIVE_LEVEL. */
#ifndef NTSIM_EX_EX_H
#define NTSIM_EX_EX_H

#include <ntifs.h>

/* A driver's image, [base, base + size), goes: a bug check where a timer would still call it, or where it leaves pool,
 * resources or lookaside lists behind. */
void ex_check_unloaded(const char *name, ULONG64 base, SIZE_T size);

#endif
