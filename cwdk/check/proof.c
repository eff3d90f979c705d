/* The checks of a module that no path fails. */
#include "cwdk/check/proof.h"

#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <stdlib.h>
#include <string.h>

/* Checks are only told apart by their places: no pass may know what is in them. */
struct site {
    uint32_t global; /* of the program */
    LLVMValueRef stand_in;
};

struct sites {
    struct site *items;
    size_t count, room;
};

/* Functions become parts of their callers, variables become values. Nothing is read once for twice yet. */
static const char joining[] = "always-inline,function(lower-expect,sroa<modify-cfg>),cgscc(inline),globaldce,"
                              "function(sroa<modify-cfg>)";

/* What is known where: constants of calls, ranges, relations, loops. */
static const char knowing[] =
    "ipsccp,function(early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,jump-threading,"
    "correlated-propagation,simplifycfg,instcombine<no-verify-fixpoint>,constraint-elimination,"
    "loop-mssa(loop-rotate,licm),loop(indvars),gvn,sccp,instcombine<no-verify-fixpoint>,jump-threading,"
    "correlated-propagation,constraint-elimination,adce,simplifycfg),globaldce";

static void add_site(struct loader *l, struct sites *all, LLVMValueRef g)
{
    if (all->count == all->room) {
        all->room = all->room * 2 + 32;
        all->items = memory_resize(all->items, all->room, sizeof *all->items);
    }
    struct site *s = &all->items[all->count++];
    s->global = load_global(l, g);
    s->stand_in = LLVMAddGlobal(l->module, LLVMGlobalGetValueType(g), "cwdk.site");
    LLVMReplaceAllUsesWith(g, s->stand_in);
}

static void collect(struct loader *l, struct sites *all)
{
    LLVMValueRef next;
    for (LLVMValueRef g = LLVMGetFirstGlobal(l->module); g; g = next) {
        next = LLVMGetNextGlobal(g);
        if (!LLVMIsDeclaration(g) && strstr(load_name(g), PROOF_SITE)) {
            add_site(l, all, g);
            LLVMDeleteGlobal(g);
        }
    }
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

void proofs_find(struct loader *l)
{
    struct sites all = {0};
    collect(l, &all);
    if (all.count) {
        proof_ground(l);
        const bool joined = run(l->module, joining);
        if (joined)
            proof_share(l->module);
        if (joined && run(l->module, knowing))
            for (size_t i = 0; i < all.count; i++)
                l->p->globals[all.items[i].global].proven = !LLVMGetFirstUse(all.items[i].stand_in);
    }
    free(all.items);
}
