/* The rules on expressions and statements, and where WDK_UNSAFE blocks are. */
#include "cwdk/profile/scan.h"

#include <string.h>

static CXType type_of(CXCursor c)
{
    return clang_getCanonicalType(clang_getCursorType(c));
}

static bool is_pointer(CXType type)
{
    return type.kind == CXType_Pointer;
}

static bool is_integer(CXType type)
{
    return (type.kind >= CXType_Bool && type.kind <= CXType_Int128) || type.kind == CXType_Enum;
}

static bool is_void_pointer(CXType type)
{
    return is_pointer(type) && clang_getCanonicalType(clang_getPointeeType(type)).kind == CXType_Void;
}

/* The first operands of an expression. */
struct operands {
    CXCursor at[3];
    unsigned count;
};

static enum CXChildVisitResult take_operand(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct operands *o = data;
    if (clang_isExpression(clang_getCursorKind(c)) && o->count < 3)
        o->at[o->count++] = c;
    return CXChildVisit_Continue;
}

static struct operands operands_of(CXCursor c)
{
    struct operands o = {.count = 0};
    clang_visitChildren(c, take_operand, &o);
    return o;
}

/* The expression without parentheses and conversions that clang puts in. */
static CXCursor bare(CXCursor c)
{
    for (;;) {
        const enum CXCursorKind kind = clang_getCursorKind(c);
        if (kind != CXCursor_UnexposedExpr && kind != CXCursor_ParenExpr)
            return c;
        const struct operands o = operands_of(c);
        if (o.count != 1)
            return c;
        c = o.at[0];
    }
}

/* Its value where the compiler knows it. */
static bool constant_of(CXCursor c, long long *value)
{
    CXEvalResult result = clang_Cursor_Evaluate(c);
    if (!result)
        return false;
    const bool is_int = clang_EvalResult_getKind(result) == CXEval_Int;
    if (is_int)
        *value = clang_EvalResult_getAsLongLong(result);
    clang_EvalResult_dispose(result);
    return is_int;
}

static const char *type_name(struct scan *s, CXCursor c)
{
    return text_of(s, clang_getTypeSpelling(clang_getCursorType(c)));
}

static void finds(struct scan *s, const char *code, CXCursor c, const char *claim, const char *label, const char *help)
{
    scan_finds(s, code, clang_getRangeStart(clang_getCursorExtent(c)), claim, label, help);
}

static void pointer_moves(struct scan *s, CXCursor c)
{
    if (expression_is_own(s, c))
        finds(s, CODE_SAF1001, c, "a pointer is computed outside of WDK_UNSAFE", "nothing holds this within its memory",
              "use a span: wdk_slice(), wdk_at(), wdk_for_each (wdk/span.h)");
}

static void binary(struct scan *s, CXCursor c)
{
    const enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
    const struct operands o = operands_of(c);
    const bool moves = op == CXBinaryOperator_Add || op == CXBinaryOperator_Sub || op == CXBinaryOperator_AddAssign ||
                       op == CXBinaryOperator_SubAssign;
    if (moves && o.count == 2 && (is_pointer(type_of(o.at[0])) || is_pointer(type_of(o.at[1]))))
        pointer_moves(s, c);
}

static void unary(struct scan *s, CXCursor c)
{
    const enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(c);
    const bool moves = op == CXUnaryOperator_PostInc || op == CXUnaryOperator_PostDec || op == CXUnaryOperator_PreInc ||
                       op == CXUnaryOperator_PreDec;
    if (moves && is_pointer(type_of(c)))
        pointer_moves(s, c);
}

