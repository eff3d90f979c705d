/* Bitcode to the tables of program.h, through LLVM's C interface. */
#include "cwdk/check/load.h"
#include "cwdk/check/declared.h"
#include "cwdk/check/modules.h"
#include "cwdk/check/names.h"
#include "cwdk/check/proof.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/text.h"

#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <stdlib.h>
#include <string.h>

static uint32_t number_values(struct loader *l, LLVMValueRef v)
{
    uint32_t blocks = 0, instructions = 0;
    const unsigned parameters = LLVMCountParams(v);
    for (unsigned k = 0; k < parameters; k++)
        load_link(l, LLVMGetParam(v, k))->index = k;
    for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(v); b; b = LLVMGetNextBasicBlock(b)) {
        load_link(l, b)->index = blocks++;
        for (LLVMValueRef i = LLVMGetFirstInstruction(b); i; i = LLVMGetNextInstruction(i)) {
            load_link(l, i)->index = instructions++;
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
        const struct link *link = load_link(l, LLVMGetOperand(v, k));
        if (link->index < f->instruction_count && f->instructions[link->index].op == OP_LOCAL)
            f->instructions[link->index].field = (int64_t)k + 1;
    }
}

static enum sense sense_of(const char *name)
{
    static const char *const true_names[] = {"if.then", "while.body", "for.body", "cond.true"};
    static const char *const false_names[] = {"if.else", "if.end", "while.end", "for.end", "cond.false"};
    for (size_t i = 0; i < sizeof true_names / sizeof *true_names; i++)
        if (text_starts(name, true_names[i]))
            return SENSE_TRUE;
    for (size_t i = 0; i < sizeof false_names / sizeof *false_names; i++)
        if (text_starts(name, false_names[i]))
            return SENSE_FALSE;
    return SENSE_NONE;
}

/* The lists of all instructions, one behind the other: each would waste some of its block. */
static void pack(struct loader *l)
{
    struct function *f = l->function;
    size_t operands = 0, targets = 0, scales = 0;
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        const struct instruction *in = &f->instructions[i];
        operands += in->operand_count;
        targets += in->target_count;
        scales += in->scales ? in->operand_count : 0;
    }
    struct operand *operand = arena_array(l->p->arena, operands, sizeof *operand);
    uint32_t *target = arena_array(l->p->arena, targets, sizeof *target);
    int64_t *scale = arena_array(l->p->arena, scales, sizeof *scale);
    for (uint32_t i = 0; i < f->instruction_count; i++) {
        struct instruction *in = &f->instructions[i];
        if (in->operand_count)
            memcpy(operand, in->operands, in->operand_count * sizeof *operand);
        if (in->target_count)
            memcpy(target, in->targets, in->target_count * sizeof *target);
        if (in->scales)
            memcpy(scale, in->scales, in->operand_count * sizeof *scale);
        in->operands = operand;
        in->targets = target;
        in->scales = in->scales ? scale : NULL;
        operand += in->operand_count;
        target += in->target_count;
        scale += in->scales ? in->operand_count : 0;
    }
    arena_free(&l->scratch);
}

static void read_body(struct loader *l, LLVMValueRef v)
{
    struct function *f = l->function;
    struct program *p = l->p;
    nodes_begin(&p->nodes, NULL, 0);
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
            load_instruction(l, made, i);
            if (LLVMIsACallInst(i) && LLVMIsAFunction(LLVMGetCalledValue(i)) &&
                text_starts(load_name(LLVMGetCalledValue(i)), "llvm.localescape"))
                read_escapes(l, i);
            if (LLVMGetInstructionOpcode(i) == LLVMInvoke) {
                struct instruction *choice = &f->instructions[at++];
                choice->id = ++p->instruction_count;
                remember(p, choice, f);
                choice->place = made->place;
                const LLVMBasicBlockRef both[] = {LLVMGetNormalDest(i), LLVMGetUnwindDest(i)};
                choice->op = OP_MAYBE;
                load_targets(l, choice, both, 2);
            }
        }
        out->count = at - out->first;
    }
    pack(l);
    f->constant_count = p->nodes.count;
    f->constants = arena_copy(p->arena, p->nodes.items, p->nodes.count * sizeof *f->constants);
}

static bool below(const char *path, const char *folder)
{
    const size_t length = folder ? strlen(folder) : 0;
    return length && !strncmp(path, folder, length);
}

