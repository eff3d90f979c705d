/* Instructions that touch memory which the system watches; between the machine's own files. */
#ifndef NTSIM_MACHINE_WATCHED_H
#define NTSIM_MACHINE_WATCHED_H

#include "ntsim/machine/machine.h"

#include <Zydis/Zydis.h>

/* The functions of the system that are asked. */
struct watched_system {
    machine_page_fault *page_fault;
    machine_touched *touched;
    machine_touch_done *touch_done;
};
void watched_bind(const struct watched_system *system);

/* A page fault, before anything else is made of it. True: the context is where the processor is to go on. */
bool watched_fault(struct machine_trap *trap);

#endif
