/*
 * What runs of `cwdk test` have found, as a document that can be kept, merged with others and shown: the parts of a
 * sharded run give the same document together as the whole run gives alone.
 *
 * Everything lies in the arena of whoever made it; strings are never NULL, "" is none, and all of them are UTF-8. Times
 * are virtual, in units of 100 ns; there is no real time in a report, nor a path of the machine: paths are relative to
 * the folder that has target/, with slashes.
 */
#ifndef CWDK_REPORT_REPORT_H
#define CWDK_REPORT_REPORT_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/host/text.h"

#include <stdint.h>

/* `file` is "" where it is not known. */
struct report_place {
    const char *file;
    uint64_t line;
};

struct report_frame {
    const char *image, *symbol; /* `image` is "" for the test's own code */
    uint64_t offset;            /* in the image */
    struct report_place place;
};

struct report_stack {
    const char *title; /* "" for where it happened */
    struct report_frame *frames;
    size_t count;
};

/* A decision of a schedule: `from` is left, `to` goes on. */
struct report_switch {
    uint64_t from, to, irql;
    bool thread;       /* instead, `from` takes number `to` of the threads that are ready */
    const char *point; /* what it was about to do */
    const char *symbol;
    struct report_place place;
};

/* processor `to` of a switch: another thread of its own goes on there */
enum { REPORT_ANOTHER_THREAD = 64 };

/* A moment of the picture: a phase of Chrome's trace format (B, E, i, C, b, e), or '!' for the finding itself and
 * '?' for what was made to go wrong. */
struct report_moment {
    char phase;
    const char *lane, *id, *name;
    uint64_t time;
};

/* Where a finding was met. */
struct report_met {
    const char *suite, *test;
    uint64_t test_number; /* of all tests of the run */
    uint64_t number;      /* of the fault, storm or schedule; 0: of none */
    const char *cause;    /* what was made to go wrong there, "" */
    const char *replay;   /* the command of cwdk that shows it alone */
};

enum report_kind { REPORT_FINDING, REPORT_STOP, REPORT_HANG, REPORT_LOOP, REPORT_CHECK, REPORT_CRASH, REPORT_ERROR };
enum { REPORT_KINDS = REPORT_ERROR + 1 };

/* All but `met` is of where it was met first. */
struct report_finding {
    enum report_kind kind;
    const char *code;   /* of `cwdk explain`, or "" */
    const char *claim;  /* in a sentence */
    const char *key;    /* the same for what was found at the same stack */
    const char **notes; /* further lines */
    struct report_place place;
    struct report_stack *stacks;
    struct report_switch *switches;
    struct report_moment *moments;
    struct report_met *met; /* ascending by test and number */
    uint64_t irql;
    size_t note_count, stack_count, switch_count, moment_count, met_count;
};

enum { REPORT_DEPTHS = 2, REPORT_LEAST_DEPTH = 2 };

/* Of one test: how its schedules were explored. `result` is "" where they were not. */
struct report_schedules {
    const char *result; /* "failed", "priorities", "all", "cut" */
    uint64_t runs, choices, bound, processors;
    uint64_t drawn[REPORT_DEPTHS]; /* of them, for mistakes that take 2 orderings, 3, ... */
};

struct report_test {
    const char *suite, *name;
    uint64_t number; /* of all tests of the run, from 0 */
    struct report_place place;
    bool passed; /* but for faults and storms */
    const char *reason;
    uint64_t time;
    uint64_t branches, bad, all; /* faults or storms that were run, that ended badly, that there are */
    struct report_schedules schedules;
};

/* Where faults or storms were. */
struct report_site {
    const char *what, *symbol;
    struct report_place place;
    uint64_t offset, count, bad;
};

struct report_line {
    uint64_t line, count;
    const char *function; /* that begins there, or "" */
};

struct report_cover {
    const char *file;
    struct report_line *lines; /* ascending */
    size_t count;
};

struct report_run {
    const char *command; /* of cwdk, with the options that make the run what it is: the seed, but not the shard */
    const char *mode;    /* "tests", "faults", "storms", "schedules", "executions" */
    const char **drivers;
    size_t driver_count;
    uint64_t shards; /* that there are, 0: it was not split */
    uint64_t *have;  /* of them, ascending */
    size_t have_count;
    struct report_test *tests;
    struct report_finding *findings;
    struct report_site *sites;
    struct report_cover *covers;
    size_t test_count, finding_count, site_count, cover_count;
};

struct report_source {
    const char *file, *text;
};

struct report {
    struct report_run *runs;
    struct report_source *sources;
    size_t run_count, source_count;
};

/* --- files --- */

/* write.c: the document as JSON, the same bytes for the same report. */
void report_write(const struct report *report, struct text *out);
/* read.c: `name` is the file's, for messages. False after reporting what is wrong, and where. */
bool report_read(const char *name, const char *text, size_t size, struct arena *a, struct report *out, struct diag *d);

/* --- merging --- */

/* merge.c: takes the parts of `more` into `into`, of which they become part. False after reporting that they do not
 * fit: the same shard twice, or of other sources. */
bool report_merge(struct report *into, const struct report *more, const char *name, struct arena *a, struct diag *d);
/* Puts everything into its order, and what was found at the same stack together. */
void report_order(struct report *report, struct arena *a);
/* Reports each run of which shards are not there; how many those are. */
size_t report_missing(const struct report *report, struct arena *a, struct diag *d);
/* All runs as one: findings that are the same, and coverage, are put together. */
struct report_run *report_sum(const struct report *report, struct arena *a);
/* A number of runs, faults or schedules that failed, for the exit status. */
size_t report_failures(const struct report *report);

/* key of a finding whose other fields are set */
const char *report_key(const struct report_finding *finding, struct arena *a);
/* Whether it is code of the simulated system, or of nobody knows whom: no line of the driver or the test. */
bool report_is_system(const struct report_frame *frame);
/* The source of that file, or NULL. */
const struct report_source *report_source(const struct report *report, const char *file);

/* --- views --- */

/* page.c: one HTML page that needs nothing beside it. */
void report_page(const struct report *report, struct arena *a, struct text *out);
/* lcov.c: an lcov trace; `root` precedes paths, unless it is "". */
void report_lcov(const struct report *report, const char *root, struct arena *a, struct text *out);
/* junit.c: JUnit XML. False where memory ends. */
void report_junit(const struct report *report, struct arena *a, struct text *out);
/* A few lines for a terminal. */
void report_summary(const struct report *report, struct arena *a, struct text *out);

#endif
