/* Any bytes as a counter manifest. */
#include "cwdk/events/counters.h"

#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/cwdk-fuzz-XXXXXX";

static void leave(void)
{
    struct diag d = {0};
    path_remove(folder, &d);
    diag_free(&d);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    if (!mkdtemp(folder))
        abort();
    atexit(leave);
    return 0;
}

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