static void read_function(struct loader *l, LLVMValueRef v)
{
    struct function *f = load_function(l, v);
    if (f->defined || LLVMIsDeclaration(v))
        return;
    struct arena *a = l->p->arena;
    l->function = f;
    f->defined = true;
    const LLVMTypeRef type = LLVMGlobalGetValueType(v), result = LLVMGetReturnType(type);
    f->variadic = LLVMIsFunctionVarArg(type);
    f->result_width = load_width(l, result);
    f->result_pointer = LLVMGetTypeKind(result) == LLVMPointerTypeKind;
    f->parameter_count = LLVMCountParams(v);
    f->parameters = arena_array(a, f->parameter_count + 1, sizeof *f->parameters);
    f->pointer_parameters = arena_array(a, f->parameter_count + 1, sizeof *f->pointer_parameters);
    for (uint32_t k = 0; k < f->parameter_count; k++) {
        f->parameters[k] = name_get(l->p, load_name(LLVMGetParam(v, k)))->name;
        f->pointer_parameters[k] = LLVMGetTypeKind(LLVMTypeOf(LLVMGetParam(v, k))) == LLVMPointerTypeKind;
    }
    const char *section = LLVMGetSection(v);
    f->pageable = section && !strcmp(section, "PAGE"); /* others with that beginning are locked in as a whole */
    LLVMMetadataRef program = LLVMGetSubprogram(v);
    if (program) {
        unsigned length = 0;
        const char *file = LLVMDIFileGetFilename(LLVMDIScopeGetFile(program), &length);
        f->place = (struct place){load_file(l->p, arena_substring(a, file ? file : "", length)),
                                  LLVMDISubprogramGetLine(program), 1};
        f->from_kit = below(l->p->files[f->place.file], l->p->home);
    }
    read_body(l, v);
}

/* Tables of functions, such as that of fast I/O or of an interface; `at`: bytes from the global's start. */
static void read_initializer(struct loader *l, LLVMValueRef v, struct global *g, int64_t at)
{
    const LLVMTypeRef type = LLVMTypeOf(v);
    if (LLVMIsAFunction(v)) {
        struct function *f = load_function(l, v);
        f->address_taken = true;
        uint32_t count = 0;
        while (g->functions && g->functions[count])
            count++;
        struct function **more = arena_array(l->p->arena, (size_t)count + 2, sizeof *more);
        int64_t *places = arena_array(l->p->arena, (size_t)count + 1, sizeof *places);
        for (uint32_t i = 0; i < count; i++) {
            more[i] = g->functions[i];
            places[i] = g->places[i];
        }
        more[count] = f;
        places[count] = at;
        g->functions = more;
        g->places = places;
        return;
    }
    const bool structure = LLVMIsAConstantStruct(v);
    const int64_t unit = LLVMIsAConstantArray(v) ? (int64_t)LLVMABISizeOfType(l->layout, LLVMGetElementType(type)) : 0;
    for (unsigned k = 0; (structure || unit) && k < (unsigned)LLVMGetNumOperands(v); k++)
        read_initializer(l, LLVMGetOperand(v, k), g,
                         at + (structure ? (int64_t)LLVMOffsetOfElement(l->layout, type, k) : k * unit));
}

static struct function *entry_of(void *loader, LLVMValueRef v)
{
    return load_function(loader, v);
}

static void read_module(struct loader *l)
{
    for (LLVMValueRef g = LLVMGetFirstGlobal(l->module); g; g = LLVMGetNextGlobal(g)) {
        LLVMValueRef value = LLVMIsDeclaration(g) ? NULL : LLVMGetInitializer(g);
        if (!value || text_starts(load_name(g), "llvm."))
            continue;
        const uint32_t index = load_global(l, g);
        l->p->globals[index].functions = NULL;
        read_initializer(l, value, &l->p->globals[index], 0);
    }
    for (LLVMValueRef f = LLVMGetFirstFunction(l->module); f; f = LLVMGetNextFunction(f))
        if (!LLVMGetIntrinsicID(f))
            read_function(l, f);
    declared_read(l->p, l->module, entry_of, l);
}

static bool read_file(struct program *p, const struct module *m, struct diag *d)
{
    struct loader l = {.p = p, .module = m->parsed, .unit = text_hash64(m->file)};
    if (!m->parsed && m->problem)
        diag_error(d, CODE_CHK0001, diag_in_file(m->file), "cannot read %s: %s", m->file, m->problem);
    else if (!m->parsed)
        diag_error(d, CODE_CHK0001, diag_in_file(m->file), "%s is no bitcode that this LLVM reads", m->file);
    if (!m->parsed)
        return false;
    l.layout = LLVMCreateTargetData(LLVMGetDataLayoutStr(l.module));
    read_module(&l);
    proofs_find(&l);
    LLVMDisposeTargetData(l.layout);
    free(l.links);
    return true;
}

bool program_load(struct program *p, const char *const *files, unsigned jobs, struct diag *d)
{
    struct modules *modules = modules_open(files, jobs);
    bool ok = true;
    for (struct module *m; ok && (m = modules_next(modules));) {
        ok = read_file(p, m, d);
        modules_give_back(modules, m);
    }
    modules_close(modules);
    return ok;
}

void program_free(struct program *p)
{
    nodes_free(&p->nodes);
    free(p->functions);
    free(p->globals);
    free(p->by_id);
    free(p->owner_by_id);
}
