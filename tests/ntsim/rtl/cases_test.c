/* Runs the cases of fixture images, each in a machine of its own. */
#include "tests/ntsim/child/child.h"
#include "tests/ntsim/rtl/fixtures/cases.h"

// clang-format off
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>

enum { MOST_CASES = 256 };

static char path[4096];
static unsigned which;

static const struct rtl_case *load(void)
{
    const char *error = "it exports no cases";
    const struct machine_image *const image = image_load(path, &error);
    const struct rtl_case *cases = image ? image_find(image->name, "cases") : NULL;
    if (!cases)
        child_fail(path, 0, error, 0);
    return cases;
}

static void count_body(void)
{
    const struct rtl_case *cases = load();
    while (cases[child_report->number].name)
        child_report->number++;
}

static void case_body(void)
{
    const struct rtl_case *this = load() + which;
    snprintf(child_report->printed, sizeof(child_report->printed), "%s\n", this->name);
    if (this->bug_check)
        child_report->number = (uint64_t)this->bug_check << 32 | this->status;
    const int line = this->run();
    if (line != 0)
        child_fail(this->name, line, "not as documented", 0);
}

static bool is_wanted(uint32_t wanted, uint32_t code)
{
    return wanted == RTL_UNHANDLED ? code == 0x1E || code == 0x3B || code == 0x7E : code == wanted;
}

static void run_case(void **state)
{
    struct child_outcome outcome;
    which = *(const unsigned *)*state;
    child_run(NULL, case_body, &outcome);
    const bool stops = outcome.number != 0;
    if (outcome.end != (stops ? CHILD_BUG_CHECK : CHILD_RETURNED) ||
        (stops && (!is_wanted((uint32_t)(outcome.number >> 32), outcome.code) ||
                   ((uint32_t)outcome.number != 0 && outcome.parameters[0] != (uint32_t)outcome.number))))
        fail_msg("end %d, code %x (%lx %lx): %s\n%s", outcome.end, outcome.code, outcome.parameters[0],
                 outcome.parameters[1], outcome.text, outcome.printed);
}

static void name_body(void)
{
    snprintf(child_report->text, sizeof(child_report->text), "%s", load()[which].name);
}

int main(int count, char **arguments)
{
    static struct CMUnitTest tests[MOST_CASES];
    static unsigned numbers[MOST_CASES];
    static char names[MOST_CASES][128];
    unsigned total = 0;
    for (int i = 1; i < count; i++) {
        struct child_outcome outcome;
        snprintf(path, sizeof(path), "%s/tests/fixtures/%s", getenv("CWDK_BUILD"), arguments[i]);
        child_run(NULL, count_body, &outcome);
        for (unsigned n = 0; n < outcome.number && total < MOST_CASES; n++, total++) {
            struct child_outcome named;
            which = n;
            child_run(NULL, name_body, &named);
            numbers[total] = n;
            snprintf(names[total], sizeof(names[total]), "%s", named.text);
            tests[total] =
                (struct CMUnitTest){.name = names[total], .test_func = run_case, .initial_state = &numbers[total]};
        }
        if (outcome.number == 0)
            fprintf(stderr, "%s\n", outcome.text);
    }
    return total == 0 ? 1 : _cmocka_run_group_tests(path, tests, total, NULL, NULL);
}
