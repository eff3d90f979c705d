#include "cwdk/panic/panic.h"
#include "cwdk/diag/diag.h"
#include "cwdk/host/file.h"
#include "cwdk/host/text.h"

#include <inttypes.h>
#include <string.h>

static const struct {
    unsigned number;
    const char *what, *first, *second;
} kinds[] = {
#define WDK_PANIC_KIND(name, number, what, first, second) {number, what, first, second},
#include "sdk/include/wdk/panic_kinds.def"
#undef WDK_PANIC_KIND
};

/* Eight characters of a file's name, zeroes behind a shorter one. */
static bool decode_file(uint64_t text, char out[9])
{
    for (unsigned i = 0; i < 8; i++) {
        out[i] = (char)(text >> (8 * i));
        if (out[i] && (out[i] < ' ' || out[i] == 127 || (i && !out[i - 1])))
            return false;
    }
    out[8] = 0;
    return *out != 0;
}

bool panic_decode(const uint64_t parameters[4], struct panic *out)
{
    const unsigned kind = (unsigned)(parameters[0] >> 24) & 0xFF;
    *out = (struct panic){.hash = (uint32_t)(parameters[0] >> 32),
                          .line = (unsigned)parameters[0] & 0xFFFFFF,
                          .values = {parameters[2], parameters[3]}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].number == kind) {
            out->what = kinds[i].what;
            out->meanings[0] = kinds[i].first;
            out->meanings[1] = kinds[i].second;
        }
    return out->what && decode_file(parameters[1], out->file);
}

struct search {
    const struct panic *panic;
    struct arena *arena;
    const char **found;
    size_t count;
};

static void search_folder(struct search *s, const char *folder, unsigned depth)
{
    struct diag ignored = {0}; /* a folder that can't be read has no files for us */
    char **names = folder_list(folder, s->arena, NULL, &ignored);
    diag_free(&ignored);
    for (; names && *names; names++) {
        const char *path = path_join(s->arena, folder, *names);
        if (**names == '.' || path_is_link(path))
            continue;
        if (path_is_folder(path)) {
            if (depth && strcmp(*names, "target") != 0)
                search_folder(s, path, depth - 1);
        } else if (!strncmp(*names, s->panic->file, strlen(s->panic->file)) && text_hash(*names) == s->panic->hash) {
            const char **larger = arena_array(s->arena, s->count + 2, sizeof *larger);
            if (s->count)
                memcpy(larger, s->found, s->count * sizeof *larger);
            larger[s->count++] = path;
            s->found = larger;
        }
    }
}

const char **panic_files(const struct panic *p, const char *folder, struct arena *a)
{
    enum { DEEPEST = 16 };
    struct search s = {.panic = p, .arena = a, .found = arena_array(a, 1, sizeof *s.found)};
    search_folder(&s, folder, DEEPEST);
    return s.found;
}

static const char *value_text(uint64_t value, struct arena *a)
{
    return value < 1u << 20 ? arena_format(a, "%" PRIu64, value) : arena_format(a, "0x%" PRIX64, value);
}

const char *panic_text(const struct panic *p, struct arena *a)
{
    const char *text = p->what;
    for (unsigned i = 0; i < 2; i++)
        if (*p->meanings[i])
            text = arena_format(a, "%s%s %s is %s", text, i ? "," : ":", p->meanings[i], value_text(p->values[i], a));
    const bool whole = strlen(p->file) < 8 || text_hash(p->file) == p->hash;
    return arena_format(a, "%s; %s%s:%u", text, p->file, whole ? "" : "...", p->line);
}
