/* Reads and verifies a package's INF and makes its catalog, once, as a process of its own: what bench/package.sh times.
 */
#include "cwdk/catalog/package.h"
#include "cwdk/inf/verify.h"

#include <stdio.h>
#include <time.h>

int main(int argc, char **argv)
{
    struct arena arena = {0};
    struct diag diag = {0};
    if (argc != 3) {
        fputs("usage: bench-package FOLDER INF\n", stderr);
        return 2;
    }
    const struct package_catalog_options options = {.folder = argv[1], .inf = argv[2], .time = time(NULL)};
    const struct inf *inf = inf_read(argv[2], &arena, &diag);
    const bool ok = inf && inf_verify(inf, &(struct inf_verify){INF_MODE_UNIVERSAL, INF_ARCH_NONE}, &diag) &&
                    package_catalog_write(&options, &arena, NULL, &diag);
    diag_print(&diag, stderr);
    diag_free(&diag);
    arena_free(&arena);
    return ok ? 0 : 1;
}
