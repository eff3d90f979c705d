/*
 * Findings, kept as files. Of each outcome that is new the smallest input that was found goes to the one folder, under
 * the name crash-CODE-HASH, in libFuzzer's format (the input's bytes); what `cwdk fuzz` tells of it, the events of its
 * run, to the other, as crash-CODE-HASH.events, which is there only when it is complete.
 */
#ifndef NTSIM_FUZZ_COLLECT_H
#define NTSIM_FUZZ_COLLECT_H

#include "ntsim/fuzz/target.h"

void collect_to(const char *inputs, const char *events);
bool collects(void);
/* An input has ended badly. */
void collect(const struct operations *operations, const struct outcome *outcome);

#endif
