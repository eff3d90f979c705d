/* Calls: of the driver's own functions by their summaries, of the interface by its contracts. */
#include "cwdk/check/declared.h"
#include "cwdk/check/engine.h"
#include "cwdk/check/extent.h"
#include "cwdk/host/text.h"
#include "cwdk/check/family.h"
#include "cwdk/check/table.h"

#include <stdlib.h>
#include <string.h>

void paths_add(struct paths *out, struct run *r, const struct path *like, const struct block *b, struct state *s)
{
    if (out->count == BOUND_FORKS) {
        r->bounded = true;
        state_free(s);
        return;
    }
    struct path *p = &out->items[out->count++];
    *p = (struct path){.s = s, .at = like->at, .temps = memory_new((size_t)b->count + 1, sizeof *p->temps)};
    memcpy(p->temps, like->temps, ((size_t)like->at + 1) * sizeof *p->temps);
}

/* Keeps the paths on which the result is in the range, and makes others of those on which it may not be. */
static uint32_t fork_paths(struct run *r, struct paths *out, const struct block *b, struct range yes, struct range no)
{
    const uint32_t count = out->count;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        struct path *p = &out->items[i];
        const struct value result = p->temps[p->at];
        struct state *other = state_copy(p->s);
        if (!state_narrow(r->p, other, result, no))
            state_free(other);
        else
            paths_add(out, r, p, b, other);
        if (!state_narrow(r->p, p->s, result, yes))
            p->dead = true;
        kept++;
    }
    return kept;
}

static const struct range success = {0, INT64_MAX, false}, failure = {INT64_MIN, -1, true}, none = {0, 0, false},
                          some = {INT64_MIN, INT64_MAX, true};

static bool raises_on_failure(const struct call *c)
{
    const bool flags = !strcmp(c->contract->name, "ExAllocatePool2") || !strcmp(c->contract->name, "ExAllocatePool3");
    return flags && c->count && value_is_number(c->arguments[0]) && c->arguments[0].offset & 0x20;
}

static enum rest first_content(const struct call *c)
{
    const int64_t flags = c->count && value_is_number(c->arguments[0]) ? c->arguments[0].offset : 0;
    if (c->contract->zeroes)
        return !strncmp(c->contract->name, "ExAllocatePool", 14) && c->contract->name[14] != 'Z' && flags & 0x2
                   ? REST_UNDEFINED
                   : REST_ZERO;
    return flags & 0x400 ? REST_ZERO : REST_UNDEFINED;
}

/* Unlocking an MDL's pages unmaps them, and so does completing its IRP: a function that does it by itself means to. */
static bool unmaps(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (f->instructions[i].op == OP_CALL && f->instructions[i].callee &&
            !strcmp(f->instructions[i].callee->name, "MmUnmapLockedPages"))
            return true;
    return false;
}

static void make(struct run *r, struct path *p, const struct call *c, const struct effect *e)
{
    struct value subject = p->temps[p->at];
    if (e->argument >= 0) {
        if ((uint32_t)e->argument >= c->count || !c->arguments[e->argument].base)
            return;
        subject = fresh_result(r, p->s, c->in, (unsigned)e->argument + 1, 64);
        state_narrow(r->p, p->s, subject, some);
        memory_store(r, p->s, c->arguments[e->argument], 64, subject, c->in);
    } else if (e->class == CLASS_POOL && !strncmp(c->contract->name, "ExAllocatePool", 14)) {
        state_cut(p->s, subject.base, BEFORE_ALL, INT64_MAX);
        state_set_rest(p->s, subject.base, first_content(c), c->in->id);
        extent_allocated(p->s, c, subject);
    }
    thing_begin(r, p->s, subject, e->class, c->in, NULL);
    if (e->class == CLASS_MAPPING && !strncmp(c->contract->name, "MmMapLocked", 11) && !unmaps(r->f))
        thing_share(r, p->s, subject, e->class);
    if (e->class == CLASS_MDL && c->count > 4 && c->arguments[4].base) /* the IRP has it */
        state_escape(p->s, subject.base);
}

