/* Paths through a function. */
#include "cwdk/check/engine.h"
#include "cwdk/check/extent.h"
#include "cwdk/check/family.h"

#include <stdlib.h>
#include <string.h>

/* States that wait at a block, and those that went on from there before, of a loop. */
struct pending {
    struct state **waiting, **seen;
    uint32_t count, room, seen_count, seen_room, visits;
};

const struct family *const families[] = {
#define FAMILY(name) &family_##name,
#include "cwdk/check/families.def"
#undef FAMILY
    NULL};

struct step *path_step(struct run *r, struct state *s, enum step_kind kind, const struct instruction *in)
{
    struct step *step = arena_alloc(r->e->arena, sizeof *step);
    *step = (struct step){.before = s->step, .instruction = in ? in->id : 0, .kind = (uint8_t)kind};
    s->step = step;
    return step;
}

static node_id place_node(struct run *r, const struct instruction *in)
{
    return nodes_get(&r->p->nodes, (struct node){.kind = NODE_LOCAL, .width = 64, .a = in->id, .b = r->f->id});
}

struct value path_operand(struct run *r, const struct path *p, const struct block *b, const struct operand *o)
{
    if (o->kind == OPERAND_VALUE)
        return o->value;
    if (o->kind == OPERAND_PARAMETER)
        return value_of(nodes_get(
            &r->p->nodes,
            (struct node){.kind = NODE_PARAMETER, .width = (uint8_t)(o->width > 64 ? 128 : o->width), .a = o->index}));
    const struct instruction *in = &r->f->instructions[o->index];
    if (in->op == OP_LOCAL)
        return value_of(place_node(r, in));
    if (o->index >= b->first && o->index < b->first + p->at)
        return p->temps[o->index - b->first];
    const struct cell *c = state_cell(p->s, place_node(r, in), 0);
    return c ? c->value
             : value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_RESULT,
                                                              .width = (uint8_t)(in->width > 64 ? 128 : in->width),
                                                              .a = in->id}));
}

static void add_waiting(struct pending *w, struct state *s)
{
    if (w->count == w->room) {
        w->room = w->room * 2 + 4;
        w->waiting = memory_resize(w->waiting, w->room, sizeof(struct state *));
    }
    w->waiting[w->count++] = s;
}

static void thin_waiting(struct run *r, struct pending *w, const struct block *b);

/* Sends a state on to a block; the state is the block's then. */
static void go_to(struct run *r, struct path *p, const struct block *from, uint32_t target, struct state *s)
{
    struct block *to = &r->f->blocks[target];
    struct path at = *p;
    at.s = s;
    at.at = from->count;
    const uint32_t source = (uint32_t)(from - r->f->blocks);
    for (uint32_t i = 0; i < to->count && r->f->instructions[to->first + i].op == OP_PHI; i++) {
        const struct instruction *phi = &r->f->instructions[to->first + i];
        for (uint32_t k = 0; k < phi->target_count; k++)
            if (phi->targets[k] == source) {
                const struct value v = path_operand(r, &at, from, &phi->operands[k]);
                state_put(s, place_node(r, phi), 0, phi->width, v);
            }
    }
    add_waiting(&r->pending[target], s);
    if (r->pending[target].count > 2 * BOUND_STATES && r->pending[target].count % BOUND_STATES == 0)
        thin_waiting(r, &r->pending[target], to);
}

/* What goes wrong with a variable of the function's own is nothing that is caught. */
static void note_raises(struct run *r, struct state *s, struct value address)
{
    const unsigned kind = node_at(r->p, value_object(&r->p->nodes, address.base))->kind;
    s->raises |= kind != NODE_LOCAL && kind != NODE_GLOBAL;
}

static bool ask_access(struct run *r, struct path *p, struct value address, unsigned width, bool write,
                       const struct instruction *in)
{
    note_raises(r, p->s, address);
    for (const struct family *const *f = families; *f; f++)
        if ((*f)->access && !(*f)->access(r, p->s, address, width, write, in))
            return false;
    return true;
}

