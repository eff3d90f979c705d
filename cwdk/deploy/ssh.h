/* What is done through ssh, on a machine that is up: shared by targets of the kinds `ssh` and `qemu`. */
#ifndef CWDK_DEPLOY_SSH_H
#define CWDK_DEPLOY_SSH_H

#include "cwdk/deploy/remote.h"

/* Installs and starts the package, and runs the program; `serial_port` is that of a kernel debugger which Windows is to
 * listen to, or 0. False after reporting. */
bool ssh_install(const struct remote *r, const struct deploy_payload *payload, unsigned serial_port);
/* Prints the script that would run. */
bool ssh_show_script(const struct deploy_payload *payload, unsigned serial_port, const struct deploy_options *options,
                     struct arena *a, struct diag *d);

#endif
