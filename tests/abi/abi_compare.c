/*
 * Compares the kit's headers with headers that others wrote (mingw-w64's): everything that both define.
 *
 *   abi-compare [--unmatched] [--verbose] GROUP.abi... -- KIT-ARGUMENT... -- OTHER-ARGUMENT...
 *
 * A GROUP.abi (groups/nt.abi is an example) names headers that go together. Each side's headers are parsed by libclang
 * for each processor and become a sorted list of facts, an item and its value:
 *
 *   record IRP             208 align 16            size and alignment in bytes; tag `_IRP` and type `IRP` are one name
 *   field IRP.Tail.Overlay.Thread    at 152 size 8 members of unnamed records under the path that a driver writes
 *   field KDPC.Bits        at 3.2 width 5          a bit-field: byte and bit
 *   sign IRP.StackCount    signed                  members that are integers, or arrays of them
 *   constant IRP_MJ_READ   0x3                     enumerators, and macros that are integers; 32-bit values unsigned
 *   type KIRQL             u8                      other types: i8 is signed, u8 is not, p is a pointer
 *   function IoFreeIrp     void(p)                 the classes of its parameters; their sign is nothing to a call
 *
 * Where both sides know the item, the values must be equal, or the group's file must have a row
 *
 *   differ ARCH ITEM | KIT'S VALUE | OTHER'S VALUE | REASON          ARCH is amd64, arm64 or both
 *
 * or, for a record that is packed otherwise as a whole,
 *
 *   unlike ARCH RECORD | REASON
 *
 * A row that does not describe a difference any more fails as well. What an earlier group compared is not compared
 * again. Prints TAP, one test for each group and processor; status 1 if one fails, 2 for wrong usage. `--unmatched`
 * lists, as comments, members that only one side has in a record of both: a misspelt name would show there.
 */
#include <clang-c/Index.h>

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Facts under a tag are sorted before those under a type of the same name. */
#define TAG_FIRST (SIZE_MAX / 2)

enum { ARCHS = 2, SIDES = 2, KIT = 0, OTHER = 1, MAX_WORDS = 64 };

static const char *const arch_names[ARCHS] = {"amd64", "arm64"};
static const char *const targets[ARCHS][SIDES] = {
    {"--target=x86_64-pc-windows-msvc", "--target=x86_64-w64-windows-gnu"},
    {"--target=aarch64-pc-windows-msvc", "--target=aarch64-w64-windows-gnu"},
};

struct fact {
    char *item, *value;
    char *via;    /* a member of a member: the member's type, which is compared for itself where both sides have it */
    size_t order; /* as found: of two with one name the last holds (a macro that was defined again), but a type before a
                     tag */
};

struct facts {
    struct fact *rows;
    size_t count, capacity;
};

struct exception {
    bool archs[ARCHS], used[ARCHS];
    char *item, *values[SIDES]; /* no values: the whole record */
    int line;
};

struct group {
    const char *path;
    char *name, *headers[SIDES][MAX_WORDS], *defines[SIDES][MAX_WORDS];
    size_t header_count[SIDES], define_count[SIDES];
    bool archs[ARCHS];
    struct exception *exceptions;
    size_t exception_count, exception_capacity;
};

struct run {
    const char *const *arguments[SIDES];
    int argument_count[SIDES];
    bool unmatched, verbose;
    struct facts compared[ARCHS];
    int test, failed;
};

static _Noreturn void die(const char *what, const char *name)
{
    fprintf(stderr, "abi-compare: %s %s\n", what, name);
    exit(2);
}

static void *grown(void *rows, size_t *capacity, size_t count, size_t size)
{
    if (count < *capacity)
        return rows;
    *capacity = *capacity ? *capacity * 2 : 256;
    rows = reallocarray(rows, *capacity, size);
    if (!rows)
        die("out of memory", "");
    return rows;
}

__attribute__((format(printf, 1, 2))) static char *text(const char *format, ...)
{
    char *result;
    va_list arguments;
    va_start(arguments, format);
    if (vasprintf(&result, format, arguments) < 0)
        die("out of memory", "");
    va_end(arguments);
    return result;
}

