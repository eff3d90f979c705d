/*
 * The reference of the interface, generated from the headers.
 *
 *   reference OUT-FOLDER DOC-FOLDER GROUP... --kmdf SOURCE --umdf SOURCE -- CLANG-ARGUMENT... --user CLANG-ARGUMENT...
 *
 * GROUPs are sources that include headers which go together; those of the frameworks are parsed once for the newest and
 * once for the oldest version of the framework, which tells what came with which. Written are
 *
 *   OUT-FOLDER/names.tsv       name, kind, header, name of its page, text; sorted by name
 *   OUT-FOLDER/contracts.tsv   what annotations and types say, for `cwdk check`: see contract.c
 *   OUT-FOLDER/reference.txt   the pages, each after a form feed and its name
 *   OUT-FOLDER/irql_limits.inc the IRQL at which functions may be called, for the simulator's verifier
 *   DOC-FOLDER/HEADER/NAME.md  the same pages as a tree, with an index.md in each folder
 *
 * An error in a header ends it with status 1 and nothing written.
 */
#include "reference.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const archs[] = {"--target=x86_64-pc-windows-msvc", "--target=aarch64-pc-windows-msvc"};

struct command {
    const char *out, *doc, *kmdf, *umdf;
    const char **groups, **arguments, **user;
    int group_count, argument_count, user_count;
};

static bool read_command(struct command *c, int argc, char **argv)
{
    char **p = argv + 1, **end = argv + argc;
    if (end - p < 2)
        return false;
    c->out = *p++;
    c->doc = *p++;
    c->groups = (const char **)p;
    while (p < end && strncmp(*p, "--", 2) != 0)
        p++;
    c->group_count = (int)(p - (char **)c->groups);
    if (end - p < 6 || strcmp(p[0], "--kmdf") != 0 || strcmp(p[2], "--umdf") != 0 || strcmp(p[4], "--") != 0)
        return false;
    c->kmdf = p[1];
    c->umdf = p[3];
    p += 5;
    c->arguments = (const char **)p;
    while (p < end && strcmp(*p, "--user") != 0)
        p++;
    c->argument_count = (int)(p - (char **)c->arguments);
    c->user = (const char **)p + 1;
    c->user_count = (int)(end - p) - 1;
    return c->group_count && p < end;
}

/* One parse, with `more` before the arguments that all have. */
static void read_source(struct reference *r, struct parse parse, const char *const *more, const char *const *all,
                        int count)
{
    const char **arguments = keep(r, (size_t)(count + 8) * sizeof *arguments);
    int n = 0;
    arguments[n++] = archs[parse.arch == 2];
    arguments[n++] = "-DWDK_SYS_EXPORTS";
    arguments[n++] = "-DWDK_SYS_CONTRACTS";
    for (; more && *more; more++)
        arguments[n++] = *more;
    for (int i = 0; i < count; i++)
        arguments[n++] = all[i];
    parse.arguments = arguments;
    parse.count = n;
    collect(r, &parse);
}

static void read_all(struct reference *r, const struct command *c)
{
    static const char *const kmdf_new[] = {"-DKMDF_VERSION_MAJOR=1", "-DKMDF_VERSION_MINOR=33", NULL},
                             *const kmdf_old[] = {"-DKMDF_VERSION_MAJOR=1", "-DKMDF_VERSION_MINOR=15", NULL},
                             *const umdf_new[] = {"-DUMDF_VERSION_MAJOR=2", "-DUMDF_VERSION_MINOR=33", NULL},
                             *const umdf_old[] = {"-DUMDF_VERSION_MAJOR=2", "-DUMDF_VERSION_MINOR=15", NULL};
    for (unsigned arch = 1; arch <= 2; arch++)
        for (int i = 0; i < c->group_count; i++)
            read_source(r, (struct parse){.source = c->groups[i], .arch = arch}, kmdf_new, c->arguments,
                        c->argument_count);
    for (int old = 0; old < 2; old++) {
        read_source(r, (struct parse){.source = c->kmdf, .arch = 3, .framework = "kmdf", .oldest = old},
                    old ? kmdf_old : kmdf_new, c->arguments, c->argument_count);
        read_source(r, (struct parse){.source = c->umdf, .arch = 3, .framework = "umdf", .oldest = old},
                    old ? umdf_old : umdf_new, c->user, c->user_count);
    }
    collect_finish(r);
}

