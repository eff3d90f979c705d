/* The tests of a subject: which there are, which are wanted, and running them. */
#include "cwdk/test/test.h"
#include "cwdk/diag/codes.h"

#include <fnmatch.h>
#include <string.h>

/* Part of the name, or a pattern for the whole of it. */
static bool wanted(const char *name, const char *filter)
{
    return !filter || strstr(name, filter) || fnmatch(filter, name, 0) == 0;
}

bool test_cases_list(const struct test_kit *kit, const struct test_subject *subject, const char *filter,
                     struct arena *a, struct test_suite *out, struct diag *d)
{
    const struct test_host_options plain = {.processors = 1};
    struct arguments arguments = {.arena = a};
    struct test_run run;
    test_host_arguments(kit, subject, &plain, &arguments);
    arguments_format(&arguments, "--tests=%s", subject->library);
    arguments_add(&arguments, "--list");
    *out = (struct test_suite){.name = subject->name};
    if (!test_host_run(&arguments, a, &run, d))
        return false;
    const struct test_event *error = test_event_find(&run, "error");
    if (error || run.status != 0)
        return diag_error(d, CODE_TST1001, diag_in_file(subject->folder), "the tests of %s cannot be loaded: %s",
                          subject->name, error ? error->fields[0] : run.output);
    out->cases = arena_array(a, run.count + 1, sizeof *out->cases);
    for (size_t i = 0; i < run.count; i++) {
        const struct test_event *event = &run.events[i];
        struct test_case *last = out->count ? &out->cases[out->count - 1] : NULL;
        if (strcmp(event->type, "test") == 0 && wanted(event->fields[0], filter))
            out->cases[out->count++] = (struct test_case){.name = event->fields[0],
                                                          .before = last,
                                                          .file = event->fields[1],
                                                          .line = (unsigned)test_event_number(event, 2),
                                                          .bug_check = (uint32_t)test_event_address(event, 3)};
    }
    return true;
}

void test_cases_number(struct test_suite *suites, size_t count)
{
    uint64_t number = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < suites[i].count; j++)
            suites[i].cases[j].number = number++;
}

void test_cases_shard(struct test_suite *suite, struct shard shard)
{
    size_t kept = 0;
    for (size_t i = 0; i < suite->count; i++) {
        if (!shard_owns(suite->cases[i].number, shard))
            continue;
        suite->cases[kept] = suite->cases[i];
        suite->cases[kept].before = kept ? &suite->cases[kept - 1] : NULL;
        kept++;
    }
    suite->count = kept;
}

bool test_case_run(const struct test_kit *kit, const struct test_subject *subject,
                   const struct test_host_options *options, struct test_case *test, struct arena *a, struct diag *d)
{
    struct arguments arguments = {.arena = a};
    test_host_arguments(kit, subject, options, &arguments);
    arguments_format(&arguments, "--tests=%s", subject->library);
    arguments_format(&arguments, "--test=%s", test->name);
    if (!test_host_run(&arguments, a, &test->run, d))
        return false;
    test_branches(kit, options->mode, test, a);
    return true;
}
