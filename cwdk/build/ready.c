/* What would stop the build later and can be seen before anything runs. */
#include "cwdk/build/plan.h"
#include "cwdk/build/places.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/sign/identity.h"
#include "cwdk/sign/verify.h"

static bool check_folder(const struct plan *plan, const char *relative, struct diag *d)
{
    const char *path = relative ? path_join(plan->arena, plan->root, relative) : NULL;
    if (!path || !path_exists(path) || path_is_folder(path))
        return true;
    diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot make the folder %s: a file stands there",
               places_from_here(plan, relative));
    diag_help(d, "move that file elsewhere, or run cwdk clean");
    return false;
}

/* The test certificate is made at the first use; the steps that sign only read it. */
static bool check_identity(const struct plan *plan, struct diag *d)
{
    bool needed = false;
    for (size_t i = 0; i < plan->unit_count; i++)
        needed |= plan->units[i].certificate != NULL;
    return !needed || identity_test(plan->arena, d);
}

bool ready_check(const struct plan *plan, struct diag *d)
{
    for (size_t i = 0; i < plan->unit_count; i++)
        if (!check_folder(plan, plan->units[i].package_folder, d) ||
            !check_folder(plan, plan->units[i].object_folder, d))
            return false;
    const struct verify_trust trust = {.certificates = plan->options->trusted};
    return verify_trust_usable(&trust, plan->arena, d) && check_identity(plan, d);
}
