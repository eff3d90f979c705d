/*
 * A reader of WEVT_TEMPLATE resources, written from libfwevt's description of the format and apart from the writer. It
 * looks at every offset and size and gives back the events as text, one a line.
 */
#ifndef TESTS_EVENTS_WALK_H
#define TESTS_EVENTS_WALK_H

#include "cwdk/host/file.h"
#include "tests/reader.h"

#include <stdio.h>
#include <string.h>

static bool walk_tag(struct reader *w, size_t at, const char *tag)
{
    if (at > w->size || w->size - at < 4 || memcmp(w->p + at, tag, 4) != 0)
        w->bad = true;
    return !w->bad;
}

/* Size, UTF-16, zero. */
static void walk_string(struct reader *w, size_t at)
{
    const uint32_t size = reader_32(w, at);
    if (w->bad || size < 6 || size % 2 || size > w->size - at) {
        w->bad = true;
        return;
    }
    for (size_t i = at + 4; i < at + size && reader_16(w, i); i += 2)
        reader_say(w, "%c", reader_16(w, i) < 128 ? (char)reader_16(w, i) : '?');
}

/* The names in the binary XML of a template, with its substitutions. */
static size_t walk_xml_name(struct reader *w, size_t at)
{
    const uint32_t length = reader_16(w, at + 2);
    uint16_t hash = 0;
    for (uint32_t i = 0; i < length && !w->bad; i++) {
        hash = (uint16_t)(hash * 65599u + reader_16(w, at + 4 + 2 * i));
        reader_say(w, "%c", (char)reader_16(w, at + 4 + 2 * i));
    }
    if (hash != reader_16(w, at) || reader_16(w, at + 4 + 2 * length))
        w->bad = true;
    return at + 6 + 2 * length;
}

static size_t walk_xml(struct reader *w, size_t at)
{
    const unsigned token = w->p[at];
    const size_t content = at + 7;
    if ((token & 0xBF) != 1 || reader_16(w, at + 1) != 0xFFFF) {
        w->bad = true;
        return at;
    }
    const size_t end = content + reader_32(w, at + 3);
    if (end > w->size) {
        w->bad = true;
        return at;
    }
    reader_say(w, "<");
    at = walk_xml_name(w, content);
    if (token & 0x40) {
        const size_t last = at + 4 + reader_32(w, at);
        at += 4;
        while (at < last && !w->bad) {
            reader_say(w, " ");
            at = walk_xml_name(w, at + 1);
            const uint32_t length = reader_16(w, at + 2);
            reader_say(w, "=");
            for (uint32_t i = 0; i < length && !w->bad; i++)
                reader_say(w, "%c", (char)reader_16(w, at + 4 + 2 * i));
            at += 4 + 2 * length;
        }
    }
    if (w->bad || at >= w->size || w->p[at] != 2) {
        w->bad = true;
        return at;
    }
    reader_say(w, ">");
    at++;
    while (at < end && !w->bad && w->p[at] != 4) {
        if (w->p[at] == 13) {
            reader_say(w, "%%%u:%u", reader_16(w, at + 1), w->p[at + 3]);
            at += 4;
        } else {
            at = walk_xml(w, at);
        }
    }
    if (at + 1 != end)
        w->bad = true;
    return end;
}

static void walk_template(struct reader *w, size_t at)
{
    if (!walk_tag(w, at, "TEMP"))
        return;
    const uint32_t fields = reader_32(w, at + 12), items = reader_32(w, at + 16);
    reader_say(w, " ");
    walk_xml(w, at + 44);
    for (uint32_t i = 0; i < fields && !w->bad; i++) {
        const size_t item = items + 20 * (size_t)i;
        reader_say(w, " ");
        walk_string(w, reader_32(w, item + 16));
        reader_say(w, ":%u/%u", item + 5 < w->size ? w->p[item + 4] : 0, item + 5 < w->size ? w->p[item + 5] : 0);
        if (reader_32(w, item) & 0x1E)
            reader_say(w, "[%u,%u,%u]", reader_32(w, item), reader_16(w, item + 12), reader_16(w, item + 14));
        if (reader_32(w, item + 8))
            walk_tag(w, reader_32(w, item + 8), "VMAP");
    }
}

static void walk_events(struct reader *w, size_t at)
{
    const uint32_t count = reader_32(w, at + 8);
    for (uint32_t i = 0; i < count && !w->bad; i++) {
        const size_t e = at + 16 + 48 * (size_t)i;
        if (e + 48 > w->size) {
            w->bad = true;
            return;
        }
        reader_say(w, "%u v%u c%u l%u o%u t%u k%08x%08x m%08x", reader_16(w, e), w->p[e + 2], w->p[e + 3], w->p[e + 4],
                   w->p[e + 5], reader_16(w, e + 6), reader_32(w, e + 12), reader_32(w, e + 8), reader_32(w, e + 16));
        const struct {
            size_t at, name;
        } references[] = {{24, 8}, {28, 8}, {32, 24}, {44, 4}};
        for (size_t k = 0; k < 4; k++)
            if (reader_32(w, e + references[k].at)) {
                reader_say(w, " ");
                walk_string(w, reader_32(w, reader_32(w, e + references[k].at) + references[k].name));
            }
        for (uint32_t k = 0; k < reader_32(w, e + 36) && !w->bad; k++) {
            reader_say(w, " ");
            walk_string(w, reader_32(w, reader_32(w, reader_32(w, e + 40) + 4 * k) + 12));
        }
        if (reader_32(w, e + 20))
            walk_template(w, reader_32(w, e + 20));
        reader_say(w, "\n");
    }
}

/* True where the whole resource is sound. */
static bool walk_all(struct reader *w)
{
    if (!walk_tag(w, 0, "CRIM") || reader_32(w, 4) + 2 != w->size || reader_32(w, 8) != 0x10003)
        return false;
    for (uint32_t i = 0; i < reader_32(w, 12) && !w->bad; i++) {
        const size_t provider = reader_32(w, 16 + 20 * i + 16);
        if (!walk_tag(w, provider, "WEVT"))
            return false;
        for (uint32_t k = 0; k < reader_32(w, provider + 12); k++) {
            static const char *const tags[] = {"LEVL", "TASK", "OPCO", "KEYW", "EVNT", "CHAN", "MAPS", "TTBL"};
            const uint32_t kind = reader_32(w, provider + 16 + 8 * k), at = reader_32(w, provider + 20 + 8 * k);
            if (kind > 7 || !walk_tag(w, at, tags[kind]))
                return false;
            if (kind == 4)
                walk_events(w, at);
        }
    }
    return !w->bad;
}

#endif
