/* What a function does, as its callers see it: made of its exits, applied to a state at a call. */
#include "cwdk/check/engine.h"
#include "cwdk/check/extent.h"
#include "cwdk/check/family.h"
#include "cwdk/check/keep.h"

#include <stdlib.h>
#include <string.h>

/* Made only of what the function was given, so that a caller can say what it is. */
bool value_is_given(const struct program *p, node_id base)
{
    const struct node *n = node_at(p, base);
    switch (n->kind) {
    case NODE_NONE:
    case NODE_PARAMETER:
    case NODE_GLOBAL:
    case NODE_FUNCTION:
    case NODE_LOCAL: /* of the function that this one is a part of: a __finally block */
        return true;
    case NODE_INITIAL:
    case NODE_ELEMENT:
    case NODE_BINARY:
    case NODE_COMPARE:
    case NODE_CAST:
    case NODE_CONTEXT:
        return value_is_given(p, n->x.base) && value_is_given(p, n->y.base);
    default:
        return false;
    }
}

/* Whether a caller can have a say: some parameter or memory is in it. */
static bool depends(const struct program *p, node_id base)
{
    const struct node *n = node_at(p, base);
    return base && (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL || n->kind == NODE_CONTEXT ||
                    depends(p, n->x.base) || depends(p, n->y.base));
}

static bool is_local(const struct program *p, const struct function *f, node_id base)
{
    const node_id object = value_object(&p->nodes, base);
    const struct node *n = node_at(p, object);
    return n->kind == NODE_LOCAL && n->b == f->id;
}

static bool returned(node_id node, struct value value, const struct state *s)
{
    if (node == value.base)
        return true;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset != REST && !is_aside(s->cells[i].offset) && s->cells[i].value.base == node)
            return true;
    return false;
}

/* A caller does not care: it is over, or somebody else has it, and nothing leads there. Resources and items of
 * lookaside lists are looked at in the function that has them only: what is theirs elsewhere is mostly told by flags.
 */
static bool is_past(const struct thing *t, struct value value, const struct state *s)
{
    if (t->class == CLASS_RESOURCE || t->class == CLASS_ITEM)
        return t->own || t->status == STATUS_HAD;
    if (!t->own || !class_is_whole(t->class))
        return false;
    return t->status == STATUS_HAD ? t->escaped : !returned(t->subject.base, value, s);
}

/* What is left when the function is gone. */
static void prune(struct run *r, struct state *s, struct value value)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *v = node_at(r->p, c->value.base);
        const bool read_only = c->offset != REST && c->value.base && v->kind == NODE_INITIAL && !c->value.offset &&
                               v->x.base == c->base && v->x.offset == c->offset;
        const bool lost = is_aside(c->offset) && !value_is_given(r->p, c->base) && !returned(c->base, value, s);
        if (!is_local(r->p, r->f, c->base) && !read_only && !lost)
            s->cells[out++] = *c;
    }
    s->cell_count = out;
    state_forget_far(r->p, s, BOUND_CELLS);
    out = 0;
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (!is_local(r->p, r->f, s->things[i].subject.base) && !is_past(&s->things[i], value, s))
            s->things[out++] = s->things[i];
    s->thing_count = out;
}

static bool is_thing(node_id node, const struct state *s)
{
    for (uint32_t i = 0; i < s->thing_count; i++)
        if (s->things[i].subject.base == node)
            return true;
    return false;
}

/* That the node is or is not a certain number. */
static bool tells(const struct program *p, node_id node, struct value value, const struct state *s)
{
    const struct node *n = node_at(p, node);
    if (n->kind == NODE_COMPARE && n->op == COMPARE_EQUAL && value_is_number(n->y))
        node = n->x.base;
    return value_is_given(p, node) || returned(node, value, s);
}

static void prune_facts(struct run *r, struct state *s, struct value value)
{
    uint32_t out = 0;
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (tells(r->p, s->facts[i].node, value, s) || is_thing(s->facts[i].node, s) ||
            node_at(r->p, s->facts[i].node)->kind == NODE_IRQL)
            s->facts[out++] = s->facts[i];
    s->fact_count = out;
}