static bool ask_span(struct run *r, struct path *p, struct value address, struct value bytes, bool write,
                     const struct instruction *in)
{
    for (const struct family *const *f = families; *f; f++)
        if ((*f)->span && !(*f)->span(r, p->s, address, bytes, write, in))
            return false;
    return true;
}

static void run_load(struct run *r, struct path *p, const struct instruction *in, struct value address)
{
    if (!ask_access(r, p, address, in->width, false, in)) {
        p->dead = true;
        return;
    }
    const struct value v = memory_load(r, p->s, address, in->width, in);
    p->temps[p->at] = v;
    for (const struct family *const *f = families; *f; f++)
        if ((*f)->load)
            (*f)->load(r, p->s, address, v, in);
    if (v.base &&
        node_at(r->p, v.base)->kind == NODE_UNDEFINED) { /* reported, or none of our affair: known from now on */
        p->temps[p->at] = fresh_result(r, p->s, in, 0, in->width);
        state_put(p->s, address.base, address.offset, in->width, p->temps[p->at]);
    }
}

static struct value address_of(struct run *r, const struct path *p, const struct block *b, const struct instruction *in)
{
    struct value at = path_operand(r, p, b, &in->operands[0]);
    at.offset += in->size;
    for (uint32_t k = 1; k < in->operand_count; k++)
        at = value_element(&r->p->nodes, at, path_operand(r, p, b, &in->operands[k]), in->scales[k]);
    return at;
}

static struct value compare_of(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    const struct value x = path_operand(r, p, b, &in->operands[0]), y = path_operand(r, p, b, &in->operands[1]);
    for (const struct family *const *f = families; *f; f++)
        if ((*f)->compare)
            (*f)->compare(r, p->s, x, y, in);
    if (in->tested)
        for (const struct family *const *f = families; *f; f++)
            if ((*f)->test)
                (*f)->test(r, p->s, x, in);
    const struct value v = value_compare(&r->p->nodes, (enum compare)in->sub, x, y, in->operands[0].width);
    return in->negate ? value_not(&r->p->nodes, v) : v;
}

static struct value select_of(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    if (in->operand_count == 1)
        return path_operand(r, p, b, &in->operands[0]);
    const int truth = state_truth(r->p, p->s, path_operand(r, p, b, &in->operands[0]));
    if (truth >= 0)
        return path_operand(r, p, b, &in->operands[truth ? 1 : 2]);
    return fresh_result(r, p->s, in, 0, in->width);
}

static struct value frame_of(struct run *r, struct path *p, const struct instruction *in)
{
    const struct function *owner = in->callee;
    for (uint32_t i = 0; owner && i < owner->instruction_count; i++)
        if (owner->instructions[i].op == OP_LOCAL && owner->instructions[i].field == in->field + 1)
            return value_of(nodes_get(
                &r->p->nodes,
                (struct node){.kind = NODE_LOCAL, .width = 64, .a = owner->instructions[i].id, .b = owner->id}));
    return fresh_result(r, p->s, in, 0, 64);
}

static void run_three(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    struct value v[3];
    for (uint32_t k = 0; k < 3; k++)
        v[k] = path_operand(r, p, b, &in->operands[k]);
    if (value_is_number(v[2]) && !v[2].offset)
        return;
    r->copy_to = v[0];
    if (!ask_access(r, p, v[0], 0, true, in) || (in->op == OP_COPY && !ask_access(r, p, v[1], 0, false, in)) ||
        !ask_span(r, p, v[0], v[2], true, in) || (in->op == OP_COPY && !ask_span(r, p, v[1], v[2], false, in)))
        p->dead = true;
    else if (in->op == OP_SET)
        memory_set(r, p->s, v, in);
    else
        memory_copy(r, p->s, v, in);
}

