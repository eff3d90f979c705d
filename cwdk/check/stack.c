/*
 * How much of the kernel's stack the driver's calls take: frames as their variables make them, added up along the calls
 * that are known by name. A function that is called again while it runs takes its frame as often as nobody knows.
 *
 * Source of facts: the documentation of kernel stacks, 24 KiB for each thread of a 64-bit system, which all drivers
 * share.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <stdlib.h>

enum {
    MOST_CHAIN = 12 * 1024, /* half of the stack */
    MOST_AGAIN = 512,       /* of a function that calls itself */
    OF_CALL = 64,           /* return address, saved registers, room for arguments */
    LEAST_ARRAY = 32,       /* smaller variables are in registers mostly */
    DEEPEST = 256,
};

struct frame {
    int64_t own, total;
    const struct function *next; /* the call that takes most */
    enum { NEW, OPEN, DONE } state;
    bool again;
};

static int64_t size_of_frame(const struct function *f)
{
    int64_t size = OF_CALL;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op == OP_LOCAL && in->name && in->size >= LEAST_ARRAY)
            size += in->size;
    }
    return size;
}

static void measure(struct frame *frames, const struct function *f, int depth)
{
    struct frame *frame = &frames[f->id];
    if (frame->state != NEW || depth > DEEPEST)
        return;
    frame->state = OPEN;
    frame->own = frame->total = size_of_frame(f);
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct function *callee = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        if (!callee || !callee->defined)
            continue;
        measure(frames, callee, depth + 1);
        const struct frame *other = &frames[callee->id];
        frame->again |= callee == f;
        if (other->state == DONE && frame->own + other->total > frame->total) {
            frame->total = frame->own + other->total;
            frame->next = callee;
        }
    }
    frame->state = DONE;
}

static void report(struct engine *e, const struct function *f, const char *claim, const char *label)
{
    finding_label(e->findings, finding_add(e->findings, CODE_CHK1017, f->place, f, NULL, claim), label,
                  "have what is large in pool, and go through what is nested in a loop");
}

/* The function of the chain that begins with `f` which takes most. */
static const struct function *heaviest(const struct frame *frames, const struct function *f)
{
    const struct function *most = f;
    for (; f; f = frames[f->id].next)
        if (frames[f->id].own > frames[most->id].own)
            most = f;
    return most;
}

static void report_chain(struct engine *e, const struct frame *frames, const struct function *from,
                         const struct function *most)
{
    struct arena *a = e->arena;
    report(
        e, most,
        arena_format(a, "%lld bytes of the stack are taken from %s on", (long long)frames[from->id].total, from->name),
        arena_format(a, "%s alone takes %lld; there are 24 KiB for all drivers that are called one by another",
                     most->name, (long long)frames[most->id].own));
}

void stack_judge(struct engine *e)
{
    const struct program *p = e->p;
    struct frame *frames = memory_new((size_t)p->function_count + 1, sizeof *frames);
    const struct function **worst = memory_new((size_t)p->function_count + 1, sizeof(struct function *));
    for (uint32_t i = 0; i < p->function_count; i++)
        if (p->functions[i]->defined)
            measure(frames, p->functions[i], 0);
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct function *f = p->functions[i];
        const struct frame *frame = &frames[f->id];
        if (!f->defined || f->from_kit)
            continue;
        if (frame->again && frame->own >= MOST_AGAIN + OF_CALL)
            report(e, f,
                   arena_format(e->arena, "%s calls itself, and takes %lld bytes of the stack each time", f->name,
                                (long long)frame->own),
                   "nothing here says how often");
        const struct function *most = heaviest(frames, f);
        if (frame->total > MOST_CHAIN && (!worst[most->id] || frame->total > frames[worst[most->id]->id].total))
            worst[most->id] = f;
    }
    for (uint32_t i = 0; i < p->function_count; i++)
        if (worst[p->functions[i]->id])
            report_chain(e, frames, worst[p->functions[i]->id], p->functions[i]);
    free(worst);
    free(frames);
}