static void subscript(struct scan *s, CXCursor c)
{
    struct operands o = operands_of(c);
    if (o.count != 2 || !expression_is_own(s, c))
        return;
    const bool swapped = is_integer(type_of(o.at[0]));
    const CXType array = type_of(bare(o.at[swapped ? 1 : 0]));
    const CXCursor index = o.at[swapped ? 0 : 1];
    if (array.kind != CXType_ConstantArray) {
        finds(s, CODE_SAF1003, c, "a pointer is indexed outside of WDK_UNSAFE",
              "nobody knows how many elements there are",
              "take a span instead of a pointer, and wdk_at(span, index) (wdk/span.h)");
        return;
    }
    const long long count = clang_getArraySize(array);
    long long value;
    if (!constant_of(index, &value))
        finds(s, CODE_SAF1003, c, "an array is indexed by what may be any number", "the index is not checked",
              "*wdk_at(wdk_span_of(name, array), index) panics where there is no such element (wdk/span.h)");
    else if (value < 0 || value >= count)
        finds(s, CODE_SAF1003, c, arena_format(s->arena, "index %lld of an array of %lld elements", value, count),
              "there is no such element", "an index lies below the number of elements");
}

static bool is_const(CXType pointee)
{
    return clang_isConstQualifiedType(pointee);
}

/* Whether what a pointer is cast to can do no more with the memory than the pointer itself. */
static bool cast_is_harmless(CXType from, CXType to)
{
    const CXType source = clang_getPointeeType(from), target = clang_getPointeeType(to);
    if (is_const(source) && !is_const(target))
        return false;
    return target.kind == CXType_Void ||
           clang_equalTypes(clang_getUnqualifiedType(source), clang_getUnqualifiedType(target));
}

static bool is_truth(CXCursor c)
{
    c = bare(c);
    switch ((int)clang_getCursorKind(c)) {
    case CXCursor_BinaryOperator: {
        const enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(c);
        return (op >= CXBinaryOperator_LT && op <= CXBinaryOperator_NE) || op == CXBinaryOperator_LAnd ||
               op == CXBinaryOperator_LOr;
    }
    case CXCursor_UnaryOperator:
        return clang_getCursorUnaryOperatorKind(c) == CXUnaryOperator_LNot;
    default:
        return type_of(c).kind == CXType_Bool;
    }
}

static bool fits(CXType type, long long value)
{
    const long long bits = clang_Type_getSizeOf(type) * 8;
    if (bits >= 64)
        return true;
    const bool is_signed = type.kind >= CXType_Char_S && type.kind <= CXType_Int128;
    const long long limit = 1LL << (is_signed ? bits - 1 : bits);
    return value < limit && value >= (is_signed ? -limit : 0);
}

static void integer_cast(struct scan *s, CXCursor c, CXCursor operand, CXType from, CXType to)
{
    long long value;
    if (to.kind == CXType_Bool || clang_Type_getSizeOf(to) >= clang_Type_getSizeOf(from) || is_truth(operand) ||
        (constant_of(operand, &value) && fits(to, value)))
        return;
    finds(s, CODE_SAF3002, c,
          arena_format(s->arena, "a cast makes a smaller integer (%s) of a larger one (%s)", type_name(s, c),
                       type_name(s, operand)),
          "bits may be lost",
          "WDK_NARROW(type, value) panics where it does not fit; wdk_narrow() gives an error (wdk/checked.h)");
}

static void pointer_cast(struct scan *s, CXCursor c, CXCursor operand)
{
    finds(s, CODE_SAF1002, c,
          arena_format(s->arena, "a cast of %s to %s outside of WDK_UNSAFE", type_name(s, operand), type_name(s, c)),
          "the compiler no longer knows what lies there",
          "use what has the type: a context's accessor, wdk_object_in(), wdk_read_le32() and its kin");
}

