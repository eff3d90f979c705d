/* Any bytes as a counter manifest. */
#include "cwdk/events/counters.h"
#include "tests/fuzz/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct counters_output made;
    const char *path = path_join(&a, folder, "x.man");
    if (!file_write(path, data, size, 0644, &d))
        abort();
    if (counters_compile(path, "My", &a, &made, &d) == (d.errors != 0))
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
