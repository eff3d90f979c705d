/*
 * What becomes of findings: which rules deny, which only warn, which are silent, and what was known before.
 */
#ifndef CWDK_CHECK_POLICY_H
#define CWDK_CHECK_POLICY_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#include <stdint.h>

enum policy_level { POLICY_ALLOW, POLICY_WARN, POLICY_DENY };

struct policy {
    struct {
        const char *rules; /* a code, or the beginning of several: CHK4; "all" */
        enum policy_level level;
    } *items;
    size_t count;
    const struct baseline *known; /* NULL: nothing */
};

/* Says what becomes of those rules; what is said last counts. False where no rule of the checker has that name. */
bool policy_add(struct policy *policy, const char *rules, enum policy_level level, struct arena *a);
/* Every rule denies, but for comments that allow nothing any more, which warn. */
enum policy_level policy_of(const struct policy *policy, const char *code);

/* Findings that were there when the file was written. Those and only those are silent. */
struct baseline {
    uint64_t *prints;
    bool *met; /* beside them */
    size_t count;
};

/* Reads what baseline_write wrote. Reports CHK0005. */
bool baseline_read(const char *path, struct arena *a, struct baseline *out, struct diag *d);
/* The finding with that print was known. */
bool baseline_meets(const struct baseline *b, uint64_t print);
/* How many of them nothing met. */
size_t baseline_gone(const struct baseline *b);

#endif
