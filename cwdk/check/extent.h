/*
 * How many bytes objects have, and which values a user chose: variables and globals by their declarations, pool by what
 * was asked for, buffers of requests by the lengths that go with them.
 *
 * Source of facts: the public documentation of IRPs and of the framework's requests.
 */
#ifndef CWDK_CHECK_EXTENT_H
#define CWDK_CHECK_EXTENT_H

#include "cwdk/check/family.h"

struct extent {
    int64_t low, high;  /* it has at least, and at most, so many */
    struct value size;  /* where it is one value; base 0 and offset -1: not */
    struct value other; /* another size that it has at least: a request's buffer may serve both ways */
    bool by_user;       /* the length is what a program chose */
    bool related;       /* it was compared with something that is no number */
    const char *noun;   /* "variable", "request's buffer" */
};

/* False where nothing is known. */
bool extent_of(struct run *r, struct state *s, node_id object, struct extent *out);
/* The length of a request's buffer, whoever asks for it. */
struct value request_length(struct run *r, struct value request, enum context which);
/* A value that a program can choose: it is made of what a request's buffer holds, or of a length of it. */
bool value_by_user(struct run *r, struct state *s, struct value v);

/* The same of what a buffer holds only: lengths are what the system has seen. */
bool value_from_buffer(struct run *r, struct state *s, struct value v);

/* Whether the memory is a program's own, which it can change or take away at any time. */
enum user_memory user_memory_of(struct run *r, struct state *s, node_id object);

/* At the start of a function: what is known of the lengths that it gets. */
void extent_begin(struct run *r, struct state *s);
/* A call that succeeds only where a buffer is had. */
bool extent_retrieves(const struct call *c);
/* After a call, where it succeeded: what it gave has a length. */
void extent_after(struct run *r, struct state *s, const struct call *c, struct value result);

/* Pool was had: how much, of what kind. */
void extent_allocated(struct state *s, const struct call *c, struct value subject);

#endif
