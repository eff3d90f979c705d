/* Bounds: nothing is read or written outside of an object, and what a program sends is measured before it is used. */
#include "cwdk/check/declared.h"
#include "cwdk/check/extent.h"
#include "cwdk/diag/codes.h"

#include <string.h>

/* Bytes that an access touches, from the beginning of the object. */
struct reach {
    node_id object;
    int64_t from;       /* the lowest that the first one can be */
    int64_t low, high;  /* the end: at least, at most */
    struct value index; /* what varies; base 0: nothing */
    int64_t scale;
    bool attained; /* a comparison allows the highest end */
    bool by_user;  /* the index is the program's choice, and nobody looked at it */
};

static int64_t plus(int64_t a, int64_t b)
{
    int64_t out;
    return __builtin_add_overflow(a, b, &out) ? (b < 0 ? INT64_MIN : INT64_MAX) : out;
}

static int64_t times(int64_t a, int64_t b)
{
    int64_t out;
    return __builtin_mul_overflow(a, b, &out) ? (a < 0) != (b < 0) ? INT64_MIN : INT64_MAX : out;
}

/* False where too little is known of the address. */
static bool reach_of(struct run *r, struct state *s, struct value address, struct value bytes, struct reach *out)
{
    const struct node n = *node_at(r->p, address.base);
    struct range first = {address.offset, address.offset, false};
    *out = (struct reach){.object = address.base, .attained = true, .scale = 1};
    if (n.kind == NODE_ELEMENT) {
        if (node_at(r->p, n.x.base)->kind == NODE_ELEMENT || !n.x.base)
            return false;
        const struct range index = state_range(r->p, s, n.y);
        out->object = n.x.base;
        out->index = n.y;
        out->scale = (int64_t)(int32_t)n.op;
        if (out->scale <= 0)
            return false;
        first.low = plus(times(index.low, out->scale), plus(address.offset, n.x.offset));
        first.high = plus(times(index.high, out->scale), plus(address.offset, n.x.offset));
        out->attained = state_reaches(r->p, s, n.y, index.high);
        out->by_user = value_by_user(r, s, n.y) && !state_compared(r->p, s, n.y);
    }
    struct range size = state_range(r->p, s, bytes);
    if (size.low < 0 && value_is_number(bytes))
        return false;
    if (size.low < 0) {
        size = (struct range){0, INT64_MAX, false};
        out->attained = out->by_user = false;
    } else if (bytes.base) {
        out->by_user |= value_by_user(r, s, bytes) && !state_compared(r->p, s, bytes);
        out->attained &= state_reaches(r->p, s, bytes, size.high);
    }
    out->from = first.low;
    out->low = plus(first.low, size.low);
    out->high = plus(first.high, size.high);
    return true;
}

/* The same address in each round of a loop. */
static bool is_steady(const struct function *f, const struct operand *o)
{
    if (o->kind != OPERAND_INSTRUCTION)
        return true;
    const struct instruction *in = &f->instructions[o->index];
    switch ((enum opcode)in->op) {
    case OP_LOCAL:
        return true;
    case OP_ADDRESS:
    case OP_SELECT:
        return in->operand_count == 1 && is_steady(f, &in->operands[0]);
    case OP_LOAD:
        o = &in->operands[0];
        return o->kind == OPERAND_INSTRUCTION && f->instructions[o->index].op == OP_LOCAL &&
               f->instructions[o->index].plain && !f->instructions[o->index].varies;
    default:
        return false;
    }
}

/* How often a loop is run is a guess, where its end depends on what is not known: so are addresses that move with it.
 */
static bool is_guess(const struct run *r, const struct instruction *in)
{
    if (!in->repeats || in->op != OP_CALL)
        return in->repeats && !is_steady(r->f, &in->operands[in->op == OP_STORE ? 1 : 0]);
    bool steady = true;
    for (uint32_t i = 0; i < in->operand_count; i++)
        steady &= in->operands[i].width != 64 || is_steady(r->f, &in->operands[i]);
    return !steady;
}

static const char *object_name(const struct run *r, const struct state *s, node_id object, const struct extent *e)
{
    return name_of_value(r, s, value_of(object), arena_format(r->e->arena, "the %s", e->noun));
}

/* Wherever the index is, it lies there. */
static bool is_before(const struct reach *at)
{
    return at->from < 0 && !at->index.base;
}

