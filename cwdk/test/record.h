/* What a run of tests has found, as a document for `cwdk report` (cwdk/report/report.h). */
#ifndef CWDK_TEST_RECORD_H
#define CWDK_TEST_RECORD_H

#include "cwdk/report/report.h"
#include "cwdk/test/test.h"

struct record_options {
    const char *command; /* of the whole run, as report_run has it */
    const char *mode;    /* the same */
    const char *replay;  /* those of them that show one finding again, together with its own */
};

/* Runs each test that has failed once more, with a trace, for the picture of what happened. */
bool test_record(const struct test_kit *kit, const struct test_subject *subjects, const struct test_suite *suites,
                 size_t count, const struct test_host_options *host, const struct record_options *options,
                 struct arena *a, struct report *out, struct diag *d);

/* What fuzzing has found: the run that ends badly, the command that shows it again, and what leads to it, a line each.
 */
struct record_found {
    struct test_case run;
    const char *replay, *text;
};

/* A run of `executions` out of `all`, without tests of its own. */
void record_fuzzing(const struct test_kit *kit, const struct test_subject *subject, const struct record_found *found,
                    size_t count, const char *command, struct shard shard, uint64_t executions, uint64_t all,
                    struct arena *a, struct report *out);

/* --- parts, for its files --- */

struct recorder {
    const struct test_kit *kit;
    const char *root; /* absolute */
    const struct test_host_options *host;
    const struct record_options *options;
    struct arena *a;
    struct report *report;
    size_t finding_room, source_room;
};

/* record_text.c: valid UTF-8; a place relative to the root, with slashes. */
const char *record_utf8(const char *text, struct arena *a);
struct report_place record_place(const struct recorder *r, const char *place);
const char *record_file(const struct recorder *r, const char *file);
/* The text of a source below the root becomes part of the report, once. */
void record_source(struct recorder *r, const char *file);

/* record_findings.c: the findings of a run of that test, which is its own (`branch` NULL) or a branch's. */
void record_findings(struct recorder *r, const struct test_case *test, const char *suite, uint64_t number,
                     const struct test_branch *branch);

/* A further line for a finding. */
void record_note(struct recorder *r, struct report_finding *finding, const char *note);

/* record_picture.c: the moments before and after a finding, of events with traces. */
bool record_picture(struct recorder *r, const struct test_subject *subject, const struct test_case *test,
                    struct report_finding *finding, struct diag *d);

#endif
