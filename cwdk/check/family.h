/*
 * Rules hang on what happens on a path. A family of rules is one file with the hooks it needs, named in families.def;
 * each rule's code, title and page stand in cwdk/diag/codes/check.def.
 */
#ifndef CWDK_CHECK_FAMILY_H
#define CWDK_CHECK_FAMILY_H

#include "cwdk/check/engine.h"

struct call {
    const struct instruction *in;
    const struct function *callee; /* NULL: through a pointer */
    const struct contract *contract;
    const struct value *arguments;
    uint32_t count;
};

struct family {
    const char *name;
    /* Each may be NULL. Those that return bool: false ends the path, as nothing after it makes sense. */
    void (*begin)(struct run *r, struct state *s);
    bool (*access)(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in);
    /* So many bytes from there on are read or written at once. */
    bool (*span)(struct run *r, struct state *s, struct value address, struct value bytes, bool write,
                 const struct instruction *in);
    bool (*call)(struct run *r, struct state *s, const struct call *call);
    /* The same call has returned `result`, on one of its ways. */
    void (*after)(struct run *r, struct state *s, const struct call *call, struct value result);
    /* A need of a called function that its summary names; `subject` is in terms of the caller. */
    bool (*use)(struct run *r, struct state *s, const struct use *use, struct value subject,
                const struct instruction *in);
    void (*compare)(struct run *r, struct state *s, struct value x, struct value y, const struct instruction *in);
    void (*test)(struct run *r, struct state *s, struct value tested, const struct instruction *in);
    void (*load)(struct run *r, struct state *s, struct value address, struct value loaded,
                 const struct instruction *in);
    void (*end)(struct run *r, struct state *s, struct value result, const struct instruction *in);
    void (*finish)(struct run *r); /* all ways out are known: r->exits */
};

#define FAMILY(name) extern const struct family family_##name;
#include "cwdk/check/families.def"
#undef FAMILY

extern const struct family *const families[]; /* ended by NULL */

/* thing.c: what becomes of things, with the rules of their classes. `inside` is the last step in the function that did
 * it, or NULL. They return false where the path ends. */
void thing_begin(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                 const struct step *inside);
bool thing_end(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
               const struct step *inside);
bool thing_take(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                const struct step *inside);
void thing_share(struct run *r, struct state *s, struct value subject, unsigned class);
bool thing_acquire(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                   const struct step *inside);
bool thing_release(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                   const struct step *inside);
/* Something is true of `subject`, or no more, or perhaps: of classes that are marks. */
void thing_mark(struct run *r, struct state *s, struct value subject, unsigned class, enum status status,
                const struct instruction *in, const struct step *inside);
void thing_forget(struct state *s, struct value subject, unsigned class);
/* What the cancel spin lock is known by. */
struct value thing_cancel_lock(struct run *r);
/* The memory, or what a handle stands for, is used. */
bool thing_touch(struct run *r, struct state *s, struct value v, const struct instruction *in,
                 const struct step *inside);

/* A finding at a call, or in what it calls, where `inside` is the last step there; what happened to the thing, if there
 * is one, is among the steps. */
void thing_report(struct run *r, struct state *s, const struct thing *t, const char *code, const struct instruction *in,
                  const struct step *inside, const char *claim, const char *label, const char *help);
/* Makes sure that the last change of a thing is among the steps of the path. */
void thing_recall(struct run *r, struct state *s, const struct thing *t);

/* rules_pool.c: what is freed has to have been had from there. False where that is reported. */
bool pool_fits(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
               const struct step *inside);

/* rules_driver.c: a call of WdfDeviceCreate that makes a control device, where it succeeds. */
bool makes_control_device(const struct state *s, const struct call *c);

/* rules_inside.c: nothing that lies in what is freed is in use; MDLs are freed with their pages unlocked. */
bool inside_fits(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                 const struct step *inside);

/* rules_ending.c: a function leaves something on one way out and not on another, and the caller cannot tell which it
 * was by the result; or the one that leaves it is a failure. */
bool exit_is_slip(const struct run *r, const struct outcome *leaves, const struct outcome *other);
/* One way out leaves `t`, another ends it (`end`), and only what is not known of memory tells the two apart: which way
 * a call went that ends it, or a flag; `again`: one that was asked, too, before it was begun. */
bool exit_is_unsure(const struct run *r, const struct outcome *leaves, const struct thing *t,
                    const struct outcome *other, const struct thing *end, bool again);

/* rules_lent.c: a call that gives something of a request's, where it succeeds. */
bool lent_by(const struct call *c);
/* An object is used: nothing that a completed request has lent, nor an IRP that is gone: false ends the path. */
bool lent_touch(struct run *r, struct state *s, node_id object, const struct instruction *in,
                const struct step *inside);

