/*
 * The checker: reads bitcode of a driver, analyses it as a whole, and tells what is wrong. docs/check.md says how.
 */
#ifndef CWDK_CHECK_CHECK_H
#define CWDK_CHECK_CHECK_H

#include "cwdk/check/policy.h"
#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/memory.h"
#include "cwdk/host/text.h"

#include <jansson.h>
#include <stdio.h>

enum check_format { CHECK_TEXT, CHECK_JSON, CHECK_SARIF };

/* What another engine found, to be told among the rest. `file` is relative to the root, or absolute. */
struct check_extra {
    const char *code, *file;
    unsigned line, column;
    const char *function, *claim, *label, *help;
};

struct check_options {
    const char *name;              /* of the driver */
    const char *const *files;      /* of bitcode, ended by NULL */
    const char *root;              /* names of sources are relative to it */
    const char *prefix;            /* what goes before them in reports */
    const char *cache;             /* the file that keeps what was found; NULL: none */
    const char *home;              /* the kit's data */
    const struct unsaved *unsaved; /* texts that count in place of the files */
    size_t unsaved_count;
    unsigned jobs; /* functions analysed at a time; 0: one */
    bool colour;
    const struct check_extra *extra;
    size_t extra_count;
};

struct check_result {
    const char *name;
    struct findings *findings; /* NULL: could not be analysed */
    size_t functions, lines;
    size_t analysed;                         /* of the functions: the others were known from the last time */
    size_t bounded;                          /* functions where a limit was hit */
    const char *bounded_first;               /* the first of them */
    size_t proven, left, failing;            /* checks of the safe layer: proven, left for run time, sure to fail */
    const struct place *places;              /* of those that are left for run time */
    size_t errors, warnings, allowed, known; /* findings by what becomes of them; check_triage counts */
};

/* False after reporting what kept it from analysing. What it finds lies in the arena. */
bool check_run(const struct check_options *options, struct arena *a, struct check_result *out, struct diag *d);
/* The same if it is known from the last time; false where it has to be run. */
bool check_recall(const struct check_options *options, struct arena *a, struct check_result *out);
/* Looks at the comments of the sources, the baseline and the levels of rules, for all drivers at a path together: a
 * comment in a source that several share is unused only if none of them needs it. */
void check_triage(struct check_result *results, size_t count, const struct policy *policy);
/* Adds what a baseline holds of the findings, but for those that comments allow, to `list`, an array. */
void check_collect_baseline(const struct check_result *result, json_t *list);
/* Writes the baseline file; takes the list over. Reports ENV0002. */
bool check_write_baseline(json_t *list, const char *path, struct diag *d);
void check_print(const struct check_result *result, bool colour, FILE *out);
/* One self-contained HTML page about all of them. */
void check_page(const struct check_result *results, size_t count, struct arena *a, struct text *out);
/* What goes before names of sources below the root, from now on. */
void check_set_prefix(struct check_result *result, const char *prefix);
/* What is told of all drivers: arrays of findings, in the form that the format has for one, and of the drivers with
 * their numbers. */
struct check_collection {
    enum check_format format;
    json_t *findings, *drivers;
};

struct check_collection check_collection_new(enum check_format format);
void check_collect(const struct check_result *result, struct check_collection *to);
/* Prints the document around what was collected, which it takes over. */
void check_print_collected(const struct check_collection *all, const char *version, FILE *out);

#endif
