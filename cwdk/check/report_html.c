/* Findings as one page of HTML, in the frame that `cwdk report` has. */
#include "cwdk/check/check.h"
#include "cwdk/check/finding.h"
#include "cwdk/report/html.h"

#include <string.h>

static void put_where(struct text *out, const struct findings *f, struct place place)
{
    const char *name = f->files[place.file];
    html_text(out, *name == '/' ? "" : f->prefix);
    html_text(out, name);
    text_format(out, ":%u", place.line);
}

/* A sentence; what stands in backquotes is code. */
static void put_sentence(struct text *out, const char *text, struct arena *a)
{
    for (bool code = false; *text; code = !code) {
        const size_t length = strcspn(text, "`");
        text_put(out, code ? "<code>" : "");
        html_text(out, arena_substring(a, text, length));
        text_put(out, code ? "</code>" : "");
        text += length + (text[length] == '`');
    }
}

/* The way there, each step with its line of the source. */
static void put_path(struct text *out, struct findings *f, const struct finding *x, struct arena *a)
{
    enum { DEEPEST = 3 };
    if (!x->step_count)
        return;
    text_put(out, "<h4>The path that leads there</h4>\n<ol class=\"stack steps\">\n");
    for (size_t i = 0; i < x->step_count; i++) {
        const struct finding_step *s = &x->steps[i];
        size_t length = 0;
        const char *line = source_line(f, s->place.file, s->place.line, &length);
        text_format(out, "<li class=\"d%u\"><i>%zu</i><span>", s->depth < DEEPEST ? s->depth : DEEPEST, i + 1);
        put_sentence(out, s->text, a);
        text_put(out, " <span class=\"dim mono\">");
        put_where(out, f, s->place);
        text_put(out, "</span>");
        if (line) {
            text_put(out, "<code>");
            html_text(out, arena_trimmed(a, line, length));
            text_put(out, "</code>");
        }
        text_put(out, "</span></li>\n");
    }
    text_put(out, "</ol>\n");
}

static void put_finding(struct text *out, struct findings *f, const struct finding *x, size_t number, struct arena *a)
{
    text_format(out, "<details class=\"card\" id=\"finding-%zu\"%s>\n<summary><span><span class=\"code%s\">%s</span>",
                number, number == 1 ? " open" : "", x->warning ? " warn" : "", x->code);
    text_put(out, "<span class=\"claim\">");
    put_sentence(out, x->claim, a);
    text_format(out, "</span></span><span class=\"times\">%s</span><span class=\"where mono\">",
                x->warning ? "warning" : "");
    put_where(out, f, x->place);
    text_put(out, "</span></summary>\n<div class=\"body\">\n");
    html_meaning(out, x->code);
    text_put(out, "<p class=\"caption\">");
    if (*x->function) {
        text_put(out, "In <span class=\"mono\">");
        html_text(out, x->function);
        text_put(out, "</span>: ");
    }
    text_put(out, "<span class=\"said-of\">");
    put_sentence(out, x->label ? x->label : "", a);
    text_put(out, "</span></p>\n");
    size_t size;
    const char *text = source_whole(f, x->place.file, &size);
    if (text)
        html_lines(out, text, x->place.line, "hit", a);
    put_path(out, f, x, a);
    if (x->help) {
        text_put(out, "<h4>What to change</h4>\n<p class=\"help\">");
        put_sentence(out, x->help, a);
        text_put(out, "</p>\n");
    }
    text_put(out, "</div>\n</details>\n");
}

static void put_tile(struct text *out, const char *to, const char *mood, size_t number, const char *what)
{
    text_format(out, "<li><a href=\"#%s\" class=\"%s\"><b>%zu</b><span>%s</span></a></li>\n", to, mood, number, what);
}

static void put_header(struct text *out, const char *title, const struct check_result *sum)
{
    const char *silent = sum->allowed || sum->known ? "silent" : "findings";
    const char *mood = sum->errors ? "bad" : sum->warnings ? "warn" : "good";
    text_put(out, "<header>\n<p class=\"eyebrow\">cwdk check</p>\n<div class=\"title\"><h1>");
    html_text(out, title);
    text_format(out, "</h1><span class=\"pill %s\">%s</span></div>\n", mood,
                sum->errors     ? "findings"
                : sum->warnings ? "warnings"
                                : "nothing found");
    if (sum->bounded)
        text_format(out, "<p class=\"note\">%zu function%s too large to look at every path (", sum->bounded,
                    sum->bounded == 1 ? " was" : "s were");
    if (sum->bounded) {
        html_text(out, sum->bounded_first);
        text_put(out, " first).</p>\n");
    }
    text_put(out, "<ul class=\"tiles\">\n");
    put_tile(out, "findings", sum->errors ? "bad" : "good", sum->errors, sum->errors == 1 ? "finding" : "findings");
    put_tile(out, "findings", "", sum->warnings, sum->warnings == 1 ? "warning" : "warnings");
    put_tile(out, silent, "", sum->allowed, "allowed by comments");
    put_tile(out, silent, "", sum->known, "known before");
    put_tile(out, "findings", "", sum->functions, "functions looked at");
    if (sum->proven + sum->left + sum->failing) {
        put_tile(out, "findings", "", sum->proven, "checks of the safe layer proven");
        put_tile(out, "findings", "", sum->left, "of them left for run time");
    }
    text_put(out, "</ul>\n</header>\n<main>\n");
}

