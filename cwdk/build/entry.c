/*
 * Where an image begins. For a program that follows from what its sources define: main, wmain, WinMain or wWinMain, or
 * the generic-text name for one of the two, which the macro UNICODE decides on.
 */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* `name` stands in `text` as a word of its own, followed by an opening parenthesis. */
static bool defines(const char *text, const char *name)
{
    const size_t length = strlen(name);
    for (const char *at = text; (at = strstr(at, name)); at += length) {
        if (at > text && is_word(at[-1]))
            continue;
        const char *after = at + length;
        after += strspn(after, " \t\r\n");
        if (*after == '(')
            return true;
    }
    return false;
}

static bool is_unicode(const struct project *p)
{
    for (const char *const *define = p->defines; define && *define; define++)
        if (!strncmp(*define, "UNICODE", 7) || !strncmp(*define, "_UNICODE", 8))
            return true;
    return false;
}

static const char *program_entry(const struct project *p)
{
    static const struct {
        const char *name, *entry, *unicode_entry;
    } table[] = {
        {"wWinMain", "wWinMainCRTStartup", NULL},
        {"WinMain", "WinMainCRTStartup", NULL},
        {"_tWinMain", "WinMainCRTStartup", "wWinMainCRTStartup"},
        {"wmain", "wmainCRTStartup", NULL},
        {"_tmain", "mainCRTStartup", "wmainCRTStartup"},
    };
    const char *entry = "mainCRTStartup";
    for (size_t i = 0; i < p->source_count; i++) {
        struct arena a = {0};
        struct diag unread = {0};
        struct bytes content;
        if (file_read(p->sources[i].path, &a, &content, &unread))
            for (size_t j = 0; j < sizeof table / sizeof *table; j++)
                if (defines((const char *)content.data, table[j].name))
                    entry = table[j].unicode_entry && is_unicode(p) ? table[j].unicode_entry : table[j].entry;
        diag_free(&unread);
        arena_free(&a);
    }
    return entry;
}

const char *entry_point(const struct unit *unit)
{
    const struct project *p = unit->project;
    if (p->entry_point)
        return p->entry_point;
    if (p->kind == PROJECT_PROGRAM)
        return program_entry(p);
    if (p->kind == PROJECT_DRIVER && p->model != MODEL_UMDF)
        return p->model == MODEL_KMDF ? "FxDriverEntry" : "GsDriverEntry";
    return "_DllMainCRTStartup";
}
