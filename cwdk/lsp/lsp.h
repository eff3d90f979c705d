/*
 * A language server that tells editors what the checker finds. It knows nothing of the checker but the JSON form of
 * its findings (docs/check.md), which a function gives it.
 *
 * Sources: "Language Server Protocol Specification - 3.17" for the messages.
 */
#ifndef CWDK_LSP_LSP_H
#define CWDK_LSP_LSP_H

#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <jansson.h>
#include <stdio.h>

struct lsp_checker {
    void *context;
    /* Checks the drivers at `path`, with the texts that are not saved in place of their files: writes {"findings":
     * [...]} with absolute file names to `out`, or what kept it from that, as lines of text. Runs in a process of its
     * own, which then ends. */
    void (*check)(void *context, const char *path, const struct unsaved *list, size_t count, FILE *out);
    const char *path; /* what to check where the editor names no folder; NULL: the current one */
    const char *version;
};

/* Serves until the editor says `exit`, or is gone. 0 after `shutdown`, 1 without, 2 where messages made no sense: then
 * *why tells, for people. */
int lsp_serve(int in, int out, const struct lsp_checker *checker, const char **why);

/* publish.c: findings as the protocol has them. */

/* A list of notifications that make the editor show `findings`, an array as in JSON reports, and nothing else: files
 * that had some before, which `shown` (an object, by URI) keeps, are emptied. `texts` has those that are not saved, by
 * path, or is NULL. NULL where it is no such array. */
json_t *lsp_publish(const json_t *findings, json_t *shown, const json_t *texts, struct arena *a);
/* The actions for a codeAction request's parameters: an array, perhaps empty. */
json_t *lsp_actions(const json_t *params, struct arena *a);
/* file:///a/b%20c and back; NULL where it is no such URI. */
char *lsp_uri(struct arena *a, const char *path);
char *lsp_path(struct arena *a, const char *uri);
/* UTF-16 code units in the first `bytes` of a line, which are what positions count in. */
unsigned lsp_column(const char *line, size_t length, size_t bytes);

#endif
