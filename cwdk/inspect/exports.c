/* The table of exports: reading and looking up. */
#include "cwdk/inspect/exports.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum column { COLUMN_MODULE, COLUMN_NAME, COLUMN_ARCHITECTURE, COLUMN_SINCE, COLUMN_HEADER, COLUMN_COUNT };

static int compare_rows(const void *left, const void *right)
{
    const struct export_row *l = left, *r = right;
    const int module = strcasecmp(l->module, r->module);
    return module ? module : strcmp(l->name, r->name);
}

/* Cuts the line at its tabs. False where it has too few columns. */
static bool split(char *line, const char *columns[COLUMN_COUNT])
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        columns[i] = line;
        char *tab = strchr(line, '\t');
        if (!tab && i < COLUMN_HEADER)
            return false;
        line = tab ? tab + 1 : line + strlen(line);
        if (tab)
            *tab = 0;
    }
    return true;
}

bool export_table_read_file(const char *path, struct arena *a, struct export_table *out, struct diag *d)
{
    struct bytes file;
    *out = (struct export_table){0};
    if (!file_read(path, a, &file, d))
        return false;
    size_t lines = 1;
    for (size_t i = 0; i < file.size; i++)
        lines += file.data[i] == '\n';
    out->rows = arena_array(a, lines, sizeof *out->rows);

    char *text = arena_copy(a, file.data, file.size + 1);
    unsigned number = 0;
    for (char *line = text, *next; line; line = next) {
        number++;
        next = strchr(line, '\n');
        if (next)
            *next++ = 0;
        const char *columns[COLUMN_COUNT];
        const bool heading = number == 1 && !strncmp(line, "module\t", 7);
        if (!*line || *line == '#' || heading)
            continue;
        struct export_row *row = &out->rows[out->count];
        if (!split(line, columns) ||
            (*columns[COLUMN_SINCE] && !windows_version_parse(columns[COLUMN_SINCE], &row->since)))
            return diag_error(d, CODE_PKG4001, (struct diag_place){path, number, 1},
                              "expected module, export, architecture, first build and header, divided by tabs");
        row->module = columns[COLUMN_MODULE];
        row->name = columns[COLUMN_NAME];
        row->architecture = columns[COLUMN_ARCHITECTURE];
        row->header = columns[COLUMN_HEADER];
        out->count++;
    }
    qsort(out->rows, out->count, sizeof *out->rows, compare_rows);
    return true;
}

bool export_table_read(struct arena *a, struct export_table *out, struct diag *d)
{
    const char *home = home_folder(a, d);
    return home && export_table_read_file(path_join(a, home, "sdk/exports.tsv"), a, out, d);
}

/* The first row that is not before (module, name). */
static size_t lower_bound(const struct export_table *table, const char *module, const char *name)
{
    const struct export_row key = {.module = module, .name = name};
    size_t low = 0, high = table->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (compare_rows(&table->rows[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool export_module_known(const struct export_table *table, const char *module)
{
    const size_t at = lower_bound(table, module, "");
    return at < table->count && !strcasecmp(table->rows[at].module, module);
}

static bool serves(const struct export_row *row, const char *architecture)
{
    return !*row->architecture || !strcmp(row->architecture, "*") || !strcmp(row->architecture, architecture);
}

const struct export_row *export_find(const struct export_table *table, const char *module, const char *name,
                                     const char *architecture)
{
    for (size_t i = lower_bound(table, module, name); i < table->count; i++) {
        const struct export_row *row = &table->rows[i];
        if (strcasecmp(row->module, module) != 0 || strcmp(row->name, name) != 0)
            return NULL;
        if (serves(row, architecture))
            return row;
    }
    return NULL;
}
