/* Findings of other engines among the checker's own. */
#include "cwdk/check/check.h"
#include "cwdk/check/finding.h"

void findings_add_extra(struct findings *f, const struct check_extra *extra, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct check_extra *x = &extra[i];
        const struct function in = {.name = x->function};
        const struct place place = {findings_file(f, x->file), x->line, x->column};
        finding_label(f, finding_add(f, x->code, place, &in, NULL, x->claim), x->label, x->help);
    }
}
