#include "cwdk/check/left.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

/* The driver sees to it itself that it is not unloaded. */
static bool stays(const struct function *f)
{
    enum { DRIVER_UNLOAD = 0x68 }; /* in a driver object of amd64 */
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        const struct operand *o = in->op == OP_STORE ? &in->operands[1] : NULL;
        const struct instruction *to = o && o->kind == OPERAND_INSTRUCTION ? &f->instructions[o->index] : NULL;
        if (to && to->op == OP_ADDRESS && to->record && !strcmp(to->record, "_DRIVER_OBJECT") &&
            to->field == DRIVER_UNLOAD && in->operands[0].kind == OPERAND_VALUE &&
            value_is_number(in->operands[0].value) && !in->operands[0].value.offset)
            return true;
    }
    return false;
}

static bool is_called(const struct left *l, uint32_t function)
{
    return l->trace.first[function] != l->trace.first[function + 1];
}

static bool is_reached_call(const struct left *l, uint32_t function)
{
    for (uint32_t k = l->trace.first[function]; k < l->trace.first[function + 1]; k++)
        if (l->reached[l->trace.sites[k].function->id])
            return true;
    return false;
}

bool left_unloads(const struct left *l)
{
    static const char *const roles[] = {"DRIVER_UNLOAD",          "EVT_WDF_DRIVER_UNLOAD", "MINIPORT_UNLOAD",
                                        "MINIPORT_DRIVER_UNLOAD", "CLASS_UNLOAD",          NULL};
    const struct program *p = l->e->p;
    bool framework = false, adds = false, unloads = false;
    for (uint32_t i = 0; i < p->function_count; i++) {
        const struct function *f = p->functions[i];
        if ((f->role && text_is_one_of(f->role->name, roles)) ||
            (!strcmp(f->name, "FltUnregisterFilter") && is_reached_call(l, i)))
            unloads = true;
        if (stays(f))
            return false;
        adds |= f->role && !strcmp(f->role->name, "EVT_WDF_DRIVER_DEVICE_ADD");
        framework |= is_called(l, i) && !strcmp(f->name, "WdfDriverCreate");
    }
    return unloads || (framework && adds);
}

bool left_is_root(const struct function *f)
{
    static const char *const starts[] = {"DRIVER_INITIALIZE", "DRIVER_ADD_DEVICE", "EVT_WDF_DRIVER_DEVICE_ADD", NULL};
    return f->defined && !f->from_kit &&
           (f->role ? !text_is_one_of(f->role->name, starts) : f->address_taken || !f->called);
}

void left_reach(const struct program *p, bool (*root)(const struct function *), bool *reached)
{
    uint32_t *list = memory_new((size_t)p->function_count + 1, sizeof *list), count = 0;
    for (uint32_t i = 0; i < p->function_count; i++)
        if (root(p->functions[i])) {
            reached[i] = true;
            list[count++] = i;
        }
    for (uint32_t at = 0; at < count; at++) {
        const struct function *f = p->functions[list[at]];
        for (uint32_t k = 0; k < f->instruction_count; k++) {
            const struct function *callee = f->instructions[k].op == OP_CALL ? f->instructions[k].callee : NULL;
            if (callee && !reached[callee->id]) {
                reached[callee->id] = true;
                list[count++] = callee->id;
            }
        }
    }
    free(list);
}

void left_begin(struct left *l, struct engine *e)
{
    *l = (struct left){.e = e, .reached = memory_new((size_t)e->p->function_count + 1, sizeof(bool))};
    trace_begin(&l->trace, e);
    left_reach(e->p, left_is_root, l->reached);
}

void left_free(struct left *l)
{
    trace_free(&l->trace);
    free(l->reached);
}
