/* Text and places as a report has them: the same on every machine. */
#include "cwdk/host/decode.h"
#include "cwdk/host/file.h"
#include "cwdk/test/record.h"

#include <stdlib.h>
#include <string.h>

/* Length of the UTF-8 sequence at `p`, or 0. */
static size_t sequence(const unsigned char *p)
{
    const size_t length = *p < 0x80 ? 1 : *p >= 0xC2 && *p < 0xE0 ? 2 : *p >= 0xE0 && *p < 0xF0 ? 3 : 4;
    if ((*p >= 0x80 && *p < 0xC2) || *p > 0xF4)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    const bool overlong = (*p == 0xE0 && p[1] < 0xA0) || (*p == 0xF0 && p[1] < 0x90);
    const bool beyond = (*p == 0xED && p[1] > 0x9F) || (*p == 0xF4 && p[1] > 0x8F);
    return overlong || beyond ? 0 : length;
}

const char *record_utf8(const char *text, struct arena *a)
{
    struct text out = {0};
    text_put(&out, "");
    for (const unsigned char *p = (const unsigned char *)text; *p;) {
        const size_t length = sequence(p);
        if (length)
            text_add(&out, (const char *)p, length);
        else
            text_put(&out, "\xEF\xBF\xBD");
        p += length ? length : 1;
    }
    const char *made = arena_string(a, out.data);
    text_free(&out);
    return made;
}

/* `path` from the folder `root`, both absolute: "src/x.c", "../common/x.c". */
static const char *relative(const char *root, const char *path, struct arena *a)
{
    struct text up = {0};
    size_t same = 0;
    text_put(&up, "");
    for (size_t i = 0; root[i] == path[i] || (!root[i] && path[i] == '/'); i++) {
        if (path[i] == '/')
            same = i + 1;
        if (!root[i] || !path[i])
            break;
    }
    for (const char *rest = strlen(root) < same ? "" : root + same; *rest;) {
        text_put(&up, "../");
        rest += strcspn(rest, "/");
        rest += *rest == '/';
    }
    const char *made = arena_format(a, "%s%s", up.data, path + same);
    text_free(&up);
    return made;
}

/* What the simulated system was compiled from has paths below /ntsim, headers of the kit some below /cwdk: drivers are
 * built so, tests get them here. */
const char *record_file(const struct recorder *r, const char *file)
{
    char *path = arena_string(r->a, record_utf8(file, r->a));
    for (char *p = path; *p; p++)
        *p = *p == '\\' ? '/' : *p;
    static const char *const ours[] = {"/ntsim/", "/cwdk/"};
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strncmp(path, ours[i], strlen(ours[i])) == 0)
            return path;
    const char *whole = *path == '/' ? path : NULL;
    if (!whole && !path_exists(path_join(r->a, r->root, path)))
        whole = path_absolute(r->a, path);
    const size_t length = strlen(r->kit->home);
    if (whole && strncmp(whole, r->kit->home, length) == 0 && whole[length] == '/')
        return arena_format(r->a, "/cwdk%s", whole + length);
    return whole ? relative(r->root, whole, r->a) : path;
}

struct report_place record_place(const struct recorder *r, const char *place)
{
    const char *colon = strrchr(place, ':');
    if (!colon)
        return (struct report_place){.file = ""};
    const char *file = record_file(r, arena_substring(r->a, place, (size_t)(colon - place)));
    return (struct report_place){file, strtoull(colon + 1, NULL, 10)};
}

void record_source(struct recorder *r, const char *file)
{
    enum { LARGEST = 4 << 20 };
    struct bytes content;
    struct diag unread = {0};
    if (!*file || *file == '/' || report_source(r->report, file))
        return;
    const char *path = path_join(r->a, r->root, file);
    if (path_is_file(path) && file_read(path, r->a, &content, &unread) && content.size <= LARGEST) {
        if (r->report->source_count == r->source_room) {
            const size_t room = r->source_room ? 2 * r->source_room : 16;
            struct report_source *more = arena_array(r->a, room, sizeof *more);
            if (r->source_room)
                memcpy(more, r->report->sources, r->source_room * sizeof *more);
            r->report->sources = more;
            r->source_room = room;
        }
        r->report->sources[r->report->source_count++] =
            (struct report_source){file, record_utf8((const char *)content.data, r->a)};
    }
    diag_free(&unread);
}