/* What is not the end of a block, nor a call. */
static void run_plain(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    struct value *out = &p->temps[p->at];
    struct value address;
    switch ((enum opcode)in->op) {
    case OP_LOCAL:
        *out = value_of(place_node(r, in));
        state_cut(p->s, out->base, 0, INT64_MAX);
        state_set_rest(p->s, out->base, REST_UNDEFINED, in->id);
        return;
    case OP_LOAD:
        run_load(r, p, in, path_operand(r, p, b, &in->operands[0]));
        break;
    case OP_STORE:
        address = path_operand(r, p, b, &in->operands[1]);
        if (ask_access(r, p, address, in->width, true, in))
            memory_store(r, p->s, address, in->width, path_operand(r, p, b, &in->operands[0]), in);
        else
            p->dead = true;
        return;
    case OP_ADDRESS:
        *out = address_of(r, p, b, in);
        break;
    case OP_BINARY:
        *out = value_binary(&r->p->nodes, (enum binary)in->sub, path_operand(r, p, b, &in->operands[0]),
                            path_operand(r, p, b, &in->operands[1]), in->width);
        break;
    case OP_COMPARE:
        *out = compare_of(r, p, b, in);
        break;
    case OP_CAST:
        *out = value_cast(&r->p->nodes, (enum cast)in->sub, path_operand(r, p, b, &in->operands[0]),
                          in->operands[0].width, in->width);
        break;
    case OP_SELECT:
        *out = select_of(r, p, b, in);
        break;
    case OP_PHI: {
        const struct cell *c = state_cell(p->s, place_node(r, in), 0);
        *out = c ? c->value : fresh_result(r, p->s, in, 0, in->width);
        return;
    }
    case OP_FRAME:
        *out = frame_of(r, p, in);
        break;
    case OP_SET:
    case OP_COPY:
        run_three(r, p, b, in);
        return;
    default:
        if (in->field) {
            address = path_operand(r, p, b, &in->operands[0]);
            if (!ask_access(r, p, address, in->operand_count > 1 ? in->operands[1].width : in->width, true, in))
                p->dead = true;
            else
                memory_forget(r, p->s, address, in);
            thing_share(r, p->s, value_of(value_object(&r->p->nodes, address.base)), CLASS_NONE); /* perhaps counted */
            if (in->operand_count > 1)
                state_escape(p->s, path_operand(r, p, b, &in->operands[1]).base);
        }
        for (uint32_t k = 0; k < in->operand_count && !in->field; k++) /* assembler */
            memory_expose(r, p->s, path_operand(r, p, b, &in->operands[k]), true, in);
        if (in->width)
            *out = fresh_result(r, p->s, in, 0, in->width);
        if (in->op == OP_OPAQUE && in->sub == EXCEPTION_CODE) /* those that are raised are failures */
            state_narrow(r->p, p->s, *out, (struct range){INT64_MIN, -1, true});
        break;
    }
    if (in->crosses && !p->dead)
        state_put(p->s, place_node(r, in), 0, in->width, *out);
}

static void add_exit(struct run *r, struct state *s, struct value value, const struct instruction *in)
{
    if (r->exit_count == r->exit_room) {
        r->exit_room = r->exit_room * 2 + 8;
        r->exits = memory_resize(r->exits, r->exit_room, sizeof *r->exits);
    }
    r->exits[r->exit_count++] = (struct outcome){s, value, in};
}

static void run_branch(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    const struct value condition = path_operand(r, p, b, &in->operands[0]);
    const int truth = state_truth(r->p, p->s, condition);
    p->s->decided = truth >= 0;
    if (truth >= 0) {
        go_to(r, p, b, in->targets[!truth], p->s);
        return;
    }
    struct state *other = state_copy(p->s);
    for (int k = 0; k < 2; k++) {
        struct state *s = k ? other : p->s;
        struct step *step = path_step(r, s, STEP_BRANCH, in);
        step->taken = !k;
        step->sense = r->f->blocks[in->targets[k]].sense;
        step->subject = condition;
        if (state_assume(r->p, s, condition, !k))
            go_to(r, p, b, in->targets[k], s);
        else
            state_free(s);
    }
}

