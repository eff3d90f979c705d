/* Any bytes as a source whose comments allow findings: places lie in the text, and what is understood is whole. */
#include "cwdk/check/allow.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct allows allows;
    const char *text = arena_substring(&a, (const char *)data, size);
    uint32_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    allows_read(text, size, &a, &allows);
    for (size_t i = 0; i < allows.count; i++) {
        const struct allow *x = &allows.items[i];
        if (!x->line || x->line > lines || !x->column || x->last < x->first || x->last > lines || !x->reason)
            abort();
        if (x->codes && !x->codes[0])
            abort();
        if (x->codes && !allow_names(x, x->codes[0]))
            abort();
    }
    arena_free(&a);
    return 0;
}
