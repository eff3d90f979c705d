/*
 * contracts.tsv: what annotations and types say about functions, callbacks and the fields that callbacks are stored in,
 * for `cwdk check`. One line each, fields parted by tabs, annotations by unit separators (0x1F):
 *
 *   function NAME RESULT ANNOTATIONS (TYPE ANNOTATIONS)...     one pair for each parameter
 *   role     NAME RESULT ANNOTATIONS (TYPE ANNOTATIONS)...
 *   field    RECORD OFFSET ROLE                                a pointer to a function of that role, or an array of
 * them
 *
 * The size of a buffer that another parameter holds is written as that one's number: _Out_writes_bytes_(#6).
 */
#include "reference.h"

#include <string.h>

struct fields {
    struct reference *reference;
    struct entry *entry;
    long long base;
};

static enum CXChildVisitResult visit_field(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct fields *f = data;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) && clang_Cursor_isAnonymousRecordDecl(cursor)) {
        struct fields inner = {f->reference, f->entry, f->base};
        clang_visitChildren(cursor, visit_field, &inner);
        return CXChildVisit_Continue;
    }
    (void)parent;
    if (kind != CXCursor_FieldDecl)
        return CXChildVisit_Continue;
    CXType type = clang_getCursorType(cursor);
    if (clang_getCanonicalType(type).kind == CXType_ConstantArray)
        type = clang_getArrayElementType(type);
    const CXType real = clang_getCanonicalType(type);
    if (real.kind != CXType_Pointer)
        return CXChildVisit_Continue;
    const enum CXTypeKind target = clang_getPointeeType(real).kind;
    const long long bits = clang_Cursor_getOffsetOfField(cursor);
    if ((target == CXType_FunctionProto || target == CXType_FunctionNoProto) && bits >= 0) {
        const char *spelling = keep_clang(f->reference, clang_getTypeSpelling(type));
        words_add(f->reference, &f->entry->roles, keep_format(f->reference, "%lld\t%s", bits / 8, spelling));
    }
    return CXChildVisit_Continue;
}

void contract_collect(struct reference *r, struct entry *e, CXCursor record)
{
    struct fields f = {r, e, 0};
    clang_visitChildren(record, visit_field, &f);
}

/* An annotation of a buffer names the parameter that holds its size: "_Out_writes_bytes_(#6)" instead of (Length). */
static void put_sized(const struct entry *e, const char *word, FILE *out)
{
    static const char *const kinds[] = {"_reads_", "_writes_", "_updates_"};
    const char *inside = strchr(word, '(');
    bool sized = false;
    for (size_t i = 0; inside && i < sizeof kinds / sizeof *kinds; i++) {
        const char *at = strstr(word, kinds[i]);
        sized |= at && at < inside;
    }
    const size_t length = sized ? strcspn(inside + 1, ",)") : 0;
    for (size_t i = 0; length && i < e->parameter_count; i++)
        if (strlen(e->parameters[i].name) == length && !strncmp(inside + 1, e->parameters[i].name, length)) {
            fprintf(out, "%.*s#%zu%s", (int)(inside + 1 - word), word, i, inside + 1 + length);
            return;
        }
    fputs(word, out);
}

static void put_words(const struct entry *e, const struct words *words, FILE *out)
{
    for (size_t i = 0; i < words->count; i++) {
        if (i)
            fputc(0x1F, out);
        put_sized(e, words->items[i], out);
    }
}

/* The callback that a type is a pointer to, by name; NULL where it is none. */
static const struct entry *role_of(const struct reference *r, const char *type)
{
    char name[256];
    const size_t length = strcspn(type, " *");
    if (!length || length >= sizeof name)
        return NULL;
    memcpy(name, type, length);
    name[length] = 0;
    const struct entry *e = entry_find(r, name);
    if (e && e->same)
        e = e->same;
    return e && e->kind == CALLBACK ? e : NULL;
}

void contract_write(const struct reference *r, const struct entry *e, FILE *out)
{
    for (size_t i = 0; i < e->roles.count; i++) {
        const char *type = strchr(e->roles.items[i], '\t') + 1;
        const struct entry *role = role_of(r, type);
        if (role)
            fprintf(out, "field\t%s\t%.*s\t%s\n", e->name, (int)(type - 1 - e->roles.items[i]), e->roles.items[i],
                    role->name);
    }
    if (e->kind != FUNCTION && e->kind != CALLBACK)
        return;
    fprintf(out, "%s\t%s\t%s\t", e->kind == FUNCTION ? "function" : "role", e->name, e->result ? e->result : "");
    put_words(e, &e->contracts, out);
    for (size_t i = 0; i < e->parameter_count; i++) {
        const struct entry *role = role_of(r, e->parameters[i].type);
        fprintf(out, "\t%s\t", role ? role->name : e->parameters[i].type);
        put_words(e, &e->parameters[i].contracts, out);
    }
    fputc('\n', out);
}
