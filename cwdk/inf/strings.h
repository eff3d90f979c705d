/* String tokens: %name% in fields and their definitions. Private to the engine. */
#ifndef CWDK_INF_STRINGS_H
#define CWDK_INF_STRINGS_H

#include "cwdk/inf/inf.h"

struct inf_token {
    const char *name; /* not ended by a NUL */
    size_t length;    /* 0: the escape %% */
    const char *start, *end;
};
/* The next token at or after `text`; false where there is none. A single % is plain text. */
bool inf_token_next(const char *text, struct inf_token *out);

/* Is it [Strings] or [Strings.LLLL]? */
bool inf_is_strings_section(const char *name);

/* Collects the definitions and gives every field its value. Reports values that become too long. */
void inf_resolve(struct inf *inf, struct inf_field *fields, size_t count, struct arena *a, struct diag *d);

#endif
