/* Which text of a translation unit is the project's own. */
#include "cwdk/profile/scan.h"

#include <string.h>

const char *text_of(struct scan *s, CXString string)
{
    const char *text = clang_getCString(string);
    const char *copy = arena_string(s->arena, text ? text : "");
    clang_disposeString(string);
    return copy;
}

void *grown(struct arena *a, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 64;
    void *more = arena_array(a, *capacity, size);
    if (count)
        memcpy(more, items, count * size);
    return more;
}

/* What is generated stands below target/ (WPP's headers, messages). */
static bool is_generated(const char *name)
{
    static const char folder[] = "target/";
    return !strncmp(name, folder, sizeof folder - 1);
}

struct scanned_file *scan_file(struct scan *s, CXFile file)
{
    if (!file)
        return NULL;
    for (size_t i = s->file_count; i-- > 0;)
        if (clang_File_isEqual(s->files[i].file, file))
            return &s->files[i];
    s->files = grown(s->arena, s->files, s->file_count, &s->file_capacity, sizeof *s->files);
    const char *name = text_of(s, clang_getFileName(file));
    if (!strncmp(name, "./", 2))
        name += 2;
    const bool own = *name && *name != '<' && !is_generated(name) &&
                     !clang_Location_isInSystemHeader(clang_getLocationForOffset(s->unit, file, 0));
    s->files[s->file_count] = (struct scanned_file){.file = file, .name = name, .own = own};
    return &s->files[s->file_count++];
}

static bool file_is_own(struct scan *s, CXFile file)
{
    const struct scanned_file *known = scan_file(s, file);
    return known && known->own;
}

/* What ## has made is nowhere in a file: it counts as the kit's, which is where that is done. */
bool spelled_in_own(struct scan *s, CXSourceLocation at)
{
    CXFile file;
    clang_getSpellingLocation(at, &file, NULL, NULL, NULL);
    return file_is_own(s, file);
}

struct spot spot_of(CXSourceLocation at)
{
    struct spot spot;
    clang_getExpansionLocation(at, &spot.file, NULL, NULL, &spot.at);
    return spot;
}

static struct spot file_spot(CXSourceLocation at)
{
    struct spot spot;
    clang_getFileLocation(at, &spot.file, NULL, NULL, &spot.at);
    return spot;
}

static const struct expansion *expansion_at(const struct scan *s, struct spot spot)
{
    for (size_t i = 0; i < s->expansion_count; i++)
        if (s->expansions[i].begin == spot.at && clang_File_isEqual(s->expansions[i].file, spot.file))
            return &s->expansions[i];
    return NULL;
}

static bool ends_macro(const struct scan *s, struct spot use, struct spot end)
{
    const struct expansion *e = expansion_at(s, use);
    return e && e->end == end.at;
}

bool expression_is_own(struct scan *s, CXCursor cursor)
{
    const CXSourceRange extent = clang_getCursorExtent(cursor);
    const CXSourceLocation begin = clang_getRangeStart(extent);
    const struct spot first = file_spot(begin), last = file_spot(clang_getRangeEnd(extent)), outer = spot_of(begin);
    if (spelled_in_own(s, begin)) /* the end of what ends in a macro's text is that of the macro's use */
        return first.at == outer.at || !ends_macro(s, outer, last);
    if (!file_is_own(s, first.file))
        return false;
    const struct expansion *e = expansion_at(s, first);
    return e && clang_File_isEqual(first.file, last.file) && last.at > e->end;
}
