/*
 * Running drivers in the simulator: the driver is built, its tests are compiled for this machine, and each of them runs
 * in a process of its own (ntsim-host), which tells what happens in events. This engine reads those, gives them names
 * and lines, and judges.
 *
 * Everything lies in the arena of the caller. Errors of usage and of the machine are reported to `struct diag`; what
 * the tests find is their result.
 */
#ifndef CWDK_TEST_TEST_H
#define CWDK_TEST_TEST_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/text.h"
#include "cwdk/build/build.h"
#include "cwdk/project/project.h"
#include "cwdk/report/report.h"
#include "ntsim/run/shard.h"

#include <stdint.h>
#include <stdio.h>

/* A driver that was built, and what a run of it needs. Paths are absolute but where noted. */
struct test_subject {
    const char *name;    /* of the project */
    const char *folder;  /* of the project */
    const char *root;    /* of the build: the folder that has target/ */
    const char *work;    /* target/amd64/PROFILE/tests/NAME, ours */
    const char *objects; /* where its objects are: target/amd64/PROFILE/obj/NAME, as the Ninja file has it */
    const char *image;   /* the .sys in `work`, with its .pdb beside it */
    const char *record;  /* the description that ntsim-host reads; see ntsim/run/description.h */
    const char *library; /* the compiled tests */
    const char **sources, **includes;
};

struct test_kit {
    const char *home;   /* the kit's data folder */
    const char *host;   /* the program ntsim-host */
    const char *system; /* the folder of the system's images */
};

/* subject.c: the kit's parts of the simulator; false after reporting what is missing. */
bool test_kit_find(struct arena *a, struct test_kit *kit, struct diag *d);
/* Builds drivers for amd64: `build` names path, profile, Visual Studio configuration and instrumentation,
 * and describes each. `with_tests`: only those that have tests, and at least one. `status` is set where the build
 * itself says how to end. */
bool test_subjects(const struct build_options *build, const struct test_kit *kit, bool with_tests, struct arena *a,
                   struct test_subject **out, size_t *count, enum cwdk_status *status, struct diag *d);
/* A .sys file alone, without an INF. */
bool test_subject_of_file(const char *file, const char *work, struct arena *a, struct test_subject *out,
                          struct diag *d);

/* describe.c: the description of a driver, from its INF. `services` are the drivers of the whole build. */
struct test_service {
    const char *project, *image, *inf; /* of the package */
    const char *loaded;                /* the image that is loaded, in its work folder */
};
bool test_describe(const struct test_service *services, size_t count, size_t subject, struct arena *a, struct text *out,
                   struct diag *d);

/* compile.c: compiles the tests of a subject. False after reporting TST1001; `output` gets what the compiler says. */
bool test_compile(const struct test_kit *kit, const struct test_subject *subject, FILE *output, bool colour,
                  struct arena *a, struct diag *d);

/* --- host.c: a run of ntsim-host --- */

enum { TEST_EVENT_FIELDS = 8 };

struct test_event {
    const char *type;
    const char *fields[TEST_EVENT_FIELDS]; /* "" where the event has fewer */
};

struct test_run {
    struct test_event *events;
    size_t count, capacity;
    const char *output;  /* what the process printed */
    double milliseconds; /* of real time */
    int status;          /* exit status, or 128 + signal */
    bool stuck;          /* it had to be killed */
};

/* What goes wrong in copies of each run (docs/verifier.md): nothing; calls that may fail; what happens to devices. */
enum test_mode { TEST_PLAIN, TEST_FAULTS, TEST_STORM };

struct test_host_options {
    uint64_t seed;
    enum test_mode mode;
    uint64_t branch;    /* the only one of these copies to make; 0: all */
    struct shard shard; /* of these copies, or of the schedules */
    unsigned processors, seconds;
    const char *schedule; /* as ntsim/run/schedule.c reads it; NULL: the cooperative one */
    bool trace;
    bool coverage;   /* count the blocks of the instrumented driver */
    bool unverified; /* the verifier does not watch the driver */
};

/* Appends the options of ntsim-host to its arguments. */
void test_host_arguments(const struct test_kit *kit, const struct test_subject *subject,
                         const struct test_host_options *options, struct arguments *out);
bool test_host_run(const struct arguments *arguments, struct arena *a, struct test_run *out, struct diag *d);
/* The same for a session: `input` is its standard input, its other output goes where ours goes, and `each` sees every
 * event as it comes; those for which it returns true are kept in `out`. */
bool test_host_session(const struct arguments *arguments, int input, bool (*each)(void *, const struct test_event *),
                       void *context, struct arena *a, struct test_run *out, struct diag *d);
/* One event out of its line, which is changed. */
void test_event_parse(char *line, struct test_event *out);
uint64_t test_event_number(const struct test_event *event, unsigned field);
uint64_t test_event_address(const struct test_event *event, unsigned field); /* hexadecimal */
const struct test_event *test_event_find(const struct test_run *run, const char *type);

/* debug.c: becomes gdb on one test, stopped at DriverEntry; returns only after reporting why that cannot be. */
bool test_debug(const struct test_kit *kit, const struct test_subject *subject, const struct test_host_options *options,
                const char *test, struct arena *a, struct diag *d);

/* --- what a run says to a person --- */

/* A copy of a run in which one thing goes wrong. */
struct test_branch {
    uint64_t number, ordinal; /* of all of the test's, and of those at the same place; from 1 */
    const char *what, *how;
    struct test_run run;                 /* the first event is "branch"; the frames after it are where it goes wrong */
    const char *reason;                  /* why it ended badly; NULL: it did not */
    const char *code, *place, *likeness; /* where it did */
    uint64_t like;                       /* the number of one before it that ended the same way; 0: none did */
    const char *like_test;               /* that one is of this test before; NULL: of the same */
};