static char *take(CXString string)
{
    const char *characters = clang_getCString(string);
    char *result = text("%s", characters ? characters : "");
    clang_disposeString(string);
    return result;
}

/* Facts: `item` and `value` become the list's own. */

static void add(struct facts *f, char *item, char *value)
{
    f->rows = grown(f->rows, &f->capacity, f->count, sizeof *f->rows);
    f->rows[f->count] = (struct fact){.item = item, .value = value, .order = TAG_FIRST + f->count};
    f->count++;
}

static int by_item(const void *a, const void *b)
{
    return strcmp(((const struct fact *)a)->item, ((const struct fact *)b)->item);
}

static int by_item_and_order(const void *a, const void *b)
{
    const struct fact *x = a, *y = b;
    const int order = strcmp(x->item, y->item);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void sort(struct facts *f)
{
    size_t kept = 0;
    if (f->count)
        qsort(f->rows, f->count, sizeof *f->rows, by_item_and_order);
    for (size_t i = 0; i < f->count; i++) {
        if (kept && !by_item(&f->rows[kept - 1], &f->rows[i])) {
            free(f->rows[kept - 1].item);
            free(f->rows[kept - 1].value);
            free(f->rows[kept - 1].via);
            kept--;
        }
        f->rows[kept++] = f->rows[i];
    }
    f->count = kept;
}

static const struct fact *find(const struct facts *f, const char *item)
{
    const struct fact key = {.item = (char *)item};
    return f->count ? bsearch(&key, f->rows, f->count, sizeof key, by_item) : NULL;
}

static void release(struct facts *f)
{
    for (size_t i = 0; i < f->count; i++) {
        free(f->rows[i].item);
        free(f->rows[i].value);
        free(f->rows[i].via);
    }
    free(f->rows);
    *f = (struct facts){0};
}

/* Types as the calling convention sees them. */

static char *class_of(CXType type, int depth);

static char *function_class(CXType type, int depth)
{
    char *result = class_of(clang_getResultType(type), depth + 1);
    const int count = clang_getNumArgTypes(type);
    for (int i = 0; i < count; i++) {
        char *argument = class_of(clang_getArgType(type, (unsigned)i), depth + 1);
        char *longer = text("%s%s%s", result, i ? "," : "(", argument);
        free(argument);
        free(result);
        result = longer;
    }
    char *whole = text("%s%s%s)", result, count > 0 ? "" : "(", clang_isFunctionTypeVariadic(type) ? ",..." : "");
    free(result);
    return whole;
}

static bool is_unsigned(CXType type)
{
    switch (type.kind) {
    case CXType_Bool:
    case CXType_UChar:
    case CXType_Char16:
    case CXType_UShort:
    case CXType_UInt:
    case CXType_ULong:
    case CXType_ULongLong:
    case CXType_UInt128:
        return true;
    default: /* an enumeration is an int to cl */
        return false;
    }
}

static bool is_integer(CXType type)
{
    return type.kind >= CXType_Bool && type.kind <= CXType_Int128;
}

static char *class_of(CXType type, int depth)
{
    type = clang_getCanonicalType(type);
    const long long size = clang_Type_getSizeOf(type);
    switch (type.kind) {
    case CXType_Void:
        return text("void");
    case CXType_Float:
    case CXType_Double:
    case CXType_LongDouble:
        return text("f%lld", size * 8);
    case CXType_Record:
        return size < 0 ? text("opaque") : text("record%lld", size);
    case CXType_Pointer: {
        const CXType pointee = clang_getCanonicalType(clang_getPointeeType(type));
        if (depth == 0 && (pointee.kind == CXType_FunctionProto || pointee.kind == CXType_FunctionNoProto)) {
            char *function = function_class(pointee, depth), *result = text("*%s", function);
            free(function);
            return result;
        }
        return text("p");
    }
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
        return depth == 0 ? function_class(type, depth) : text("p");
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
        return depth == 0 ? text("array%lld", size) : text("p");
    default:
        /* The sign of what a function takes or gives is nothing to a call. */
        return text("%c%lld", depth == 0 && is_unsigned(type) ? 'u' : 'i', size * 8);
    }
}

/* Records. */

struct record {
    struct facts *facts;
    const char *path; /* "IRP" or "IRP.Tail" */
    const char *via;  /* the named type that was entered first below the record that is being described */
    long long base;   /* bits before this record in the one that has a name */
};

static CXType element_of(CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    return type;
}

static bool is_unnamed(CXType type)
{
    const CXCursor declaration = clang_getTypeDeclaration(type);
    return clang_Cursor_isAnonymous(declaration) || clang_Cursor_isAnonymousRecordDecl(declaration);
}

static char *bare_tag(CXCursor cursor)
{
    char *tag = take(clang_getCursorSpelling(cursor)), *bare = text("%s", tag + strspn(tag, "_"));
    free(tag);
    return bare;
}

static void add_member(const struct record *r, const char *kind, const char *path, char *value)
{
    add(r->facts, text("%s %s", kind, path), value);
    if (r->via)
        r->facts->rows[r->facts->count - 1].via = text("record %s", r->via);
}

static enum CXVisitorResult visit_field(CXCursor field, CXClientData data)
{
    const struct record *r = data;
    char *name = take(clang_getCursorSpelling(field));
    const CXType type = clang_getCursorType(field), element = element_of(type);
    const long long at = r->base + clang_Cursor_getOffsetOfField(field);
    const bool nameless = clang_Cursor_isAnonymousRecordDecl(clang_getTypeDeclaration(element)) || !*name;
    char *path = nameless ? text("%s", r->path) : text("%s.%s", r->path, name);
    if (*name && is_integer(element))
        add_member(r, "sign", path, text(is_unsigned(element) ? "unsigned" : "signed"));
    if (clang_Cursor_isBitField(field)) {
        if (*name)
            add_member(r, "field", path,
                       text("at %lld.%lld width %d", at / 8, at % 8, clang_getFieldDeclBitWidth(field)));
    } else {
        const long long size = clang_Type_getSizeOf(type);
        if (!nameless)
            add_member(r, "field", path, text("at %lld size %lld", at / 8, size < 0 ? 0 : size));
        if (element.kind == CXType_Record) {
            char *tag = bare_tag(clang_getTypeDeclaration(element));
            struct record inner = {r->facts, path, r->via || is_unnamed(element) ? r->via : tag, at};
            clang_Type_visitFields(element, visit_field, &inner);
            free(tag);
        }
    }
    free(path);
    free(name);
    return CXVisit_Continue;
}

static void add_record(struct facts *f, const char *name, CXType type)
{
    const long long size = clang_Type_getSizeOf(type);
    if (size < 0)
        return;
    add(f, text("record %s", name), text("%lld align %lld", size, clang_Type_getAlignOf(type)));
    struct record whole = {f, name, NULL, 0};
    clang_Type_visitFields(type, visit_field, &whole);
}

/* Constants. */

static char *number(uint64_t value)
{
    if (value >> 31 == UINT64_MAX >> 31)
        value &= UINT32_MAX;
    return text("0x%llX", (unsigned long long)value);
}

static const char probe[] = "abi_compare_";

static void add_probe(struct facts *f, CXCursor cursor, const char *name)
{
    CXEvalResult result = clang_Cursor_Evaluate(cursor);
    if (!result)
        return;
    if (clang_EvalResult_getKind(result) == CXEval_Int)
        add(f, text("constant %s", name + strlen(probe)), number(clang_EvalResult_getAsUnsigned(result)));
    clang_EvalResult_dispose(result);
}

static void add_typedef(struct facts *f, CXCursor cursor, const char *name)
{
    const CXType type = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(cursor));
    if (type.kind == CXType_Record) {
        char *tag = bare_tag(clang_getTypeDeclaration(type));
        if (is_unnamed(type) || strcmp(tag, name) != 0)
            add_record(f, name, type);
        free(tag);
    } else {
        add(f, text("type %s", name), class_of(type, 0));
    }
}