static void run_switch(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    const struct value tested = path_operand(r, p, b, &in->operands[0]);
    const unsigned width = in->operands[0].width;
    for (uint32_t k = 1; k < in->target_count; k++) {
        const struct value same =
            value_compare(&r->p->nodes, COMPARE_EQUAL, tested, path_operand(r, p, b, &in->operands[k]), width);
        const int truth = state_truth(r->p, p->s, same);
        if (truth == 0)
            continue;
        struct state *s = truth > 0 ? p->s : state_copy(p->s);
        struct step *step = path_step(r, s, STEP_BRANCH, in);
        step->taken = true;
        step->subject = same;
        if (state_assume(r->p, s, same, true))
            go_to(r, p, b, in->targets[k], s);
        else if (truth <= 0)
            state_free(s);
        if (truth > 0)
            return;
        if (!state_assume(r->p, p->s, same, false)) {
            state_free(p->s);
            return;
        }
    }
    go_to(r, p, b, in->targets[0], p->s);
}

/* A call in a __try block that may raise an exception: then nothing of what it does is certain. */
static bool may_raise(const struct instruction *in)
{
    static const char *const words[] = {"Probe", "Raise", "Quota", "MmMap", "Copy", "Move", "Cc"};
    if (!in->callee || !in->callee->contract)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(in->callee->contract->name, words[i]))
            return true;
    return false;
}

static bool is_guarded(const struct instruction *in)
{
    return in->op == OP_CALL && in[1].op == OP_MAYBE && in[1].target_count == 2;
}

static bool ends_try(const struct instruction *in)
{
    return in->op == OP_OPAQUE && in->sub == TRY_ENDS && in[1].target_count == 2;
}

/* The end of a block; the state goes to others. */
static void run_end(struct run *r, struct path *p, const struct block *b, const struct instruction *in)
{
    if (in->place.line && in->op == OP_JUMP)
        p->s->exit = in->id;
    switch ((enum opcode)in->op) {
    case OP_JUMP:
        go_to(r, p, b, in->targets[0], p->s);
        return;
    case OP_BRANCH:
        run_branch(r, p, b, in);
        return;
    case OP_SWITCH:
        run_switch(r, p, b, in);
        return;
    case OP_MAYBE:
        /* Of a call the other way was taken before it; of the end of a __try block only what was accessed since can
         * raise. */
        if (p->at && (is_guarded(in - 1) || (ends_try(in - 1) && !p->s->raises))) {
            go_to(r, p, b, in->targets[0], p->s);
            return;
        }
        for (uint32_t k = 0; k < in->target_count; k++)
            go_to(r, p, b, in->targets[k], k + 1 < in->target_count ? state_copy(p->s) : p->s);
        return;
    case OP_RETURN: {
        const struct value v = in->operand_count ? path_operand(r, p, b, &in->operands[0]) : value_number(0);
        for (const struct family *const *f = families; *f; f++)
            if ((*f)->end)
                (*f)->end(r, p->s, v, in);
        add_exit(r, p->s, v, in);
        return;
    }
    default:
        state_free(p->s);
        return;
    }
}

static bool ends_block(const struct instruction *in)
{
    return in->op >= OP_JUMP;
}

/* A path from where it stands to the end of the block; calls make more of them. */
static void run_path(struct run *r, struct path *p, const struct block *b)
{
    while (p->at < b->count) {
        const struct instruction *in = &r->f->instructions[b->first + p->at];
        if (++r->steps > BOUND_STEPS) {
            r->bounded = true;
            p->dead = true;
        }
        if (p->dead)
            break;
        if (ends_block(in)) {
            run_end(r, p, b, in);
            return;
        }
        if (in->op == OP_CALL) {
            struct paths more = {0};
            if (is_guarded(in) && may_raise(in)) {
                p->s->raises = false;
                go_to(r, p, b, in[1].targets[1], state_copy(p->s));
            }
            call_run(r, p, b, in, &more);
            for (uint32_t i = 0; i < more.count; i++) {
                struct path *next = &more.items[i];
                if (in->crosses && !next->dead)
                    state_put(next->s, place_node(r, in), 0, in->width, next->temps[next->at]);
                next->at++;
                run_path(r, next, b);
                free(next->temps);
            }
            return;
        }
        run_plain(r, p, b, in);
        p->at++;
    }
    state_free(p->s);
}

