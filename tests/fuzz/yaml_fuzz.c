/* Any bytes as cwdk.yaml: the parser and the schema. */
#define FOLDER_FILES "a.c", "src/b.c", "echo.inx", "echo.rc", "trace.h"
#include "cwdk/project/project.h"
#include "tests/fuzz/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct project_set set;
    const char *path = path_join(&a, folder, "cwdk.yaml");
    if (!file_write(path, data, size, 0644, &d))
        abort();
    const bool ok = project_read(path, (struct project_configuration){.arch = ARCH_ARM64, .profile = PROFILE_RELEASE},
                                 &a, &set, &d);
    if (ok == (d.errors > 0)) /* success and errors exclude each other */
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
