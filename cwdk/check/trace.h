/*
 * Where a value comes from, and where it goes, in the driver as a whole and without paths: by the places that outlive a
 * function. A place is a global or a field of a structure, the same in every function. What is in a
 * place and the place's address have one name: which of them is meant follows from what is asked.
 */
#ifndef CWDK_CHECK_TRACE_H
#define CWDK_CHECK_TRACE_H

#include "cwdk/check/engine.h"

/* A global, or a field of a structure, and where in it. */
struct lasting {
    const char *name; /* of the global, of the function, or of the structure */
    int64_t offset;
    uint32_t global; /* index + 1; 0: none */
};

enum { MOST_PLACES = 8 };

struct origins {
    struct lasting places[MOST_PLACES];
    uint32_t count;
    bool unknown;    /* from elsewhere, too */
    bool local;      /* what a call gave to a variable of the function, too */
    uint32_t effort; /* so far: beyond a limit the rest is unknown */
};

/* A call, and the function that it stands in. */
struct site {
    const struct function *function;
    const struct instruction *in;
};

/* The calls of the driver by what they call. Its own until trace_free. */
struct trace {
    const struct engine *e;
    struct site *sites;
    uint32_t *first; /* by function: where its calls begin in sites; one more at the end */
};

void trace_begin(struct trace *t, const struct engine *e);
void trace_free(struct trace *t);

/* Where an operand comes from: through variables, and through parameters to all callers. */
void trace_back(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out);
/* Where the call's result is kept, or what it writes to its argument; that it is used otherwise is unknown. */
void trace_result(const struct trace *t, const struct function *f, const struct instruction *in, struct origins *out);
void trace_written(const struct trace *t, const struct function *f, const struct operand *o, struct origins *out);
bool origins_meet(const struct origins *x, const struct origins *y);
/* The place that an address is of, as it stands there; without a name: none that lasts. */
struct lasting trace_place(const struct trace *t, const struct function *f, const struct operand *o);
int lasting_order(const struct lasting *x, const struct lasting *y);

#endif
