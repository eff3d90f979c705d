/*
 * A growing list of strings in an arena. Zero-initialise it; the strings are not copied.
 */
#ifndef CWDK_PROJECT_LIST_H
#define CWDK_PROJECT_LIST_H

#include "cwdk/host/memory.h"

#include <stdbool.h>

struct list {
    const char **items; /* ended by NULL once something was added */
    size_t count, capacity;
};

void list_add(struct list *list, struct arena *a, const char *text);
void list_add_all(struct list *list, struct arena *a, const char *const *texts); /* up to a NULL */
bool list_has(const struct list *list, const char *text);

/* The items ended by NULL; never NULL itself. */
const char **list_items(struct list *list, struct arena *a);

#endif
