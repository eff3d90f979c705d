/* What the analysis of a function depends on. */
#include "cwdk/check/bytes.h"
#include "cwdk/check/declared.h"
#include "cwdk/check/family.h"
#include "cwdk/check/recall.h"
#include "cwdk/host/file.h"

#include <openssl/evp.h>

static void digest(const struct text *t, unsigned char out[DIGEST])
{
    if (!EVP_Digest(t->data ? t->data : "", t->size, out, NULL, EVP_sha256(), NULL))
        memory_exhausted();
}

static void put_file(struct text *t, const char *path)
{
    struct arena own = {0};
    struct diag unread = {0};
    struct bytes content;
    if (file_read(path, &own, &content, &unread))
        text_add(t, (const char *)content.data, content.size);
    diag_free(&unread);
    arena_free(&own);
}

void recall_settings(const struct engine *e, const char *home, unsigned char out[DIGEST])
{
    struct arena own = {0};
    struct text t = {0};
    put_file(&t, "/proc/self/exe");
    put_file(&t, path_join(&own, home, "sdk/contracts.tsv"));
    put_word(&t, home);
    put_number(&t, (unsigned)(e->filter | e->passive << 1 | e->scopes << 2 | e->waiting_interrupts << 3));
    put_signed(&t, e->driver.level | e->driver.scope << 8);
    put_signed(&t, e->device.level | e->device.scope << 8);
    for (uint32_t i = 0; i < e->owned_count; i++) {
        put_word(&t, e->owned[i].record);
        put_signed(&t, e->owned[i].field);
    }
    digest(&t, out);
    text_free(&t);
    arena_free(&own);
}

static void put_declared(struct text *t, const struct function *f)
{
    const struct declared *d = f->declared;
    put_number(t, d != NULL);
    if (!d)
        return;
    put_signed(t, d->least);
    put_signed(t, d->most);
    put_number(t, (unsigned)(d->must_inspect | d->maybe_null << 1 | d->not_null << 2));
    for (uint32_t i = 0; d->parameters && i < f->parameter_count; i++)
        put_number(
            t, 1u + (unsigned)(d->parameters[i].in << 1 | d->parameters[i].out << 2 | d->parameters[i].optional << 3));
    for (uint32_t i = 0; i < d->lock_count; i++) {
        put_number(t, d->locks[i].verb);
        put_word(t, d->locks[i].name);
    }
}

void recall_describe(const struct function *f, struct text *t)
{
    put_word(t, f->name);
    put_number(t,
               (unsigned)(f->defined | f->from_kit << 1 | f->pageable << 2 | f->address_taken << 3 | f->variadic << 4 |
                          f->no_return << 5 | f->result_pointer << 6 | f->called << 7 | f->framework << 8));
    put_number(t, f->result_width);
    put_word(t, f->contract ? f->contract->name : NULL);
    put_number(t, f->parameter_count);
    for (uint32_t i = 0; f->defined && i < f->parameter_count; i++) {
        put_word(t, f->parameters[i]);
        put_number(t, f->pointer_parameters[i]);
    }
    put_declared(t, f);
    put_word(t, f->role ? f->role->name : NULL);
    put_signed(t, f->role ? f->role->least : 0);
    put_signed(t, f->role ? f->role->most : 0);
}

static void put_value(struct text *t, struct value v)
{
    put_number(t, v.base);
    put_signed(t, v.offset);
}

static void put_constants(struct text *t, const struct program *p, const struct function *f)
{
    for (uint32_t i = 1; i < f->constant_count; i++) {
        const struct node *n = &f->constants[i];
        put_number(t, n->kind);
        put_number(t, n->width);
        if (n->kind == NODE_FUNCTION) {
            recall_describe(p->functions[n->a], t);
            put_number(t, own_lets_go(p->functions[n->a]));
        } else if (n->kind == NODE_GLOBAL) {
            const struct global *g = &p->globals[n->a];
            put_word(t, g->name);
            put_signed(t, g->size);
            put_number(t, (unsigned)(g->constant | g->pageable << 1));
            for (uint32_t k = 0; g->functions && g->functions[k]; k++) {
                put_word(t, g->functions[k]->name);
                put_signed(t, g->places[k]);
            }
        } else {
            put_number(t, n->op);
            put_number(t, n->a);
            put_number(t, n->b);
            put_value(t, n->x);
            put_value(t, n->y);
        }
    }
}

