/* Kernel stacks that are used up: how much of them the driver's own calls take. */
#include "ntsim/verifier/vf.h"

#include "ntsim/ke/ki.h"
#include "ntsim/rtl/context.h"
#include "ntsim/rtl/unwind.h"

enum { MOST_FRAMES = 4096 };

/* Adds up the frames of drivers from that place outwards. */
static ULONG64 bytes_of_drivers(const struct machine_context *context, ULONG *calls)
{
    CONTEXT at;
    struct rtlp_frame frame;
    ULONG64 bytes = 0;
    rtl_context_from_machine(&at, context);
    for (ULONG i = 0; i < MOST_FRAMES; i++) {
        const ULONG64 pc = at.Rip, stack = at.Rsp;
        if (!rtlp_unwind_frame(&at, UNW_FLAG_NHANDLER, &frame) || at.Rsp <= stack)
            break;
        if (frame.ImageBase && vf_is_driver_itself((const VOID *)pc)) {
            bytes += at.Rsp - stack;
            ++*calls;
        }
    }
    return bytes;
}

void vf_stack_used_up(const struct machine_context *context, SIZE_T size)
{
    ULONG calls = 0;
    if (!vf_on)
        return;
    const ULONG64 bytes = bytes_of_drivers(context, &calls);
    vf_find("VRF0108", vf_capture_context(context), NULL, 0,
            "a kernel stack of %llu bytes is used up: %lu calls of drivers that have not returned take %llu of them",
            size, calls, bytes);
}
