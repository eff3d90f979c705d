/*
 * The event compiler: an instrumentation manifest becomes a header with descriptors and macros that write events, the
 * binary description of the events (resource type WEVT_TEMPLATE) and their message tables.
 */
#ifndef CWDK_EVENTS_EVENTS_H
#define CWDK_EVENTS_EVENTS_H

#include "cwdk/events/manifest.h"

struct events_options {
    bool kernel, user;  /* which macros; neither: descriptors and constants only */
    const char *prefix; /* before the symbol in the names of macros; NULL: "EventWrite" */
    const char *strip;  /* what symbols lose at their beginning there; NULL: nothing */
};

/* The header's text. Reports and returns NULL for what cannot be written. */
const char *events_header(const struct event_manifest *m, const struct events_options *options, struct arena *a,
                          struct diag *d);

/* The content of the WEVT_TEMPLATE resource. */
struct bytes events_template(const struct event_manifest *m, struct arena *a);

/* The message table of one language. Reports a string that is not there. */
bool events_messages(const struct event_manifest *m, const struct event_language *language, struct arena *a,
                     struct bytes *out, struct diag *d);

#endif
