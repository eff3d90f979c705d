/* Summaries and records as bytes: first what callers see, whose hash is f->seen, then what only reports need. */
#include "cwdk/check/bytes.h"
#include "cwdk/check/recall.h"
#include "cwdk/diag/codes.h"

#include <openssl/evp.h>
#include <stdlib.h>

/* Whoever adds something to one of these adds it here, and counts it. */
_Static_assert(sizeof(struct record) == 152, "recall_record.c writes and reads all of struct record");
_Static_assert(sizeof(struct visit) == 64 && sizeof(struct lock_place) == 24 && sizeof(struct lock_pair) == 40 &&
                   sizeof(struct lock_use) == 40,
               "and of what it holds");
_Static_assert(sizeof(struct summary) == 104 && sizeof(struct use) == 80 && sizeof(struct outcome) == 32 &&
                   sizeof(struct state) == 72 && sizeof(struct thing) == 48 && sizeof(struct fact) == 32 &&
                   sizeof(struct cell) == 32 && sizeof(struct step) == 56,
               "and of summaries");

enum reference { REFERENCE_NONE, REFERENCE_OWN, REFERENCE_OTHER };
enum place_of { PLACE_FUNCTION, PLACE_INSTRUCTION, PLACE_NEED };

struct writer {
    const struct engine *e;
    struct function *f;
    struct text *out;
    bool nameless; /* something has no name that lasts */
};

static void put_value(struct writer *w, struct value v)
{
    put_number(w->out, v.base);
    put_signed(w->out, v.offset);
}

static void put_description(struct text *out, const struct function *f)
{
    struct text own = {0};
    recall_describe(f, &own);
    put_number(out, own.size);
    text_add(out, own.data, own.size);
    text_free(&own);
}

static void put_node(struct writer *w, const struct node *n)
{
    const struct program *p = w->e->p;
    struct text *out = w->out;
    put_number(out, n->kind);
    put_number(out, n->width);
    switch (n->kind) {
    case NODE_GLOBAL: {
        const struct global *g = &p->globals[n->a];
        put_whole(out, global_symbol(g));
        put_signed(out, g->size);
        put_number(out, (unsigned)(g->constant | g->pageable << 1));
        return;
    }
    case NODE_FUNCTION:
        put_whole(out, function_symbol(p->functions[n->a]));
        put_description(out, p->functions[n->a]);
        return;
    case NODE_LOCAL: {
        const struct instruction *in = p->by_id[n->a];
        w->nameless |= !in || in->op != OP_LOCAL || !in->field;
        put_whole(out, function_symbol(p->functions[n->b]));
        put_signed(out, in ? in->field : 0);
        put_signed(out, in ? in->size : 0);
        put_word(out, in ? in->name : NULL);
        return;
    }
    default:
        put_number(out, n->op);
        put_number(out, n->a);
        put_number(out, n->b);
        put_value(w, n->x);
        put_value(w, n->y);
        return;
    }
}

static void put_facts(struct writer *w, const struct fact *facts, uint32_t count)
{
    put_number(w->out, count);
    for (uint32_t i = 0; i < count; i++) {
        const struct fact *f = &facts[i];
        put_number(w->out, f->node);
        put_number(w->out, (unsigned)(f->compared | f->limited << 1 | f->range.nonzero << 2));
        put_signed(w->out, f->range.low);
        put_signed(w->out, f->range.high);
    }
}

static void put_state(struct writer *w, const struct state *s)
{
    put_signed(w->out, s->irql);
    put_number(w->out, s->raises);
    put_number(w->out, s->cell_count);
    for (uint32_t i = 0; i < s->cell_count; i++) {
        put_number(w->out, s->cells[i].base);
        put_number(w->out, s->cells[i].width);
        put_signed(w->out, s->cells[i].offset);
        put_value(w, s->cells[i].value);
    }
    put_facts(w, s->facts, s->fact_count);
    put_number(w->out, s->thing_count);
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        put_value(w, t->subject);
        put_number(w->out, t->class);
        put_number(w->out, t->status);
        put_number(w->out, (unsigned)(t->escaped | t->given << 1 | t->own << 2));
        put_number(w->out, t->times);
        put_signed(w->out, t->irql);
        put_whole(w->out, t->key);
    }
}

