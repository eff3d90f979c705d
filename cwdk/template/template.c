/* Copies template folders, replacing the words between @ signs. */
#include "cwdk/template/template.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct word {
    const char *name;
    const char *value;
};

struct expansion {
    struct arena *arena;
    struct diag *diag;
    const struct word *words; /* ends with a NULL name */
    const char *name;
};

/* The name as part of C identifiers: other characters than letters and digits end a word. */
static char *pascal_case(struct arena *a, const char *name)
{
    char *result = arena_string(a, name), *out = result;
    bool start = true;
    for (const char *p = name; *p; p++) {
        if (!isalnum((unsigned char)*p)) {
            start = true;
            continue;
        }
        *out++ = start ? (char)toupper((unsigned char)*p) : *p;
        start = false;
    }
    *out = 0;
    return result;
}

static char *upper_case(struct arena *a, const char *name)
{
    char *result = arena_string(a, name);
    for (char *p = result; *p; p++)
        *p = isalnum((unsigned char)*p) ? (char)toupper((unsigned char)*p) : '_';
    return result;
}

/* Pool tags and remove-lock tags are read from memory dumps, where their bytes stand in reverse. */
static char *tag(struct arena *a, const char *name)
{
    char letters[5] = "    ";
    size_t count = 0;
    for (const char *p = name; *p && count < 4; p++)
        if (isalnum((unsigned char)*p))
            letters[3 - count++] = *p;
    return arena_string(a, letters);
}

static const char *value_of(const struct word *words, const char *name, size_t length)
{
    for (; words->name; words++)
        if (strlen(words->name) == length && !memcmp(words->name, name, length))
            return words->value;
    return NULL;
}

static char *replace_words(const struct expansion *e, const char *text)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    if (!out)
        memory_exhausted();
    while (*text) {
        const char *end = *text == '@' ? strchr(text + 1, '@') : NULL;
        const char *value = end ? value_of(e->words, text + 1, (size_t)(end - text) - 1) : NULL;
        if (value) {
            fputs(value, out);
            text = end + 1;
        } else {
            fputc(*text++, out);
        }
    }
    fclose(out);
    char *copy = arena_substring(e->arena, result, size);
    free(result);
    return copy;
}

/* NAME.inx becomes the project's; gitignore is stored without its dot, so that it does not act on the kit
 * itself. */
static char *target_name(const struct expansion *e, const char *name)
{
    if (!strcmp(name, "gitignore"))
        return arena_string(e->arena, ".gitignore");
    return strncmp(name, "NAME.", 5) ? arena_string(e->arena, name) : arena_format(e->arena, "%s%s", e->name, name + 4);
}

static bool copy_folder(const struct expansion *e, const char *from, const char *to)
{
    char **names = folder_list(from, e->arena, NULL, e->diag);
    bool ok = names && folder_make(to, e->diag);
    for (size_t i = 0; ok && names[i]; i++) {
        const char *source = path_join(e->arena, from, names[i]);
        const char *target = path_join(e->arena, to, target_name(e, names[i]));
        struct bytes content;
        if (path_is_folder(source)) {
            ok = copy_folder(e, source, target);
            continue;
        }
        ok = file_read(source, e->arena, &content, e->diag);
        if (ok) {
            const char *text = replace_words(e, (const char *)content.data);
            ok = file_write(target, text, strlen(text), 0644, e->diag);
        }
    }
    return ok;
}

static bool folder_is_free(const char *folder, struct arena *a, struct diag *d)
{
    size_t count = 0;
    if (!path_exists(folder))
        return true;
    if (!path_is_folder(folder)) {
        diag_error(d, CODE_TPL0002, diag_in_file(folder), "%s exists and is not a folder", folder);
    } else {
        if (!folder_list(folder, a, &count, d))
            return false;
        if (!count)
            return true;
        diag_error(d, CODE_TPL0002, diag_in_file(folder), "the folder %s is not empty", folder);
    }
    diag_help(d, "choose another name, or remove it first");
    return false;
}

bool template_expand(const char *home, const char *folder, const char *name, enum driver_model model,
                     enum template_style style, const uint8_t guid[16], struct diag *d)
{
    static const char *const models[] = {[MODEL_KMDF] = "KMDF", [MODEL_UMDF] = "UMDF", [MODEL_WDM] = "WDM"};
    static const char *const layers[][3][5] = {[MODEL_KMDF] = {{"all", "wdf", "kmdf", "kmdf-src"},
                                                               {"all", "wdf-safe", "kmdf", "kmdf-src"},
                                                               {"all", "kmdf", "kmdf-rust"}},
                                               [MODEL_UMDF] = {{"all", "wdf", "umdf"}, {"all", "wdf-safe", "umdf"}},
                                               [MODEL_WDM] = {{"all", "wdm", "wdm-src"}, {"all", "wdm", "wdm-safe"}}};
    static const char rust[] =
        "rust: src/lib.rs # docs/rust.md\nrust-headers: [public.h]\nincludes: [.]\nsources: [src/guid.c]";
    if (!project_name_valid(name)) {
        diag_error(d, CODE_TPL0001, diag_nowhere(), "'%s' is no valid driver name", name);
        diag_help(d, "use up to 64 letters, digits, - and _, starting with a letter: it names the service "
                     "and the files");
        return false;
    }

    struct arena a = {0};
    const uint8_t *g = guid;
    const struct word words[] = {
        {"NAME", name},
        {"PASCAL", pascal_case(&a, name)},
        {"UPPER", upper_case(&a, name)},
        {"MODEL", models[model]},
        {"SOURCES", style == TEMPLATE_RUST ? rust : "sources: [src/*.c]"},
        {"FIRST", style == TEMPLATE_RUST ? "lib.rs" : "driver.c"},
        {"SAFE", style == TEMPLATE_SAFE ? "profile: safe # docs/safe.md\n" : ""},
        {"BINARY", arena_format(&a, "%s.%s", name, model == MODEL_UMDF ? "dll" : "sys")},
        {"TAG", tag(&a, name)},
        {"GUID",
         arena_format(&a, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", g[0], g[1], g[2],
                      g[3], g[4], g[5], g[6], g[7], g[8], g[9], g[10], g[11], g[12], g[13], g[14], g[15])},
        {"GUID_C", arena_format(&a,
                                "0x%02x%02x%02x%02x, 0x%02x%02x, 0x%02x%02x, 0x%02x, 0x%02x, 0x%02x, 0x%02x, 0x%02x, "
                                "0x%02x, 0x%02x, 0x%02x",
                                g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7], g[8], g[9], g[10], g[11], g[12], g[13],
                                g[14], g[15])},
        {NULL, NULL},
    };
    const struct expansion e = {&a, d, words, name};
    bool ok = folder_is_free(folder, &a, d);
    if (ok) {
        const bool existed = path_exists(folder);
        for (size_t i = 0; ok && layers[model][style][i]; i++)
            ok = copy_folder(&e, path_join(&a, path_join(&a, home, "templates"), layers[model][style][i]), folder);
        if (!ok) {
            struct diag ignored = {0};
            path_remove(folder, &ignored);
            if (existed)
                folder_make(folder, &ignored);
            diag_free(&ignored);
        }
    }
    arena_free(&a);
    return ok;
}
