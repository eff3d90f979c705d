/* How many instructions of the driver are carried out: the processor steps, and each step that ends in the driver's
 * image counts. */
#include "ntsim/run/session.h"

#include <signal.h>
#include <string.h>
#include <ucontext.h>

static const struct machine_image *counted;
static volatile uint64_t count;

static void on_step(int signal, siginfo_t *info, void *raw)
{
    const ucontext_t *context = raw;
    const uint64_t rip = (uint64_t)context->uc_mcontext.gregs[REG_RIP];
    (void)signal, (void)info;
    count += rip - (uint64_t)(uintptr_t)counted->base < counted->size;
}

static const struct machine_image *driver_image(void)
{
    const char *path = session_description.driver_count ? session_description.drivers[0].path : "";
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const struct machine_image *image = image_first();
    while (image && strcmp(image->name, name) != 0)
        image = image->next;
    return image;
}

/* The trap flag is bit 8. The red zone of the host's ABI is kept off. */
static void step(bool on)
{
    if (on)
        __asm__ volatile("lea -128(%%rsp), %%rsp\n pushfq\n orq $0x100, (%%rsp)\n popfq\n lea 128(%%rsp), %%rsp" ::
                             : "memory", "cc");
    else
        __asm__ volatile("lea -128(%%rsp), %%rsp\n pushfq\n andq $~0x100, (%%rsp)\n popfq\n lea 128(%%rsp), %%rsp" ::
                             : "memory", "cc");
}

ULONGLONG sim_count_instructions(void (*work)(void *context), void *context)
{
    struct sigaction action = {.sa_sigaction = on_step, .sa_flags = SA_SIGINFO | SA_ONSTACK}, before;
    counted = driver_image();
    if (!counted)
        sim_fail((struct sim_place){NULL, 0}, "there is no driver whose instructions could be counted");
    count = 0;
    sigaction(SIGTRAP, &action, &before);
    step(true);
    work(context);
    step(false);
    sigaction(SIGTRAP, &before, NULL);
    return count;
}
