/* Sizes and what is copied out: no size that wrapped around or lost bits, no bytes that nobody wrote. */
#include "cwdk/check/extent.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum loss { LOSS_NONE, LOSS_WRAPS, LOSS_BITS };

/* The highest that a value of so many bits can be, unsigned. */
static uint64_t most_of(unsigned width)
{
    return width >= 64 ? UINT64_MAX : (UINT64_C(1) << width) - 1;
}

static uint64_t highest(struct run *r, struct state *s, struct value v, unsigned width)
{
    const struct range range = state_range(r->p, s, v);
    const struct node n = *node_at(r->p, v.base);
    if (range.low >= 0 && range.high < INT64_MAX)
        return (uint64_t)range.high;
    if (v.base && n.kind == NODE_BINARY && v.offset >= 0 && (n.op == BINARY_MUL || n.op == BINARY_ADD)) {
        const uint64_t x = highest(r, s, n.x, n.width), y = highest(r, s, n.y, n.width);
        uint64_t out;
        if (!(n.op == BINARY_MUL ? __builtin_mul_overflow(x, y, &out) : __builtin_add_overflow(x, y, &out)) &&
            !__builtin_add_overflow(out, (uint64_t)v.offset, &out) && out <= most_of(width))
            return out;
    }
    return range.low < 0 ? most_of(width) : (uint64_t)range.high;
}

static bool exceeds(struct run *r, struct state *s, const struct node *n)
{
    const uint64_t x = highest(r, s, n->x, n->width), y = highest(r, s, n->y, n->width), most = most_of(n->width);
    uint64_t out = 0;
    switch ((enum binary)n->op) {
    case BINARY_ADD:
        return __builtin_add_overflow(x, y, &out) || out > most;
    case BINARY_MUL:
        return __builtin_mul_overflow(x, y, &out) || out > most;
    case BINARY_SHL:
        return value_is_number(n->y) && n->y.offset < 64 && x > most >> n->y.offset;
    default:
        return false;
    }
}

/* A number of a program's that somewhere in the computation is larger than what there is room for. */
static enum loss loss_of(struct run *r, struct state *s, struct value v)
{
    if (!v.base || !value_by_user(r, s, v))
        return value_from_buffer(r, s, v) && node_at(r->p, v.base)->kind == NODE_CAST
                   ? loss_of(r, s, node_at(r->p, v.base)->x)
                   : LOSS_NONE;
    const struct node n = *node_at(r->p, v.base);
    const bool content = value_from_buffer(r, s, v);
    if (n.width <= 32 && v.offset > 0 && content && !state_compared(r->p, s, value_of(v.base)) &&
        highest(r, s, value_of(v.base), n.width) + (uint64_t)v.offset > most_of(n.width))
        return LOSS_WRAPS;
    if (n.kind == NODE_BINARY && content && !state_compared(r->p, s, value_of(v.base)) &&
        !state_compared(r->p, s, n.x) && !state_compared(r->p, s, n.y) && exceeds(r, s, &n))
        return LOSS_WRAPS;
    if (n.kind == NODE_BINARY) {
        const enum loss x = loss_of(r, s, n.x);
        return x != LOSS_NONE ? x : loss_of(r, s, n.y);
    }
    if (n.kind != NODE_CAST)
        return LOSS_NONE;
    const struct node inner = *node_at(r->p, n.x.base);
    if (n.op == CAST_TRUNCATE && !state_compared(r->p, s, n.x) && highest(r, s, n.x, inner.width) > most_of(n.width) &&
        highest(r, s, n.x, inner.width) > UINT16_MAX)
        return inner.kind == NODE_BINARY || inner.kind == NODE_ELEMENT ? LOSS_WRAPS : LOSS_BITS;
    return loss_of(r, s, n.x);
}

/* `FIELD_OFFSET(struct s, values[n])` of a program's n, cut to 32 bits. */
static enum loss loss_of_offset(struct run *r, struct state *s, struct value v)
{
    while (v.base && node_at(r->p, v.base)->kind == NODE_CAST) {
        const struct node n = *node_at(r->p, v.base), inner = *node_at(r->p, n.x.base);
        if (n.op == CAST_TRUNCATE && inner.kind == NODE_ELEMENT && !inner.x.base && value_from_buffer(r, s, inner.y) &&
            !state_compared(r->p, s, inner.y) && highest(r, s, n.x, inner.width) > most_of(n.width))
            return LOSS_WRAPS;
        v = n.x;
    }
    return LOSS_NONE;
}

