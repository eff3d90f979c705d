/*
 * The analysis: each function once, callees first, path by path.
 *
 * A path runs block by block over a state. Paths that meet are kept apart while they differ in a tracked thing (memory
 * that is had or freed, a lock that is held, a request that is completed, the level), and some more; beyond bounds.h's
 * limits they are joined. What a function does on each of its ways out becomes its summary, which calls of it apply.
 * Rules hang on the events of a path: see family.h.
 */
#ifndef CWDK_CHECK_ENGINE_H
#define CWDK_CHECK_ENGINE_H

#include "cwdk/check/record.h"
#include "cwdk/check/state.h"

/* The limits that keep the analysis near to linear. Where one was hit the report says so. */
enum {
    BOUND_STATES = 24,    /* that wait at one block */
    BOUND_ALIKE = 3,      /* of one signature among them */
    BOUND_ROUNDS = 3,     /* of a loop with states of their own, before they are joined */
    BOUND_VISITS = 96,    /* of one block */
    BOUND_STEPS = 200000, /* instructions, for one function */
    BOUND_OUTCOMES = 12,  /* of a function */
    BOUND_CELLS = 96,     /* of what an outcome writes */
    BOUND_FORKS = 12,     /* of a call */
};

/* What a function needs of its caller: checked where it is called. */
enum use_kind {
    USE_TOUCHES,
    USE_NEEDS,
    USE_LEVEL,
    USE_PAGED,
    USE_WAITS,
    USE_BYTES,
    USE_LENGTH,
    USE_BELOW,
    USE_TAG,
    USE_RESTORES,
    USE_OPEN,
    USE_HANDLE,
    USE_POWER,
    USE_INIT,
    USE_COMPLETES,
    USE_CANCELABLE,
    USE_GOES,
    USE_STOPS,
    USE_LEAST,
    USE_APCS,
    USE_RELEASES,
    USE_LAST,
    USE_PLACE,
    USE_STATUS,
    USE_DELETES,
    USE_TRANSFERS,
    USE_SERIAL,
    USE_SENDS,
    USE_STARTS,
    USE_AGAIN
};
struct use {
    enum use_kind kind;
    struct value subject; /* made of what the function was given */
    int8_t level;         /* USE_LEVEL: the highest allowed */
    int64_t bytes; /* that are there (USE_BYTES), that a length has (USE_LENGTH), that are more (USE_BELOW); USE_TAG: a
                      tag */
    uint32_t instruction; /* that needs it */
    const struct step *step;
    const struct nodes *nodes; /* what subject and facts are made of; NULL: those of the function that is analysed */
    struct fact *facts;        /* that hold where it does, about what the function was given */
    uint32_t fact_count;
};

struct outcome {
    struct state *state;
    struct value value;
    const struct instruction *at; /* the return */
};

/* Once it is kept, its values are made of its own nodes, and mean the same for every caller. */
struct summary {
    struct arena arena; /* of all that it has, but for steps */
    struct nodes nodes;
    struct outcome *outcomes;
    uint32_t outcome_count;
    struct use *uses;
    uint32_t use_count, use_room;
    bool bounded;
};

/* In the framework's numbers; 0: not known. */
enum { LEVEL_INHERITED = 1, LEVEL_PASSIVE, LEVEL_DISPATCH };
enum { SCOPE_INHERITED = 1, SCOPE_DEVICE, SCOPE_QUEUE, SCOPE_NONE };
struct constraints {
    int8_t level, scope;
};

struct recall;

struct engine {
    struct program *p;
    struct findings *findings;
    struct arena *arena;     /* of the function that is analysed, and later of the driver */
    struct arena *kept;      /* of summaries and records */
    struct record *record;   /* of the function that is analysed */
    struct nodes building;   /* scratch of keep.c */
    unsigned jobs;           /* functions at a time */
    bool filter;             /* the driver is a filter: others stand above it in the stack */
    bool passive;            /* the driver asks the framework for callbacks at PASSIVE_LEVEL */
    bool waiting_interrupts; /* it handles interrupts at PASSIVE_LEVEL, or perhaps */
    struct {
        const char *record;
        int64_t field;
    } owned[16]; /* locks that a thread may acquire again */
    uint32_t owned_count;
    bool scopes;                       /* the framework may serialize callbacks */
    bool *spins;                       /* by function: it does so with this one, by a spin lock */
    bool *parallel;                    /* by function: a queue gives it several requests at a time */
    struct constraints driver, device; /* of the driver, and of each of its devices */
    uint32_t bounded;                  /* functions where a limit was hit */
    const struct function *first_bounded;
    bool *unmarked;        /* by function: of rules_completion.c */
    bool *cancels;         /* by function: a cancel routine calls it; of rules_cancel.c */
    bool *buffers;         /* by function: of rules_information.c */
    const char *cache;     /* where that is kept; NULL: nowhere */
    struct recall *recall; /* what functions left the last time, or NULL */
    uint32_t analysed;     /* functions that were analysed, not recalled */
    struct record *whole;  /* what all functions noted, in order */
};

