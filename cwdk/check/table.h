/* Calls through tables of functions, which global variables are from their first value on. */
#ifndef CWDK_CHECK_TABLE_H
#define CWDK_CHECK_TABLE_H

#include "cwdk/check/program.h"

enum {
    TABLE_CALLEES = 8, /* that are told apart at a call; where there are more, none is followed */
    TABLE_MOST = 64,   /* in a table that is followed */
};

/* Calls something by a pointer. */
bool table_calls(const struct function *f);
/* The functions that a global's first value holds, if it is a table that is followed, ended by NULL; or NULL. */
struct function **table_of(const struct program *p, const struct node *constant);
/* What a call of `pointer` calls, if that was read from a table: each function that takes as many arguments and stands
 * where the pointer was read. Returns how many; 0: not known. */
uint32_t table_callees(const struct program *p, struct value pointer, const struct instruction *in,
                       const struct function *out[TABLE_CALLEES]);

#endif
