/* An lcov trace of all runs together. */
#include "cwdk/report/report.h"

void report_lcov(const struct report *report, const char *root, struct arena *a, struct text *out)
{
    const struct report_run *sum = report_sum(report, a);
    text_put(out, "");
    for (size_t i = 0; i < sum->cover_count; i++) {
        const struct report_cover *cover = &sum->covers[i];
        size_t hit = 0;
        text_format(out, "SF:%s%s%s\n", root, *root ? "/" : "", cover->file);
        for (size_t j = 0; j < cover->count; j++)
            if (*cover->lines[j].function)
                text_format(out, "FN:%llu,%s\nFNDA:%llu,%s\n", (unsigned long long)cover->lines[j].line,
                            cover->lines[j].function, (unsigned long long)cover->lines[j].count,
                            cover->lines[j].function);
        for (size_t j = 0; j < cover->count; j++) {
            hit += cover->lines[j].count > 0;
            text_format(out, "DA:%llu,%llu\n", (unsigned long long)cover->lines[j].line,
                        (unsigned long long)cover->lines[j].count);
        }
        text_format(out, "LF:%zu\nLH:%zu\nend_of_record\n", cover->count, hit);
    }
}
