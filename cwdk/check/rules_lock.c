/* Locks: released to the level that was saved, and acquired in one order in the whole driver. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

const char *lasting_name(const struct engine *e, const struct function *f, const struct operand *o)
{
    struct arena *a = e->arena;
    if (o->kind == OPERAND_VALUE && o->value.base) {
        const struct node *n = constant_at(f, o->value);
        if (n->kind != NODE_GLOBAL)
            return NULL;
        return o->value.offset ? arena_format(a, "%s+%lld", e->p->globals[n->a].name, (long long)o->value.offset)
                               : e->p->globals[n->a].name;
    }
    if (o->kind != OPERAND_INSTRUCTION)
        return NULL;
    const struct instruction *in = &f->instructions[o->index];
    if (in->op == OP_LOAD) /* a handle */
        return lasting_name(e, f, &in->operands[0]);
    if (in->op == OP_ADDRESS && in->operand_count == 1 && in->record && strncmp(in->record, "anon", 4) != 0)
        return arena_format(a, "%s+%lld", in->record, (long long)in->field);
    return NULL;
}

/* The lock of an object whose handle the function was given: nobody knows it by that name but the function itself. */
static const char *given_name(const struct run *r, const struct instruction *in)
{
    const struct operand *o = &in->operands[0];
    if (!in->callee || strcmp(in->callee->name, "WdfObjectAcquireLock") != 0 || o->kind != OPERAND_INSTRUCTION ||
        r->f->instructions[o->index].op != OP_LOAD ||
        r->f->instructions[o->index].operands[0].kind != OPERAND_INSTRUCTION)
        return NULL;
    const char *variable = r->f->instructions[r->f->instructions[o->index].operands[0].index].name;
    for (uint32_t i = 0; variable && i < r->f->parameter_count; i++)
        if (!strcmp(variable, r->f->parameters[i]))
            return arena_format(r->e->arena, "%s %s", r->f->name, variable);
    return NULL;
}

/* The hash of a name. Where the lock is met first is noted. */
uint64_t lock_key(const struct run *r, const struct instruction *in)
{
    const char *name = in->operand_count ? lasting_name(r->e, r->f, &in->operands[0]) : NULL;
    if (!name && in->operand_count)
        name = given_name(r, in);
    if (!name)
        return 0;
    struct record *k = r->e->record;
    const uint64_t key = text_hash64(name);
    for (uint32_t i = 0; i < k->place_count; i++)
        if (k->places[i].key == key)
            return key;
    k->places = record_room(r->e->arena, k->places, k->place_count, &k->place_room, sizeof *k->places);
    k->places[k->place_count++] = (struct lock_place){key, in, r->f};
    return key;
}

const char *first_argument(struct engine *e, const struct instruction *in)
{
    size_t length;
    const char *text = source_line(e->findings, in->place.file, in->place.line, &length)
                           ? source_text(e->findings, in->place, e->arena)
                           : NULL;
    const char *from = text ? strchr(text, '(') : NULL;
    if (!from)
        return NULL;
    from += strspn(from + 1, " ");
    size_t size = 0;
    for (int depth = 0; from[size + 1]; size++) {
        depth += (from[size + 1] == '(') - (from[size + 1] == ')');
        if (depth < 0 || (depth == 0 && from[size + 1] == ','))
            break;
    }
    return arena_format(e->arena, "`%s`", arena_substring(e->arena, from + 1, size));
}

const struct lock_place *lock_place(const struct engine *e, uint64_t key)
{
    const struct record *k = e->whole;
    for (uint32_t i = 0; i < k->place_count; i++)
        if (k->places[i].key == key)
            return &k->places[i];
    return NULL;
}

const char *lock_name(struct engine *e, uint64_t key)
{
    const struct lock_place *place = lock_place(e, key);
    const char *name = place ? first_argument(e, place->in) : NULL;
    return name ? name : "a lock";
}

