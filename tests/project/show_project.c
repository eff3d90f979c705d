/* Prints a little of what project_read makes of a path: for the shell tests. show_project PATH ARCH PROFILE */
#include "cwdk/project/project.h"

#include <string.h>

int main(int argc, char **argv)
{
    struct arena a = {0};
    struct diag d = {0};
    struct project_set set;
    struct project_configuration configuration = {0};
    if (argc != 4 || !arch_parse(argv[2], &configuration.arch))
        return 2;
    configuration.profile = !strcmp(argv[3], "release") ? PROFILE_RELEASE : PROFILE_DEV;
    const bool ok = project_read(argv[1], configuration, &a, &set, &d);
    diag_print(&d, stdout);
    if (ok) {
        static const char *const models[] = {"none", "wdm", "kmdf", "umdf"};
        const struct project *p = set.items[set.count - 1];
        printf("%s: %s%s, %s %u.%u, %zu sources, %zu projects\ndefines:", p->name, p->target_name, p->target_extension,
               models[p->model], p->framework_major, p->framework_minor, p->source_count, set.count);
        for (const char **define = p->defines; *define; define++)
            printf(" %s", *define);
        printf("\nwarnings: %s, %sas errors\n", p->warning_level ? p->warning_level : "-",
               p->warnings_as_errors ? "" : "not ");
    }
    diag_free(&d);
    arena_free(&a);
    return !ok;
}
