/* Constants and operands. */
#include "cwdk/check/load.h"

#include <llvm-c/Core.h>

unsigned load_width(const struct loader *l, LLVMTypeRef type)
{
    switch (LLVMGetTypeKind(type)) {
    case LLVMIntegerTypeKind:
        return LLVMGetIntTypeWidth(type);
    case LLVMPointerTypeKind:
        return 64;
    case LLVMVoidTypeKind:
    case LLVMLabelTypeKind:
    case LLVMMetadataTypeKind:
    case LLVMTokenTypeKind:
        return 0;
    default: {
        const unsigned long long bits = LLVMTypeIsSized(type) ? LLVMSizeOfTypeInBits(l->layout, type) : 0;
        return bits > 64 ? 128 : (unsigned)bits;
    }
    }
}

static struct value node_value(struct loader *l, struct node node)
{
    return value_of(nodes_get(&l->p->nodes, node));
}

static struct value constant_value(struct loader *l, LLVMValueRef v);

/* A constant address inside of something. */
static struct value constant_address(struct loader *l, LLVMValueRef v)
{
    struct value at = constant_value(l, LLVMGetOperand(v, 0));
    LLVMTypeRef type = LLVMGetGEPSourceElementType(v);
    const int count = LLVMGetNumOperands(v);
    for (int i = 1; i < count; i++) {
        LLVMValueRef index = LLVMGetOperand(v, (unsigned)i);
        if (!LLVMIsAConstantInt(index))
            return at;
        const long long n = LLVMConstIntGetSExtValue(index);
        if (i == 1) {
            at.offset += n * (long long)LLVMABISizeOfType(l->layout, type);
        } else if (LLVMGetTypeKind(type) == LLVMStructTypeKind) {
            at.offset += (long long)LLVMOffsetOfElement(l->layout, type, (unsigned)n);
            type = LLVMStructGetTypeAtIndex(type, (unsigned)n);
        } else {
            type = LLVMGetElementType(type);
            at.offset += n * (long long)LLVMABISizeOfType(l->layout, type);
        }
    }
    return at;
}

static struct value constant_value(struct loader *l, LLVMValueRef v)
{
    const LLVMTypeRef type = LLVMTypeOf(v);
    if (LLVMIsAConstantInt(v)) {
        if (LLVMGetIntTypeWidth(type) > 64)
            return node_value(l, (struct node){.kind = NODE_RESULT, .width = 128, .a = UINT32_MAX, .b = 1});
        return value_number(LLVMGetIntTypeWidth(type) == 1 ? (int64_t)LLVMConstIntGetZExtValue(v)
                                                           : (int64_t)LLVMConstIntGetSExtValue(v));
    }
    if (LLVMIsAUndefValue(v)) /* what a variable without a value gives; clang writes it for padding, too */
        return node_value(l,
                          (struct node){.kind = NODE_RESULT, .width = (uint8_t)load_width(l, type), .a = UINT32_MAX});
    if (LLVMIsNull(v))
        return value_number(0);
    if (LLVMIsAFunction(v)) {
        struct function *f = load_function(l, v);
        f->address_taken = true;
        return node_value(l, (struct node){.kind = NODE_FUNCTION, .width = 64, .a = f->id});
    }
    if (LLVMIsAGlobalVariable(v))
        return node_value(l, (struct node){.kind = NODE_GLOBAL, .width = 64, .a = load_global(l, v)});
    if (LLVMIsAConstantExpr(v)) {
        const LLVMOpcode op = LLVMGetConstOpcode(v);
        if (op == LLVMGetElementPtr)
            return constant_address(l, v);
        if (op == LLVMBitCast || op == LLVMAddrSpaceCast || op == LLVMIntToPtr || op == LLVMPtrToInt)
            return constant_value(l, LLVMGetOperand(v, 0));
    }
    return node_value(
        l, (struct node){.kind = NODE_RESULT, .width = (uint8_t)load_width(l, type), .a = UINT32_MAX, .b = 2});
}

struct operand load_operand(struct loader *l, LLVMValueRef v)
{
    struct operand o = {.width = load_width(l, LLVMTypeOf(v))};
    if (LLVMIsAArgument(v) || LLVMIsAInstruction(v)) {
        const struct link *k = load_link(l, v);
        o.kind = LLVMIsAArgument(v) ? OPERAND_PARAMETER : OPERAND_INSTRUCTION;
        o.index = k->index;
        if (k->index != UINT32_MAX)
            return o;
    }
    o.kind = OPERAND_VALUE;
    if (LLVMIsAConstant(v))
        o.value = constant_value(l, v);
    else
        o.value = node_value(l, (struct node){.kind = NODE_RESULT, .width = (uint8_t)o.width, .a = UINT32_MAX, .b = 3});
    return o;
}
