/* NTSTATUS: looked at, and as what it is. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>
#include <strings.h>

/* "(void)" before the call: it was thought of. */
static bool says_void(struct run *r, struct place place)
{
    size_t length;
    const char *line = source_line(r->e->findings, place.file, place.line, &length);
    if (!line || place.column < 2 || place.column - 1 > length)
        return false;
    size_t at = place.column - 1;
    while (at && (line[at - 1] == ' ' || line[at - 1] == '\t'))
        at--;
    return at >= 6 && (!strncasecmp(&line[at - 6], "(void)", 6));
}

/* Nobody can do anything about a teardown that fails; a string that was cut is another matter than a call that failed.
 */
static bool is_harmless(const char *name)
{
    static const char *const words[] = {"Unregister", "Deregister", "Close", "Release",
                                        "Free",       "Delete",     "Stop",  "Cancel"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(name, words[i]))
            return true;
    return !strncmp(name, "RtlString", 9) || !strncmp(name, "RtlUnicodeString", 16) || !strncmp(name, "RtlAppend", 9);
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || !c->contract->must_inspect || !c->contract->returns_status || c->in->used || r->f->from_kit ||
        is_harmless(c->contract->name) || says_void(r, c->in->place))
        return true;
    struct arena *a = r->e->arena;
    struct finding *f = finding_add(r->e->findings, CODE_CHK3001, c->in->place, r->f, s->step,
                                    arena_format(a, "the status of %s is ignored", c->contract->name));
    finding_label(r->e->findings, f, "may fail",
                  "test it with NT_SUCCESS and handle the failure, or write (VOID) before the call and say why it does "
                  "not matter");
    return true;
}

static bool is_status(const struct run *r, struct value v)
{
    if (!v.base || v.offset)
        return false;
    const struct node *n = node_at(r->p, v.base);
    if (n->kind != NODE_RESULT || n->b || n->a == UINT32_MAX || n->width != 32)
        return false;
    const struct instruction *in = r->p->by_id[n->a];
    return in->op == OP_CALL && in->callee && in->callee->contract && in->callee->contract->returns_status;
}

static void test(struct run *r, struct state *s, struct value tested, const struct instruction *in)
{
    if (!is_status(r, tested))
        return;
    struct arena *a = r->e->arena;
    const struct instruction *call_in = r->p->by_id[node_at(r->p, tested.base)->a];
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK3002, in->place, r->f, s->step,
        arena_format(a, "the status of %s is tested as if it were a truth value", call_in->callee->contract->name));
    finding_label(r->e->findings, f, "0 is STATUS_SUCCESS, and there are other successes", "write NT_SUCCESS(status)");
}

static void report_test(struct run *r, struct state *s, const char *claim, const char *label, const char *help,
                        const struct instruction *in)
{
    finding_label(r->e->findings, finding_add(r->e->findings, CODE_CHK3004, in->place, r->f, s->step, claim), label,
                  help);
}

static const struct instruction *made_by(const struct run *r, const struct operand *o)
{
    return o->kind == OPERAND_INSTRUCTION ? &r->f->instructions[o->index] : NULL;
}

/* NT_SUCCESS of what is no status: a BOOLEAN is never below 0. */
static const struct instruction *truth_value(const struct run *r, const struct operand *o)
{
    const struct instruction *cast = made_by(r, o);
    const struct instruction *made =
        cast && cast->op == OP_CAST && cast->sub == CAST_ZERO && cast->width == 32 && cast->operands[0].width == 8
            ? made_by(r, &cast->operands[0])
            : NULL;
    return made && made->op == OP_CALL && made->callee && made->callee->contract &&
                   !strcmp(made->callee->contract->result, "BOOLEAN")
               ? made
               : NULL;
}

