/* Summaries and records from bytes: the other way of recall_record.c. */
#include "cwdk/check/bytes.h"
#include "cwdk/check/keep.h"
#include "cwdk/check/recall.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>

struct input {
    struct reader in;
    const struct recall *names;
    struct engine *e;
    struct function *f;
    struct summary *m;
    struct arena *a; /* of the summary */
    uint32_t node_count;
};

static uint64_t number(struct input *i, uint64_t most)
{
    const uint64_t n = get_number(&i->in);
    i->in.bad |= n > most;
    return i->in.bad ? 0 : n;
}

static node_id get_base(struct input *i)
{
    return (node_id)number(i, i->node_count ? i->node_count - 1 : 0);
}

static struct value get_value(struct input *i)
{
    const node_id base = get_base(i);
    return (struct value){base, get_signed(&i->in)};
}

static struct function *get_function(struct input *i)
{
    struct function *f = recall_function_of(i->names, get_whole(&i->in));
    i->in.bad |= !f;
    return f;
}

/* A variable of a function that this one is a part of. */
static void get_local(struct input *i, struct node *n)
{
    const struct function *owner = get_function(i);
    const int64_t field = get_signed(&i->in);
    get_signed(&i->in);
    get_word(&i->in);
    for (uint32_t k = 0; owner && k < owner->instruction_count; k++)
        if (owner->instructions[k].op == OP_LOCAL && owner->instructions[k].field == field) {
            n->a = owner->instructions[k].id;
            n->b = owner->id;
            return;
        }
    i->in.bad = true;
}

/* What recall_describe wrote is part of what callers see, and not needed again. */
static void skip_description(struct input *i)
{
    i->in.at += get_count(&i->in);
}

static struct node get_node(struct input *i)
{
    struct node n = {.kind = (uint8_t)number(i, NODE_IRQL), .width = (uint8_t)number(i, UINT8_MAX)};
    switch (n.kind) {
    case NODE_GLOBAL:
        n.a = recall_global_of(i->names, get_whole(&i->in));
        i->in.bad |= n.a == UINT32_MAX;
        get_signed(&i->in);
        get_number(&i->in);
        break;
    case NODE_FUNCTION: {
        const struct function *f = get_function(i);
        n.a = f ? f->id : 0;
        skip_description(i);
        break;
    }
    case NODE_LOCAL:
        get_local(i, &n);
        break;
    default:
        n.op = (uint32_t)number(i, UINT32_MAX);
        n.a = (uint32_t)number(i, UINT32_MAX);
        n.b = (uint32_t)number(i, UINT32_MAX);
        n.x = get_value(i);
        n.y = get_value(i);
        break;
    }
    return n;
}

static void get_nodes(struct input *i)
{
    struct nodes *to = &i->e->building;
    const uint32_t count = get_count(&i->in);
    nodes_begin(to, NULL, 0);
    for (uint32_t k = 1; k < count && !i->in.bad; k++) {
        i->node_count = k;
        const struct node n = get_node(i);
        i->in.bad |= nodes_get(to, n) != k;
    }
    i->node_count = to->count;
    i->m->nodes =
        (struct nodes){.items = arena_copy(i->a, to->items, to->count * sizeof *to->items), .count = to->count};
}

static struct fact *get_facts(struct input *i, uint32_t *count)
{
    const uint32_t all = get_count(&i->in);
    struct fact *facts = arena_array(i->a, all, sizeof *facts);
    for (*count = 0; *count < all && !i->in.bad; ++*count) {
        struct fact *f = &facts[*count];
        f->node = get_base(i);
        const uint64_t flags = number(i, 7);
        f->compared = flags & 1;
        f->limited = flags >> 1 & 1;
        f->range.nonzero = flags >> 2;
        f->range.low = get_signed(&i->in);
        f->range.high = get_signed(&i->in);
    }
    return facts;
}