static int8_t number_or(struct value v, int8_t otherwise)
{
    return value_is_number(v) && v.offset >= 0 && v.offset <= IRQL_HIGH ? (int8_t)v.offset : otherwise;
}

static struct value level_value(struct run *r, const struct state *s)
{
    if (s->irql != IRQL_UNKNOWN)
        return value_number(s->irql);
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_IRQL, .width = 8}));
}

/* Nothing in memory leads to the entry any more, wherever the list's head is. */
static void unlink_entry(struct run *r, struct state *s, struct value entry, const struct instruction *in)
{
    const struct value next = fresh_result(r, s, in, 0, 64);
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset != REST && s->cells[i].width == 64 && value_same(s->cells[i].value, entry) &&
            node_at(r->p, s->cells[i].base)->kind != NODE_LOCAL)
            s->cells[i].value = next;
}

/* Where a queued spin lock's handle has the lock that it is for. */
enum { HANDLE_LOCK = 8 };

static struct value subject_of(struct run *r, struct path *p, const struct call *c, const struct effect *e)
{
    if (e->argument >= 0 && (uint32_t)e->argument < c->count)
        return c->arguments[e->argument];
    if (e->argument == ARGUMENT_RESULT)
        return p->temps[p->at];
    if (e->argument == ARGUMENT_OF_HANDLE && c->count && c->arguments[0].base)
        return memory_load(r, p->s, (struct value){c->arguments[0].base, c->arguments[0].offset + HANDLE_LOCK}, 64,
                           c->in);
    return value_number(0);
}

/* A pointer that nobody has to give back, or NULL. */
static void give(struct run *r, struct path *p, const struct call *c, const struct effect *e, struct range range)
{
    const struct value v = fresh_result(r, p->s, c->in, (unsigned)e->argument + 1, 64);
    state_narrow(r->p, p->s, v, range);
    memory_store(r, p->s, subject_of(r, p, c, e), 64, v, c->in);
    if (!range.nonzero)
        path_step(r, p->s, STEP_NULL, c->in)->subject = v;
}

static bool acquire(struct run *r, struct state *s, struct value subject, const struct call *c, const struct effect *e)
{
    if (owner_is_thread(r->e, r->f, c->in, e->argument))
        return true;
    if (!thing_acquire(r, s, subject, e->class, c->in, NULL))
        return false;
    if (c->count > 1 && c->arguments[1].base && !strcmp(c->contract->parameters[1].type, "PKLOCK_QUEUE_HANDLE"))
        memory_store(r, s, (struct value){c->arguments[1].base, c->arguments[1].offset + HANDLE_LOCK}, 64, subject,
                     c->in);
    return true;
}

static bool is_held(const struct state *s, struct value subject, unsigned class)
{
    const struct thing *t = state_thing(s, subject, class);
    return t && t->status == STATUS_HAD;
}

