/* Any bytes as what the compiler said about a source: the first half is its text, the second the complaints. */
#include "cwdk/dialect/dialect.h"
#include "tests/fuzz/folder.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct dialect dialect = {.arena = &a};
    const uint8_t *middle = memchr(data, 0, size);
    const size_t first = middle ? (size_t)(middle - data) : size;
    if (chdir(folder) || !file_write("a.c", data, first, 0644, &d))
        abort();
    char *said = arena_substring(&a, middle ? (const char *)middle + 1 : "", middle ? size - first - 1 : 0);
    const char *overlay;
    if (dialect_adapt(&dialect, said) && !dialect_write(&dialect, "adapted", &overlay, &d))
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
