/*
 * What Windows calls the driver's functions as. A function is a callback where its address is stored in a field that
 * holds callbacks (of WDF's configurations, of the driver object), or passed to a function that takes one; types and
 * levels are those of the kit's headers.
 */
#include "cwdk/check/engine.h"
#include "cwdk/host/text.h"

#include <string.h>

static struct function *function_of(struct program *p, const struct function *f, const struct operand *o)
{
    if (o->kind != OPERAND_VALUE || !o->value.base || o->value.offset)
        return NULL;
    const struct node *n = constant_at(f, o->value);
    return n->kind == NODE_FUNCTION ? p->functions[n->a] : NULL;
}

bool role_is_interrupt(const struct role *role)
{
    static const char *const names[] = {"KSERVICE_ROUTINE",
                                        "KMESSAGE_SERVICE_ROUTINE",
                                        "KSYNCHRONIZE_ROUTINE",
                                        "EVT_WDF_INTERRUPT_ISR",
                                        "EVT_WDF_INTERRUPT_ENABLE",
                                        "EVT_WDF_INTERRUPT_DISABLE",
                                        "EVT_WDF_INTERRUPT_SYNCHRONIZE",
                                        NULL};
    return text_is_one_of(role->name, names);
}

/* The level of a role says how high it may be called, not how high it is: some are left to the driver's stack. */
static const struct role *judged(struct engine *e, const struct function *f, const struct role *role, int64_t inside)
{
    static const char *const by_stack[] = {"DRIVER_DISPATCH",
                                           "DRIVER_DISPATCH_PAGED",
                                           "EVT_WDF_OBJECT_CONTEXT_CLEANUP",
                                           "EVT_WDF_OBJECT_CONTEXT_DESTROY",
                                           "EVT_WDFDEVICE_WDM_IRP_PREPROCESS",
                                           "EVT_WDF_IO_IN_CALLER_CONTEXT",
                                           "EVT_WDF_REQUEST_COMPLETION_ROUTINE",
                                           "EVT_WDF_FILE_CLEANUP",
                                           "EVT_WDF_FILE_CLOSE"};
    struct role *own = arena_alloc(e->arena, sizeof *own);
    *own = *role;
    for (size_t i = 0; i < sizeof by_stack / sizeof *by_stack; i++)
        if (!strcmp(role->name, by_stack[i]))
            own->most = IRQL_UNKNOWN;
    if (!strcmp(role->name, "DRIVER_DISPATCH")) { /* the major function, by its place in the table */
        const int64_t major = inside / 8;
        if (inside >= 0 && (major == 0x00 || major == 0x02 || major == 0x12 || major == 0x1b || major == 0x17))
            own->most = IRQL_PASSIVE;
    }
    if (!strcmp(role->name, "MINIPORT_ISR") ||
        !strcmp(role->name, "MINIPORT_MESSAGE_INTERRUPT")) /* at that of the interrupt */
        own->most = IRQL_DEVICE;
    if (!e->waiting_interrupts && role_is_interrupt(role))
        own->most = IRQL_DEVICE;
    const bool queue = !strncmp(role->name, "EVT_WDF_IO_QUEUE_", 17);
    if ((queue && !e->filter && !e->spins[f->id]) ||
        own->most == IRQL_APC) /* at the top of its stack, requests come from programs */
        own->most = IRQL_UNKNOWN;
    if (e->passive && !strncmp(role->name, "EVT_WDF_", 8) && own->least == IRQL_UNKNOWN && !e->spins[f->id])
        own->most = IRQL_UNKNOWN;
    return own;
}

/* The field that an address is of: an element of an array in a structure is found through the array. */
static const struct instruction *field_of(const struct function *f, const struct operand *o, int64_t *inside)
{
    *inside = 0;
    while (o->kind == OPERAND_INSTRUCTION) {
        const struct instruction *in = &f->instructions[o->index];
        if (in->op == OP_SELECT && in->operand_count == 1) { /* an annotation of the field */
            o = &in->operands[0];
            continue;
        }
        if (in->op != OP_ADDRESS || in->operand_count != 1)
            return NULL;
        if (in->record) {
            *inside += in->size - in->field;
            return in;
        }
        *inside += in->size;
        o = &in->operands[0];
    }
    return NULL;
}

static void give(struct engine *e, struct function *f, const struct role *role, int64_t inside)
{
    if (!f || !role || !f->defined)
        return;
    const struct role *own = judged(e, f, role, inside);
    if (inside >= 0 && !strcmp(role->name, "DRIVER_DISPATCH"))
        f->majors |= UINT32_C(1) << (inside / 8 & 31);
    if (!f->role || own->most > f->role->most || f->role->most == IRQL_UNKNOWN)
        f->role = f->role && f->role->most != IRQL_UNKNOWN && own->most == IRQL_UNKNOWN ? f->role : own;
}

int64_t attribute_stored(const struct function *f, const struct instruction *in, int64_t field)
{
    if (in->op != OP_STORE || in->operands[1].kind != OPERAND_INSTRUCTION || in->operands[0].kind != OPERAND_VALUE ||
        !value_is_number(in->operands[0].value))
        return -1;
    const struct instruction *address = &f->instructions[in->operands[1].index];
    return address->op == OP_ADDRESS && address->record && !strcmp(address->record, "_WDF_OBJECT_ATTRIBUTES") &&
                   address->field == field
               ? in->operands[0].value.offset
               : -1;
}

