/* Bitcode to the tables of program.h, through LLVM's C interface. */
#include "cwdk/check/declared.h"
#include "cwdk/check/names.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <llvm-c/BitReader.h>
#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <llvm-c/Target.h>
#include <stdlib.h>
#include <string.h>

/* One module on its way in. A table from LLVM's pointers to ours is kept for values. */
struct link {
    void *key;
    uint32_t index;
};

struct loader {
    struct program *p;
    LLVMModuleRef module;
    LLVMTargetDataRef layout;
    struct link *links; /* functions, globals, then per function values and blocks */
    uint32_t link_count, link_capacity;
    struct function **functions; /* of this module */
    uint32_t function_count;
    struct function *function; /* being read */
    struct instruction *last;
};

static uint32_t hash_pointer(const void *key)
{
    const uint64_t h = (uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15u;
    return (uint32_t)(h >> 32);
}

static struct link *link_get(struct loader *l, void *key)
{
    if (l->link_count * 2 >= l->link_capacity) {
        struct link *old = l->links;
        const uint32_t before = l->link_capacity;
        l->link_capacity = before ? before * 2 : 4096;
        l->links = memory_new(l->link_capacity, sizeof *l->links);
        for (uint32_t i = 0; i < before; i++)
            if (old[i].key) {
                uint32_t at = hash_pointer(old[i].key) & (l->link_capacity - 1);
                while (l->links[at].key)
                    at = (at + 1) & (l->link_capacity - 1);
                l->links[at] = old[i];
            }
        free(old);
    }
    uint32_t at = hash_pointer(key) & (l->link_capacity - 1);
    for (; l->links[at].key; at = (at + 1) & (l->link_capacity - 1))
        if (l->links[at].key == key)
            return &l->links[at];
    l->links[at] = (struct link){key, UINT32_MAX};
    l->link_count++;
    return &l->links[at];
}

static uint32_t file_index(struct program *p, const char *folder, const char *name)
{
    if (!p->file_count) {
        p->file_capacity = 64;
        p->files = arena_array(p->arena, p->file_capacity, sizeof *p->files);
        p->files[p->file_count++] = "";
    }
    struct name_entry *e = name_get(p, arena_format(p->arena, "//file/%s", name));
    if (!e->file) {
        if (p->file_count == p->file_capacity) {
            const char **more = arena_array(p->arena, (size_t)p->file_capacity * 2, sizeof *more);
            memcpy(more, p->files, p->file_count * sizeof *more);
            p->files = more;
            p->file_capacity *= 2;
        }
        (void)folder;
        p->files[p->file_count++] = arena_string(p->arena, name);
        e->file = p->file_count;
    }
    return e->file - 1;
}

static unsigned width_of(const struct loader *l, LLVMTypeRef type)
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

static struct function *function_new(struct program *p, const char *name)
{
    struct function *f = arena_alloc(p->arena, sizeof *f);
    if (p->function_count == p->function_capacity) {
        p->function_capacity = p->function_capacity ? p->function_capacity * 2 : 256;
        p->functions = memory_resize(p->functions, p->function_capacity, sizeof *p->functions);
    }
    f->name = name;
    f->id = p->function_count;
    p->functions[p->function_count++] = f;
    return f;
}

static uint32_t global_new(struct program *p, const char *name, bool constant)
{
    if (p->global_count == p->global_capacity) {
        p->global_capacity = p->global_capacity ? p->global_capacity * 2 : 256;
        p->globals = memory_resize(p->globals, p->global_capacity, sizeof *p->globals);
    }
    p->globals[p->global_count] = (struct global){.name = arena_string(p->arena, name), .constant = constant};
    return p->global_count++;
}

static bool is_internal(LLVMValueRef v)
{
    const LLVMLinkage linkage = LLVMGetLinkage(v);
    return linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage;
}

static const char *name_of(LLVMValueRef v)
{
    size_t length;
    return LLVMGetValueName2(v, &length);
}

static uint32_t global_of(struct loader *l, LLVMValueRef v)
{
    struct link *k = link_get(l, v);
    if (k->index != UINT32_MAX)
        return k->index;
    uint32_t index;
    if (is_internal(v)) {
        index = global_new(l->p, name_of(v), LLVMIsGlobalConstant(v));
    } else {
        struct name_entry *e = name_get(l->p, name_of(v));
        if (!e->global)
            e->global = global_new(l->p, name_of(v), LLVMIsGlobalConstant(v)) + 1;
        index = e->global - 1;
    }
    link_get(l, v)->index = index;
    const LLVMTypeRef type = LLVMGlobalGetValueType(v);
    const int64_t size = LLVMTypeIsSized(type) ? (int64_t)LLVMABISizeOfType(l->layout, type) : 0;
    if (size > l->p->globals[index].size)
        l->p->globals[index].size = size;
    const char *section = LLVMGetSection(v);
    l->p->globals[index].pageable |= section && !strncmp(section, "PAGE", 4);
    return index;
}

/* The functions of this module, made when they are met first. */
static struct function *function_of(struct loader *l, LLVMValueRef v)
{
    struct link *k = link_get(l, v);
    if (k->index != UINT32_MAX)
        return l->p->functions[k->index];
    struct function *f;
    if (is_internal(v)) {
        f = function_new(l->p, arena_string(l->p->arena, name_of(v)));
    } else {
        struct name_entry *e = name_get(l->p, name_of(v));
        if (!e->function)
            e->function = function_new(l->p, e->name);
        f = e->function;
    }
    f->contract = contract_find(l->p->contracts, f->name);
    link_get(l, v)->index = f->id;
    return f;
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
        return node_value(l, (struct node){.kind = NODE_RESULT, .width = (uint8_t)width_of(l, type), .a = UINT32_MAX});
    if (LLVMIsNull(v))
        return value_number(0);
    if (LLVMIsAFunction(v)) {
        struct function *f = function_of(l, v);
        f->address_taken = true;
        return node_value(l, (struct node){.kind = NODE_FUNCTION, .width = 64, .a = f->id});
    }
    if (LLVMIsAGlobalVariable(v))
        return node_value(l, (struct node){.kind = NODE_GLOBAL, .width = 64, .a = global_of(l, v)});
    if (LLVMIsAConstantExpr(v)) {
        const LLVMOpcode op = LLVMGetConstOpcode(v);
        if (op == LLVMGetElementPtr)
            return constant_address(l, v);
        if (op == LLVMBitCast || op == LLVMAddrSpaceCast || op == LLVMIntToPtr || op == LLVMPtrToInt)
            return constant_value(l, LLVMGetOperand(v, 0));
    }
    return node_value(l,
                      (struct node){.kind = NODE_RESULT, .width = (uint8_t)width_of(l, type), .a = UINT32_MAX, .b = 2});
}

static struct operand operand_of(struct loader *l, LLVMValueRef v)
{
    struct operand o = {.width = width_of(l, LLVMTypeOf(v))};
    if (LLVMIsAArgument(v) || LLVMIsAInstruction(v)) {
        const struct link *k = link_get(l, v);
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

static void add_operand(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    i->operands[i->operand_count++] = operand_of(l, v);
}

static struct place place_of(struct loader *l, LLVMValueRef v)
{
    unsigned length = 0;
    const char *name = LLVMGetDebugLocFilename(v, &length);
    if (!name || !length)
        return (struct place){0};
    return (struct place){file_index(l->p, NULL, name), LLVMGetDebugLocLine(v), LLVMGetDebugLocColumn(v)};
}

static void read_address(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    LLVMTypeRef type = LLVMGetGEPSourceElementType(v);
    const int count = LLVMGetNumOperands(v);
    i->op = OP_ADDRESS;
    i->scales = arena_array(l->p->arena, (size_t)count, sizeof *i->scales);
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
                i->record = arena_string(l->p->arena, strncmp(record, "struct.", 7) == 0 ? record + 7 : record);
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

static bool starts(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

static void read_intrinsic(struct loader *l, struct instruction *i, LLVMValueRef v, const char *name)
{
    if (starts(name, "llvm.memset.") || starts(name, "llvm.memcpy.") || starts(name, "llvm.memmove.")) {
        i->op = starts(name, "llvm.memset.") ? OP_SET : OP_COPY;
        for (unsigned k = 0; k < 3; k++)
            add_operand(l, i, LLVMGetOperand(v, k));
    } else if (starts(name, "llvm.localrecover")) {
        LLVMValueRef owner = LLVMGetOperand(v, 0);
        i->op = OP_FRAME;
        i->field = LLVMConstIntGetSExtValue(LLVMGetOperand(v, 2));
        i->callee = LLVMIsAFunction(owner) ? function_of(l, owner) : NULL;
    } else if (starts(name, "llvm.expect") || starts(name, "llvm.ptr.annotation") || starts(name, "llvm.annotation")) {
        i->op = OP_SELECT; /* of nothing: gives its operand */
        add_operand(l, i, LLVMGetOperand(v, 0));
    } else if (starts(name, "llvm.va_start") || starts(name, "llvm.va_copy")) {
        i->field = 1; /* writes it */
        add_operand(l, i, LLVMGetOperand(v, 0));
    } else if (starts(name, "llvm.seh.try.") && LLVMIsAInvokeInst(v)) {
        LLVMValueRef first = LLVMGetFirstInstruction(LLVMGetUnwindDest(v));
        if (first && LLVMGetInstructionOpcode(first) == LLVMCatchSwitch) /* and not only __finally */
            i->sub = name[strlen("llvm.seh.try.")] == 'b' ? TRY_BEGINS : TRY_ENDS;
    } else if (starts(name, "llvm.eh.exceptioncode")) {
        i->sub = EXCEPTION_CODE;
    } else if (starts(name, "llvm.trap") || starts(name, "llvm.ubsantrap")) {
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
        read_intrinsic(l, i, v, name_of(callee));
        return;
    }
    if (LLVMIsAInlineAsm(callee)) {
        if (stops(callee))
            i->op = OP_STOP;
        return;
    }
    i->op = OP_CALL;
    if (LLVMIsAFunction(callee))
        i->callee = function_of(l, callee);
    for (unsigned k = 0; k < count; k++)
        add_operand(l, i, LLVMGetOperand(v, k));
    if (!i->callee)
        add_operand(l, i, callee);
}

static void set_targets(struct loader *l, struct instruction *i, const LLVMBasicBlockRef *blocks, unsigned count)
{
    i->targets = arena_array(l->p->arena, count, sizeof *i->targets);
    for (unsigned k = 0; k < count; k++)
        i->targets[i->target_count++] = link_get(l, blocks[k])->index;
}

static void read_switch(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    const unsigned count = LLVMGetNumSuccessors(v);
    i->op = OP_SWITCH;
    i->targets = arena_array(l->p->arena, count, sizeof *i->targets);
    add_operand(l, i, LLVMGetOperand(v, 0));
    for (unsigned k = 0; k < count; k++) {
        i->targets[i->target_count++] = link_get(l, LLVMGetSuccessor(v, k))->index;
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
    LLVMBasicBlockRef *blocks = arena_array(l->p->arena, count + 1, sizeof *blocks);
    for (unsigned k = 0; k < count; k++)
        blocks[k] = LLVMGetSuccessor(v, k);
    set_targets(l, i, blocks, count);
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
    case LLVMSelect:
    case LLVMPHI:
        i->op = op == LLVMPHI ? OP_PHI : OP_SELECT;
        for (int k = 0; k < count; k++)
            add_operand(l, i, LLVMGetOperand(v, (unsigned)k));
        if (op == LLVMPHI) {
            LLVMBasicBlockRef *blocks = arena_array(l->p->arena, (size_t)count + 1, sizeof *blocks);
            for (int k = 0; k < count; k++)
                blocks[k] = LLVMGetIncomingBlock(v, (unsigned)k);
            set_targets(l, i, blocks, (unsigned)count);
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

static void read_instruction(struct loader *l, struct instruction *i, LLVMValueRef v)
{
    const LLVMOpcode op = LLVMGetInstructionOpcode(v);
    const LLVMTypeRef type = LLVMTypeOf(v);
    const int operands = LLVMGetNumOperands(v);
    i->width = (uint16_t)width_of(l, type);
    i->pointer = LLVMGetTypeKind(type) == LLVMPointerTypeKind;
    i->place = place_of(l, v);
    i->operands = arena_array(l->p->arena, (size_t)(operands > 0 ? operands : 0) + 1, sizeof *i->operands);
    if (op == LLVMCall || op == LLVMInvoke)
        read_call(l, i, v);
    else if (is_terminator(op))
        read_terminator(l, i, v, op);
    else
        read_plain(l, i, v, op);
    i->bits = i->op == OP_LOAD && starts(name_of(v), "bf.load");
    if (i->op == OP_COMPARE)
        i->tested = starts(name_of(v), "tobool");
    if (i->op == OP_LOCAL && *name_of(v)) {
        const char *name = name_of(v);
        const size_t length = strlen(name);
        i->name = length > 5 && !strcmp(name + length - 5, ".addr") ? arena_substring(l->p->arena, name, length - 5)
                                                                    : arena_string(l->p->arena, name);
    }
}

/* Values are numbered before they are read: a loop uses some before they are made. */
static uint32_t number_values(struct loader *l, LLVMValueRef v)
{
    uint32_t blocks = 0, instructions = 0;
    const unsigned parameters = LLVMCountParams(v);
    for (unsigned k = 0; k < parameters; k++)
        link_get(l, LLVMGetParam(v, k))->index = k;
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(v); b; b = LLVMGetNextBasicBlock(b)) {
        link_get(l, b)->index = blocks++;
        for (LLVMValueRef i = LLVMGetFirstInstruction(b); i; i = LLVMGetNextInstruction(i)) {
            link_get(l, i)->index = instructions++;
            instructions += LLVMGetInstructionOpcode(i) == LLVMInvoke; /* a call, and a choice after it */
        }
    }
    l->function->block_count = blocks;
    return instructions;
}

static void remember(struct program *p, struct instruction *i, struct function *f)
{
    if (i->id >= p->by_id_capacity) {
        const uint32_t before = p->by_id_capacity;
        p->by_id_capacity = before ? before * 2 : 8192;
        p->by_id = memory_resize(p->by_id, p->by_id_capacity, sizeof(struct instruction *));
        p->owner_by_id = memory_resize(p->owner_by_id, p->by_id_capacity, sizeof(struct function *));
    }
    p->by_id[i->id] = i;
    p->owner_by_id[i->id] = f;
}

/* The numbers that llvm.localescape gives the variables of a function that has parts. */
static void read_escapes(struct loader *l, LLVMValueRef v)
{
    struct function *f = l->function;
    for (unsigned k = 0; k < LLVMGetNumArgOperands(v); k++) {
        const struct link *link = link_get(l, LLVMGetOperand(v, k));
        if (link->index < f->instruction_count && f->instructions[link->index].op == OP_LOCAL)
            f->instructions[link->index].field = (int64_t)k + 1;
    }
}

static enum sense sense_of(const char *name)
{
    static const char *const true_names[] = {"if.then", "while.body", "for.body", "cond.true"};
    static const char *const false_names[] = {"if.else", "if.end", "while.end", "for.end", "cond.false"};
    for (size_t i = 0; i < sizeof true_names / sizeof *true_names; i++)
        if (starts(name, true_names[i]))
            return SENSE_TRUE;
    for (size_t i = 0; i < sizeof false_names / sizeof *false_names; i++)
        if (starts(name, false_names[i]))
            return SENSE_FALSE;
    return SENSE_NONE;
}

static void read_body(struct loader *l, LLVMValueRef v)
{
    struct function *f = l->function;
    struct program *p = l->p;
    f->instruction_count = number_values(l, v);
    f->instructions = arena_array(p->arena, f->instruction_count, sizeof *f->instructions);
    f->blocks = arena_array(p->arena, f->block_count, sizeof *f->blocks);
    uint32_t at = 0, block = 0;
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(v); b; b = LLVMGetNextBasicBlock(b)) {
        struct block *out = &f->blocks[block++];
        out->first = at;
        out->id = ++p->block_count;
        out->sense = sense_of(LLVMGetBasicBlockName(b));
        for (LLVMValueRef i = LLVMGetFirstInstruction(b); i; i = LLVMGetNextInstruction(i)) {
            struct instruction *made = &f->instructions[at++];
            made->id = ++p->instruction_count;
            remember(p, made, f);
            read_instruction(l, made, i);
            if (LLVMIsACallInst(i) && LLVMIsAFunction(LLVMGetCalledValue(i)) &&
                starts(name_of(LLVMGetCalledValue(i)), "llvm.localescape"))
                read_escapes(l, i);
            if (LLVMGetInstructionOpcode(i) == LLVMInvoke) {
                struct instruction *choice = &f->instructions[at++];
                choice->id = ++p->instruction_count;
                remember(p, choice, f);
                choice->place = made->place;
                const LLVMBasicBlockRef both[] = {LLVMGetNormalDest(i), LLVMGetUnwindDest(i)};
                choice->op = OP_MAYBE;
                set_targets(l, choice, both, 2);
            }
        }
        out->count = at - out->first;
    }
}

static bool below(const char *path, const char *folder)
{
    const size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length);
}

static void read_function(struct loader *l, LLVMValueRef v)
{
    struct function *f = function_of(l, v);
    if (f->defined || LLVMIsDeclaration(v))
        return;
    struct arena *a = l->p->arena;
    l->function = f;
    f->defined = true;
    const LLVMTypeRef type = LLVMGlobalGetValueType(v), result = LLVMGetReturnType(type);
    f->variadic = LLVMIsFunctionVarArg(type);
    f->result_width = width_of(l, result);
    f->result_pointer = LLVMGetTypeKind(result) == LLVMPointerTypeKind;
    f->parameter_count = LLVMCountParams(v);
    f->parameters = arena_array(a, f->parameter_count + 1, sizeof *f->parameters);
    f->pointer_parameters = arena_array(a, f->parameter_count + 1, sizeof *f->pointer_parameters);
    for (uint32_t k = 0; k < f->parameter_count; k++) {
        f->parameters[k] = arena_string(a, name_of(LLVMGetParam(v, k)));
        f->pointer_parameters[k] = LLVMGetTypeKind(LLVMTypeOf(LLVMGetParam(v, k))) == LLVMPointerTypeKind;
    }
    const char *section = LLVMGetSection(v);
    f->pageable = section && !strcmp(section, "PAGE"); /* others with that beginning are locked in as a whole */
    LLVMMetadataRef program = LLVMGetSubprogram(v);
    if (program) {
        unsigned length = 0;
        const char *file = LLVMDIFileGetFilename(LLVMDIScopeGetFile(program), &length);
        f->place = (struct place){file_index(l->p, NULL, arena_substring(a, file ? file : "", length)),
                                  LLVMDISubprogramGetLine(program), 1};
        f->from_kit = below(l->p->files[f->place.file], l->p->home);
    }
    read_body(l, v);
}

/* Tables of functions, such as that of fast I/O or of an interface. */
static void read_initializer(struct loader *l, LLVMValueRef v, struct function ***list, uint32_t *count)
{
    if (LLVMIsAFunction(v)) {
        struct function *f = function_of(l, v);
        f->address_taken = true;
        struct function **more = arena_array(l->p->arena, (size_t)*count + 2, sizeof *more);
        if (*count)
            memcpy(more, *list, *count * sizeof *more);
        more[(*count)++] = f;
        *list = more;
    } else if (LLVMIsAConstantStruct(v) || LLVMIsAConstantArray(v)) {
        for (int k = 0; k < LLVMGetNumOperands(v); k++)
            read_initializer(l, LLVMGetOperand(v, (unsigned)k), list, count);
    }
}

static struct function *entry_of(void *loader, LLVMValueRef v)
{
    return function_of(loader, v);
}

static void read_module(struct loader *l)
{
    for (LLVMValueRef g = LLVMGetFirstGlobal(l->module); g; g = LLVMGetNextGlobal(g)) {
        LLVMValueRef value = LLVMIsDeclaration(g) ? NULL : LLVMGetInitializer(g);
        if (!value || starts(name_of(g), "llvm."))
            continue;
        const uint32_t index = global_of(l, g);
        uint32_t count = 0;
        struct function **list = NULL;
        read_initializer(l, value, &list, &count);
        l->p->globals[index].functions = list;
    }
    for (LLVMValueRef f = LLVMGetFirstFunction(l->module); f; f = LLVMGetNextFunction(f))
        if (!LLVMGetIntrinsicID(f))
            read_function(l, f);
    declared_read(l->p, l->module, entry_of, l);
}

bool program_load(struct program *p, const char *file, struct diag *d)
{
    LLVMMemoryBufferRef buffer = NULL;
    char *message = NULL;
    if (LLVMCreateMemoryBufferWithContentsOfFile(file, &buffer, &message)) {
        diag_error(d, CODE_CHK0001, diag_in_file(file), "cannot read %s: %s", file, message ? message : "");
        LLVMDisposeMessage(message);
        return false;
    }
    LLVMContextRef context = LLVMContextCreate();
    struct loader l = {.p = p};
    const bool failed = LLVMParseBitcodeInContext2(context, buffer, &l.module);
    if (failed) {
        diag_error(d, CODE_CHK0001, diag_in_file(file), "%s is no bitcode that this LLVM reads", file);
    } else {
        l.layout = LLVMCreateTargetData(LLVMGetDataLayoutStr(l.module));
        read_module(&l);
        LLVMDisposeTargetData(l.layout);
        LLVMDisposeModule(l.module);
    }
    LLVMDisposeMemoryBuffer(buffer);
    LLVMContextDispose(context);
    free(l.links);
    return !failed;
}

void program_free(struct program *p)
{
    nodes_free(&p->nodes);
    free(p->functions);
    free(p->globals);
    free(p->by_id);
    free(p->owner_by_id);
}
