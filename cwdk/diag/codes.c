/* The table of codes, built from the .def files. */
#include "cwdk/diag/codes.h"

#include <strings.h>

#define CODE(id, title, text) const char CODE_##id[] = #id;
#include "cwdk/diag/codes/all.def"
#undef CODE

static const struct code_entry table[] = {
#define CODE(id, title, text) {CODE_##id, title, text},
#include "cwdk/diag/codes/all.def"
#undef CODE
};

const struct code_entry *code_at(size_t index)
{
    return index < sizeof table / sizeof *table ? &table[index] : NULL;
}

const struct code_entry *code_find(const char *id)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!strcasecmp(table[i].id, id))
            return &table[i];
    return NULL;
}