static bool apply(struct run *r, struct path *p, const struct call *c, const struct effect *e)
{
    const struct value subject = subject_of(r, p, c, e);
    switch (e->verb) {
    case VERB_MAKES:
        make(r, p, c, e);
        return true;
    case VERB_STARTS:
        thing_begin(r, p->s, subject, e->class, c->in, NULL);
        return true;
    case VERB_ENDS:
        return thing_end(r, p->s, subject, e->class, c->in, NULL);
    case VERB_TAKES:
        return thing_take(r, p->s, subject, e->class, c->in, NULL);
    case VERB_SHARES:
        thing_share(r, p->s, subject, e->class);
        return true;
    case VERB_UNLINKS:
        unlink_entry(r, p->s, subject, c->in);
        return true;
    case VERB_EXPOSES:
        memory_expose(r, p->s, subject, true, c->in);
        memory_forget_inside(r, p->s, subject, c->in);
        return true;
    case VERB_ACQUIRES:
    case VERB_TRIES:
        return acquire(r, p->s, subject, c, e);
    case VERB_RELEASES:
        if (!strcmp(c->contract->name, "ExReleaseResourceForThreadLite") && !is_held(p->s, subject, e->class))
            return true; /* another one has acquired it */
        return owner_is_thread(r->e, r->f, c->in, e->argument) ||
               thing_release(r, p->s, subject, e->class, c->in, NULL);
    case VERB_RAISES:
        p->s->irql = number_or(subject, IRQL_DISPATCH);
        if (e->argument < 0)
            p->s->irql = IRQL_DISPATCH;
        path_step(r, p->s, STEP_RAISED, c->in);
        return true;
    case VERB_LOWERS:
        p->s->irql = number_or(subject, IRQL_UNKNOWN);
        return true;
    case VERB_FAILS: {
        const struct thing *t = state_thing(p->s, subject, e->class);
        return !t || t->status != STATUS_HAD || state_narrow(r->p, p->s, p->temps[p->at], failure);
    }
    case VERB_STOPS:
        return false;
    case VERB_GIVES:
        give(r, p, c, e, some);
        return true;
    case VERB_TELLS:
    case VERB_WAITS:
        break;
    }
    return true;
}

/* Paths on which the effect happens are the first ones of `out`; returns how many. */
static uint32_t split(struct run *r, struct paths *out, const struct block *b, const struct call *c,
                      const struct effect *e)
{
    const bool waits_forever = e->verb == VERB_TRIES && c->count > 1 && value_is_number(c->arguments[1]) &&
                               (e->when == WHEN_SUCCESS || c->arguments[1].offset); /* no time-out, or Wait is TRUE */
    for (uint32_t i = 0; waits_forever && i < out->count; i++)
        out->items[i].dead = !state_narrow(r->p, out->items[i].s, out->items[i].temps[out->items[i].at],
                                           e->when == WHEN_SUCCESS ? success : some);
    switch (c->in->width && !waits_forever ? e->when : WHEN_ALWAYS) {
    case WHEN_NONNULL:
        return raises_on_failure(c) ? fork_paths(r, out, b, some, (struct range){1, 0, false})
                                    : fork_paths(r, out, b, some, none);
    case WHEN_TRUE:
        return fork_paths(r, out, b, some, none);
    case WHEN_SUCCESS:
        if (e->verb == VERB_MAKES) /* none of them knows another success */
            return fork_paths(r, out, b, none, failure);
        return fork_paths(r, out, b, success, failure);
    default:
        return out->count;
    }
}

/* What the call was not to take is the caller's, whatever it was before. */
static void leave(struct state *s, const struct call *c, const struct effect *e)
{
    const struct value subject =
        e->argument >= 0 && (uint32_t)e->argument < c->count ? c->arguments[e->argument] : value_number(0);
    if (subject.base && !state_thing(s, subject, e->class))
        state_add_thing(s, subject, e->class)->status = STATUS_HAD;
}

static bool has_effect(const struct contract *c, uint32_t argument)
{
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].argument == (int)argument)
            return true;
    return false;
}

/* An IRP or request that goes with all that was put into it. */
static bool hands_on(const struct contract *c, uint32_t argument)
{
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].argument == (int)argument &&
            (c->effects[i].class == CLASS_IRP || c->effects[i].class == CLASS_OWN_IRP ||
             c->effects[i].class == CLASS_REQUEST))
            return true;
    return false;
}

/* A variable for a pointer or a handle, which has no value yet. */
static bool is_unset(const struct run *r, const struct state *s, struct value v, const struct parameter_contract *k)
{
    const struct node *n = node_at(r->p, v.base);
    const struct instruction *in = n->kind == NODE_LOCAL && n->a ? r->p->by_id[n->a] : NULL;
    uint32_t changed;
    return in && in->op == OP_LOCAL && in->size == 8 && !v.offset && !state_cell(s, v.base, 0) &&
           !(k->flags & (PARAMETER_IN | PARAMETER_BUFFER)) && state_rest(r->p, s, v.base, &changed) == REST_UNDEFINED;
}