static enum CXChildVisitResult visit(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct facts *f = data;
    char *name = take(clang_getCursorSpelling(cursor));
    enum CXChildVisitResult next = CXChildVisit_Continue;
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_StructDecl:
    case CXCursor_UnionDecl:
        if (clang_isCursorDefinition(cursor) && !is_unnamed(clang_getCursorType(cursor))) {
            char *tag = bare_tag(cursor);
            const size_t from = f->count;
            add_record(f, tag, clang_getCursorType(cursor));
            for (size_t i = from; i < f->count; i++)
                f->rows[i].order -= TAG_FIRST;
            free(tag);
        }
        next = CXChildVisit_Recurse;
        break;
    case CXCursor_TypedefDecl:
        add_typedef(f, cursor, name);
        next = CXChildVisit_Recurse;
        break;
    case CXCursor_EnumConstantDecl:
        add(f, text("constant %s", name), number((uint64_t)clang_getEnumConstantDeclValue(cursor)));
        break;
    case CXCursor_FunctionDecl:
        add(f, text("function %s", name), class_of(clang_getCursorType(cursor), 0));
        break;
    case CXCursor_VarDecl:
        if (!strncmp(name, probe, strlen(probe)))
            add_probe(f, cursor, name);
        break;
    case CXCursor_EnumDecl:
    case CXCursor_FieldDecl:
    case CXCursor_LinkageSpec:
        next = CXChildVisit_Recurse;
        break;
    default:
        break;
    }
    free(name);
    return next;
}

