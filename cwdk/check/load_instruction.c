/* Instructions. */
#include "cwdk/check/load.h"
#include "cwdk/check/names.h"
#include "cwdk/host/text.h"

#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <string.h>

static void add_operand(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    i->operands[i->operand_count++] = load_operand(l, v);
}

static struct place place_of(struct loader *l, LLVMValueRef v)
{
    unsigned length = 0;
    const char *name = LLVMGetDebugLocFilename(v, &length);
    if (!name || !length)
        return (struct place){0};
    struct link *known = load_link(l, (void *)name); /* one pointer for each source of the module */
    if (known->index == UINT32_MAX)
        known->index = load_file(l->p, name);
    return (struct place){known->index, LLVMGetDebugLocLine(v), LLVMGetDebugLocColumn(v)};
}

static void read_address(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    LLVMTypeRef type = LLVMGetGEPSourceElementType(v);
    const int count = LLVMGetNumOperands(v);
    i->op = OP_ADDRESS;
    i->scales = arena_array(&l->scratch, (size_t)count, sizeof *i->scales);
    add_operand(l, i, LLVMGetOperand(v, 0));
    for (int k = 1; k < count; k++) {
        LLVMValueRef index = LLVMGetOperand(v, (unsigned)k);
        long long unit;
        if (k > 1 && LLVMGetTypeKind(type) == LLVMStructTypeKind) {
            const unsigned n = (unsigned)LLVMConstIntGetZExtValue(index);
            const long long offset = (long long)LLVMOffsetOfElement(l->layout, type, n);
            const char *record = LLVMGetStructName(type);
            i->size += offset;
            if (record) {
                i->record = name_get(l->p, strncmp(record, "struct.", 7) == 0 ? record + 7 : record)->name;
                i->field = offset;
            }
            type = LLVMStructGetTypeAtIndex(type, n);
            continue;
        }
        if (k > 1)
            type = LLVMGetElementType(type);
        unit = (long long)LLVMABISizeOfType(l->layout, type);
        if (LLVMIsAConstantInt(index)) {
            i->size += unit * LLVMConstIntGetSExtValue(index);
        } else {
            i->scales[i->operand_count] = unit;
            add_operand(l, i, index);
        }
    }
}

static void read_compare(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    static const struct {
        LLVMIntPredicate predicate;
        enum compare sub;
        bool swap, negate;
    } table[] = {
        {LLVMIntEQ, COMPARE_EQUAL, false, false},  {LLVMIntNE, COMPARE_EQUAL, false, true},
        {LLVMIntULT, COMPARE_BELOW, false, false}, {LLVMIntUGE, COMPARE_BELOW, false, true},
        {LLVMIntUGT, COMPARE_BELOW, true, false},  {LLVMIntULE, COMPARE_BELOW, true, true},
        {LLVMIntSLT, COMPARE_LESS, false, false},  {LLVMIntSGE, COMPARE_LESS, false, true},
        {LLVMIntSGT, COMPARE_LESS, true, false},   {LLVMIntSLE, COMPARE_LESS, true, true},
    };
    const LLVMIntPredicate predicate = LLVMGetICmpPredicate(v);
    for (size_t k = 0; k < sizeof table / sizeof *table; k++)
        if (table[k].predicate == predicate) {
            i->op = OP_COMPARE;
            i->sub = table[k].sub;
            i->negate = table[k].negate;
            add_operand(l, i, LLVMGetOperand(v, table[k].swap));
            add_operand(l, i, LLVMGetOperand(v, !table[k].swap));
        }
}

