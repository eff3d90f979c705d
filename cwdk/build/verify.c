/* --verify-signature: the finished packages are looked at once more, from the bytes on the disk. */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"
#include "cwdk/sign/verify.h"

/* A driver without an INF has no catalog; its image carries the only signature. */
static bool verify_image_alone(const struct plan *plan, const struct unit *unit, const struct verify_trust *trust,
                               struct diag *d)
{
    struct bytes content;
    const char *path = path_join(plan->arena, plan->root, unit->result);
    return file_read(path, plan->arena, &content, d) && verify_image(content, path, trust, plan->arena, NULL, d);
}

bool verify_results(const struct plan *plan, struct diag *d)
{
    bool ok = true;
    for (size_t i = 0; i < plan->unit_count; i++) {
        const struct unit *unit = &plan->units[i];
        if (!unit->package_folder)
            continue;
        const char *own[] = {NULL, NULL};
        if (unit->certificate)
            own[0] = path_join(plan->arena, plan->root, unit->certificate);
        const struct verify_trust trust = {.certificates = unit->certificate ? own : plan->options->trusted,
                                           .system = plan->options->own_key};
        if (unit->inf)
            ok &= verify_package(
                &(struct verify_request){.folder = path_join(plan->arena, plan->root, unit->package_folder),
                                         .trust = trust},
                plan->arena, NULL, d);
        else
            ok &= verify_image_alone(plan, unit, &trust, d);
    }
    return ok;
}
