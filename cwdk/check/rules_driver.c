/* What a driver owes its framework and the drivers above it: a driver object, control devices that are ready, statuses.
 */
#include "cwdk/check/family.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

static void report(struct run *r, struct state *s, const char *code, struct place place, const char *claim,
                   const char *label, const char *help)
{
    finding_label(r->e->findings, finding_add(r->e->findings, code, place, r->f, s->step, claim), label, help);
}

static bool is_role(const struct run *r, const char *name)
{
    return r->role && !strcmp(r->role->name, name);
}

enum { DEVICE = 2 }; /* argument of WdfDeviceCreate */

bool makes_control_device(const struct state *s, const struct call *c)
{
    if (strcmp(c->contract->name, "WdfDeviceCreate") != 0 || c->count <= DEVICE || !c->arguments[DEVICE].base)
        return false;
    for (uint32_t i = 0; i < s->cell_count; i++)
        if (s->cells[i].offset == INIT_TAKEN && value_is_number(s->cells[i].value) &&
            s->cells[i].value.offset == c->in->id && state_cell(s, s->cells[i].base, CONTROL_DEVICE))
            return true;
    return false;
}

static void note_control_device(struct run *r, struct state *s, const struct call *c)
{
    const struct value device = memory_load(r, s, c->arguments[DEVICE], 64, c->in);
    if (!device.base)
        return;
    thing_mark(r, s, device, CLASS_CONTROL, STATUS_HAD, c->in, NULL);
    state_narrow(r->p, s, device, (struct range){INT64_MIN, INT64_MAX, true});
}

/* "The framework's driver object is there": what stands for it is in no memory. */
static node_id driver_object(struct run *r)
{
    return nodes_get(&r->p->nodes, (struct node){.kind = NODE_CONTEXT, .width = 64, .a = text_hash("WdfDriverCreate")});
}

static void after(struct run *r, struct state *s, const struct call *c, struct value result)
{
    if (!c->contract)
        return;
    if (!strcmp(c->contract->name, "WdfControlDeviceInitAllocate") && result.base)
        state_put(s, result.base, CONTROL_DEVICE, 64, value_number(0));
    else if (state_range(r->p, s, result).low >= 0 && makes_control_device(s, c))
        note_control_device(r, s, c);
    else if (!strcmp(c->contract->name, "WdfDriverCreate"))
        state_put(s, driver_object(r), CONTROL_DEVICE, 64, value_number(1));
    else if (c->count && c->arguments[0].base &&
             (!strcmp(c->contract->name, "WdfControlFinishInitializing") ||
              (!strcmp(c->contract->name, "WdfObjectDelete") && state_thing(s, c->arguments[0], CLASS_CONTROL))))
        thing_mark(r, s, c->arguments[0], CLASS_CONTROL, STATUS_ENDED, c->in, NULL);
}

/* Requests for a control device fail until the driver says that it is ready; the framework says so itself of the device
 * that EvtDriverDeviceAdd is called for, and of control devices that DriverEntry makes. */
static void look_at_devices(struct run *r, struct state *s, const struct instruction *in)
{
    for (uint32_t i = 0; i < s->thing_count; i++) {
        const struct thing *t = &s->things[i];
        const struct thing *object = state_thing(s, t->subject, CLASS_WDF_OBJECT);
        if (t->class != CLASS_CONTROL || t->status != STATUS_HAD || (object && object->status == STATUS_ENDED))
            continue;
        report(r, s, CODE_CHK9104, way_out(r, s, in), "a control device is created and never becomes ready",
               "requests for it go on failing", "call WdfControlFinishInitializing when it is set up");
        return;
    }
}

static bool uses_framework(const struct program *p)
{
    for (uint32_t i = 0; i < p->function_count; i++)
        if (p->functions[i]->framework && !strncmp(p->functions[i]->name, "Wdf", 3)) /* others have tables, too */
            return true;
    return false;
}

/* Sent down, and neither completed here nor marked: what the driver below says is the answer. */
static void look_at_status(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    enum { IRP = 1 };
    const node_id irp = nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = IRP});
    const struct thing *t = state_thing(s, value_of(irp), CLASS_IRP);
    const struct cell *marked = state_cell(s, irp, IRP_MARKED);
    const struct cell *sent = state_cell(s, irp, IRP_SENT);
    if (!t || (t->status != STATUS_SHARED && t->status != STATUS_TAKEN) || !value_is_number(result) || !sent ||
        !marked || !value_is_number(marked->value) || marked->value.offset)
        return;
    report(r, s, CODE_CHK9106, way_out(r, s, in),
           "an IRP is sent on, and another status than the next driver's returned",
           "whoever sent it believes it done, or failed", "return what IoCallDriver gave, or complete the IRP again");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    (void)r;
    const char *name = c->contract ? c->contract->name : "";
    if ((!strcmp(name, "IofCallDriver") || !strcmp(name, "IoCallDriver")) && c->count > 1 && c->arguments[1].base &&
        !c->arguments[1].offset)
        state_put(s, c->arguments[1].base, IRP_SENT, 64, value_number(1));
    return true;
}

static void end(struct run *r, struct state *s, struct value result, const struct instruction *in)
{
    const struct range status = state_range(r->p, s, result);
    if (is_role(r, "EVT_WDF_DRIVER_DEVICE_ADD") && status.high >= 0)
        look_at_devices(r, s, in);
    if (is_role(r, "DRIVER_INITIALIZE") && status.high >= 0 && uses_framework(r->p) &&
        !state_cell(s, driver_object(r), CONTROL_DEVICE))
        report(r, s, CODE_CHK9105, way_out(r, s, in), "DriverEntry succeeds without WdfDriverCreate",
               "nothing of the framework works without the driver object",
               "call WdfDriverCreate, and return its status");
    if (r->role && !strncmp(r->role->name, "DRIVER_DISPATCH", 15) && r->f->result_width == 32)
        look_at_status(r, s, result, in);
}

const struct family family_driver = {.name = "driver", .call = call, .after = after, .end = end};
