/* What the driver declares of its own functions is kept, by them and by their callers. */
#include "cwdk/check/declared.h"
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *claim,
                   const char *label, const char *help)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, place, r->f, s->step, claim), label, help);
}

static struct value parameter(const struct run *r, uint32_t number)
{
    return value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = number}));
}

static bool is_null(const struct run *r, const struct state *s, struct value v)
{
    const struct range range = state_range(r->p, s, v);
    return range.low == 0 && range.high == 0;
}

/* A lock is one of several classes; which one, only its functions tell. */
static const struct thing *lock_of(const struct state *s, struct value subject)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (class_table[s->things[i].class].lock && value_same(s->things[i].subject, subject))
            return &s->things[i];
    return NULL;
}

/* The lock that the callee demands was released on this path, or nobody can have it: Windows calls without locks. */
static void look_at_locks(struct run *r, struct state *s, const struct call *c)
{
    const struct declared *d = c->callee->declared;
    struct arena *a = r->e->arena;
    for (uint32_t i = 0; i < d->lock_count; i++) {
        uint32_t number;
        if (d->locks[i].verb != DECLARED_REQUIRES || !declared_parameter_of(c->callee, d->locks[i].name, &number) ||
            number >= c->count || !c->arguments[number].base)
            continue;
        const struct thing *t = lock_of(s, c->arguments[number]);
        if (t ? t->status == STATUS_ENDED : r->role != NULL)
            report(r, s, CODE_CHK7002, c->in->place,
                   arena_format(a, "%s is called without the lock that it demands", c->callee->name),
                   arena_format(a, "`%s` is not held on this path", d->locks[i].name),
                   "acquire the lock before the call, or release it after it");
    }
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    const struct declared *d = c->callee ? c->callee->declared : NULL;
    struct arena *a = r->e->arena;
    if (!d || r->f->from_kit)
        return true;
    look_at_locks(r, s, c);
    if (d->must_inspect && !c->in->used && c->in->width)
        report(r, s, CODE_CHK3001, c->in->place, arena_format(a, "the result of %s is ignored", c->callee->name),
               "declared _Must_inspect_result_", "look at the result, or take the annotation away");
    return true;
}

static bool is_promised(const struct run *r, struct value v)
{
    const struct declared *d = r->f->declared;
    const struct node *n = node_at(r->p, v.base);
    return v.base && n->kind == NODE_PARAMETER && d && d->parameters && n->a < r->f->parameter_count &&
           d->parameters[n->a].in && !d->parameters[n->a].optional;
}

/* NULL for a parameter that is declared otherwise: told where the function follows it. Many declare _In_ what they do
 * not even look at, and pass NULL. */
static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    const struct function *callee = in->callee;
    const struct declared *d = callee ? callee->declared : NULL;
    const struct node *n = &u->nodes->items[u->subject.base];
    if (u->kind != USE_NEEDS || !d || !d->parameters || n->kind != NODE_PARAMETER || n->a >= callee->parameter_count ||
        !d->parameters[n->a].in || d->parameters[n->a].optional || !is_null(r, s, subject))
        return true;
    if (is_promised(r, subject)) /* the caller has it from its own, who may not pass NULL either */
        return true;
    for (uint32_t i = 0; i < u->fact_count; i++) /* the function itself looked, and went on with NULL */
        if (value_mentions(u->nodes, u->facts[i].node, u->subject.base))
            return true;
    struct arena *a = r->e->arena;
    report(r, s, CODE_CHK7002, in->place,
           arena_format(a, "NULL is passed for `%s` of %s, which does not allow it", callee->parameters[n->a],
                        callee->name),
           "declared without _opt_, and followed", "pass something, or declare the parameter optional and test it");
    return false;
}

/* An optional parameter is followed before anything on the path has told that it is there. */
static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    (void)width;
    (void)write;
    const struct declared *d = r->f->declared;
    const node_id object = value_object(&r->p->nodes, address.base);
    const struct node *n = node_at(r->p, object);
    if (!d || !d->parameters || n->kind != NODE_PARAMETER || n->a >= r->f->parameter_count ||
        !d->parameters[n->a].optional || r->role)
        return true;
    const struct range range = state_range(r->p, s, value_of(object));
    if (range.nonzero || range.low > 0 || range.high < 0)
        return true;
    struct arena *a = r->e->arena;
    report(r, s, CODE_CHK7001, in->place,
           arena_format(a, "`%s` is optional, and may be NULL here", r->f->parameters[n->a]), "followed without a test",
           "test it for NULL before, or declare it without _opt_");
    state_narrow(r->p, s, value_of(object), (struct range){INT64_MIN, INT64_MAX, true});
    return true;
}

