/* Takes out of a module what its optimizer would build on and a driver can break: attributes, wrapping that "does not
 * happen", values that nobody wrote. */
#include "cwdk/check/proof.h"
#include "cwdk/host/text.h"

#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <string.h>

/* A variable of more parts than that is left where it is, and read anew each time. */
enum { MOST_PARTS = 64, FUNCTION = -1 };

static const char *const promises[] = {
    "nonnull",        "noundef",      "dereferenceable", "dereferenceable_or_null",
    "align",          "memory",       "readnone",        "readonly",
    "writeonly",      "nocapture",    "noalias",         "range",
    "returned",       "nofree",       "nosync",          "willreturn",
    "mustprogress",   "norecurse",    "noinline",        "writable",
    "dead_on_unwind", "speculatable", "nofpclass",
};
enum { PROMISES = sizeof promises / sizeof *promises };

struct ground {
    unsigned kinds[PROMISES]; /* of promises */
    struct loader *l;
    LLVMBuilderRef builder;
    LLVMValueRef unknown; /* a variable of somebody else's, read as whatever type is wanted */
    LLVMValueRef touch;   /* a function that gets an address, and may do whatever it likes with it */
    LLVMTypeRef touch_type;
    LLVMAttributeRef copied;
};

static bool is_intrinsic(LLVMValueRef callee)
{
    return LLVMIsAFunction(callee) && LLVMGetIntrinsicID(callee);
}

static unsigned kind_of(const char *attribute)
{
    return LLVMGetEnumAttributeKindForName(attribute, strlen(attribute));
}

static void ground_function(const struct ground *g, LLVMValueRef f)
{
    const int count = (int)LLVMCountParams(f);
    for (int at = FUNCTION; at <= count; at++)
        for (size_t i = 0; i < PROMISES; i++)
            LLVMRemoveEnumAttributeAtIndex(f, (LLVMAttributeIndex)at, g->kinds[i]);
}

static void ground_call(const struct ground *g, LLVMValueRef call)
{
    if (is_intrinsic(LLVMGetCalledValue(call)))
        return;
    const int count = (int)LLVMGetNumArgOperands(call);
    for (int at = FUNCTION; at <= count; at++)
        for (size_t i = 0; i < PROMISES; i++)
            LLVMRemoveCallSiteEnumAttribute(call, (LLVMAttributeIndex)at, g->kinds[i]);
}

static void add_attribute(LLVMValueRef f, LLVMAttributeIndex at, const char *name)
{
    LLVMContextRef context = LLVMGetModuleContext(LLVMGetGlobalParent(f));
    LLVMAddAttributeAtIndex(f, at, LLVMCreateEnumAttribute(context, kind_of(name), 0));
}

/* What an access in a __try block raises is on no edge of the graph: nothing is said of such a function. */
static bool has_handlers(LLVMValueRef f)
{
    return LLVMHasPersonalityFn(f) && strstr(load_name(LLVMGetPersonalityFn(f)), "C_specific_handler");
}

static void leave_alone(LLVMValueRef f)
{
    LLVMRemoveEnumAttributeAtIndex(f, (LLVMAttributeIndex)FUNCTION, kind_of("alwaysinline"));
    add_attribute(f, (LLVMAttributeIndex)FUNCTION, "noinline");
    add_attribute(f, (LLVMAttributeIndex)FUNCTION, "optnone");
}

/* How many parts a variable has; MOST_PARTS + 1 where it is more. */
static unsigned parts_of(LLVMTypeRef type)
{
    unsigned parts = 0;
    switch (LLVMGetTypeKind(type)) {
    case LLVMStructTypeKind:
        for (unsigned i = 0; i < LLVMCountStructElementTypes(type) && parts <= MOST_PARTS; i++)
            parts += parts_of(LLVMStructGetTypeAtIndex(type, i));
        return parts;
    case LLVMArrayTypeKind: {
        const uint64_t count = LLVMGetArrayLength2(type);
        parts = count > MOST_PARTS ? MOST_PARTS + 1 : (unsigned)count * parts_of(LLVMGetElementType(type));
        return parts > MOST_PARTS ? MOST_PARTS + 1 : parts;
    }
    default:
        return 1;
    }
}

