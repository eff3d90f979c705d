/*
 * Reading the headers: each source includes headers that go together (sdk/exports/groups, which the import libraries
 * are derived from, too) and is parsed with WDK_SYS_CONTRACTS and WDK_SYS_EXPORTS, so that annotations and modules are
 * attributes of the declarations.
 */
#include "reference.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* The header that a source includes to get at each file of a translation unit. */
struct file {
    const char *path;   /* as clang has it */
    const char *inside; /* "km/nt/ke.h"; NULL: not one of the kit's */
    const char *header;
};

struct visit {
    struct reference *reference;
    const struct parse *parse;
    struct file *files;
    size_t count, capacity, last;
    struct entry *entry; /* whose children are visited */
    struct parameter *parameter;
};

static const char *inside_kit(const char *path)
{
    const char *root = strstr(path, "wdk-sys/");
    return root ? root + strlen("wdk-sys/") : NULL;
}

static const char *path_of(struct reference *r, CXFile file)
{
    return keep_clang(r, clang_getFileName(file));
}

/* Topic headers lie a folder deeper than what a source includes. */
static bool is_public(const char *inside)
{
    const char *slash = strchr(inside, '/');
    return slash && !strchr(slash + 1, '/');
}

/* Those of the frameworks lie beside wdf.h, which gathers them. */
static bool is_framework(const char *inside)
{
    return !strncmp(inside, "wdf/", 4);
}

static void visit_file(CXFile included, CXSourceLocation *stack, unsigned length, CXClientData data)
{
    struct visit *v = data;
    struct reference *r = v->reference;
    const char *path = path_of(r, included), *inside = inside_kit(path), *best = inside;
    for (unsigned i = 0; inside && i < length && (!is_public(best) || is_framework(inside)); i++) {
        CXFile includer;
        clang_getExpansionLocation(stack[i], &includer, NULL, NULL, NULL);
        const char *outer = inside_kit(path_of(r, includer));
        if (!outer || (is_framework(inside) && !is_framework(outer)))
            break;
        best = outer;
    }
    if (v->count == v->capacity) {
        v->capacity = v->capacity ? v->capacity * 2 : 256;
        v->files = reallocarray(v->files, v->capacity, sizeof *v->files);
        if (!v->files)
            die("out of memory", "");
    }
    const char *slash = best ? strrchr(best, '/') : NULL;
    v->files[v->count++] = (struct file){path, inside, slash ? slash + 1 : best};
}

static const struct file *file_of(struct visit *v, CXCursor cursor)
{
    CXFile file;
    clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
    if (!file)
        return NULL;
    CXString path = clang_getFileName(file);
    const struct file *found = NULL;
    if (v->last < v->count && !strcmp(v->files[v->last].path, clang_getCString(path))) /* as the one before */
        found = &v->files[v->last];
    for (size_t i = 0; !found && i < v->count; i++)
        if (!strcmp(v->files[i].path, clang_getCString(path))) {
            found = &v->files[i];
            v->last = i;
        }
    clang_disposeString(path);
    return found && found->inside ? found : NULL;
}

