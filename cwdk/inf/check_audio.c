/* Audio drivers and audio processing objects (APOs): where they are registered, and that Windows' own come from
 * wdmaudio.inf.
 *
 * The registry keys, the class identifiers of Windows' APOs and the sections that register them are what Microsoft's
 * pages about implementing APOs show. */
#include "cwdk/inf/check.h"

#include <string.h>
#include <strings.h>

#define APO_KEY "AudioEngine\\AudioProcessingObjects"

enum {
    REG_ROOT,
    REG_SUBKEY,
    REG_DATA = 4,
    DEPTH_MOST = 64 /* sections that need one another, in a file of a person */
};

/* APOs of Windows that a device takes by their class identifiers: the one for effects in hardware, and the pair of
 * system effects, which want a section of wdmaudio.inf that registers them for the device. */
static const struct {
    const char *class_id;
    bool system_effect;
} windows_apos[] = {
    {"{889C03C8-ABAD-4004-BF0A-BC7BB825E166}", false},
    {"{62DC1A93-AE24-464C-A43E-452F824C4250}", true},
};

/* An AddReg section, and what the sections that it was reached from say. */
struct audio_list {
    const struct inf_use *use;
    bool asked, includes, needs;
};

static bool is_below(const char *subkey, const char *key)
{
    const size_t length = strlen(key);
    return !strncasecmp(subkey, key, length) && (!subkey[length] || subkey[length] == '\\');
}

/* Does the use, or one that it was reached from, have that among the values of the directive? */
static bool chain_has(const struct inf_use *use, const char *directive, const char *prefix)
{
    for (int depth = 0; use && depth < DEPTH_MOST; use = use->from, depth++) {
        for (const struct inf_line *line = use->section ? inf_line(use->section, directive) : NULL; line;
             line = inf_line_next(use->section, line, directive))
            for (size_t f = 0; f < line->count; f++)
                if (!strncasecmp(line->fields[f].value, prefix, strlen(prefix)))
                    return true;
    }
    return false;
}

static void check_effect(struct check *c, struct audio_list *list, const struct inf_line *line)
{
    for (size_t i = 0; i < sizeof windows_apos / sizeof *windows_apos; i++) {
        if (!inf_same(inf_field_value(line, REG_DATA), windows_apos[i].class_id))
            continue;
        if (!list->asked) {
            list->asked = true;
            list->includes = chain_has(list->use, "Include", "wdmaudio.inf");
            list->needs = chain_has(list->use, "Needs", "mssysfx.CopyFilesAndRegister");
        }
        const struct inf_section *root = check_root(list->use);
        const struct diag_place place = inf_place_of_field(c->inf, &line->fields[REG_DATA]);
        if (!list->includes)
            check_report(c, CODE_INF2662, place,
                         "%s is an APO of Windows, which wdmaudio.inf registers; [%s] does not include it",
                         windows_apos[i].class_id, root->name);
        else if (windows_apos[i].system_effect && !list->needs)
            check_report(c, CODE_INF2663, place,
                         "%s is registered by [mssysfx.CopyFilesAndRegister] of wdmaudio.inf; [%s] does not need it",
                         windows_apos[i].class_id, root->name);
    }
}

void check_audio(struct check *c)
{
    const char *class = inf_value(c->inf, "Version", "Class");
    const bool apo = class && inf_same(class, "AudioProcessingObject");
    const bool audio = apo || (class && inf_same(class, "MEDIA"));
    for (size_t i = 0; i < c->walk.count && c->reported <= INF_FINDINGS_LIMIT; i++) {
        const struct inf_use *use = c->walk.uses[i];
        struct audio_list list = {.use = use};
        for (size_t n = 0; use->section && use->kind == INF_KIND_ADDREG && n < use->section->count; n++) {
            const struct inf_line *line = &use->section->lines[n];
            const char *root = inf_field_value(line, REG_ROOT), *subkey = inf_field_value(line, REG_SUBKEY);
            const struct diag_place place = inf_place_of_line(c->inf, line);
            if (inf_same(root, "HKCR") && audio && is_below(subkey, APO_KEY))
                check_report(c, CODE_INF2660, place, "HKCR\\%s is written; an APO is registered below HKR", subkey);
            if (!inf_same(root, "HKR"))
                continue;
            /* What an extension extends is not known here. */
            if (!apo && !c->extension && is_below(subkey, APO_KEY))
                check_report(c, CODE_INF2661, place, "HKR\\%s is for packages of class AudioProcessingObject alone",
                             subkey);
            if (audio && is_below(subkey, "FX"))
                check_effect(c, &list, line);
        }
    }
}