static struct state *get_state(struct input *i)
{
    struct state *s = arena_alloc(i->a, sizeof *s);
    s->irql = (int8_t)get_signed(&i->in);
    s->raises = number(i, 1);
    const uint32_t cells = get_count(&i->in);
    s->cells = arena_array(i->a, cells, sizeof *s->cells);
    for (; s->cell_count < cells && !i->in.bad; s->cell_count++) {
        struct cell *c = &s->cells[s->cell_count];
        c->base = get_base(i);
        c->width = (uint16_t)number(i, UINT16_MAX);
        c->offset = get_signed(&i->in);
        c->value = get_value(i);
    }
    s->facts = get_facts(i, &s->fact_count);
    const uint32_t things = get_count(&i->in);
    s->things = arena_array(i->a, things, sizeof *s->things);
    for (; s->thing_count < things && !i->in.bad; s->thing_count++) {
        struct thing *t = &s->things[s->thing_count];
        t->subject = get_value(i);
        t->class = (uint8_t)number(i, CLASS_COUNT - 1);
        t->status = (uint8_t)number(i, STATUS_SHARED);
        const uint64_t flags = number(i, 7);
        t->escaped = flags & 1;
        t->given = flags >> 1 & 1;
        t->own = flags >> 2;
        t->times = (uint8_t)number(i, UINT8_MAX);
        t->irql = (int8_t)get_signed(&i->in);
        t->key = get_whole(&i->in);
    }
    s->cell_room = s->cell_count;
    s->fact_room = s->fact_count;
    s->thing_room = s->thing_count;
    return s;
}

static struct step *new_head(struct input *i, uint32_t number)
{
    struct step *head = arena_alloc(i->e->kept, sizeof *head);
    head->owner = i->f->id + 1;
    head->number = number;
    return head;
}

static void get_summary(struct input *i)
{
    struct summary *m = i->m;
    m->bounded = number(i, 1);
    get_nodes(i);
    const uint32_t outcomes = get_count(&i->in);
    m->outcomes = arena_array(i->a, outcomes, sizeof *m->outcomes);
    for (; m->outcome_count < outcomes && !i->in.bad; m->outcome_count++) {
        struct outcome *o = &m->outcomes[m->outcome_count];
        o->value = get_value(i);
        o->state = get_state(i);
        o->state->step = new_head(i, m->outcome_count + 1);
    }
    const uint32_t uses = get_count(&i->in);
    m->uses = arena_array(i->a, uses, sizeof *m->uses);
    m->use_room = uses;
    for (; m->use_count < uses && !i->in.bad; m->use_count++) {
        struct use *u = &m->uses[m->use_count];
        u->kind = (enum use_kind)number(i, UINT8_MAX);
        u->subject = get_value(i);
        u->level = (int8_t)get_signed(&i->in);
        u->bytes = get_signed(&i->in);
        u->facts = get_facts(i, &u->fact_count);
        u->nodes = &m->nodes;
        u->step = new_head(i, outcomes + m->use_count + 1);
    }
}

static const struct instruction *get_own(struct input *i, bool may_be_none)
{
    const uint64_t at = number(i, i->f->instruction_count);
    i->in.bad |= !at && !may_be_none;
    return at && !i->in.bad ? &i->f->instructions[at - 1] : NULL;
}

/* Of the function itself, or of one that it needs, whose summary is there while it is read. */
static const struct summary *summary_there(const struct input *i, const struct function *f)
{
    for (uint32_t n = 0; n < i->f->need_count; n++)
        if (i->f->needs[n] == f)
            return f->summary;
    return f == i->f ? i->m : NULL;
}

