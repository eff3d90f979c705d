/*
 * Ctrl-C, while something must be put back before cwdk ends: the signal is noted, the program that runs at that time is
 * ended (session_run), and the work comes to its end by its own error path.
 */
#ifndef CWDK_DEPLOY_INTERRUPT_H
#define CWDK_DEPLOY_INTERRUPT_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP are noted. */
void interrupt_catch(void);
bool interrupt_pending(void);
/* They do nothing from now on, neither to cwdk nor to programs that it starts: what is put back is put back whole. */
void interrupt_ignore(void);
/* They end cwdk again; `again` has it end now by the one that was noted, so that its caller sees how it ended. */
void interrupt_release(bool again);

#endif