static void report_outside(struct run *r, struct state *s, const struct reach *at, const struct extent *e, bool write,
                           const struct instruction *in)
{
    struct arena *a = r->e->arena;
    const char *name = object_name(r, s, at->object, e), *verb = write ? "written" : "read";
    const bool always = at->low > e->high || is_before(at);
    const int64_t end = always ? at->low : at->high;
    struct finding *f = finding_add(r->e->findings, CODE_CHK1006, in->place, r->f, s->step,
                                    at->from < 0 ? arena_format(a, "%s is %s before its beginning", name, verb)
                                                 : arena_format(a, "%s is %s beyond its end", name, verb));
    const char *label = end == INT64_MAX || at->from < 0
                            ? arena_format(a, "it has %lld bytes", (long long)e->high)
                            : arena_format(a, "up to byte %lld, and it has %lld", (long long)end, (long long)e->high);
    finding_label(r->e->findings, f, label, "bound the index or the length by the size of the object before this");
}

static void report_terminator(struct run *r, struct state *s, const struct reach *at, const struct extent *e,
                              const struct instruction *in)
{
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK1007, in->place, r->f, s->step,
        arena_format(r->e->arena, "one element more than %s has is accessed", object_name(r, s, at->object, e)));
    finding_label(r->e->findings, f, "the index is the number of elements",
                  "make room for one more, or stop one element earlier");
}

static void report_unchecked(struct run *r, struct state *s, const struct reach *at, const struct extent *e,
                             const struct instruction *in)
{
    struct arena *a = r->e->arena;
    const char *name = object_name(r, s, at->object, e);
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK2001, in->place, r->f, s->step,
        arena_format(a, "%s may be shorter than the %lld bytes that are used of it", name, (long long)at->low));
    finding_label(r->e->findings, f, arena_format(a, "no more than %lld bytes were checked for", (long long)e->low),
                  "compare the length of the buffer with what is needed before it is touched");
}

static void report_choice(struct run *r, struct state *s, const struct reach *at, const struct extent *e, bool index,
                          const struct instruction *in)
{
    struct arena *a = r->e->arena;
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK2002, in->place, r->f, s->step,
        arena_format(a, "a program chooses %s, and nothing bounds it", index ? "the index" : "how much is copied"));
    finding_label(r->e->findings, f,
                  arena_format(a, "%s has %s%lld bytes", object_name(r, s, at->object, e),
                               e->low == e->high ? "" : "perhaps no more than ", (long long)e->low),
                  "compare it with what there is room for, and refuse what is more");
}

static void report_negative(struct run *r, struct state *s, const struct reach *at, const struct extent *e,
                            const struct instruction *in)
{
    struct finding *f = finding_add(r->e->findings, CODE_CHK2002, in->place, r->f, s->step,
                                    "a program chooses the index, and it may be negative");
    finding_label(r->e->findings, f, arena_format(r->e->arena, "%s begins at 0", object_name(r, s, at->object, e)),
                  "have the index unsigned, or refuse what is below 0, too");
}

/* `base * scale / share + offset`: what a size, an index or a length is made of. */
struct linear {
    node_id base;
    int64_t scale, share, offset;
};

static bool linear_times(struct linear *l, int64_t factor)
{
    if (l->share > 1 && factor % l->share == 0 && !l->offset) {
        l->scale *= factor / l->share;
        l->share = 1;
        return true;
    }
    return l->share == 1 && !__builtin_mul_overflow(l->scale, factor, &l->scale) &&
           !__builtin_mul_overflow(l->offset, factor, &l->offset);
}

static bool linear_by(struct linear *l, const struct node *n)
{
    const bool number = value_is_number(n->y) && n->y.offset > 0;
    if (number && n->op == BINARY_MUL)
        return linear_times(l, n->y.offset);
    if (number && n->op == BINARY_SHL && n->y.offset < 32)
        return linear_times(l, INT64_C(1) << n->y.offset);
    const int64_t share = n->op == BINARY_DIV && number                       ? n->y.offset
                          : n->op == BINARY_SHR && number && n->y.offset < 32 ? INT64_C(1) << n->y.offset
                                                                              : 0;
    if (!share || l->offset || l->share > 1)
        return false;
    if (l->scale % share == 0)
        l->scale /= share;
    else
        l->share = share;
    return true;
}

static struct linear linear_of(struct run *r, struct state *s, struct value v)
{
    struct linear out = {v.base, 1, 1, v.offset};
    if (!v.base) {
        out.scale = 0;
        return out;
    }
    const struct node n = *node_at(r->p, v.base);
    struct linear inner = out;
    const struct range range = state_range(r->p, s, n.x);
    const bool whole = n.op == CAST_TRUNCATE ? n.width < 63 && range.low >= 0 && range.high < INT64_C(1) << n.width
                                             : n.x.offset >= 0 || range.low > 0;
    if (n.kind == NODE_CAST && whole)
        inner = linear_of(r, s, n.x);
    else if (n.kind != NODE_BINARY || (inner = linear_of(r, s, n.x), !linear_by(&inner, &n)))
        return out;
    return inner.share > 1 && v.offset ? out
                                       : (struct linear){inner.base, inner.scale, inner.share, inner.offset + v.offset};
}

