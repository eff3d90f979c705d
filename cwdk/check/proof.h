/*
 * Proofs that checks of the safe layer hold. A module's functions are put into one another and simplified by LLVM's own
 * passes, after everything that they take for granted and a driver may break was taken out (proof_ground.c), and
 * everything that others may change was made to change at each look (proof_shared.c). A check whose place nobody names
 * any more then is on no path.
 */
#ifndef CWDK_CHECK_PROOF_H
#define CWDK_CHECK_PROOF_H

#include "cwdk/check/load.h"

/* A check's place: the variable of WDK_SITE. */
#define PROOF_SITE "wdk_site_"
/* Marks the parameters that are structures passed by value. */
#define PROOF_COPIED "cwdk-copied"

/* Marks the places among the program's globals whose checks cannot fail. The module was read, and is used up. */
void proofs_find(struct loader *l);

/* proof_ground.c: nothing is promised that is not so on each machine and for each caller. */
void proof_ground(struct loader *l);
/* Between passes: what was said of addresses that turn out to be variables' own is known anyway, and would keep these
 * in memory. */
void proof_settle(LLVMModuleRef module);

/* proof_called.c: the framework's functions as their contracts have them; and how checks of the layer are caught, where
 * the driver has `panic: status`, once functions of the layer are part of their callers. */
void proof_declare(struct loader *l);
void proof_guard(struct loader *l);

/* proof_shared.c: what another thread, a callback or a called function may change is read anew each time. */
void proof_share(LLVMModuleRef module);

#endif