/* Something was stored there, by whomever. */
static bool is_written(const struct run *r, const struct state *s, node_id object)
{
    for (uint32_t i = state_first(s, object); i < s->cell_count && s->cells[i].base == object; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *v = node_at(r->p, c->value.base);
        const bool as_it_was = c->offset == REST ? c->width == REST_INITIAL
                                                 : c->value.base && v->kind == NODE_INITIAL && !c->value.offset &&
                                                       v->x.base == object && v->x.offset == c->offset;
        if (!as_it_was)
            return true;
    }
    for (uint32_t i = 0; i < s->cell_count; i++) /* an element of it, at a place that is not known */
        if (s->cells[i].base != object && value_object(&r->p->nodes, s->cells[i].base) == object)
            return true;
    return false;
}

/* Some way out gives a negative number, which is how an NTSTATUS says failure. */
static bool tells_failures(const struct run *r)
{
    for (uint32_t i = 0; i < r->exit_count; i++)
        if (result_class(r, r->exits[i].state, r->exits[i].value) == RESULT_NEGATIVE)
            return true;
    return false;
}

static void look_at_results(struct run *r, struct outcome *o, bool succeeds)
{
    const struct declared *d = r->f->declared;
    struct arena *a = r->e->arena;
    const struct place place = way_out(r, o->state, o->at);
    for (uint32_t i = 0; succeeds && d->parameters && i < r->f->parameter_count; i++) {
        const struct value v = parameter(r, i);
        if (d->parameters[i].out && !is_null(r, o->state, v) && !is_written(r, o->state, v.base))
            report(r, o->state, CODE_CHK7001, place,
                   arena_format(a, "`%s` is declared _Out_, and is not written on this path", r->f->parameters[i]),
                   "returns without a value in it", "write it on each path that succeeds, or declare it _Inout_");
    }
    if (d->not_null && r->f->result_pointer && is_null(r, o->state, o->value))
        report(r, o->state, CODE_CHK7001, place,
               arena_format(a, "%s is declared _Ret_notnull_, and returns NULL", r->f->name), "NULL on this path",
               "declare it _Ret_maybenull_, so that callers test the result");
}

static void look_at_lock(struct run *r, struct outcome *o, enum declared_lock verb, const char *name)
{
    uint32_t number;
    if (verb == DECLARED_REQUIRES || !declared_parameter_of(r->f, name, &number))
        return;
    const struct thing *t = lock_of(o->state, parameter(r, number));
    const bool kept = t && t->status == (verb == DECLARED_ACQUIRES ? STATUS_HAD : STATUS_ENDED);
    if (!kept)
        report(r, o->state, CODE_CHK7001, way_out(r, o->state, o->at),
               arena_format(r->e->arena, "%s is declared to %s `%s`, and does not on this path", r->f->name,
                            verb == DECLARED_ACQUIRES ? "acquire" : "release", name),
               "returns otherwise", "do so on each path, or say with _When_ on which");
}

static bool has_locks(const struct run *r)
{
    for (uint32_t i = 0; i < r->exit_count; i++)
        for (uint32_t k = 0; k < r->exits[i].state->thing_count; k++)
            if (class_table[r->exits[i].state->things[k].class].lock)
                return true;
    return false;
}

static void finish(struct run *r)
{
    const struct declared *d = r->f->declared;
    if (!d)
        return;
    const bool failures = tells_failures(r), locks = has_locks(r);
    for (uint32_t i = 0; i < r->exit_count; i++) {
        struct outcome *o = &r->exits[i];
        const enum result_class class = result_class(r, o->state, o->value);
        look_at_results(r, o, class == RESULT_NONE || (class == RESULT_ZERO && failures && r->f->result_width == 32));
        for (uint32_t k = 0; locks && k < d->lock_count; k++)
            look_at_lock(r, o, d->locks[k].verb, d->locks[k].name);
    }
}

const struct family family_declared = {
    .name = "declared", .access = access, .call = call, .use = use, .finish = finish};