static const struct step *get_reference(struct input *i, const struct record *k)
{
    const uint64_t kind = number(i, 2);
    if (!kind)
        return NULL;
    const struct function *f = kind == 2 ? get_function(i) : NULL;
    const uint64_t at = number(i, UINT32_MAX);
    const struct summary *m = f ? summary_there(i, f) : NULL;
    i->in.bad |= !at || (kind == 1 && at > k->step_count) || (kind == 2 && !m);
    if (i->in.bad)
        return NULL;
    if (kind == 1)
        return k->steps[at - 1];
    if (at <= m->outcome_count)
        return m->outcomes[at - 1].state->step;
    i->in.bad |= at - m->outcome_count > m->use_count;
    return i->in.bad ? NULL : m->uses[at - m->outcome_count - 1].step;
}

static void get_step(struct input *i, const struct record *k, struct step *s)
{
    const struct instruction *in = get_own(i, true);
    s->instruction = in ? in->id : 0;
    s->kind = (uint8_t)number(i, STEP_RAISED);
    const uint64_t flags = number(i, 127);
    s->taken = flags & 1;
    s->sense = flags >> 1 & 7;
    s->says = (uint8_t)(flags >> 4);
    s->class = (uint8_t)number(i, CLASS_COUNT - 1);
    s->before = get_reference(i, k);
    s->inside = get_reference(i, k);
}

static const struct instruction *get_instruction_of(struct input *i)
{
    const uint64_t need = number(i, i->f->need_count);
    if (!need)
        return get_own(i, false);
    const struct summary *m = i->in.bad ? NULL : i->f->needs[need - 1]->summary;
    const uint64_t at = number(i, UINT32_MAX);
    i->in.bad |= !m || at >= m->use_count;
    return i->in.bad ? NULL : i->e->p->by_id[m->uses[at].instruction];
}

static struct place get_place(struct input *i)
{
    const uint64_t kind = number(i, 2);
    const struct instruction *in = kind == 1 ? get_own(i, false) : kind == 2 ? get_instruction_of(i) : NULL;
    struct place place = in ? in->place : i->f->place;
    if (kind != 2)
        place.column = (uint32_t)number(i, UINT32_MAX);
    return place;
}

static void get_steps(struct input *i, struct record *k)
{
    const uint32_t steps = get_count(&i->in);
    k->steps = arena_array(i->e->kept, steps, sizeof(struct step *));
    for (; k->step_count < steps && !i->in.bad; k->step_count++) {
        struct step *s = arena_alloc(i->e->kept, sizeof *s);
        get_step(i, k, s);
        s->number = k->step_count + 1;
        k->steps[k->step_count] = s;
    }
    for (uint32_t n = 0; i->m && n < i->m->outcome_count && !i->in.bad; n++)
        get_step(i, k, (struct step *)i->m->outcomes[n].state->step);
    for (uint32_t n = 0; i->m && n < i->m->use_count && !i->in.bad; n++) {
        struct use *u = &i->m->uses[n];
        const struct instruction *in = get_instruction_of(i);
        u->instruction = in ? in->id : 0;
        if (number(i, 1))
            get_step(i, k, (struct step *)u->step);
        else
            u->step = NULL;
    }
}

static const char *get_text(struct input *i)
{
    const char *word = get_word(&i->in);
    return word ? arena_string(i->e->kept, word) : NULL;
}

static void get_visits(struct input *i, struct visits *v)
{
    const uint32_t count = get_count(&i->in);
    v->items = arena_array(i->e->kept, count, sizeof *v->items);
    for (v->room = count; v->count < count && !i->in.bad; v->count++) {
        struct visit *x = &v->items[v->count];
        x->in = get_own(i, false);
        x->function = i->f;
        x->all = get_number(&i->in);
        x->any = get_number(&i->in);
        x->released = get_number(&i->in);
        const uint64_t flags = number(i, 7);
        x->by_driver = flags & 1;
        x->by_windows = flags >> 1 & 1;
        x->write = flags >> 2;
        x->field = get_text(i);
        const uint64_t callee = get_whole(&i->in);
        x->callee = callee ? recall_function_of(i->names, callee) : NULL;
        i->in.bad |= callee && !x->callee;
    }
}

