/* The text of an image's document. */
#include "cwdk/inspect/inspect.h"

#include <string.h>

static void row(FILE *out, const char *label, const char *text)
{
    fprintf(out, "  %-12s %s\n", label, text);
}

/* "KMDF 1.33 driver for amd64", "kernel library for arm64", "program for x86" ... */
static void title(const json_t *doc, FILE *out)
{
    const char *model = document_text(doc, "model"), *image = document_text(doc, "image");
    const json_t *framework = json_object_get(doc, "framework");
    fprintf(out, "%s: ", document_text(doc, "file"));
    if (strcmp(model, "none") != 0)
        fprintf(out, "%s ", model);
    if (json_is_object(framework))
        fprintf(out, "%s ", document_text(framework, "version"));
    fprintf(out, "%s for %s, %lld bytes\n\n", strcmp(image, "kernel_library") ? image : "kernel library",
            document_text(doc, "architecture"), (long long)document_number(doc, "size"));
}

static void print_version(const json_t *version, FILE *out)
{
    static const char *const shown[] = {"FileDescription", "CompanyName", "ProductName"};
    if (!json_is_object(version)) {
        row(out, "version", "no version resource");
        return;
    }
    fprintf(out, "  %-12s %s%s", "version", document_text(version, "file"),
            json_is_true(json_object_get(version, "debug")) ? " (debug)" : "");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        const char *text = document_text(json_object_get(version, "strings"), shown[i]);
        if (*text)
            fprintf(out, ", %s", text);
    }
    fputc('\n', out);
}

static void print_summary(const json_t *doc, FILE *out)
{
    const json_t *headers = json_object_get(doc, "headers"), *time = json_object_get(headers, "time");
    const json_t *pdb = json_object_get(doc, "pdb"), *lowest = json_object_get(doc, "lowest_windows");
    print_version(json_object_get(doc, "version"), out);
    if (lowest)
        fprintf(out, "  %-12s %s (%s) and later, because of %s\n", "runs on", document_text(lowest, "name"),
                document_text(lowest, "version"), document_text(lowest, "because"));
    fprintf(out, "  %-12s %s %s\n", "subsystem", document_text(headers, "subsystem"),
            document_text(headers, "subsystem_version"));
    fprintf(out, "  %-12s 0x%llx", "entry", (unsigned long long)document_number(headers, "entry"));
    if (*document_text(headers, "entry_section"))
        fprintf(out, " in %s", document_text(headers, "entry_section"));
    fprintf(out, "\n  %-12s ", "built");
    if (json_is_true(json_object_get(time, "reproducible")))
        fprintf(out, "reproducibly, identity 0x%08llx\n", (unsigned long long)document_number(time, "value"));
    else
        fprintf(out, "%s\n", document_text(time, "utc"));
    if (json_is_object(pdb))
        fprintf(out, "  %-12s %s %s age %lld\n", "pdb", document_text(pdb, "path"), document_text(pdb, "guid"),
                (long long)document_number(pdb, "age"));
    else
        row(out, "pdb", "none named");
    document_print_signatures(json_object_get(doc, "signatures"), "none in the file (a catalog may have one)", out);
}

static void print_hardening(const json_t *guards, FILE *out)
{
    size_t i;
    const json_t *g;
    fputs("\nhardening\n", out);
    json_array_foreach(guards, i, g)
    {
        const char *state = document_text(g, "state"), *detail = document_text(g, "detail");
        fprintf(out, "  %-4s %s%s%s\n", strcmp(state, "not_applicable") ? state : "-", document_text(g, "title"),
                *detail ? ": " : "", detail);
    }
}

static bool has_flag(const json_t *flags, const char *name)
{
    size_t i;
    const json_t *flag;
    json_array_foreach(flags, i, flag) if (!strcmp(json_string_value(flag), name)) return true;
    return false;
}

static void print_sections(const json_t *sections, FILE *out)
{
    static const char *const told[] = {"discardable", "not_paged", "not_cached", "shared", "uninitialized"};
    size_t i;
    const json_t *s;
    fprintf(out, "\nsections\n  %-10s %-10s %10s %10s  %s\n", "name", "address", "in memory", "in file", "rights");
    json_array_foreach(sections, i, s)
    {
        const json_t *flags = json_object_get(s, "flags");
        fprintf(out, "  %-10s 0x%08llx %10lld %10lld  %c%c%c", document_text(s, "name"),
                (unsigned long long)document_number(s, "address"), (long long)document_number(s, "virtual_size"),
                (long long)document_number(s, "file_size"), has_flag(flags, "read") ? 'r' : '-',
                has_flag(flags, "write") ? 'w' : '-', has_flag(flags, "execute") ? 'x' : '-');
        for (size_t n = 0; n < sizeof told / sizeof *told; n++)
            if (has_flag(flags, told[n]))
                fprintf(out, " %s", told[n]);
        fputc('\n', out);
    }
}

static void print_imports(const json_t *imports, FILE *out)
{
    size_t i, n;
    const json_t *module, *function;
    fprintf(out, "\nimports%s\n", json_array_size(imports) ? "" : ": none");
    json_array_foreach(imports, i, module)
    {
        const json_t *functions = json_object_get(module, "functions");
        fprintf(out, "  %s%s\n", document_text(module, "module"),
                json_is_true(json_object_get(module, "delayed")) ? " (loaded at the first call)" : "");
        json_array_foreach(functions, n, function)
        {
            const json_t *since = json_object_get(function, "since");
            if (!json_object_get(function, "name"))
                fprintf(out, "    #%lld\n", (long long)document_number(function, "ordinal"));
            else if (since)
                fprintf(out, "    %-38s %-11s %s\n", document_text(function, "name"), document_text(since, "version"),
                        document_text(since, "name"));
            else
                fprintf(out, "    %s\n", document_text(function, "name"));
        }
    }
}

static void print_exports(const json_t *exports, FILE *out)
{
    size_t i;
    const json_t *e;
    fprintf(out, "\nexports%s\n", json_array_size(exports) ? "" : ": none");
    json_array_foreach(exports, i, e)
    {
        fprintf(out, "  %5lld  %s", (long long)document_number(e, "ordinal"), document_text(e, "name"));
        if (json_object_get(e, "forwarder"))
            fprintf(out, " -> %s", document_text(e, "forwarder"));
        fputc('\n', out);
    }
}

static void print_directories(const json_t *directories, FILE *out)
{
    size_t i;
    const json_t *dir;
    fputs("\ndirectories\n", out);
    json_array_foreach(directories, i, dir)
    {
        fprintf(out, "  %-15s 0x%08llx %8lld%s\n", document_text(dir, "name"),
                (unsigned long long)document_number(dir, "address"), (long long)document_number(dir, "size"),
                strcmp(document_text(dir, "relative_to"), "file") ? "" : " (offset in the file)");
    }
}

void inspect_print_pe(const json_t *doc, unsigned parts, FILE *out)
{
    title(doc, out);
    if (!parts)
        print_summary(doc, out);
    if (!parts || parts & INSPECT_HARDENING)
        print_hardening(json_object_get(doc, "hardening"), out);
    if (!parts || parts & INSPECT_SECTIONS)
        print_sections(json_object_get(doc, "sections"), out);
    if (parts & INSPECT_DIRECTORIES)
        print_directories(json_object_get(doc, "directories"), out);
    if (!parts || parts & INSPECT_IMPORTS)
        print_imports(json_object_get(doc, "imports"), out);
    if (parts & INSPECT_EXPORTS || (!parts && json_array_size(json_object_get(doc, "exports"))))
        print_exports(json_object_get(doc, "exports"), out);
}
