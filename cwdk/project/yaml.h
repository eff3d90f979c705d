/*
 * A small YAML file as a tree with the place of every node: what libfyaml's events say, within bounds that no
 * honest file comes near. Anchors, aliases, tags, several documents, duplicate keys and keys that are no
 * plain words are refused, so a tree is never larger than its text.
 */
#ifndef CWDK_PROJECT_YAML_H
#define CWDK_PROJECT_YAML_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"

#define YAML_SIZE_LIMIT  ((size_t)1024 * 1024) /* bytes of a file */
#define YAML_DEPTH_LIMIT 16
#define YAML_NODE_LIMIT  10000

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml_node {
    enum yaml_kind kind;
    bool quoted;             /* of a scalar: '...' or "..." */
    struct diag_place place; /* of its first character */
    const char *text;        /* of a scalar: without quotes, UTF-8, no NUL inside */
    const char *key;         /* where it is a value of a map */
    struct diag_place key_place;
    struct yaml_node *first, *next; /* the items of a list or the values of a map, in the order of the file */
    struct yaml_node *last;
};

/* The root node of `text`, in the arena; NULL after reporting. An empty document is an empty map. `file` is
 * for places. */
struct yaml_node *yaml_parse(const char *file, const char *text, size_t size, struct arena *a, struct diag *d);

/* The value of `key`, or NULL. */
struct yaml_node *yaml_get(const struct yaml_node *map, const char *key);

#endif
