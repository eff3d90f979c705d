/* Growing text, argument lists, and quoting for the shell that ninja runs commands with. */
#include "cwdk/host/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct text *t, size_t more)
{
    if (t->capacity - t->size > more)
        return;
    size_t capacity = t->capacity ? t->capacity : 1024;
    while (capacity - t->size <= more)
        capacity *= 2;
    t->data = memory_resize(t->data, capacity, 1);
    t->capacity = capacity;
}

void text_add(struct text *t, const char *bytes, size_t size)
{
    reserve(t, size);
    if (size)
        memcpy(t->data + t->size, bytes, size);
    t->size += size;
    t->data[t->size] = 0;
}

void text_put(struct text *t, const char *string)
{
    text_add(t, string, strlen(string));
}

void text_format(struct text *t, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *formatted = NULL;
    const int length = vasprintf(&formatted, format, arguments);
    va_end(arguments);
    if (length < 0)
        memory_exhausted();
    text_add(t, formatted, (size_t)length);
    free(formatted);
}

void text_clear(struct text *t)
{
    t->size = 0;
    if (t->data)
        t->data[0] = 0;
}

void text_free(struct text *t)
{
    free(t->data);
    *t = (struct text){0};
}

uint32_t text_hash(const char *text)
{
    uint32_t hash = 2166136261u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash;
}

uint64_t text_hash64(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return hash;
}

void arguments_add(struct arguments *list, const char *string)
{
    if (list->count + 1 >= list->capacity) {
        const size_t capacity = list->capacity ? list->capacity * 2 : 16;
        const char **items = arena_array(list->arena, capacity, sizeof *items);
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = string;
    list->items[list->count] = NULL;
}

void arguments_format(struct arguments *list, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    arguments_add(list, arena_vformat(list->arena, format, arguments));
    va_end(arguments);
}

void arguments_add_all(struct arguments *list, const char *prefix, const char *const *strings)
{
    for (; strings && *strings; strings++)
        arguments_add(list, *prefix ? arena_format(list->arena, "%s%s", prefix, *strings) : *strings);
}

bool arguments_have(const struct arguments *list, const char *string)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i], string))
            return true;
    return false;
}

void text_put_shell_word(struct text *t, const char *argument)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=:,./@%^";
    if (*argument && !argument[strspn(argument, plain)]) {
        text_put(t, argument);
        return;
    }
    text_put(t, "'");
    for (const char *p = argument; *p;) {
        const size_t length = strcspn(p, "'");
        text_add(t, p, length);
        p += length;
        if (*p == '\'') {
            text_put(t, "'\\''");
            p++;
        }
    }
    text_put(t, "'");
}

void text_put_json_string(struct text *t, const char *string)
{
    text_put(t, "\"");
    for (; *string; string++) {
        if (*string == '"' || *string == '\\')
            text_format(t, "\\%c", *string);
        else if ((unsigned char)*string < ' ')
            text_format(t, "\\u%04x", (unsigned)*string);
        else
            text_add(t, string, 1);
    }
    text_put(t, "\"");
}

bool text_starts(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

bool text_is_one_of(const char *text, const char *const *list)
{
    while (*list && strcmp(text, *list) != 0)
        list++;
    return *list;
}
