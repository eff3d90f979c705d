/* What belongs to programs: their memory is probed, guarded, and read once; handles and control codes are not theirs.
 */
#include "cwdk/check/extent.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <string.h>

/* How a called function touches memory that it was given. */
enum opened { OPEN_PLAIN, OPEN_GUARDED, OPEN_PROBED };

static bool is_guarded(const struct run *r, const struct instruction *in)
{
    const uint32_t at = (uint32_t)(in - r->f->instructions);
    for (uint32_t i = 0; i < r->f->block_count; i++)
        if (at - r->f->blocks[i].first < r->f->blocks[i].count)
            return r->f->blocks[i].guards;
    return false;
}

static void report(struct run *r, struct state *s, const char *code, struct value address, const char *what,
                   const char *label, const char *help, const struct instruction *in, const struct step *inside)
{
    struct arena *a = r->e->arena;
    const struct step *before = s->step;
    const node_id object = value_object(&r->p->nodes, address.base);
    if (inside)
        path_step(r, s, STEP_INSIDE, in)->inside = inside;
    struct finding *f =
        finding_add(r->e->findings, code, in->place, r->f, s->step,
                    arena_format(a, "%s %s", name_of_value(r, s, value_of(object), "a program's pointer"), what));
    finding_label(r->e->findings, f, label, help);
    s->step = before;
}

/* Read before, and bounded by what was there then: that it was not 0 does not matter. */
static bool is_second(const struct run *r, const struct state *s, struct value address)
{
    const struct cell *c = state_cell(s, address.base, address.offset);
    if (!c || !c->value.base)
        return false;
    for (uint32_t i = 0; i < s->fact_count; i++) {
        const struct fact *f = &s->facts[i];
        const bool bounds = f->limited || f->compared || f->range.low == f->range.high;
        if (bounds && node_at(r->p, f->node)->width > 1 && value_mentions(&r->p->nodes, f->node, c->value.base))
            return true;
    }
    return false;
}

static bool touch(struct run *r, struct state *s, struct value address, bool read, enum opened how,
                  const struct instruction *in, const struct step *inside)
{
    const node_id object = value_object(&r->p->nodes, address.base);
    const enum user_memory is = user_memory_of(r, s, object);
    const bool guarded = how == OPEN_GUARDED || is_guarded(r, in);
    if (is == USER_NONE && how != OPEN_PROBED) {
        const struct node *n = node_at(r->p, object);
        if (value_is_given(r->p, address.base) && (n->kind == NODE_PARAMETER || n->kind == NODE_INITIAL))
            summary_use_bytes(r, s, USE_OPEN, address, guarded ? OPEN_GUARDED : OPEN_PLAIN, in, s->step);
        return true;
    }
    if (is == USER_UNPROBED && how != OPEN_PROBED) {
        report(r, s, CODE_CHK2003, address, "comes from a program, and is followed without a probe",
               "may point anywhere, into the kernel too",
               "call ProbeForRead or ProbeForWrite in a __try block first, or lock the pages with an MDL", in, inside);
        return false;
    }
    if (is == USER_EMBEDDED && how != OPEN_PROBED) {
        report(r, s, CODE_CHK2006, address, "stands in a program's buffer, and is followed as it is",
               "the buffer was checked, what it points to was not",
               "probe it in a __try block in the program's context, or have the data in the buffer itself", in, inside);
        return false;
    }
    if (!guarded) {
        if (r->f->called && !r->role && value_is_given(r->p, address.base)) {
            summary_use_bytes(r, s, USE_OPEN, address, OPEN_PROBED, in, s->step);
            return true;
        }
        report(r, s, CODE_CHK2004, address, "points to a program's memory, and is followed outside of __try",
               "the program can take the memory away at any time",
               "do this in the __try block with the probe, or copy what is needed there", in, inside);
        return false;
    }
    if (read && is_second(r, s, address)) {
        report(r, s, CODE_CHK2005, address, "is read a second time after what it points to was looked at",
               "the program may have changed it since", "copy it once, and check and use the copy", in, inside);
        return false;
    }
    return true;
}

/* So many bytes of a program's memory are used, and fewer were probed. */
static bool is_within(struct run *r, struct state *s, struct value address, int64_t bytes, const struct instruction *in)
{
    const struct cell *probed = address.base ? state_cell(s, address.base, PROBED_BYTES) : NULL;
    if (!probed || !value_is_number(probed->value) || address.offset + bytes <= probed->value.offset)
        return true;
    struct arena *a = r->e->arena;
    const int64_t end = address.offset + bytes;
    report(r, s, CODE_CHK2003, address, "is used beyond what was probed",
           arena_format(a, "up to byte %lld, and %lld were probed", (long long)end, (long long)probed->value.offset),
           "probe as many bytes as are used: sizeof of what the pointer leads to, not of the pointer", in, NULL);
    return false;
}

static bool span(struct run *r, struct state *s, struct value address, struct value bytes, bool write,
                 const struct instruction *in)
{
    (void)write;
    return !value_is_number(bytes) || is_within(r, s, address, bytes.offset, in);
}

static bool access(struct run *r, struct state *s, struct value address, unsigned width, bool write,
                   const struct instruction *in)
{
    if (!is_within(r, s, address, (width + 7) / 8, in))
        return false;
    return touch(r, s, address, width && !write, OPEN_PLAIN, in, NULL);
}

