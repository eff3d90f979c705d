/* What becomes of things: begun, ended, taken, locked. The rules of their classes stand in classes.def. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

static const char *format_name(const struct run *r, const struct state *s, struct value v, unsigned class)
{
    return name_of_value(r, s, v, arena_format(r->e->arena, "the %s", class_table[class].noun));
}

static struct step *note(struct run *r, struct state *s, enum step_kind kind, const struct instruction *in,
                         struct value subject, unsigned class, const struct step *inside)
{
    struct step *step = path_step(r, s, kind, in);
    step->subject = subject;
    step->class = (uint8_t)class;
    step->inside = inside;
    return step;
}

/* What happened to the thing before belongs to the path, whatever was joined since. */
void thing_recall(struct run *r, struct state *s, const struct thing *t)
{
    if (!t->step)
        return;
    for (const struct step *i = s->step; i; i = i->before)
        if (i == t->step)
            return;
    struct step *again = path_step(r, s, STEP_ENTRY, NULL);
    const struct step *before = again->before;
    *again = *t->step;
    again->before = before;
    again->number = again->owner = 0;
}

void thing_report(struct run *r, struct state *s, const struct thing *t, const char *code, const struct instruction *in,
                  const struct step *inside, const char *claim, const char *label, const char *help)
{
    const struct step *before = s->step;
    if (t)
        thing_recall(r, s, t);
    if (inside)
        path_step(r, s, STEP_INSIDE, in)->inside = inside;
    finding_label(r->e->findings, finding_add(r->e->findings, code, in->place, r->f, s->step, claim), label, help);
    s->step = before;
}

void thing_begin(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                 const struct step *inside)
{
    if (!subject.base)
        return;
    struct thing *t = state_add_thing(s, subject, class);
    t->status = STATUS_HAD;
    t->own = true;
    t->since = in ? in->id : 0;
    if (in)
        t->step = note(r, s, STEP_BEGUN, in, subject, class, inside);
}

void thing_mark(struct run *r, struct state *s, struct value subject, unsigned class, enum status status,
                const struct instruction *in, const struct step *inside)
{
    if (!subject.base)
        return;
    const struct thing *there = state_thing(s, subject, class);
    const bool given = status != STATUS_HAD && (!there || (there->status != STATUS_HAD && there->given));
    struct thing *t = state_add_thing(s, subject, class);
    t->status = (uint8_t)status;
    t->given = given;
    t->since = in->id;
    const struct step *before = s->step;
    t->step = note(r, s, status == STATUS_HAD ? STEP_BEGUN : STEP_ENDED, in, subject, class, inside);
    if (class == CLASS_DPC && status == STATUS_ENDED) /* a wait is not among what leads to a finding */
        s->step = before;
}

void thing_forget(struct state *s, struct value subject, unsigned class)
{
    struct thing *t = state_thing(s, subject, class);
    if (!t)
        return;
    s->thing_count--;
    memmove(t, t + 1, (size_t)(s->things + s->thing_count - t) * sizeof *t);
}

static const char *how(const struct thing *t)
{
    return t->status == STATUS_TAKEN ? "handed on" : class_table[t->class].ended;
}

/* Of memory that was had on the path, that is all that is said: what else there is to give back is looked at as before.
 */
static bool end_twice(struct run *r, struct state *s, struct thing *t, const struct instruction *in,
                      const struct step *inside)
{
    const struct class_entry *c = &class_table[t->class];
    struct arena *a = r->e->arena;
    const char *name = format_name(r, s, t->subject, t->class);
    if (!c->twice)
        return true;
    thing_report(
        r, s, t, c->twice, in, inside, arena_format(a, "%s is %s a second time", name, c->ended),
        arena_format(a, "already %s on this path", how(t)),
        arena_format(a, "leave one of the two out, or set the variable to NULL after it was %s and test it", c->ended));
    const bool goes_on = t->class == CLASS_POOL && t->own;
    if (goes_on)
        t->status = STATUS_SHARED;
    return goes_on;
}

/* A count in memory, which is one less now, is compared with 0. */
static bool is_last(const struct program *p, const struct state *s, const struct node *n)
{
    if (n->kind != NODE_COMPARE || n->op != COMPARE_EQUAL || !value_is_number(n->y) || n->y.offset != n->x.offset + 1)
        return false;
    const struct node *count = node_at(p, n->x.base);
    const struct cell *c =
        count->kind == NODE_INITIAL || count->kind == NODE_LOAD ? state_cell(s, count->x.base, count->x.offset) : NULL;
    return c && c->value.base == n->x.base && c->value.offset == -1;
}

