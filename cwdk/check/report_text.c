/* Findings as a person at a terminal reads them. */
#include "cwdk/check/finding.h"
#include "cwdk/diag/codes.h"

#include <string.h>

struct style {
    const char *strong, *red, *yellow, *blue, *plain;
};

static const struct style in_colour = {"\033[1m", "\033[1;31m", "\033[1;33m", "\033[1;34m", "\033[0m"},
                          without = {"", "", "", "", ""};

static const char *file_name(const struct findings *f, uint32_t file)
{
    return f->files[file];
}

static const char *prefix(const struct findings *f, uint32_t file)
{
    return *f->files[file] == '/' ? "" : f->prefix;
}

static int digits(uint32_t number)
{
    int n = 1;
    for (; number >= 10; number /= 10)
        n++;
    return n;
}

static void put_source(struct findings *f, const struct finding *x, FILE *out, const struct style *c)
{
    size_t length;
    const char *line = source_line(f, x->place.file, x->place.line, &length);
    const int width = digits(x->place.line);
    fprintf(out, "%*s%s-->%s %s%s:%u:%u\n", width, "", c->blue, c->plain, prefix(f, x->place.file),
            file_name(f, x->place.file), x->place.line, x->place.column);
    if (!line)
        return;
    fprintf(out, "%*s %s|%s\n", width, "", c->blue, c->plain);
    fprintf(out, "%s%u |%s %.*s\n", c->blue, x->place.line, c->plain, (int)length, line);
    const size_t at = finding_start(f, x) - 1;
    fprintf(out, "%*s %s|%s ", width, "", c->blue, c->plain);
    for (size_t i = 0; i < at; i++)
        fputc(line[i] == '\t' ? '\t' : ' ', out);
    fputs(x->warning ? c->yellow : c->red, out);
    for (size_t i = finding_end(f, x) - 1 - at; i; i--)
        fputc('^', out);
    fprintf(out, " %s%s\n", x->label ? x->label : "", c->plain);
}

static void put_steps(struct findings *f, const struct finding *x, FILE *out, const struct style *c)
{
    const int width = digits(x->place.line);
    if (!x->step_count)
        return;
    fprintf(out, "%*s %s=%s path:\n", width, "", c->blue, c->plain);
    for (size_t i = 0; i < x->step_count; i++) {
        const struct finding_step *s = &x->steps[i];
        fprintf(out, "%*s   %*s%zu. %s%s:%u: %s\n", width, "", (int)s->depth * 2, "", i + 1, prefix(f, s->place.file),
                file_name(f, s->place.file), s->place.line, s->text);
    }
}

void findings_text(struct findings *f, FILE *out, bool colour)
{
    const struct style *c = colour ? &in_colour : &without;
    for (size_t i = 0; i < f->count; i++) {
        const struct finding *x = &f->items[i];
        if (x->fate != FATE_TOLD)
            continue;
        fprintf(out, "%s%s[%s]%s%s: %s%s\n", x->warning ? c->yellow : c->red, x->warning ? "warning" : "error", x->code,
                c->plain, c->strong, x->claim, c->plain);
        put_source(f, x, out, c);
        put_steps(f, x, out, c);
        if (x->help)
            fprintf(out, "%*s %s=%s help: %s\n", digits(x->place.line), "", c->blue, c->plain, x->help);
        fputc('\n', out);
    }
}