static void cast(struct scan *s, CXCursor c)
{
    const struct operands o = operands_of(c);
    if (!o.count || !expression_is_own(s, c))
        return;
    const CXCursor operand = o.at[o.count - 1];
    const CXType from = type_of(operand), to = type_of(c);
    long long value;
    if (to.kind == CXType_Void)
        return;
    if (is_pointer(from) && is_pointer(to)) {
        if (!cast_is_harmless(from, to))
            pointer_cast(s, c, operand);
    } else if (is_pointer(from) ? is_integer(to) && to.kind != CXType_Bool : is_pointer(to) && is_integer(from)) {
        if (!(is_pointer(to) && constant_of(operand, &value) && value == 0))
            pointer_cast(s, c, operand);
    } else if (is_integer(from) && is_integer(to)) {
        integer_cast(s, c, operand, from, to);
    }
}

/* What clang converts without a word: C lets a void * become a pointer of any type. */
static void conversion(struct scan *s, CXCursor c)
{
    const struct operands o = operands_of(c);
    if (o.count != 1 || !is_pointer(type_of(c)) || is_void_pointer(type_of(c)) || !is_void_pointer(type_of(o.at[0])))
        return;
    long long value;
    const CXCursor inner = bare(o.at[0]);
    if (clang_getCursorKind(inner) == CXCursor_CStyleCastExpr && operands_of(inner).count &&
        constant_of(operands_of(inner).at[operands_of(inner).count - 1], &value) && value == 0)
        return; /* NULL */
    if (spelled_in_own(s, clang_getRangeStart(clang_getCursorExtent(c))))
        finds(s, CODE_SAF1002, c,
              arena_format(s->arena, "a %s becomes a %s outside of WDK_UNSAFE", type_name(s, o.at[0]), type_name(s, c)),
              "the compiler does not know what lies there",
              "use what has the type: a context's accessor, wdk_object_in(), wdk_read_le32() and its kin");
}

static void member(struct scan *s, CXCursor c)
{
    const CXCursor field = clang_getCursorReferenced(c), record = clang_getCursorSemanticParent(field);
    if (clang_getCursorKind(field) != CXCursor_FieldDecl || clang_getCursorKind(record) != CXCursor_UnionDecl ||
        !spelled_in_own(s, clang_getCursorLocation(field)) || !spelled_in_own(s, clang_getCursorLocation(c)))
        return;
    scan_finds(s, CODE_SAF1005, clang_getCursorLocation(c),
               arena_format(s->arena, "%s is a member of a union", text_of(s, clang_getCursorSpelling(field))),
               "another member may have been written last",
               "use a structure; read wire formats with wdk_read_le32() and its kin (wdk/span.h)");
}

static void assembly(struct scan *s, CXCursor c)
{
    if (expression_is_own(s, c))
        finds(s, CODE_SAF4001, c, "inline assembly outside of WDK_UNSAFE", "the compiler does not see what it does",
              "use a function of the kernel or an intrinsic");
}

static void jump(struct scan *s, CXCursor c)
{
    if (expression_is_own(s, c))
        finds(s, CODE_SAF4002, c, "a jump to a computed place outside of WDK_UNSAFE",
              "scopes may be entered or left here", "use a switch, or functions");
}

/* The text in the parentheses of WDK_UNSAFE: the first literal in the loop's declaration. */
static enum CXChildVisitResult find_reason(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    if (clang_getCursorKind(c) != CXCursor_StringLiteral)
        return CXChildVisit_Recurse;
    *(CXCursor *)data = c;
    return CXChildVisit_Break;
}

/* As it is written, without its quotes. */
static const char *reason_of(struct scan *s, CXCursor loop)
{
    CXCursor literal = clang_getNullCursor();
    clang_visitChildren(loop, find_reason, &literal);
    if (clang_Cursor_isNull(literal))
        return "";
    const char *text = text_of(s, clang_getCursorSpelling(literal));
    const size_t length = strlen(text);
    if (length < 2)
        return text;
    char *out = arena_substring(s->arena, text + 1, length - 2), *to = out;
    for (const char *from = out; *from; from++) {
        if (*from == '\\' && (from[1] == '"' || from[1] == '\\'))
            from++;
        *to++ = *from;
    }
    *to = 0;
    return out;
}