/* What an atomic operation gave is in it, or what is left of a count: of those who use something, mostly. */
static bool asks_count(const struct program *p, const struct state *s, node_id id)
{
    if (!id)
        return false;
    const struct node *n = node_at(p, id);
    if (is_last(p, s, n))
        return true;
    if (n->kind == NODE_RESULT && n->a != UINT32_MAX)
        return p->by_id[n->a]->op == OP_OPAQUE && p->by_id[n->a]->field;
    return asks_count(p, s, n->x.base) || asks_count(p, s, n->y.base);
}

/* It is ended if its count went to 0; the caller knows whether it has another one of them. */
static bool is_counted(const struct run *r, const struct state *s)
{
    enum { BACK = 8 };
    const struct step *step = s->step;
    for (int i = 0; step && i < BACK; i++, step = step->before)
        if (step->kind == STEP_BRANCH && asks_count(r->p, s, step->subject.base))
            return true;
    return false;
}

bool thing_end(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
               const struct step *inside)
{
    if (!subject.base)
        return true;
    if (class == CLASS_POOL && state_thing(s, subject, CLASS_ITEM)) /* what lookaside lists have is pool */
        class = CLASS_ITEM;
    if (class == CLASS_POOL && state_thing(s, subject, CLASS_STRING)) /* so do buffers of strings */
        class = CLASS_STRING;
    if (!pool_fits(r, s, subject, class, in, inside) || !inside_fits(r, s, subject, class, in, inside))
        return false;
    struct thing *t = state_thing(s, subject, class);
    if (t && t->status == STATUS_ENDED && class_table[class].twice)
        return end_twice(r, s, t, in, inside);
    if (t && t->status == STATUS_TAKEN && (class == CLASS_REQUEST || class == CLASS_IRP))
        return end_twice(r, s, t, in, inside);
    const bool own = t && t->own;
    t = state_add_thing(s, subject, class);
    t->status = is_counted(r, s) ? STATUS_SHARED : STATUS_ENDED;
    t->own = own;
    t->since = in->id;
    t->step = note(r, s, STEP_ENDED, in, subject, class, inside);
    return true;
}

bool thing_take(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                const struct step *inside)
{
    if (!subject.base)
        return true;
    struct thing *t = state_thing(s, subject, class);
    if (t && t->status == STATUS_ENDED && class_table[class].after)
        return thing_touch(r, s, subject, in, inside);
    if (!t && class == CLASS_OWN_IRP) /* an IRP that came from elsewhere is another class's */
        return true;
    const struct thing *made = state_thing(s, subject, CLASS_OWN_IRP);
    if (class == CLASS_IRP && made && made->own)
        return true;
    const bool own = t && t->own;
    t = state_add_thing(s, subject, class);
    t->status = STATUS_TAKEN;
    t->own = own;
    t->since = in->id;
    t->step = note(r, s, STEP_TAKEN, in, subject, class, inside);
    return true;
}

void thing_share(struct run *r, struct state *s, struct value subject, unsigned class)
{
    if (class == CLASS_NONE) { /* whatever it is, and what it has pointers to */
        state_escape(s, subject.base);
        for (uint32_t i = subject.base ? state_first(s, subject.base) : s->cell_count;
             i < s->cell_count && s->cells[i].base == subject.base; i++)
            if (s->cells[i].offset != REST)
                state_escape(s, s->cells[i].value.base);
        if (!value_is_given(r->p, subject.base))
            return;
    }
    struct thing *t = state_thing(s, subject, class);
    if (t && t->status == STATUS_HAD)
        t->status = STATUS_SHARED;
    else if (!t && subject.base)
        state_add_thing(s, subject, class)->status = STATUS_SHARED;
}

/* The lock meant: the same, or the only one of its class that is held, where the two may be one. */
static struct thing *held(struct state *s, struct value subject, unsigned class)
{
    struct thing *t = state_thing(s, subject, class), *other = NULL;
    if (t)
        return t;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == class && s->things[i].status == STATUS_HAD &&
            s->things[i].subject.base != subject.base)
            other = &s->things[i];
    return other;
}

/* Of these there is one, without an address. */
static struct value only_one(struct run *r, unsigned class)
{
    return value_of(nodes_get(&r->p->nodes,
                              (struct node){.kind = NODE_CONTEXT, .width = 64, .a = class, .b = CONTEXT_CANCEL_LOCK}));
}

struct value thing_cancel_lock(struct run *r)
{
    return only_one(r, CLASS_CANCEL_LOCK);
}