static void look_at(struct engine *e, struct function *f, const struct instruction *in)
{
    if (in->op == OP_STORE && in->operands[1].kind == OPERAND_INSTRUCTION) {
        int64_t inside;
        struct function *stored = function_of(e->p, f, &in->operands[0]);
        const struct instruction *address = stored ? field_of(f, &in->operands[1], &inside) : NULL;
        if (address)
            give(e, stored, role_of_field(e->p->contracts, address->record, address->field), inside);
    }
    if (in->op != OP_CALL || !in->callee)
        return;
    const struct contract *c = in->callee->contract;
    for (uint32_t i = 0; c && i < in->operand_count && i < c->parameter_count; i++)
        give(e, function_of(e->p, f, &in->operands[i]), c->parameters[i].role, -1);
    /* WDF_IO_QUEUE_CONFIG_INIT and the like take what they store: their bodies tell. */
    for (uint32_t i = 0; in->callee->from_kit && in->callee->defined && i < in->operand_count; i++) {
        struct function *given = function_of(e->p, f, &in->operands[i]), *k = in->callee;
        for (uint32_t j = 0; given && j < k->instruction_count; j++) {
            const struct instruction *store = &k->instructions[j];
            if (store->op != OP_STORE || store->operands[1].kind != OPERAND_INSTRUCTION ||
                store->operands[0].kind != OPERAND_INSTRUCTION)
                continue;
            const struct instruction *load = &k->instructions[store->operands[0].index];
            const struct instruction *address = &k->instructions[store->operands[1].index];
            if (load->op != OP_LOAD || load->operands[0].kind != OPERAND_INSTRUCTION || address->op != OP_ADDRESS ||
                !address->record)
                continue;
            const char *variable = k->instructions[load->operands[0].index].name;
            if (variable && i < k->parameter_count && !strcmp(variable, k->parameters[i]))
                give(e, given, role_of_field(e->p->contracts, address->record, address->field), -1);
        }
    }
}

/* A level or a scope that goes into attributes anywhere: callbacks may be meant to run so. */
static void look_at_attributes(struct engine *e, const struct function *f, const struct instruction *in)
{
    enum { LEVEL = 24, SCOPE = 28, PASSIVE_HANDLING = 80 };
    const int64_t scope = attribute_stored(f, in, SCOPE);
    if (in->op == OP_STORE && in->operands[1].kind == OPERAND_INSTRUCTION) {
        const struct instruction *address = &f->instructions[in->operands[1].index];
        const struct value v = in->operands[0].value;
        const bool off = in->operands[0].kind == OPERAND_VALUE && value_is_number(v) && !v.offset;
        e->waiting_interrupts |= !off && address->op == OP_ADDRESS && address->record &&
                                 address->field == PASSIVE_HANDLING &&
                                 !strcmp(address->record, "_WDF_INTERRUPT_CONFIG");
    }
    e->passive |= attribute_stored(f, in, LEVEL) == LEVEL_PASSIVE;
    e->scopes |= scope == SCOPE_DEVICE || scope == SCOPE_QUEUE;
}

/* Calls of the kernel: programs have none of these. */
static bool is_kernel(const struct function *f)
{
    return !f->defined && (!strncmp(f->name, "Ke", 2) || !strncmp(f->name, "Ex", 2) || !strncmp(f->name, "Mm", 2));
}

static bool has_kernel(const struct engine *e)
{
    for (uint32_t i = 0; i < e->p->function_count; i++)
        if (is_kernel(e->p->functions[i]))
            return true;
    return false;
}

/* Makes a device of the structure that is its second parameter, and nobody in the driver calls it or names it: what
 * Windows would call with it, had the driver said so. */
static bool adds_device(const struct function *f)
{
    enum { RESULT = 32, PARAMETERS = 2, INIT = 1 };
    if (!f->defined || f->from_kit || f->role || f->called || f->address_taken || f->result_width != RESULT ||
        f->parameter_count != PARAMETERS)
        return false;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        if (in->op != OP_CALL || !in->callee || strcmp(in->callee->name, "WdfDeviceCreate") != 0 ||
            !in->operand_count || in->operands[0].kind != OPERAND_INSTRUCTION)
            continue;
        const char *variable = f->instructions[in->operands[0].index].name;
        if (variable && !strcmp(variable, f->parameters[INIT]))
            return true;
    }
    return false;
}

void roles_find(struct engine *e)
{
    for (uint32_t i = 0; i < e->p->function_count; i++)
        for (uint32_t k = 0; k < e->p->functions[i]->instruction_count; k++) {
            const struct instruction *in = &e->p->functions[i]->instructions[k];
            look_at_attributes(e, e->p->functions[i], in);
            e->filter |= in->op == OP_CALL && in->callee && !strcmp(in->callee->name, "WdfFdoInitSetFilter");
        }
    const bool kernel = has_kernel(e);
    e->waiting_interrupts |= !kernel;
    scopes_find(e, kernel);
    for (uint32_t i = 0; i < e->p->function_count; i++) {
        struct function *f = e->p->functions[i];
        for (uint32_t k = 0; k < f->instruction_count; k++)
            look_at(e, f, &f->instructions[k]);
        if (f->defined && !strcmp(f->name, "DriverEntry"))
            give(e, f, role_find(e->p->contracts, "DRIVER_INITIALIZE"), -1);
    }
    for (uint32_t i = 0; i < e->p->function_count; i++)
        if (adds_device(e->p->functions[i]))
            give(e, e->p->functions[i], role_find(e->p->contracts, "EVT_WDF_DRIVER_DEVICE_ADD"), -1);
}
