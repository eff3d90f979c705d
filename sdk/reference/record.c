/* Structures, unions and enumerations as text, with the offsets and values that the compiler gives them. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

struct printing {
    struct reference *reference;
    FILE *out;
    long long base; /* bytes from the outermost record to this one */
    int depth;
};

const char *keep_clang(struct reference *r, CXString text)
{
    const char *kept = keep_text(r, clang_getCString(text) ? clang_getCString(text) : "");
    clang_disposeString(text);
    return kept;
}

const char *declare(struct reference *r, const char *type, const char *name)
{
    if (!*name)
        return type;
    const char *pointer = strstr(type, "(*"), *array = strchr(type, '[');
    if (pointer) {
        const int before = (int)(pointer - type) + 2;
        return keep_format(r, "%.*s%s%s", before, type, name, type + before);
    }
    if (array) {
        int before = (int)(array - type);
        while (before && type[before - 1] == ' ')
            before--;
        return keep_format(r, "%.*s %s%s", before, type, name, array);
    }
    const size_t length = strlen(type);
    return keep_format(r, "%s%s%s", type, length && type[length - 1] == '*' ? "" : " ", name);
}

static CXType element_of(CXType type)
{
    while (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray)
        type = clang_getArrayElementType(type);
    return type;
}

static void indent(const struct printing *p)
{
    fprintf(p->out, "%*s", 4 * p->depth, "");
}

static enum CXChildVisitResult visit_member(CXCursor cursor, CXCursor parent, CXClientData data);

static void print_nested(struct printing *p, CXCursor record, long long base, const char *name)
{
    struct printing inner = {p->reference, p->out, base, p->depth + 1};
    indent(p);
    fprintf(p->out, "%s {\n", clang_getCursorKind(record) == CXCursor_UnionDecl ? "union" : "struct");
    clang_visitChildren(record, visit_member, &inner);
    indent(p);
    fprintf(p->out, "}%s%s;\n", *name ? " " : "", name);
}

/* The dimensions of an array type: "[4]" of "struct (unnamed …)[4]". */
static const char *dimensions(struct reference *r, CXType type)
{
    const char *text = "";
    for (; type.kind == CXType_ConstantArray; type = clang_getArrayElementType(type))
        text = keep_format(r, "%s[%lld]", text, clang_getArraySize(type));
    return type.kind == CXType_IncompleteArray ? keep_format(r, "%s[]", text) : text;
}

static void print_field(struct printing *p, CXCursor field)
{
    struct reference *r = p->reference;
    const char *name = keep_clang(r, clang_getCursorSpelling(field));
    const CXType type = clang_getCursorType(field), element = element_of(type);
    const long long bits = clang_Cursor_getOffsetOfField(field);
    const CXCursor declaration = clang_getTypeDeclaration(element);
    const enum CXCursorKind kind = clang_getCursorKind(declaration);
    if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) && clang_Cursor_isAnonymous(declaration)) {
        print_nested(p, declaration, p->base + bits / 8, keep_format(r, "%s%s", name, dimensions(r, type)));
        return;
    }
    const char *text = declare(r, keep_clang(r, clang_getTypeSpelling(type)), name);
    indent(p);
    if (clang_Cursor_isBitField(field))
        fprintf(p->out, "%s : %d; // 0x%llx, bit %lld\n", text, clang_getFieldDeclBitWidth(field),
                (unsigned long long)(p->base + bits / 8), bits % 8);
    else
        fprintf(p->out, "%s; // 0x%llx\n", text, (unsigned long long)(p->base + (bits < 0 ? 0 : bits / 8)));
}

/* Where the first field of an anonymous record lies in the record around it. */
static enum CXChildVisitResult first_field(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    CXCursor *found = data;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_FieldDecl) {
        *found = cursor;
        return CXChildVisit_Break;
    }
    return kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl ? CXChildVisit_Recurse : CXChildVisit_Continue;
}

static enum CXChildVisitResult visit_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    struct printing *p = data;
    const enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_FieldDecl) {
        print_field(p, cursor);
    } else if ((kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl) &&
               clang_Cursor_isAnonymousRecordDecl(cursor)) {
        CXCursor field = clang_getNullCursor();
        clang_visitChildren(cursor, first_field, &field);
        CXString name = clang_getCursorSpelling(field);
        const long long bits = clang_Type_getOffsetOf(clang_getCursorType(parent), clang_getCString(name));
        clang_disposeString(name);
        print_nested(p, cursor, p->base + (bits > 0 ? bits / 8 : 0), "");
    }
    return CXChildVisit_Continue;
}

const char *record_text(struct reference *r, CXCursor record, const char *name)
{
    char *text = NULL;
    size_t size;
    struct printing p = {r, open_memstream(&text, &size), 0, 1};
    if (!p.out)
        die("out of memory", "");
    fprintf(p.out, "%s %s {\n", clang_getCursorKind(record) == CXCursor_UnionDecl ? "union" : "struct", name);
    clang_visitChildren(record, visit_member, &p);
    const long long bytes = clang_Type_getSizeOf(clang_getCursorType(record));
    fprintf(p.out, "}; // %lld byte%s", bytes, bytes == 1 ? "" : "s");
    if (fclose(p.out))
        die("out of memory", "");
    const char *kept = keep_text(r, text);
    free(text);
    return kept;
}

static enum CXChildVisitResult visit_enumerator(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct printing *p = data;
    if (clang_getCursorKind(cursor) == CXCursor_EnumConstantDecl) {
        CXString name = clang_getCursorSpelling(cursor);
        const long long value = clang_getEnumConstantDeclValue(cursor);
        fprintf(p->out, value > 9999 ? "    %s = 0x%llX,\n" : "    %s = %lld,\n", clang_getCString(name), value);
        clang_disposeString(name);
    }
    return CXChildVisit_Continue;
}

const char *enumeration_text(struct reference *r, CXCursor enumeration, const char *name)
{
    char *text = NULL;
    size_t size;
    struct printing p = {r, open_memstream(&text, &size), 0, 1};
    if (!p.out)
        die("out of memory", "");
    fprintf(p.out, "enum %s {\n", name);
    clang_visitChildren(enumeration, visit_enumerator, &p);
    fputs("};", p.out);
    if (fclose(p.out))
        die("out of memory", "");
    const char *kept = keep_text(r, text);
    free(text);
    return kept;
}
