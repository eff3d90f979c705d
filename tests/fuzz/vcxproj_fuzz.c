/* Any bytes as a .vcxproj, or as a .sln where they start like one. */
#define FOLDER_FILES "a.c", "sub/B.c", "own.inx", "own.rc", "trace.h", "own.props"
#include "cwdk/project/project.h"
#include "tests/fuzz/folder.h"

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
    const bool ok =
        project_read(path, (struct project_configuration){.arch = ARCH_AMD64, .profile = PROFILE_DEV}, &a, &set, &d);
    if (ok == (d.errors > 0)) /* success and errors exclude each other */
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
