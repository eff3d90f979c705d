/* Coverage on the page: a tree of files, each with its source. */
#include "cwdk/report/html.h"

#include <string.h>

struct share {
    uint64_t lines, hit;
};

static struct share share_of(const struct report_cover *covers, size_t count)
{
    struct share share = {0};
    for (size_t i = 0; i < count; i++) {
        share.lines += covers[i].count;
        for (size_t j = 0; j < covers[i].count; j++)
            share.hit += covers[i].lines[j].count > 0;
    }
    return share;
}

static void put_share(struct text *out, const char *name, struct share share)
{
    const double percent = share.lines ? 100 * (double)share.hit / (double)share.lines : 0;
    text_put(out, "<summary><span>");
    html_text(out, name);
    text_format(out,
                "</span><svg class=\"bar%s\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                "<rect width=\"%.1f\" height=\"8\"/></svg><span class=\"n\" title=\"%llu of %llu lines\">%.1f%%"
                "</span></summary>\n",
                percent < 50   ? " low"
                : percent < 80 ? " middle"
                               : "",
                percent, (unsigned long long)share.hit, (unsigned long long)share.lines, percent);
}

static void put_source(struct text *out, const struct report *report, const struct report_cover *cover, struct arena *a)
{
    const struct report_source *source = report_source(report, cover->file);
    if (!source) {
        text_put(out, "<p class=\"dim\">The source is not in the report.</p>\n");
        return;
    }
    const char *line = source->text;
    size_t at = 0;
    text_put(out, "<pre class=\"source\" tabindex=\"0\"><code>");
    for (uint64_t number = 1; line && *line; number++) {
        while (at < cover->count && cover->lines[at].line < number)
            at++;
        const struct report_line *known =
            at < cover->count && cover->lines[at].line == number ? &cover->lines[at] : NULL;
        text_format(out, "<span%s><i>%llu</i><u>",
                    !known         ? ""
                    : known->count ? " class=\"y\""
                                   : " class=\"x\"",
                    (unsigned long long)number);
        if (known)
            text_format(out, "%llu", (unsigned long long)known->count);
        text_put(out, "</u>");
        html_text(out, arena_substring(a, line, strcspn(line, "\r\n")));
        text_put(out, "\n</span>");
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    text_put(out, "</code></pre>\n");
}

/* Files in a folder stand together, since they are sorted: the part of a path behind `prefix` tells. */
static void put_folder(struct text *out, const struct report *report, const struct report_cover *covers, size_t count,
                       size_t prefix, unsigned depth, struct arena *a)
{
    enum { DEEPEST = 32 };
    text_put(out, "<ul class=\"tree\">\n");
    for (size_t i = 0, end; i < count; i = end) {
        const char *name = covers[i].file + prefix, *slash = strchr(name, '/');
        end = i + 1;
        text_put(out, "<li><details");
        if (slash && slash > name && depth < DEEPEST) {
            const size_t length = (size_t)(slash + 1 - name);
            while (end < count && strncmp(covers[end].file + prefix, name, length) == 0)
                end++;
            text_put(out, " open>");
            put_share(out, arena_substring(a, name, length), share_of(&covers[i], end - i));
            put_folder(out, report, &covers[i], end - i, prefix + length, depth + 1, a);
        } else {
            text_format(out, "%s>", count == 1 && !depth ? " open" : "");
            put_share(out, name, share_of(&covers[i], 1));
            put_source(out, report, &covers[i], a);
        }
        text_put(out, "</details></li>\n");
    }
    text_put(out, "</ul>\n");
}

void page_coverage(struct text *out, const struct report *report, const struct report_run *sum, struct arena *a)
{
    const struct share share = share_of(sum->covers, sum->cover_count);
    if (!share.lines)
        return;
    text_put(out, "<section id=\"coverage\" aria-label=\"Coverage\">\n<h2>Coverage</h2>\n");
    text_format(out,
                "<p class=\"dim\">%llu of %llu lines were run. Beside each line stands how often; red ones were "
                "not.</p>\n",
                (unsigned long long)share.hit, (unsigned long long)share.lines);
    put_folder(out, report, sum->covers, sum->cover_count, 0, 0, a);
    text_put(out, "</section>\n");
}