/* Lines count from the function's own, so that it may move. */
static void put_place(struct text *t, const struct program *p, const struct function *f, struct place place)
{
    const bool same = place.file == f->place.file;
    put_word(t, same ? NULL : p->files[place.file]);
    put_signed(t, (int64_t)place.line - (same && place.line ? (int64_t)f->place.line : 0));
    put_number(t, place.column);
}

/* A variable of another function, which this one is a part of. */
static void put_frame(struct text *t, const struct instruction *in)
{
    const struct function *owner = in->callee;
    for (uint32_t i = 0; owner && i < owner->instruction_count; i++) {
        const struct instruction *k = &owner->instructions[i];
        if (k->op != OP_LOCAL || k->field != in->field + 1)
            continue;
        put_word(t, k->name);
        put_signed(t, k->size);
        put_number(t, (unsigned)(k->varies | k->repeats << 1));
        return;
    }
}

static void put_callee(struct text *t, const struct function *f, const struct function *callee)
{
    recall_describe(callee, t);
    for (uint32_t i = 0; i < f->need_count; i++)
        if (f->needs[i] == callee)
            put_number(t, i + 1u);
}

static void put_instruction(struct text *t, const struct program *p, const struct function *f,
                            const struct instruction *in)
{
    put_number(t, in->op);
    put_number(t, in->sub);
    put_number(t, (unsigned)(in->negate | in->pointer << 1 | in->is_volatile << 2 | in->used << 3 | in->crosses << 4 |
                             in->repeats << 5 | in->varies << 6 | in->bits << 7 | in->tested << 8));
    put_number(t, in->width);
    put_number(t, in->plain);
    put_place(t, p, f, in->place);
    put_number(t, in->operand_count);
    for (uint32_t i = 0; i < in->operand_count; i++) {
        put_number(t, in->operands[i].kind);
        put_number(t, in->operands[i].width);
        put_number(t, in->operands[i].index);
        put_value(t, in->operands[i].value);
        put_signed(t, in->scales ? in->scales[i] : 0);
    }
    put_number(t, in->target_count);
    for (uint32_t i = 0; i < in->target_count; i++)
        put_number(t, in->targets[i]);
    put_word(t, in->name);
    put_word(t, in->record);
    put_signed(t, in->size);
    put_signed(t, in->field);
    if (in->callee)
        put_callee(t, f, in->callee);
    if (in->op == OP_FRAME)
        put_frame(t, in);
}

/* Some rules look at the text of a line. */
static void put_lines(struct text *t, struct findings *texts, const struct function *f)
{
    struct place last = {0};
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct place place = f->instructions[i].place;
        size_t length = 0;
        if (place.line == last.line && place.file == last.file)
            continue;
        const char *line = source_line(texts, place.file, place.line, &length);
        text_add(t, line ? line : "", line ? length : 0);
        put_number(t, length);
        last = place;
    }
}

void recall_key(struct engine *e, const struct function *f, const unsigned char settings[DIGEST],
                unsigned char out[DIGEST])
{
    const struct program *p = e->p;
    struct text t = {0};
    text_add(&t, (const char *)settings, DIGEST);
    recall_describe(f, &t);
    put_whole(&t, f->module);
    put_number(&t, f->majors);
    put_word(&t, p->files[f->place.file]);
    put_number(&t, (unsigned)(e->cancels[f->id] | e->unmarked[f->id] << 1 | local_waits(f) << 2));
    put_constants(&t, p, f);
    put_number(&t, f->block_count);
    for (uint32_t i = 0; i < f->block_count; i++) {
        const struct block *b = &f->blocks[i];
        put_number(&t, b->first);
        put_number(&t, b->count);
        put_number(&t, (unsigned)(b->sense | b->guards << 8 | b->loop << 16));
    }
    put_number(&t, f->instruction_count);
    for (uint32_t i = 0; i < f->instruction_count; i++)
        put_instruction(&t, p, f, &f->instructions[i]);
    put_lines(&t, e->findings, f);
    for (uint32_t i = 0; i < f->need_count; i++) {
        recall_describe(f->needs[i], &t);
        put_number(&t, e->buffers[f->needs[i]->id]);
        text_add(&t, (const char *)f->needs[i]->seen, sizeof f->needs[i]->seen);
    }
    digest(&t, out);
    text_free(&t);
}