/* rules_parents.c: an object is used: neither it nor what it belongs to may be gone. False where that is reported. */
bool owner_touch(struct run *r, struct state *s, node_id object, const struct instruction *in,
                 const struct step *inside);

/* rules_lock.c: a lock is acquired; those that are held already come before it, but for those that the called
 * function lets go of for a while: `there`, its state at the end, or NULL. */
void lock_acquired(struct run *r, struct state *s, uint64_t key, const struct state *there,
                   const struct instruction *in);
/* The name of a lock, a timer or the like that an operand leads to, the same in every function: of a global, or of a
 * field of a structure, in the engine's arena; those of two structures of one kind are one. NULL: not known. */
const char *lasting_name(const struct engine *e, const struct function *f, const struct operand *o);
/* Which lock a call is about, the same in every function; 0: not known. */
uint64_t lock_key(const struct run *r, const struct instruction *in);
const char *lock_name(struct engine *e, uint64_t key);
/* After the last function: where a lock is met first; NULL: nowhere. */
const struct lock_place *lock_place(const struct engine *e, uint64_t key);
/* Notes how a lock is used. */
void lock_used(struct record *k, struct arena *a, struct lock_use use);
/* rules_removal.c: after the last function: dispatch routines that do not acquire the remove lock, as others do. */
void removal_end(struct engine *e);
/* Adds what one function noted of locks. */
void locks_take(struct engine *e, const struct record *k);
/* The first argument of a call, as the source has it, in quotes; NULL where the source is not there. */
const char *first_argument(struct engine *e, const struct instruction *in);
/* After the last function: locks that are acquired in one order here and in another there. */
void lock_orders(struct engine *e);

/* rules_port_lock.c: a lock of Storport's is acquired, released, or perhaps released; of a handle that only this
 * function has no more is known than that it is held. */
void port_lock_mark(struct run *r, struct state *s, struct value handle, enum status status,
                    const struct instruction *in, const struct step *inside);

/* rules_local.c: the function, or one that it calls, waits or hands a request on. */
bool local_waits(const struct function *f);

/* loop.c: an access in a counting loop, with the last index that it has there: where that is. */
bool loop_furthest(struct run *r, struct state *s, const struct instruction *in, struct value *address);

/* rules_size.c: bytes of [from, to) of the object that no cell covers. */
int64_t bytes_unwritten(const struct state *s, node_id object, int64_t from, int64_t to);

/* rules_cancel.c: before the first function: which ones cancel routines call. */
void cancels_find(struct engine *e);

/* rules_guarded.c: adds what one function noted of accesses and calls. */
void guarded_take(struct engine *e, const struct record *k);
/* After the last function: data that is accessed without its lock somewhere. */
void guarded_end(struct engine *e);

/* rules_timers.c: after the last function: timers that nothing cancels, and DPCs that nothing waits for. */
void timers_end(struct engine *e);

/* rules_stopped.c: after the last function: what callbacks use goes when they were stopped and not waited for. */
void stopped_end(struct engine *e);
/* Where the function, or what it calls so deep, reads the field or global of that lasting name; NULL: nowhere. */
const struct instruction *field_read(const struct engine *e, const struct function *f, const char *field, int depth);

/* rules_sleep.c: after the last function: queues, and the device that leaves D0. */
void sleep_end(struct engine *e);

/* rules_registration.c: after the last function: registrations with NDIS that nothing undoes. */
void registrations_end(struct engine *e);

/* rules_left.c: after the last function: what the driver leaves behind when it is unloaded. */
void left_end(struct engine *e);

/* rules_information.c: before the first function: which ones have to do with buffers of IRPs and requests. */
void buffers_find(struct engine *e);

/* rules_own.c: a completion routine that returns STATUS_MORE_PROCESSING_REQUIRED nowhere. */
bool own_lets_go(const struct function *f);

/* rules_completion.c: before the first function: completion routines that are set for IRPs which are not marked. */
void completions_find(struct engine *e);

/* level.c: the level that the code may run at; IRQL_UNKNOWN: that of the caller. */
int8_t level_now(const struct run *r, const struct state *s);
const char *level_name(int level);

/* rules_ending.c: the statement that leaves the function, where the path does. */
struct place way_out(const struct run *r, const struct state *s, const struct instruction *in);

/* The source's name for a value at that point: of a variable that holds it, or "the memory". In the engine's arena. */
const char *name_of_value(const struct run *r, const struct state *s, struct value v, const char *otherwise);

/* rules_checks.c: after the last function, checks of the safe layer that no path fails. */
void checks_judge(struct engine *e);

/* stack.c: after the last function, frames that take too much of the stack. */
void stack_judge(struct engine *e);

/* routines.c: after the last function, what is deprecated or the system's own. */
void routines_judge(struct engine *e);

#endif
