/*
 * A Windows machine that is reached by the user's own ssh and scp, which find keys and host keys as the user has set
 * them up. Keys only, known hosts only: nothing is ever asked or accepted on the way.
 */
#ifndef CWDK_DEPLOY_REMOTE_H
#define CWDK_DEPLOY_REMOTE_H

#include "cwdk/deploy/deploy.h"
#include "cwdk/host/process.h"

struct remote {
    const struct deploy_target *target;
    const struct deploy_options *options;
    const char *service;
    const char *work; /* a folder here, for what is on its way */
    struct arena *a;
    struct diag *d;
};

/* Runs a command of cmd.exe there, and collects what it prints. False only where there is no connection. */
bool remote_run(const struct remote *r, const char *text, struct process_result *result);
/* The same; each line is shown as it comes. */
bool remote_show(const struct remote *r, const char *text, int *status);
/* Copies a folder with all in it into cwdk/SERVICE there. */
bool remote_send(const struct remote *r, const char *folder);
/* Tries until the machine answers. A key that is not taken ends the waiting, too. */
bool remote_wait(const struct remote *r, unsigned seconds);
/* Restarts it and waits until it answers again. */
bool remote_restart(const struct remote *r);

#endif
