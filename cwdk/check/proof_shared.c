/* Memory that is not a function's alone is read anew each time, and each of its writes counts. */
#include "cwdk/check/proof.h"

#include <llvm-c/Core.h>
#include <stdlib.h>
#include <string.h>

/* A set of values of a function. */
struct values {
    LLVMValueRef *items;
    size_t count, room;
};

static bool has(const struct values *all, LLVMValueRef v)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i] == v)
            return true;
    return false;
}

static void add(struct values *all, LLVMValueRef v)
{
    if (all->count == all->room) {
        all->room = all->room * 2 + 16;
        all->items = memory_resize(all->items, all->room, sizeof(LLVMValueRef));
    }
    all->items[all->count++] = v;
}

static bool is_copy(LLVMValueRef v)
{
    return LLVMIsAMemIntrinsic(v) != NULL;
}

static unsigned kind_of(const char *attribute)
{
    return LLVMGetEnumAttributeKindForName(attribute, strlen(attribute));
}

static bool is_result(LLVMValueRef call, unsigned argument)
{
    return LLVMGetCallSiteEnumAttribute(call, argument + 1, kind_of("sret")) != NULL;
}

/* By what is known of the function. */
static bool is_forgotten(LLVMValueRef call, unsigned argument)
{
    LLVMValueRef callee = LLVMGetCalledValue(call);
    return LLVMIsAFunction(callee) && LLVMGetEnumAttributeAtIndex(callee, argument + 1, kind_of("nocapture"));
}

/* The called function fills it in, and does not keep its address, such as where it returns a structure. */
static bool only_returns(LLVMValueRef call, LLVMValueRef address)
{
    const unsigned count = LLVMGetNumArgOperands(call);
    for (unsigned k = 0; k < count; k++)
        if (LLVMGetOperand(call, k) == address && !is_result(call, k) && !is_forgotten(call, k))
            return false;
    return LLVMGetCalledValue(call) != address;
}

static bool is_harmless(LLVMValueRef user)
{
    LLVMValueRef callee = LLVMIsACallInst(user) ? LLVMGetCalledValue(user) : NULL;
    return callee && LLVMIsAFunction(callee) && LLVMGetIntrinsicID(callee) &&
           !strncmp(load_name(callee), "llvm.lifetime.", 14);
}

/* Whether an address, or one made of it, gets to where others could use it. `seen` are those that lead there. */
static bool escapes(LLVMValueRef address, struct values *seen)
{
    if (has(seen, address))
        return false;
    add(seen, address);
    for (LLVMUseRef use = LLVMGetFirstUse(address); use; use = LLVMGetNextUse(use)) {
        LLVMValueRef user = LLVMGetUser(use);
        if (!LLVMIsAInstruction(user))
            return true;
        switch (LLVMGetInstructionOpcode(user)) {
        case LLVMLoad:
        case LLVMICmp:
            break;
        case LLVMStore:
            if (LLVMGetOperand(user, 0) == address)
                return true;
            break;
        case LLVMGetElementPtr:
        case LLVMPHI:
        case LLVMSelect:
            if (escapes(user, seen))
                return true;
            break;
        case LLVMCall:
        case LLVMInvoke:
            if (!is_harmless(user) && !is_copy(user) && !only_returns(user, address))
                return true;
            break;
        default:
            return true;
        }
    }
    return false;
}

static bool is_private(LLVMValueRef root)
{
    struct values seen = {0};
    const bool out = escapes(root, &seen);
    free(seen.items);
    return !out;
}

static void promise(LLVMValueRef f, unsigned parameter)
{
    LLVMContextRef context = LLVMGetModuleContext(LLVMGetGlobalParent(f));
    LLVMAddAttributeAtIndex(f, parameter + 1, LLVMCreateEnumAttribute(context, kind_of("noalias"), 0));
}

