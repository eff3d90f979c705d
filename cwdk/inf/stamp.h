/*
 * Stamping: an INX, or an INF, becomes the INF of one build, as Microsoft's stampinf does it.
 *
 * - $ARCH$ becomes the architecture (NT$ARCH$ -> NTamd64), $KMDFVERSION$ and $UMDFVERSION$ the framework's version,
 *   $KMDFCOINSTALLERVERSION$ and $UMDFCOINSTALLERVERSION$ its form in file names (1.33 -> 01033);
 * - DriverVer in [Version] is set or added;
 * - CatalogFile is set or added where that is asked for.
 *
 * Everything else stays byte by byte as it was: encoding, line ends, spaces, comments (in which nothing is replaced).
 * Source of the facts: the public documentation of stampinf.
 */
#ifndef CWDK_INF_STAMP_H
#define CWDK_INF_STAMP_H

#include "cwdk/inf/inf.h"

#include <time.h>

struct inf_stamp {
    enum inf_arch arch;          /* INF_ARCH_NONE: a file that has $ARCH$ is refused */
    const char *decoration;      /* of the models section, "10.0...16299", for what follows the architecture; or NULL */
    const char *const *texts;    /* "TEXT=NEW", ended by NULL, or NULL: replaced last, in comments, too */
    const char *section;         /* NULL: "Version" */
    const char *date;            /* "mm/dd/yyyy"; "*" or NULL: that of `now`, UTC */
    const char *version;         /* "w.x.y.z"; "*" or NULL: hours.minutes.seconds.milliseconds of `now`, UTC */
    const char *kmdf, *umdf;     /* "1.33", "2.33.0"; NULL: a file that has the token is refused */
    const char *catalog;         /* NULL: CatalogFile stays */
    const char *default_catalog; /* used where the file has no CatalogFile at all; NULL: it stays so */
    struct timespec now;
};

/* `now`, `date` and `version` from the environment: SOURCE_DATE_EPOCH stands for the clock, STAMPINF_DATE and
 * STAMPINF_VERSION for the options, where those are NULL. The strings belong to the environment. Reports a date that is
 * none and returns false. */
bool inf_stamp_environment(struct inf_stamp *options, struct diag *d);

/* Stamps the content of a file called `path`. Reports what is wrong and returns false; `out` lies in the arena. */
bool inf_stamp(const char *path, struct bytes content, const struct inf_stamp *options, struct arena *a,
               struct bytes *out, struct diag *d);
/* The same from file to file, which may be one; an equal output is not written again. */
bool inf_stamp_file(const char *input, const char *output, const struct inf_stamp *options, struct diag *d);

#endif
