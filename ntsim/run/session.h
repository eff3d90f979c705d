/*
 * One run: the machine, the driver under test, and what the test has open. There is one a process. Everything here is
 * for the system's first thread.
 */
#ifndef NTSIM_RUN_SESSION_H
#define NTSIM_RUN_SESSION_H

#include "ntsim/machine/machine.h"
#include "ntsim/run/description.h"
#include "ntsim/run/shard.h"

#include <ntsim/ntsim.h>

struct session_options {
    const char *system_folder;
    const char *description; /* file, or NULL: no driver */
    uint64_t seed;
    unsigned processors;
    unsigned seconds; /* of processor time that one request may take */
    struct machine_schedule schedule;
    struct shard shard; /* of what is explored: faults, storms, schedules */
    bool trace;
    bool coverage;   /* tell how often blocks of instrumented drivers were entered */
    bool unverified; /* the verifier does not watch */
    /* May be NULL: a finding was told, and the run goes on; the run has ended and all was told: this does not return.
     */
    void (*found)(void);
    void (*leave)(void);
};

extern struct description session_description;
extern struct session_options session_options;

/* Boots, calls `run(context)` on the first thread. Returns false after an "error" event; true where `run` returned. */
bool session_run(const struct session_options *options, void (*run)(void *), void *context);

/* What is going on now, for reports: "load", "test", "close", "unplug", "unload". */
void session_phase(const char *phase);

/* Loads the driver of a service, unless it is. */
NTSTATUS session_load_service(const char *service, void **object);
/* Loads the driver under test; a failure is the run's. */
void session_load(void);
/* Closes, unplugs and unloads all. */
void session_end(void);

/* Virtual time, also before there is any. */
uint64_t session_time(void);

/* memory.c: a copy of `size` bytes (zeroes where `from` is NULL) in the user half, ending where its page ends but for
 * what alignment to 8 asks. Released memory is used again; what was in it is gone. */
void *user_allocate(size_t size, const void *from);
void user_release(void *memory, size_t size);

/* registry.c: sets what the INF sets. */
void registry_apply(const struct value_record *value);

/* files.c, devices.c: for the end of the run. */
void files_close_all(void);
void devices_unplug_all(void);

#endif