/* What rules ask about the instruction that needs something, wherever that is; which of them are one. */
static void put_deep(struct writer *w, const struct summary *m, uint32_t number)
{
    const struct instruction *in = w->e->p->by_id[m->uses[number].instruction];
    const struct function *owner = w->e->p->owner_by_id[m->uses[number].instruction];
    uint32_t same = 0;
    while (m->uses[same].instruction != m->uses[number].instruction)
        same++;
    put_number(w->out, same);
    put_number(w->out, in->op);
    put_word(w->out, owner->name);
    put_number(w->out, owner->from_kit);
    if (in->callee)
        put_description(w->out, in->callee);
}

/* All that callers see. */
static void put_summary(struct writer *w, const struct summary *m)
{
    put_number(w->out, m->bounded);
    put_number(w->out, m->nodes.count);
    for (uint32_t i = 1; i < m->nodes.count; i++)
        put_node(w, &m->nodes.items[i]);
    put_number(w->out, m->outcome_count);
    for (uint32_t i = 0; i < m->outcome_count; i++) {
        put_value(w, m->outcomes[i].value);
        put_state(w, m->outcomes[i].state);
    }
    put_number(w->out, m->use_count);
    for (uint32_t i = 0; i < m->use_count; i++) {
        const struct use *u = &m->uses[i];
        put_number(w->out, u->kind);
        put_value(w, u->subject);
        put_signed(w->out, u->level);
        put_signed(w->out, u->bytes);
        put_facts(w, u->facts, u->fact_count);
    }
}

static void put_needs_of_uses(struct writer *w, const struct summary *m)
{
    for (uint32_t i = 0; i < m->use_count; i++)
        put_deep(w, m, i);
}

/* 0: none; else its place in the function + 1. */
static void put_own(struct writer *w, const struct instruction *in)
{
    const struct function *f = w->f;
    const bool own = in && in >= f->instructions && in < f->instructions + f->instruction_count;
    w->nameless |= in && !own;
    put_number(w->out, own ? (uint64_t)(in - f->instructions) + 1 : 0);
}

static void put_reference(struct writer *w, const struct step *s)
{
    put_number(w->out, !s ? REFERENCE_NONE : s->owner ? REFERENCE_OTHER : REFERENCE_OWN);
    if (!s)
        return;
    if (s->owner)
        put_whole(w->out, function_symbol(w->e->p->functions[s->owner - 1]));
    put_number(w->out, s->number);
}

static void put_step(struct writer *w, const struct step *s)
{
    put_own(w, s->instruction ? w->e->p->by_id[s->instruction] : NULL);
    put_number(w->out, s->kind);
    put_number(w->out, (unsigned)(s->taken | s->sense << 1 | s->says << 4));
    put_number(w->out, s->class);
    put_reference(w, s->before);
    put_reference(w, s->inside);
}

/* Its own instruction, or what some function that it needs needs: by the number there. */
static bool put_instruction_of(struct writer *w, uint32_t id)
{
    const struct function *f = w->f;
    if (w->e->p->owner_by_id[id] == f) {
        put_number(w->out, 0);
        put_own(w, w->e->p->by_id[id]);
        return true;
    }
    for (uint32_t i = 0; i < f->need_count; i++) {
        const struct summary *m = f->needs[i]->summary;
        for (uint32_t k = 0; m && k < m->use_count; k++)
            if (m->uses[k].instruction == id) {
                put_number(w->out, i + 1u);
                put_number(w->out, k);
                return true;
            }
    }
    w->nameless = true;
    return false;
}

static bool is_at(struct place a, struct place b)
{
    return a.file == b.file && a.line == b.line;
}

static void put_place(struct writer *w, struct place place)
{
    const struct function *f = w->f;
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < f->instruction_count; i++)
        if (is_at(f->instructions[i].place, place) &&
            (found == UINT32_MAX || f->instructions[i].place.column == place.column))
            found = i;
    if (found != UINT32_MAX) {
        put_number(w->out, PLACE_INSTRUCTION);
        put_number(w->out, found + 1u);
        put_number(w->out, place.column);
        return;
    }
    if (is_at(f->place, place)) {
        put_number(w->out, PLACE_FUNCTION);
        put_number(w->out, place.column);
        return;
    }
    put_number(w->out, PLACE_NEED);
    for (uint32_t i = 0; i < f->need_count; i++) {
        const struct summary *m = f->needs[i]->summary;
        for (uint32_t k = 0; m && k < m->use_count; k++) {
            const struct place deep = w->e->p->by_id[m->uses[k].instruction]->place;
            if (is_at(deep, place) && deep.column == place.column) {
                put_instruction_of(w, m->uses[k].instruction);
                return;
            }
        }
    }
    w->nameless = true;
}