static LLVMValueRef read_unknown(const struct ground *g, LLVMTypeRef type)
{
    LLVMValueRef v = LLVMBuildLoad2(g->builder, type, g->unknown, "");
    LLVMSetVolatile(v, true);
    return v;
}

/* A variable that nobody has written holds anything, the same each time. */
static void ground_variable(const struct ground *g, LLVMValueRef v)
{
    LLVMTypeRef type = LLVMGetAllocatedType(v);
    LLVMPositionBuilderBefore(g->builder, LLVMGetNextInstruction(v));
    const bool one = LLVMIsAConstantInt(LLVMGetOperand(v, 0)) && LLVMConstIntGetZExtValue(LLVMGetOperand(v, 0)) == 1;
    if (one && parts_of(type) <= MOST_PARTS)
        LLVMBuildStore(g->builder, read_unknown(g, type), v);
    else
        LLVMBuildCall2(g->builder, g->touch_type, g->touch, &v, 1, "");
}

/* Shifts by too much give what the processor gives. */
static void ground_shift(const struct ground *g, LLVMValueRef v)
{
    LLVMValueRef by = LLVMGetOperand(v, 1);
    LLVMTypeRef type = LLVMTypeOf(v);
    if (LLVMGetTypeKind(type) != LLVMIntegerTypeKind ||
        (LLVMIsAConstantInt(by) && LLVMConstIntGetZExtValue(by) < LLVMGetIntTypeWidth(type)))
        return;
    LLVMPositionBuilderBefore(g->builder, v);
    LLVMSetOperand(v, 1, LLVMBuildAnd(g->builder, by, LLVMConstInt(type, LLVMGetIntTypeWidth(type) - 1, false), ""));
}

/* By what the kernel's contracts, the layer and the processor say: a driver's own noreturn is its word only. */
static bool never_returns(const struct ground *g, LLVMValueRef call)
{
    LLVMValueRef callee = LLVMGetCalledValue(call);
    const unsigned kind = kind_of("noreturn");
    if (LLVMIsAInlineAsm(callee) || is_intrinsic(callee))
        return LLVMGetCallSiteEnumAttribute(call, (LLVMAttributeIndex)FUNCTION, kind) ||
               (is_intrinsic(callee) && LLVMGetEnumAttributeAtIndex(callee, (LLVMAttributeIndex)FUNCTION, kind));
    return LLVMIsAFunction(callee) && LLVMGetEnumAttributeAtIndex(callee, (LLVMAttributeIndex)FUNCTION, kind) &&
           (!strcmp(load_name(callee), "wdk_panic") || load_function(g->l, callee)->contract);
}

/* The compiler's own choice of where a scope that was cleaned up goes on: all of them are there. */
static bool chooses_way(LLVMValueRef v)
{
    LLVMValueRef chosen = LLVMIsASwitchInst(v) ? LLVMIsALoadInst(LLVMGetOperand(v, 0)) : NULL;
    return chosen && text_starts(load_name(LLVMGetOperand(chosen, 0)), "cleanup.dest");
}

/* Where calls go on that do not return, or nothing does. */
static bool follows_stops(const struct ground *g, LLVMBasicBlockRef b)
{
    LLVMUseRef use = LLVMGetFirstUse(LLVMBasicBlockAsValue(b));
    bool stops = use != NULL;
    for (; use && stops; use = LLVMGetNextUse(use)) {
        LLVMValueRef user = LLVMGetUser(use);
        stops =
            chooses_way(user) || (LLVMIsAInvokeInst(user) && LLVMGetNormalDest(user) == b && never_returns(g, user));
    }
    return stops;
}

