/* The Ninja file's syntax. */
#include "cwdk/build/ninja.h"

#include <string.h>

bool ninja_path_valid(const char *path)
{
    return !strpbrk(path, "\n\r");
}

static void put_path(struct text *t, const char *path)
{
    for (; *path; path++) {
        if (strchr("$ :", *path))
            text_put(t, "$");
        text_add(t, path, 1);
    }
}

static void put_paths(struct text *t, const char *before, const char *const *paths)
{
    if (!paths || !*paths)
        return;
    text_put(t, before);
    for (; *paths; paths++) {
        text_put(t, " ");
        put_path(t, *paths);
    }
}

static void put_value(struct text *t, const char *value)
{
    for (; *value; value++)
        text_add(t, *value == '$' ? "$$" : value, *value == '$' ? 2 : 1);
}

void ninja_variable(struct text *t, const char *indent, const char *name, const char *value)
{
    text_format(t, "%s%s = ", indent, name);
    put_value(t, value);
    text_put(t, "\n");
}

void ninja_words(struct text *t, const char *indent, const char *name, const char *const *words)
{
    struct text line = {0};
    text_put(&line, "");
    for (; words && *words; words++) {
        if (line.size)
            text_put(&line, " ");
        text_put_shell_word(&line, *words);
    }
    ninja_variable(t, indent, name, line.data);
    text_free(&line);
}

void ninja_edge(struct text *t, const struct ninja_edge *edge)
{
    put_paths(t, "build", edge->outputs);
    put_paths(t, " |", edge->implicit_outputs);
    text_format(t, ": %s", edge->rule);
    put_paths(t, "", edge->inputs);
    put_paths(t, " |", edge->implicit_inputs);
    put_paths(t, " ||", edge->order_only);
    text_put(t, "\n");
}
