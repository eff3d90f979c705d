/* The commands: what each says of itself (--help), as a page. */
#include "site.h"
#include "cwdk/host/process.h"
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

struct command_help {
    const char *name, *summary;
};

/* Where more is told of a command, if that is no document of its name. */
static const char *const documents[][2] = {
    {"new", "docs/guide/README.md"},
    {"lsp", "docs/check.md"},
    {"unsafe", "docs/safe.md"},
    {"test", "docs/testing.md"},
    {"run", "docs/testing.md"},
    {"import", "docs/manifest.md"},
    {"clean", "docs/build.md"},
    {"doctor", "docs/install.md"},
    {"sign", "docs/signing.md"},
    {"compile", "docs/build.md"},
    {"events", "docs/generated.md"},
    {"messages", "docs/generated.md"},
    {"counters", "docs/generated.md"},
    {"mof", "docs/generated.md"},
    {"stamp", "docs/inf.md"},
    {"infverif", "docs/inf.md"},
    {"submit-package", "docs/submit.md"},
    {"explain", "docs/commands.md"},
    {"bindings", "docs/rust.md"},
};

enum { MOST_COMMANDS = 64 };
static struct command_help commands[MOST_COMMANDS];
static size_t command_count;

/* What `cwdk WORDS` prints; "" after reporting. */
static const char *ask(struct site *s, const char *word, const char *option)
{
    const char *const argv[] = {s->tool, word, option, NULL};
    struct process_result result;
    if (!process_run(argv, NULL, true, s->a, &result, s->d))
        return "";
    if (result.status)
        diag_error(s->d, NULL, diag_nowhere(), "%s %s --help ends with status %d", s->tool, word, result.status);
    return result.output;
}

/* The lines "  NAME   SUMMARY" of `cwdk --help`. */
static void find_commands(struct site *s)
{
    const char *line = ask(s, "--help", NULL);
    for (; *line && command_count < MOST_COMMANDS; line += strcspn(line, "\n"), line += *line == '\n') {
        const size_t length = strcspn(line, "\n"), name = strncmp(line, "  ", 2) ? 0 : strcspn(line + 2, " \n");
        if (!name || line[2] == ' ' || strncmp(line + 2, "cwdk", 4) == 0 || line[2 + name] != ' ')
            continue;
        commands[command_count++] = (struct command_help){arena_substring(s->a, line + 2, name),
                                                          arena_trimmed(s->a, line + 2 + name, length - 2 - name)};
    }
    if (!command_count)
        diag_error(s->d, NULL, diag_nowhere(), "%s --help lists no commands", s->tool);
}

static const char *page_of(struct site *s, const char *name)
{
    return arena_format(s->a, "commands/%s.html", name);
}

const char *command_page(struct site *s, const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return page_of(s, name);
    return NULL;
}

static void put_side(struct site *s, const char *page, struct text *out)
{
    text_put(out, "<h2>Commands</h2><ul>\n<li>");
    link_begin(out, page, "commands/index.html", strcmp(page, "commands/index.html") == 0 ? "on" : NULL);
    text_put(out, "All commands</a></li>\n");
    for (size_t i = 0; i < command_count; i++) {
        const char *to = page_of(s, commands[i].name);
        text_put(out, "<li>");
        link_begin(out, page, to, strcmp(page, to) == 0 ? "on mono" : "mono");
        html_text(out, commands[i].name);
        text_put(out, "</a></li>\n");
    }
    text_put(out, "</ul>\n");
}

/* --- the help of argp: usage, a text, options, a text --- */

enum block { BLOCK_TEXT, BLOCK_USAGE, BLOCK_OPTIONS, BLOCK_EXAMPLES };

static bool is_option(const char *line)
{
    const size_t space = strspn(line, " ");
    return (space == 2 || space == 6) && line[space] == '-';
}

/* "-s, --seed=N" and what it says, which goes on in the lines below that are indented more. */
static const char *put_option(struct site *s, struct text *out, const char *line, const char *page, struct text *said)
{
    enum { COLUMN = 28 };
    const char *end = line + strcspn(line, "\n"), *at = line + strspn(line, " "), *gap = strstr(at, "  ");
    const char *name_end = gap && gap < end ? gap : end;
    /* a long name reaches beyond the column, and its text follows after one blank or on the next line */
    const char *name = arena_trimmed(s->a, at, (size_t)(name_end - at));
    struct text words = {0};
    text_add(&words, name_end, (size_t)(end - name_end));
    while (*end && strspn(end + 1, " ") >= COLUMN && end[1 + strspn(end + 1, " ")] != '\n') {
        const char *next = end + 1;
        end = next + strcspn(next, "\n");
        text_add(&words, " ", 1);
        text_add(&words, next + strspn(next, " "), strcspn(next + strspn(next, " "), "\n"));
    }
    text_put(&words, "");
    const char *meaning = arena_trimmed(s->a, words.data, words.size);
    text_free(&words);
    text_put(out, "<dt><code>");
    html_text(out, name);
    text_put(out, "</code></dt><dd>");
    prose_put(s, out, meaning, strlen(meaning), page);
    text_put(out, "</dd>\n");
    text_format(said, "%s %s ", name, meaning);
    return *end ? end + 1 : end;
}

