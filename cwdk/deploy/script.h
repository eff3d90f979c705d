/*
 * The one script that a Windows target runs, in the language of cmd.exe. It lies in the package's folder there,
 * cwdk\SERVICE\new, and with the package that runs, in cwdk\SERVICE\current; its modes:
 *
 *     deploy.cmd debugger    has Windows wait for a kernel debugger at a serial port, from its next start on
 *     deploy.cmd install     certificate, driver store, device, service
 *     deploy.cmd rollback    the package before it is installed again, and what this one has left is taken away
 *     deploy.cmd keep        this package is from now on the one before the next
 *     deploy.cmd run         the program in cwdk\SERVICE\run, with the arguments that stand there
 *     deploy.cmd remove      device, service, package and certificate are taken away
 *
 * `added` beside it notes the certificates that were not there before: only those are taken away again. Exit statuses
 * are those of enum script_status.
 */
#ifndef CWDK_DEPLOY_SCRIPT_H
#define CWDK_DEPLOY_SCRIPT_H

#include "cwdk/deploy/deploy.h"
#include "cwdk/host/text.h"

enum script_status {
    SCRIPT_DONE = 0,
    SCRIPT_FAILED = 1,
    SCRIPT_NOTHING_BEFORE = 2,
    SCRIPT_PROGRAM_FAILED = 4, /* as the agent has it */
    SCRIPT_REBOOT = 30
};

/* Appends the script, with the line ends of its system. `serial_port` is the number of the debugger's, or 0. False
 * after reporting a name that cmd.exe would take apart, and a certificate that is none. */
bool script_write(const struct deploy_payload *payload, unsigned seconds, unsigned serial_port, struct arena *a,
                  struct text *out, struct diag *d);

#endif
