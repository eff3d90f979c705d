/* A map from names to small numbers that takes no account of ASCII case. Private to the engine. */
#ifndef CWDK_INF_NAMES_H
#define CWDK_INF_NAMES_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stdint.h>

#define INF_NAME_NONE UINT32_MAX

struct inf_names {
    struct inf_name_slot *slots;
    size_t capacity, count; /* capacity is a power of two */
};

/* The number of `name`, or INF_NAME_NONE. */
uint32_t inf_names_find(const struct inf_names *names, const char *name);
/* Gives `name` the number `value` unless it has one; returns the number it has now. The name is not copied.
 */
uint32_t inf_names_put(struct inf_names *names, const char *name, uint32_t value, struct arena *a);

/* Gives `name` the number `value`; returns the one it had, or INF_NAME_NONE. */
uint32_t inf_names_replace(struct inf_names *names, const char *name, uint32_t value, struct arena *a);

#endif
