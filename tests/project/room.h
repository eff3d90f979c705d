/*
 * What the tests of this folder share: a scratch folder with an arena and a sink, and short ways to fill and
 * read it.
 */
#ifndef TESTS_PROJECT_ROOM_H
#define TESTS_PROJECT_ROOM_H

#include "cwdk/diag/diag.h"
#include "cwdk/project/project.h"

struct room {
    struct arena arena;
    struct diag diag;
    char *folder;
    struct project_set set;
};

int room_enter(void **state); /* cmocka set-up and tear-down */
int room_leave(void **state);

/* Writes a file (and its folders) below the scratch folder; returns its path. */
char *room_file(struct room *r, const char *name, const char *text);

/* Reads what `name` below the scratch folder has ("" is the folder itself) for `arch` and dev or release. */
bool room_read(struct room *r, const char *name, enum arch arch, enum profile profile);

/* The project of that name; the test fails where there is none. */
const struct project *room_project(const struct room *r, const char *name);

/* "a b c": a list as one text, paths below the scratch folder without it. */
const char *room_joined(struct room *r, const char *const *list);
const char *room_sources(struct room *r, const struct project *p);

/* The test fails where the newest complaint of this severity is another one. `line` 0 is not looked at. */
void room_expect(const struct room *r, enum diag_severity severity, const char *code, unsigned line);

#define ROOM_TEST(f) cmocka_unit_test_setup_teardown(f, room_enter, room_leave)

#endif
