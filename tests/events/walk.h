/*
 * A reader of WEVT_TEMPLATE resources, written from libfwevt's description of the format and apart from the writer. It
 * looks at every offset and size and gives back the events as text, one a line.
 */
#ifndef TESTS_EVENTS_WALK_H
#define TESTS_EVENTS_WALK_H

#include "cwdk/host/file.h"

#include <stdio.h>
#include <string.h>

struct walk {
    const uint8_t *p;
    size_t size;
    bool bad;
    char text[4096];
};

static uint32_t walk_32(struct walk *w, size_t at)
{
    if (at > w->size || w->size - at < 4) {
        w->bad = true;
        return 0;
    }
    return w->p[at] | (uint32_t)w->p[at + 1] << 8 | (uint32_t)w->p[at + 2] << 16 | (uint32_t)w->p[at + 3] << 24;
}

static uint32_t walk_16(struct walk *w, size_t at)
{
    if (at > w->size || w->size - at < 2) {
        w->bad = true;
        return 0;
    }
    return w->p[at] | (uint32_t)w->p[at + 1] << 8;
}

static bool walk_tag(struct walk *w, size_t at, const char *tag)
{
    if (at > w->size || w->size - at < 4 || memcmp(w->p + at, tag, 4) != 0)
        w->bad = true;
    return !w->bad;
}

static void walk_say(struct walk *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void walk_say(struct walk *w, const char *format, ...)
{
    va_list arguments;
    const size_t used = strlen(w->text);
    va_start(arguments, format);
    vsnprintf(w->text + used, sizeof w->text - used, format, arguments);
    va_end(arguments);
}

/* Size, UTF-16, zero. */
static void walk_string(struct walk *w, size_t at)
{
    const uint32_t size = walk_32(w, at);
    if (w->bad || size < 6 || size % 2 || size > w->size - at) {
        w->bad = true;
        return;
    }
    for (size_t i = at + 4; i < at + size && walk_16(w, i); i += 2)
        walk_say(w, "%c", walk_16(w, i) < 128 ? (char)walk_16(w, i) : '?');
}

/* The names in the binary XML of a template, with its substitutions. */
static size_t walk_xml_name(struct walk *w, size_t at)
{
    const uint32_t length = walk_16(w, at + 2);
    uint16_t hash = 0;
    for (uint32_t i = 0; i < length && !w->bad; i++) {
        hash = (uint16_t)(hash * 65599u + walk_16(w, at + 4 + 2 * i));
        walk_say(w, "%c", (char)walk_16(w, at + 4 + 2 * i));
    }
    if (hash != walk_16(w, at) || walk_16(w, at + 4 + 2 * length))
        w->bad = true;
    return at + 6 + 2 * length;
}

static size_t walk_xml(struct walk *w, size_t at)
{
    const unsigned token = w->p[at];
    const size_t content = at + 7;
    if ((token & 0xBF) != 1 || walk_16(w, at + 1) != 0xFFFF) {
        w->bad = true;
        return at;
    }
    const size_t end = content + walk_32(w, at + 3);
    if (end > w->size) {
        w->bad = true;
        return at;
    }
    walk_say(w, "<");
    at = walk_xml_name(w, content);
    if (token & 0x40) {
        const size_t last = at + 4 + walk_32(w, at);
        at += 4;
        while (at < last && !w->bad) {
            walk_say(w, " ");
            at = walk_xml_name(w, at + 1);
            const uint32_t length = walk_16(w, at + 2);
            walk_say(w, "=");
            for (uint32_t i = 0; i < length && !w->bad; i++)
                walk_say(w, "%c", (char)walk_16(w, at + 4 + 2 * i));
            at += 4 + 2 * length;
        }
    }
    if (w->bad || at >= w->size || w->p[at] != 2) {
        w->bad = true;
        return at;
    }
    walk_say(w, ">");
    at++;
    while (at < end && !w->bad && w->p[at] != 4) {
        if (w->p[at] == 13) {
            walk_say(w, "%%%u:%u", walk_16(w, at + 1), w->p[at + 3]);
            at += 4;
        } else {
            at = walk_xml(w, at);
        }
    }
    if (at + 1 != end)
        w->bad = true;
    return end;
}

static void walk_template(struct walk *w, size_t at)
{
    if (!walk_tag(w, at, "TEMP"))
        return;
    const uint32_t fields = walk_32(w, at + 12), items = walk_32(w, at + 16);
    walk_say(w, " ");
    walk_xml(w, at + 44);
    for (uint32_t i = 0; i < fields && !w->bad; i++) {
        const size_t item = items + 20 * (size_t)i;
        walk_say(w, " ");
        walk_string(w, walk_32(w, item + 16));
        walk_say(w, ":%u/%u", item + 5 < w->size ? w->p[item + 4] : 0, item + 5 < w->size ? w->p[item + 5] : 0);
        if (walk_32(w, item) & 0x1E)
            walk_say(w, "[%u,%u,%u]", walk_32(w, item), walk_16(w, item + 12), walk_16(w, item + 14));
        if (walk_32(w, item + 8))
            walk_tag(w, walk_32(w, item + 8), "VMAP");
    }
}

static void walk_events(struct walk *w, size_t at)
{
    const uint32_t count = walk_32(w, at + 8);
    for (uint32_t i = 0; i < count && !w->bad; i++) {
        const size_t e = at + 16 + 48 * (size_t)i;
        if (e + 48 > w->size) {
            w->bad = true;
            return;
        }
        walk_say(w, "%u v%u c%u l%u o%u t%u k%08x%08x m%08x", walk_16(w, e), w->p[e + 2], w->p[e + 3], w->p[e + 4],
                 w->p[e + 5], walk_16(w, e + 6), walk_32(w, e + 12), walk_32(w, e + 8), walk_32(w, e + 16));
        const struct {
            size_t at, name;
        } references[] = {{24, 8}, {28, 8}, {32, 24}, {44, 4}};
        for (size_t k = 0; k < 4; k++)
            if (walk_32(w, e + references[k].at)) {
                walk_say(w, " ");
                walk_string(w, walk_32(w, walk_32(w, e + references[k].at) + references[k].name));
            }
        for (uint32_t k = 0; k < walk_32(w, e + 36) && !w->bad; k++) {
            walk_say(w, " ");
            walk_string(w, walk_32(w, walk_32(w, walk_32(w, e + 40) + 4 * k) + 12));
        }
        if (walk_32(w, e + 20))
            walk_template(w, walk_32(w, e + 20));
        walk_say(w, "\n");
    }
}

/* True where the whole resource is sound. */
static bool walk_all(struct walk *w)
{
    if (!walk_tag(w, 0, "CRIM") || walk_32(w, 4) + 2 != w->size || walk_32(w, 8) != 0x10003)
        return false;
    for (uint32_t i = 0; i < walk_32(w, 12) && !w->bad; i++) {
        const size_t provider = walk_32(w, 16 + 20 * i + 16);
        if (!walk_tag(w, provider, "WEVT"))
            return false;
        for (uint32_t k = 0; k < walk_32(w, provider + 12); k++) {
            static const char *const tags[] = {"LEVL", "TASK", "OPCO", "KEYW", "EVNT", "CHAN", "MAPS", "TTBL"};
            const uint32_t kind = walk_32(w, provider + 16 + 8 * k), at = walk_32(w, provider + 20 + 8 * k);
            if (kind > 7 || !walk_tag(w, at, tags[kind]))
                return false;
            if (kind == 4)
                walk_events(w, at);
        }
    }
    return !w->bad;
}

#endif
