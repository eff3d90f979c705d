/* Inside the framework: mistakes of drivers that the verifier is told of, beside the stops that Windows has for them.
 */
#ifndef NTSIM_WDF_FX_RULES_H
#define NTSIM_WDF_FX_RULES_H

#include "ntsim/wdf/fx.h"

/* Where the running driver is, for later reports; 0: nothing is verified. */
ULONG fx_here(void);
/* The object's memory goes: whoever uses its handle from now on is told where it was deleted. */
void fx_remember_deleted(const struct fx_object *object);
/* The handle is none, of another type than wanted (0: any will do), or of an object that was deleted. */
void fx_find_handle(const VOID *handle, enum fx_type wanted);
/* The driver asks for a context that the object does not have. Legitimate, unless it uses the NULL that it gets. */
void fx_note_context(const struct fx_object *object, PCWDF_OBJECT_CONTEXT_TYPE_INFO wanted);
/* The device stops, or goes, and the driver has not let go of a request of that queue for two minutes. */
void fx_find_unstopped(struct fx_queue *queue, BOOLEAN goes);
/* A queue is to be waited for; `what`: the function's name. */
void fx_find_wait_for_queue(struct fx_queue *queue, const char *what);

#endif
