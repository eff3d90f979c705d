/*
 * Findings: what is wrong, where, and how a path leads there.
 */
#ifndef CWDK_CHECK_FINDING_H
#define CWDK_CHECK_FINDING_H

#include "cwdk/check/state.h"
#include "cwdk/host/text.h"

#include <jansson.h>
#include <stdio.h>

struct finding_step {
    struct place place;
    const char *text;
    unsigned depth; /* of the call that it is in */
};

/* What becomes of it: told, or silent for a reason. */
enum finding_fate { FATE_TOLD, FATE_ALLOWED, FATE_KNOWN };

struct finding {
    const char *code; /* of codes.h */
    struct place place;
    const char *claim, *label, *help; /* one sentence; what stands under the line; what to change */
    const char *function;
    enum finding_fate fate;
    bool warning;       /* told, but no failure */
    const char *reason; /* FATE_ALLOWED: the comment's */
    struct finding_step *steps;
    size_t step_count;
    const struct step *path; /* that leads there, while the analysis runs */
    uint64_t line_print;     /* of what is claimed, where, of which line's text */
    uint64_t fingerprint;    /* the same when lines move, and no other's of this driver; made by findings_sort */
};

struct findings {
    struct arena *arena;
    struct program *p; /* while the analysis runs */
    bool collecting;   /* they are told later: no words for the steps yet, no prints */
    struct finding unwanted;
    const char **files; /* names of sources, as the driver's tables have them; [0] is "" */
    uint32_t file_count;
    const char *prefix; /* what goes before them in reports */
    const char *home;   /* sources below it are the kit's */
    struct finding *items;
    size_t count, capacity;
    struct sources *sources;       /* texts, by file; made when the first is asked for */
    const char *root;              /* names of sources are relative to it */
    const struct unsaved *unsaved; /* texts that count in place of the files */
    size_t unsaved_count;
};

struct run;

/* Adds one, unless the same was found at that place. `before` are the steps that lead there. */
struct finding *finding_add(struct findings *f, const char *code, struct place place, const struct function *function,
                            const struct step *before, const char *claim);
/* Adds one that was collected. */
void finding_take(struct findings *f, const struct finding *x);
/* Adds one without a look at the others; its strings are not copied. */
struct finding *finding_new(struct findings *f, const char *code, struct place place, const char *function,
                            const char *claim);
/* The number of a source, which gets one where it has none; the name is not copied. */
uint32_t findings_file(struct findings *f, const char *name);
void finding_label(struct findings *f, struct finding *finding, const char *label, const char *help);
/* extra.c: adds what other engines found. */
struct check_extra;
void findings_add_extra(struct findings *f, const struct check_extra *extra, size_t count);
/* Sorts them by place, and tells equal ones of one function apart. */
void findings_sort(struct findings *f);

/* source.c. Makes the table of texts, which those that share it share from then on. */
void sources_begin(struct findings *f);
/* The whole text, or NULL where it cannot be read. It ends with a NUL. */
const char *source_whole(struct findings *f, uint32_t file, size_t *size);
/* A line of a source, without its end; NULL where it cannot be read. `number` counts from 1. */
const char *source_line(struct findings *f, uint32_t file, uint32_t number, size_t *length);
/* The text of a condition or call that begins there, cut at `room`. */
const char *source_text(struct findings *f, struct place place, struct arena *a);

/* One of them as a baseline keeps it. */
json_t *finding_baseline(struct findings *f, const struct finding *x);

/* The columns, in bytes from 1, that it is about: the first, and the one after the last. */
uint32_t finding_start(struct findings *f, const struct finding *x);
uint32_t finding_end(struct findings *f, const struct finding *x);

/* Reports. */
void findings_text(struct findings *f, FILE *out, bool colour);
/* An array of them. */
json_t *findings_json(struct findings *f);
json_t *finding_place(struct findings *f, struct place place);
/* The results of a SARIF run, and the document around those of all drivers and what is told of these besides; it takes
 * both over. */
json_t *findings_sarif_results(struct findings *f);
json_t *findings_sarif(json_t *results, json_t *drivers, const char *version);

#endif