enum result_class result_class(const struct run *r, const struct state *s, struct value result)
{
    if (!r->f->result_width)
        return RESULT_NONE;
    const struct range range = state_range(r->p, s, result);
    if (range.low == 0 && range.high == 0)
        return RESULT_ZERO;
    if (range.low >= 0 && range.nonzero)
        return RESULT_POSITIVE;
    if (range.high < 0)
        return RESULT_NEGATIVE;
    if (range.nonzero)
        return RESULT_NONZERO;
    return range.low >= 0 ? RESULT_NOT_NEGATIVE : RESULT_ANY;
}

static node_id result_place(struct run *r)
{
    return nodes_get(&r->p->nodes, (struct node){.kind = NODE_LOCAL, .width = 64, .a = 0, .b = r->f->id});
}

static void join_outcomes(struct run *r, struct outcome *a, const struct outcome *b)
{
    const node_id place = result_place(r);
    const uint32_t block = UINT32_MAX - r->f->id;
    state_put(a->state, place, 0, 64, a->value);
    state_put(b->state, place, 0, 64, b->value);
    struct state *joined = state_join(r->p, a->state, b->state, block);
    const struct cell *c = state_cell(joined, place, 0);
    a->value = c ? c->value : value_number(0);
    state_cut(joined, place, 0, 8);
    state_free(a->state);
    a->state = joined;
}

/* What tells ways out apart that are alike otherwise: something that one of them ends, and that another knows to be
 * NULL; memory of the caller's that one of them writes. */
struct telling {
    struct value ended[16];
    node_id written[16];
    uint32_t ended_count, written_count;
};

static void note_ended(struct telling *t, struct value subject)
{
    for (uint32_t i = 0; i < t->ended_count; i++)
        if (value_same(t->ended[i], subject))
            return;
    if (t->ended_count < sizeof t->ended / sizeof *t->ended)
        t->ended[t->ended_count++] = subject;
}

static void note_written(struct telling *t, node_id base)
{
    for (uint32_t i = 0; i < t->written_count; i++)
        if (t->written[i] == base)
            return;
    if (t->written_count < sizeof t->written / sizeof *t->written)
        t->written[t->written_count++] = base;
}

static void note_telling(const struct run *r, struct telling *t)
{
    for (uint32_t i = 0; i < r->exit_count; i++) {
        const struct state *s = r->exits[i].state;
        for (uint32_t k = 0; k < s->thing_count; k++)
            if (!s->things[k].own && !class_table[s->things[k].class].lock && s->things[k].status == STATUS_ENDED)
                note_ended(t, s->things[k].subject);
        for (uint32_t k = 0; k < s->cell_count; k++)
            if (node_at(r->p, s->cells[k].base)->kind == NODE_PARAMETER)
                note_written(t, s->cells[k].base);
    }
}

static uint32_t told(const struct run *r, const struct telling *t, const struct state *s)
{
    uint32_t bits = 0;
    for (uint32_t i = 0; i < t->ended_count; i++) {
        const struct range range = state_range(r->p, s, t->ended[i]);
        bits |= (uint32_t)(range.low == 0 && range.high == 0) << i;
    }
    for (uint32_t i = 0; i < t->written_count; i++) {
        const uint32_t first = state_first(s, t->written[i]);
        bits |= (uint32_t)(first < s->cell_count && s->cells[first].base == t->written[i]) << (16 + i);
    }
    return bits;
}

/* Joins outcomes that a caller would not tell apart; all of one signature where there are too many still. */
static void reduce(struct run *r, uint32_t most, bool all)
{
    struct telling t = {0};
    if (!all)
        note_telling(r, &t);
    for (uint32_t i = 0; i < r->exit_count; i++) {
        uint32_t alike = 1;
        for (uint32_t k = i + 1; k < r->exit_count; k++) {
            struct outcome *a = &r->exits[i], *b = &r->exits[k];
            if (state_signature(a->state) != state_signature(b->state) ||
                result_class(r, a->state, a->value) != result_class(r, b->state, b->value) ||
                told(r, &t, a->state) != told(r, &t, b->state) || ++alike <= most)
                continue;
            join_outcomes(r, a, b);
            state_free(b->state);
            r->exits[k--] = r->exits[--r->exit_count];
        }
    }
}

/* Something of the caller's is completed there, freed, or handed on. */
static bool ends_given(const struct state *s)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        if (!class_table[t->class].lock && !t->own && (t->status == STATUS_ENDED || t->status == STATUS_TAKEN))
            return true;
    }
    return false;
}

