/*
 * Growing text and lists of arguments, which writers put their output together in.
 */
#ifndef CWDK_HOST_TEXT_H
#define CWDK_HOST_TEXT_H

#include "cwdk/host/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text that grows at its end; data[size] is always 0 once something was added. Zero-initialise it, free it with
 * text_free. */
struct text {
    char *data;
    size_t size, capacity;
};

void text_add(struct text *t, const char *bytes, size_t size);
void text_put(struct text *t, const char *string);
void text_format(struct text *t, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_clear(struct text *t);
void text_free(struct text *t);

/* FNV-1a of its bytes: 32 bits, the same for ever. */
uint32_t text_hash(const char *text);
/* The same of 64 bits. */
uint64_t text_hash64(const char *text);
/* `text` is `with` and perhaps more. */
bool text_starts(const char *text, const char *with);
/* Equal to one of a list that NULL ends. */
bool text_is_one_of(const char *text, const char *const *list);

/* A list of strings, ended by NULL, in an arena: the arguments of a command. The strings are not copied. */
struct arguments {
    struct arena *arena;
    const char **items;
    size_t count, capacity;
};

void arguments_add(struct arguments *list, const char *string);
void arguments_format(struct arguments *list, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds all of a list ended by NULL; `strings` may be NULL. Each is preceded by `prefix`, glued on, unless that is "".
 */
void arguments_add_all(struct arguments *list, const char *prefix, const char *const *strings);
bool arguments_have(const struct arguments *list, const char *string);

/* Appends `argument` as one word of a POSIX shell command: as it is where nothing in it means something to a shell,
 * quoted otherwise. */
void text_put_shell_word(struct text *t, const char *argument);
/* Appends a JSON string, which is a YAML one, too. */
void text_put_json_string(struct text *t, const char *string);

#endif
