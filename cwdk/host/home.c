/* Finding the kit's data beside the running program. */
#include "cwdk/host/home.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

char *home_folder(struct arena *a, struct diag *d)
{
    char *program = path_absolute(a, "/proc/self/exe");
    char *prefix = program ? path_folder(a, path_folder(a, program)) : NULL;
    char *home = prefix ? path_join(a, prefix, "share/cwdk") : NULL;
    if (home && path_is_folder(home))
        return home;
    diag_error(d, CODE_ENV0004, diag_nowhere(), "the kit's data folder %s is missing",
               home ? home : "share/cwdk beside the program");
    diag_help(d, "install the kit as a whole: cmake --install build, or run build/bin/cwdk where it was built");
    return NULL;
}
