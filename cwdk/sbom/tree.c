/* The bill of an installation: the files that a list names, and the packages of a table. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/sbom/sbom.h"
#include "cwdk/sbom/spdx.h"

#include <stdlib.h>
#include <string.h>

/* relation, name, version, licence, supplier, package URL; "-" where one is not known */
enum column { RELATION, NAME, VERSION, LICENCE, SUPPLIER, LOCATOR, COLUMNS };

/* The lines of a text, cut in place, ended by NULL; empty ones are left out. */
static char **lines_of(struct bytes content, struct arena *a, size_t *count)
{
    char *text = arena_substring(a, (const char *)content.data, content.size), *rest = text, *line;
    size_t room = 1;
    for (const char *p = text; *p; p++)
        room += *p == '\n';
    char **lines = arena_array(a, room + 1, sizeof *lines);
    *count = 0;
    while ((line = strsep(&rest, "\n")))
        if (*line)
            lines[(*count)++] = line;
    return lines;
}

static bool add_component(struct spdx *spdx, const char *tree, const char *table, unsigned number, char *line,
                          struct diag *d)
{
    const char *columns[COLUMNS] = {0};
    size_t count = 0;
    for (char *cell; (cell = strsep(&line, "\t")); count++)
        if (count < COLUMNS)
            columns[count] = strcmp(cell, "-") != 0 ? cell : NULL;
    if (count != COLUMNS || !columns[RELATION] || !columns[NAME] || !*columns[RELATION] || !*columns[NAME])
        return diag_error(d, CODE_SBM1001, (struct diag_place){table, number, 0},
                          "this line has %zu columns; a relation, a name, and four more are wanted", count);
    spdx_relate(spdx, tree, columns[RELATION],
                spdx_package(spdx, &(struct spdx_package){.name = columns[NAME],
                                                          .version = columns[VERSION],
                                                          .licence = columns[LICENCE],
                                                          .supplier = columns[SUPPLIER],
                                                          .locator = columns[LOCATOR]}));
    return true;
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool fill(const struct sbom_tree *options, struct spdx *spdx, struct diag *d)
{
    struct arena *a = spdx->arena;
    struct bytes files, components;
    size_t file_count, component_count;
    if (!file_read(options->files, a, &files, d) || !file_read(options->components, a, &components, d))
        return false;
    const char *tree = spdx_package(spdx, &(struct spdx_package){.name = options->name,
                                                                 .version = options->version,
                                                                 .licence = options->licence,
                                                                 .purpose = "APPLICATION"});
    char **names = lines_of(files, a, &file_count), **lines = lines_of(components, a, &component_count);
    qsort(names, file_count, sizeof *names, compare_lines);
    for (size_t i = 0; i < file_count; i++)
        if (!spdx_file(spdx, tree, options->folder, names[i], d))
            return false;
    for (size_t i = 0; i < component_count; i++)
        if (!add_component(spdx, tree, options->components, (unsigned)i + 1, lines[i], d))
            return false;
    return spdx_end(spdx, arena_format(a, "%s-%s", options->name, options->version), tree,
                    arena_format(a, "Tool: cwdk-%s", options->kit_version), options->created, options->output, d);
}

bool sbom_write_tree(const struct sbom_tree *options, struct diag *d)
{
    struct arena arena = {0};
    struct spdx spdx;
    spdx_begin(&spdx, &arena);
    const bool ok = fill(options, &spdx, d);
    spdx_drop(&spdx);
    arena_free(&arena);
    return ok;
}
