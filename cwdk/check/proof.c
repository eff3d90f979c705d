/* The checks of a module that no path fails. */
#include "cwdk/check/proof.h"

#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/Support.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Checks are only told apart by their places: no pass may know what is in them. Each gets a stand-in by this name and
 * its number, which is gone when nobody names it. */
#define STAND_IN "cwdk.site."

struct sites {
    uint32_t *globals; /* of the program */
    size_t count, room;
};

/* Functions become parts of their callers, variables become values. Nothing is read once for twice yet. */
static const char layer[] = "always-inline,function(lower-expect,sroa<modify-cfg>)";
static const char joining[] = "always-inline,cgscc(inline),globaldce,function(sroa<modify-cfg>)";

static const char lifting[] = "function(sroa<modify-cfg>)";

/* What is known where: constants of calls, ranges, relations, loops. */
static const char knowing[] =
    "ipsccp,function(early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,jump-threading,"
    "correlated-propagation,simplifycfg,instcombine<no-verify-fixpoint>,constraint-elimination,"
    "loop-mssa(loop-rotate,licm),loop(indvars),gvn,sccp,instcombine<no-verify-fixpoint>,jump-threading,"
    "correlated-propagation,constraint-elimination,adce,simplifycfg),globaldce";

static char *name_of(size_t number, char name[static 32])
{
    snprintf(name, 32, STAND_IN "%zu", number);
    return name;
}

static void replace(struct loader *l, struct sites *all, LLVMValueRef g)
{
    char name[32];
    if (all->count == all->room) {
        all->room = all->room * 2 + 32;
        all->globals = memory_resize(all->globals, all->room, sizeof *all->globals);
    }
    LLVMReplaceAllUsesWith(g, LLVMAddGlobal(l->module, LLVMGlobalGetValueType(g), name_of(all->count, name)));
    all->globals[all->count++] = load_global(l, g);
    LLVMDeleteGlobal(g);
}

static void collect(struct loader *l, struct sites *all)
{
    LLVMValueRef next;
    for (LLVMValueRef g = LLVMGetFirstGlobal(l->module); g; g = next) {
        next = LLVMGetNextGlobal(g);
        if (!LLVMIsDeclaration(g) && strstr(load_name(g), PROOF_SITE))
            replace(l, all, g);
    }
}

static bool is_named(LLVMModuleRef module, size_t number)
{
    char name[32];
    LLVMValueRef stand_in = LLVMGetNamedGlobal(module, name_of(number, name));
    return stand_in && LLVMGetFirstUse(stand_in);
}

static bool run(LLVMModuleRef module, const char *passes)
{
    LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
    LLVMErrorRef failed = LLVMRunPasses(module, passes, NULL, options);
    LLVMDisposePassBuilderOptions(options);
    if (failed)
        LLVMConsumeError(failed);
    return !failed;
}

/* A function of up to a thousand instructions becomes a part of each caller: five count for one. */
static void set_limits(void)
{
    static const char *const words[] = {"cwdk", "-inline-threshold=5000"};
    LLVMParseCommandLineOptions(sizeof words / sizeof *words, words, NULL);
}

void proofs_find(struct loader *l)
{
    static pthread_once_t limits = PTHREAD_ONCE_INIT;
    struct sites all = {0};
    collect(l, &all);
    if (all.count) {
        proof_ground(l);
        pthread_once(&limits, set_limits);
        proof_declare(l);
        bool done = run(l->module, layer);
        if (done)
            proof_guard(l);
        proof_settle(l->module);
        done = done && run(l->module, joining);
        proof_settle(l->module);
        done = done && run(l->module, lifting);
        if (done)
            proof_share(l->module);
        if (done && run(l->module, knowing))
            for (size_t i = 0; i < all.count; i++)
                l->p->globals[all.globals[i]].proven = !is_named(l->module, i);
    }
    free(all.globals);
}
