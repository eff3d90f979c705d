/* Threads and work items that run the driver's code, and that nothing waits for when the driver goes. */
#include "cwdk/check/left.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <stdlib.h>
#include <string.h>

/* It runs in another thread than those that are meant. */
static bool is_elsewhere(const struct function *f)
{
    static const char *const workers[] = {"KSTART_ROUTINE",         "WORKER_THREAD_ROUTINE", "IO_WORKITEM_ROUTINE",
                                          "IO_WORKITEM_ROUTINE_EX", "EVT_WDF_WORKITEM",      NULL};
    return left_is_root(f) && !(f->role && text_is_one_of(f->role->name, workers));
}

/* Waits for something, or may: the kernel's, and what is in libraries that are not known. */
static bool waits(const struct function *f)
{
    static const char *const words[] = {"Wait", "Flush", "Rundown", "Synchronous", "Drain", "Stop"};
    if (f->defined && !f->from_kit)
        return false;
    for (uint32_t i = 0; f->contract && i < f->contract->effect_count; i++)
        if (f->contract->effects[i].verb == VERB_WAITS)
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(f->name, words[i]))
            return true;
    return !f->defined && !f->contract && strncmp(f->name, "llvm.", 5) != 0;
}

static bool is_waited_for(const struct left *l)
{
    const struct program *p = l->e->p;
    bool *reached = memory_new((size_t)p->function_count + 1, sizeof *reached), found = false;
    left_reach(p, is_elsewhere, reached);
    for (uint32_t i = 0; i < p->function_count; i++)
        for (uint32_t k = l->trace.first[i]; waits(p->functions[i]) && k < l->trace.first[i + 1]; k++)
            found |= reached[l->trace.sites[k].function->id];
    free(reached);
    return found;
}

static void report(const struct left *l, struct site site, bool thread)
{
    struct findings *all = l->e->findings;
    finding_label(all,
                  finding_add(all, CODE_CHK9010, site.in->place, site.function, NULL,
                              thread ? "a thread is started, and nothing waits for its end"
                                     : "a work item is queued that is no device's, and nothing waits for it"),
                  "its code goes with the driver while it may run",
                  thread ? "reference the thread, tell it to end, and wait for that in the Unload routine"
                         : "use IoQueueWorkItem, which keeps the driver there until the routine has returned");
}

void threads_end(const struct left *l)
{
    const struct program *p = l->e->p;
    const bool waited = is_waited_for(l);
    for (uint32_t i = 0; !waited && i < p->function_count; i++) {
        const bool thread = !strcmp(p->functions[i]->name, "PsCreateSystemThread");
        if (!thread && strcmp(p->functions[i]->name, "ExQueueWorkItem") != 0)
            continue;
        for (uint32_t k = l->trace.first[i]; k < l->trace.first[i + 1]; k++)
            if (!l->trace.sites[k].function->from_kit)
                report(l, l->trace.sites[k], thread);
    }
}