/* A word, or two: what is beyond them the call may leave as it is. */
static void write_out(struct run *r, struct state *s, struct value v, const struct parameter_contract *k,
                      uint32_t argument, const struct instruction *in)
{
    enum { BUFFER = 8 };
    state_put(s, v.base, v.offset, 64, fresh_result(r, s, in, OUT_SET + argument, 64));
    static const char *const pairs[] = {"_STRING", "GUID", "UUID", "CLIENT_ID", "IO_STATUS_BLOCK"};
    bool pair = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        pair |= strstr(k->type, pairs[i]) != NULL;
    if (!(k->flags & PARAMETER_IN) && pair)
        state_put(s, v.base, v.offset + BUFFER, 64, fresh_result(r, s, in, OUT_SECOND + argument, 64));
}

/* What the call writes into what its arguments point to. */
static void write_parameters(struct run *r, struct path *p, const struct call *c)
{
    bool calls_back = false;
    for (uint32_t i = 0; i < c->contract->parameter_count; i++)
        calls_back |= c->contract->parameters[i].role != NULL;
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const struct parameter_contract *k = &c->contract->parameters[i];
        const struct value v = c->arguments[i];
        if (!v.base || c->in->operands[i].width != 64)
            continue;
        if (k->flags & PARAMETER_KEEPS)
            memory_expose(r, p->s, v, false, c->in);
        if (hands_on(c->contract, i)) {
            memory_expose_inside(r, p->s, v, c->in);
            continue;
        }
        const bool handle =
            (!strncmp(k->type, "WDF", 3) && !strchr(k->type, '*') && strcmp(k->type, "WDFCONTEXT") != 0) ||
            !strncmp(k->type, "PKSPIN", 6);
        if (handle)
            continue;
        if (!(k->flags & PARAMETER_SPECIFIED)) {
            if (!has_effect(c->contract, i))
                memory_expose(r, p->s, v, true, c->in);
            continue;
        }
        if (!(k->flags & PARAMETER_OUT)) {
            if (!(k->flags & PARAMETER_CONST))
                memory_forget_inside(r, p->s, v, c->in);
            if (calls_back && (!strcmp(k->type, "PVOID") || !strcmp(k->type, "WDFCONTEXT")))
                memory_expose(r, p->s, v, true, c->in); /* it may be what the callback gets */
            continue;
        }
        const bool local = node_at(r->p, v.base)->kind == NODE_LOCAL;
        if (c->contract->returns_status && i < OUT_MOST && is_unset(r, p->s, v, k))
            state_put(p->s, v.base, v.offset, 64, fresh_result(r, p->s, c->in, OUT_UNSET + i, 64));
        else if (k->flags & PARAMETER_IN && local && !v.offset)
            memory_change(r, p->s, v, c->in);
        else if (k->flags & PARAMETER_BUFFER || (local && !v.offset))
            memory_forget(r, p->s, v, c->in);
        else if (node_at(r->p, v.base)->kind != NODE_ELEMENT)
            write_out(r, p->s, v, k, i, c->in);
    }
}

/* Getters of the framework give the same for the same handle. */
static bool is_getter(const struct call *c)
{
    if (strncmp(c->contract->name, "Wdf", 3) != 0 || !strstr(c->contract->name, "Get") || c->count > 2 || !c->count)
        return false;
    return c->count == 1 || !strcmp(c->contract->name, "WdfObjectGetTypedContextWorker");
}

/* The same whenever it is asked for, in one thread. */
static bool is_thread(const char *name)
{
    static const char *const names[] = {"PsGetCurrentThread",
                                        "KeGetCurrentThread",
                                        "PsGetCurrentThreadId",
                                        "PsGetCurrentProcess",
                                        "IoGetCurrentProcess",
                                        "PsGetCurrentProcessId",
                                        NULL};
    return text_is_one_of(name, names);
}

