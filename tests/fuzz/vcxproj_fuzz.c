/* Any bytes as a .vcxproj, or as a .sln where they start like one. */
#include "cwdk/host/file.h"
#include "cwdk/project/project.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An own folder with the files that manifests name; it is taken away at the end. */
static char folder[] = "/tmp/cwdk-fuzz-XXXXXX";

static void leave(void)
{
    struct diag d = {0};
    path_remove(folder, &d);
    diag_free(&d);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const names[] = {"a.c", "sub/B.c", "own.inx", "own.rc", "trace.h", "own.props"};
    struct arena a = {0};
    struct diag d = {0};
    (void)argc;
    (void)argv;
    if (!mkdtemp(folder))
        abort();
    atexit(leave);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = path_join(&a, folder, names[i]);
        if (!folder_make(path_folder(&a, path), &d) || !file_write(path, "", 0, 0644, &d))
            abort();
    }
    arena_free(&a);
    return 0;
}

static bool is_solution(const uint8_t *data, size_t size)
{
    return size && (data[0] == 'M' || data[0] == '\r' || data[0] == '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct project_set set;
    const char *path = path_join(&a, folder, is_solution(data, size) ? "fuzz.sln" : "fuzz.vcxproj");
    if (!file_write(path, data, size, 0644, &d))
        abort();
    const bool ok = project_read(path, (struct project_configuration){ARCH_AMD64, PROFILE_DEV}, &a, &set, &d);
    if (ok == (d.errors > 0)) /* success and errors exclude each other */
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
