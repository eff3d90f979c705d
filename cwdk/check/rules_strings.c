/* Counted strings and attributes of objects: what a call reads of them has a value, and buffers that the system
 * allocates for strings go back to it. */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

enum { MAXIMUM_LENGTH = 2, BUFFER = 8 }; /* of a counted string, on amd64 */

/* Functions that allocate the buffer of a string where they succeed: that of argument `out`, if argument `asked` is not
 * 0.
 */
static const struct {
    const char *name;
    uint32_t out, asked; /* UINT32_MAX: always */
} makers[] = {
    {"IoGetDeviceInterfaceAlias", 2, UINT32_MAX}, {"RtlAnsiStringToUnicodeString", 0, 2},
    {"RtlDowncaseUnicodeString", 0, 2},           {"RtlOemStringToUnicodeString", 0, 2},
    {"RtlStringFromGUID", 1, UINT32_MAX},         {"RtlUnicodeStringToAnsiString", 0, 2},
    {"RtlUnicodeStringToOemString", 0, 2},        {"RtlUpcaseUnicodeString", 0, 2},
};

static struct value buffer_of(struct run *r, struct state *s, struct value string)
{
    const struct instruction none = {0};
    return memory_load(r, s, (struct value){string.base, string.offset + BUFFER}, 64, &none);
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (!c->contract)
        return;
    if (!strcmp(c->contract->name, "RtlInitUnicodeString") && c->count > 1 && c->arguments[0].base)
        memory_store(r, s, (struct value){c->arguments[0].base, c->arguments[0].offset + BUFFER}, 64, c->arguments[1],
                     c->in);
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        if (strcmp(c->contract->name, makers[i].name) != 0 || makers[i].out >= c->count)
            continue;
        const struct value to = c->arguments[makers[i].out];
        const bool asked = makers[i].asked >= c->count ||
                           (value_is_number(c->arguments[makers[i].asked]) && c->arguments[makers[i].asked].offset & 1);
        if (!asked || !to.base || state_range(r->p, s, result).low < 0)
            continue;
        const struct value buffer = fresh_result(r, s, c->in, OUT_SECOND + makers[i].out, 64);
        state_narrow(r->p, s, buffer, (struct range){INT64_MIN, INT64_MAX, true});
        memory_store(r, s, (struct value){to.base, to.offset + BUFFER}, 64, buffer, c->in);
        thing_begin(r, s, buffer, CLASS_STRING, c->in, NULL);
    }
}

static bool frees(struct run *r, struct state *s, const struct call *c)
{
    static const char *const names[] = {"RtlFreeUnicodeString", "RtlFreeAnsiString", "RtlFreeOemString", NULL};
    if (!text_is_one_of(c->contract->name, names) || !c->count || !c->arguments[0].base)
        return true;
    const struct value buffer = buffer_of(r, s, c->arguments[0]);
    const struct node *n = node_at(r->p, value_object(&r->p->nodes, buffer.base));
    if (buffer.base && (n->kind == NODE_LOCAL || n->kind == NODE_GLOBAL)) {
        struct arena *a = r->e->arena;
        thing_report(r, s, NULL, CODE_CHK1009, c->in, NULL,
                     arena_format(a, "%s frees a buffer that nobody allocated", c->contract->name),
                     n->kind == NODE_LOCAL ? "a variable on the stack" : "part of the driver's image",
                     "free only strings whose buffer the system has allocated");
        return false;
    }
    const unsigned class = state_thing(s, buffer, CLASS_POOL) ? CLASS_POOL : CLASS_STRING;
    return !state_thing(s, buffer, class) || thing_end(r, s, buffer, class, c->in, NULL);
}

/* Bytes that the call reads of what the argument points to. */
static uint32_t needed(const struct call *c, uint32_t argument, int64_t at[3][2])
{
    static const char *const grows[] = {"RtlAppendUnicodeStringToString", "RtlAppendUnicodeToString",
                                        "RtlCopyUnicodeString", NULL};
    const struct parameter_contract *k = &c->contract->parameters[argument];
    uint32_t count = 0;
    if (strstr(k->type, "OBJECT_ATTRIBUTES") && k->flags & PARAMETER_IN && !(k->flags & PARAMETER_OUT)) {
        at[count][0] = 0;
        at[count++][1] = 4;
    }
    if (!strstr(k->type, "_STRING") || strstr(k->type, "*"))
        return count;
    const bool to = !argument && text_is_one_of(c->contract->name, grows);
    if (to) {
        at[count][0] = MAXIMUM_LENGTH;
        at[count++][1] = 4;
    } else if (!(k->flags & PARAMETER_IN) || k->flags & PARAMETER_OUT) {
        return 0;
    }
    if (!to || strcmp(c->contract->name, "RtlCopyUnicodeString") != 0) {
        at[count][0] = 0;
        at[count++][1] = 2;
    }
    at[count][0] = BUFFER;
    at[count++][1] = BUFFER + 8;
    return count;
}

static bool has_values(struct run *r, struct state *s, const struct call *c, uint32_t argument)
{
    const struct value v = c->arguments[argument];
    const struct node *n = node_at(r->p, v.base);
    uint32_t changed;
    const struct instruction *variable = n->kind == NODE_LOCAL && n->a ? r->p->by_id[n->a] : NULL;
    if (!variable || variable->op != OP_LOCAL || !variable->name ||
        state_rest(r->p, s, v.base, &changed) != REST_UNDEFINED)
        return true;
    int64_t at[3][2];
    const uint32_t count = needed(c, argument, at);
    for (uint32_t i = 0; i < count; i++) {
        if (!bytes_unwritten(s, v.base, v.offset + at[i][0], v.offset + at[i][1]))
            continue;
        struct arena *a = r->e->arena;
        struct finding *f =
            finding_add(r->e->findings, CODE_CHK1005, c->in->place, r->f, s->step,
                        arena_format(a, "%s reads `%s`, which has no value", c->contract->name, variable->name));
        finding_label(
            r->e->findings, f,
            arena_format(a, "bytes %lld to %lld of it were never written on this path", (long long)at[i][0],
                         (long long)at[i][1] - 1),
            strstr(c->contract->parameters[argument].type, "ATTRIBUTES")
                ? "call InitializeObjectAttributes on each way here"
                : "call RtlInitUnicodeString or RtlInitEmptyUnicodeString before, or clear it where it is declared");
        return false;
    }
    return true;
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract || r->f->from_kit)
        return true;
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++)
        if (c->arguments[i].base && c->in->operands[i].width == 64 && !has_values(r, s, c, i))
            return false;
    return frees(r, s, c);
}

const struct family family_strings = {.name = "strings", .call = call, .after = after};