static bool is_boilerplate(const char *line)
{
    return strncmp(line, "Mandatory or optional arguments", 31) == 0 || strncmp(line, "for any corresponding", 21) == 0;
}

static void put_help(struct site *s, struct text *out, const char *help, const char *page, struct text *said)
{
    enum block open = BLOCK_USAGE;
    text_put(out, "<pre class=\"block\" tabindex=\"0\"><code>");
    for (const char *line = help; *line;) {
        const size_t length = strcspn(line, "\n");
        const char *next = line + length + (line[length] == '\n');
        if (is_boilerplate(line)) {
            line = next;
            continue;
        }
        const bool usage =
            open == BLOCK_USAGE && (strncmp(line, "Usage: ", 7) == 0 || strncmp(line, "  or:  ", 7) == 0);
        const enum block kind = usage                                       ? BLOCK_USAGE
                                : is_option(line) && open != BLOCK_EXAMPLES ? BLOCK_OPTIONS
                                : *line == ' '                              ? BLOCK_EXAMPLES
                                                                            : BLOCK_TEXT;
        if (kind != open || (kind == BLOCK_TEXT && !length)) {
            text_put(out, open == BLOCK_OPTIONS ? "</dl>\n" : open == BLOCK_TEXT ? "</p>\n" : "</code></pre>\n");
            text_put(out, kind == BLOCK_OPTIONS ? "<h2>Options</h2>\n<dl class=\"options\">\n"
                          : kind == BLOCK_TEXT  ? "<p>"
                                                : "<pre class=\"block\" tabindex=\"0\"><code>");
            open = kind;
        }
        if (kind == BLOCK_OPTIONS) {
            line = put_option(s, out, line, page, said);
            continue;
        }
        if (kind == BLOCK_TEXT) {
            prose_put(s, out, line, length, page);
            text_put(out, " ");
        } else {
            html_text(out, arena_substring(s->a, line + (kind == BLOCK_USAGE ? 7 : 2),
                                           length - (kind == BLOCK_USAGE ? 7 : 2)));
            text_put(out, "\n");
        }
        text_add(said, line, length);
        text_put(said, " ");
        line = next;
    }
    text_put(out, open == BLOCK_OPTIONS ? "</dl>\n" : open == BLOCK_TEXT ? "</p>\n" : "</code></pre>\n");
}

static const char *document_of(struct site *s, const char *name)
{
    const char *page = document_page(s, arena_format(s->a, "docs/%s.md", name));
    for (size_t i = 0; i < sizeof documents / sizeof *documents && !page; i++)
        if (strcmp(documents[i][0], name) == 0)
            page = document_page(s, documents[i][1]);
    return page;
}

static void write_command(struct site *s, const struct command_help *x)
{
    struct text body = {0}, side = {0}, said = {0};
    const char *page = page_of(s, x->name), *document = document_of(s, x->name);
    text_put(&body, "<p class=\"lead\">");
    html_text(&body, prose_title(s, x->summary));
    if (document) {
        text_put(&body, ". ");
        link_begin(&body, page, document, NULL);
        text_put(&body, "How it works</a>.");
    }
    text_put(&body, "</p>\n");
    put_help(s, &body, ask(s, x->name, "--help"), page, &said);
    put_side(s, page, &side);
    const char *title = arena_format(s->a, "cwdk %s", x->name);
    search_add(s, page, title, "Command", arena_format(s->a, "%s. %s", x->summary, said.size ? said.data : ""));
    page_write(s,
               &(struct page){.path = page,
                              .title = title,
                              .about = x->summary,
                              .part = PART_COMMANDS,
                              .kind = "commands",
                              .side = &side,
                              .eyebrow = "Commands"},
               &body);
    text_free(&body);
    text_free(&side);
    text_free(&said);
}

static void write_index(struct site *s)
{
    struct text body = {0}, side = {0};
    const char *page = "commands/index.html";
    text_put(&body, "<p class=\"lead\">What each command prints with <code>--help</code>. ");
    const char *document = document_page(s, "docs/commands.md");
    if (document) {
        link_begin(&body, page, document, NULL);
        text_put(&body, "What they read and write, and how they end</a>.");
    }
    text_put(&body, "</p>\n<dl class=\"list\">\n");
    for (size_t i = 0; i < command_count; i++) {
        text_put(&body, "<dt>");
        link_begin(&body, page, page_of(s, commands[i].name), "mono");
        text_format(&body, "cwdk %s</a></dt><dd>", commands[i].name);
        html_text(&body, prose_title(s, commands[i].summary));
        text_put(&body, "</dd>\n");
    }
    text_put(&body, "</dl>\n");
    put_side(s, page, &side);
    page_write(s,
               &(struct page){.path = page,
                              .title = "Commands",
                              .about = "Every command of cwdk, with its options",
                              .part = PART_COMMANDS,
                              .kind = "commands",
                              .side = &side},
               &body);
    text_free(&body);
    text_free(&side);
}

void commands_find(struct site *s)
{
    /* as wide as it likes: lines are broken by whoever reads them */
    setenv("ARGP_HELP_FMT", "rmargin=2000", 1);
    find_commands(s);
}

void commands_write(struct site *s)
{
    for (size_t i = 0; i < command_count; i++)
        write_command(s, &commands[i]);
    write_index(s);
}