static void read_intrinsic(struct loader *l, struct instruction *i, LLVMValueRef v, const char *name)
{
    if (text_starts(name, "llvm.memset.") || text_starts(name, "llvm.memcpy.") || text_starts(name, "llvm.memmove.")) {
        i->op = text_starts(name, "llvm.memset.") ? OP_SET : OP_COPY;
        for (unsigned k = 0; k < 3; k++)
            add_operand(l, i, LLVMGetOperand(v, k));
    } else if (text_starts(name, "llvm.localrecover")) {
        LLVMValueRef owner = LLVMGetOperand(v, 0);
        i->op = OP_FRAME;
        i->field = LLVMConstIntGetSExtValue(LLVMGetOperand(v, 2));
        i->callee = LLVMIsAFunction(owner) ? load_function(l, owner) : NULL;
    } else if (text_starts(name, "llvm.expect") || text_starts(name, "llvm.ptr.annotation") ||
               text_starts(name, "llvm.annotation")) {
        i->op = OP_SELECT; /* of nothing: gives its operand */
        add_operand(l, i, LLVMGetOperand(v, 0));
    } else if (text_starts(name, "llvm.va_start") || text_starts(name, "llvm.va_copy")) {
        i->field = 1; /* writes it */
        add_operand(l, i, LLVMGetOperand(v, 0));
    } else if (text_starts(name, "llvm.seh.try.") && LLVMIsAInvokeInst(v)) {
        LLVMValueRef first = LLVMGetFirstInstruction(LLVMGetUnwindDest(v));
        if (first && LLVMGetInstructionOpcode(first) == LLVMCatchSwitch) /* and not only __finally */
            i->sub = name[strlen("llvm.seh.try.")] == 'b' ? TRY_BEGINS : TRY_ENDS;
    } else if (text_starts(name, "llvm.eh.exceptioncode")) {
        i->sub = EXCEPTION_CODE;
    } else if (text_starts(name, "llvm.trap") || text_starts(name, "llvm.ubsantrap")) {
        i->op = OP_STOP;
    }
}

/* An assertion that failed and what does not come back, as inline assembler says them. */
static bool stops(LLVMValueRef callee)
{
    size_t length = 0;
    const char *text = LLVMIsAInlineAsm(callee) ? LLVMGetInlineAsmAsmString(callee, &length) : NULL;
    static const char *const words[] = {"int $$0x2c", "int $$44", "int $$0x29", "int $$41",
                                        "int 0x2c",   "int 0x29", "ud2"};
    for (size_t k = 0; text && k < sizeof words / sizeof *words; k++)
        if (!strncmp(text, words[k], strlen(words[k])))
            return true;
    return text && (strstr(text, "0x2c") || strstr(text, "0x29")) && strstr(text, "int");
}

static void read_call(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    LLVMValueRef callee = LLVMGetCalledValue(v);
    const unsigned count = LLVMGetNumArgOperands(v);
    if (LLVMIsAFunction(callee) && LLVMGetIntrinsicID(callee)) {
        read_intrinsic(l, i, v, load_name(callee));
        return;
    }
    if (LLVMIsAInlineAsm(callee)) {
        if (stops(callee))
            i->op = OP_STOP;
        for (unsigned k = 0; k < count && i->op == OP_OPAQUE; k++) /* what it may write */
            if (LLVMGetTypeKind(LLVMTypeOf(LLVMGetOperand(v, k))) == LLVMPointerTypeKind)
                add_operand(l, i, LLVMGetOperand(v, k));
        return;
    }
    i->op = OP_CALL;
    if (LLVMIsAFunction(callee))
        i->callee = load_function(l, callee);
    for (unsigned k = 0; k < count; k++)
        add_operand(l, i, LLVMGetOperand(v, k));
    if (!i->callee)
        add_operand(l, i, callee);
}

void load_targets(struct loader *l, struct instruction *i, const LLVMBasicBlockRef *blocks, unsigned count)
{
    i->targets = arena_array(&l->scratch, count, sizeof *i->targets);
    for (unsigned k = 0; k < count; k++)
        i->targets[i->target_count++] = load_link(l, blocks[k])->index;
}

static void read_switch(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    const unsigned count = LLVMGetNumSuccessors(v);
    i->op = OP_SWITCH;
    i->targets = arena_array(&l->scratch, count, sizeof *i->targets);
    add_operand(l, i, LLVMGetOperand(v, 0));
    for (unsigned k = 0; k < count; k++) {
        i->targets[i->target_count++] = load_link(l, LLVMGetSuccessor(v, k))->index;
        if (k)
            add_operand(l, i, LLVMGetOperand(v, 2 * k));
    }
}

