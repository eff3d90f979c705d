/* Locks: released to the level that was saved, and acquired in one order in the whole driver. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/check/names.h"

#include <stdio.h>
#include <string.h>

/* One lock was acquired while another was held. */
struct lock_pair {
    uint32_t first, second;
    uint32_t instruction; /* that acquired the second */
    const struct step *step;
};

const char *lasting_name(const struct engine *e, const struct function *f, const struct operand *o)
{
    struct arena *a = e->arena;
    if (o->kind == OPERAND_VALUE && o->value.base) {
        const struct node *n = node_at(e->p, o->value.base);
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

/* Keys are numbers of names, in the table of nodes. */
uint32_t lock_key(const struct run *r, const struct instruction *in)
{
    const char *name = in->operand_count ? lasting_name(r->e, r->f, &in->operands[0]) : NULL;
    if (!name)
        return 0;
    char text[160];
    snprintf(text, sizeof text, "//lock/%s", name);
    struct name_entry *e = name_get(r->p, text);
    if (!e->lock)
        e->lock = in->id;
    return e->lock;
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

const char *lock_name(struct engine *e, uint32_t key)
{
    const char *name = first_argument(e, e->p->by_id[key]);
    return name ? name : "a lock";
}

static void add_pair(struct engine *e, struct lock_pair pair)
{
    for (uint32_t i = 0; i < e->pair_count; i++)
        if (e->pairs[i].first == pair.first && e->pairs[i].second == pair.second)
            return;
    if (e->pair_count == e->pair_room) {
        e->pair_room = e->pair_room * 2 + 16;
        struct lock_pair *more = arena_array(e->arena, e->pair_room, sizeof *more);
        if (e->pair_count)
            memcpy(more, e->pairs, e->pair_count * sizeof *more);
        e->pairs = more;
    }
    e->pairs[e->pair_count++] = pair;
}

static bool lets_go(const struct state *there, uint32_t key)
{
    for (uint32_t i = 0; there && i < there->thing_count; i++)
        if (there->things[i].given && there->things[i].key == key)
            return true;
    return false;
}

void lock_acquired(struct run *r, struct state *s, uint32_t key, const struct state *there,
                   const struct instruction *in)
{
    for (uint32_t i = 0; key && i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (class_table[t->class].lock && t->status == STATUS_HAD && t->key && t->key != key && !lets_go(there, t->key))
            add_pair(r->e, (struct lock_pair){t->key, key, in->id, s->step});
    }
}

void lock_orders(struct engine *e)
{
    for (uint32_t i = 0; i < e->pair_count; i++)
        for (uint32_t k = 0; k < i; k++) {
            const struct lock_pair *late = &e->pairs[i], *early = &e->pairs[k];
            if (late->first != early->second || late->second != early->first)
                continue;
            const struct instruction *in = e->p->by_id[late->instruction], *other = e->p->by_id[early->instruction];
            struct finding *f =
                finding_add(e->findings, CODE_CHK5004, in->place, e->p->owner_by_id[late->instruction], late->step,
                            arena_format(e->arena, "%s is acquired while %s is held, and elsewhere the other way round",
                                         lock_name(e, late->second), lock_name(e, late->first)));
            finding_label(
                e->findings, f,
                arena_format(e->arena, "the other way round in %s, %s:%u", e->p->owner_by_id[early->instruction]->name,
                             e->p->files[other->place.file], (unsigned)other->place.line),
                "acquire the two in one order everywhere: two threads that do it in both wait for each other");
        }
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

/* The level that is restored is not the one that was there before. */
static void check_level(struct run *r, struct state *s, const struct thing *t, int64_t level, struct place place)
{
    if (!t || t->status != STATUS_HAD || !t->own || t->irql == level || level < 0)
        return;
    if (t->irql == IRQL_UNKNOWN && r->level == IRQL_PASSIVE && level == IRQL_PASSIVE)
        return;
    report_level(r, s, t, level, place);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || strcmp(c->contract->name, "KeReleaseSpinLock") != 0 || c->count < 2)
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

const struct family family_lock = {.name = "lock", .call = call, .use = use};
