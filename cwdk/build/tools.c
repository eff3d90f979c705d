/* The programs a build needs, asked for before anything is started. */
#include "cwdk/build/plan.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/process.h"

static bool check(const struct plan *plan, const char *program, struct diag *d)
{
    if (process_find(program, plan->arena))
        return true;
    const char *package = process_package(program);
    diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run %s: it is not installed", program);
    diag_help(d, "apt-get install %s", package ? package : program);
    return false;
}

bool tools_check(const struct plan *plan, struct diag *d)
{
    bool libraries = false, images = false, drivers = false, assembly = false, rust = false;
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        libraries |= unit->project->kind == PROJECT_STATIC_LIBRARY;
        images |= unit->pdb != NULL;
        assembly |= unit->assembly && unit->assembly[0];
        rust |= unit->rust != NULL;
        drivers |= unit->package_folder != NULL;
    }
    bool ok = check(plan, "ninja", d);
    ok &= check(plan, "clang-19", d);
    if (assembly)
        ok &= check(plan, "llvm-ml-19", d);
    if (rust) {
        ok &= check(plan, "bindgen", d);
        ok &= check(plan, "llvm-dis-19", d);
    }
    if (libraries)
        ok &= check(plan, "llvm-lib-19", d);
    if (images) {
        ok &= check(plan, "lld-link-19", d);
        ok &= check(plan, "llvm-rc-19", d);
    }
    if (drivers && plan->options->sign_mode == SIGN_TEST)
        ok &= check(plan, "osslsigncode", d);
    return ok;
}
