/*
 * Queues while the device leaves D0, or is not in it: requests that are kept, and nothing is said to that; registers
 * that a request's callback reads though its queue does not wait for D0. Judged over the whole driver, by what is
 * stored into each queue's configuration. Source of facts: the public documentation of WDF_IO_QUEUE_CONFIG and
 * EvtIoStop.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"

#include <string.h>

enum { POWER_MANAGED = 8, FIRST_HANDLER = 16, STOP = 56, HANDLERS = 5 }; /* in WDF_IO_QUEUE_CONFIG */
enum { MOST_FIELDS = 16, MOST_DEPTH = 3 };

struct queue {
    uint32_t variable; /* that has its configuration, or leads to it: number + 1; 0: not known */
    bool unmanaged;
    const struct function *stop, *handlers[HANDLERS];
};

struct sleep {
    struct engine *e;
    const char *mapped[MOST_FIELDS]; /* what leads to registers */
    uint32_t mapped_count;
    bool idles, awakes; /* the driver has the device sleep when it is idle; and says itself when it must not */
};

static const char *name_of(const struct instruction *in)
{
    return in->op == OP_CALL && in->callee ? in->callee->name : "";
}

static void note_whole(struct sleep *all, const struct function *f, const struct instruction *in)
{
    const struct operand *from = in->op == OP_STORE ? &in->operands[0] : NULL;
    const struct instruction *made = from && from->kind == OPERAND_INSTRUCTION ? &f->instructions[from->index] : NULL;
    all->idles |= !strcmp(name_of(in), "WdfDeviceAssignS0IdleSettings");
    all->awakes |= !strncmp(name_of(in), "WdfDeviceStopIdle", 17);
    if (!made || strncmp(name_of(made), "MmMapIoSpace", 12) != 0 || all->mapped_count == MOST_FIELDS)
        return;
    const char *name = lasting_name(all->e, f, &in->operands[1]);
    if (name)
        all->mapped[all->mapped_count++] = name;
}

/* It, or what it calls, lets requests be cancelled: it keeps them for a time that nobody knows. */
static bool keeps(const struct function *f, int depth)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct function *k = f->instructions[i].op == OP_CALL ? f->instructions[i].callee : NULL;
        if (!strncmp(name_of(&f->instructions[i]), "WdfRequestMarkCancelable", 24) ||
            (k && k->defined && !k->from_kit && depth && keeps(k, depth - 1)))
            return true;
    }
    return false;
}

/* It writes to nothing but its variables, and calls nothing but what prints. */
static bool does_nothing(const struct function *f)
{
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const char *name = name_of(in);
        const bool prints = strstr(name, "rint") || strstr(name, "Trace") || !strncmp(name, "llvm.", 5);
        const bool local = in->op == OP_STORE && in->operands[1].kind == OPERAND_INSTRUCTION &&
                           f->instructions[in->operands[1].index].op == OP_LOCAL;
        if ((in->op == OP_CALL && !prints) || (in->op == OP_STORE && !local) || in->op == OP_SET || in->op == OP_COPY)
            return false;
    }
    return true;
}

static void tell(struct engine *e, const char *code, const struct function *f, struct place place, const char *claim,
                 const char *label, const char *help)
{
    finding_label(e->findings, finding_add(e->findings, code, place, f, NULL, claim), label, help);
}

static void look_at_registers(const struct sleep *all, const struct function *handler)
{
    for (uint32_t i = 0; i < all->mapped_count; i++) {
        const struct instruction *in = field_read(all->e, handler, all->mapped[i], MOST_DEPTH);
        if (!in)
            continue;
        struct arena *a = all->e->arena;
        tell(all->e, CODE_CHK8019, all->e->p->owner_by_id[in->id], in->place,
             arena_format(a, "%s uses registers of a device that may sleep", handler->name),
             "its queue is not power-managed, and the device sleeps when it is idle",
             "leave the queue power-managed, or call WdfDeviceStopIdle before, and WdfDeviceResumeIdle after it");
        return;
    }
}

static void judge(const struct sleep *all, const struct queue *q)
{
    bool kept = false;
    for (int i = 0; i < HANDLERS; i++)
        if (q->handlers[i]) {
            kept |= keeps(q->handlers[i], MOST_DEPTH);
            if (q->unmanaged && all->idles && !all->awakes)
                look_at_registers(all, q->handlers[i]);
        }
    if (kept && q->stop && !q->unmanaged && does_nothing(q->stop))
        tell(all->e, CODE_CHK8018, q->stop, q->stop->place,
             arena_format(all->e->arena, "%s leaves the request as it is", q->stop->name),
             "the device cannot sleep, nor go, before the request is completed",
             "acknowledge it with WdfRequestStopAcknowledge, or complete it");
}

/* The member of a configuration that is written there, or NULL. */
static const struct instruction *member_of(const struct function *f, const struct instruction *in)
{
    const struct operand *to = in->op == OP_STORE ? &in->operands[1] : NULL;
    const struct instruction *field = to && to->kind == OPERAND_INSTRUCTION ? &f->instructions[to->index] : NULL;
    return field && field->op == OP_ADDRESS && field->record && !strcmp(field->record, "_WDF_IO_QUEUE_CONFIG") &&
                   in->operands[0].kind == OPERAND_VALUE
               ? field
               : NULL;
}

static uint32_t variable_of(const struct function *f, const struct instruction *in)
{
    while ((in->op == OP_ADDRESS || in->op == OP_LOAD) && in->operands[0].kind == OPERAND_INSTRUCTION)
        in = &f->instructions[in->operands[0].index];
    return in->op == OP_LOCAL ? (uint32_t)(in - f->instructions) + 1 : 0;
}

static void note_stored(struct queue *q, const struct engine *e, const struct function *f, const struct instruction *in)
{
    const struct operand *from = &in->operands[0];
    const struct instruction *field = member_of(f, in);
    const struct node *n = constant_at(f, from->value);
    const struct function *callback = n->kind == NODE_FUNCTION && from->value.base ? e->p->functions[n->a] : NULL;
    const int64_t handler = (field->field - FIRST_HANDLER) / 8;
    if (field->field == POWER_MANAGED)
        q->unmanaged = value_is_number(from->value) && !from->value.offset;
    else if (field->field == STOP)
        q->stop = callback && callback->defined ? callback : NULL;
    else if (field->field >= FIRST_HANDLER && handler < HANDLERS)
        q->handlers[handler] = callback && callback->defined ? callback : NULL;
}

/* What a function stores into a configuration, from one that is made to the next. */
static void look_at(const struct sleep *all, const struct function *f)
{
    struct queue q = {0};
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const struct instruction *field = member_of(f, in);
        const uint32_t variable = field ? variable_of(f, field) : 0;
        if (!strncmp(name_of(in), "WDF_IO_QUEUE_CONFIG_INIT", 24) || (field && variable != q.variable)) {
            judge(all, &q);
            q = (struct queue){.variable = variable};
        }
        if (field)
            note_stored(&q, all->e, f, in);
    }
    judge(all, &q);
}

void sleep_end(struct engine *e)
{
    struct sleep all = {.e = e};
    const struct program *p = e->p;
    for (uint32_t i = 0; i < p->order_count; i++)
        for (uint32_t k = 0; !p->order[i]->from_kit && k < p->order[i]->instruction_count; k++)
            note_whole(&all, p->order[i], &p->order[i]->instructions[k]);
    for (uint32_t i = 0; i < p->order_count; i++)
        if (!p->order[i]->from_kit)
            look_at(&all, p->order[i]);
}
