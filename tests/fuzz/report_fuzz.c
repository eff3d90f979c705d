/* Any bytes as a report; what is taken for one can be shown, and is the same once it was written and read again. */
#include "cwdk/report/report.h"

#include <stdlib.h>
#include <string.h>

/* Reads and orders as `cwdk report` does; false where it refuses, which it says. */
static bool take(const char *text, size_t size, struct arena *a, struct report *out)
{
    struct diag d = {0};
    struct report one;
    *out = (struct report){0};
    const bool fine = report_read("x.json", text, size, a, &one, &d) && report_merge(out, &one, "x.json", a, &d);
    if (fine == (d.errors != 0))
        abort();
    if (fine) {
        report_order(out, a);
        report_missing(out, a, &d);
    }
    diag_free(&d);
    return fine;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct report report, again;
    struct text first = {0}, second = {0}, view = {0};
    if (take((const char *)data, size, &a, &report)) {
        report_write(&report, &first);
        if (!take(first.data, first.size, &a, &again))
            abort();
        report_write(&again, &second);
        if (first.size != second.size || memcmp(first.data, second.data, first.size) != 0)
            abort();
        report_page(&report, &a, &view);
        report_lcov(&report, "", &a, &view);
        report_junit(&report, &a, &view);
        report_summary(&report, &a, &view);
    }
    text_free(&first);
    text_free(&second);
    text_free(&view);
    arena_free(&a);
    return 0;
}
