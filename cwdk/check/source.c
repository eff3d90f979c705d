/* Texts of sources, and what findings quote of them. */
#include "cwdk/check/finding.h"
#include "cwdk/host/file.h"

#include <pthread.h>
#include <string.h>

struct source {
    const char *text;
    size_t size;
    uint32_t *lines; /* where each begins */
    uint32_t count;
};

struct sources {
    struct arena *arena;
    pthread_mutex_t lock; /* functions are analysed at the same time */
    struct source **items;
    uint32_t count;
};

void sources_begin(struct findings *f)
{
    if (f->sources)
        return;
    f->sources = arena_alloc(f->arena, sizeof *f->sources);
    *f->sources = (struct sources){.arena = f->arena, .lock = PTHREAD_MUTEX_INITIALIZER};
}

static bool read_text(struct arena *a, const struct findings *f, const char *path, struct bytes *out)
{
    struct diag unread = {0};
    const char *text = unsaved_text(f->unsaved, f->unsaved_count, path);
    *out = (struct bytes){(const uint8_t *)text, text ? strlen(text) : 0};
    const bool ok = text || file_read(path, a, out, &unread);
    diag_free(&unread);
    return ok;
}

static struct source *read_source(struct arena *a, const struct findings *f, const char *name)
{
    struct source *s = arena_alloc(a, sizeof *s);
    struct bytes content;
    if (read_text(a, f, *name == '/' ? name : path_join(a, f->root, name), &content)) {
        s->text = (const char *)content.data;
        s->size = content.size;
        for (size_t i = 0; i < s->size; i++)
            s->count += s->text[i] == '\n';
        s->lines = arena_array(a, (size_t)s->count + 2, sizeof *s->lines);
        uint32_t line = 1;
        for (size_t i = 0; i < s->size; i++)
            if (s->text[i] == '\n')
                s->lines[line++] = (uint32_t)i + 1;
        s->count = line;
    }
    return s;
}

static const struct source *source_of(struct findings *f, uint32_t file)
{
    static const struct source none = {0};
    if (!file)
        return &none;
    sources_begin(f);
    struct sources *all = f->sources;
    pthread_mutex_lock(&all->lock);
    if (file >= all->count) {
        const uint32_t count = f->file_count > file ? f->file_count : file + 1;
        struct source **more = arena_array(all->arena, count, sizeof *more);
        if (all->count)
            memcpy(more, all->items, all->count * sizeof *more);
        all->items = more;
        all->count = count;
    }
    if (!all->items[file])
        all->items[file] = read_source(all->arena, f, f->files[file]);
    const struct source *s = all->items[file];
    pthread_mutex_unlock(&all->lock);
    return s;
}

const char *source_whole(struct findings *f, uint32_t file, size_t *size)
{
    const struct source *s = source_of(f, file);
    *size = s->size;
    return s->text;
}

const char *source_line(struct findings *f, uint32_t file, uint32_t number, size_t *length)
{
    const struct source *s = source_of(f, file);
    if (!s->text || !number || number > s->count)
        return NULL;
    const char *line = s->text + s->lines[number - 1];
    *length = strcspn(line, "\r\n");
    return line;
}

/* Up to the parenthesis that closes what was open before, or the end of the statement; spaces become one. */
const char *source_text(struct findings *f, struct place place, struct arena *a)
{
    enum { ROOM = 60 };
    size_t length;
    const char *line = source_line(f, place.file, place.line, &length);
    if (!line || !place.column || place.column > length)
        return NULL;
    const char *at = line + place.column - 1;
    char out[ROOM + 4] = "";
    size_t n = 0;
    int depth = 0;
    for (; *at && n < ROOM; at++) {
        if (*at == '(' || *at == '[')
            depth++;
        if ((*at == ')' || *at == ']') && --depth < 0)
            break;
        if (depth == 0 && (*at == ';' || *at == '{' || *at == '?'))
            break;
        const bool space = *at == ' ' || *at == '\t' || *at == '\r' || *at == '\n';
        if (space && (!n || out[n - 1] == ' '))
            continue;
        out[n++] = space ? ' ' : *at;
    }
    if (n == ROOM) {
        memcpy(out + n, "...", 3);
        n += 3;
    }
    while (n && out[n - 1] == ' ')
        n--;
    out[n] = 0;
    return arena_string(a, out);
}
