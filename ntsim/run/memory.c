/* Buffers in the user half. */
#include "ntsim/run/session.h"
#include "ntsim/verifier/sim.h"

#include <stdlib.h>

enum { PAGE = 4096, ALIGNMENT = 8, KEPT = 8 };

/* Runs of as many pages that were released; [0] is for all larger ones, which are not kept. */
static struct {
    void *runs[16];
    unsigned count;
} kept[KEPT + 1];

static size_t page_count(size_t size)
{
    return size ? (size + PAGE - 1) / PAGE : 1;
}

static size_t offset_in(size_t size)
{
    return page_count(size) * PAGE - ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
}

void *user_allocate(size_t size, const void *from)
{
    const size_t pages = page_count(size);
    uint8_t *run;
    if (pages <= KEPT && kept[pages].count)
        run = kept[pages].runs[--kept[pages].count];
    else
        run = memory_map(pages * PAGE, true);
    if (!run)
        sim_fail((struct sim_place){NULL, 0}, "no user memory is left for %zu bytes", size);
    uint8_t *memory = run + offset_in(size);
    if (from)
        memcpy(memory, from, size);
    else
        memset(memory, 0, size);
    return memory;
}

void user_release(void *memory, size_t size)
{
    const size_t pages = page_count(size);
    if (!memory)
        return;
    uint8_t *run = (uint8_t *)memory - offset_in(size);
    if (pages <= KEPT && kept[pages].count < sizeof(kept[pages].runs) / sizeof(*kept[pages].runs))
        kept[pages].runs[kept[pages].count++] = run;
    else
        memory_unmap(run, pages * PAGE);
}

void *sim_user_memory(size_t size)
{
    sim_user_memory_got *const got = (sim_user_memory_got *)(uintptr_t)machine_system_function("SimUserMemory");
    void *memory = user_allocate(size, NULL);
    got(memory, size);
    return memory;
}