static void add_pair(struct record *k, struct arena *a, struct lock_pair pair)
{
    for (uint32_t i = 0; i < k->pair_count; i++)
        if (k->pairs[i].first == pair.first && k->pairs[i].second == pair.second)
            return;
    k->pairs = record_room(a, k->pairs, k->pair_count, &k->pair_room, sizeof *k->pairs);
    k->pairs[k->pair_count++] = pair;
}

void lock_used(struct record *k, struct arena *a, struct lock_use use)
{
    for (uint32_t i = 0; i < k->use_count; i++) {
        const struct lock_use *u = &k->uses[i];
        if (u->way == use.way &&
            (u->in == use.in || (u->key == use.key && (use.way <= WAY_QUEUED || u->function == use.function))))
            return;
    }
    k->uses = record_room(a, k->uses, k->use_count, &k->use_room, sizeof *k->uses);
    k->uses[k->use_count++] = use;
}

void locks_take(struct engine *e, const struct record *k)
{
    struct record *whole = e->whole;
    for (uint32_t i = 0; i < k->place_count; i++)
        if (!lock_place(e, k->places[i].key)) {
            whole->places =
                record_room(e->arena, whole->places, whole->place_count, &whole->place_room, sizeof *whole->places);
            whole->places[whole->place_count++] = k->places[i];
        }
    for (uint32_t i = 0; i < k->pair_count; i++)
        add_pair(whole, e->arena, k->pairs[i]);
    for (uint32_t i = 0; i < k->use_count; i++)
        lock_used(whole, e->arena, k->uses[i]);
}

static bool lets_go(const struct state *there, uint64_t key)
{
    for (uint32_t i = 0; there && i < there->thing_count; i++)
        if (there->things[i].given && there->things[i].key == key)
            return true;
    return false;
}

void lock_acquired(struct run *r, struct state *s, uint64_t key, const struct state *there,
                   const struct instruction *in)
{
    for (uint32_t i = 0; key && i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (class_table[t->class].lock && t->status == STATUS_HAD && t->key && t->key != key && !lets_go(there, t->key))
            add_pair(r->e->record, r->e->arena, (struct lock_pair){t->key, key, in, r->f, s->step});
    }
}

/* One lock in both ways: the later one is told. */
static void lock_kinds(struct engine *e)
{
    const struct record *k = e->whole;
    for (uint32_t i = 0; i < k->use_count; i++)
        for (uint32_t j = 0; j < i; j++) {
            const struct lock_use *late = &k->uses[i], *early = &k->uses[j];
            if (late->key != early->key || late->way > WAY_QUEUED || early->way > WAY_QUEUED)
                continue;
            const struct place other = early->in->place;
            finding_label(
                e->findings,
                finding_add(e->findings, CODE_CHK5007, late->in->place, late->function, late->step,
                            arena_format(e->arena, "%s is acquired %s here, and %s elsewhere", lock_name(e, late->key),
                                         late->way == WAY_QUEUED ? "by its queue" : "without its queue",
                                         late->way == WAY_QUEUED ? "without" : "by it")),
                arena_format(e->arena, "the other way in %s, %s:%u", early->function->name, e->p->files[other.file],
                             (unsigned)other.line),
                "use one kind of functions for the lock everywhere");
        }
}

static const char *place_name(struct engine *e, const struct lock_pair *p)
{
    return arena_format(e->arena, "%s, %s:%u", p->function->name, e->p->files[p->in->place.file],
                        (unsigned)p->in->place.line);
}

static void report_pair(struct engine *e, const struct lock_pair *late, const struct lock_pair *early)
{
    struct finding *f =
        finding_add(e->findings, CODE_CHK5004, late->in->place, late->function, late->step,
                    arena_format(e->arena, "%s is acquired while %s is held, and elsewhere the other way round",
                                 lock_name(e, late->second), lock_name(e, late->first)));
    finding_label(e->findings, f, arena_format(e->arena, "the other way round in %s", place_name(e, early)),
                  "acquire the two in one order everywhere: two threads that do it in both wait for each other");
}

