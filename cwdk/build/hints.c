/*
 * What to do about the two errors that newcomers meet first: a symbol without a definition, and a header that is
 * nowhere. The table of exports, which is derived from the kit's headers, knows which library imports what.
 */
#include "cwdk/build/run.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <string.h>
#include <strings.h>

/* The name in source code of a symbol as the linker prints it. */
static const char *source_name(const char *symbol)
{
    static const char *const prefixes[] = {"__declspec(dllimport) ", "__imp_"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!strncmp(symbol, prefixes[i], strlen(prefixes[i])))
            return symbol + strlen(prefixes[i]);
    return symbol;
}

/* The module that exports `name`, by exports.tsv (module, export, ...); NULL where none does. */
static const char *exporting_module(struct arena *a, const char *table, const char *name)
{
    const size_t length = strlen(name);
    for (const char *line = table; *line; line += strcspn(line, "\n"), line += *line == '\n') {
        const size_t module = strcspn(line, "\t\n");
        const char *export = line + module + 1;
        if (line[module] == '\t' && !strncmp(export, name, length) && export[length] == '\t')
            return arena_substring(a, line, module);
    }
    return NULL;
}

static void explain_symbol(const struct plan *plan, const char *table, const char *symbol, struct diag *d)
{
    const char *name = source_name(symbol), *module = table ? exporting_module(plan->arena, table, name) : NULL;
    diag_note(d, CODE_BLD1002, diag_nowhere(), "no library defines %s", name);
    if (module)
        diag_help(d, "%s exports it: add %.*s.lib to the project's libraries", module,
                  (int)(strlen(module) - strlen(path_extension(module))), module);
    else if (!strcmp(name, "DriverEntry"))
        diag_help(d, "a driver begins there: define NTSTATUS DriverEntry(DRIVER_OBJECT *, UNICODE_STRING *)");
    else
        diag_help(d, "add the library that has it to the project, or the source file that should define it");
}

static bool builds_without_framework(const struct plan *plan)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (plan->units[i].project->kind == PROJECT_DRIVER && plan->units[i].project->model == MODEL_WDM)
            return true;
    return false;
}

/* The header of the kit whose name is nearest to `header`; NULL where none is near. */
static const char *nearest_header(const struct missing *m, const char *header)
{
    const struct reference_name *near[REFERENCE_NEAREST];
    struct reference headers = {0};
    headers.names = arena_array(m->plan->arena, m->reference.count + 1, sizeof *headers.names);
    const char *last = "";
    for (size_t i = 0; i < m->reference.count; i++)
        if (strcmp(m->reference.names[i].header, last) != 0) {
            last = m->reference.names[i].header;
            headers.names[headers.count++] = (struct reference_name){.name = last};
        }
    return reference_nearest(&headers, path_name(header), near) ? near[0]->name : NULL;
}

static void explain_header(const struct plan *plan, const struct missing *m, const struct missing_name *missing,
                           struct diag *d)
{
    const char *header = missing->name, *near = nearest_header(m, header);
    if (missing->places.count > 1)
        diag_error(d, CODE_BLD1003, missing->place, "no include folder has %s; %zu more sources include it", header,
                   missing->places.count - 1);
    else
        diag_error(d, CODE_BLD1003, missing->place, "no include folder has %s", header);
    if (!strcasecmp(header, "wdf.h") && builds_without_framework(plan))
        diag_help(d, "a project of model wdm does not see the framework: say model: kmdf, or umdf");
    else if (!strcasecmp(path_extension(header), ".tmh"))
        diag_help(d, "WPP makes it: switch tracing on for this source (cwdk.yaml: wpp)");
    else if (near)
        diag_help(d, "the kit has %s; a header of the project needs its folder among the include folders", near);
    else
        diag_help(d, "add its folder to the project's include folders; the kit's own headers are in %s/sdk/include",
                  plan->home);
}

void hints_add(const struct plan *plan, const struct run_result *run, struct diag *d)
{
    struct bytes table = {0};
    struct diag unread = {0};
    if (run->undefined.count)
        file_read(path_join(plan->arena, plan->home, "sdk/exports.tsv"), plan->arena, &table, &unread);
    diag_free(&unread);
    for (size_t i = 0; i < run->undefined.count; i++)
        explain_symbol(plan, (const char *)table.data, run->undefined.items[i], d);
    for (const struct missing_name *n = run->missing.first; n; n = n->next)
        if (n->header)
            explain_header(plan, &run->missing, n, d);
    missing_report(&run->missing, d);
}