static void read_terminator(struct loader *l, struct instruction *i, LLVMValueRef v, LLVMOpcode op)
{
    const unsigned count = op == LLVMRet || op == LLVMUnreachable ? 0 : LLVMGetNumSuccessors(v);
    i->op = OP_MAYBE;
    if (op == LLVMRet) {
        i->op = OP_RETURN;
        if (LLVMGetNumOperands(v))
            add_operand(l, i, LLVMGetOperand(v, 0));
    } else if (op == LLVMUnreachable) {
        i->op = OP_STOP;
    } else if (op == LLVMSwitch) {
        read_switch(l, i, v);
        return;
    } else if (op == LLVMBr) {
        i->op = LLVMIsConditional(v) ? OP_BRANCH : OP_JUMP;
        if (LLVMIsConditional(v))
            add_operand(l, i, LLVMGetCondition(v));
    }
    LLVMBasicBlockRef *blocks = arena_array(&l->scratch, count + 1, sizeof *blocks);
    for (unsigned k = 0; k < count; k++)
        blocks[k] = LLVMGetSuccessor(v, k);
    load_targets(l, i, blocks, count);
    if (!count && i->op == OP_MAYBE)
        i->op = OP_STOP; /* unwinds to the caller */
}

static bool is_terminator(LLVMOpcode op)
{
    return op == LLVMRet || op == LLVMBr || op == LLVMSwitch || op == LLVMUnreachable || op == LLVMInvoke ||
           op == LLVMCatchSwitch || op == LLVMCatchRet || op == LLVMCleanupRet || op == LLVMIndirectBr;
}

static enum binary binary_of(LLVMOpcode op)
{
    switch (op) {
    case LLVMAdd:
        return BINARY_ADD;
    case LLVMSub:
        return BINARY_SUB;
    case LLVMMul:
        return BINARY_MUL;
    case LLVMUDiv:
    case LLVMSDiv:
        return BINARY_DIV;
    case LLVMURem:
    case LLVMSRem:
        return BINARY_REM;
    case LLVMAnd:
        return BINARY_AND;
    case LLVMOr:
        return BINARY_OR;
    case LLVMXor:
        return BINARY_XOR;
    case LLVMShl:
        return BINARY_SHL;
    default:
        return BINARY_SHR;
    }
}

/* Of __builtin_add_overflow and its kin on unsigned numbers: what comes out (0), and whether it has no room (1). */
static void read_checked(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    static const struct {
        const char *name;
        enum binary sub;
        enum compare wraps;
    } table[] = {
        {"llvm.uadd.with.overflow.", BINARY_ADD, COMPARE_SUM_WRAPS},
        {"llvm.usub.with.overflow.", BINARY_SUB, COMPARE_BELOW},
        {"llvm.umul.with.overflow.", BINARY_MUL, COMPARE_PRODUCT_WRAPS},
    };
    LLVMValueRef call = LLVMIsACallInst(LLVMGetOperand(v, 0)), callee = call ? LLVMGetCalledValue(call) : NULL;
    if (!callee || !LLVMIsAFunction(callee) || load_width(l, LLVMTypeOf(LLVMGetOperand(call, 0))) > 64)
        return;
    for (size_t k = 0; k < sizeof table / sizeof *table; k++)
        if (text_starts(load_name(callee), table[k].name)) {
            const bool tells = *LLVMGetIndices(v) == 1;
            i->op = tells ? OP_COMPARE : OP_BINARY;
            i->sub = tells ? (uint8_t)table[k].wraps : (uint8_t)table[k].sub;
            add_operand(l, i, LLVMGetOperand(call, 0));
            add_operand(l, i, LLVMGetOperand(call, 1));
            return;
        }
}