/* The variables, and structures passed by value, that nobody else knows of. */
static void find_own(LLVMValueRef f, struct values *own)
{
    for (unsigned k = 0; k < LLVMCountParams(f); k++)
        if (LLVMGetStringAttributeAtIndex(f, k + 1, PROOF_COPIED, sizeof PROOF_COPIED - 1) &&
            is_private(LLVMGetParam(f, k))) {
            promise(f, k);
            add(own, LLVMGetParam(f, k));
        }
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(f); b; b = LLVMGetNextBasicBlock(b))
        for (LLVMValueRef v = LLVMGetFirstInstruction(b); v; v = LLVMGetNextInstruction(v))
            if (LLVMIsAAllocaInst(v) && is_private(v))
                add(own, v);
}

/* An address leads to the function's own only, or to what nobody writes. */
static bool leads_inside(LLVMValueRef address, const struct values *own, struct values *seen)
{
    if (has(seen, address) || has(own, address))
        return true;
    add(seen, address);
    if (LLVMIsAGlobalVariable(address))
        return LLVMIsGlobalConstant(address) && !LLVMIsDeclaration(address);
    if (LLVMIsAGetElementPtrInst(address) ||
        (LLVMIsAConstantExpr(address) && LLVMGetConstOpcode(address) == LLVMGetElementPtr))
        return leads_inside(LLVMGetOperand(address, 0), own, seen);
    if (LLVMIsASelectInst(address))
        return leads_inside(LLVMGetOperand(address, 1), own, seen) &&
               leads_inside(LLVMGetOperand(address, 2), own, seen);
    if (!LLVMIsAPHINode(address))
        return false;
    for (unsigned k = 0; k < LLVMCountIncoming(address); k++)
        if (!leads_inside(LLVMGetIncomingValue(address, k), own, seen))
            return false;
    return true;
}

static bool is_own(LLVMValueRef address, const struct values *own)
{
    struct values seen = {0};
    const bool inside = leads_inside(address, own, &seen);
    free(seen.items);
    return inside;
}

static void share_copy(LLVMValueRef v, const struct values *own)
{
    enum { VOLATILE = 3 };
    const bool moves = !LLVMIsAMemSetInst(v);
    if (is_own(LLVMGetOperand(v, 0), own) && (!moves || is_own(LLVMGetOperand(v, 1), own)))
        return;
    LLVMSetOperand(v, VOLATILE, LLVMConstInt(LLVMTypeOf(LLVMGetOperand(v, VOLATILE)), 1, false));
}

/* Where a call puts its result is not what later calls may write. */
static void share_results(LLVMValueRef call, const struct values *own)
{
    LLVMContextRef context = LLVMGetTypeContext(LLVMTypeOf(LLVMGetCalledValue(call)));
    for (unsigned k = 0; k < LLVMGetNumArgOperands(call); k++)
        if (is_result(call, k) && is_own(LLVMGetOperand(call, k), own))
            LLVMAddCallSiteAttribute(call, k + 1, LLVMCreateEnumAttribute(context, kind_of("nocapture"), 0));
}

static void share_body(LLVMValueRef f)
{
    struct values own = {0};
    find_own(f, &own);
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(f); b; b = LLVMGetNextBasicBlock(b))
        for (LLVMValueRef v = LLVMGetFirstInstruction(b); v; v = LLVMGetNextInstruction(v)) {
            const LLVMOpcode op = LLVMGetInstructionOpcode(v);
            if (op == LLVMLoad || op == LLVMStore) {
                if (!is_own(LLVMGetOperand(v, op == LLVMStore), &own))
                    LLVMSetVolatile(v, true);
            } else if (op == LLVMCall && is_copy(v)) {
                share_copy(v, &own);
            } else if (op == LLVMCall || op == LLVMInvoke) {
                share_results(v, &own);
            }
        }
    free(own.items);
}

void proof_share(LLVMModuleRef module)
{
    for (LLVMValueRef f = LLVMGetFirstFunction(module); f; f = LLVMGetNextFunction(f))
        if (!LLVMIsDeclaration(f))
            share_body(f);
}