/* Roles that run in the context of whichever program asks. */
static bool is_of_program(const struct run *r)
{
    static const char *const names[] = {"DRIVER_DISPATCH", "EVT_WDF_IO_QUEUE_", "EVT_WDF_IO_IN_CALLER_CONTEXT",
                                        "EVT_WDF_DEVICE_FILE_CREATE"};
    for (size_t i = 0; r->role && i < sizeof names / sizeof *names; i++)
        if (!strncmp(r->role->name, names[i], strlen(names[i])))
            return !r->role || !strstr(r->role->name, "INTERNAL");
    return false;
}

static void report_handle(struct run *r, struct state *s, const struct instruction *in)
{
    struct finding *f = finding_add(r->e->findings, CODE_CHK2007, in->place, r->p->owner_by_id[in->id], s->step,
                                    arena_format(r->e->arena, "%s gives a handle that the program can use",
                                                 in->callee ? in->callee->name : "the call"));
    finding_label(r->e->findings, f, "without OBJ_KERNEL_HANDLE, in the program's context",
                  "add OBJ_KERNEL_HANDLE to the attributes of InitializeObjectAttributes");
}

/* A handle for the driver that is put into the handle table of the program which happens to run. */
static void check_handle(struct run *r, struct state *s, const struct call *c)
{
    enum { ATTRIBUTES = 0x18, KERNEL_HANDLE = 0x200 };
    struct value attributes = {0, 0};
    bool handle = false;
    for (uint32_t i = 0; i < c->count && i < c->contract->parameter_count; i++) {
        const char *type = c->contract->parameters[i].type;
        handle |= !strcmp(type, "PHANDLE");
        if (!strcmp(type, "POBJECT_ATTRIBUTES"))
            attributes = c->arguments[i];
    }
    const struct cell *flags =
        handle && attributes.base ? state_cell(s, attributes.base, attributes.offset + ATTRIBUTES) : NULL;
    if (!flags || !value_is_number(flags->value) || flags->value.offset & KERNEL_HANDLE)
        return;
    if (is_of_program(r))
        report_handle(r, s, c->in);
    else if (!r->role)
        summary_use(r, s, USE_HANDLE, value_number(0), 0, c->in, s->step);
}

/* What a program should not do merely because it can open the device. */
static bool is_powerful(const char *name)
{
    static const char *const names[] = {
        "MmMapIoSpace", "MmMapIoSpaceEx",     "MmCopyMemory",          "ZwTerminateProcess",     "ZwOpenProcess",
        "ZwLoadDriver", "ZwMapViewOfSection", "HalSetBusDataByOffset", "ZwSetSystemInformation", NULL};
    return text_is_one_of(name, names);
}

/* The control code of the path, where the callback gets one and it is known there: -1 otherwise. */
static int64_t control_code(struct run *r, struct state *s)
{
    enum { CODE_PARAMETER = 4, STACK_LOCATION = 0xB8, CODE_FIELD = 0x18, CONTROL = 0x0E };
    struct value code = {0, -1};
    const struct instruction none = {0};
    if (r->role && !strcmp(r->role->name, "EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL")) {
        code =
            value_of(nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 32, .a = CODE_PARAMETER}));
    } else if (r->role && r->major == CONTROL) {
        const node_id irp = nodes_get(&r->p->nodes, (struct node){.kind = NODE_PARAMETER, .width = 64, .a = 1});
        const struct value at = memory_load(r, s, (struct value){irp, STACK_LOCATION}, 64, &none);
        code = memory_load(r, s, (struct value){at.base, at.offset + CODE_FIELD}, 32, &none);
    }
    const struct range range = state_range(r->p, s, code);
    return range.low == range.high && code.base ? range.low & UINT32_MAX : -1;
}

static void check_power(struct run *r, struct state *s, const char *name, const struct instruction *in)
{
    enum { ACCESS = 3 << 14 };
    if (!r->role) {
        summary_use(r, s, USE_POWER, value_number(0), 0, in, s->step);
        return;
    }
    const int64_t code = control_code(r, s);
    if (code < 0 || code & ACCESS)
        return;
    struct arena *a = r->e->arena;
    struct finding *f =
        finding_add(r->e->findings, CODE_CHK2008, in->place, r->p->owner_by_id[in->id], s->step,
                    arena_format(a, "anybody who can open the device has %s called by control code 0x%08llX", name,
                                 (unsigned long long)code));
    finding_label(r->e->findings, f, "the code asks for FILE_ANY_ACCESS",
                  "define the code with FILE_READ_ACCESS or FILE_WRITE_ACCESS, and let only those open it who may");
}

static bool call(struct run *r, struct state *s, const struct call *c)
{
    if (!c->contract)
        return true;
    check_handle(r, s, c);
    if (is_powerful(c->contract->name))
        check_power(r, s, c->contract->name, c->in);
    return true;
}

static bool use(struct run *r, struct state *s, const struct use *u, struct value subject, const struct instruction *in)
{
    const struct step *before = s->step;
    const struct instruction *deep = r->p->by_id[u->instruction];
    if (u->kind == USE_OPEN)
        return touch(r, s, subject, deep->op == OP_LOAD, (enum opened)u->bytes, in, u->step);
    if (u->kind != USE_HANDLE && u->kind != USE_POWER)
        return true;
    path_step(r, s, STEP_INSIDE, in)->inside = u->step;
    if (u->kind == USE_POWER)
        check_power(r, s, deep->callee->contract->name, deep);
    else if (is_of_program(r))
        report_handle(r, s, deep);
    else if (!r->role)
        summary_use(r, s, USE_HANDLE, subject, 0, deep, s->step);
    s->step = before;
    return true;
}

const struct family family_user = {.name = "user", .access = access, .span = span, .call = call, .use = use};