static void read_plain(struct loader *l, struct instruction *i, LLVMValueRef v, LLVMOpcode op)
{
    const int count = LLVMGetNumOperands(v);
    switch (op) {
    case LLVMAlloca:
        i->op = OP_LOCAL;
        i->size = LLVMIsAConstantInt(LLVMGetOperand(v, 0))
                      ? (int64_t)LLVMABISizeOfType(l->layout, LLVMGetAllocatedType(v)) *
                            LLVMConstIntGetSExtValue(LLVMGetOperand(v, 0))
                      : -1;
        return;
    case LLVMLoad:
        i->op = OP_LOAD;
        i->is_volatile = LLVMGetVolatile(v);
        add_operand(l, i, LLVMGetOperand(v, 0));
        return;
    case LLVMStore:
        i->op = OP_STORE;
        add_operand(l, i, LLVMGetOperand(v, 0));
        add_operand(l, i, LLVMGetOperand(v, 1));
        i->width = (uint16_t)i->operands[0].width;
        return;
    case LLVMGetElementPtr:
        read_address(l, i, v);
        return;
    case LLVMICmp:
        read_compare(l, i, v);
        return;
    case LLVMTrunc:
    case LLVMZExt:
    case LLVMSExt:
        i->op = OP_CAST;
        i->sub = op == LLVMTrunc ? CAST_TRUNCATE : op == LLVMZExt ? CAST_ZERO : CAST_SIGN;
        add_operand(l, i, LLVMGetOperand(v, 0));
        return;
    case LLVMBitCast:
    case LLVMPtrToInt:
    case LLVMIntToPtr:
    case LLVMFreeze:
        i->op = OP_SELECT;
        add_operand(l, i, LLVMGetOperand(v, 0));
        return;
    case LLVMExtractValue:
        read_checked(l, i, v);
        return;
    case LLVMSelect:
    case LLVMPHI:
        i->op = op == LLVMPHI ? OP_PHI : OP_SELECT;
        for (int k = 0; k < count; k++)
            add_operand(l, i, LLVMGetOperand(v, (unsigned)k));
        if (op == LLVMPHI) {
            LLVMBasicBlockRef *blocks = arena_array(&l->scratch, (size_t)count + 1, sizeof *blocks);
            for (int k = 0; k < count; k++)
                blocks[k] = LLVMGetIncomingBlock(v, (unsigned)k);
            load_targets(l, i, blocks, (unsigned)count);
        }
        return;
    case LLVMAdd:
    case LLVMSub:
    case LLVMMul:
    case LLVMUDiv:
    case LLVMSDiv:
    case LLVMURem:
    case LLVMSRem:
    case LLVMAnd:
    case LLVMOr:
    case LLVMXor:
    case LLVMShl:
    case LLVMLShr:
    case LLVMAShr:
        i->op = OP_BINARY;
        i->sub = binary_of(op);
        add_operand(l, i, LLVMGetOperand(v, 0));
        add_operand(l, i, LLVMGetOperand(v, 1));
        return;
    case LLVMAtomicRMW:
    case LLVMAtomicCmpXchg:
        i->field = 1; /* writes to operand 0 what is not known */
        add_operand(l, i, LLVMGetOperand(v, 0));
        add_operand(l, i, LLVMGetOperand(v, op == LLVMAtomicRMW ? 1 : 2)); /* perhaps what is stored */
        return;
    default:
        return;
    }
}

void load_instruction(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    const LLVMOpcode op = LLVMGetInstructionOpcode(v);
    const LLVMTypeRef type = LLVMTypeOf(v);
    const int operands = LLVMGetNumOperands(v);
    i->width = (uint16_t)load_width(l, type);
    i->pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    i->place = place_of(l, v);
    i->operands = arena_array(&l->scratch, (size_t)(operands > 0 ? operands : 0) + 1, sizeof *i->operands);
    if (op == LLVMCall || op == LLVMInvoke)
        read_call(l, i, v);
    else if (is_terminator(op))
        read_terminator(l, i, v, op);
    else
        read_plain(l, i, v, op);
    i->bits = i->op == OP_LOAD && text_starts(load_name(v), "bf.load");
    if (i->op == OP_COMPARE)
        i->tested = text_starts(load_name(v), "tobool");
    if (i->op == OP_LOCAL && *load_name(v)) {
        const char *name = load_name(v);
        const size_t length = strlen(name);
        const bool copy = length > 5 && !strcmp(name + length - 5, ".addr");
        i->name = name_get(l->p, copy ? arena_substring(&l->scratch, name, length - 5) : name)->name;
    }
}

/* Values are numbered before they are read: a loop uses some before they are made. */
