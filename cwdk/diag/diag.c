/* The sink of diagnostics and its text form. */
#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((format(printf, 1, 0))) static char *format_copy(const char *format, va_list arguments)
{
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0)
        memory_exhausted();
    return text;
}

void diag_report(struct diag *d, enum diag_severity severity, const char *code, struct diag_place place,
                 const char *format, ...)
{
    if (d->count == d->capacity) {
        d->capacity = d->capacity ? d->capacity * 2 : 8;
        d->entries = memory_resize(d->entries, d->capacity, sizeof *d->entries);
    }
    struct diag_entry *entry = &d->entries[d->count++];
    *entry = (struct diag_entry){.severity = severity, .code = code, .place = place};
    if (place.file)
        entry->place.file = memory_string(place.file);
    va_list arguments;
    va_start(arguments, format);
    entry->message = format_copy(format, arguments);
    va_end(arguments);
    d->errors += severity == DIAG_ERROR;
    d->warnings += severity == DIAG_WARNING;
}

void diag_move(struct diag *from, struct diag *to)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct diag_entry *entry = &from->entries[i];
        diag_report(to, entry->severity, entry->code, entry->place, "%s", entry->message);
        if (entry->help)
            diag_help(to, "%s", entry->help);
    }
    diag_free(from);
}

void diag_help(struct diag *d, const char *format, ...)
{
    if (!d->count)
        return;
    struct diag_entry *entry = &d->entries[d->count - 1];
    va_list arguments;
    va_start(arguments, format);
    free(entry->help);
    entry->help = format_copy(format, arguments);
    va_end(arguments);
}

/* Messages quote files that may come from anywhere: what would steer the terminal is shown as \xNN. */
static void print_safely(const char *text, FILE *out)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if ((*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F)
            fprintf(out, "\\x%02X", *p);
        else if (*p == 0xC2 && p[1] >= 0x80 && p[1] < 0xA0) /* U+0080 to U+009F */
            fprintf(out, "\\x%02X", *++p);
        else
            fputc(*p, out);
    }
}

static void print_entry(const struct diag_entry *entry, bool colour, FILE *out)
{
    static const char *const names[] = {"note", "warning", "error"};
    static const char *const colours[] = {"\033[1;36m", "\033[1;33m", "\033[1;31m"};
    const char *const start = colour ? colours[entry->severity] : "", *const bold = colour ? "\033[0;1m" : "";
    const char *const reset = colour ? "\033[0m" : "";

    fprintf(out, "%s%s", start, names[entry->severity]);
    if (entry->code)
        fprintf(out, "[%s]", entry->code);
    fprintf(out, "%s: ", bold);
    print_safely(entry->message, out);
    fprintf(out, "%s\n", reset);
    if (entry->place.file) {
        fputs("  --> ", out);
        print_safely(entry->place.file, out);
        if (entry->place.line)
            fprintf(out, ":%u", entry->place.line);
        if (entry->place.line && entry->place.column)
            fprintf(out, ":%u", entry->place.column);
        fputc('\n', out);
    }
    if (entry->help) {
        fputs("  = help: ", out);
        print_safely(entry->help, out);
        fputc('\n', out);
    }
}

void diag_print(const struct diag *d, FILE *out)
{
    const bool colour = isatty(fileno(out)) && !getenv("NO_COLOR");
    for (size_t i = 0; i < d->count; i++)
        print_entry(&d->entries[i], colour, out);
    fflush(out);
}

void diag_free(struct diag *d)
{
    for (size_t i = 0; i < d->count; i++) {
        free((char *)d->entries[i].place.file);
        free(d->entries[i].message);
        free(d->entries[i].help);
    }
    free(d->entries);
    *d = (struct diag){0};
}
