/*
 * Verification: the rules of Microsoft's InfVerif that its public documentation names, under the numbers it gives them,
 * in three strengths:
 *
 * - desktop: what every driver package must keep to (InfVerif /k, "declarative");
 * - universal: no operation that only desktop editions of Windows perform (InfVerif /u);
 * - windows: driver package isolation on top (InfVerif /w).
 *
 * Whether a rule is an error or a warning depends on the mode as documented there. Where cwdk differs on purpose,
 * docs/inf.md says so.
 *
 * The INF must have been stamped: an $ARCH$ left in it is an error.
 */
#ifndef CWDK_INF_VERIFY_H
#define CWDK_INF_VERIFY_H

#include "cwdk/inf/inf.h"

enum inf_mode { INF_MODE_DESKTOP, INF_MODE_UNIVERSAL, INF_MODE_WINDOWS };

struct inf_verify {
    enum inf_mode mode;
    enum inf_arch arch; /* INF_ARCH_NONE: every one that the INF serves */
};

const char *inf_mode_name(enum inf_mode mode); /* "universal" */
bool inf_mode_parse(const char *text, enum inf_mode *out);

/* Reports what is found, at most INF_FINDINGS_LIMIT findings. True where there is no error among them. */
#define INF_FINDINGS_LIMIT 200
bool inf_verify(const struct inf *inf, const struct inf_verify *options, struct diag *d);

#endif