static FILE *opened(FILE *file, const char *what, const char *name)
{
    if (!file)
        die(what, name);
    return file;
}

static FILE *create(const char *path)
{
    return opened(fopen(path, "w"), "cannot write", path);
}

static void finish(FILE *file, const char *name)
{
    if (ferror(file) || fclose(file))
        die("cannot write", name);
}

/* The page in reference.txt and, as a file, in the tree. */
static void write_page(struct reference *r, const struct command *c, const struct entry *e, FILE *all)
{
    char *text = NULL;
    size_t size;
    FILE *page = opened(open_memstream(&text, &size), "out of memory", "");
    page_write(r, e, page);
    finish(page, e->name);
    fprintf(all, "\f%s\n%s", title_of(e), text);
    const char *folder = keep_format(r, "%s/%s", c->doc, e->header);
    mkdir(folder, 0777);
    const char *path = keep_format(r, "%s/%s.md", folder, title_of(e));
    FILE *file = create(path);
    fputs(text, file);
    finish(file, path);
    free(text);
}

static int by_header(const void *a, const void *b)
{
    const struct entry *const *x = a, *const *y = b;
    const int order = strcmp((*x)->header, (*y)->header);
    return order ? order : strcmp((*x)->name, (*y)->name);
}

/* index.md of the tree and of each header's folder. */
static void write_indexes(struct reference *r, const struct command *c)
{
    FILE *top = create(keep_format(r, "%s/index.md", c->doc)), *one = NULL;
    const char *header = "";
    fputs("# The interface, by header\n\nGenerated from the headers of the kit; `cwdk explain NAME` shows the same "
          "pages.\n\n",
          top);
    qsort(r->entries, r->count, sizeof(struct entry *), by_header);
    for (size_t i = 0; i < r->count; i++) {
        const struct entry *e = r->entries[i];
        if (!has_page(e))
            continue;
        if (!one || strcmp(e->header, header) != 0) {
            header = e->header;
            if (one)
                finish(one, header);
            one = create(keep_format(r, "%s/%s/index.md", c->doc, header));
            fprintf(one, "# %s\n\n", header);
            fprintf(top, "- [%s](%s/index.md)\n", header, header);
        }
        fprintf(one, "- [%s](%s.md), %s\n", title_of(e), title_of(e), kind_name(e->kind));
    }
    if (one)
        finish(one, header);
    finish(top, "index.md");
}

static void write_all(struct reference *r, const struct command *c)
{
    mkdir(c->out, 0777);
    mkdir(c->doc, 0777);
    FILE *names = create(keep_format(r, "%s/names.tsv", c->out)),
         *contracts = create(keep_format(r, "%s/contracts.tsv", c->out)),
         *pages = create(keep_format(r, "%s/reference.txt", c->out));
    entries_sort(r);
    for (size_t i = 0; i < r->count; i++) {
        name_write(r->entries[i], names);
        contract_write(r, r->entries[i], contracts);
        if (has_page(r->entries[i]))
            write_page(r, c, r->entries[i], pages);
    }
    finish(names, "names.tsv");
    finish(contracts, "contracts.tsv");
    finish(pages, "reference.txt");
    FILE *limits = create(keep_format(r, "%s/irql_limits.inc", c->out));
    irql_limits_write(r, limits);
    finish(limits, "irql_limits.inc");
    write_indexes(r, c);
}

int main(int argc, char **argv)
{
    struct command command = {0};
    struct reference r = {0};
    if (!read_command(&command, argc, argv)) {
        fputs("usage: reference OUT DOC GROUP... --kmdf SOURCE --umdf SOURCE -- ARGUMENT... --user ARGUMENT...\n",
              stderr);
        return 2;
    }
    read_all(&r, &command);
    if (!r.failed)
        write_all(&r, &command);
    const bool failed = r.failed;
    reference_free(&r);
    return failed;
}
