/* Storms: before each step of the test, what can happen to a device or the computer happens, in a branch each. */
#include "ntsim/run/branch.h"
#include "ntsim/run/devices.h"
#include "ntsim/run/report.h"
#include "ntsim/run/session.h"

#include <dlfcn.h>
#include <stdio.h>

enum { MOST_FRAMES = 16 };

static bool stormy;

void storm_start(void)
{
    stormy = true;
}

/* --- what happens --- */

static void pull(struct sim_device *device)
{
    sim_surprise_remove(device);
}

static void take_out(struct sim_device *device)
{
    sim_try_unplug(device); /* refused while a file is open: then it has been asked, and told that it may stay */
}

static void stop_and_start(struct sim_device *device)
{
    sim_rebalance(device);
}

static void put_back(struct sim_device *device)
{
    devices_replug(device);
}

static void sleep_and_wake(struct sim_device *device)
{
    (void)device;
    if (NT_SUCCESS(sim_system_power(SIM_S3)))
        sim_advance(1000);
    sim_system_power(SIM_WORKING);
}

static void end_program(struct sim_device *device)
{
    (void)device;
    branch_leave((uint64_t)(uintptr_t)__builtin_frame_address(0));
}

static const struct {
    const char *what;
    void (*run)(struct sim_device *device);
    bool of_device;
} storms[] = {
    {"the device is pulled out", pull, true},
    {"the device is to be removed", take_out, true},
    {"the device is stopped and started again", stop_and_start, true},
    {"the device is pulled out and put in again", put_back, true},
    {"the computer sleeps and wakes", sleep_and_wake, false},
    {"the program ends and the driver is unloaded", end_program, false},
};

/* --- where --- */

/* The frames of the test, without those of this program. */
static uint32_t test_frames(uint64_t frame, uint64_t *out)
{
    uint64_t words[2];
    uint32_t count = 0;
    Dl_info self, info;
    if (!dladdr((void *)(uintptr_t)storm_step, &self))
        return 0;
    while (count < MOST_FRAMES && report_read_words(frame, words) && words[0] > frame) {
        if (dladdr((void *)words[1], &info) && info.dli_fbase == self.dli_fbase && count)
            break;
        if (info.dli_fbase != self.dli_fbase)
            out[count++] = words[1] - 1;
        frame = words[0];
    }
    return count;
}

/* True in the branch in which it has happened. */
static bool take(size_t storm, const char *how, struct sim_device *device, const uint64_t *frames, uint32_t count)
{
    if (!branch_take(storms[storm].what, how, false, frames, count))
        return false;
    storms[storm].run(device);
    return true;
}

void storm_step(const char *what)
{
    const uint64_t frame = (uint64_t)(uintptr_t)__builtin_frame_address(0);
    uint64_t frames[MOST_FRAMES];
    char how[64];
    if (!stormy || branch_taken() || !branch_in_test(frame))
        return;
    const uint32_t count = test_frames(frame, frames);
    snprintf(how, sizeof(how), "before %s", what);
    for (size_t i = 0; i < sizeof(storms) / sizeof(*storms); i++) {
        if (!storms[i].of_device && take(i, how, NULL, frames, count))
            return;
        for (struct sim_device *device = devices_next(NULL); storms[i].of_device && device;
             device = devices_next(device))
            if (take(i, how, device, frames, count))
                return;
    }
}
