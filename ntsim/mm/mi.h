/* Inside Mm: pages of the machine. */
#ifndef NTSIM_MM_MI_H
#define NTSIM_MM_MI_H

#include <ntifs.h>

/* A stack with a page below it that faults; the address is the lowest usable one. NULL: no memory. */
PUCHAR mi_allocate_stack(SIZE_T size);
void mi_free_stack(PUCHAR limit, SIZE_T size);

#endif