/* `to`, the size of an allocation, was cut to fewer bits from something with `part` in it that may have more. */
static bool is_cut_from(struct run *r, struct state *s, struct value to, node_id part)
{
    while (to.base && node_at(r->p, to.base)->kind == NODE_CAST && node_at(r->p, to.base)->op != CAST_TRUNCATE)
        to = node_at(r->p, to.base)->x;
    const struct node n = *node_at(r->p, to.base);
    if (!to.base || n.width > 16)
        return false;
    const bool sum = n.kind == NODE_BINARY && n.op == BINARY_ADD && n.x.base && n.y.base;
    const struct value whole = sum ? value_of(to.base) : n.x;
    if ((!sum && (n.kind != NODE_CAST || n.op != CAST_TRUNCATE)) || part == to.base || !whole.base ||
        !value_mentions(&r->p->nodes, whole.base, part) || state_compared(r->p, s, whole))
        return false;
    const struct range range = state_range(r->p, s, whole);
    if (sum)
        return exceeds(r, s, &n);
    return range.high == INT64_MAX || highest(r, s, whole, node_at(r->p, whole.base)->width) > most_of(n.width);
}

/* What is put into an allocation whose size lost bits on the way, and the length did not. */
static void check_room(struct run *r, struct state *s, struct value address, struct value bytes,
                       const struct instruction *in)
{
    const struct cell *room = address.base ? state_cell(s, value_object(&r->p->nodes, address.base), EXTENT_OWN) : NULL;
    while (bytes.base && node_at(r->p, bytes.base)->kind == NODE_CAST && node_at(r->p, bytes.base)->op != CAST_TRUNCATE)
        bytes = node_at(r->p, bytes.base)->x;
    if (!room || !bytes.base || !room->value.base || !is_cut_from(r, s, room->value, bytes.base))
        return;
    struct finding *f =
        finding_add(r->e->findings, CODE_CHK1012, in->place, r->f, s->step,
                    arena_format(r->e->arena, "more is copied to %s than was allocated, where the length is large",
                                 name_of_value(r, s, address, "the memory")));
    finding_label(r->e->findings, f, "the size was cut to fewer bits, the length is whole",
                  "compute the size in SIZE_T or ULONG, and refuse what does not fit in a USHORT");
}

/* Two loads from the same place, as far as the source tells. */
static bool is_same_load(const struct function *f, const struct operand *a, const struct operand *b)
{
    for (int depth = 0; depth < 4; depth++) {
        if (a->kind != OPERAND_INSTRUCTION || b->kind != OPERAND_INSTRUCTION)
            return false;
        const struct instruction *x = &f->instructions[a->index], *y = &f->instructions[b->index];
        if (x == y)
            return true;
        if (x->op != y->op || (x->op != OP_LOAD && x->op != OP_ADDRESS) || x->size != y->size ||
            x->operand_count != 1 || y->operand_count != 1)
            return false;
        a = &x->operands[0];
        b = &y->operands[0];
    }
    return false;
}

/* Some comparison of the function tells whether such a sum has wrapped around: `a + b < a`. */
static bool looks_for_wraps(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t k = 0; in->op == OP_COMPARE && in->sub == COMPARE_BELOW && k < 2; k++) {
            const struct operand *o = &in->operands[k];
            const struct instruction *sum = o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
            for (uint32_t j = 0; sum && sum->op == OP_BINARY && sum->sub == BINARY_ADD && j < 2; j++)
                if (is_same_load(f, &sum->operands[j], &in->operands[!k]))
                    return true;
        }
    }
    return false;
}

/* `offset + length > size` with both of the program's: the sum may wrap around, and pass. */
static void compare(struct run *r, struct state *s, struct value x, struct value y, const struct instruction *in)
{
    const struct value sides[] = {x, y};
    for (int i = 0; i < 2 && in->sub == COMPARE_BELOW; i++) {
        const struct node n = *node_at(r->p, sides[i].base);
        if (!sides[i].base || n.kind != NODE_BINARY || n.op != BINARY_ADD || n.width != 32 || !n.x.base || !n.y.base ||
            !value_from_buffer(r, s, n.x) || !value_from_buffer(r, s, n.y) || state_compared(r->p, s, n.x) ||
            state_compared(r->p, s, n.y) || !exceeds(r, s, &n) || looks_for_wraps(r->f))
            continue;
        struct finding *f = finding_add(r->e->findings, CODE_CHK1011, in->place, r->f, s->step,
                                        "a sum of two numbers of a program's may wrap around, and pass the check");
        finding_label(r->e->findings, f, "computed in 32 bits",
                      "compare one with the size, and the other with what is left, or compute with RtlULongAdd");
    }
}

