/*
 * Derives what can be imported from the headers: module definition files for the import libraries, and the table of
 * exports that `cwdk verify` looks into.
 *
 *   export-table OUT-FOLDER SOURCE... -- CLANG-ARGUMENT...
 *
 * Each SOURCE includes headers that go together. It is parsed for each architecture with WDK_SYS_EXPORTS defined, which
 * turns the WDK_EXPORT of a declaration (shared/wdk_export.h) into the annotation "export:MODULE:FIRST-BUILD". Written
 * are OUT-FOLDER/ARCH/MODULE-STEM.def     for llvm-dlltool OUT-FOLDER/exports.tsv              module, export,
 * architecture, first Windows build (empty: not known), header sorted, so that the same headers give the same bytes.
 * Any error in a header, or two declarations that disagree, ends it with status 1 and nothing written.
 */
#include <clang-c/Index.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct {
    const char *name;
    const char *target;
} archs[] = {{"amd64", "--target=x86_64-pc-windows-msvc"}, {"arm64", "--target=aarch64-pc-windows-msvc"}};

#define ARCH_COUNT (sizeof archs / sizeof *archs)

struct export_row {
    char *module, *name, *since, *header;
    size_t arch;
    bool data;
};

struct table {
    struct export_row *rows;
    size_t count, capacity;
    size_t arch; /* being read */
    bool failed;
};

static _Noreturn void die(const char *what, const char *name)
{
    fprintf(stderr, "export-table: %s %s\n", what, name);
    exit(1);
}

static char *copy(const char *text, size_t length)
{
    char *result = strndup(text, length);
    if (!result)
        die("out of memory", "");
    return result;
}

static void add(struct table *t, const char *annotation, CXCursor cursor)
{
    const char *module = annotation + strlen("export:");
    const char *since = strchr(module, ':');
    if (!since)
        die("no version in", annotation);
    if (t->count == t->capacity) {
        t->capacity = t->capacity ? t->capacity * 2 : 1024;
        t->rows = reallocarray(t->rows, t->capacity, sizeof *t->rows);
        if (!t->rows)
            die("out of memory", "");
    }
    CXFile file;
    clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
    CXString name = clang_getCursorSpelling(cursor), path = clang_getFileName(file);
    const char *text = clang_getCString(path), *root = text ? strstr(text, "wdk-sys/") : NULL;
    const char *header = root ? root + strlen("wdk-sys/") : "";
    t->rows[t->count++] = (struct export_row){
        .module = copy(module, (size_t)(since - module)),
        .name = copy(clang_getCString(name), strlen(clang_getCString(name))),
        .since = copy(since + 1, strlen(since + 1)),
        .header = copy(header, strlen(header)),
        .arch = t->arch,
        .data = clang_getCursorKind(cursor) == CXCursor_VarDecl,
    };
    clang_disposeString(name);
    clang_disposeString(path);
}

static enum CXChildVisitResult visit_attribute(CXCursor cursor, CXCursor parent, CXClientData data)
{
    if (clang_getCursorKind(cursor) == CXCursor_AnnotateAttr) {
        CXString text = clang_getCursorSpelling(cursor);
        if (!strncmp(clang_getCString(text), "export:", strlen("export:")))
            add(data, clang_getCString(text), parent);
        clang_disposeString(text);
    }
    return CXChildVisit_Continue;
}

static enum CXChildVisitResult visit_declaration(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_FunctionDecl || kind == CXCursor_VarDecl)
        clang_visitChildren(cursor, visit_attribute, data);
    return kind == CXCursor_LinkageSpec ? CXChildVisit_Recurse : CXChildVisit_Continue;
}

static void show_errors(CXTranslationUnit unit, struct table *t)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            CXString text = clang_formatDiagnostic(diagnostic, clang_defaultDiagnosticDisplayOptions());
            fprintf(stderr, "%s\n", clang_getCString(text));
            clang_disposeString(text);
            t->failed = true;
        }
        clang_disposeDiagnostic(diagnostic);
    }
}

static void read_source(struct table *t, const char *source, const char *const *arguments, int count)
{
    const char **all = calloc((size_t)count + 2, sizeof *all);
    if (!all)
        die("out of memory", "");
    all[0] = archs[t->arch].target;
    all[1] = "-DWDK_SYS_EXPORTS";
    if (count)
        memcpy(all + 2, arguments, (size_t)count * sizeof *all);
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit =
        clang_parseTranslationUnit(index, source, all, count + 2, NULL, 0, CXTranslationUnit_SkipFunctionBodies);
    if (!unit)
        die("cannot parse", source);
    show_errors(unit, t);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_declaration, t);
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    free(all);
}