static void get_locks(struct input *i, struct record *k)
{
    struct arena *a = i->e->kept;
    const uint32_t locks = get_count(&i->in);
    k->locks = arena_array(a, locks, sizeof *k->locks);
    for (; k->lock_count < locks && !i->in.bad; k->lock_count++)
        k->locks[k->lock_count] = get_whole(&i->in);
    i->in.bad |= k->lock_count > MOST_LOCKS;
    const uint32_t places = get_count(&i->in);
    k->places = arena_array(a, places, sizeof *k->places);
    for (; k->place_count < places && !i->in.bad; k->place_count++) {
        const uint64_t key = get_whole(&i->in);
        k->places[k->place_count] = (struct lock_place){key, get_own(i, false), i->f};
    }
    const uint32_t pairs = get_count(&i->in);
    k->pairs = arena_array(a, pairs, sizeof *k->pairs);
    for (; k->pair_count < pairs && !i->in.bad; k->pair_count++) {
        struct lock_pair *x = &k->pairs[k->pair_count];
        x->first = get_whole(&i->in);
        x->second = get_whole(&i->in);
        x->in = get_own(i, false);
        x->function = i->f;
        x->step = get_reference(i, k);
    }
    const uint32_t uses = get_count(&i->in);
    k->uses = arena_array(a, uses, sizeof *k->uses);
    for (; k->use_count < uses && !i->in.bad; k->use_count++) {
        struct lock_use *x = &k->uses[k->use_count];
        x->key = get_whole(&i->in);
        x->in = get_own(i, false);
        x->function = i->f;
        x->step = get_reference(i, k);
        x->way = (uint8_t)number(i, WAY_COUNT - 1);
    }
}

static void get_findings(struct input *i, struct record *k)
{
    const uint32_t count = get_count(&i->in);
    k->findings = arena_array(i->e->kept, count, sizeof *k->findings);
    for (; k->finding_count < count && !i->in.bad; k->finding_count++) {
        struct finding *x = &k->findings[k->finding_count];
        const char *id = get_word(&i->in);
        const struct code_entry *code = id ? code_find(id) : NULL;
        x->code = code ? code->id : NULL;
        x->place = get_place(i);
        x->function = get_text(i);
        x->claim = get_text(i);
        x->label = get_text(i);
        x->help = get_text(i);
        x->path = get_reference(i, k);
        i->in.bad |= !x->code || !x->function || !x->claim;
    }
}

bool recall_read(const struct recall *names, struct engine *e, struct function *f, const unsigned char *bytes,
                 size_t size)
{
    enum { BLOCK = 2048 };
    struct input i = {.in = {bytes, bytes + size, false}, .names = names, .e = e, .f = f};
    struct record *k = arena_alloc(e->kept, sizeof *k);
    if (number(&i, 1)) {
        i.m = memory_new(1, sizeof *i.m);
        i.m->arena.room = BLOCK;
        i.a = &i.m->arena;
        get_summary(&i);
    }
    unsigned char seen[sizeof f->seen];
    if ((size_t)(i.in.end - i.in.at) < sizeof seen)
        i.in.bad = true;
    else
        memcpy(seen, i.in.at, sizeof seen);
    i.in.at += i.in.bad ? 0 : sizeof seen;
    const uint64_t flags = number(&i, 7);
    k->concurrent = flags & 1;
    k->unclear = flags >> 1 & 1;
    k->bounded = flags >> 2;
    if (!i.in.bad)
        get_steps(&i, k);
    if (!i.in.bad)
        get_visits(&i, &k->accesses);
    if (!i.in.bad)
        get_visits(&i, &k->calls);
    if (!i.in.bad)
        get_locks(&i, k);
    if (!i.in.bad)
        get_findings(&i, k);
    f->summary = i.m;
    if (i.in.bad || i.in.at != i.in.end) {
        summary_free(f);
        return false;
    }
    f->record = k;
    memcpy(f->seen, seen, sizeof seen);
    return true;
}