/* Names that only the kit's own headers use. */
static bool is_internal(const char *name)
{
    static const char *const prefixes[] = {"_TLG", "_tlg", "_Tlg", "cwdk_", "CWDK_"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (!strncmp(name, prefixes[i], strlen(prefixes[i])))
            return true;
    return false;
}

/* A new entry for what `cursor` declares; NULL where it was there already, which then has this architecture, too. */
static struct entry *begin(struct visit *v, const char *name, enum kind kind, const struct file *file)
{
    if (is_internal(name))
        return NULL;
    struct entry *e = entry_get(v->reference, name);
    e->archs |= v->parse->arch;
    const bool macro_elsewhere = e->kind == MACRO_FUNCTION && kind == FUNCTION; /* on the other processor */
    if (e->header && !macro_elsewhere)
        return NULL;
    e->kind = kind;
    e->header = file->header;
    e->file = file->inside;
    return e;
}

static void take_annotation(struct visit *v, const char *text)
{
    struct reference *r = v->reference;
    if (v->parameter) {
        words_add(r, &v->parameter->contracts, keep_text(r, text));
    } else if (!strncmp(text, "export:", 7)) {
        const char *since = strchr(text + 7, ':');
        v->entry->module = keep_format(r, "%.*s", (int)(since - text - 7), text + 7);
        v->entry->since = keep_text(r, since + 1);
    } else {
        words_add(r, &v->entry->contracts, keep_text(r, text));
    }
}

static enum CXChildVisitResult visit_part(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct visit *v = data;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_AnnotateAttr) {
        CXString text = clang_getCursorSpelling(cursor);
        take_annotation(v, clang_getCString(text));
        clang_disposeString(text);
    } else if (kind == CXCursor_ParmDecl && !v->parameter) {
        struct reference *r = v->reference;
        struct entry *e = v->entry;
        struct parameter *more = keep(r, (e->parameter_count + 1) * sizeof *more);
        if (e->parameter_count)
            memcpy(more, e->parameters, e->parameter_count * sizeof *more);
        e->parameters = more;
        v->parameter = &more[e->parameter_count++];
        v->parameter->name = keep_clang(r, clang_getCursorSpelling(cursor));
        v->parameter->type = keep_clang(r, clang_getTypeSpelling(clang_getCursorType(cursor)));
        clang_visitChildren(cursor, visit_part, v);
        v->parameter = NULL;
    }
    return CXChildVisit_Continue;
}

static void take_signature(struct visit *v, struct entry *e, CXCursor cursor, CXType type)
{
    e->result = keep_clang(v->reference, clang_getTypeSpelling(clang_getResultType(type)));
    e->variadic = clang_isFunctionTypeVariadic(type);
    v->entry = e;
    v->parameter = NULL;
    clang_visitChildren(cursor, visit_part, v);
}

static void take_framework(struct visit *v, struct entry *e, const struct file *file)
{
    const char *framework = v->parse->framework;
    if (!framework || strncmp(e->name, "Wdf", 3) != 0 || !is_framework(file->inside))
        return;
    const bool kmdf = !strcmp(framework, "kmdf");
    const char **version = kmdf ? &e->kmdf : &e->umdf;
    if (!*version)
        *version = kmdf ? "1.15" : "2.15";
}

/* "WdfX is part of KMDF 1.23 and later, which this driver is not built for", in a parse for the oldest version. */
static void take_later(struct visit *v, CXCursor cursor, const char *name)
{
    const char *word = v->parse->framework[0] == 'k' ? "KMDF " : "UMDF ";
    int always = 0;
    CXString message = {0};
    clang_getCursorPlatformAvailability(cursor, NULL, NULL, &always, &message, NULL, 0);
    const char *text = clang_getCString(message), *found = text ? strstr(text, word) : NULL;
    struct entry *e = entry_find(v->reference, name);
    if (always && found && e) {
        const char *version = found + strlen(word);
        const char *kept = keep_format(v->reference, "%.*s", (int)strspn(version, "0123456789."), version);
        *(v->parse->framework[0] == 'k' ? &e->kmdf : &e->umdf) = kept;
    }
    clang_disposeString(message);
}

static void take_function(struct visit *v, CXCursor cursor, const struct file *file)
{
    const char *name = keep_clang(v->reference, clang_getCursorSpelling(cursor));
    if (v->parse->oldest) {
        take_later(v, cursor, name);
        return;
    }
    if (clang_getCursorAvailability(cursor) == CXAvailability_NotAvailable)
        return;
    struct entry *e = begin(v, name, FUNCTION, file);
    if (e) {
        e->in_line = clang_Cursor_isFunctionInlined(cursor);
        take_signature(v, e, cursor, clang_getCursorType(cursor));
    }
    e = entry_find(v->reference, name);
    if (e)
        take_framework(v, e, file);
}

static void take_variable(struct visit *v, CXCursor cursor, const struct file *file)
{
    struct reference *r = v->reference;
    const char *name = keep_clang(r, clang_getCursorSpelling(cursor));
    struct entry *e = begin(v, name, VARIABLE, file);
    if (!e)
        return;
    e->text = declare(r, keep_clang(r, clang_getTypeSpelling(clang_getCursorType(cursor))), name);
    v->entry = e;
    v->parameter = NULL;
    clang_visitChildren(cursor, visit_part, v);
}

