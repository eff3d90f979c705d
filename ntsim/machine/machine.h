/*
 * The machine: this process, made to look like an amd64 computer in kernel mode to the images mapped into it.
 *
 * There is one machine a process, since signals and address ranges are the process's. A run is: machine_boot, which
 * loads the system's images and calls `main` on the system's first thread, and returns when that returns. A bug check
 * or a hang ends the process from within, after machine_report has told about it. Errors are messages, valid until the
 * next call.
 */
#ifndef NTSIM_MACHINE_MACHINE_H
#define NTSIM_MACHINE_MACHINE_H

#include "ntsim/machine/services.h"

struct machine_options {
    const char *system_folder; /* where ntoskrnl.exe and the others lie */
    uint64_t seed;             /* 0: no choice is drawn, the first is taken */
    unsigned processors;       /* at least 1 */
    bool verify;               /* drivers' calls go through the verifier's gates */
    struct machine_schedule schedule;
    /* Debug output as it comes, and the report at the end; `context` goes to all. */
    void (*print)(void *context, const char *text, size_t length);
    void (*stopped)(void *context, const struct machine_bug_check *bug_check, const char *hang);
    /* May be NULL: the host's own code has faulted; the process dies of the signal after it. */
    void (*crashed)(void *context, int signal, const struct machine_context *where);
    /* May be NULL: what happens, as enum machine_trace has it. */
    void (*trace)(void *context, enum machine_trace what, const uint64_t values[3], uint64_t where);
    /* Of the verifier; may be NULL where `verify` is not set. */
    void (*finding)(void *context, const struct machine_finding *finding);
    /* May be NULL: an image is about to be unloaded. */
    void (*unloading)(const struct machine_image *image);
    void *context;
};

/* Returns false with `*error` where the system cannot be loaded. */
bool machine_boot(const struct machine_options *options, void (*main)(void *), void *context, const char **error);

/* Within `main`: functions of the system by name, such as NtCreateFile. They follow Microsoft's calling convention and
 * may be called on threads of the system only. NULL where the system has none of that name. */
void *machine_system_function(const char *name);
/* From here on nobody finds that function of the system any more, nor does an image that is loaded later and is not of
 * the system import it. False: too many are hidden. */
bool machine_hide_function(const char *name);
/* The same of another image of the system, such as "usbhub.sys", which is loaded where it is not. */
void *machine_module_function(const char *module, const char *name);

/* This process is a copy of the one that booted, made by fork: from here on they have no memory in common. */
void machine_split(void);

/* Images in the order of loading, by `next`. */
const struct machine_image *machine_image_first(void);
/* The image that an address lies in, or NULL. */
const struct machine_image *machine_image_at(uint64_t address);

/* Where the image's function number `index` begins and ends, as offsets; false past the last. */
bool machine_function(const struct machine_image *image, uint32_t index, uint32_t *begin, uint32_t *end);

/* --- between the machine's own files --- */

void *memory_map(uint64_t size, bool user);
void memory_unmap(void *address, uint64_t size);
bool memory_protect(void *address, uint64_t size, uint32_t protection);
void *memory_shadow(void);
/* alias.c; see services.h. memory_forget: what was mapped there is going. */
bool memory_accessible(void *address, uint64_t size, bool write_too);
void *memory_alias(void *address, uint64_t size, bool user);
bool memory_is_alias(const void *address);
void memory_forget(const void *address);
void memory_split(void);

struct machine_image *image_load(const char *path, const char **error);
void image_unload(struct machine_image *image);
void *image_find(const char *module, const char *name);
struct machine_image *image_first(void);
/* `name` in this one image only; NULL where it is not exported, or by a forwarder. */
void *image_export(const struct machine_image *image, const char *name);
/* Whether a driver can import that from the system in options.system_folder; `name` NULL: by ordinal. */
bool image_has_import(const char *module, const char *name, uint32_t ordinal);
/* Where an import that the system lacks was called or read at this address: says so. NULL elsewhere. */
const char *image_missing(uint64_t address, bool called);

/* For debuggers to stop at, with the image's address in the variable. */
extern uint64_t machine_debugger_base;
void machine_debugger(void);

/* Takes the signals of faults; `trap` and `stack_check` are the system's. */
bool traps_install(machine_trap_entry *trap, machine_trap_stack *stack_check);

/*
 * Carries out the instruction at which the processor stopped, where it is one that this process may not execute
 * (control registers, ports, interrupt flag), or one that touches a device or memory which only exists on Windows.
 * False: it is something else. With `*system_follows` the trap has become a MACHINE_FAULT_CONTINUE, which is the
 * system's.
 */
bool emulate(struct machine_trap *trap, bool *system_follows);
/* Whether the instruction is one that faults in user mode because of what it does, not because of an operand. */
bool is_privileged(const void *code);

extern struct machine_options machine_options;

#endif
