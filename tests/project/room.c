/* A scratch folder for a test. */
#include "tests/project/room.h"
#include "cwdk/host/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

int room_enter(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    char name[] = "/tmp/cwdk-project-XXXXXX";
    r->folder = path_absolute(&r->arena, mkdtemp(name));
    *state = r;
    return 0;
}

int room_leave(void **state)
{
    struct room *r = *state;
    path_remove(r->folder, &r->diag);
    diag_free(&r->diag);
    arena_free(&r->arena);
    free(r);
    return 0;
}

char *room_file(struct room *r, const char *name, const char *text)
{
    char *path = path_join(&r->arena, r->folder, name);
    assert_true(folder_make(path_folder(&r->arena, path), &r->diag));
    assert_true(file_write(path, text, strlen(text), 0644, &r->diag));
    return path;
}

bool room_read(struct room *r, const char *name, enum arch arch, enum profile profile)
{
    const char *path = *name ? path_join(&r->arena, r->folder, name) : r->folder;
    return project_read(path, (struct project_configuration){.arch = arch, .profile = profile}, &r->arena, &r->set,
                        &r->diag);
}

const struct project *room_project(const struct room *r, const char *name)
{
    for (size_t i = 0; i < r->set.count; i++)
        if (!strcmp(r->set.items[i]->name, name))
            return r->set.items[i];
    fail_msg("there is no project %s", name);
    return NULL;
}

static const char *shown(const struct room *r, const char *text)
{
    const size_t length = strlen(r->folder);
    return !strncmp(text, r->folder, length) && text[length] == '/' ? text + length + 1 : text;
}

const char *room_joined(struct room *r, const char *const *list)
{
    const char *text = "";
    for (; *list; list++)
        text = arena_format(&r->arena, "%s%s%s", text, *text ? " " : "", shown(r, *list));
    return text;
}

const char *room_sources(struct room *r, const struct project *p)
{
    const char *text = "";
    for (size_t i = 0; i < p->source_count; i++)
        text = arena_format(&r->arena, "%s%s%s", text, i ? " " : "", shown(r, p->sources[i].path));
    return text;
}

void room_expect(const struct room *r, enum diag_severity severity, const char *code, unsigned line)
{
    for (size_t i = r->diag.count; i-- > 0;) {
        const struct diag_entry *entry = &r->diag.entries[i];
        if (entry->severity != severity)
            continue;
        if (strcmp(entry->code, code) != 0 || (line && entry->place.line != line))
            fail_msg("%s in line %u, not %s in line %u: %s", entry->code, entry->place.line, code, line,
                     entry->message);
        return;
    }
    fail_msg("nothing was reported, %s was expected", code);
}