static enum CXChildVisitResult visit_enumerator(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct visit *v = data;
    if (clang_getCursorKind(cursor) == CXCursor_EnumConstantDecl) {
        const struct file *file = file_of(v, parent);
        const char *name = keep_clang(v->reference, clang_getCursorSpelling(cursor));
        struct entry *e = file ? begin(v, name, ENUMERATOR, file) : NULL;
        if (e)
            e->text = keep_format(v->reference, "%lld", clang_getEnumConstantDeclValue(cursor));
    }
    return CXChildVisit_Continue;
}

/* A structure, union or enumeration under `name`. */
static struct entry *take_definition(struct visit *v, CXCursor cursor, const struct file *file, const char *name)
{
    const bool enumeration = clang_getCursorKind(cursor) == CXCursor_EnumDecl;
    struct entry *e = begin(v, name, enumeration ? ENUMERATION : RECORD, file);
    if (e)
        e->text = enumeration ? enumeration_text(v->reference, cursor, name) : record_text(v->reference, cursor, name);
    if (e && !enumeration)
        contract_collect(v->reference, e, cursor);
    if (enumeration)
        clang_visitChildren(cursor, visit_enumerator, v);
    return e;
}

/* Those behind handles, "struct HWND__", say nothing. */
static void take_tagged(struct visit *v, CXCursor cursor, const struct file *file)
{
    const char *name = keep_clang(v->reference, clang_getCursorSpelling(cursor));
    const size_t length = strlen(name);
    if (length < 2 || strcmp(name + length - 2, "__") != 0)
        take_definition(v, cursor, file, name);
}

static void alias(struct reference *r, struct entry *e, struct entry *main, bool pointer)
{
    e->same = main;
    words_add(r, &main->aliases, pointer ? keep_format(r, "*%s", e->name) : e->name);
    if (!pointer && !main->title && main->name[0] == '_')
        main->title = e->name;
}

void collect_finish(struct reference *r)
{
    static const char *const before[] = {"const ", "volatile ", "struct ", "union ", "enum "};
    for (size_t i = 0; i < r->count; i++) {
        struct entry *e = r->entries[i];
        if (e->kind != TYPE || e->same || !e->text)
            continue;
        const char *target = e->text;
        for (size_t k = 0; k < sizeof before / sizeof *before; k++)
            if (!strncmp(target, before[k], strlen(before[k])))
                target += strlen(before[k]);
        const size_t length = strcspn(target, " *");
        const char *rest = target + length;
        struct entry *main = entry_find(r, keep_format(r, "%.*s", (int)length, target));
        if (main && main->same)
            main = main->same;
        if (main && main != e && has_page(main) && (!*rest || !strcmp(rest, " *")))
            alias(r, e, main, *rest);
    }
}

static void take_typedef(struct visit *v, CXCursor cursor, const struct file *file)
{
    struct reference *r = v->reference;
    const char *name = keep_clang(r, clang_getCursorSpelling(cursor));
    const CXType type = clang_getTypedefDeclUnderlyingType(cursor), real = clang_getCanonicalType(type);
    const CXCursor definition = clang_getTypeDeclaration(type);
    const enum CXCursorKind kind = clang_getCursorKind(definition);
    const char *spelling = keep_clang(r, clang_getTypeSpelling(type));
    if (kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl) {
        if (clang_Cursor_isAnonymous(definition)) {
            take_definition(v, definition, file, name);
            return;
        }
        const char *tag = keep_clang(r, clang_getCursorSpelling(definition));
        struct entry *main = entry_find(r, tag), *e = begin(v, name, TYPE, file);
        if (e && main && main != e && main->text) {
            alias(r, e, main, false);
        } else if (e) {
            e->text = spelling;
        }
        return;
    }
    const bool function = real.kind == CXType_FunctionProto || real.kind == CXType_FunctionNoProto;
    struct entry *e = begin(v, name, function ? CALLBACK : TYPE, file);
    if (!e)
        return;
    e->text = spelling;
    if (function) {
        const CXType result = clang_getResultType(type);
        take_signature(v, e, cursor, result.kind == CXType_Invalid ? real : type);
    }
}

