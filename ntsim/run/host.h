/* What ntsim-host was asked for. */
#ifndef NTSIM_RUN_HOST_H
#define NTSIM_RUN_HOST_H

#include "ntsim/run/branch.h"
#include "ntsim/run/session.h"

struct host_options {
    struct session_options session;
    const char *tests; /* library of tests */
    const char *test;  /* the one to run */
    const char *imports;
    bool list, script;
    enum branch_mode mode;
    uint64_t only; /* branch */
};

/* script.c: reads commands from standard input. imports.c: tells what of a driver's imports the system has. Both return
 * an exit status. */
/* schedule.c: "cooperative", "random", "random:PERCENT", or "follow:CHOICE=PROCESSOR,...". False: none of these. */
bool schedule_parse(const char *text, struct machine_schedule *out);
int run_script(const struct host_options *options);
int list_imports(const struct host_options *options);

#endif