static void put_visits(struct writer *w, const struct visits *v)
{
    put_number(w->out, v->count);
    for (uint32_t i = 0; i < v->count; i++) {
        const struct visit *x = &v->items[i];
        put_own(w, x->in);
        put_number(w->out, x->all);
        put_number(w->out, x->any);
        put_number(w->out, x->released);
        put_number(w->out, (unsigned)(x->by_driver | x->by_windows << 1 | x->write << 2));
        put_word(w->out, x->field);
        put_whole(w->out, x->callee ? function_symbol(x->callee) : 0);
    }
}

static void put_locks(struct writer *w, const struct record *k)
{
    put_number(w->out, k->lock_count);
    for (uint32_t i = 0; i < k->lock_count; i++)
        put_whole(w->out, k->locks[i]);
    put_number(w->out, k->place_count);
    for (uint32_t i = 0; i < k->place_count; i++) {
        put_whole(w->out, k->places[i].key);
        put_own(w, k->places[i].in);
    }
    put_number(w->out, k->pair_count);
    for (uint32_t i = 0; i < k->pair_count; i++) {
        put_whole(w->out, k->pairs[i].first);
        put_whole(w->out, k->pairs[i].second);
        put_own(w, k->pairs[i].in);
        put_reference(w, k->pairs[i].step);
    }
    put_number(w->out, k->use_count);
    for (uint32_t i = 0; i < k->use_count; i++) {
        put_whole(w->out, k->uses[i].key);
        put_own(w, k->uses[i].in);
        put_reference(w, k->uses[i].step);
        put_number(w->out, k->uses[i].way);
    }
}

static void put_findings(struct writer *w, const struct record *k)
{
    put_number(w->out, k->finding_count);
    for (size_t i = 0; i < k->finding_count; i++) {
        const struct finding *x = &k->findings[i];
        put_word(w->out, x->code);
        put_place(w, x->place);
        put_word(w->out, x->function);
        put_word(w->out, x->claim);
        put_word(w->out, x->label);
        put_word(w->out, x->help);
        put_reference(w, x->path);
    }
}

static void put_rest(struct writer *w)
{
    const struct summary *m = w->f->summary;
    const struct record *k = w->f->record;
    put_number(w->out, (unsigned)(k->concurrent | k->unclear << 1 | k->bounded << 2));
    put_number(w->out, k->step_count);
    for (uint32_t i = 0; i < k->step_count; i++)
        put_step(w, k->steps[i]);
    for (uint32_t i = 0; m && i < m->outcome_count; i++)
        put_step(w, m->outcomes[i].state->step);
    for (uint32_t i = 0; m && i < m->use_count; i++) {
        put_instruction_of(w, m->uses[i].instruction);
        put_number(w->out, m->uses[i].step != NULL);
        if (m->uses[i].step)
            put_step(w, m->uses[i].step);
    }
    put_visits(w, &k->accesses);
    put_visits(w, &k->calls);
    put_locks(w, k);
    put_findings(w, k);
}

bool recall_write(const struct engine *e, struct function *f, struct text *out)
{
    struct writer w = {e, f, out, false};
    const size_t from = out->size;
    unsigned char hash[DIGEST];
    put_number(out, f->summary != NULL);
    if (f->summary) {
        put_summary(&w, f->summary);
        const size_t end = out->size;
        put_needs_of_uses(&w, f->summary); /* seen, and not read again */
        if (!EVP_Digest(out->data + from, out->size - from, hash, NULL, EVP_sha256(), NULL))
            memory_exhausted();
        memcpy(f->seen, hash, sizeof f->seen);
        out->size = end;
    }
    text_add(out, (const char *)f->seen, sizeof f->seen);
    put_rest(&w);
    return !w.nameless;
}
