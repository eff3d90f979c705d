/* What is known of functions that are not in the bitcode. */
#include "cwdk/check/proof.h"
#include "cwdk/host/text.h"

#include <llvm-c/Core.h>
#include <string.h>

static LLVMAttributeRef attribute(LLVMModuleRef module, const char *name)
{
    return LLVMCreateEnumAttribute(LLVMGetModuleContext(module), LLVMGetEnumAttributeKindForName(name, strlen(name)),
                                   0);
}

static bool returns_structure(LLVMValueRef f)
{
    static const char name[] = "sret";
    return LLVMCountParams(f) &&
           LLVMGetEnumAttributeAtIndex(f, 1, LLVMGetEnumAttributeKindForName(name, sizeof name - 1));
}

/* The framework has filled in what it fills in, and has copied its own structures, when it returns. */
static bool framework_forgets(const struct parameter_contract *k)
{
    return !(k->flags & (PARAMETER_KEEPS | PARAMETER_BUFFER)) &&
           (k->flags & PARAMETER_OUT || (k->flags & PARAMETER_SPECIFIED && text_starts(k->type, "PWDF_")));
}

/* So has the kernel where it gives a pointer or a handle; what else it fills in may be for later. */
static bool kernel_forgets(const struct parameter_contract *k)
{
    const size_t length = strlen(k->type);
    const bool pointer = length > 2 && *k->type == 'P' && k->type[length - 1] == '*' && k->type[length - 2] != '*';
    return (k->flags & (PARAMETER_OUT | PARAMETER_IN | PARAMETER_KEEPS | PARAMETER_BUFFER)) == PARAMETER_OUT &&
           (pointer || !strcmp(k->type, "PHANDLE"));
}

static void describe(struct loader *l, LLVMValueRef f, const struct contract *c, bool framework)
{
    for (unsigned k = 0; k < LLVMCountParams(f) && k < c->parameter_count; k++) {
        const struct parameter_contract *known = &c->parameters[k];
        if (LLVMGetTypeKind(LLVMTypeOf(LLVMGetParam(f, k))) != LLVMPointerTypeKind ||
            !(framework ? framework_forgets(known) : kernel_forgets(known)))
            continue;
        LLVMAddAttributeAtIndex(f, k + 1, attribute(l->module, "nocapture"));
        if (!(known->flags & PARAMETER_OUT))
            LLVMAddAttributeAtIndex(f, k + 1, attribute(l->module, "readonly"));
    }
}

/* A function of the framework is called through its table, by an inline function: that one is declared in its place. */
static void declare(struct loader *l, LLVMValueRef f, const struct contract *c)
{
    LLVMValueRef outside = LLVMAddFunction(l->module, "cwdk.framework", LLVMGlobalGetValueType(f));
    describe(l, outside, c, true);
    LLVMReplaceAllUsesWith(f, outside);
    LLVMDeleteFunction(f);
}

void proof_declare(struct loader *l)
{
    LLVMValueRef next;
    for (LLVMValueRef f = LLVMGetFirstFunction(l->module); f; f = next) {
        next = LLVMGetNextFunction(f);
        if (LLVMGetIntrinsicID(f) || text_starts(load_name(f), "cwdk.") || returns_structure(f))
            continue;
        const struct function *known = load_function(l, f);
        if (!known->contract)
            continue;
        if (LLVMIsDeclaration(f))
            describe(l, f, known->contract, false);
        else if (known->from_kit && text_starts(load_name(f), "Wdf"))
            declare(l, f, known->contract);
    }
}

/* wdk_panic_guard (wdk/panic_guard.h): calls the function, or a check failed in it, and what it worked on is in
 * whatever state. */