/* Macros: those that may be an expression are collected by a first reading, and become the initial values of variables
 * in a second. */

static bool may_be_expression(CXCursor macro)
{
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(macro);
    CXToken *tokens = NULL;
    unsigned count = 0;
    clang_tokenize(unit, clang_getCursorExtent(macro), &tokens, &count);
    bool expression = count > 1;
    for (unsigned i = 1; i < count && expression; i++) {
        char *token = take(clang_getTokenSpelling(unit, tokens[i]));
        expression = !strpbrk(token, "{};\"");
        free(token);
    }
    clang_disposeTokens(unit, tokens, count);
    return expression;
}

static enum CXChildVisitResult visit_macro(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(cursor) == CXCursor_MacroDefinition && !clang_Cursor_isMacroFunctionLike(cursor) &&
        !clang_Cursor_isMacroBuiltin(cursor)) {
        CXFile file;
        clang_getSpellingLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
        char *name = take(clang_getCursorSpelling(cursor));
        if (file && strncmp(name, "__", 2) != 0 && may_be_expression(cursor))
            add(data, name, text("%s", ""));
        else
            free(name);
    }
    return CXChildVisit_Continue;
}

/* An #error of the other side for a processor that it does not know costs what follows from it; a header that is not
 * found costs all. */
static bool show_errors(CXTranslationUnit unit, int side)
{
    const enum CXDiagnosticSeverity bad = side == KIT ? CXDiagnostic_Error : CXDiagnostic_Fatal;
    bool found = false;
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            char *message = take(clang_formatDiagnostic(diagnostic, clang_defaultDiagnosticDisplayOptions()));
            printf("# %s\n", message);
            free(message);
            found |= clang_getDiagnosticSeverity(diagnostic) >= bad;
        }
        clang_disposeDiagnostic(diagnostic);
    }
    return found;
}

static CXTranslationUnit parse(CXIndex index, const struct run *run, const struct group *g, int arch, int side,
                               const char *source, unsigned options)
{
    const char *all[256] = {targets[arch][side], "-ferror-limit=0", "-w"};
    int count = 3;
    for (size_t i = 0; i < g->define_count[side]; i++)
        all[count++] = g->defines[side][i];
    for (int i = 0; i < run->argument_count[side] && count < 256; i++)
        all[count++] = run->arguments[side][i];
    struct CXUnsavedFile file = {"abi_compare_source.c", source, strlen(source)};
    CXTranslationUnit unit = clang_parseTranslationUnit(index, file.Filename, all, count, &file, 1,
                                                        options | CXTranslationUnit_SkipFunctionBodies);
    if (!unit)
        die("cannot parse the headers of", g->path);
    return unit;
}