/* The end is written in the same terms as the size: so much behind it is it. */
static bool is_known_behind(struct run *r, struct state *s, const struct reach *at, const struct extent *e,
                            struct value address, struct value bytes, int64_t *behind)
{
    if ((!e->size.base && e->size.offset < 0) || (!at->index.base && !bytes.base))
        return false;
    struct linear size = linear_of(r, s, e->size), end = linear_of(r, s, bytes), index = linear_of(r, s, at->index);
    if (!linear_times(&index, at->scale) || end.share > 1 || index.share > 1 || size.share > 1)
        return false;
    if (index.base && end.base && index.base != end.base)
        return false;
    end.base |= index.base;
    end.scale += index.scale;
    end.offset += index.offset;
    const struct node *n = node_at(r->p, address.base);
    end.offset += address.offset + (n->kind == NODE_ELEMENT ? n->x.offset : 0);
    *behind = end.offset - size.offset;
    return size.base && end.base == size.base && end.scale == size.scale;
}

/* An index into a known number of elements whose caller knows more about it. */
static void ask_caller(struct run *r, struct state *s, const struct reach *at, const struct extent *e,
                       struct value address, struct value bytes, const struct instruction *in)
{
    if (e->low != e->high || !value_is_number(bytes) || state_compared(r->p, s, at->index))
        return;
    const struct node *n = node_at(r->p, address.base);
    const int64_t room = e->high - address.offset - n->x.offset - bytes.offset;
    if (room >= 0 && at->high > e->high && value_is_given(r->p, at->index.base))
        summary_use_bytes(r, s, USE_BELOW, at->index, room / at->scale, in, s->step);
}

/* How much is copied was found out at run time: as much as there is, if it was the end of a string. */
static bool is_measured(const struct instruction *in)
{
    return (in->op == OP_SET || in->op == OP_COPY) && in->operands[2].kind != OPERAND_VALUE;
}

static bool is_constant(const struct run *r, node_id object)
{
    const struct node *n = node_at(r->p, object);
    return n->kind == NODE_GLOBAL && r->p->globals[n->a].constant;
}

/* An index that was made of the buffer's own length grows with it. */
static bool is_of_length(const struct run *r, const struct reach *at, const struct extent *e)
{
    return e->by_user && e->size.base && at->index.base && value_mentions(&r->p->nodes, at->index.base, e->size.base);
}

static bool judge(struct run *r, struct state *s, struct value address, struct value bytes, bool write,
                  const struct instruction *in)
{
    struct reach at;
    struct extent e;
    const bool furthest = loop_furthest(r, s, in, &address);
    if (!address.base || !reach_of(r, s, address, bytes, &at))
        return true;
    const bool sure = (furthest && !at.index.base) || !is_guess(r, in);
    if (!extent_of(r, s, at.object, &e)) {
        if (furthest && at.index.base && address.base)
            summary_use_bytes(r, s, USE_BYTES, address, bytes.offset, in, s->step);
        const struct node *n = node_at(r->p, at.object);
        if (sure && !is_measured(in) && !at.index.base && !bytes.base && at.low > 0 &&
            value_is_given(r->p, at.object) && (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL))
            summary_use_bytes(r, s, USE_BYTES, value_of(at.object), at.low, in, s->step);
        return true;
    }
    const bool measured = is_measured(in) && !write && !at.by_user && is_constant(r, at.object);
    if (sure && !measured && (at.low > e.high || is_before(&at))) {
        report_outside(r, s, &at, &e, write, in);
        return false;
    }
    int64_t behind;
    if (is_known_behind(r, s, &at, &e, address, bytes, &behind)) {
        if (behind > 0)
            report_terminator(r, s, &at, &e, in);
        return behind <= 0;
    }
    if (at.by_user && at.high > e.low && !e.related && !value_same(bytes, e.size) && !value_same(bytes, e.other) &&
        !is_of_length(r, &at, &e)) {
        report_choice(r, s, &at, &e, at.index.base, in);
        return false;
    }
    if (at.by_user && at.index.base && at.from < 0 && at.from > -((int64_t)1 << 40)) {
        report_negative(r, s, &at, &e, in);
        return false;
    }
    if ((at.index.base || bytes.base) && at.attained && !measured && e.low == e.high && at.high > e.high) {
        report_outside(r, s, &at, &e, write, in);
        return false;
    }
    if (sure && e.by_user && !e.related && !at.index.base && !bytes.base && at.low > e.low) {
        if (value_is_given(r->p, e.size.base) && e.size.base && r->f->called && !r->role) {
            summary_use_bytes(r, s, USE_LENGTH, e.size, at.low, in, s->step);
            return true;
        }
        report_unchecked(r, s, &at, &e, in);
        return false;
    }
    if (at.index.base)
        ask_caller(r, s, &at, &e, address, bytes, in);
    return true;
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    return !width || judge(r, s, address, value_number((width + 7) / 8), write, in);
}

