/*
 * Diagnostics: what cwdk says to the person at the keyboard, and the exit statuses that go with it.
 *
 * Engines never print and never exit: they report into a `struct diag` and return false or NULL.
 * The command that made the sink decides how it is shown. Tests read the sink directly.
 */
#ifndef CWDK_DIAG_DIAG_H
#define CWDK_DIAG_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Exit statuses of every command; documented in docs/commands.md. */
enum cwdk_status {
    CWDK_OK = 0,          /* done */
    CWDK_FINDINGS = 1,    /* the driver or package has findings, or does not compile */
    CWDK_USAGE = 2,       /* wrong usage or bad input */
    CWDK_ENVIRONMENT = 3, /* the environment lacks something; the message says what to install */
};

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

/* Where in a file: line and column count from 1; 0 means not known. `file` may be NULL. */
struct diag_place {
    const char *file;
    unsigned line;
    unsigned column;
};

struct diag_entry {
    enum diag_severity severity;
    const char *code; /* static string such as "INF1102" (see codes.h), or NULL */
    struct diag_place place;
    char *message; /* what is wrong and what was expected */
    char *help;    /* what to do about it, or NULL */
};

/* A sink: keeps every entry in order. Zero-initialise it, free it with diag_free. */
struct diag {
    struct diag_entry *entries;
    size_t count, capacity;
    size_t errors, warnings;
};

/* Appends an entry; the strings are copied, but not `code`, which must be static. */
void diag_report(struct diag *d, enum diag_severity severity, const char *code, struct diag_place place,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The usual ways to call it: diag_error(d, code, place, format, ...). The value is always false, so that an
 * engine can write `return diag_error(...)`; as macros, so that the compiler and its analyzer see that value.
 */
#define diag_error(d, code, place, ...)   diag_says_false((diag_report(d, DIAG_ERROR, code, place, __VA_ARGS__), 0))
#define diag_warning(d, code, place, ...) diag_says_false((diag_report(d, DIAG_WARNING, code, place, __VA_ARGS__), 0))
#define diag_note(d, code, place, ...)    diag_says_false((diag_report(d, DIAG_NOTE, code, place, __VA_ARGS__), 0))

static inline bool diag_says_false(int ignored)
{
    (void)ignored;
    return false;
}

/* Appends the entries of `from`, which is empty afterwards. */
void diag_move(struct diag *from, struct diag *to);

/* Sets the help line of the newest entry. */
void diag_help(struct diag *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Prints all entries, in colour if `out` is a terminal and NO_COLOR is not set:
 *     error[INF1102]: section [Foo] is not defined
 *       --> echo.inx:12:14
 *       = help: ...                                                                     */
void diag_print(const struct diag *d, FILE *out);
void diag_free(struct diag *d);

/* No place, or a file without a line. */
static inline struct diag_place diag_nowhere(void)
{
    return (struct diag_place){0};
}
static inline struct diag_place diag_in_file(const char *file)
{
    return (struct diag_place){.file = file};
}

#endif
