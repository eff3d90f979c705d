/*
 * The checker: reads bitcode of a driver, analyses it as a whole, and tells what is wrong. docs/check.md says how.
 */
#ifndef CWDK_CHECK_CHECK_H
#define CWDK_CHECK_CHECK_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdio.h>

enum check_format { CHECK_TEXT, CHECK_JSON, CHECK_SARIF };

struct check_options {
    const char *const *files; /* of bitcode, ended by NULL */
    const char *root;         /* names of sources are relative to it */
    const char *prefix;       /* what goes before them in reports */
    const char *home;         /* the kit's data */
    bool colour;
};

struct check_result {
    struct findings *findings;
    size_t functions, lines;
    size_t bounded;            /* functions where a limit was hit */
    const char *bounded_first; /* the first of them */
};

/* False after reporting what kept it from analysing. What it finds lies in the arena. */
bool check_run(const struct check_options *options, struct arena *a, struct check_result *out, struct diag *d);
size_t check_count(const struct check_result *result);
void check_print(const struct check_result *result, enum check_format format, bool colour, FILE *out);
void check_free(struct check_result *result);

#endif
