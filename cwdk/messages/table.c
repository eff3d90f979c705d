/* Message tables. */
#include "cwdk/messages/table.h"

#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static void put16(uint8_t *p, size_t value)
{
    p[0] = (uint8_t)value;
    p[1] = (uint8_t)(value >> 8);
}

static void put32(uint8_t *p, size_t value)
{
    put16(p, value & 0xFFFF);
    put16(p + 2, value >> 16);
}

static int by_id(const void *left, const void *right)
{
    const struct message *const *x = left, *const *y = right;
    if ((*x)->id != (*y)->id)
        return (*x)->id < (*y)->id ? -1 : 1;
    return 0;
}

/* The entry of a text: size, flag, text, at least one zero, filled up to four bytes. */
static bool make_entry(const char *text, bool ansi, struct arena *a, struct bytes *out)
{
    const size_t length = strlen(text), room = 4 + length * 2 + 8;
    uint8_t *entry = arena_alloc(a, room);
    const char *from = text;
    char *to = (char *)entry + 4;
    size_t from_left = length, to_left = room - 8;
    iconv_t converter = iconv_open(ansi ? "WINDOWS-1252" : "UTF-16LE", "UTF-8");
    if ((intptr_t)converter == -1)
        return false;
    const bool ok = iconv(converter, (char **)&from, &from_left, &to, &to_left) == 0;
    iconv_close(converter);
    const size_t used = (size_t)(to - (char *)entry - 4), size = (4 + used + (ansi ? 1 : 2) + 3) & ~(size_t)3;
    if (!ok || used > MESSAGE_TEXT_MOST * 2)
        return false;
    put16(entry, size);
    put16(entry + 2, ansi ? 0 : 1);
    *out = (struct bytes){entry, size};
    return true;
}

bool message_table(const struct message *messages, bool ansi, struct arena *a, struct bytes *out,
                   const struct message **bad)
{
    size_t all = 0, count = 0, blocks = 0, size = 4;
    for (const struct message *m = messages; m; m = m->next)
        all++;
    const struct message **sorted = arena_array(a, all + 1, sizeof *sorted);
    struct bytes *entries = arena_array(a, all + 1, sizeof *entries);
    for (const struct message *m = messages; m; m = m->next)
        sorted[count++] = m;
    /* Stable for equal numbers: glibc's qsort merges; the first of a number wins either way below. */
    qsort(sorted, count, sizeof *sorted, by_id);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || sorted[kept - 1]->id != sorted[i]->id)
            sorted[kept++] = sorted[i];
    for (size_t i = 0; i < kept; i++) {
        if (!make_entry(sorted[i]->text, ansi, a, &entries[i])) {
            *bad = sorted[i];
            return false;
        }
        size += entries[i].size;
        blocks += !i || sorted[i]->id != sorted[i - 1]->id + 1;
    }
    size += blocks * 12;
    uint8_t *table = arena_alloc(a, size), *block = table + 4 - 12;
    size_t offset = 4 + blocks * 12;
    put32(table, blocks);
    for (size_t i = 0; i < kept; i++) {
        if (!i || sorted[i]->id != sorted[i - 1]->id + 1) {
            block += 12;
            put32(block, sorted[i]->id);
            put32(block + 8, offset);
        }
        put32(block + 4, sorted[i]->id);
        memcpy(table + offset, entries[i].data, entries[i].size);
        offset += entries[i].size;
    }
    *out = (struct bytes){table, size};
    return true;
}