/* STATUS_CANT_WAIT asks to be called again: what nobody knows the result of is not that, where it is done with what it
 * was given. */
static void settle(struct run *r, struct outcome *o)
{
    enum { WIDTH = 32 };
    const int64_t cant_wait = (int32_t)0xC00000D8;
    if (r->f->result_width == WIDTH && o->value.base && ends_given(o->state))
        state_assume(r->p, o->state,
                     value_compare(&r->p->nodes, COMPARE_EQUAL, o->value, value_number(cant_wait), WIDTH), false);
}

void summary_make(struct run *r)
{
    for (uint32_t i = 0; i < r->exit_count; i++) {
        settle(r, &r->exits[i]);
        prune(r, r->exits[i].state, r->exits[i].value);
        prune_facts(r, r->exits[i].state, r->exits[i].value);
    }
    if (r->exit_count > BOUND_OUTCOMES / 2)
        reduce(r, 2, false);
    if (r->exit_count > BOUND_OUTCOMES)
        reduce(r, 1, false);
    if (r->exit_count > BOUND_OUTCOMES)
        reduce(r, 1, true);
    if (r->exit_count > BOUND_OUTCOMES)
        r->bounded = true;
    r->summary->bounded = r->bounded;
    keep_summary(r, r->exit_count < BOUND_OUTCOMES ? r->exit_count : BOUND_OUTCOMES);
}

static void add_use(struct run *r, const struct state *s, struct use use)
{
    struct summary *m = r->summary;
    if (m->use_count == m->use_room) {
        m->use_room = m->use_room * 2 + 8;
        struct use *more = arena_array(r->e->arena, m->use_room, sizeof *more);
        if (m->use_count)
            memcpy(more, m->uses, m->use_count * sizeof *more);
        m->uses = more;
    }
    struct use *u = &m->uses[m->use_count++];
    *u = use;
    u->facts = arena_array(r->e->arena, (size_t)s->fact_count + 1, sizeof *u->facts);
    for (uint32_t i = 0; i < s->fact_count; i++)
        if (value_is_given(r->p, s->facts[i].node) && depends(r->p, s->facts[i].node))
            u->facts[u->fact_count++] = s->facts[i];
}

enum { MOST_USES = 48, MOST_BYTES = 32, MOST_OF_ONE = 4 };

static bool is_of_bytes(const struct use *u)
{
    return u->kind == USE_BYTES || u->kind == USE_LENGTH || u->kind == USE_BELOW || u->kind == USE_OPEN;
}

/* Not of a value: each instruction that needs it has its own. */
static bool is_of_instruction(enum use_kind kind)
{
    return kind == USE_HANDLE || kind == USE_POWER;
}

void summary_use(struct run *r, const struct state *s, enum use_kind kind, struct value subject, int8_t level,
                 const struct instruction *in, const struct step *step)
{
    struct summary *m = r->summary;
    uint32_t count = 0;
    for (uint32_t i = 0; i < m->use_count; i++) {
        if (m->uses[i].kind == kind && value_same(m->uses[i].subject, subject) && m->uses[i].level <= level &&
            (m->uses[i].instruction == in->id || !is_of_instruction(kind)))
            return;
        count += !is_of_bytes(&m->uses[i]);
    }
    if (count < MOST_USES)
        add_use(r, s,
                (struct use){.kind = kind, .subject = subject, .level = level, .instruction = in->id, .step = step});
}

void summary_use_bytes(struct run *r, const struct state *s, enum use_kind kind, struct value subject, int64_t bytes,
                       const struct instruction *in, const struct step *step)
{
    struct summary *m = r->summary;
    uint32_t count = 0, same = 0;
    for (uint32_t i = 0; i < m->use_count; i++) {
        const struct use *u = &m->uses[i];
        if (u->kind == kind && value_same(u->subject, subject)) {
            if (u->bytes == bytes || (!u->fact_count && u->bytes > bytes && kind != USE_BELOW))
                return;
            same++;
        }
        count += is_of_bytes(u);
    }
    if (count < MOST_BYTES && same < MOST_OF_ONE)
        add_use(r, s,
                (struct use){.kind = kind, .subject = subject, .bytes = bytes, .instruction = in->id, .step = step});
}

