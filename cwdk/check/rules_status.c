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

const struct family family_status = {.name = "status", .call = call, .test = test};
