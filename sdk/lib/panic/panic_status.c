/*
 * A failed check in a driver with `panic: status` (wdk/panic_guard.h): an exception that unwinds to the entry point, or
 * the bug check where that cannot be right.
 */
#define WDK_PANIC_RETURNS
#include <ntifs.h>
#include <ntimage.h>

#include "parameters.h"
#include <wdk/panic_guard.h>

/* One call of wdk_panic_guard, on its stack. */
struct guard {
    const void *const *held; /* where the request is until the driver parts with it */
    void *caller;            /* the address in the entry point that the guard returns to */
    KIRQL irql;
    bool raised;
};

/* The threads that are below an entry point. A slot is written by its own thread only, once that has taken it. */
enum { SLOTS = 64 };
static struct slot {
    PVOID volatile thread;
    struct guard *volatile guard;
} slots[SLOTS];

static struct slot *slot_take(struct guard *guard)
{
    for (unsigned i = 0; i < SLOTS; i++)
        if (!InterlockedCompareExchangePointer(&slots[i].thread, KeGetCurrentThread(), NULL)) {
            slots[i].guard = guard;
            return &slots[i];
        }
    return NULL;
}

static void slot_give(struct slot *slot)
{
    if (!slot)
        return;
    slot->guard = NULL;
    InterlockedExchangePointer(&slot->thread, NULL);
}

extern const IMAGE_DOS_HEADER __ImageBase;

static bool in_this_driver(const void *address)
{
    const char *const base = (const char *)&__ImageBase;
    const IMAGE_NT_HEADERS *const headers = (const IMAGE_NT_HEADERS *)(base + __ImageBase.e_lfanew);
    return (size_t)((const char *)address - base) < headers->OptionalHeader.SizeOfImage;
}

/* Whether nothing but this driver's code stands on the stack between here and the guard. */
static bool leads_here(const struct guard *guard)
{
    enum { MOST = 60 };
    void *frames[MOST];
    const USHORT count = RtlCaptureStackBackTrace(0, MOST, frames, NULL);
    for (USHORT i = 0; i < count && in_this_driver(frames[i]); i++)
        if (frames[i] == guard->caller)
            return true;
    return false;
}

/* The innermost guard of this thread: the one that is lowest on its stack. What a DPC or an interrupt on top of the
 * thread has on its own stack does not lead to it. */
static struct guard *guard_of_this_thread(void)
{
    struct guard *found = NULL;
    for (unsigned i = 0; i < SLOTS; i++) {
        struct guard *const guard = slots[i].thread == KeGetCurrentThread() ? slots[i].guard : NULL;
        if (guard && (!found || guard < found))
            found = guard;
    }
    return found && leads_here(found) ? found : NULL;
}

void wdk_panic(const struct wdk_panic_site *site, uintptr_t first, uintptr_t second)
{
    if (KeGetCurrentIrql() <= APC_LEVEL) {
        struct guard *const guard = guard_of_this_thread();
        if (guard && !guard->raised && *guard->held) {
            guard->raised = true;
            DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, "wdk: check %lu failed at %s:%lu (%p, %p): a status\n",
                       (ULONG)site->kind, site->file, (ULONG)site->line, (void *)first, (void *)second);
            ExRaiseStatus(STATUS_INTERNAL_ERROR);
        }
    }
    KeBugCheckEx(WDK_BUG_CHECK, wdk_panic_place(site), wdk_panic_file(site), first, second);
}

__attribute__((noinline)) bool wdk_panic_guard(void (*body)(void *context), void *context, const void *held)
{
    struct guard guard = {.held = held, .caller = __builtin_return_address(0), .irql = KeGetCurrentIrql()};
    struct slot *const slot = slot_take(&guard);
    volatile bool returned = true;
    __try {
        __try {
            body(context);
        } __finally {
            slot_give(slot);
        }
    } __except (guard.raised ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
        returned = false;
    }
    if (!returned) {
        static const struct wdk_panic_site level = {__FILE_NAME__, __LINE__, WDK_PANIC_IRQL};
        const KIRQL irql = KeGetCurrentIrql();
        if (irql != guard.irql)
            KeBugCheckEx(WDK_BUG_CHECK, wdk_panic_place(&level), wdk_panic_file(&level), irql, guard.irql);
    }
    return returned;
}