/* A called function takes the number for an index that was looked at. */
static void judge_index(struct run *r, struct state *s, const struct use *u, struct value subject)
{
    const struct range range = state_range(r->p, s, subject);
    const struct instruction *deep = r->p->by_id[u->instruction];
    if ((range.high <= u->bytes && range.low >= 0) || state_compared(r->p, s, subject))
        return;
    if (!value_by_user(r, s, subject)) {
        if (subject.base && value_is_given(r->p, subject.base))
            summary_use_bytes(r, s, USE_BELOW, subject, u->bytes, deep, s->step);
        return;
    }
    struct finding *f = finding_add(r->e->findings, CODE_CHK2002, deep->place, r->p->owner_by_id[u->instruction],
                                    s->step, "a program chooses the index, and nothing bounds it");
    finding_label(r->e->findings, f,
                  arena_format(r->e->arena, "%lld is the highest that is allowed", (long long)u->bytes),
                  "compare it with what there is room for, and refuse what is more");
}

/* What a called function needs of a pointer's target, of a length, or of an index. */
static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    if (u->kind != USE_BYTES && u->kind != USE_LENGTH && u->kind != USE_BELOW)
        return true;
    struct step *const before = (struct step *)s->step;
    struct step *step = path_step(r, s, STEP_INSIDE, in);
    step->inside = u->step;
    bool fine = true;
    if (u->kind == USE_BYTES) {
        fine = judge(r, s, subject, value_number(u->bytes), false, in);
    } else if (u->kind == USE_LENGTH) {
        const struct range range = state_range(r->p, s, subject);
        if (range.low < u->bytes && !state_compared(r->p, s, subject)) {
            if (value_is_given(r->p, subject.base) && r->f->called && !r->role) {
                summary_use_bytes(r, s, USE_LENGTH, subject, u->bytes, r->p->by_id[u->instruction], s->step);
            } else {
                const struct reach at = {.low = u->bytes};
                const struct extent e = {.low = range.low > 0 ? range.low : 0, .noun = "request's buffer"};
                report_unchecked(r, s, &at, &e, r->p->by_id[u->instruction]);
            }
        }
    }
    if (u->kind == USE_BELOW)
        judge_index(r, s, u, subject);
    s->step = before;
    return fine;
}

/* The argument with the size of a buffer, and the bytes that it counts; false where nothing declares one. */
static bool size_of_buffer(const struct call *c, uint32_t argument, uint32_t *size, uint8_t *unit)
{
    const struct declared *d = c->callee->declared;
    const bool known = c->contract && argument < c->contract->parameter_count, own = d && d->parameters;
    *unit = known ? c->contract->parameters[argument].unit : own && d->parameters[argument].sized;
    *size = known ? (uint32_t)c->contract->parameters[argument].length : own ? d->parameters[argument].size : 0;
    return *unit && *size < c->count;
}

/* A length that was narrowed on the way is the one it was made of. */
static struct value whole(const struct run *r, struct value v, unsigned width)
{
    const struct node *n = node_at(r->p, v.base);
    if (v.base && n->kind == NODE_CAST && n->op == CAST_TRUNCATE && !v.offset)
        return n->x;
    return value_cast(&r->p->nodes, CAST_ZERO, v, width, 64);
}

/* Buffers whose sizes the declaration names: they have to be that large. */
static bool call(struct run *r, struct state *s, const struct call *c)
{
    uint32_t size;
    uint8_t unit;
    const bool copies = c->callee && !strncmp(c->callee->name, "RtlStringC", 10); /* character by character */
    if (!c->callee || (c->contract && c->callee->defined && !c->callee->framework && !copies)) /* is looked into */
        return true;
    const uint32_t count = c->contract || c->count < c->callee->parameter_count ? c->count : c->callee->parameter_count;
    for (uint32_t i = 0; i < count; i++) {
        if (c->in->operands[i].width != 64 || !c->arguments[i].base || !size_of_buffer(c, i, &size, &unit))
            continue;
        const struct value elements = whole(r, c->arguments[size], c->in->operands[size].width);
        const struct value bytes = value_binary(&r->p->nodes, BINARY_MUL, elements, value_number(unit), 64);
        const bool write = c->contract ? c->contract->parameters[i].flags & PARAMETER_OUT : false;
        if (!judge(r, s, c->arguments[i], bytes, write, c->in))
            return false;
    }
    return true;
}

const struct family family_bounds = {.name = "bounds", .access = access, .span = judge, .call = call, .use = use};