static struct value result_of(struct run *r, struct path *p, const struct call *c)
{
    if (!c->in->width)
        return value_number(0);
    if (!strcmp(c->contract->name, "KeGetCurrentIrql") || !strcmp(c->contract->name, "KeAcquireSpinLockRaiseToDpc") ||
        !strcmp(c->contract->name, "KfRaiseIrql") || !strcmp(c->contract->name, "KeRaiseIrqlToDpcLevel"))
        return level_value(r, p->s);
    if (is_thread(c->contract->name))
        return value_of(nodes_get(&r->p->nodes,
                                  (struct node){.kind = NODE_CONTEXT, .width = 64, .a = text_hash(c->contract->name)}));
    if (!strcmp(c->contract->name, "MmGetSystemAddressForMdlSafe")) /* mapped once */
        return value_of(
            nodes_get(&r->p->nodes,
                      (struct node){.kind = NODE_CONTEXT, .width = 64, .b = CONTEXT_OFFERED, .x = c->arguments[0]}));
    if (is_getter(c) && c->in->width == 64)
        return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_CONTEXT,
                                                              .width = 64,
                                                              .a = text_hash(c->contract->name),
                                                              .x = c->arguments[0],
                                                              .y = c->count > 1 ? c->arguments[1] : value_number(0)}));
    return fresh_result(r, p->s, c->in, 0, c->in->width);
}

/* What stands for the dots of a declaration may be written, unless it is printed. */
static void write_more(struct run *r, struct path *p, const struct call *c)
{
    if (strstr(c->contract->name, "rint")) /* DbgPrint, RtlStringCbPrintfW */
        return;
    for (uint32_t i = c->contract->parameter_count; i < c->count; i++)
        if (c->in->operands[i].width == 64)
            memory_expose(r, p->s, c->arguments[i], true, c->in);
}

/* The result may be NULL: paths of their own for that. */
static void fork_null(struct run *r, struct paths *out, const struct block *b, const struct call *c)
{
    for (uint32_t k = fork_paths(r, out, b, some, none); k < out->count; k++)
        path_step(r, out->items[k].s, STEP_NULL, c->in)->subject = out->items[k].temps[out->items[k].at];
}

/* Functions of the framework that do their work at once: none of their results says that it is done later. */
static void exclude_pending(struct run *r, struct state *s, const struct call *c, struct value result)
{
    enum { WIDTH = 32, PENDING = 0x103 };
    const char *name = c->contract->name;
    if (c->in->width == WIDTH && !strncmp(name, "Wdf", 3) && (strstr(name, "Retrieve") || strstr(name, "Create")))
        state_assume(r->p, s, value_compare(&r->p->nodes, COMPARE_EQUAL, result, value_number(PENDING), WIDTH), false);
}

static void call_interface(struct run *r, struct path *p, const struct block *b, const struct call *c,
                           struct paths *out)
{
    p->temps[p->at] = result_of(r, p, c);
    exclude_pending(r, p->s, c, p->temps[p->at]);
    write_parameters(r, p, c);
    write_more(r, p, c);
    const bool forks = extent_retrieves(c) || makes_control_device(p->s, c);
    paths_add(out, r, p, b, p->s);
    const uint32_t succeeded = forks ? fork_paths(r, out, b, success, failure) : out->count;
    for (uint32_t k = 0; k < succeeded; k++)
        if (!out->items[k].dead)
            extent_after(r, out->items[k].s, c, out->items[k].temps[p->at]);
    bool made = false;
    for (uint32_t i = 0; i < c->contract->effect_count; i++) {
        const struct effect *e = &c->contract->effects[i];
        const uint32_t count = split(r, out, b, c, e);
        made |= e->when == WHEN_NONNULL;
        for (uint32_t k = 0; k < count; k++)
            if (!out->items[k].dead && !apply(r, &out->items[k], c, e))
                out->items[k].dead = true;
        for (uint32_t k = count; e->verb == VERB_GIVES && k < out->count; k++)
            give(r, &out->items[k], c, e, none);
        for (uint32_t k = count; e->verb == VERB_SHARES && e->when == WHEN_TRUE && k < out->count; k++)
            leave(out->items[k].s, c, e);
        if (made)
            for (uint32_t k = count; k < out->count; k++)
                path_step(r, out->items[k].s, STEP_NULL, c->in)->subject = out->items[k].temps[p->at];
    }
    if (c->contract->maybe_null && !made && c->in->width == 64)
        fork_null(r, out, b, c);
}

