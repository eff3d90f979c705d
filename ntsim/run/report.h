/*
 * How a run ends that does not simply return, told in events: bug check, hang, endless loop, fault of the host's code.
 */
#ifndef NTSIM_RUN_REPORT_H
#define NTSIM_RUN_REPORT_H

#include "ntsim/machine/machine.h"

#include <stdbool.h>
#include <stddef.h>

/* For machine_options. */
void report_print(void *context, const char *text, size_t length);
void report_stopped(void *context, const struct machine_bug_check *bug_check, const char *hang);
void report_crashed(void *context, int signal, const struct machine_context *where);

void report_finding(void *context, const struct machine_finding *finding);

/* Ends the process after all was told. */
_Noreturn void report_exit(void);

/* A "frame" event for an address. */
void report_frame(uint64_t address);
/* Two words at an address that may be anything; false: they cannot be read. */
bool report_read_words(uint64_t address, uint64_t words[2]);

/* The frames of who called the function that calls this: the test, and what it called. */
void report_host_stack(void);

/* Where an image's file lies: the driver's, or one of the system's. */
const char *report_image_path(const char *name);

/*
 * watchdog.c: from now on a request that takes `seconds` of processor time is reported as an endless loop. Each call of
 * a sim_ function begins a new one. `waiting`: the test itself waits, so that what runs is timers' work.
 */
bool watchdog_start(unsigned seconds);
void watchdog_request(bool waiting);
/* No request is under way until the next. */
void watchdog_rest(void);
/* A request does not end, though it was cancelled. */
_Noreturn void report_lost(void);
void report_loop(const struct machine_context *context, unsigned seconds, bool waiting);

#endif
