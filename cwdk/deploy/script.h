/*
 * The one script that a Windows target runs, in the language of cmd.exe. It lies in the package's folder there; its
 * modes:
 *
 *     deploy.cmd install     certificate, driver store, device, service
 *     deploy.cmd rollback    the same for the package before it, where there is one
 *     deploy.cmd keep        this package is from now on the one before the next
 *
 * Exit statuses are those of enum script_status.
 */
#ifndef CWDK_DEPLOY_SCRIPT_H
#define CWDK_DEPLOY_SCRIPT_H

#include "cwdk/deploy/deploy.h"
#include "cwdk/host/text.h"

enum script_status { SCRIPT_DONE = 0, SCRIPT_FAILED = 1, SCRIPT_NOTHING_BEFORE = 2, SCRIPT_REBOOT = 30 };

/* Appends the script, with the line ends of its system. False after reporting a name that cmd.exe would take apart. */
bool script_write(const struct deploy_payload *payload, unsigned seconds, struct text *out, struct diag *d);

#endif
