/*
 * Running ninja and passing on what the compiler says, without ninja's own noise.
 */
#ifndef CWDK_BUILD_RUN_H
#define CWDK_BUILD_RUN_H

#include "cwdk/build/missing.h"
#include "cwdk/build/plan.h"

struct run_result {
    int status;                 /* of ninja */
    bool interrupted;           /* from the keyboard */
    bool disk_full;             /* some step failed for want of space; what it said was not shown */
    size_t duplicates;          /* steps that failed for globals of several sources; what they said was not shown */
    bool environment;           /* some step failed for the machine (ENV codes) */
    size_t usage, findings;     /* failed steps: for a wrong key or file, for anything else */
    struct arguments failed;    /* the outputs of each failed step as ninja lists them, spaces between */
    struct arguments undefined; /* symbols that the linker did not find */
    struct missing missing;     /* names and headers that nothing declares */
    const char *complaint;      /* what ninja itself gave as the reason to stop, or NULL */
};

/* Runs plan->ninja. The output of each step goes to options->output as soon as it ends; what two architectures
 * say in the same words is shown once. Returns false after reporting where ninja cannot be started. */
bool run_ninja(const struct plan *plan, struct run_result *result, struct diag *d);

/* hints.c: a diagnostic with a help line for each name, header and symbol that was not found. */
void hints_add(const struct plan *plan, const struct run_result *run, struct diag *d);

#endif