static bool read_facts(const struct run *run, const struct group *g, int arch, int side, struct facts *facts)
{
    char *source = text("%s", "");
    for (size_t i = 0; i < g->header_count[side]; i++) {
        char *longer = text("%s#include <%s>\n", source, g->headers[side][i]);
        free(source);
        source = longer;
    }
    CXIndex index = clang_createIndex(0, 0);
    CXTranslationUnit unit = parse(index, run, g, arch, side, source, CXTranslationUnit_DetailedPreprocessingRecord);
    const bool failed = show_errors(unit, side);
    struct facts macros = {0};
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit_macro, &macros);
    clang_disposeTranslationUnit(unit);
    sort(&macros);

    char *whole = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&whole, &length);
    if (!out)
        die("out of memory", "");
    fputs(source, out);
    for (size_t i = 0; i < macros.count; i++)
        fprintf(out, "\n#ifdef %s\nstatic const unsigned long long %s%s = (unsigned long long)(%s);\n#endif\n",
                macros.rows[i].item, probe, macros.rows[i].item, macros.rows[i].item);
    if (fclose(out))
        die("out of memory", "");
    unit = parse(index, run, g, arch, side, whole, 0);
    clang_visitChildren(clang_getTranslationUnitCursor(unit), visit, facts);
    clang_disposeTranslationUnit(unit);
    clang_disposeIndex(index);
    release(&macros);
    free(whole);
    free(source);
    sort(facts);
    return !failed;
}

/* The group's file. */

static char *trimmed(char *start, char *end)
{
    while (start < end && isspace((unsigned char)*start))
        start++;
    while (end > start && isspace((unsigned char)end[-1]))
        end--;
    return text("%.*s", (int)(end - start), start);
}

/* `count` parts between bars: "ARCH ITEM | KIT'S VALUE | OTHER'S VALUE | REASON", or without the values. */
static void read_exception(struct group *g, char *row, int count, int line)
{
    char *parts[4] = {0};
    for (int i = 0; i < count; i++) {
        char *end = i < count - 1 ? strchr(row, '|') : row + strlen(row);
        if (!end)
            die("an exception has too few parts in", g->path);
        parts[i] = trimmed(row, end);
        row = end + 1;
    }
    char *item = strchr(parts[0], ' ');
    if (!item || !*parts[count - 1])
        die("an exception has no item or no reason in", g->path);
    struct exception e = {.item = trimmed(item, item + strlen(item)), .line = line};
    for (int side = 0; side < SIDES && count == 4; side++)
        e.values[side] = parts[1 + side];
    *item = '\0';
    for (int arch = 0; arch < ARCHS; arch++)
        e.archs[arch] = !strcmp(parts[0], "both") || !strcmp(parts[0], arch_names[arch]);
    if (!e.archs[0] && !e.archs[1])
        die("an exception has no known processor in", g->path);
    free(parts[0]);
    free(parts[count - 1]);
    g->exceptions = grown(g->exceptions, &g->exception_capacity, g->exception_count, sizeof *g->exceptions);
    g->exceptions[g->exception_count++] = e;
}

static void append(char **list, size_t *count, char *word, const struct group *g)
{
    if (*count == MAX_WORDS)
        die("too many words in", g->path);
    list[(*count)++] = word;
}

static void read_words(struct group *g, const char *directive, char *words)
{
    const bool of_kit = strncmp(directive, "other-", 6) != 0, of_other = strncmp(directive, "kit-", 4) != 0;
    for (char *state, *word = strtok_r(words, " \t", &state); word; word = strtok_r(NULL, " \t", &state)) {
        for (int side = 0; side < SIDES; side++) {
            if (side == KIT ? !of_kit : !of_other)
                continue;
            if (strstr(directive, "headers"))
                append(g->headers[side], &g->header_count[side], text("%s", word), g);
            else
                append(g->defines[side], &g->define_count[side], text("-D%s", word), g);
        }
    }
}

