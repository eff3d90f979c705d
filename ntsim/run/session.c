/* The run from boot to end. */
#include "ntsim/run/session.h"
#include "ntsim/ke/sim.h"
#include "ntsim/run/coverage.h"
#include "ntsim/run/branch.h"
#include "ntsim/run/event.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/report.h"
#include "ntsim/run/trace.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct description session_description;
struct session_options session_options;

static void (*main_function)(void *);

void *sim_system_function(const char *name)
{
    char module[64];
    const char *mark = strchr(name, '!');
    if (!mark || (size_t)(mark - name) >= sizeof(module))
        return machine_system_function(name);
    snprintf(module, sizeof(module), "%.*s", (int)(mark - name), name);
    return machine_module_function(module, mark + 1);
}

void sim_hide_function_at(struct sim_place place, const char *name)
{
    if (!machine_system_function(name))
        sim_fail(place, "the simulated system has no %s", name);
    if (!machine_hide_function(name))
        sim_fail(place, "no more functions can be hidden");
}

uint64_t session_time(void)
{
    static sim_time_now *now;
    if (!now)
        now = (sim_time_now *)(uintptr_t)machine_system_function("SimTime");
    return now ? now() : 0;
}

void session_phase(const char *phase)
{
    event("begin", "sd", phase, session_time());
}

/* A service that Windows brings: its image is one of the simulated system's, with the name of the service. */
static struct driver_record *find_system_service(const char *service)
{
    struct description *all = &session_description;
    char path[4096];
    const int length = snprintf(path, sizeof(path), "%s/%s.sys", session_options.system_folder, service);
    if (length < 0 || (size_t)length >= sizeof(path) || all->driver_count == MOST_DRIVERS)
        return NULL;
    for (char *at = path + strlen(session_options.system_folder); *at; at++)
        *at = (char)tolower((unsigned char)*at);
    if (access(path, R_OK) != 0)
        return NULL;
    char *kept = strdup(path);
    if (!kept)
        return NULL;
    all->drivers[all->driver_count] = (struct driver_record){.service = service, .path = kept};
    return &all->drivers[all->driver_count++];
}

/* Tells why an image could not be loaded. The reason of a DriverEntry that failed is the driver's. */
NTSTATUS session_load_service(const char *service, void **object)
{
    struct driver_record *driver = description_driver(&session_description, service);
    const char *error = NULL;
    if (!driver)
        driver = find_system_service(service);
    if (!driver)
        sim_fail((struct sim_place){NULL, 0}, "the service %s has no image here: it is not built with this package",
                 service);
    *object = driver->object;
    if (driver->object)
        return STATUS_SUCCESS;
    watchdog_request(false);
    const NTSTATUS status = kernel_load_driver(driver->path, service, &driver->object, &error);
    if (!NT_SUCCESS(status))
        driver->object = NULL;
    if (error) {
        event("error", "s", error);
        report_exit();
    }
    *object = driver->object;
    return status;
}

NTSTATUS sim_load(void)
{
    void *object;
    if (session_description.driver_count == 0)
        sim_fail((struct sim_place){NULL, 0}, "there is no driver to load");
    return session_load_service(session_description.drivers[0].service, &object);
}

void session_load(void)
{
    if (session_description.driver_count == 0)
        return;
    session_phase("load");
    const NTSTATUS status = sim_load();
    if (NT_SUCCESS(status))
        return;
    event("failure", "sdsss", "", (uint64_t)0, "the driver's DriverEntry succeeds", "", "");
    branch_leave((uint64_t)(uintptr_t)__builtin_frame_address(0));
    report_exit();
}

static void unload(struct driver_record *driver, bool needed)
{
    void *object = driver->object;
    driver->object = NULL;
    if (!object)
        return;
    watchdog_request(false);
    const NTSTATUS status = kernel_unload_driver(object);
    if (status == STATUS_INVALID_DEVICE_REQUEST && !needed)
        return; /* it has no DriverUnload: Windows would keep it, too */
    if (!NT_SUCCESS(status))
        sim_fail((struct sim_place){NULL, 0}, "%s does not unload: status 0x%08x", driver->service, (unsigned)status);
}

void sim_unload(void)
{
    if (session_description.driver_count)
        unload(&session_description.drivers[0], true);
}

static void close_files(void *context)
{
    (void)context;
    files_close_all();
}

static void unplug_devices(void *context)
{
    (void)context;
    devices_unplug_all();
}

static void unload_drivers(void *context)
{
    (void)context;
    for (size_t i = session_description.driver_count; i-- > 0;)
        unload(&session_description.drivers[i], false);
}

/* In a branch what fails is passed over, and the rest done all the same. */
static void end_phase(const char *phase, void (*work)(void *))
{
    session_phase(phase);
    while (!branch_guard(work, NULL))
        continue;
}

void session_end(void)
{
    end_phase("close", close_files);
    end_phase("unplug", unplug_devices);
    end_phase("unload", unload_drivers);
}

static void run_main(void *context)
{
    for (size_t i = 0; i < session_description.driver_count; i++)
        event("driver", "ss", session_description.drivers[i].service, session_description.drivers[i].path);
    for (size_t i = 0; i < session_description.value_count; i++)
        registry_apply(&session_description.values[i]);
    if (session_options.seconds && !watchdog_start(session_options.seconds))
        event("error", "s", "this system gives no timer for the watchdog");
    main_function(context);
}

bool session_run(const struct session_options *options, void (*run)(void *), void *context)
{
    const struct machine_options machine = {
        .system_folder = options->system_folder,
        .seed = options->seed,
        .processors = options->processors,
        .schedule = options->schedule,
        .print = report_print,
        .stopped = report_stopped,
        .crashed = report_crashed,
        .trace = options->trace ? trace_tell : NULL,
        .verify = !options->unverified,
        .finding = report_finding,
        .unloading = options->coverage ? coverage_tell : NULL,
    };
    const char *error;
    session_options = *options;
    main_function = run;
    if (options->description && !description_read(options->description, &session_description, &error)) {
        event("error", "s", error);
        return false;
    }
    if (!machine_boot(&machine, run_main, context, &error)) {
        event("error", "s", error);
        return false;
    }
    return true;
}
