/* Annotations of the driver's own functions. */
#include "cwdk/check/declared.h"
#include "cwdk/host/text.h"

#include <llvm-c/Core.h>
#include <string.h>

/* The text that an annotation's operand leads to. */
static const char *text_of(struct program *p, LLVMValueRef v)
{
    size_t length = 0;
    if (!LLVMIsAGlobalVariable(v) || LLVMIsDeclaration(v) || !LLVMIsConstantString(LLVMGetInitializer(v)))
        return "";
    const char *text = LLVMGetAsString(LLVMGetInitializer(v), &length);
    return arena_substring(p->arena, text, length && !text[length - 1] ? length - 1 : length);
}

static struct declared *declared_of(struct program *p, struct function *f)
{
    if (!f->declared) {
        f->declared = arena_alloc(p->arena, sizeof *f->declared);
        f->declared->least = f->declared->most = IRQL_UNKNOWN;
    }
    return f->declared;
}

/* "lock" of `_Acquires_lock_(*lock)`: NULL where more than a name stands there. */
static const char *lock_name(struct program *p, const char *inside)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    while (*inside == '*' || *inside == ' ')
        inside++;
    const size_t length = strspn(inside, letters);
    return length && !strcmp(inside + length, ")") ? arena_substring(p->arena, inside, length) : NULL;
}

static void add_lock(struct program *p, struct declared *d, const char *word)
{
    static const char *const verbs[] = {"_Acquires_lock_(", "_Releases_lock_(", "_Requires_lock_held_("};
    for (unsigned i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const char *name = text_starts(word, verbs[i]) ? lock_name(p, word + strlen(verbs[i])) : NULL;
        if (name && d->lock_count < sizeof d->locks / sizeof *d->locks) {
            d->locks[d->lock_count].verb = (enum declared_lock)i;
            d->locks[d->lock_count++].name = name;
        }
    }
}

static void read_function(struct program *p, struct function *f, const char *word)
{
    struct declared *d = declared_of(p, f);
    contract_read_level(word, &d->least, &d->most);
    d->must_inspect |= text_starts(word, "_Must_inspect_result_") || text_starts(word, "_Check_return_");
    d->maybe_null |= text_starts(word, "_Ret_maybenull_");
    d->not_null |= text_starts(word, "_Ret_notnull_");
    add_lock(p, d, word);
}

static void read_parameter(struct program *p, struct function *f, const char *variable, const char *word)
{
    static const char *const optional[] = {"_In_opt_", "_Inout_opt_", "_Out_opt_"};
    uint32_t number;
    const size_t length = strlen(variable);
    const bool copy = length > 5 && !strcmp(variable + length - 5, ".addr");
    if (!copy || !declared_parameter_of(f, arena_substring(p->arena, variable, length - 5), &number) ||
        !f->pointer_parameters[number])
        return;
    struct declared *d = declared_of(p, f);
    if (!d->parameters)
        d->parameters = arena_array(p->arena, (size_t)f->parameter_count + 1, sizeof *d->parameters);
    struct declared_parameter *k = &d->parameters[number];
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++)
        k->optional |= !strcmp(word, optional[i]);
    const char *inside = strstr(word, "_bytes_");
    inside = inside ? strchr(inside, '(') : NULL;
    if (inside && declared_parameter_of(f, arena_substring(p->arena, inside + 1, strcspn(inside + 1, ",)")), &number)) {
        k->sized = true;
        k->size = number;
    }
    const bool directed = text_starts(word, "_In_") || text_starts(word, "_Inout_") || text_starts(word, "_Out_");
    k->in |= directed && !strstr(word, "opt_");
    k->out |= !strcmp(word, "_Out_");
}

bool declared_parameter_of(const struct function *f, const char *name, uint32_t *number)
{
    for (uint32_t i = 0; f->defined && i < f->parameter_count; i++)
        if (!strcmp(f->parameters[i], name)) {
            *number = i;
            return true;
        }
    return false;
}

/* What clang calls at the beginning of a function for each annotation of a parameter. */
static void read_parameters(struct program *p, struct function *f, LLVMValueRef v)
{
    LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(v);
    for (LLVMValueRef i = LLVMGetFirstInstruction(entry); i; i = LLVMGetNextInstruction(i)) {
        size_t length;
        LLVMValueRef callee = LLVMIsACallInst(i) ? LLVMGetCalledValue(i) : NULL;
        if (!callee || !LLVMIsAFunction(callee) ||
            !text_starts(LLVMGetValueName2(callee, &length), "llvm.var.annotation"))
            continue;
        read_parameter(p, f, LLVMGetValueName2(LLVMGetOperand(i, 0), &length), text_of(p, LLVMGetOperand(i, 1)));
    }
}

/* The interface's functions and the kit's have contracts. */
static bool is_own(const struct function *f)
{
    return !f->contract && !f->from_kit;
}

void declared_read(struct program *p, LLVMModuleRef module, struct function *(*function_of)(void *, LLVMValueRef),
                   void *context)
{
    LLVMValueRef global = LLVMGetNamedGlobal(module, "llvm.global.annotations");
    LLVMValueRef list = global ? LLVMGetInitializer(global) : NULL;
    for (int i = 0; list && LLVMIsAConstantArray(list) && i < LLVMGetNumOperands(list); i++) {
        LLVMValueRef row = LLVMGetOperand(list, (unsigned)i);
        LLVMValueRef v = LLVMIsAConstantStruct(row) ? LLVMGetOperand(row, 0) : NULL;
        struct function *f = v && LLVMIsAFunction(v) ? function_of(context, v) : NULL;
        if (f && is_own(f))
            read_function(p, f, text_of(p, LLVMGetOperand(row, 1)));
    }
    for (LLVMValueRef v = LLVMGetFirstFunction(module); v; v = LLVMGetNextFunction(v)) {
        struct function *f = LLVMIsDeclaration(v) ? NULL : function_of(context, v);
        if (f && is_own(f))
            read_parameters(p, f, v);
    }
}