struct test_case {
    const char *name, *file;
    unsigned line;
    uint32_t bug_check; /* the one that is expected, or 0 */
    bool passed;
    bool run_passed;    /* but for the branches */
    bool is_branch;     /* what the test expects does not count */
    const char *reason; /* one line, where it failed */
    struct test_run run;
    struct test_case *before; /* the test before it in the suite; NULL: it is the first */
    struct test_branch *branches;
    size_t branch_count, bad_branches;
    size_t skipped;  /* branches of other shards */
    uint64_t number; /* of all tests that the filter takes, from 0 */
};

struct test_suite {
    const char *name;
    struct test_case *cases;
    size_t count;
    double milliseconds;
};

/* cases.c: the tests whose names the filter (part of one, a pattern, or NULL) takes; then one of them, run and judged.
 */
bool test_cases_list(const struct test_kit *kit, const struct test_subject *subject, const char *filter,
                     struct arena *a, struct test_suite *out, struct diag *d);
/* Numbers the tests of all suites; then keeps those of a part of all. */
void test_cases_number(struct test_suite *suites, size_t count);
void test_cases_shard(struct test_suite *suite, struct shard shard);
bool test_case_run(const struct test_kit *kit, const struct test_subject *subject,
                   const struct test_host_options *options, struct test_case *test, struct arena *a, struct diag *d);

/* judge.c: sets `passed` and `reason`. */
void test_judge(const struct test_kit *kit, struct test_case *test, struct arena *a);
/* branches.c: takes the branches out of the run, and judges them and the run. */
void test_branches(const struct test_kit *kit, enum test_mode mode, struct test_case *test, struct arena *a);
/* Those that ended badly, one of each kind in full. */
void test_branches_report(const struct test_kit *kit, enum test_mode mode, const struct test_case *test,
                          struct arena *a, struct text *out);
/* "fault", "storms" */
const char *test_mode_noun(enum test_mode mode, bool many);
/* Places where something went wrong, of many tests; all zero at first. */
struct test_sites {
    const char **names, **offsets;
    size_t count, capacity, branches, bad;
};
void test_sites_add(struct test_sites *sites, const struct test_case *test, struct arena *a);

/* report.c: all that is known of a failure, each line indented. */
void test_report(const struct test_kit *kit, const struct test_case *test, struct arena *a, struct text *out);
/* The debug output of the driver, each line with its virtual time. */
void test_report_output(const struct test_run *run, struct text *out);

/* names.c: "STATUS_PENDING (0x00000103)", "DRIVER_IRQL_NOT_LESS_OR_EQUAL", from the kit's headers; NULL where no header
 * has that value. test_status_text replaces each "status:xxxxxxxx" in a text. */
const char *test_bug_check_name(const struct test_kit *kit, uint32_t code, struct arena *a);
const char *test_status_name(const struct test_kit *kit, uint32_t status, struct arena *a);
const char *test_status_text(const struct test_kit *kit, const char *text, struct arena *a);

/* bug_checks.c: what a stop code means, in a sentence; NULL where it is not known. `parameter` counts from 0. */
const char *test_bug_check_meaning(uint32_t code);
const char *test_bug_check_parameter(uint32_t code, unsigned parameter);

/* symbols.c: the places of frames, one line each, for consecutive "frame" events. */
struct test_frame {
    const char *image; /* file name */
    const char *path;
    uint64_t offset;
    const char *symbol, *place; /* "" where not known; `place` is FILE:LINE */
    bool exact;                 /* it is no return address */
};
void test_symbolize(struct test_frame *frames, size_t count, struct arena *a);
/* report.c: the frames of the consecutive events from `first` on, with their places. */
size_t test_frames(const struct test_run *run, size_t first, bool exact, struct arena *a, struct test_frame **frames);
/* A line for a frame, indented. */
void test_frame_put(struct text *out, size_t number, const struct test_frame *frame);

/* --- documents --- */

/* findings.c: what the verifier says. */

/* The first finding, or the one after `last`; NULL: no more. */
const struct test_event *test_finding_next(const struct test_run *run, const struct test_event *last);
/* All of them with their stacks, each line indented. */
void test_findings_report(const struct test_run *run, struct arena *a, struct text *out);
/* Where in the driver's source the mistake was made, FILE:LINE; "" where that is not known. */
const char *test_finding_place(const struct test_run *run, const struct test_event *finding, struct arena *a);
/* The same of the frames after any event; not `exact`: but for the first they are return addresses. */
const char *test_place_after(const struct test_run *run, const struct test_event *event, bool exact, struct arena *a);

/* schedules.c: what exploring schedules has found, each line indented; nothing where none were explored. `options` are
 * those that a replay needs besides, such as " --sanitize". */
void test_schedules_report(const struct test_run *run, uint64_t seed, const char *options, struct arena *a,
                           struct text *out);

/* What a processor that is left was about to do; `called` is the function where it was about to call one. */
const char *test_point_text(uint64_t point, const char *called, struct arena *a);

/* junit.c: the format of JUnit that Jenkins, GitLab and others read. */
bool test_junit_write(const struct test_kit *kit, const char *path, const struct test_suite *suites, size_t count,
                      enum test_mode mode, uint64_t seed, struct arena *a, struct diag *d);
/* coverage.c: the lines that runs have counted, of sources of the project; in the arena. */
bool test_coverage(const struct test_suite *suites, size_t count, struct arena *a, struct report_cover **out,
                   size_t *out_count, struct diag *d);
/* trace.c: Chrome's trace event format (JSON), a process for each test. */
bool test_trace_write(const char *path, const struct test_suite *suites, size_t count, struct diag *d);

#endif