/* __builtin_unreachable(): the driver's word only, by which compilers leave out checks. */
static bool is_claimed_end(const struct ground *g, LLVMValueRef v)
{
    LLVMValueRef before = LLVMGetPreviousInstruction(v);
    if (!before)
        return !follows_stops(g, LLVMGetInstructionParent(v));
    return !LLVMIsACallInst(before) || !never_returns(g, before);
}

static bool has_claimed_end(const struct ground *g, LLVMValueRef f)
{
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(f); b; b = LLVMGetNextBasicBlock(b))
        if (LLVMIsAUnreachableInst(LLVMGetBasicBlockTerminator(b)) && is_claimed_end(g, LLVMGetBasicBlockTerminator(b)))
            return true;
    return false;
}

static bool is_member(LLVMValueRef address)
{
    bool nonzero = false;
    for (unsigned k = 1; k <= LLVMGetNumIndices(address); k++) {
        LLVMValueRef index = LLVMGetOperand(address, k);
        if (!LLVMIsAConstantInt(index))
            return false;
        nonzero |= LLVMConstIntGetZExtValue(index) != 0;
    }
    return nonzero && LLVMGetTypeKind(LLVMGetGEPSourceElementType(address)) == LLVMStructTypeKind;
}

static bool is_passed_on(LLVMValueRef address)
{
    for (LLVMUseRef use = LLVMGetFirstUse(address); use; use = LLVMGetNextUse(use)) {
        LLVMValueRef user = LLVMGetUser(use);
        if (LLVMIsACallInst(user) || LLVMIsAInvokeInst(user) ||
            (LLVMIsAStoreInst(user) && LLVMGetOperand(user, 0) == address))
            return true;
    }
    return false;
}

/* A member behind the first lies nowhere at 0, even of no structure at all. */
static void assume_address(const struct ground *g, LLVMValueRef member)
{
    static const char name[] = "llvm.assume";
    LLVMValueRef assume =
        LLVMGetIntrinsicDeclaration(g->l->module, LLVMLookupIntrinsicID(name, sizeof name - 1), NULL, 0);
    LLVMValueRef is_there = LLVMBuildIsNotNull(g->builder, member, "");
    LLVMBuildCall2(g->builder, LLVMGlobalGetValueType(assume), assume, &is_there, 1, "");
}

/* Addresses are numbers that wrap around. */
static void ground_address(const struct ground *g, LLVMValueRef v)
{
    enum { MOST_INDICES = 16 };
    LLVMValueRef indices[MOST_INDICES];
    const unsigned count = LLVMGetNumIndices(v);
    LLVMSetIsInBounds(v, false);
    if (count > MOST_INDICES)
        return;
    for (unsigned k = 0; k < count; k++)
        indices[k] = LLVMGetOperand(v, k + 1);
    LLVMPositionBuilderBefore(g->builder, v);
    const bool is_assumed = is_member(v) && is_passed_on(v);
    LLVMValueRef made =
        LLVMBuildGEP2(g->builder, LLVMGetGEPSourceElementType(v), LLVMGetOperand(v, 0), indices, count, "");
    LLVMReplaceAllUsesWith(v, made);
    if (is_assumed && !LLVMIsConstant(made))
        assume_address(g, made);
    LLVMInstructionEraseFromParent(v);
}

/* Which bit is the first of none is what the processor had there before. */
static bool counts_no_bits(LLVMValueRef call)
{
    LLVMValueRef callee = LLVMGetCalledValue(call);
    return is_intrinsic(callee) &&
           (text_starts(load_name(callee), "llvm.ctlz.") || text_starts(load_name(callee), "llvm.cttz.")) &&
           LLVMConstIntGetZExtValue(LLVMGetOperand(call, 1));
}