/* The orders that lead from the second lock of the pair back to its first one, the last first. */
static void report_circle(struct engine *e, const struct lock_pair *late, const uint32_t *back, uint32_t last)
{
    const struct lock_pair *pairs = e->whole->pairs;
    const char *circle = lock_name(e, late->first), *where = "";
    for (uint32_t i = last;; i = back[i] - 1) {
        circle = arena_format(e->arena, "%s, then %s", lock_name(e, pairs[i].first), circle);
        where = arena_format(e->arena, "%s before %s in %s%s%s", lock_name(e, pairs[i].first),
                             lock_name(e, pairs[i].second), place_name(e, &pairs[i]), *where ? "; " : "", where);
        if (!back[i])
            break;
    }
    struct finding *f =
        finding_add(e->findings, CODE_CHK5004, late->in->place, late->function, late->step,
                    arena_format(e->arena, "%s is acquired while %s is held, which closes a circle of orders: %s",
                                 lock_name(e, late->second), lock_name(e, late->first), circle));
    finding_label(e->findings, f, where,
                  "give the locks one order, and acquire them in it everywhere: threads that come to these places at "
                  "the same time wait for each other");
}

/* Whether orders that were met before this one lead from its second lock back to its first: by the fewest of them. */
static void look_for_circle(struct engine *e, uint32_t number)
{
    const struct lock_pair *pairs = e->whole->pairs, *late = &pairs[number];
    uint32_t *queue = memory_new((size_t)number + 1, sizeof *queue),
             *back = memory_new((size_t)number + 1, sizeof *back);
    bool *seen = memory_new((size_t)number + 1, sizeof *seen);
    uint32_t count = 0;
    for (uint32_t i = 0; i < number; i++)
        if (pairs[i].first == late->second) {
            seen[i] = true;
            queue[count++] = i;
        }
    for (uint32_t i = 0; i < count; i++) {
        const struct lock_pair *pair = &pairs[queue[i]];
        if (pair->second == late->first) {
            if (back[queue[i]])
                report_circle(e, late, back, queue[i]);
            else
                report_pair(e, late, pair);
            break;
        }
        for (uint32_t k = 0; k < number; k++)
            if (!seen[k] && pairs[k].first == pair->second) {
                seen[k] = true;
                back[k] = queue[i] + 1; /* 0 is none */
                queue[count++] = k;
            }
    }
    free(queue);
    free(back);
    free(seen);
}

void lock_orders(struct engine *e)
{
    lock_kinds(e);
    for (uint32_t i = 0; i < e->whole->pair_count; i++)
        look_for_circle(e, i);
}

static void report_level(struct run *r, struct state *s, const struct thing *t, int64_t level, struct place place)
{
    struct arena *a = r->e->arena;
    thing_recall(r, s, t);
    struct finding *f =
        finding_add(r->e->findings, CODE_CHK4005, place, r->f, s->step,
                    arena_format(a, "%s is released to %s, which is not the level from before",
                                 name_of_value(r, s, t->subject, "the spin lock"), level_name((int)level)));
    finding_label(r->e->findings, f,
                  t->irql == IRQL_UNKNOWN ? "the caller may have been at another level"
                                          : arena_format(a, "it was acquired at %s", level_name(t->irql)),
                  "release each lock with the level that its own acquisition saved");
}

/* It was acquired by a function for those who are at DISPATCH_LEVEL. */
static bool acquired_high(const struct run *r, const struct thing *t)
{
    const struct instruction *in = t->since ? r->p->by_id[t->since] : NULL;
    const struct contract *c = in && in->op == OP_CALL && in->callee ? in->callee->contract : NULL;
    return c && c->least >= IRQL_DISPATCH;
}