/* The function asks somewhere what exactly came out. */
static bool tells_apart(const struct function *f, int64_t status)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        for (uint32_t k = 0; (in->op == OP_COMPARE || in->op == OP_SWITCH) && k < in->operand_count; k++)
            if (in->operands[k].kind == OPERAND_VALUE && value_is_number(in->operands[k].value) &&
                (in->operands[k].value.offset == status || (!in->operands[k].value.offset && in->sub == COMPARE_EQUAL &&
                                                            in->op == OP_COMPARE && in->operands[k].width == 32)))
                return true;
    }
    return false;
}

/* A wait that may be over because of the time: a success, too. */
static bool may_time_out(const struct run *r, const struct instruction *in)
{
    enum { TIMEOUT = 4 };
    return !strcmp(in->callee->contract->name, "KeWaitForSingleObject") && in->operand_count > TIMEOUT &&
           !(in->operands[TIMEOUT].kind == OPERAND_VALUE && !in->operands[TIMEOUT].value.base) &&
           !tells_apart(r->f, 0x102);
}

static void compare(struct run *r, struct state *s, struct value x, struct value y, const struct instruction *in)
{
    struct arena *a = r->e->arena;
    const bool success = in->sub == COMPARE_LESS && value_is_number(y) && !y.offset;
    const struct instruction *truth = success ? truth_value(r, &in->operands[0]) : NULL;
    if (truth) {
        report_test(r, s, arena_format(a, "NT_SUCCESS of %s is always true", truth->callee->contract->name),
                    "gives TRUE or FALSE, which are both successes",
                    "test the result itself, and ask for the status where there is one", in);
        return;
    }
    if (!is_status(r, x))
        return;
    const struct instruction *made = r->p->by_id[node_at(r->p, x.base)->a];
    if (in->sub == COMPARE_EQUAL && value_is_number(y) && y.offset == 1)
        report_test(r, s, arena_format(a, "the status of %s is compared with TRUE", made->callee->contract->name),
                    "1 is a success, and not the usual one", "write NT_SUCCESS(status)", in);
    else if (success && may_time_out(r, made))
        report_test(r, s, "a wait that ran out of time is taken for one that got what it waited for",
                    "STATUS_TIMEOUT is a success", "compare the status with STATUS_SUCCESS, or with STATUS_TIMEOUT",
                    in);
}

/* A status is returned as a BOOLEAN: STATUS_SUCCESS is FALSE. */
static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    if (r->f->result_width != 8 || !result.base || result.offset)
        return;
    const struct node *n = node_at(r->p, result.base);
    if (n->kind == NODE_CAST && n->op == CAST_TRUNCATE && is_status(r, n->x))
        report_test(r, s, "a status is returned as a truth value", "STATUS_SUCCESS becomes FALSE",
                    "return NT_SUCCESS(status), or declare the function NTSTATUS", in);
}

/* What a call would have given, had it not failed. */
static void load(struct run *r, struct state *s, struct value address, struct value loaded,
                 const struct instruction *in)
{
    const struct node n = *node_at(r->p, loaded.base);
    (void)address;
    if (!loaded.base || n.kind != NODE_RESULT || n.b < OUT_UNSET || n.b >= OUT_UNSET + OUT_MOST || !in->used ||
        !in->pointer)
        return;
    const struct instruction *made = r->p->by_id[n.a];
    const struct value status =
        value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_RESULT, .width = 32, .a = n.a}));
    const char *name = made->callee ? made->callee->name : "FltSet";
    const bool always = !strncmp(name, "FltSet", 6) || (!strncmp(name, "FltGet", 6) && strstr(name, "Context"));
    if (always || state_range(r->p, s, status).high >= 0) /* the filter manager writes NULL where there is none */
        return;
    struct arena *a = r->e->arena;
    struct finding *f = finding_add(
        r->e->findings, CODE_CHK3003, in->place, r->f, s->step,
        arena_format(a, "%s is used after %s failed", name_of_value(r, s, loaded, "the result"), made->callee->name));
    finding_label(r->e->findings, f, "never set on this path",
                  "leave where the call failed, or give the variable a value before the call and test that");
}

const struct family family_status = {
    .name = "status", .call = call, .test = test, .compare = compare, .end = end, .load = load};
