/*
 * `cwdk submit-package`: the signed cabinet that Microsoft's hardware dashboard takes, of one or several driver
 * packages with their symbols, and before it the checks of what the dashboard is documented to reject.
 *
 * Source of facts: Microsoft's public pages "Attestation sign Windows drivers", "Driver code signing requirements",
 * "Create a new hardware submission" and "Create a new WLK hardware submission".
 */
#ifndef CWDK_SUBMIT_SUBMIT_H
#define CWDK_SUBMIT_SUBMIT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/package/package.h"
#include "cwdk/sign/sign.h"

#include <stdbool.h>
#include <time.h>

enum submit_signing {
    SUBMIT_SIGN_KEY,  /* with the key in `sign`; SIGN_KEY_TEST is refused (SUB3001) */
    SUBMIT_SIGN_TEST, /* with the test certificate: SUB3002 */
    SUBMIT_SIGN_OFF,  /* not at all: SUB3002 */
};

struct submit_file {
    const char *name; /* path in the cabinet, with '/' */
    struct bytes content;
};

struct submit_driver {
    const char *folder; /* in the cabinet */
    const char *path;   /* of the package */
    struct package package;
    struct submit_file *files; /* what goes into the cabinet, sorted by name */
    size_t file_count;
};

struct submit_options {
    const char *const *packages; /* PACKAGE or FOLDER=PACKAGE, ended by NULL; at least one */
    const char *output;          /* the cabinet; NULL: FOLDER.cab of the first package in the current folder */
    const char *const *symbols;  /* more folders with PDBs, ended by NULL; or NULL */
    const char *const *trust;    /* as in struct package_options */
    bool trust_system;
    enum inf_mode mode;
    enum submit_signing signing;
    struct sign_options sign;
    time_t date; /* of every file in the cabinet; UTC */
};

struct submit_result {
    const char *output;
    size_t size; /* in bytes, signature included */
    struct submit_driver *drivers;
    size_t driver_count;
};

/* Checks the packages, then writes the cabinet: whole, or not at all. False after reporting an error, SUB1001 and
 * following or those of package_verify; warnings stop nothing. Everything in `result` lies in the arena. */
bool submit_make(const struct submit_options *options, struct arena *a, struct submit_result *result, struct diag *d);

#endif