static void read_archs(struct group *g, const char *words)
{
    for (int arch = 0; arch < ARCHS; arch++)
        g->archs[arch] = strstr(words, arch_names[arch]);
}

static void read_group(struct group *g, const char *path)
{
    static const char *const lists[] = {"headers", "kit-headers", "other-headers",
                                        "defines", "kit-defines", "other-defines"};
    FILE *file = fopen(path, "r");
    if (!file)
        die("cannot read", path);
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    *g = (struct group){.path = path, .name = text("%.*s", (int)strcspn(name, "."), name), .archs = {true, true}};
    char *line = NULL;
    size_t size = 0;
    for (int n = 1; getline(&line, &size, file) >= 0; n++) {
        char *row = trimmed(line, line + strlen(line));
        const size_t word = strcspn(row, " \t");
        char *rest = row[word] ? row + word + 1 : row + word;
        bool known = !*row || *row == '#';
        row[word] = '\0';
        for (size_t i = 0; i < sizeof lists / sizeof *lists && !known; i++) {
            if ((known = !strcmp(row, lists[i])))
                read_words(g, row, rest);
        }
        if (!known && (known = !strcmp(row, "archs")))
            read_archs(g, rest);
        if (!known && (known = !strcmp(row, "differ")))
            read_exception(g, rest, 4, n);
        if (!known && (known = !strcmp(row, "unlike")))
            read_exception(g, rest, 2, n);
        if (!known)
            die("unknown word in", path);
        free(row);
    }
    free(line);
    fclose(file);
    if (!g->header_count[KIT] || !g->header_count[OTHER])
        die("no headers in", path);
}

static void release_group(struct group *g)
{
    for (int side = 0; side < SIDES; side++) {
        for (size_t i = 0; i < g->header_count[side]; i++)
            free(g->headers[side][i]);
        for (size_t i = 0; i < g->define_count[side]; i++)
            free(g->defines[side][i]);
    }
    for (size_t i = 0; i < g->exception_count; i++) {
        free(g->exceptions[i].item);
        free(g->exceptions[i].values[KIT]);
        free(g->exceptions[i].values[OTHER]);
    }
    free(g->exceptions);
    free(g->name);
}

/* The comparison. */

static bool speaks_of(const struct exception *e, const char *item)
{
    if (e->values[KIT])
        return !strcmp(e->item, item);
    const char *name = strchr(item, ' ') + 1;
    const size_t length = strlen(e->item);
    return (!strncmp(item, "record ", 7) || !strncmp(item, "field ", 6) || !strncmp(item, "sign ", 5)) &&
           !strncmp(name, e->item, length) && (!name[length] || name[length] == '.');
}

static bool is_accepted(const struct group *g, int arch, const struct fact *kit, const struct fact *other)
{
    for (size_t i = 0; i < g->exception_count; i++) {
        struct exception *e = &g->exceptions[i];
        if (!e->archs[arch] || !speaks_of(e, kit->item))
            continue;
        if (!e->values[KIT] || (!strcmp(e->values[KIT], kit->value) && !strcmp(e->values[OTHER], other->value)))
            return e->used[arch] = true;
    }
    return false;
}

/* Members that only one side has, in records that both have. */
static void show_unmatched(const struct facts *mine, const struct facts *theirs, const char *who)
{
    for (size_t i = 0; i < mine->count; i++) {
        const char *item = mine->rows[i].item;
        if (strncmp(item, "field ", 6) != 0 || mine->rows[i].via || find(theirs, item))
            continue;
        char *record = text("record %.*s", (int)strcspn(item + 6, "."), item + 6);
        if (find(theirs, record))
            printf("# only %s: %s (%s)\n", who, item, mine->rows[i].value);
        free(record);
    }
}

static bool is_elsewhere(const struct fact *kit, const struct fact *other, const struct facts *sides)
{
    return (kit->via && find(&sides[OTHER], kit->via)) || (other->via && find(&sides[KIT], other->via));
}

