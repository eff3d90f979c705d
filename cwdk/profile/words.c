/* What can be told from the words of a file: names that safe code does without, and which lines are code. */
#include "cwdk/profile/names.h"
#include "cwdk/profile/scan.h"

#include <string.h>

/* A file while its words are read. */
struct reader {
    struct scan *scan;
    struct scanned_file *file;
    CXSourceRangeList *skipped; /* by the preprocessor */
    const char *before;         /* the word before this one */
    unsigned line;              /* of the last of them */
    bool in_directive;
    bool in_unsafe_macro; /* a #define that has WDK_UNSAFE in it: its uses are the blocks */
};

static unsigned offset_of(CXSourceLocation at, unsigned *line)
{
    unsigned offset;
    clang_getSpellingLocation(at, NULL, line, NULL, &offset);
    return offset;
}

static bool is_skipped(const struct reader *r, unsigned at)
{
    for (unsigned i = 0; r->skipped && i < r->skipped->count; i++) {
        const CXSourceRange range = r->skipped->ranges[i];
        if (at > offset_of(clang_getRangeStart(range), NULL) && at < offset_of(clang_getRangeEnd(range), NULL))
            return true;
    }
    return false;
}

/* A member or a variable that has the name, too. */
static bool is_something_else(const struct reader *r, CXSourceLocation at)
{
    if (r->before && (!strcmp(r->before, ".") || !strcmp(r->before, "->")))
        return true;
    const enum CXCursorKind kind = clang_getCursorKind(clang_getCursor(r->scan->unit, at));
    return kind == CXCursor_FieldDecl || kind == CXCursor_VarDecl || kind == CXCursor_ParmDecl;
}

static void name_met(struct reader *r, const char *word, CXSourceLocation at)
{
    struct scan *s = r->scan;
    const struct raw_name *raw = raw_name_find(word);
    if (!raw || r->in_unsafe_macro || is_something_else(r, at))
        return;
    scan_finds(s, raw->code, at, arena_format(s->arena, "%s outside of WDK_UNSAFE", word), "not for safe code",
               arena_format(s->arena, "use %s", raw->instead));
}

/* A directive ends with its line, unless that ends in a backslash, which is no word; so the words of a #define's
 * further lines belong to it as long as each line but the last ends so. */
static bool line_goes_on(const char *text, size_t size, unsigned line)
{
    unsigned at = 1;
    for (size_t i = 0; i < size; i++)
        if (text[i] == '\n') {
            if (at == line) {
                size_t end = i;
                if (end && text[end - 1] == '\r')
                    end--;
                return end && text[end - 1] == '\\';
            }
            at++;
        }
    return false;
}

static void word_met(struct reader *r, CXToken token, const char *text, size_t size)
{
    struct scan *s = r->scan;
    const CXTokenKind kind = clang_getTokenKind(token);
    if (kind == CXToken_Comment)
        return;
    const CXSourceRange extent = clang_getTokenExtent(s->unit, token);
    unsigned first, last;
    const unsigned at = offset_of(clang_getRangeStart(extent), &first);
    offset_of(clang_getRangeEnd(extent), &last);
    if (is_skipped(r, at))
        return;
    for (unsigned line = first; line <= last && line <= r->file->line_count; line++)
        r->file->is_code[line] = true;
    const char *word = text_of(s, clang_getTokenSpelling(s->unit, token));
    if (first != r->line) {
        if (r->in_directive && !line_goes_on(text, size, first - 1))
            r->in_directive = r->in_unsafe_macro = false;
        if (!strcmp(word, "#"))
            r->in_directive = true;
    }
    if (r->in_directive && !strcmp(word, "WDK_UNSAFE"))
        r->in_unsafe_macro = true;
    if (kind == CXToken_Identifier)
        name_met(r, word, clang_getRangeStart(extent));
    r->before = word;
    r->line = last;
}

static void words_of(struct scan *s, struct scanned_file *file)
{
    size_t size;
    const char *text = clang_getFileContents(s->unit, file->file, &size);
    if (!text)
        return;
    file->line_count = 1;
    for (size_t i = 0; i < size; i++)
        file->line_count += text[i] == '\n';
    file->is_code = arena_array(s->arena, (size_t)file->line_count + 2, sizeof *file->is_code);
    struct reader reader = {.scan = s, .file = file, .skipped = clang_getSkippedRanges(s->unit, file->file)};
    const CXSourceRange whole = clang_getRange(clang_getLocationForOffset(s->unit, file->file, 0),
                                               clang_getLocationForOffset(s->unit, file->file, (unsigned)size));
    CXToken *tokens;
    unsigned count;
    clang_tokenize(s->unit, whole, &tokens, &count);
    for (unsigned i = 0; i < count; i++)
        word_met(&reader, tokens[i], text, size);
    clang_disposeTokens(s->unit, tokens, count);
    if (reader.skipped)
        clang_disposeSourceRangeList(reader.skipped);
}

static void file_included(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    scan_file(data, file);
}

void words_of_files(struct scan *s)
{
    clang_getInclusions(s->unit, file_included, s);
    for (size_t i = 0; i < s->file_count; i++)
        if (s->files[i].own)
            words_of(s, &s->files[i]);
}
