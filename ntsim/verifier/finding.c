/* Telling of findings. */
#include "ntsim/verifier/rules.h"
#include "ntsim/verifier/fetches.h"
#include "ntsim/verifier/unloaded.h"

#include "ntsim/ke/ki.h"

#include <stdarg.h>
#include <stdio.h>

enum { MOST_FINDINGS = 256, MOST_STACKS = 12, CLAIM = 400 };

BOOLEAN vf_on;

static struct {
    const char *Code;
    ULONG64 Where;
} told[MOST_FINDINGS];
static ULONG told_count;

/* Where the driver made the mistake: in its own code, if there is any on the stack. */
static ULONG64 where_of(vf_stack stack)
{
    const ULONG64 *frames;
    const ULONG count = vf_frames(stack, &frames);
    for (ULONG i = 0; i < count; i++)
        for (const struct machine_image *image = ki_services->images(); image; image = image->next)
            if (frames[i] - (ULONG64)image->base < image->size && !image->of_system)
                return frames[i];
    return count ? frames[0] : 0;
}

BOOLEAN vf_is_of(vf_stack stack, const struct vf_unloaded *driver)
{
    return stack && where_of(stack) - driver->Base < driver->Size;
}

BOOLEAN vf_is_told(vf_stack stack)
{
    const ULONG64 where = where_of(stack);
    for (ULONG i = 0; i < told_count; i++)
        if (told[i].Where == where)
            return TRUE;
    return FALSE;
}

BOOLEAN vf_is_told_code(const char *code)
{
    for (ULONG i = 0; i < told_count; i++)
        if (strcmp(told[i].Code, code) == 0)
            return TRUE;
    return FALSE;
}

BOOLEAN vf_is_told_between(const char *code, ULONG64 begin, ULONG64 end)
{
    for (ULONG i = 0; i < told_count; i++)
        if (told[i].Where >= begin && told[i].Where < end && strcmp(told[i].Code, code) == 0)
            return TRUE;
    return FALSE;
}

static BOOLEAN is_new(const char *code, ULONG64 where)
{
    for (ULONG i = 0; i < told_count; i++)
        if (told[i].Where == where && strcmp(told[i].Code, code) == 0)
            return FALSE;
    if (told_count == MOST_FINDINGS)
        return FALSE;
    told[told_count].Code = code;
    told[told_count++].Where = where;
    return TRUE;
}

void vf_find_list(const char *code, vf_stack stack, const struct vf_related *related, ULONG count, const char *claim,
                  va_list arguments)
{
    struct machine_stack stacks[MOST_STACKS];
    char text[CLAIM];
    ULONG used = 1;
    if (!vf_on || !is_new(code, where_of(stack)))
        return;
    vf_fetch_found(code);
    _vsnprintf(text, sizeof(text) - 1, claim, arguments);
    text[sizeof(text) - 1] = 0;
    stacks[0] = (struct machine_stack){.title = ""};
    stacks[0].count = vf_frames(stack, &stacks[0].frames);
    for (ULONG i = 0; i < count && used < MOST_STACKS; i++) {
        stacks[used].title = related[i].Title;
        stacks[used].count = vf_frames(related[i].Stack, &stacks[used].frames);
        used += stacks[used].count != 0;
    }
    const struct machine_finding finding = {
        .code = code, .claim = text, .irql = ki_current_processor()->Irql, .stacks = stacks, .count = used};
    ki_services->finding(&finding);
}

void vf_find(const char *code, vf_stack stack, const struct vf_related *related, ULONG count, const char *claim, ...)
{
    va_list arguments;
    va_start(arguments, claim);
    vf_find_list(code, stack, related, count, claim, arguments);
    va_end(arguments);
}
