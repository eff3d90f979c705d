/* cwdk explain: what a code or a stop of the safe layer means, or what the kit's headers say about a name. */
#include "cwdk/cmd/commands.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/home.h"
#include "cwdk/panic/panic.h"
#include "cwdk/reference/reference.h"

#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct argp_option options[] = {
    {"list", 'l', NULL, 0, "list every code with its title", 0},
    {"bugcheck", 'b', NULL, 0, "the four parameters of bug check 0x57444B21, in hexadecimal, as a debugger shows them",
     0},
    {"sources", 's', "FOLDER", 0, "with --bugcheck: where the driver's sources are (default: here)", 0},
    {0},
};

enum { PARAMETERS = 4 };

struct arguments {
    const char *name;
    bool list, bug_check;
    const char *sources;
    const char *words[PARAMETERS];
    uint64_t parameters[PARAMETERS];
    unsigned count;
};

static uint64_t parameter(const char *word, struct argp_state *state)
{
    char *end;
    errno = 0;
    const uint64_t value = strtoull(word, &end, 16);
    if (errno || end == word || *end || *word == '-')
        argp_error(state, "'%s' is no parameter of a bug check: a hexadecimal number of up to 16 digits is wanted",
                   word);
    return value;
}

static error_t parse(int key, char *text, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'l':
        arguments->list = true;
        return 0;
    case 'b':
        arguments->bug_check = true;
        return 0;
    case 's':
        arguments->sources = text;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->count == PARAMETERS)
            argp_error(state, "too many words");
        arguments->words[arguments->count++] = text;
        return 0;
    case ARGP_KEY_END:
        if (arguments->bug_check && arguments->count != PARAMETERS)
            argp_error(state, "--bugcheck wants the four parameters");
        if (arguments->sources && !arguments->bug_check)
            argp_error(state, "--sources goes with --bugcheck");
        if (!arguments->bug_check && arguments->count > 1)
            argp_error(state, "one CODE or NAME at a time");
        if (!arguments->count && !arguments->list)
            argp_error(state, "name a CODE or a NAME, or use --list");
        arguments->name = arguments->words[0];
        for (unsigned i = 0; arguments->bug_check && i < PARAMETERS; i++)
            arguments->parameters[i] = parameter(arguments->words[i], state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Markdown as plain text: no sign before the heading, and code indented instead of fenced. */
static void print_page(const char *page)
{
    bool code = false;
    while (*page) {
        const size_t length = strcspn(page, "\n");
        if (!strncmp(page, "```", 3))
            code = !code;
        else if (!strncmp(page, "# ", 2))
            printf("%.*s\n", (int)length - 2, page + 2);
        else
            printf("%s%.*s\n", code && length ? "    " : "", (int)length, page);
        page += length + (page[length] == '\n');
    }
}

static void print_short(const struct reference_name *n)
{
    printf("%s\n\n%s of `%s`\n", n->name, n->kind, n->header);
    if (!*n->text)
        return;
    if (!strcmp(n->kind, "constant"))
        printf("\n    #define %s\n", n->text);
    else if (!strcmp(n->kind, "enumerator"))
        printf("\n    %s = %s\n", n->name, n->text);
    else if (!strcmp(n->kind, "variable"))
        printf("\n    %s;\n", n->text);
    else
        printf("\n    typedef %s %s;\n", n->text, n->name);
}

static void report_unknown(const struct reference *r, const char *name, struct diag *d)
{
    const struct reference_name *near[REFERENCE_NEAREST];
    const size_t count = reference_nearest(r, name, near);
    diag_error(d, NULL, diag_nowhere(), "there is no code '%s', nor such a name in the kit's headers", name);
    char text[1024] = "";
    for (size_t i = 0; i < count; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s (%s)", i ? ", " : "", near[i]->name,
                 near[i]->header);
    if (count)
        diag_help(d, "near to it are %s", text);
    else
        diag_help(d, "`cwdk explain --list` lists the codes");
}

static void explain_name(const char *name, struct arena *a, struct diag *d)
{
    struct reference r;
    const char *home = home_folder(a, d);
    if (!home || !reference_load(&r, home, a, d))
        return;
    const struct reference_name *found = reference_find(&r, name);
    if (!found) {
        report_unknown(&r, name, d);
        return;
    }
    const char *page = *found->page ? reference_page(home, found->page, a, d) : NULL;
    if (page)
        print_page(page);
    else if (!*found->page)
        print_short(found);
}

static void explain_bug_check(const struct arguments *arguments, struct arena *a, struct diag *d)
{
    struct panic p;
    if (!panic_decode(arguments->parameters, &p)) {
        diag_error(d, NULL, diag_nowhere(), "these are not the parameters of a stop by the safe layer (bug check 0x%X)",
                   PANIC_BUG_CHECK);
        diag_help(d, "they tell kind, line and file; a bug check with another number has parameters of its own");
        return;
    }
    printf("%s\n", panic_text(&p, a));
    for (const char **file = panic_files(&p, arguments->sources ? arguments->sources : ".", a); *file; file++)
        printf("  at %s:%u\n", *file, p.line);
}

int cmd_explain(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     parse,
                                     "CODE|NAME\n--bugcheck P1 P2 P3 P4",
                                     "Tells what the code of a diagnostic means and what to do about it, or what the "
                                     "kit's headers say about a function, "
                                     "callback, structure, enumeration, macro or constant.\v"
                                     "example:\n  cwdk explain ENV0003\n  cwdk explain KeAcquireSpinLock\n"
                                     "  cwdk explain --bugcheck E1E662530300002D 632E6575657571 9 8\n\n"
                                     "The pages of names are also in share/doc/cwdk/api, as Markdown.\n",
                                     NULL,
                                     NULL,
                                     NULL};
    struct arguments arguments = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &arguments);
    if (arguments.list) {
        for (size_t i = 0; code_at(i); i++)
            printf("%-8s %s\n", code_at(i)->id, code_at(i)->title);
        return CWDK_OK;
    }
    const struct code_entry *entry = arguments.bug_check ? NULL : code_find(arguments.name);
    if (entry) {
        printf("%s: %s\n\n%s", entry->id, entry->title, entry->text);
        return CWDK_OK;
    }
    struct diag d = {0};
    struct arena a = {0};
    if (arguments.bug_check)
        explain_bug_check(&arguments, &a, &d);
    else
        explain_name(arguments.name, &a, &d);
    arena_free(&a);
    return command_finish(&d, CWDK_USAGE);
}