/* A macro's definition as its tokens, one space where there was any. */
static const char *macro_text(struct visit *v, CXCursor cursor, bool *empty)
{
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(cursor);
    CXToken *tokens = NULL;
    unsigned count = 0, end = 0;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        die("out of memory", "");
    clang_tokenize(unit, clang_getCursorExtent(cursor), &tokens, &count);
    for (unsigned i = 0; i < count; i++) {
        unsigned from, to;
        const CXSourceRange range = clang_getTokenExtent(unit, tokens[i]);
        clang_getFileLocation(clang_getRangeStart(range), NULL, NULL, NULL, &from);
        clang_getFileLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &to);
        CXString token = clang_getTokenSpelling(unit, tokens[i]);
        fprintf(out, "%s%s", i && from > end ? " " : "", clang_getCString(token));
        clang_disposeString(token);
        end = to;
    }
    clang_disposeTokens(unit, tokens, count);
    if (fclose(out))
        die("out of memory", "");
    *empty = count < 2;
    const char *kept = keep_text(v->reference, text);
    free(text);
    return kept;
}

static void take_macro(struct visit *v, CXCursor cursor, const struct file *file)
{
    CXString spelling = clang_getCursorSpelling(cursor);
    const char *name = keep_clang(v->reference, spelling);
    const bool function = clang_Cursor_isMacroFunctionLike(cursor);
    const size_t length = strlen(name);
    if (length > 2 && !strcmp(name + length - 2, "_H")) /* guards */
        return;
    bool empty;
    const char *text = macro_text(v, cursor, &empty);
    if (empty)
        return;
    struct entry *e = begin(v, name, function ? MACRO_FUNCTION : CONSTANT, file);
    if (e)
        e->text = text;
}

static enum CXChildVisitResult visit_top(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct visit *v = data;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_LinkageSpec)
        return CXChildVisit_Recurse;
    const struct file *file = file_of(v, cursor);
    if (!file)
        return CXChildVisit_Continue;
    if (kind == CXCursor_FunctionDecl)
        take_function(v, cursor, file);
    else if (v->parse->oldest)
        return CXChildVisit_Continue;
    else if (kind == CXCursor_VarDecl)
        take_variable(v, cursor, file);
    else if (kind == CXCursor_TypedefDecl)
        take_typedef(v, cursor, file);
    else if (kind == CXCursor_MacroDefinition)
        take_macro(v, cursor, file);
    else if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl) &&
             clang_isCursorDefinition(cursor) && !clang_Cursor_isAnonymous(cursor))
        take_tagged(v, cursor, file);
    else if (kind == CXCursor_EnumDecl)
        clang_visitChildren(cursor, visit_enumerator, v);
    return CXChildVisit_Continue;
}

static void show_errors(struct visit *v, CXTranslationUnit unit)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            CXString text = clang_formatDiagnostic(diagnostic, clang_defaultDiagnosticDisplayOptions());
            fprintf(stderr, "%s\n", clang_getCString(text));
            clang_disposeString(text);
            v->reference->failed = true;
        }
        clang_disposeDiagnostic(diagnostic);
    }
}

void collect(struct reference *r, const struct parse *parse)
{
    struct visit v = {.reference = r, .parse = parse};
    CXIndex index = clang_createIndex(0, 0);
    const unsigned options = CXTranslationUnit_SkipFunctionBodies |
                             (parse->oldest ? 0 : (unsigned)CXTranslationUnit_DetailedPreprocessingRecord);
    CXTranslationUnit unit =
        clang_parseTranslationUnit(index, parse->source, parse->arguments, parse->count, NULL, 0, options);
    if (!unit)
        die("cannot parse", parse->source);
    show_errors(&v, unit);
    clang_getInclusions(unit, visit_file, &v);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_top, &v);
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    free(v.files);
}
