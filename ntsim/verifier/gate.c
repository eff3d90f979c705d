/*
 * Gates: what a driver's imports lead to. A stub names its gate and jumps to vf_gate_entry, which looks whether the
 * IRQL is within limits and nobody watches, and jumps on; otherwise the hooks see the call first. Nothing of that is on
 * the stack while the function runs, so it sees its caller's address and arguments as if it had been called directly.
 *
 * Stubs lie in a section of this image, so that faults, unwinding and single steps in them are those of any leaf.
 */
#include "ntsim/verifier/vf.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/unwind.h"
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/sim.h"

enum { GATES = 8192, STUB = 16 };

/* GATES of STUB bytes each, to be written and run. */
__asm__(".section .gates,\"bxw\"\n\t"
        ".p2align 4\n"
        "stubs:\n\t"
        ".zero 131072\n\t"
        ".text");
_Static_assert(GATES *STUB == 131072, "the section has room for them");
extern UCHAR stubs[GATES][STUB];

static struct vf_gate gates[GATES], *free_gates;
static ULONG gate_count;
static vf_hook *hooks[VF_HOOKS];
static ULONG hook_count;

/* The arguments in registers go to the caller's home area, before those on the stack: so all are in one row. */
__asm__(".text\n\t"
        ".p2align 4\n\t"
        ".globl vf_gate_entry\n"
        "vf_gate_entry:\n\t"
        ".seh_proc vf_gate_entry\n\t"
        "testb $1, 8(%r11)\n\t"
        "jne 1f\n\t"
        "movb %gs:0x1A8, %r10b\n\t"
        "cmpb %r10b, 13(%r11)\n\t"
        "jb 1f\n\t"
        "cmpb %r10b, 12(%r11)\n\t"
        "ja 1f\n\t"
        "rex64 jmpq *(%r11)\n"
        "1:\n\t"
        "subq $0x98, %rsp\n\t"
        ".seh_stackalloc 0x98\n\t"
        ".seh_endprologue\n\t"
        "movq %rcx, 0xA0(%rsp)\n\t"
        "movq %rdx, 0xA8(%rsp)\n\t"
        "movq %r8, 0xB0(%rsp)\n\t"
        "movq %r9, 0xB8(%rsp)\n\t"
        "movaps %xmm0, 0x20(%rsp)\n\t"
        "movaps %xmm1, 0x30(%rsp)\n\t"
        "movaps %xmm2, 0x40(%rsp)\n\t"
        "movaps %xmm3, 0x50(%rsp)\n\t"
        "movq %r11, 0x60(%rsp)\n\t"
        "movq %rax, 0x68(%rsp)\n\t"
        "movq %r11, %rcx\n\t"
        "leaq 0x98(%rsp), %rdx\n\t"
        "movq %rbp, %r8\n\t"
        "leaq 0x70(%rsp), %r9\n\t"
        "callq vf_gate_call\n\t"
        "testb %al, %al\n\t"
        "je 2f\n\t"
        "movaps 0x20(%rsp), %xmm0\n\t"
        "movaps 0x30(%rsp), %xmm1\n\t"
        "movaps 0x40(%rsp), %xmm2\n\t"
        "movaps 0x50(%rsp), %xmm3\n\t"
        "movq 0xA0(%rsp), %rcx\n\t"
        "movq 0xA8(%rsp), %rdx\n\t"
        "movq 0xB0(%rsp), %r8\n\t"
        "movq 0xB8(%rsp), %r9\n\t"
        "movq 0x60(%rsp), %r11\n\t"
        "movq 0x68(%rsp), %rax\n\t"
        "addq $0x98, %rsp\n\t"
        "rex64 jmpq *(%r11)\n"
        "2:\n\t"
        "movq 0x70(%rsp), %rax\n\t"
        "addq $0x98, %rsp\n\t"
        "retq\n\t"
        ".seh_endproc");
_Static_assert(FIELD_OFFSET(struct ki_processor, Irql) == 0x1A8, "vf_gate_entry reads it");
_Static_assert(FIELD_OFFSET(struct vf_gate, Flags) == 8 && FIELD_OFFSET(struct vf_gate, MinIrql) == 12 &&
                   FIELD_OFFSET(struct vf_gate, MaxIrql) == 13,
               "vf_gate_entry reads them");
void vf_gate_entry(void);

/* What the gate does when there is something to look at; `stack` is where the return address lies. */
BOOLEAN vf_gate_call(const struct vf_gate *gate, ULONG64 *stack, ULONG64 frame, ULONG64 *result);
BOOLEAN vf_gate_call(const struct vf_gate *gate, ULONG64 *stack, ULONG64 frame, ULONG64 *result)
{
    struct vf_call call = {
        .Gate = gate, .Arguments = stack + 1, .Caller = {.Pc = stack[0], .Sp = (ULONG64)(stack + 1), .Fp = frame}};
    vf_check_irql(&call);
    if (gate->Rule)
        gate->Rule(&call);
    for (ULONG i = 0; i < hook_count; i++)
        if (!hooks[i](&call)) {
            *result = call.Result;
            return FALSE;
        }
    return TRUE;
}

