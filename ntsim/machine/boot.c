/* The start of the machine, and the services it gives the system. */
#include "ntsim/machine/machine.h"

#include "ntsim/machine/device.h"
#include "ntsim/machine/rewind.h"
#include "ntsim/machine/watched.h"

#include <asm/prctl.h>
#include <immintrin.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { IDLE_STACK = 4096 }; /* what the first idle thread, which has this process's own stack, may need of it */
enum { MAIN_STACK = 1 << 20, HAS_FSGSBASE = 2 /* in AT_HWCAP2; Linux's asm/hwcap2.h */ };

/* 2026-01-01 00:00 UTC: runs do not depend on the day. */
#define START_TIME 134116992000000000LL

struct machine_options machine_options;

static void (*main_function)(void *);

static void MACHINE_ABI service_print(const char *text, uint64_t length)
{
    machine_options.print(machine_options.context, text, length);
}

static void MACHINE_ABI service_bug_check(const struct machine_bug_check *bug_check)
{
    machine_options.stopped(machine_options.context, bug_check, NULL);
    _exit(1);
}

static void MACHINE_ABI service_hang(const char *text)
{
    machine_options.stopped(machine_options.context, NULL, text);
    _exit(1);
}

static bool may_write_gs; /* the system lets programs do that by an instruction */

__attribute__((target("fsgsbase"))) static void write_gs(void *kpcr)
{
    _writegsbase_u64((uint64_t)kpcr);
}

/* Linux leaves gs to programs. */
static void MACHINE_ABI service_select_processor(void *kpcr)
{
    if (may_write_gs)
        write_gs(kpcr);
    else
        syscall(SYS_arch_prctl, ARCH_SET_GS, kpcr);
}

static void *MACHINE_ABI service_map(uint64_t size, bool user)
{
    return memory_map(size, user);
}

static void MACHINE_ABI service_unmap(void *address, uint64_t size)
{
    memory_unmap(address, size);
}

static bool MACHINE_ABI service_protect(void *address, uint64_t size, uint32_t protection)
{
    return memory_protect(address, size, protection);
}

static struct machine_image *MACHINE_ABI service_load(const char *path, const char **error)
{
    return image_load(path, error);
}

static void MACHINE_ABI service_unload(struct machine_image *image)
{
    if (machine_options.unloading)
        machine_options.unloading(image);
    image_unload(image);
}

static void *MACHINE_ABI service_find(const char *module, const char *name)
{
    return image_find(module, name);
}

static bool MACHINE_ABI service_accessible(void *address, uint64_t size, bool write)
{
    return memory_accessible(address, size, write);
}

static void *MACHINE_ABI service_alias(void *address, uint64_t size, bool user)
{
    return memory_alias(address, size, user);
}

static bool MACHINE_ABI service_is_alias(const void *address)
{
    return memory_is_alias(address);
}

static void *MACHINE_ABI service_map_device(uint64_t physical, uint64_t size)
{
    return device_map(physical, size);
}

static void MACHINE_ABI service_unmap_device(void *address, uint64_t size)
{
    device_unmap(address, size);
}

static uint32_t MACHINE_ABI service_next_interrupt(void)
{
    return device_next_interrupt();
}

static bool MACHINE_ABI service_line(uint32_t vector)
{
    return device_line(vector);
}

static struct machine_image *MACHINE_ABI service_images(void)
{
    return image_first();
}

static void MACHINE_ABI service_trace(uint32_t what, uint64_t first, uint64_t second, uint64_t third, uint64_t where)
{
    const uint64_t values[3] = {first, second, third};
    machine_options.trace(machine_options.context, (enum machine_trace)what, values, where);
}

static void MACHINE_ABI service_finding(const struct machine_finding *finding)
{
    machine_options.finding(machine_options.context, finding);
}

static void *MACHINE_ABI service_shadow(void)
{
    return memory_shadow();
}

static struct machine_services services = {
    .map = service_map,
    .unmap = service_unmap,
    .protect = service_protect,
    .print = service_print,
    .bug_check = service_bug_check,
    .hang = service_hang,
    .select_processor = service_select_processor,
    .load = service_load,
    .unload = service_unload,
    .find = service_find,
    .images = service_images,
    .accessible = service_accessible,
    .alias = service_alias,
    .is_alias = service_is_alias,
    .map_device = service_map_device,
    .unmap_device = service_unmap_device,
    .next_interrupt = service_next_interrupt,
    .line = service_line,
    .finding = service_finding,
    .shadow = service_shadow,
};

static void MACHINE_ABI run_main(void *context)
{
    main_function(context);
}

void machine_split(void)
{
    memory_split();
}

void *machine_system_function(const char *name)
{
    return image_find("ntoskrnl.exe", name);
}

void *machine_module_function(const char *module, const char *name)
{
    return image_find(module, name);
}

bool machine_boot(const struct machine_options *options, void (*main)(void *), void *context, const char **error)
{
    char path[4096];
    machine_options = *options;
    main_function = main;
    snprintf(path, sizeof(path), "%s/ntoskrnl.exe", options->system_folder);
    if (!image_load(path, error))
        return false;
    machine_start *const start = (machine_start *)(uintptr_t)machine_system_function("SimStart");
    machine_trap_entry *const trap = (machine_trap_entry *)(uintptr_t)machine_system_function("SimTrap");
    machine_trap_stack *const stack = (machine_trap_stack *)(uintptr_t)machine_system_function("SimTrapStack");
    const struct watched_system watched = {
        .page_fault = (machine_page_fault *)(uintptr_t)machine_system_function("SimPageFault"),
        .touched = (machine_touched *)(uintptr_t)machine_system_function("SimTouched"),
        .touch_done = (machine_touch_done *)(uintptr_t)machine_system_function("SimTouchDone"),
    };
    if (!start || !trap || !stack || !watched.page_fault || !watched.touched || !watched.touch_done ||
        !traps_install(trap, stack)) {
        *error = "ntoskrnl.exe is not that of this machine";
        return false;
    }
    watched_bind(&watched);
    may_write_gs = getauxval(AT_HWCAP2) & HAS_FSGSBASE;
    services.trace = options->trace ? service_trace : NULL;
    const struct machine_boot boot = {
        .services = &services,
        .seed = options->seed,
        .time = START_TIME,
        .processors = options->processors,
        .verify = options->verify,
        .schedule = options->schedule,
        .main = run_main,
        .context = context,
        .main_stack_size = MAIN_STACK,
    };
    uint8_t *below;
    __asm__ volatile("movq %%rsp, %0" : "=r"(below));
    rewind_also(below - IDLE_STACK, IDLE_STACK);
    start(&boot);
    return true;
}
