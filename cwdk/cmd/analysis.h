/*
 * Drivers at a path, built to bitcode and analysed: what `cwdk check` and `cwdk lsp` share.
 */
#ifndef CWDK_CMD_ANALYSIS_H
#define CWDK_CMD_ANALYSIS_H

#include "cwdk/build/build.h"
#include "cwdk/check/check.h"

struct analysis {
    struct build_bitcode built;
    struct check_result *results; /* beside built.projects; without findings where a project is no driver */
};

/* What comes of it lies in the arena. False where it does not compile, or cannot be read, after reporting so. */
bool analysis_run(const struct build_options *options, const struct policy *policy, struct arena *a,
                  struct analysis *out, struct diag *d);

#endif
