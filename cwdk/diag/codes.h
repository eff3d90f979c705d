/*
 * Every code that a diagnostic can carry, with the text that `cwdk explain CODE` prints.
 *
 * The table stands in the .def files under cwdk/diag/codes/, one per engine, a row being
 *     CODE(INF1102, "short title", "what it means, why it matters, what to do, with bad and good examples")
 * An engine names a code by its constant, CODE_INF1102, so a code without a row does not compile.
 */
#ifndef CWDK_DIAG_CODES_H
#define CWDK_DIAG_CODES_H

#include <stddef.h>

#define CODE(id, title, text) extern const char CODE_##id[];
#include "cwdk/diag/codes/all.def"
#undef CODE

struct code_entry {
    const char *id;
    const char *title;
    const char *text;
};

/* The row of `id` (case does not matter), or NULL. Its `id` is the constant itself: codes compare as pointers. */
const struct code_entry *code_find(const char *id);
/* The row number `index`, or NULL past the end: for listings. */
const struct code_entry *code_at(size_t index);

#endif
