/* Carrying out an input on the simulated computer, as a program in user mode. There is one program. */
#ifndef NTSIM_FUZZ_EXECUTE_H
#define NTSIM_FUZZ_EXECUTE_H

#include "ntsim/fuzz/operations.h"

#include <stdbool.h>
#include <stdint.h>

enum { MOST_NAMES = 16, NAME_ROOM = 256 };

/* The names that the driver's devices have for programs, "\\??\\..." in UTF-16: those that there are more of than
 * before the driver was loaded. */
struct device_names {
    uint16_t names[MOST_NAMES][NAME_ROOM];
    size_t count;
};
/* Before the driver is loaded, and after its devices were plugged in. */
void names_before(void);
void names_after(struct device_names *out);

/* Makes what the program needs, and opens the first of the names that can be opened; false: none can. */
bool execute_prepare(const struct device_names *names);
/* A "plug" event where a device was plugged in; a "name" event for each: its text, and 1 for the one that file 0 is
 * open by. */
void execute_tell_names(void);
/* After the mark: what the program's buffers hold is seen to here. */
bool execute_marked(void);
/* Carries the operations out; then, where requests are still under way, closes all files, which cancels them. A request
 * that has not ended ten seconds of virtual time later is a finding. */
void execute(const struct operations *operations);
/* Closes what is open. */
void execute_end(void);

#endif
