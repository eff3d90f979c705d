/* Lists of strings. */
#include "cwdk/project/list.h"

#include <string.h>

void list_add(struct list *list, struct arena *a, const char *text)
{
    if (list->count + 1 >= list->capacity) {
        const size_t capacity = list->capacity ? list->capacity * 2 : 8;
        const char **items = arena_array(a, capacity, sizeof *items);
        for (size_t i = 0; i < list->count; i++)
            items[i] = list->items[i];
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = text;
    list->items[list->count] = NULL;
}

void list_add_all(struct list *list, struct arena *a, const char *const *texts)
{
    for (; texts && *texts; texts++)
        list_add(list, a, *texts);
}

bool list_has(const struct list *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i], text))
            return true;
    return false;
}

const char **list_items(struct list *list, struct arena *a)
{
    if (!list->items)
        list->items = arena_array(a, 1, sizeof *list->items);
    return list->items;
}