static void call_unknown(struct run *r, struct path *p, const struct block *b, const struct call *c, struct paths *out)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (c->in->operands[i].width == 64)
            memory_expose(r, p->s, c->arguments[i], true, c->in);
    if (c->in->width)
        p->temps[p->at] = fresh_result(r, p->s, c->in, 0, c->in->width);
    paths_add(out, r, p, b, p->s);
    if (c->callee && c->callee->declared && c->callee->declared->maybe_null && c->in->width == 64)
        fork_null(r, out, b, c);
}

/* What it calls: by name, or by a pointer that is known, or that was read from a table. None is a function that nobody
 * knows. */
static uint32_t find_callees(struct run *r, const struct path *p, const struct block *b, const struct instruction *in,
                             const struct function *out[TABLE_CALLEES])
{
    out[0] = in->callee;
    if (in->callee)
        return 1;
    const struct value v = path_operand(r, p, b, &in->operands[in->operand_count - 1]);
    if (v.base && !v.offset && node_at(r->p, v.base)->kind == NODE_FUNCTION)
        out[0] = r->p->functions[node_at(r->p, v.base)->a];
    const uint32_t count = out[0] || r->f->from_kit ? 1 : table_callees(r->p, v, in, out);
    return count ? count : 1;
}

static bool by_contract(const struct function *f)
{
    return f && f->contract && (f->contract->effect_count || !f->defined || f->framework);
}

static void run_one(struct run *r, struct path *p, const struct block *b, const struct call *c, struct paths *out)
{
    bool goes_on = true;
    for (const struct family *const *f = families; *f && goes_on; f++)
        goes_on = !(*f)->call || (*f)->call(r, p->s, c);
    if (!goes_on)
        state_free(p->s);
    else if (by_contract(c->callee))
        call_interface(r, p, b, c, out);
    else if (c->callee && summary_of(r, c->callee))
        summary_apply(r, p, b, c->in, c->callee, c->arguments, c->count, out);
    else
        call_unknown(r, p, b, c, out);
    for (const struct family *const *f = families; *f; f++)
        for (uint32_t i = 0; (*f)->after && i < out->count; i++)
            if (!out->items[i].dead)
                (*f)->after(r, out->items[i].s, c, out->items[i].temps[out->items[i].at]);
    p->s = NULL;
}

/* The paths become those of `out`, as far as there is room. */
static void move_paths(struct run *r, struct paths *out, const struct paths *from)
{
    for (uint32_t i = 0; i < from->count; i++)
        if (out->count < BOUND_FORKS) {
            out->items[out->count++] = from->items[i];
        } else {
            r->bounded = true;
            state_free(from->items[i].s);
            free(from->items[i].temps);
        }
}

void call_run(struct run *r, struct path *p, const struct block *b, const struct instruction *in, struct paths *out)
{
    const struct function *callees[TABLE_CALLEES];
    const uint32_t callee_count = find_callees(r, p, b, in, callees);
    const uint32_t count = in->operand_count - !in->callee;
    struct value *arguments = memory_new((size_t)count + 1, sizeof *arguments);
    for (uint32_t i = 0; i < count; i++)
        arguments[i] = path_operand(r, p, b, &in->operands[i]);
    for (uint32_t i = 0; i < callee_count; i++) {
        const struct call c = {in, callees[i], callees[i] ? callees[i]->contract : NULL, arguments, count};
        struct path each = *p;
        struct paths more = {0};
        if (i + 1 < callee_count)
            each.s = state_copy(p->s);
        run_one(r, &each, b, &c, &more);
        move_paths(r, out, &more);
    }
    p->s = NULL;
    free(arguments);
}