static int compare(const void *a, const void *b)
{
    const struct export_row *x = a, *y = b;
    int order = strcmp(x->module, y->module);
    if (!order)
        order = strcmp(x->name, y->name);
    return order ? order : (x->arch > y->arch) - (x->arch < y->arch);
}

static void release(struct export_row *row)
{
    free(row->module);
    free(row->name);
    free(row->since);
    free(row->header);
}

/* The same declaration is seen through several sources; two that disagree are a mistake in the headers. */
static void unite(struct table *t)
{
    size_t kept = 0;
    qsort(t->rows, t->count, sizeof *t->rows, compare);
    for (size_t i = 0; i < t->count; i++) {
        if (!kept || compare(&t->rows[kept - 1], &t->rows[i]) != 0) {
            t->rows[kept++] = t->rows[i];
            continue;
        }
        if (strcmp(t->rows[kept - 1].since, t->rows[i].since) != 0) {
            fprintf(stderr, "export-table: %s has two first versions, %s and %s\n", t->rows[i].name,
                    t->rows[kept - 1].since, t->rows[i].since);
            t->failed = true;
        }
        release(&t->rows[i]);
    }
    t->count = kept;
}

static FILE *create(const char *folder, const char *name, const char *extension)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s%s", folder, name, extension) >= (int)sizeof path)
        die("path too long:", name);
    FILE *file = fopen(path, "w");
    if (!file)
        die("cannot write", path);
    return file;
}

static void finish(FILE *file, const char *name)
{
    if (ferror(file) || fclose(file))
        die("cannot write", name);
}

static void write_definitions(const struct table *t, const char *folder, size_t arch)
{
    char below[4096];
    snprintf(below, sizeof below, "%s/%s", folder, archs[arch].name);
    mkdir(folder, 0777);
    mkdir(below, 0777);
    FILE *out = NULL;
    const char *module = "";
    for (size_t i = 0; i < t->count; i++) {
        const struct export_row *e = &t->rows[i];
        if (e->arch != arch)
            continue;
        if (!out || strcmp(e->module, module) != 0) {
            char *stem = copy(e->module, strcspn(e->module, "."));
            if (out)
                finish(out, module);
            module = e->module;
            out = create(below, stem, ".def");
            fprintf(out, "LIBRARY \"%s\"\nEXPORTS\n", module);
            free(stem);
        }
        /* CONSTANT, not DATA: both the slot's name and the plain one, for WDK_EXPORT and for WDK_EXPORT_ADDRESS. */
        fprintf(out, "    %s%s\n", e->name, e->data ? " CONSTANT" : "");
    }
    if (out)
        finish(out, module);
}

static void write_table(const struct table *t, const char *folder)
{
    FILE *out = create(folder, "exports", ".tsv");
    fputs("module\texport\tarch\tsince\theader\n", out);
    for (size_t i = 0; i < t->count; i++) {
        const struct export_row *e = &t->rows[i];
        fprintf(out, "%s\t%s\t%s\t%s\t%s\n", e->module, e->name, archs[e->arch].name, e->since, e->header);
    }
    finish(out, "exports.tsv");
}

int main(int argc, char **argv)
{
    int sources = 2;
    while (sources < argc && strcmp(argv[sources], "--") != 0)
        sources++;
    if (argc < 4 || sources == argc || sources == 2) {
        fputs("usage: export-table OUT-FOLDER SOURCE... -- CLANG-ARGUMENT...\n", stderr);
        return 2;
    }
    struct table t = {0};
    for (t.arch = 0; t.arch < ARCH_COUNT; t.arch++)
        for (int i = 2; i < sources; i++)
            read_source(&t, argv[i], (const char *const *)argv + sources + 1, argc - sources - 1);
    unite(&t);
    if (!t.failed) {
        for (size_t arch = 0; arch < ARCH_COUNT; arch++)
            write_definitions(&t, argv[1], arch);
        write_table(&t, argv[1]);
    }
    for (size_t i = 0; i < t.count; i++)
        release(&t.rows[i]);
    free(t.rows);
    return t.failed;
}
