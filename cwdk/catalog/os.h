/*
 * Windows versions as Inf2Cat names them on its command line (10_VB_X64), and as catalogs name them
 * (_v100_X64_Vb).
 *
 * Sources of facts: the public Inf2Cat reference for the identifiers, and the "OS" attributes of catalogs of
 * openly published drivers for the strings.
 */
#ifndef CWDK_CATALOG_OS_H
#define CWDK_CATALOG_OS_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/inf/inf.h"

struct os_list {
    const char *attribute; /* entries joined by commas */
    const char *kernels;   /* distinct, joined by commas */
    bool before_windows_8; /* one of them reads version 1 only */
};

/* From a comma-separated list of identifiers (any case). Reports CAT1006 and returns false for an unknown
 * one. */
bool os_parse(const char *identifiers, struct arena *a, struct os_list *out, struct diag *d);
/* Every version that the INF's decorations for the architecture promise to serve. False where there is none.
 */
bool os_from_inf(const struct inf *inf, enum inf_arch arch, struct arena *a, struct os_list *out);

#endif