/* What a state that comes to the function's last block will return, as far as callers tell results apart. */
static enum result_class coming_result(const struct run *r, const struct state *s, const struct block *b)
{
    const struct instruction *end = &r->f->instructions[b->first + b->count - 1];
    if (end->op != OP_RETURN || !end->operand_count || end->operands[0].kind != OPERAND_INSTRUCTION)
        return RESULT_NONE;
    const struct instruction *load = &r->f->instructions[end->operands[0].index];
    if (load->op != OP_LOAD || load->operands[0].kind != OPERAND_INSTRUCTION)
        return RESULT_NONE;
    const struct instruction *variable = &r->f->instructions[load->operands[0].index];
    const node_id at =
        nodes_get(&r->p->nodes, (struct node){.kind = NODE_LOCAL, .width = 64, .a = variable->id, .b = r->f->id});
    const struct cell *c = state_cell(s, at, 0);
    return c ? result_class(r, s, c->value) : RESULT_ANY;
}

/* Which of the function's variables hold a failure: what was got on success is there in the others only. */
static uint64_t failures(const struct run *r, const struct state *s)
{
    uint64_t h = 0;
    for (uint32_t i = 0; i < s->cell_count; i++) {
        const struct cell *c = &s->cells[i];
        const struct node *n = node_at(r->p, c->base);
        if (c->width == 32 && !c->offset && n->kind == NODE_LOCAL && n->b == r->f->id &&
            state_range(r->p, s, c->value).high < 0)
            h = (h ^ c->base) * 1099511628211u;
    }
    return h;
}

static uint64_t kind_of(const struct run *r, const struct state *s, const struct block *b)
{
    return (state_signature(s) ^ failures(r, s)) * 7 + coming_result(r, s, b);
}

struct ranked {
    struct state *state;
    uint64_t kind;
    uint32_t number;
};