static bool allocates(const struct contract *c)
{
    for (uint32_t i = 0; i < c->effect_count; i++)
        if (c->effects[i].verb == VERB_MAKES && c->effects[i].class == CLASS_POOL)
            return true;
    return false;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || c->count < 2 || !allocates(c->contract))
        return true;
    enum loss loss = loss_of(r, s, c->arguments[1]);
    if (loss == LOSS_NONE)
        loss = loss_of_offset(r, s, c->arguments[1]);
    if (loss == LOSS_NONE)
        return true;
    const bool wraps = loss == LOSS_WRAPS;
    struct finding *f = finding_add(r->e->findings, wraps ? CODE_CHK1011 : CODE_CHK1012, c->in->place, r->f, s->step,
                                    wraps ? "the size is computed from a program's number, and may wrap around"
                                          : "a program's length is cut to fewer bits than it has");
    finding_label(r->e->findings, f, "a large number gives a small allocation",
                  wraps ? "bound the number first, or compute with RtlULongMult and RtlULongAdd, which tell"
                        : "keep the length in its own type, or refuse what does not fit");
    return true;
}

int64_t bytes_unwritten(const struct state *s, node_id object, int64_t from, int64_t to)
{
    int64_t count = 0, at = from;
    for (uint32_t i = state_first(s, object); i < s->cell_count && s->cells[i].base == object; i++) {
        const struct cell *c = &s->cells[i];
        const int64_t end = c->offset + (c->width + 7) / 8;
        if (c->offset == REST || is_attribute(c->offset) || end <= at || c->offset >= to)
            continue;
        if (c->offset > at)
            count += c->offset - at;
        at = end;
    }
    return at < to ? count + (to - at) : count;
}

/* `Irp->AssociatedIrp.SystemBuffer` of an IRP that the function was given. */
static bool is_irp_buffer(const struct run *r, node_id object)
{
    enum { SYSTEM_BUFFER = 0x18 };
    const struct node *n = node_at(r->p, object);
    if (n->kind != NODE_INITIAL || n->width != 64 || n->x.offset != SYSTEM_BUFFER ||
        node_at(r->p, n->x.base)->kind != NODE_PARAMETER)
        return false;
    for (uint32_t i = 0; i < r->f->instruction_count; i++) {
        const struct instruction *in = &r->f->instructions[i];
        if (in->op == OP_ADDRESS && in->record && in->field == SYSTEM_BUFFER && !strcmp(in->record, "_IRP"))
            return true;
    }
    return false;
}

static bool is_seen(struct run *r, struct state *s, node_id object)
{
    struct extent e;
    return (extent_of(r, s, object, &e) && e.by_user) || user_memory_of(r, s, object) != USER_NONE ||
           is_irp_buffer(r, object) || state_cell(s, object, LENT_BY);
}

/* What is copied to where a program will see it. */
static bool span(struct run *r, struct state *s, struct value address, struct value bytes, bool write,
                 const struct instruction *in)
{
    uint32_t changed;
    if (write)
        check_room(r, s, address, bytes, in);
    if (write || in->op != OP_COPY || !value_is_number(bytes) || !address.base)
        return true;
    const node_id to = value_object(&r->p->nodes, r->copy_to.base);
    const struct node *n = node_at(r->p, address.base);
    if ((n->kind != NODE_LOCAL && n->kind != NODE_RESULT) ||
        state_rest(r->p, s, address.base, &changed) != REST_UNDEFINED || !is_seen(r, s, to))
        return true;
    const int64_t count = bytes_unwritten(s, address.base, address.offset, address.offset + bytes.offset);
    if (!count)
        return true;
    struct arena *a = r->e->arena;
    const char *name = name_of_value(r, s, value_of(address.base), "the memory");
    struct finding *f =
        finding_add(r->e->findings, CODE_CHK1010, in->place, r->f, s->step,
                    arena_format(a, "%lld byte%s of %s that nobody wrote go%s to the program", (long long)count,
                                 count == 1 ? "" : "s", name, count == 1 ? "es" : ""));
    finding_label(r->e->findings, f, "what the kernel had there before, padding included",
                  arena_format(a, "clear %s before it is filled in", name));
    return true;
}

const struct family family_size = {.name = "size", .call = call, .span = span, .compare = compare};
