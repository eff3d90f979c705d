/* One run over the sources of a driver. */
#include "cwdk/profile/profile.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"
#include "cwdk/profile/scan.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

/* The code lines of a file, told once however many sources include it. */
struct counted_file {
    const char *name;
    bool *is_code, *is_unsafe; /* by line, from 1 */
    unsigned line_count;
};

struct gathering {
    struct arena *arena;
    struct safety *out;
    size_t finding_capacity, block_capacity;
    struct counted_file *files;
    size_t file_count, file_capacity;
    const char *resources; /* clang's folder of headers */
};

void scan_finds(struct scan *s, const char *code, CXSourceLocation at, const char *claim, const char *label,
                const char *help)
{
    s->candidates = grown(s->arena, s->candidates, s->candidate_count, &s->candidate_capacity, sizeof *s->candidates);
    struct candidate *c = &s->candidates[s->candidate_count++];
    *c = (struct candidate){.finding = {.code = code,
                                        .function = s->function ? s->function : "",
                                        .claim = claim,
                                        .label = label,
                                        .help = help},
                            .spot = spot_of(at)};
    CXFile file;
    clang_getFileLocation(at, &file, &c->finding.place.line, &c->finding.place.column, NULL);
    if (spelled_in_own(s, at))
        clang_getSpellingLocation(at, &file, &c->finding.place.line, &c->finding.place.column, NULL);
    const struct scanned_file *in = scan_file(s, file);
    c->finding.place.file = in ? in->name : "";
}

static bool is_in_block(const struct scan *s, const struct candidate *c)
{
    for (size_t i = 0; i < s->block_count; i++) {
        const struct unsafe_block *b = &s->blocks[i];
        if (clang_File_isEqual(b->file, c->spot.file) && c->spot.at >= b->begin && c->spot.at <= b->end)
            return true;
    }
    return false;
}

static int compare_places(const struct profile_place *a, const struct profile_place *b)
{
    const int file = strcmp(a->file, b->file);
    if (file)
        return file;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->column == b->column ? 0 : a->column < b->column ? -1 : 1;
}

static void add_finding(struct gathering *g, const struct profile_finding *finding)
{
    struct safety *p = g->out;
    for (size_t i = 0; i < p->finding_count; i++)
        if (p->findings[i].code == finding->code && !compare_places(&p->findings[i].place, &finding->place))
            return;
    p->findings = grown(g->arena, p->findings, p->finding_count, &g->finding_capacity, sizeof *p->findings);
    p->findings[p->finding_count++] = *finding;
}

static struct counted_file *counted(struct gathering *g, const struct scanned_file *file)
{
    for (size_t i = 0; i < g->file_count; i++)
        if (!strcmp(g->files[i].name, file->name))
            return &g->files[i];
    g->files = grown(g->arena, g->files, g->file_count, &g->file_capacity, sizeof *g->files);
    struct counted_file *c = &g->files[g->file_count++];
    *c = (struct counted_file){.name = file->name, .line_count = file->line_count};
    c->is_code = arena_array(g->arena, (size_t)file->line_count + 2, sizeof *c->is_code);
    c->is_unsafe = arena_array(g->arena, (size_t)file->line_count + 2, sizeof *c->is_unsafe);
    return c;
}

static void add_block(struct gathering *g, const struct unsafe_block *block, const struct scanned_file *file)
{
    struct safety *p = g->out;
    struct counted_file *lines = counted(g, file);
    size_t code = 0;
    for (unsigned line = block->block.place.line; line <= block->block.last_line && line <= lines->line_count; line++) {
        lines->is_unsafe[line] = true;
        code += lines->is_code[line];
    }
    for (size_t i = 0; i < p->block_count; i++)
        if (!compare_places(&p->blocks[i].place, &block->block.place))
            return;
    p->blocks = grown(g->arena, p->blocks, p->block_count, &g->block_capacity, sizeof *p->blocks);
    p->blocks[p->block_count] = block->block;
    p->blocks[p->block_count++].lines = code;
}

static void gather(struct gathering *g, struct scan *s)
{
    for (size_t i = 0; i < s->file_count; i++)
        if (s->files[i].own && s->files[i].is_code) {
            const struct counted_file *c = counted(g, &s->files[i]);
            for (unsigned line = 1; line <= c->line_count; line++)
                c->is_code[line] |= s->files[i].is_code[line];
        }
    for (size_t i = 0; i < s->candidate_count; i++)
        if (!is_in_block(s, &s->candidates[i]))
            add_finding(g, &s->candidates[i].finding);
    for (size_t i = 0; i < s->block_count; i++) {
        const struct scanned_file *file = scan_file(s, s->blocks[i].file);
        if (file && file->own)
            add_block(g, &s->blocks[i], file);
    }
}

