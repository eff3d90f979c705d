/*
 * A program that runs for a while and is listened to: line by line, its output and its complaints apart. They go
 * through files, so that what it leaves running in the background holds no pipe of ours open.
 */
#ifndef CWDK_DEPLOY_SESSION_H
#define CWDK_DEPLOY_SESSION_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

/* One line without its end; `complaint` for standard error. */
typedef void (*session_line)(void *context, const char *line, bool complaint);

/* Runs argv[0], searched in PATH, until it ends; `output` and `complaints` are written anew. `status` gets its exit
 * status, or 128 + signal. False where it cannot be started (ENV0002, ENV0003), and where a signal that interrupt.h
 * notes came meanwhile: DEP3009. */
bool session_run(const char *const argv[], const char *output, const char *complaints, session_line take, void *context,
                 struct arena *a, int *status, struct diag *d);

#endif