/* From the callee's values to the caller's. */
struct translation {
    struct run *r;
    const struct summary *m;
    struct state *s;
    const struct instruction *in;
    const struct function *callee;
    const struct value *arguments;
    uint32_t count;
    int8_t irql; /* at the call */
    struct {
        node_id from;
        struct value to;
    } memo[32];
    node_id made[64]; /* of this outcome's own: what was there before it is of an earlier round */
    uint32_t made_count;
};

static struct value translate(struct translation *t, struct value v);

static struct value translate_node(struct translation *t, node_id id)
{
    struct nodes *nodes = &t->r->p->nodes;
    const struct node n = t->m->nodes.items[id];
    switch (n.kind) {
    case NODE_GLOBAL:
    case NODE_FUNCTION:
    case NODE_RESULT: /* of no call: a constant that nobody knows */
    case NODE_LOCAL:  /* of a function that the callee is a part of, or that gave it the address */
        return value_of(nodes_get(nodes, n));
    case NODE_IRQL:
        return t->irql == IRQL_UNKNOWN ? value_of(nodes_get(nodes, n)) : value_number(t->irql);
    case NODE_PARAMETER:
        if (n.a < t->count)
            return t->arguments[n.a];
        break;
    case NODE_INITIAL: {
        const struct value at = translate(t, n.x);
        if (at.base)
            return memory_load(t->r, t->s, at, n.width, t->in);
        break;
    }
    case NODE_BINARY:
        return value_binary(nodes, (enum binary)n.op, translate(t, n.x), translate(t, n.y), n.width);
    case NODE_COMPARE:
        return value_compare(nodes, (enum compare)n.op, translate(t, n.x), translate(t, n.y), n.a);
    case NODE_CAST: {
        const struct value inner = translate(t, n.x);
        const unsigned width = n.x.base ? t->m->nodes.items[n.x.base].width : n.width;
        return value_cast(nodes, (enum cast)n.op, inner, width, n.width);
    }
    case NODE_ELEMENT:
        return value_element(nodes, translate(t, n.x), translate(t, n.y), n.op);
    case NODE_CONTEXT: {
        struct node made = n;
        made.x = translate(t, n.x);
        made.y = translate(t, n.y);
        if (n.b >= CONTEXT_INPUT_LENGTH)
            return request_length(t->r, made.x, (enum context)n.b);
        return value_of(nodes_get(nodes, made));
    }
    default:
        break;
    }
    /* Something of the callee's own: told apart by the call. */
    const uint32_t before = nodes->count;
    const node_id made = nodes_get(nodes, (struct node){.kind = NODE_WITHIN,
                                                        .width = n.width,
                                                        .op = t->callee->id,
                                                        .a = t->in->id,
                                                        .b = n.kind == NODE_WITHIN ? n.b : UINT32_MAX - id});
    for (uint32_t i = 0; i < t->made_count; i++)
        if (t->made[i] == made)
            return value_of(made);
    if (t->in->repeats && made < before)
        state_retire(t->r->p, t->s, made);
    if (t->made_count < sizeof t->made / sizeof *t->made)
        t->made[t->made_count++] = made;
    return value_of(made);
}

static struct value translate(struct translation *t, struct value v)
{
    if (!v.base)
        return v;
    const size_t at = v.base % (sizeof t->memo / sizeof *t->memo);
    if (t->memo[at].from != v.base) {
        const struct value to = translate_node(t, v.base);
        t->memo[at].from = v.base;
        t->memo[at].to = to;
    }
    return (struct value){t->memo[at].to.base, t->memo[at].to.offset + v.offset};
}

static bool assume_fact(struct translation *t, const struct fact *f)
{
    const struct value v = translate(t, value_of(f->node));
    if (f->compared)
        state_set_compared(t->r->p, t->s, v);
    if (f->limited && !v.offset && state_narrow(t->r->p, t->s, v, f->range))
        state_set_limited(t->s, v.base);
    if (t->m->nodes.items[f->node].width == 1 && f->range.low == f->range.high)
        return state_assume(t->r->p, t->s, v, f->range.low != 0);
    return state_narrow(t->r->p, t->s, v, f->range);
}

