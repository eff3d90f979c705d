/*
 * What leaves scopes while an exception unwinds: the handler that clang names in the unwind data of functions which
 * have something to clean up (-fexceptions). Of the tables that such a function carries only those for cleaning up are
 * read: C has no catch. Sources of facts: LLVM's public emitter of these tables, and Microsoft's description of
 * exception handling on x64 and ARM64.
 */
#include <ntddk.h>

/* The tables; addresses are relative to the image. */
struct unwind_entry {
    LONG to_state; /* -1: nothing is left to do */
    ULONG action;  /* 0: none */
};
struct state_entry {
    ULONG address; /* from here on */
    LONG state;
};
struct function_info {
    ULONG magic; /* and flags, in the upper bits */
    LONG state_count;
    ULONG unwind_map;
    ULONG try_count, try_map;
    ULONG address_count, address_map;
};

/* What the system hands to a handler. */
struct dispatcher {
    ULONG_PTR control, image, function, frame, target;
    CONTEXT *context;
    PVOID handler;
    const ULONG *data; /* the address of struct function_info */
    PVOID history;
    ULONG scope;
    BOOLEAN control_is_return; /* ARM64: `control` is behind the call */
};

static LONG state_at(const struct function_info *info, const struct dispatcher *d)
{
    const struct state_entry *const map = (const struct state_entry *)(d->image + info->address_map);
    ULONG_PTR at = d->control - d->image;
    LONG state = -1;
#ifdef _ARM64_
    if (d->control_is_return)
        at -= 4;
#endif
    for (ULONG i = 0; i < info->address_count && map[i].address <= at; i++)
        state = map[i].state;
    return state;
}

EXCEPTION_DISPOSITION __CxxFrameHandler3(EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
                                         struct dispatcher *dispatcher);

EXCEPTION_DISPOSITION __CxxFrameHandler3(EXCEPTION_RECORD *record, void *frame, CONTEXT *context,
                                         struct dispatcher *dispatcher)
{
    (void)context;
    if (!(record->ExceptionFlags & (EXCEPTION_UNWINDING | EXCEPTION_EXIT_UNWIND)))
        return ExceptionContinueSearch;
    const struct function_info *const info = (const struct function_info *)(dispatcher->image + *dispatcher->data);
    const struct unwind_entry *const map = (const struct unwind_entry *)(dispatcher->image + info->unwind_map);
    LONG state = state_at(info, dispatcher);
    while (state >= 0 && state < info->state_count) {
        const struct unwind_entry *const entry = &map[state];
        state = entry->to_state;
        if (entry->action)
            ((void (*)(void *, void *))(dispatcher->image + entry->action))(NULL, frame);
    }
    return ExceptionContinueSearch;
}
