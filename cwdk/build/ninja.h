/*
 * Writing a Ninja file: rules, build statements, and the escapes of both.
 *
 * A statement is begun, given its inputs and variables, and ended; the writer keeps ninja's order (outputs, rule,
 * inputs, implicit ones after |, order-only ones after ||). Source of facts: the Ninja manual, "Lexical syntax".
 */
#ifndef CWDK_BUILD_NINJA_H
#define CWDK_BUILD_NINJA_H

#include "cwdk/host/text.h"

struct ninja_edge {
    const char *rule;
    const char *const *outputs;          /* each list is ended by NULL or is NULL */
    const char *const *implicit_outputs; /* made, too, but not part of $out */
    const char *const *inputs;           /* $in */
    const char *const *implicit_inputs;  /* a change of one reruns the command */
    const char *const *order_only;       /* must stand there first, a change does not rerun the command */
};

/* A path holds no line break: ninja has no escape for one. */
bool ninja_path_valid(const char *path);

void ninja_variable(struct text *t, const char *indent, const char *name, const char *value);
/* The words as one shell command line; each reaches the program as it is. */
void ninja_words(struct text *t, const char *indent, const char *name, const char *const *words);
void ninja_edge(struct text *t, const struct ninja_edge *edge);

#endif
