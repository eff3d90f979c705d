/* The steps after the link: the driver's package. */
#include "cwdk/build/plan.h"
#include "cwdk/build/ninja.h"
#include "cwdk/host/file.h"

void package_rules(const struct plan *plan, struct text *t)
{
    (void)plan;
    text_put(
        t, "rule copy\n  command = cp -f $in $out.new && mv -f $out.new $out\n  description = $arch package $out\n\n");
}

bool package_edges(const struct plan *plan, const struct unit *unit, struct text *t, struct diag *d)
{
    (void)plan;
    (void)d;
    if (!unit->package_folder)
        return true;
    const char *outputs[] = {unit->result, NULL}, *inputs[] = {unit->image, NULL};
    ninja_edge(t, &(struct ninja_edge){.rule = "copy", .outputs = outputs, .inputs = inputs});
    ninja_variable(t, "  ", "arch", arch_name(unit->arch));
    return true;
}