static void put_silent(struct text *out, const struct check_result *results, size_t count,
                       const struct check_result *sum)
{
    if (!sum->allowed && !sum->known)
        return;
    text_put(out, "<section id=\"silent\" aria-label=\"Not told\">\n<h2>Not told</h2>\n<div class=\"scroll\" "
                  "tabindex=\"0\"><table>"
                  "<thead><tr><th>Rule</th><th>Where</th><th>Claim</th><th>Why not</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; results[i].findings && k < results[i].findings->count; k++) {
            const struct finding *x = &results[i].findings->items[k];
            if (x->fate == FATE_TOLD)
                continue;
            text_format(out, "<tr><td>%s</td><td class=\"mono\">", x->code);
            put_where(out, results[i].findings, x->place);
            text_put(out, "</td><td>");
            html_text(out, x->claim);
            text_put(out, "</td><td>");
            html_text(out, x->reason);
            text_put(out, "</td></tr>\n");
        }
    text_put(out, "</tbody></table></div>\n</section>\n");
}

/* The checks of the safe layer that are left for run time. */
static void put_checks(struct text *out, const struct check_result *results, size_t count,
                       const struct check_result *sum)
{
    if (!sum->left)
        return;
    text_put(out, "<section id=\"checks\" aria-label=\"Checked at run time\">\n<h2>Checked at run time</h2>\n<ul>\n");
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < results[i].left; k++) {
            text_put(out, "<li class=\"mono\">");
            put_where(out, results[i].findings, results[i].places[k]);
            text_put(out, "</li>\n");
        }
    text_put(out, "</ul>\n</section>\n");
}

static void put_findings(struct text *out, const struct check_result *results, size_t count,
                         const struct check_result *sum, size_t drivers, struct arena *a)
{
    size_t number = 0;
    text_put(out, "<section id=\"findings\" aria-label=\"Findings\">\n<h2>Findings</h2>\n");
    if (sum->errors + sum->warnings == 0)
        text_put(out, "<p class=\"dim\">Nothing was found.</p>\n");
    if (sum->errors + sum->warnings > 1)
        text_put(out, "<div class=\"tools\"><input id=\"filter\" type=\"search\" placeholder=\"Filter findings\" "
                      "aria-label=\"Filter findings\"><button id=\"unfold\" type=\"button\">Fold / unfold all</button>"
                      "</div>\n");
    for (size_t i = 0; i < count; i++) {
        struct findings *f = results[i].findings;
        if (drivers > 1 && results[i].errors + results[i].warnings) {
            text_put(out, "<h4>");
            html_text(out, results[i].name);
            text_put(out, "</h4>\n");
        }
        for (size_t k = 0; f && k < f->count; k++)
            if (f->items[k].fate == FATE_TOLD)
                put_finding(out, f, &f->items[k], ++number, a);
    }
    text_put(out, "</section>\n");
}

void check_page(const struct check_result *results, size_t count, struct arena *a, struct text *out)
{
    struct check_result sum = {0};
    const char *title = "";
    size_t drivers = 0;
    for (size_t i = 0; i < count; i++) {
        if (!results[i].findings)
            continue;
        title = arena_format(a, "%s%s%s", title, drivers++ ? ", " : "", results[i].name);
        sum.errors += results[i].errors;
        sum.warnings += results[i].warnings;
        sum.allowed += results[i].allowed;
        sum.known += results[i].known;
        sum.functions += results[i].functions;
        sum.proven += results[i].proven;
        sum.left += results[i].left;
        sum.failing += results[i].failing;
        sum.bounded_first = sum.bounded ? sum.bounded_first : results[i].bounded_first;
        sum.bounded += results[i].bounded;
    }
    html_begin(out, arena_format(a, "%s: cwdk check", title));
    put_header(out, title, &sum);
    put_findings(out, results, count, &sum, drivers, a);
    put_checks(out, results, count, &sum);
    put_silent(out, results, count, &sum);
    text_put(out, "</main>\n<footer>Made by <code>cwdk check --html</code>.</footer>\n");
    html_end(out);
}