static int by_kind(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* Takes `s` up among the `*kept` of its kind: not at all if it is there, by joining if there are enough of them. */
static void keep_or_join(struct run *r, struct state **list, uint32_t *kept, struct state *s, const struct block *b,
                         uint32_t most)
{
    for (uint32_t i = 0; i < *kept; i++)
        if (state_equal(list[i], s)) {
            state_free(s);
            return;
        }
    if (*kept < most) {
        list[(*kept)++] = s;
        return;
    }
    struct state *joined = state_join(r->p, list[most - 1], s, b->id);
    state_free(list[most - 1]);
    state_free(s);
    list[most - 1] = joined;
}

/* Leaves at most `most` waiting states of one kind. */
static void thin_out(struct run *r, struct pending *w, const struct block *b, uint32_t most)
{
    struct ranked *all = memory_new((size_t)w->count + 1, sizeof *all);
    for (uint32_t i = 0; i < w->count; i++)
        all[i] = (struct ranked){w->waiting[i], kind_of(r, w->waiting[i], b), i};
    qsort(all, w->count, sizeof *all, by_kind);
    uint32_t out = 0;
    for (uint32_t i = 0; i < w->count;) {
        const uint64_t kind = all[i].kind;
        uint32_t kept = 0;
        for (; i < w->count && all[i].kind == kind; i++)
            keep_or_join(r, &w->waiting[out], &kept, all[i].state, b, most);
        out += kept;
    }
    w->count = out;
    free(all);
}

static void thin_waiting(struct run *r, struct pending *w, const struct block *b)
{
    for (uint32_t i = 0; i < w->count; i++)
        state_tidy(r->p, w->waiting[i], r->f, b);
    if (w->count < 2)
        return;
    const bool last = r->f->instructions[b->first + b->count - 1].op == OP_RETURN;
    thin_out(r, w, b, last ? BOUND_STATES / 2 : BOUND_ALIKE); /* each way out is looked at for itself */
    if (w->count > BOUND_STATES)
        thin_out(r, w, b, 1);
    for (; w->count > 2 * BOUND_STATES; r->bounded = true)
        state_free(w->waiting[--w->count]);
}

/* A state comes to the start of a loop again. True where it is worth running. */
static bool enter_loop(struct run *r, struct pending *w, const struct block *b, struct state **s)
{
    uint32_t alike = 0, last = 0;
    const uint64_t signature = state_loop_signature(*s);
    for (uint32_t i = 0; i < w->seen_count; i++) {
        if (state_equal(w->seen[i], *s))
            return false;
        if (state_loop_signature(w->seen[i]) == signature) {
            alike++;
            last = i;
        }
    }
    if (alike >= BOUND_ROUNDS) {
        struct state *joined = state_join(r->p, w->seen[last], *s, b->id);
        state_tidy(r->p, joined, r->f, b);
        const bool same = state_equal(joined, w->seen[last]);
        state_free(*s);
        *s = joined;
        if (same)
            return false;
        state_free(w->seen[last]);
        w->seen[last] = state_copy(joined);
        return true;
    }
    if (w->seen_count == w->seen_room) {
        w->seen_room = w->seen_room * 2 + 4;
        w->seen = memory_resize(w->seen, w->seen_room, sizeof(struct state *));
    }
    w->seen[w->seen_count++] = state_copy(*s);
    return true;
}

static void run_block(struct run *r, uint32_t index)
{
    struct block *b = &r->f->blocks[index];
    struct pending *w = &r->pending[index];
    thin_waiting(r, w, b);
    const struct pending now = *w;
    w->waiting = NULL;
    w->count = w->room = 0;
    for (uint32_t i = 0; i < now.count; i++) {
        struct state *s = now.waiting[i];
        const bool enough = i >= BOUND_STATES || w->visits >= BOUND_VISITS;
        if (enough)
            r->bounded = true;
        if (enough || (b->loop && !enter_loop(r, w, b, &s))) {
            state_free(s);
            continue;
        }
        w->visits++;
        struct path p = {.s = s, .temps = memory_new((size_t)b->count + 1, sizeof(struct value))};
        run_path(r, &p, b);
        free(p.temps);
    }
    free(now.waiting);
}

/* The waiting block that comes first. */
static uint32_t next_block(const struct run *r)
{
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < r->f->block_count; i++)
        if (r->pending[i].count && (best == UINT32_MAX || r->f->blocks[i].order < r->f->blocks[best].order))
            best = i;
    return best;
}

static void run_free(struct run *r)
{
    for (uint32_t i = 0; i < r->f->block_count; i++) {
        for (uint32_t k = 0; k < r->pending[i].seen_count; k++)
            state_free(r->pending[i].seen[k]);
        free(r->pending[i].seen);
        free(r->pending[i].waiting);
    }
    free(r->pending);
    for (uint32_t i = 0; i < r->exit_count; i++)
        state_free(r->exits[i].state);
    free(r->exits);
}

void engine_analyse(struct engine *e, struct function *f, const struct role *role, int major, bool keep)
{
    struct run r = {.e = e, .p = e->p, .f = f, .role = role, .major = major, .level = IRQL_UNKNOWN};
    r.pending = memory_new((size_t)f->block_count + 1, sizeof *r.pending);
    r.summary = arena_alloc(e->arena, sizeof *r.summary);
    struct state *s = memory_new(1, sizeof *s);
    s->irql = IRQL_UNKNOWN;
    path_step(&r, s, STEP_ENTRY, NULL);
    extent_begin(&r, s);
    for (const struct family *const *i = families; *i; i++)
        if ((*i)->begin)
            (*i)->begin(&r, s);
    add_waiting(&r.pending[0], s);
    for (uint32_t b; (b = next_block(&r)) != UINT32_MAX;)
        run_block(&r, b);
    for (const struct family *const *i = families; *i; i++)
        if ((*i)->finish)
            (*i)->finish(&r);
    if (keep)
        summary_make(&r);
    e->record->bounded |= r.bounded;
    run_free(&r);
}
