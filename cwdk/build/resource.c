/* The version resource of a project that brings none, and what the resource compiler must know of a source. */
#include "cwdk/build/plan.h"
#include "cwdk/host/file.h"

#include <stdio.h>
#include <string.h>

/* Length of the UTF-8 sequence at `p` (of which `size` bytes are left), 0 where it is none. */
static size_t sequence(const uint8_t *p, size_t size)
{
    const size_t length = p[0] < 0x80 ? 1 : p[0] >> 5 == 6 ? 2 : p[0] >> 4 == 14 ? 3 : p[0] >> 3 == 30 ? 4 : 0;
    if (!length || length > size)
        return 0;
    for (size_t i = 1; i < length; i++)
        if (p[i] >> 6 != 2)
            return 0;
    return length;
}

enum resource_encoding resource_encoding(const char *path)
{
    struct arena a = {0};
    struct diag unread = {0};
    struct bytes content;
    bool beyond_ascii = false, marked = false, valid = file_read(path, &a, &content, &unread);
    if (valid && content.size >= 2)
        marked = (content.data[0] == 0xFF && content.data[1] == 0xFE) ||
                 (content.data[0] == 0xFE && content.data[1] == 0xFF);
    for (size_t i = 0; valid && !marked && i < content.size;) {
        const size_t length = sequence(content.data + i, content.size - i);
        valid = length;
        beyond_ascii |= length > 1;
        i += length;
    }
    diag_free(&unread);
    arena_free(&a);
    return marked ? RESOURCE_UTF16 : valid && beyond_ascii ? RESOURCE_UTF8 : RESOURCE_ANSI;
}

/* A string of a resource script: a quote is doubled, control characters are left out, as is the backslash's meaning. */
static void put_string(struct text *t, const char *string)
{
    text_put(t, "\"");
    for (; *string; string++) {
        if (*string == '"' || *string == '\\')
            text_add(t, string, 1);
        if ((unsigned char)*string >= ' ')
            text_add(t, string, 1);
    }
    text_put(t, "\"");
}

static void put_value(struct text *t, const char *name, const char *value)
{
    if (!value || !*value)
        return;
    text_format(t, "            VALUE \"%s\", ", name);
    put_string(t, value);
    text_put(t, "\n");
}

static const char *file_type(const struct project *p)
{
    if (p->kind == PROJECT_DRIVER)
        return p->model == MODEL_UMDF ? "0x2 /* VFT_DLL */" : "0x3 /* VFT_DRV */";
    return p->kind == PROJECT_PROGRAM ? "0x1 /* VFT_APP */" : "0x2 /* VFT_DLL */";
}

const char *resource_generate(const struct plan *plan, const struct unit *unit, struct diag *d)
{
    const struct project *p = unit->project;
    unsigned version[4] = {1, 0, 0, 0};
    if (p->driver_version)
        sscanf(p->driver_version, "%u.%u.%u.%u", &version[0], &version[1], &version[2], &version[3]);
    const char *dotted = arena_format(plan->arena, "%u.%u.%u.%u", version[0], version[1], version[2], version[3]);
    const char *file = arena_format(plan->arena, "%s%s", p->target_name, p->target_extension);

    struct text t = {0};
    text_put(&t,
             "/* Written by cwdk build from the project's own description; a project with an .rc file uses that. */\n");
    text_format(&t, "1 VERSIONINFO\nFILEVERSION %u,%u,%u,%u\nPRODUCTVERSION %u,%u,%u,%u\n", version[0], version[1],
                version[2], version[3], version[0], version[1], version[2], version[3]);
    text_format(
        &t,
        "FILEFLAGSMASK 0x3F\nFILEFLAGS 0x%X\nFILEOS 0x40004 /* VOS_NT_WINDOWS32 */\nFILETYPE %s\nFILESUBTYPE 0x%X\n",
        plan->options->profile == PROFILE_DEV ? 1u : 0u, file_type(p),
        p->kind == PROJECT_DRIVER && p->model != MODEL_UMDF ? 7u : 0u);
    text_put(&t, "BEGIN\n    BLOCK \"StringFileInfo\"\n    BEGIN\n        BLOCK \"040904B0\"\n        BEGIN\n");
    put_value(&t, "CompanyName", p->provider);
    put_value(&t, "FileDescription", p->description ? p->description : p->name);
    put_value(&t, "FileVersion", dotted);
    put_value(&t, "InternalName", p->target_name);
    put_value(&t, "OriginalFilename", file);
    put_value(&t, "ProductName", p->name);
    put_value(&t, "ProductVersion", dotted);
    text_put(&t,
             "        END\n    END\n    BLOCK \"VarFileInfo\"\n    BEGIN\n        VALUE \"Translation\", 0x0409, 1200\n"
             "    END\nEND\n");

    const char *name = arena_format(plan->arena, "%s/version.rc", unit->object_folder);
    const char *path = path_join(plan->arena, plan->root, name);
    const bool ok =
        folder_make(path_folder(plan->arena, path), d) && file_write_if_changed(path, t.data, t.size, 0644, d);
    text_free(&t);
    return ok ? name : NULL;
}
