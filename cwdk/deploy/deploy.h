/*
 * `cwdk deploy`: a finished package is brought to a target, installed and started there, and the one before it is
 * brought back where it does not start.
 *
 * Codes: DEP0xxx bad input (exit status 2), DEP1xxx the driver or its program fails on the target (1), DEP3xxx the
 * target cannot be used (3). Sources of the facts: Microsoft's documentation of the service functions, SetupAPI and INF
 * files, and what Wine 8.0 was seen to do.
 */
#ifndef CWDK_DEPLOY_DEPLOY_H
#define CWDK_DEPLOY_DEPLOY_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/inspect/binary.h"

#include <stdio.h>

enum target_kind { TARGET_WINE, TARGET_SSH, TARGET_QEMU };

struct deploy_target {
    const char *name;
    enum target_kind kind;
    struct diag_place place; /* where it is defined; nowhere for one that the command line spells out */
    const char *prefix;      /* wine: the prefix's folder, absolute */
    const char *host;        /* ssh, qemu: HOST or USER@HOST, as ssh takes it */
    const char *port, *identity, *known_hosts; /* ssh, qemu: or NULL, what ssh's own configuration says */
    const char *folder;                        /* qemu: where the machine's names of files are relative to */
    const char *program, *snapshot;            /* qemu: its QEMU, and the snapshot that is started from */
    const char *const *arguments;              /* qemu: of the program, ended by NULL */
    unsigned boot_seconds;                     /* qemu: until ssh answers */
    const char *debugger_port;                 /* qemu: of this machine, or NULL */
};

/* The target that `name` means: one defined in the user's targets.yaml, then in `manifest` (a cwdk.yaml, or NULL), then
 * "wine", "wine:FOLDER" or "ssh:HOST". False after reporting, also where a definition holds a secret. */
bool deploy_target_find(const char *name, const char *manifest, struct arena *a, struct deploy_target *out,
                        struct diag *d);

/* A package as the target sees it. */
struct deploy_payload {
    const char *folder;      /* of the package */
    const char *service;     /* by the INF, or the image's name where the package has none */
    const char *inf;         /* its file name, or NULL */
    const char *certificate; /* file name of the test certificate, or NULL */
    const char *image;       /* file name of the .sys in the folder */
    const char *hardware_id; /* the first root-enumerated one, or NULL: no device is made */
    const char *arch;        /* of the image: "amd64" */
    enum binary_model model;
};

/* True where the folder holds a driver and is no project. */
bool deploy_is_package(const char *folder);
bool deploy_payload_read(const char *folder, struct arena *a, struct deploy_payload *out, struct diag *d);

/* What listens to a debugger: QEMU itself, or Windows by a serial port. */
enum deploy_debugger { DEBUGGER_NONE, DEBUGGER_GDB, DEBUGGER_KD };

struct deploy_options {
    const char *const *program; /* run on the target once the driver runs, with its arguments, ended by NULL; or NULL */
    unsigned seconds;           /* that the driver may take to start */
    FILE *output;               /* the target's steps, and what the program prints */
    bool dry_run;               /* show what would run on the target, and do nothing */
    FILE *debug;                /* what the driver prints */
    enum deploy_debugger debugger; /* qemu: the machine stays until Ctrl-C then */
};

/* Installs and starts the package; false after reporting, with the target as it was before. A program that fails is
 * reported, and the driver stays. */
bool deploy_wine(const struct deploy_target *target, const struct deploy_payload *payload,
                 const struct deploy_options *options, struct arena *a, struct diag *d);
/* Stops the driver that was deployed under that service's name, and takes it and its packages away. */
bool deploy_wine_remove(const struct deploy_target *target, const char *service, const struct deploy_options *options,
                        struct arena *a, struct diag *d);

/* The same for a Windows machine that is reached by ssh. */
bool deploy_ssh(const struct deploy_target *target, const struct deploy_payload *payload,
                const struct deploy_options *options, struct arena *a, struct diag *d);

bool deploy_ssh_remove(const struct deploy_target *target, const char *service, const struct deploy_options *options,
                       struct arena *a, struct diag *d);

/* And for a virtual machine, which is put back to what it was, whatever comes of it. A signal that ends cwdk does so
 * when that is done. */
bool deploy_qemu(const struct deploy_target *target, const struct deploy_payload *payload,
                 const struct deploy_options *options, struct arena *a, struct diag *d);

/* Copies a package's folder, with all below it. */
bool deploy_copy_package(const char *from, const char *to, struct arena *a, struct diag *d);

#endif
