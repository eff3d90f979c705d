/* Findings of other engines among the checker's own. */
#include "cwdk/check/check.h"
#include "cwdk/check/finding.h"

#include <string.h>

/* The number of a file; it gets one where no bitcode is from it (a header without functions). */
static uint32_t file_number(struct program *p, const char *name)
{
    for (uint32_t i = 1; i < p->file_count; i++)
        if (!strcmp(p->files[i], name))
            return i;
    if (p->file_count >= p->file_capacity) {
        p->file_capacity = p->file_capacity ? p->file_capacity * 2 : 16;
        const char **more = arena_array(p->arena, p->file_capacity, sizeof *more);
        if (p->file_count)
            memcpy(more, p->files, p->file_count * sizeof *more);
        else
            more[p->file_count++] = "";
        p->files = more;
    }
    p->files[p->file_count] = name;
    return p->file_count++;
}

void findings_add_extra(struct findings *f, const struct check_extra *extra, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct check_extra *x = &extra[i];
        const struct function in = {.name = x->function};
        const struct place place = {file_number(f->p, x->file), x->line, x->column};
        finding_label(f, finding_add(f, x->code, place, &in, NULL, x->claim), x->label, x->help);
    }
}
