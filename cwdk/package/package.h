/*
 * `cwdk verify`: a finished driver package, wherever it was made, looked at as a whole: do its INF, its binaries, its
 * catalogs and its signatures fit together, and do the binaries run on every Windows that the INF promises?
 *
 * Nothing of it needs Windows. What is found goes to the diagnostics with the codes PKG, PE, INF, CAT and SIG; the
 * report tells which checks were made, so that silence is never taken for a pass.
 */
#ifndef CWDK_PACKAGE_PACKAGE_H
#define CWDK_PACKAGE_PACKAGE_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/inf/inf.h"
#include "cwdk/inf/verify.h"
#include "cwdk/inspect/binary.h"

#include <jansson.h>
#include <stdio.h>

struct package_options {
    const char *folder;
    const char *const
        *trust;        /* certificates that are trusted, PEM or DER, ended by NULL; or NULL: those in the package */
    bool trust_system; /* also what the system's OpenSSL trusts */
    enum inf_mode mode;
    const char *exports; /* table of exports; NULL: the kit's own */
};

enum package_state { PACKAGE_PASSED, PACKAGE_WARNED, PACKAGE_FAILED, PACKAGE_NOT_RUN };

struct package_check {
    const char *key;   /* stable, for machines: "imports" */
    const char *title; /* for people */
    enum package_state state;
    const char *detail; /* what was looked at, or why the check was not made */
};

enum { PACKAGE_CHECKS_LIMIT = 16, PACKAGE_FILES_LIMIT = 10000, PACKAGE_DEPTH_LIMIT = 8 };

struct package_file {
    const char *name;     /* path from the package's folder, with '/' */
    struct bytes content; /* empty where it could not be read */
    bool faulty;          /* a finding was reported that keeps the rest of it from being understood */
    bool changed;         /* it is not the file that was signed, which was reported */
};

struct package_binary {
    const char *name; /* path in the package */
    struct binary binary;
    struct package_file *file;
};

struct package {
    const char *folder;
    struct package_file *files; /* every one, sorted */
    size_t file_count;
    const char **missing; /* files that an INF copies, but that are not there; reported */
    size_t missing_count;
    struct inf **infs; /* those that could be read */
    size_t inf_count;
    bool infs_faulty; /* there are others, or what these copy is not known: a section they refer to is missing */
    struct package_binary *binaries; /* those that could be read */
    size_t binary_count;
    struct package_check checks[PACKAGE_CHECKS_LIMIT];
    size_t check_count;
};

/* Looks at the package. False where it could not be looked at at all: no such folder, no INF in it, no certificate
 * where one was to be trusted. What is wrong with it is in `d`, each fault once: where one makes several checks fail,
 * the one that tells most reports it. Everything in `out` lies in the arena. */
bool package_verify(const struct package_options *options, struct arena *a, struct package *out, struct diag *d);

/* The report for machines; the caller releases it. */
json_t *package_document(const struct package *package, const struct diag *d);
/* The table of checks and the verdict, for people. */
void package_print(const struct package *package, const struct diag *d, FILE *out);

#endif
