/*
 * Names of functions and macros that safe code does without.
 */
#ifndef CWDK_PROFILE_NAMES_H
#define CWDK_PROFILE_NAMES_H

struct raw_name {
    const char *pattern;
    const char *code;    /* NULL: the name is allowed */
    const char *instead; /* what a safe driver uses */
};

/* The row for a name, or NULL where the safe profile has nothing against it. */
const struct raw_name *raw_name_find(const char *name);

#endif
