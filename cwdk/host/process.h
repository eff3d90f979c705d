/*
 * Running other programs: compilers, ninja, osslsigncode. No shell is involved; arguments are passed as they
 * are.
 */
#ifndef CWDK_HOST_PROCESS_H
#define CWDK_HOST_PROCESS_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

struct process_result {
    int status;   /* exit status, or 128 + signal */
    char *output; /* standard output and standard error, interleaved, in the arena; "" where not captured */
};

/* Runs argv[0] (searched in PATH) and waits. With `capture` its output is collected, otherwise it goes where
 * ours goes. `folder` is the working folder, or NULL. Returns false and reports ENV0003 where the program
 * cannot be started; a program that runs and fails is no error here. */
bool process_run(const char *const argv[], const char *folder, bool capture, struct arena *a,
                 struct process_result *result, struct diag *d);

/* Reports ENV0003 with the reason, an errno, and the package that has the program; false. */
bool process_cannot_start(const char *name, int error, struct diag *d);

/* The path of `name` in PATH, or NULL. */
char *process_find(const char *name, struct arena *a);

/* The Debian package that has the program `name`, or NULL where it is none of those cwdk needs. */
const char *process_package(const char *name);

#endif