static void write_cells(struct translation *t, const struct state *o)
{
    struct cell *cells = memory_new((size_t)o->cell_count + 1, sizeof *cells);
    for (uint32_t i = 0; i < o->cell_count; i++) {
        cells[i] = o->cells[i];
        const struct value at = translate(t, (struct value){o->cells[i].base, 0});
        cells[i].base = at.base;
        if (cells[i].offset == REST) {
            cells[i].value.base = (node_id)at.offset; /* kept aside */
            continue;
        }
        if (!is_attribute(cells[i].offset))
            cells[i].offset += at.offset;
        else if (at.offset)
            cells[i].base = 0;
        cells[i].value = translate(t, o->cells[i].value);
    }
    for (uint32_t i = 0; i < o->cell_count; i++)
        if (cells[i].offset == REST && cells[i].base) {
            const bool whole = !cells[i].value.base;
            const enum rest rest = (enum rest)cells[i].width;
            if (rest == REST_UNKNOWN)
                memory_forget_inside(t->r, t->s, value_of(cells[i].base), t->in);
            if (rest == REST_UNKNOWN || !whole)
                memory_forget(t->r, t->s, (struct value){cells[i].base, (int64_t)(int32_t)cells[i].value.base}, t->in);
            else if (rest != REST_INITIAL) {
                state_cut(t->s, cells[i].base, BEFORE_ALL, INT64_MAX);
                state_set_rest(t->s, cells[i].base, rest, t->in->id);
            }
        }
    for (uint32_t i = 0; i < o->cell_count; i++)
        if (cells[i].base && is_attribute(cells[i].offset))
            state_put(t->s, cells[i].base, cells[i].offset, cells[i].width, cells[i].value);
        else if (cells[i].offset != REST && cells[i].base)
            memory_store(t->r, t->s, (struct value){cells[i].base, cells[i].offset}, cells[i].width, cells[i].value,
                         t->in);
    free(cells);
}

/* The callee's name for the lock is the driver's; an inline function of the kit has one name for all of them. */
static uint64_t key_there(const struct translation *t, const struct thing *thing)
{
    return t->callee->from_kit ? lock_key(t->r, t->in) : thing->key;
}

static bool acquire_there(struct translation *t, struct value subject, const struct thing *thing,
                          const struct state *from)
{
    const uint64_t key = key_there(t, thing);
    lock_acquired(t->r, t->s, key, from, t->in);
    const bool fine = thing_acquire(t->r, t->s, subject, thing->class, t->in, from->step);
    struct thing *held = state_thing(t->s, subject, thing->class);
    if (fine && held)
        held->key = key;
    if (fine && held && thing->times <= UINT8_MAX - held->times)
        held->times = (uint8_t)(held->times + thing->times);
    return fine;
}

static bool apply_thing(struct translation *t, const struct thing *thing, const struct state *from)
{
    const struct step *const inside = from->step;
    struct run *r = t->r;
    const struct value subject = translate(t, thing->subject);
    const bool lock = class_table[thing->class].lock;
    if (!subject.base)
        return true;
    if (class_table[thing->class].mark && thing->status == STATUS_ENDED && !thing->given)
        return true; /* begun and ended there */
    if (thing->class == CLASS_PORT_LOCK) {
        port_lock_mark(r, t->s, subject, (enum status)thing->status, t->in, inside);
        return true;
    }
    if (class_table[thing->class].mark) {
        thing_mark(r, t->s, subject, thing->class, (enum status)thing->status, t->in, inside);
        return true;
    }
    switch (thing->status) {
    case STATUS_HAD:
        if (lock && thing->given) /* let go of for a while */
            return true;
        if (lock)
            return acquire_there(t, subject, thing, from);
        if (thing->own) {
            thing_begin(r, t->s, subject, thing->class, t->in, inside);
            state_thing(t->s, subject, thing->class)->escaped = thing->escaped;
        }
        return true;
    case STATUS_ENDED:
        if (lock && !thing->given) { /* acquired and released there: it must not be held here */
            lock_acquired(r, t->s, key_there(t, thing), from, t->in);
            const struct thing *held = state_thing(t->s, subject, thing->class);
            return !held || held->status != STATUS_HAD || class_counts(thing->class) ||
                   thing_acquire(r, t->s, subject, thing->class, t->in, inside);
        }
        if (lock)
            return thing_release(r, t->s, subject, thing->class, t->in, inside);
        if (thing->own)
            return true; /* made and ended there */
        return thing_end(r, t->s, subject, thing->class, t->in, inside);
    case STATUS_TAKEN:
        return thing->own || thing_take(r, t->s, subject, thing->class, t->in, inside);
    default:
        thing_share(r, t->s, subject, thing->class);
        return true;
    }
}