static void forget(const struct ground *g, LLVMValueRef v)
{
    LLVMPositionBuilderBefore(g->builder, v);
    LLVMReplaceAllUsesWith(v, read_unknown(g, LLVMTypeOf(v)));
}

static void drop_notes(LLVMValueRef v)
{
    size_t count = 0;
    LLVMValueMetadataEntry *notes = LLVMInstructionGetAllMetadataOtherThanDebugLoc(v, &count);
    for (unsigned i = 0; i < count; i++)
        LLVMSetMetadata(v, LLVMValueMetadataEntriesGetKind(notes, i), NULL);
    LLVMDisposeValueMetadataEntries(notes);
}

/* The two values of a panic are for people: that an address is one of them gives it to nobody. */
static void ground_panic(LLVMValueRef call)
{
    LLVMValueRef callee = LLVMGetCalledValue(call);
    if (!LLVMIsAFunction(callee) || strcmp(load_name(callee), "wdk_panic") != 0)
        return;
    for (unsigned k = 1; k < LLVMGetNumArgOperands(call); k++) {
        LLVMValueRef value = LLVMGetOperand(call, k);
        LLVMSetOperand(call, k, LLVMConstNull(LLVMTypeOf(value)));
        if (LLVMIsAPtrToIntInst(value) && !LLVMGetFirstUse(value))
            LLVMInstructionEraseFromParent(value);
    }
}

/* What is only said, of a variable, or of a value that it gives back; and what the driver takes for granted. */
static bool is_only_said(LLVMValueRef call, bool kit)
{
    static const char *const notes[] = {"llvm.ptr.annotation", "llvm.annotation"};
    LLVMValueRef callee = LLVMGetCalledValue(call);
    const char *name = LLVMIsAFunction(callee) ? load_name(callee) : "";
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
        if (text_starts(name, notes[i])) {
            LLVMReplaceAllUsesWith(call, LLVMGetOperand(call, 0));
            return true;
        }
    return text_starts(name, "llvm.var.annotation") || (!kit && !strcmp(name, "llvm.assume"));
}

/* True: the instruction is to go. */
static bool ground_instruction(const struct ground *g, LLVMValueRef v, bool kit)
{
    drop_notes(v);
    switch (LLVMGetInstructionOpcode(v)) {
    case LLVMShl:
    case LLVMLShr:
    case LLVMAShr:
        ground_shift(g, v);
        if (LLVMGetInstructionOpcode(v) != LLVMShl) {
            LLVMSetExact(v, false);
            return false;
        }
        LLVMSetNSW(v, false);
        LLVMSetNUW(v, false);
        return false;
    case LLVMAdd:
    case LLVMSub:
    case LLVMMul:
        LLVMSetNSW(v, false);
        LLVMSetNUW(v, false);
        return false;
    case LLVMUDiv:
    case LLVMSDiv:
        LLVMSetExact(v, false);
        return false;
    case LLVMGetElementPtr:
        ground_address(g, v);
        return false;
    case LLVMFPToUI:
    case LLVMFPToSI:
        forget(g, v);
        return true;
    case LLVMAlloca:
        ground_variable(g, v);
        return false;
    case LLVMCall:
    case LLVMInvoke:
        ground_call(g, v);
        ground_panic(v);
        if (counts_no_bits(v))
            forget(g, v);
        else if (text_starts(load_name(LLVMGetCalledValue(v)), "llvm.abs."))
            LLVMSetOperand(v, 1, LLVMConstNull(LLVMTypeOf(LLVMGetOperand(v, 1))));
        return is_only_said(v, kit) || counts_no_bits(v);
    default:
        return false;
    }
}