static LLVMValueRef define_guard(LLVMModuleRef module)
{
    enum { MOST = 1 << 16 };
    LLVMContextRef context = LLVMGetModuleContext(module);
    LLVMTypeRef pointer = LLVMPointerTypeInContext(context, 0), size = LLVMInt64TypeInContext(context);
    LLVMTypeRef bit = LLVMInt1TypeInContext(context), none = LLVMVoidTypeInContext(context);
    LLVMValueRef guard =
        LLVMAddFunction(module, "cwdk.guard", LLVMFunctionType(bit, (LLVMTypeRef[]){pointer, pointer, size}, 3, false));
    LLVMValueRef unknown = LLVMAddGlobal(module, LLVMArrayType2(LLVMInt8TypeInContext(context), MOST), "cwdk.caught");
    LLVMSetLinkage(guard, LLVMInternalLinkage);
    LLVMAddAttributeAtIndex(guard, (LLVMAttributeIndex)LLVMAttributeFunctionIndex, attribute(module, "alwaysinline"));
    LLVMBasicBlockRef entry = LLVMAppendBasicBlockInContext(context, guard, "");
    LLVMBasicBlockRef runs = LLVMAppendBasicBlockInContext(context, guard, "");
    LLVMBasicBlockRef caught = LLVMAppendBasicBlockInContext(context, guard, "");
    LLVMBuilderRef b = LLVMCreateBuilderInContext(context);
    LLVMValueRef work = LLVMGetParam(guard, 1);
    LLVMPositionBuilderAtEnd(b, entry);
    LLVMValueRef either = LLVMBuildLoad2(b, bit, unknown, "");
    LLVMSetVolatile(either, true);
    LLVMBuildCondBr(b, either, runs, caught);
    LLVMPositionBuilderAtEnd(b, runs);
    LLVMBuildCall2(b, LLVMFunctionType(none, &pointer, 1, false), LLVMGetParam(guard, 0), &work, 1, "");
    LLVMBuildRet(b, LLVMConstInt(bit, 1, false));
    LLVMPositionBuilderAtEnd(b, caught);
    LLVMBuildMemCpy(b, work, 1, unknown, 1, LLVMGetParam(guard, 2));
    LLVMBuildRet(b, LLVMConstInt(bit, 0, false));
    LLVMDisposeBuilder(b);
    return guard;
}

/* A call of it with a variable of the caller's. */
static LLVMValueRef guarded_call(LLVMUseRef use, LLVMValueRef outside)
{
    LLVMValueRef call = LLVMIsACallInst(LLVMGetUser(use));
    return call && LLVMGetCalledValue(call) == outside && LLVMGetNumArgOperands(call) == 3 &&
                   LLVMIsAAllocaInst(LLVMGetOperand(call, 1))
               ? call
               : NULL;
}

void proof_guard(struct loader *l)
{
    LLVMValueRef outside = LLVMGetNamedFunction(l->module, "wdk_panic_guard"), guard = NULL;
    LLVMContextRef context = LLVMGetModuleContext(l->module);
    LLVMUseRef next;
    for (LLVMUseRef use = outside ? LLVMGetFirstUse(outside) : NULL; use; use = next) {
        next = LLVMGetNextUse(use);
        LLVMValueRef call = guarded_call(use, outside);
        if (!call)
            continue;
        guard = guard ? guard : define_guard(l->module);
        LLVMBuilderRef b = LLVMCreateBuilderInContext(context);
        LLVMPositionBuilderBefore(b, call);
        const unsigned long long size = LLVMABISizeOfType(l->layout, LLVMGetAllocatedType(LLVMGetOperand(call, 1)));
        LLVMValueRef arguments[] = {LLVMGetOperand(call, 0), LLVMGetOperand(call, 1),
                                    LLVMConstInt(LLVMInt64TypeInContext(context), size, false)};
        LLVMReplaceAllUsesWith(call, LLVMBuildCall2(b, LLVMGlobalGetValueType(guard), guard, arguments, 3, ""));
        LLVMInstructionEraseFromParent(call);
        LLVMDisposeBuilder(b);
    }
}
