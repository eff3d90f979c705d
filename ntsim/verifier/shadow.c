/* The shadow of memory, and what instrumented code asks of it. What is found there tells shadow_report.c. */
#include "ntsim/verifier/shadow.h"
#include "ntsim/verifier/races.h"
#include "ntsim/verifier/shadow_report.h"

#include "ntsim/ke/schedule.h"
#include "sdk/lib/sanitize/instrumentation.h"

ULONG64 vf_shadow;

static UCHAR *shadow_of(ULONG64 address)
{
    return (UCHAR *)(vf_shadow + (address >> SHADOW_SHIFT));
}

static BOOLEAN has_shadow(ULONG64 address)
{
    return vf_shadow && address >> SHADOW_ADDRESS_BITS == 0;
}

void vf_poison(const VOID *address, SIZE_T size, UCHAR why)
{
    if (has_shadow((ULONG64)address))
        RtlFillMemory(shadow_of((ULONG64)address), (size + 7) >> SHADOW_SHIFT, why);
}

void vf_unpoison(const VOID *address, SIZE_T size)
{
    if (!has_shadow((ULONG64)address))
        return;
    RtlZeroMemory(shadow_of((ULONG64)address), size >> SHADOW_SHIFT);
    if (size & 7)
        *shadow_of((ULONG64)address + size) = size & 7;
}

void vf_stack_left(ULONG64 from, ULONG64 to)
{
    if (has_shadow(from) && from < to)
        RtlZeroMemory(shadow_of(from), (to - from) >> SHADOW_SHIFT);
}

/* The first byte that may not be touched, or ~0. */
static ULONG64 first_bad(ULONG64 address, ULONG64 size)
{
    const ULONG64 end = address + size;
    while (address < end) {
        const CHAR shadow = *(const CHAR *)shadow_of(address);
        const ULONG64 next = (address | 7) + 1;
        if (shadow != 0) {
            const ULONG64 good = shadow < 0 ? address & ~7ull : (address & ~7ull) + (ULONG64)shadow;
            if (good < min(next, end))
                return max(good, address);
        }
        address = next;
    }
    return ~0ull;
}

static void check(ULONG64 address, ULONG64 size, ULONG64 write)
{
    if (size == 0 || !has_shadow(address) || !has_shadow(address + size - 1))
        return;
    const ULONG64 bad = first_bad(address, size);
    if (bad == ~0ull)
        return;
    const UCHAR *shadow = shadow_of(bad);
    shadow_report(&(struct shadow_access){.Address = address,
                                          .Size = size,
                                          .Bad = bad,
                                          .Write = write != 0,
                                          .Why = *shadow > 7 || *shadow == 0 ? *shadow : shadow[1],
                                          .Shadow = vf_shadow});
}

/* Of drivers whose schedules are explored. */
static void touch(ULONG64 address, ULONG64 size, BOOLEAN write, PVOID code)
{
    struct vf_place here;
    __asm__ volatile("leaq 0(%%rip), %0\n\tmovq %%rsp, %1\n\tmovq %%rbp, %2"
                     : "=&r"(here.Pc), "=&r"(here.Sp), "=&r"(here.Fp));
    vf_access(address, size, write, code, &here);
}

static void access(ULONG64 address, ULONG64 size, ULONG64 write)
{
    touch(address, size, write != 0, _ReturnAddress());
    check(address, size, write);
}

static void *move(void *to, const void *from, ULONG64 size)
{
    if (vf_racing) {
        touch((ULONG64)from, size, FALSE, _ReturnAddress());
        touch((ULONG64)to, size, TRUE, _ReturnAddress());
    }
    check((ULONG64)from, size, FALSE);
    check((ULONG64)to, size, TRUE);
    RtlMoveMemory(to, from, size);
    return to;
}

static void *set(void *to, int byte, ULONG64 size)
{
    if (vf_racing)
        touch((ULONG64)to, size, TRUE, _ReturnAddress());
    check((ULONG64)to, size, TRUE);
    RtlFillMemory(to, size, (UCHAR)byte);
    return to;
}

static void add_globals(const struct instrumentation_global *globals, ULONG64 count)
{
    for (ULONG64 i = 0; i < count; i++) {
        const struct instrumentation_global *global = &globals[i];
        const ULONG64 end = global->address + global->size_with_zone;
        const ULONG64 zone = (global->address + global->size + 7) & ~7ull;
        vf_unpoison((PVOID)global->address, global->size);
        vf_poison((PVOID)zone, end - zone, SHADOW_GLOBAL);
    }
    shadow_remember_globals(globals, count);
}

/* What is called does not return: the frames up to the stack's begin will be left in some other way. */
static void no_return(void)
{
    const ULONG64 here = (ULONG64)_AddressOfReturnAddress();
    const struct ki_processor *processor = ki_current_processor();
    const PKTHREAD thread = processor->CurrentThread;
    if (processor->DpcActive && here - (ULONG64)(processor->DpcStack - KI_DPC_STACK) < KI_DPC_STACK)
        vf_stack_left(here, (ULONG64)processor->DpcStack);
    else if (here >= (ULONG64)thread->StackLimit && here < (ULONG64)thread->StackBase)
        vf_stack_left(here, (ULONG64)thread->StackBase);
}

void vf_instrument(const struct machine_image *image)
{
    struct instrumentation *table = ki_services->find(image->name, INSTRUMENTATION_NAME);
    if (!table || table->version != INSTRUMENTATION_VERSION || table->size != sizeof(*table)) {
        if (!image->of_system)
            ki_touched_untold();
        return;
    }
    table->check = check;
    table->move = move;
    table->set = set;
    table->globals = add_globals;
    table->no_return = no_return;
    vf_races_begin();
    table->access = vf_racing ? access : NULL;
    if (!vf_shadow)
        vf_shadow = (ULONG64)ki_services->shadow();
    if (!vf_shadow)
        ki_services->hang("this host has no room for the shadow of memory, of 8 TiB of address space: ulimit -v, or "
                          "vm.overcommit_memory, forbids it");
    *table->shadow = vf_shadow;
    for (void (**constructor)(void) = table->constructors_begin; constructor < table->constructors_end; constructor++)
        if (*constructor)
            (*constructor)();
}