/* A structure that is passed by value comes as the address of a copy, which is the function's own. */
static void ground_copies(const struct ground *g, LLVMValueRef f)
{
    static const char suffix[] = ".indirect_addr";
    LLVMValueRef next;
    for (LLVMValueRef v = LLVMGetFirstInstruction(LLVMGetEntryBasicBlock(f)); v; v = next) {
        next = LLVMGetNextInstruction(v);
        if (LLVMGetInstructionOpcode(v) != LLVMStore || !LLVMIsAArgument(LLVMGetOperand(v, 0)) ||
            !LLVMIsAAllocaInst(LLVMGetOperand(v, 1)))
            continue;
        const char *name = load_name(LLVMGetOperand(v, 1));
        const size_t length = strlen(name);
        if (length < sizeof suffix || strcmp(name + length - (sizeof suffix - 1), suffix) != 0)
            continue;
        for (unsigned k = 0; k < LLVMCountParams(f); k++)
            if (LLVMGetParam(f, k) == LLVMGetOperand(v, 0))
                LLVMAddAttributeAtIndex(f, k + 1, g->copied);
        LLVMInstructionEraseFromParent(v); /* for debuggers only */
    }
}

static void ground_body(const struct ground *g, LLVMValueRef f)
{
    const bool kit = load_function(g->l, f)->from_kit;
    ground_copies(g, f);
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(f); b; b = LLVMGetNextBasicBlock(b)) {
        LLVMValueRef next;
        for (LLVMValueRef v = LLVMGetFirstInstruction(b); v; v = next) {
            next = LLVMGetNextInstruction(v);
            if (ground_instruction(g, v, kit))
                LLVMInstructionEraseFromParent(v);
        }
    }
}

void proof_ground(struct loader *l)
{
    LLVMContextRef context = LLVMGetModuleContext(l->module);
    LLVMTypeRef pointer = LLVMPointerTypeInContext(context, 0);
    struct ground g = {.l = l, .builder = LLVMCreateBuilderInContext(context)};
    for (size_t i = 0; i < PROMISES; i++)
        g.kinds[i] = kind_of(promises[i]);
    g.copied = LLVMCreateStringAttribute(context, PROOF_COPIED, sizeof PROOF_COPIED - 1, "", 0);
    g.touch_type = LLVMFunctionType(LLVMVoidTypeInContext(context), &pointer, 1, false);
    g.touch = LLVMAddFunction(l->module, "cwdk.touch", g.touch_type);
    g.unknown = LLVMAddGlobal(l->module, LLVMInt64TypeInContext(context), "cwdk.unknown");
    for (LLVMValueRef f = LLVMGetFirstFunction(l->module); f; f = LLVMGetNextFunction(f)) {
        if (LLVMGetIntrinsicID(f) || f == g.touch)
            continue;
        ground_function(&g, f);
        if (LLVMIsDeclaration(f))
            continue;
        ground_body(&g, f);
        if (has_handlers(f) || has_claimed_end(&g, f))
            leave_alone(f);
    }
    LLVMDisposeBuilder(g.builder);
    LLVMStripModuleDebugInfo(l->module);
}

static bool is_variable(LLVMValueRef address)
{
    while (LLVMIsAGetElementPtrInst(address))
        address = LLVMGetOperand(address, 0);
    return LLVMIsAAllocaInst(address) != NULL;
}

static void settle(LLVMValueRef call)
{
    LLVMValueRef condition = LLVMIsAICmpInst(LLVMGetOperand(call, 0));
    if (!condition || !is_variable(LLVMGetOperand(condition, 0)))
        return;
    LLVMInstructionEraseFromParent(call);
    if (!LLVMGetFirstUse(condition))
        LLVMInstructionEraseFromParent(condition);
}

void proof_settle(LLVMModuleRef module)
{
    LLVMValueRef assume = LLVMGetNamedFunction(module, "llvm.assume");
    LLVMUseRef next;
    for (LLVMUseRef use = assume ? LLVMGetFirstUse(assume) : NULL; use; use = next) {
        next = LLVMGetNextUse(use);
        if (LLVMIsACallInst(LLVMGetUser(use)))
            settle(LLVMGetUser(use));
    }
}