static const char *const kinds[] = {"record", "field", "sign", "constant", "type", "function"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void compare(struct run *run, struct group *g, int arch)
{
    struct facts sides[SIDES] = {0};
    size_t counts[KINDS] = {0}, compared = 0, accepted = 0, failures = 0;
    for (int side = 0; side < SIDES; side++)
        failures += !read_facts(run, g, arch, side, &sides[side]);
    struct facts news = {0};
    for (size_t i = 0; i < sides[KIT].count; i++) {
        const struct fact *kit = &sides[KIT].rows[i], *other = find(&sides[OTHER], kit->item);
        if (!other || is_elsewhere(kit, other, sides) || find(&run->compared[arch], kit->item))
            continue;
        compared++;
        for (size_t k = 0; k < KINDS; k++)
            counts[k] += !strncmp(kit->item, kinds[k], strlen(kinds[k])) && kit->item[strlen(kinds[k])] == ' ';
        add(&news, text("%s", kit->item), text("%s", kit->value));
        if (run->verbose)
            printf("# %s: %s\n", kit->item, kit->value);
        if (!strcmp(kit->value, other->value))
            continue;
        if (is_accepted(g, arch, kit, other)) {
            accepted++;
            continue;
        }
        failures++;
        printf("# differ %s %s | %s | %s |\n", arch_names[arch], kit->item, kit->value, other->value);
    }
    for (size_t i = 0; i < g->exception_count; i++) {
        const struct exception *e = &g->exceptions[i];
        if (e->archs[arch] && !e->used[arch]) {
            failures++;
            printf("# %s:%d: stale exception: %s\n", g->path, e->line, e->item);
        }
    }
    if (run->unmatched) {
        show_unmatched(&sides[KIT], &sides[OTHER], "kit");
        show_unmatched(&sides[OTHER], &sides[KIT], "other");
    }
    if (!compared)
        puts("# nothing was compared");
    const bool failed = failures || !compared;
    run->failed |= failed;
    printf("%sok %d - %s on %s:", failed ? "not " : "", ++run->test, g->name, arch_names[arch]);
    for (size_t k = 0; k < KINDS; k++)
        printf(" %zu %ss%s", counts[k], kinds[k], k + 1 < KINDS ? "," : "");
    printf(" agree, but for %zu listed\n", accepted);
    fflush(stdout);
    for (size_t i = 0; i < news.count; i++)
        add(&run->compared[arch], news.rows[i].item, news.rows[i].value);
    free(news.rows);
    sort(&run->compared[arch]);
    release(&sides[KIT]);
    release(&sides[OTHER]);
}

static int separator(int argc, char **argv, int from)
{
    while (from < argc && strcmp(argv[from], "--") != 0)
        from++;
    return from;
}

int main(int argc, char **argv)
{
    struct run run = {0};
    int first = 1;
    for (; first < argc && argv[first][0] == '-' && argv[first][2]; first++) {
        run.unmatched |= !strcmp(argv[first], "--unmatched");
        run.verbose |= !strcmp(argv[first], "--verbose");
    }
    const int kit = separator(argc, argv, first), other = separator(argc, argv, kit + 1);
    if (other >= argc || kit == first) {
        fputs("usage: abi-compare [--unmatched] [--verbose] GROUP.abi... -- KIT-ARGUMENT... -- OTHER-ARGUMENT...\n",
              stderr);
        return 2;
    }
    run.arguments[KIT] = (const char *const *)argv + kit + 1;
    run.argument_count[KIT] = other - kit - 1;
    run.arguments[OTHER] = (const char *const *)argv + other + 1;
    run.argument_count[OTHER] = argc - other - 1;
    for (int i = first; i < kit; i++) {
        struct group g;
        read_group(&g, argv[i]);
        for (int arch = 0; arch < ARCHS; arch++) {
            if (g.archs[arch])
                compare(&run, &g, arch);
        }
        release_group(&g);
    }
    printf("1..%d\n", run.test);
    for (int arch = 0; arch < ARCHS; arch++)
        release(&run.compared[arch]);
    return run.failed;
}
