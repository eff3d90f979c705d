/* The checks of a package, each in a file of its own. Private to cwdk/package. */
#ifndef CWDK_PACKAGE_CHECKS_H
#define CWDK_PACKAGE_CHECKS_H

#include "cwdk/package/package.h"

/* One place in an INF that promises a Windows version for a file. */
struct promise {
    const struct inf *inf;
    const char *decoration; /* as spelled; "" for none */
    enum inf_arch arch;
    struct windows_version lowest; /* 0.0.0: any */
    struct diag_place place;
};

/* Every promise that the package's INFs make for the file (a path in the package) on the architecture. */
struct promise *package_promises(const struct package *package, const char *file, enum inf_arch arch, struct arena *a,
                                 size_t *count);
/* The INF's request for the file on that architecture, or NULL. */
const struct inf_file *package_request(const struct inf *inf, const char *file, enum inf_arch arch, struct arena *a);
bool package_serves(const struct inf *inf, enum inf_arch arch);

/* "1 binary", "2 binaries". */
const char *package_count(struct arena *a, size_t count, const char *one, const char *many);

/* Each reports into `d` and says in `detail` what it looked at. False where there was nothing to look at: `detail` then
 * says why. */
bool package_check_files(struct package *package, struct arena *a, struct diag *d, const char **detail);
bool package_check_architectures(const struct package *package, struct arena *a, struct diag *d, const char **detail);
bool package_check_imports(const struct package *package, const struct export_table *table, struct arena *a,
                           struct diag *d, const char **detail);
bool package_check_frameworks(const struct package *package, struct arena *a, struct diag *d, const char **detail);
bool package_check_hardening(const struct package *package, struct arena *a, struct diag *d, const char **detail);

#endif