static void mark_escaped(struct translation *t, const struct state *o)
{
    /* What the callee stored where the caller's things can be reached by others. */
    for (uint32_t i = 0; i < o->thing_count; i++)
        if (o->things[i].escaped) {
            const struct value subject = translate(t, o->things[i].subject);
            struct thing *thing = state_thing(t->s, subject, o->things[i].class);
            if (thing)
                thing->escaped = true;
        }
}

/* The need is there only where its facts hold; what is not known of them is taken for true. */
static bool assume_facts(struct translation *t, const struct use *u)
{
    for (uint32_t i = 0; i < u->fact_count; i++)
        if (!assume_fact(t, &u->facts[i]))
            return false;
    return true;
}

static bool meets_use(struct translation *t, const struct use *u)
{
    bool meets = true;
    struct state *const s = t->s;
    if (u->fact_count)
        t->s = state_copy(s);
    if (assume_facts(t, u)) {
        const struct value subject = translate(t, u->subject);
        for (const struct family *const *f = families; *f && meets; f++)
            meets = !(*f)->use || (*f)->use(t->r, t->s, u, subject, t->in);
    }
    if (u->fact_count)
        state_free(t->s);
    t->s = s;
    return meets;
}

static bool meets_uses(struct translation *t, const struct summary *m)
{
    for (uint32_t i = 0; i < m->use_count; i++)
        if (!meets_use(t, &m->uses[i]))
            return false;
    return true;
}

static struct state *apply_outcome(struct translation *t, const struct outcome *o, struct value *result)
{
    const struct state *from = o->state;
    memset(t->memo, 0, sizeof t->memo);
    t->made_count = 0;
    for (uint32_t i = 0; i < from->fact_count; i++)
        if (!assume_fact(t, &from->facts[i]))
            return NULL;
    struct step *step = path_step(t->r, t->s, STEP_CALL, t->in);
    step->inside = from->step;
    *result = translate(t, o->value);
    for (int memory = 0; memory < 2; memory++) /* locks in memory are released before it is freed */
        for (uint32_t i = 0; i < from->thing_count; i++)
            if (class_is_whole(from->things[i].class) == memory && !apply_thing(t, &from->things[i], from))
                return NULL;
    mark_escaped(t, from);
    write_cells(t, from);
    if (from->irql != IRQL_UNKNOWN)
        t->s->irql = from->irql;
    return t->s;
}

/* It ends something, and not all of its paths were looked at: what it does not end on one that was, it may on others.
 */
static void share_arguments(struct translation *t)
{
    bool ends = false;
    for (uint32_t i = 0; i < t->m->outcome_count; i++)
        ends |= ends_given(t->m->outcomes[i].state);
    if (!ends)
        return;
    for (uint32_t i = 0; i < t->count; i++)
        memory_expose(t->r, t->s, t->arguments[i], false, t->in);
}

const struct summary *summary_of(const struct run *r, const struct function *callee)
{
    if (callee == r->f)
        return callee->summary;
    uint32_t low = 0, high = r->f->need_count;
    while (low < high) {
        const uint32_t middle = (low + high) / 2;
        if (r->f->needs[middle]->order < callee->order)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->f->need_count && r->f->needs[low] == callee ? callee->summary : NULL;
}

void summary_apply(struct run *r, struct path *p, const struct block *b, const struct instruction *in,
                   const struct function *callee, const struct value *arguments, uint32_t count, struct paths *out)
{
    const struct summary *m = callee->summary;
    struct translation t = {.r = r,
                            .m = m,
                            .s = p->s,
                            .in = in,
                            .callee = callee,
                            .arguments = arguments,
                            .count = count,
                            .irql = p->s->irql};
    const bool possible = meets_uses(&t, m);
    for (uint32_t i = 0; possible && i < m->outcome_count; i++) {
        struct state *s = state_copy(p->s);
        struct value result = {0, 0};
        t.s = s;
        if (m->bounded)
            share_arguments(&t);
        if (apply_outcome(&t, &m->outcomes[i], &result)) {
            p->temps[p->at] = result;
            paths_add(out, r, p, b, s);
        } else {
            state_free(s);
        }
    }
    state_free(p->s);
}