/* What stopped the parser, or NULL. */
static const char *fatal_error(struct scan *s)
{
    const char *text = NULL;
    for (unsigned i = 0; !text && i < clang_getNumDiagnostics(s->unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(s->unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) == CXDiagnostic_Fatal)
            text = text_of(s, clang_formatDiagnostic(diagnostic, CXDiagnostic_DisplaySourceLocation));
        clang_disposeDiagnostic(diagnostic);
    }
    return text;
}

/* Where the compiler's own headers are: libclang does not know by itself. NULL after reporting. */
static const char *resource_folder(struct arena *a, struct diag *d)
{
    static const char *const ask[] = {"clang-19", "-print-resource-dir", NULL};
    struct process_result said;
    if (!process_run(ask, NULL, true, a, &said, d))
        return NULL;
    said.output[strcspn(said.output, "\r\n")] = 0;
    if (said.status || *said.output != '/') {
        diag_error(d, CODE_SAF0001, diag_nowhere(), "clang-19 does not say where its headers are: %s", said.output);
        return NULL;
    }
    return said.output;
}

/* The command up to "--", what libclang and the rules on integers need, and the source again. */
static struct arguments command_for_libclang(struct arena *a, const char *const *command, const char *resources)
{
    struct arguments with = {.arena = a};
    for (; *command && strcmp(*command, "--") != 0; command++)
        if (strcmp(*command, "/WX") != 0)
            arguments_add(&with, *command);
    for (const char *const *option = compiler_options; *option; option++)
        arguments_add(&with, *option);
    arguments_add(&with, "-Xclang"); /* libclang itself would put that behind the -- */
    arguments_add(&with, "-detailed-preprocessing-record");
    arguments_add(&with, "-resource-dir");
    arguments_add(&with, resources);
    arguments_add_all(&with, "", command);
    return with;
}

static bool read_source(CXIndex index, const struct profile_source *source, struct gathering *g, struct diag *d)
{
    const char *dot = strrchr(source->path, '.');
    if (dot && strcasecmp(dot, ".c") != 0)
        return diag_error(d, CODE_SAF0002, diag_in_file(source->path), "the safe profile is for sources in C");
    struct scan s = {.arena = g->arena};
    const struct arguments command = command_for_libclang(g->arena, source->command, g->resources);
    const enum CXErrorCode failed =
        clang_parseTranslationUnit2FullArgv(index, NULL, command.items, (int)command.count, NULL, 0,
                                            CXTranslationUnit_DetailedPreprocessingRecord, &s.unit);
    if (failed)
        return diag_error(d, CODE_SAF0001, diag_in_file(source->path), "libclang cannot parse this source (error %d)",
                          (int)failed);
    const char *fatal = fatal_error(&s);
    if (fatal) {
        clang_disposeTranslationUnit(s.unit);
        return diag_error(d, CODE_SAF0001, diag_in_file(source->path), "libclang stops in this source: %s", fatal);
    }
    walk_unit(&s);
    words_of_files(&s);
    compiler_warnings(&s);
    gather(g, &s);
    clang_disposeTranslationUnit(s.unit);
    return true;
}

static int by_finding(const void *a, const void *b)
{
    const struct profile_finding *x = a, *y = b;
    const int place = compare_places(&x->place, &y->place);
    return place ? place : strcmp(x->code, y->code);
}

static int by_block(const void *a, const void *b)
{
    return compare_places(&((const struct profile_block *)a)->place, &((const struct profile_block *)b)->place);
}

static void finish(struct gathering *g)
{
    struct safety *p = g->out;
    for (size_t i = 0; i < g->file_count; i++)
        for (unsigned line = 1; line <= g->files[i].line_count; line++) {
            p->code_lines += g->files[i].is_code[line];
            p->unsafe_lines += g->files[i].is_code[line] && g->files[i].is_unsafe[line];
        }
    p->file_count = g->file_count;
    if (p->finding_count)
        qsort(p->findings, p->finding_count, sizeof *p->findings, by_finding);
    if (p->block_count)
        qsort(p->blocks, p->block_count, sizeof *p->blocks, by_block);
}

bool profile_run(const char *root, const struct profile_source *sources, size_t count, struct arena *a,
                 struct safety *out, struct diag *d)
{
    *out = (struct safety){0};
    const char *resources = resource_folder(a, d);
    if (!resources)
        return false;
    const int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (here < 0 || chdir(root) != 0) {
        if (here >= 0)
            close(here);
        return diag_error(d, CODE_SAF0001, diag_in_file(root), "this folder cannot be entered");
    }
    struct gathering g = {.arena = a, .out = out, .resources = resources};
    CXIndex index = clang_createIndex(0, 0);
    bool ok = true;
    for (size_t i = 0; i < count; i++)
        ok = read_source(index, &sources[i], &g, d) && ok;
    clang_disposeIndex(index);
    finish(&g);
    const bool back = fchdir(here) == 0;
    close(here);
    return ok && (back || diag_error(d, CODE_SAF0001, diag_nowhere(), "the current folder is gone"));
}