/* The level that is restored is not the one that was there before. */
static void check_level(struct run *r, struct state *s, const struct thing *t, int64_t level, struct place place)
{
    if (!t || t->status != STATUS_HAD || !t->own || t->irql == level || level < 0)
        return;
    if (t->irql == IRQL_UNKNOWN && r->level == IRQL_PASSIVE && level == IRQL_PASSIVE)
        return;
    if (t->irql == IRQL_UNKNOWN && level == IRQL_DISPATCH && acquired_high(r, t))
        return;
    report_level(r, s, t, level, place);
}

/* The level is lowered to one at which a spin lock that is held cannot be held. */
static void check_lowered(struct run *r, struct state *s, const struct call *c)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!class_spins(t->class) || t->status != STATUS_HAD || !t->own)
            continue;
        struct arena *a = r->e->arena;
        const char *name = name_of_value(r, s, t->subject, "the spin lock");
        thing_recall(r, s, t);
        finding_label(r->e->findings,
                      finding_add(r->e->findings, CODE_CHK4005, c->in->place, r->f, s->step,
                                  arena_format(a, "the level is lowered to %s while %s is held",
                                               level_name((int)c->arguments[0].offset), name)),
                      "the holder may be switched away from, and who spins waits for ever",
                      "release the spin lock before the level is lowered");
        return;
    }
}

/* A lock has its waiters in a queue, or spins on one word: each kind of function knows only its own. */
static void note_kind(struct run *r, struct state *s, const struct call *c)
{
    const bool queued = !strncmp(c->contract->name, "KeAcquireInStackQueuedSpinLock", 30);
    if (!queued && strncmp(c->contract->name, "KeAcquireSpinLock", 17) != 0)
        return;
    const uint64_t key = lock_key(r, c->in);
    if (key)
        lock_used(r->e->record, r->e->arena,
                  (struct lock_use){key, c->in, r->f, s->step, queued ? WAY_QUEUED : WAY_PLAIN});
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || !c->count)
        return true;
    if (!strcmp(c->contract->name, "KeLowerIrql") && value_is_number(c->arguments[0]) &&
        c->arguments[0].offset < IRQL_DISPATCH)
        check_lowered(r, s, c);
    note_kind(r, s, c);
    if (strcmp(c->contract->name, "KeReleaseSpinLock") != 0 || c->count < 2)
        return true;
    const struct value level = c->arguments[1];
    if (value_is_number(level))
        check_level(r, s, state_thing(s, c->arguments[0], CLASS_SPIN_LOCK), level.offset, c->in->place);
    else if (value_is_given(r->p, level.base))
        summary_use(r, s, USE_RESTORES, level, 0, c->in, s->step);
    return true;
}

/* The only spin lock that is held is the one that the called function releases. */
static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    const struct thing *held = NULL;
    uint32_t count = 0;
    if (u->kind != USE_RESTORES)
        return true;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].class == CLASS_SPIN_LOCK && s->things[i].status == STATUS_HAD) {
            held = &s->things[i];
            count++;
        }
    if (value_is_number(subject) && count == 1)
        check_level(r, s, held, subject.offset, in->place);
    else if (!value_is_number(subject) && value_is_given(r->p, subject.base))
        summary_use(r, s, USE_RESTORES, subject, 0, in, s->step);
    return true;
}

/* An interrupt is served, and enabled, with its lock held; which may be a lock of the driver's. */
static void begin(struct run *r, struct state *s)
{
    if (!r->role || !r->f->parameter_count || !role_is_interrupt(r->role) ||
        !strcmp(r->role->name, "KSYNCHRONIZE_ROUTINE")) /* which does not get the interrupt */
        return;
    const struct node interrupt = {.kind = NODE_PARAMETER, .width = 64, .a = 0};
    struct thing *t = state_add_thing(s, value_of(nodes_get(&r->p->nodes, interrupt)), CLASS_INTERRUPT_LOCK);
    t->status = STATUS_HAD;
    t->given = true;
    t->irql = IRQL_DEVICE;
}

const struct family family_lock = {.name = "lock", .begin = begin, .call = call, .use = use};
