/* What outlives the analysis of a function: copies that hold nothing of its tables. */
#ifndef CWDK_CHECK_KEEP_H
#define CWDK_CHECK_KEEP_H

#include "cwdk/check/engine.h"

/* The summary of the run's function, of its exits and its uses. */
void keep_summary(struct run *r, uint32_t outcome_count);
/* Once nobody needs it any more. */
void summary_free(struct function *f);
/* The record that the engine's functions have made of it. */
void keep_record(struct engine *e, struct function *f);

#endif