static struct value lock_subject(struct run *r, struct value subject, unsigned class)
{
    const bool one =
        class == CLASS_CANCEL_LOCK || class == CLASS_VPB_LOCK || class == CLASS_REGION || class == CLASS_GUARDED_REGION;
    return one ? only_one(r, class) : subject;
}

/* The level at which it is held; IRQL_UNKNOWN: that of who acquires it. */
static int8_t level_of_lock(const struct run *r, unsigned class)
{
    if (class == CLASS_INTERRUPT_LOCK)
        return r->e->waiting_interrupts ? IRQL_UNKNOWN : IRQL_DEVICE;
    return class_spins(class) ? IRQL_DISPATCH : IRQL_UNKNOWN;
}

bool thing_acquire(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                   const struct step *inside)
{
    subject = lock_subject(r, subject, class);
    if (!subject.base)
        return true;
    struct thing *t = state_thing(s, subject, class);
    struct arena *a = r->e->arena;
    if (t && t->status == STATUS_HAD && class_counts(class)) {
        t->times += t->times < UINT8_MAX;
        return true;
    }
    if (t && t->status == STATUS_HAD) {
        const char *name = format_name(r, s, subject, class);
        thing_report(r, s, t, class_table[class].twice, in, inside,
                     arena_format(a, "%s is acquired while it is held", name),
                     "never returns: the owner waits for itself",
                     "release the lock before, or call a variant of the function that expects it to be held");
        return false;
    }
    const bool given = t && t->given;
    const uint64_t key = inside ? 0 : lock_key(r, in);
    lock_acquired(r, s, key, NULL, in);
    t = state_add_thing(s, subject, class);
    t->key = key;
    t->status = STATUS_HAD;
    t->own = !given;
    t->given = given;
    t->since = in->id;
    t->irql = s->irql;
    t->step = note(r, s, STEP_BEGUN, in, subject, class, inside);
    const int8_t level = level_of_lock(r, class);
    if (s->irql < level)
        s->irql = level;
    return true;
}

bool thing_release(struct run *r, struct state *s, struct value subject, unsigned class, const struct instruction *in,
                   const struct step *inside)
{
    subject = lock_subject(r, subject, class);
    if (!subject.base)
        return true;
    struct thing *t = held(s, subject, class);
    struct arena *a = r->e->arena;
    if (t && t->status == STATUS_HAD && t->times) {
        t->times--;
        return true;
    }
    if (t && t->status == STATUS_ENDED && class_counts(class) && !r->role) /* the caller may have acquired it, too */
        return true;
    if (t && t->status == STATUS_ENDED) {
        const char *name = format_name(r, s, subject, class);
        const struct class_entry *c = &class_table[class];
        thing_report(r, s, t, CODE_CHK5002, in, inside,
                     arena_format(a,
                                  class_counts(class) ? "%s is %s, but it was not %s" : "%s is %s, but it is not held",
                                  name, c->ended, c->begun),
                     arena_format(a, "already %s on this path", c->ended),
                     arena_format(a, "have it %s once, on each path on which it was %s", c->ended, c->begun));
        return false;
    }
    if (t) {
        if (!class_counts(class))
            s->irql = t->irql;
        t->status = STATUS_ENDED;
        t->since = in->id;
    } else {
        t = state_add_thing(s, subject, class);
        t->status = STATUS_ENDED;
        t->given = true;
        t->key = inside ? 0 : lock_key(r, in);
        if (!class_counts(class))
            s->irql = IRQL_UNKNOWN;
    }
    t->step = note(r, s, STEP_ENDED, in, subject, class, inside);
    return true;
}

bool thing_touch(struct run *r, struct state *s, struct value v, const struct instruction *in,
                 const struct step *inside)
{
    const node_id object = value_object(&r->p->nodes, v.base);
    for (uint32_t i = 0; object && i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const struct class_entry *c = &class_table[t->class];
        const bool sent = t->class == CLASS_IRP && t->status == STATUS_TAKEN;
        if (t->subject.base != object || t->subject.offset > v.offset || (t->status != STATUS_ENDED && !sent) ||
            !c->after)
            continue;
        if (t->subject.offset && t->subject.offset != v.offset)
            continue;
        struct arena *a = r->e->arena;
        const char *name = format_name(r, s, t->subject, t->class);
        thing_report(r, s, t, c->after, in, inside, arena_format(a, "%s is used after it was %s", name, how(t)),
                     arena_format(a, "it was %s before", how(t)),
                     arena_format(a, "use it before it is %s, or keep a copy of what is needed", how(t)));
        return false;
    }
    return lent_touch(r, s, object, in, inside) && owner_touch(r, s, object, in, inside);
}