/* One analysis of one function. */
struct run {
    struct engine *e;
    struct program *p;
    struct function *f;
    const struct role *role; /* it is run as that; NULL: as a function that the driver calls */
    int major;               /* of the IRPs that it gets; -1: not known */
    bool by_declaration;     /* `level` is what the driver declares */
    int8_t level;            /* it may be called at this; IRQL_UNKNOWN: the caller knows */
    struct pending *pending; /* for each block */
    struct outcome *exits;
    uint32_t exit_count, exit_room, steps;
    struct summary *summary; /* being made */
    struct value copy_to;    /* while what is copied is asked about: where it goes */
    bool bounded;
};

/* One path inside of a block. */
struct path {
    struct state *s;
    struct value *temps; /* results of the block's instructions so far */
    uint32_t at;         /* in the block */
    bool dead;           /* goes no further: impossible, or wrong in a way that was reported */
};

/* A call makes several paths out of one. */
struct paths {
    struct path items[BOUND_FORKS];
    uint32_t count;
};

/* drive.c: every function, callees first. */
void engine_run(struct engine *e);

/* engine.c: one run of one function; `keep`: its summary is what callers see. */
void engine_analyse(struct engine *e, struct function *f, const struct role *role, int major, bool keep);
struct value path_operand(struct run *r, const struct path *p, const struct block *b, const struct operand *o);
struct step *path_step(struct run *r, struct state *s, enum step_kind kind, const struct instruction *in);

/* memory.c: what an address leads to. */
struct value memory_load(struct run *r, struct state *s, struct value address, unsigned width,
                         const struct instruction *in);
void memory_store(struct run *r, struct state *s, struct value address, unsigned width, struct value value,
                  const struct instruction *in);
void memory_set(struct run *r, struct state *s, const struct value arguments[3], const struct instruction *in);
void memory_copy(struct run *r, struct state *s, const struct value arguments[3], const struct instruction *in);
/* Somebody wrote into the object at `address` and beyond, nobody knows what. */
void memory_forget(struct run *r, struct state *s, struct value address, const struct instruction *in);
/* The same of a structure that somebody works on and gives back: what it has stays its own. */
void memory_change(struct run *r, struct state *s, struct value address, const struct instruction *in);
/* The same for everything that can be reached from there; things found there have escaped. */
void memory_expose(struct run *r, struct state *s, struct value value, bool writes, const struct instruction *in);
/* What a description of buffers, on the stack, points to was written, buffers and further descriptions. */
void memory_forget_inside(struct run *r, struct state *s, struct value value, const struct instruction *in);
/* What is stored in the object is exposed, and written; not the object itself. */
void memory_expose_inside(struct run *r, struct state *s, struct value value, const struct instruction *in);
/* A node for what an instruction gives; what it gave in an earlier round becomes old. */
struct value fresh_result(struct run *r, struct state *s, const struct instruction *in, unsigned number,
                          unsigned width);

/* call.c: replaces `p` by the paths after the call, p first. */
void call_run(struct run *r, struct path *p, const struct block *b, const struct instruction *in, struct paths *out);

/* summary.c */
void summary_make(struct run *r);
/* What is known of a called function: NULL where it is analysed after the one that calls it, or beside it. */
const struct summary *summary_of(const struct run *r, const struct function *callee);
/* The paths after a call of a function with a summary. */
void summary_apply(struct run *r, struct path *p, const struct block *b, const struct instruction *in,
                   const struct function *callee, const struct value *arguments, uint32_t count, struct paths *out);
/* Adds a path that goes on with `s`, which becomes its own. */
void paths_add(struct paths *out, struct run *r, const struct path *like, const struct block *b, struct state *s);
/* Notes what the function needs, if `subject` is made of what it was given. */
void summary_use(struct run *r, const struct state *s, enum use_kind kind, struct value subject, int8_t level,
                 const struct instruction *in, const struct step *step);
/* The same of a number of bytes. */
void summary_use_bytes(struct run *r, const struct state *s, enum use_kind kind, struct value subject, int64_t bytes,
                       const struct instruction *in, const struct step *step);
/* What a caller can tell ways out apart by. */
enum result_class {
    RESULT_NONE,
    RESULT_ZERO,
    RESULT_POSITIVE,
    RESULT_NEGATIVE,
    RESULT_NONZERO,
    RESULT_NOT_NEGATIVE,
    RESULT_ANY
};
enum result_class result_class(const struct run *r, const struct state *s, struct value result);
bool value_is_given(const struct program *p, node_id base);

/* owner.c: finds locks that a thread may acquire again; the lock at that argument of a call is one of them. */
void owners_find(struct engine *e);
bool owner_is_thread(const struct engine *e, const struct function *f, const struct instruction *in, int argument);

/* role.c: finds what Windows calls the driver's functions as. */
void roles_find(struct engine *e);
/* Called at the level of the interrupt, with its lock held. */
bool role_is_interrupt(const struct role *role);
/* scope.c: what the framework holds around callbacks; `kernel`: the driver runs in the kernel. */
void scopes_find(struct engine *e, bool kernel);
/* What an object has that leaves some to its parent. */
struct constraints constraints_within(struct constraints own, struct constraints parent);
bool constraints_serialize(struct constraints c);
/* What the instruction stores into that field of WDF_OBJECT_ATTRIBUTES, if it is a number; -1: nothing. */
int64_t attribute_stored(const struct function *f, const struct instruction *in, int64_t field);

#endif