/* A for statement that is written in the kit's wdk/unsafe.h. */
static void loop(struct scan *s, CXCursor c)
{
    static const char header[] = "/wdk/unsafe.h";
    const CXSourceRange extent = clang_getCursorExtent(c);
    CXFile spelled;
    clang_getSpellingLocation(clang_getRangeStart(extent), &spelled, NULL, NULL, NULL);
    const struct scanned_file *in = scan_file(s, spelled);
    if (!in || in->own || strlen(in->name) < sizeof header ||
        strcmp(in->name + strlen(in->name) + 1 - sizeof header, header) != 0)
        return;
    s->blocks = grown(s->arena, s->blocks, s->block_count, &s->block_capacity, sizeof *s->blocks);
    struct unsafe_block *b = &s->blocks[s->block_count++];
    *b = (struct unsafe_block){.block.function = s->function, .block.reason = reason_of(s, c)};
    clang_getExpansionLocation(clang_getRangeStart(extent), &b->file, &b->block.place.line, &b->block.place.column,
                               &b->begin);
    clang_getExpansionLocation(clang_getRangeEnd(extent), NULL, &b->block.last_line, NULL, &b->end);
    const struct scanned_file *file = scan_file(s, b->file);
    b->block.place.file = file ? file->name : "";
}

static void macro_used(struct scan *s, CXCursor c)
{
    const CXSourceRange extent = clang_getCursorExtent(c);
    const struct spot begin = spot_of(clang_getRangeStart(extent)), end = spot_of(clang_getRangeEnd(extent));
    const struct scanned_file *file = scan_file(s, begin.file);
    if (!file || !file->own)
        return;
    s->expansions = grown(s->arena, s->expansions, s->expansion_count, &s->expansion_capacity, sizeof *s->expansions);
    s->expansions[s->expansion_count++] = (struct expansion){begin.file, begin.at, end.at};
}

static enum CXChildVisitResult inside(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct scan *s = data;
    switch ((int)clang_getCursorKind(c)) {
    case CXCursor_UnaryExpr: /* sizeof and its kin, which compute nothing */
        return CXChildVisit_Continue;
    case CXCursor_BinaryOperator:
    case CXCursor_CompoundAssignOperator:
        binary(s, c);
        break;
    case CXCursor_UnaryOperator:
        unary(s, c);
        break;
    case CXCursor_ArraySubscriptExpr:
        subscript(s, c);
        break;
    case CXCursor_CStyleCastExpr:
        cast(s, c);
        break;
    case CXCursor_UnexposedExpr:
        conversion(s, c);
        break;
    case CXCursor_MemberRefExpr:
        member(s, c);
        break;
    case CXCursor_ForStmt:
        loop(s, c);
        break;
    case CXCursor_GCCAsmStmt:
    case CXCursor_MSAsmStmt:
        assembly(s, c);
        break;
    case CXCursor_IndirectGotoStmt:
        jump(s, c);
        break;
    default:
        break;
    }
    return CXChildVisit_Recurse;
}

static enum CXChildVisitResult at_file_level(CXCursor c, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct scan *s = data;
    const enum CXCursorKind kind = clang_getCursorKind(c);
    if (kind == CXCursor_MacroExpansion) {
        macro_used(s, c);
        return CXChildVisit_Continue;
    }
    if (clang_isPreprocessing(kind))
        return CXChildVisit_Continue;
    const struct scanned_file *file = scan_file(s, spot_of(clang_getCursorLocation(c)).file);
    if (!file || !file->own)
        return CXChildVisit_Continue;
    s->function = kind == CXCursor_FunctionDecl ? text_of(s, clang_getCursorSpelling(c)) : "";
    clang_visitChildren(c, inside, s);
    s->function = "";
    return CXChildVisit_Continue;
}

void walk_unit(struct scan *s)
{
    s->function = "";
    clang_visitChildren(clang_getTranslationUnitCursor(s->unit), at_file_level, s);
}