void vf_add_hook(vf_hook *hook)
{
    hooks[hook_count++] = hook;
    for (ULONG i = 0; i < gate_count; i++)
        gates[i].Flags |= VF_GATE_WATCHED;
}

/* Functions that are called in a way of their own, or whose frame is the caller's business. */
static BOOLEAN is_bare(const char *name)
{
    static const char *const names[] = {
        "__chkstk", "_local_unwind",     "__C_specific_handler", "_setjmp",          "_setjmpex",
        "longjmp",  "RtlCaptureContext", "RtlRestoreContext",    "__GSHandlerCheck", "__GSHandlerCheck_SEH",
        "_purecall"};
    for (ULONG i = 0; i < RTL_NUMBER_OF(names); i++)
        if (strcmp(names[i], name) == 0)
            return TRUE;
    return FALSE;
}

static struct vf_gate *new_gate(void)
{
    struct vf_gate *gate = free_gates;
    if (gate) {
        free_gates = gate->Next;
        return gate;
    }
    if (gate_count == GATES)
        return NULL;
    gate = &gates[gate_count];
    UCHAR *stub = stubs[gate_count++];
    const LONG to_gate = (LONG)((ULONG64)gate - (ULONG64)(stub + 7)),
               to_entry = (LONG)((ULONG64)vf_gate_entry - (ULONG64)(stub + 12));
    stub[0] = 0x4C; /* lea r11, gate */
    stub[1] = 0x8D;
    stub[2] = 0x1D;
    RtlCopyMemory(stub + 3, &to_gate, sizeof(to_gate));
    stub[7] = 0xE9; /* jmp vf_gate_entry */
    RtlCopyMemory(stub + 8, &to_entry, sizeof(to_entry));
    return gate;
}

/* The headers write DISPATCH_LEVEL + 1 where they mean the IRQL of the device, whichever that is. */
enum { ANY_DEVICE = DISPATCH_LEVEL + 1, HIGHEST_DEVICE = 12 };

PVOID vf_gate_for(const struct machine_image *importer, const char *module, const char *name, PVOID function)
{
    struct vf_gate *gate = vf_on && name && !is_bare(name) ? new_gate() : NULL;
    if (!gate)
        return function;
    *gate = (struct vf_gate){
        .Target = function, .Name = name, .Module = module, .Importer = importer, .MaxIrql = HIGH_LEVEL};
    const struct vf_limit *limit = vf_find_limit(name);
    if (limit) {
        gate->MinIrql = limit->Min;
        gate->MaxIrql = limit->Max == ANY_DEVICE ? HIGHEST_DEVICE : limit->Max;
        gate->Limit = limit->Limit;
    }
    vf_lock_rule(gate);
    if (gate->Limit || gate->Rule || hook_count)
        gate->Flags = VF_GATE_WATCHED;
    return stubs[gate - gates];
}

PVOID vf_gate_by_name(const char *name, PVOID function)
{
    static char names[1 << 12];
    static ULONG used;
    const ULONG size = (ULONG)strlen(name) + 1;
    ULONG64 base;
    /* What has no frame may be a variable. */
    if (!vf_on || !function || !RtlLookupFunctionEntry((ULONG64)function, &base, NULL))
        return function;
    for (ULONG i = 0; i < gate_count; i++)
        if (gates[i].Target == function && !gates[i].Importer)
            return stubs[i];
    if (size > sizeof(names) - used)
        return function;
    RtlCopyMemory(names + used, name, size);
    used += size;
    return vf_gate_for(NULL, "ntoskrnl.exe", names + used - size, function);
}

const struct vf_gate *vf_gate_at(ULONG64 address)
{
    const ULONG64 offset = address - (ULONG64)stubs;
    return offset < sizeof(stubs) && offset % STUB == 0 && gates[offset / STUB].Target ? &gates[offset / STUB] : NULL;
}

__declspec(dllexport) void *SimGate(const struct machine_image *importer, const char *module, const char *name,
                                    void *function)
{
    return vf_gate_for(importer, module, name, function);
}

__declspec(dllexport) void *SimFrameworkGate(const void *driver_start, const char *name, void *function, bool limits)
{
    const struct machine_image *image = ki_services->images();
    while (image && image->base != driver_start)
        image = image->next;
    PVOID entry = vf_gate_for(image, "wdf01000.sys", name, function);
    if (entry == function)
        return entry;
    struct vf_gate *gate = &gates[((ULONG64)entry - (ULONG64)stubs) / STUB];
    gate->Parameter = 1;
    if (!limits) {
        gate->MinIrql = PASSIVE_LEVEL;
        gate->MaxIrql = HIGH_LEVEL;
        gate->Limit = NULL;
        gate->Rule = NULL; /* user-mode drivers: their locks are the framework's affair */
    }
    return entry;
}

__declspec(dllexport) void SimGatesGone(const struct machine_image *importer)
{
    for (ULONG i = 0; i < gate_count; i++)
        if (gates[i].Importer == importer && gates[i].Target) {
            gates[i] = (struct vf_gate){.Next = free_gates};
            free_gates = &gates[i];
        }
}
