/*
 * Evaluation of MSBuild project files, as far as Visual C++ projects need it: properties, imports, item definitions and
 * items in MSBuild's three passes. Targets are not run. Nothing outside the disk is looked at: no environment, no
 * registry, no network.
 *
 * Source of facts: the public MSBuild documentation (evaluation order, conditions, property functions, well-known
 * metadata).
 */
#ifndef CWDK_PROJECT_MSBUILD_H
#define CWDK_PROJECT_MSBUILD_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/project/list.h"

/* Bounds against hostile files. */
#define MSBUILD_FILE_LIMIT   ((size_t)16 * 1024 * 1024) /* bytes of one file */
#define MSBUILD_FILES        256                        /* files read for one project */
#define MSBUILD_IMPORT_DEPTH 32
#define MSBUILD_VALUE_LIMIT  ((size_t)256 * 1024)       /* bytes of one expanded text */
#define MSBUILD_TOTAL_LIMIT  ((size_t)64 * 1024 * 1024) /* bytes of all expanded texts */
#define MSBUILD_ITEM_LIMIT   20000
#define MSBUILD_NESTING      64 /* parentheses in conditions and expressions */

/* Folders of the Windows kits stand under this name in evaluated paths, whatever a kit's own layout is. */
#define MSBUILD_KIT "/<kit>/"

struct msbuild_pair {
    const char *name, *value;
    struct msbuild_pair *next;
};

/* The metadata that all items of a type start with. */
struct msbuild_definition {
    const char *type;
    struct msbuild_pair *metadata;
    struct msbuild_definition *next;
};

struct msbuild_item {
    const char *type;
    const char *include; /* one name, as the project writes it or as a pattern found it; unescaped */
    struct diag_place place;
    struct msbuild_pair *metadata;               /* its own */
    const struct msbuild_definition *definition; /* or NULL */
    struct msbuild_item *next;
};

struct msbuild_target {
    const char *name;
    struct list commands; /* of its Exec tasks, as the file has them */
    bool other_tasks;     /* it has tasks that are no Exec */
    bool talks_only;      /* its tasks only print something */
    const char *condition;
    const char *replaces; /* of a task that replaces texts in the stamped INF: the type of the items that say which */
    struct diag_place place;
    struct msbuild_target *next;
};

struct msbuild {
    struct arena *a;
    struct diag *d;
    const char *path, *folder; /* of the project file */
    struct msbuild_pair *properties[64];
    struct msbuild_definition *definitions;
    struct msbuild_item *items, *last_item;
    struct msbuild_target *targets;
    const char *const *globals; /* names of properties that the file cannot change, ended by NULL */
    struct msbuild_pair *warned;
    struct list files; /* all files read */
    size_t item_count, total;
    bool failed;
    struct msbuild_state *state; /* of the running evaluation */
};

/* Evaluates `path`. `initial` has the properties that are set before it, pairs of name and value, of which the first
 * `global_count` names cannot be set by the file; both end by NULL. Returns NULL after reporting. */
struct msbuild *msbuild_read(const char *path, const char *const *initial, size_t global_count, struct arena *a,
                             struct diag *d);

/* The value of a property, "" where it has none. Names do not depend on case. */
const char *msbuild_property(const struct msbuild *m, const char *name);
bool msbuild_has_property(const struct msbuild *m, const char *name);
void msbuild_set(struct msbuild *m, const char *name, const char *value);

/* The value of an item's metadata, its own or the definition's; "" where it has none. */
const char *msbuild_metadata(const struct msbuild_item *item, const char *name);
const struct msbuild_definition *msbuild_definition_of(const struct msbuild *m, const char *type);
const char *msbuild_defined(const struct msbuild_definition *definition, const char *name); /* definition may be NULL */

/* Everything below is shared by the parts of the evaluator. */

/* What an expression stands in: what %(X) means, and where to point. */
struct msbuild_scope {
    const struct msbuild_item *item;             /* or NULL */
    const struct msbuild_definition *definition; /* or NULL */
    struct diag_place place;
    bool quiet; /* an unset property is no reason to warn: conditions ask for that */
};

/* `text` with $(…), @(…) and %(…) replaced; still escaped. Reports and sets m->failed where a bound is hit. */
const char *msbuild_expand(struct msbuild *m, const char *text, const struct msbuild_scope *scope);

/* The parenthesis that closes the one at `p`, quoted parts passed over; NULL where there is none. */
const char *msbuild_closing(const char *p);

/* %3B and its like replaced by the character. */
const char *msbuild_unescape(struct arena *a, const char *text);

/* The non-empty parts of a list with semicolons, trimmed and unescaped. */
void msbuild_split(struct arena *a, const char *text, struct list *out);

/* The value of a condition; an absent or empty one is true. Reports PRJ3003 and sets m->failed where it is malformed.
 */
bool msbuild_condition(struct msbuild *m, const char *text, const struct msbuild_scope *scope);

/* The value of `$(expression)` where it is more than a name; reports what is not understood. */
const char *msbuild_function(struct msbuild *m, const char *expression, const struct msbuild_scope *scope,
                             unsigned depth);
const char *msbuild_expand_deep(struct msbuild *m, const char *text, const struct msbuild_scope *scope, unsigned depth);

/* Counts `bytes` towards the bound of all texts. */
bool msbuild_charge(struct msbuild *m, size_t bytes, struct diag_place place);

/* Warns once per `subject`. */
void msbuild_warn_once(struct msbuild *m, const char *code, struct diag_place place, const char *subject,
                       const char *why);

#endif
