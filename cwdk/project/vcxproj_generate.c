/*
 * MessageCompile, Ctrpp, MofComp and Wmimofck: what a Visual Studio project has made before it compiles.
 *
 * Wherever the project has the results go, cwdk puts them into one folder that all sources and resources see, so only
 * the file names count. Source of facts: the public pages on these MSBuild tasks, and Microsoft's public samples.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/vcxproj.h"

#include <string.h>
#include <strings.h>

static bool same(const char *a, const char *b)
{
    return !strcasecmp(a, b);
}

/* The last component of a name written for Windows, without the quotes around it. */
static const char *bare_name(struct arena *a, const char *text)
{
    const char *start = text;
    for (const char *p = text; *p; p++)
        if (*p == '\\' || *p == '/' || *p == '"')
            start = p[1] || *p != '"' ? p + 1 : start;
    return arena_substring(a, start, strcspn(start, "\"\\/"));
}

static const char *stem_of(struct arena *a, const char *name)
{
    return arena_substring(a, name, strlen(name) - strlen(path_extension(name)));
}

static bool flag(const struct msbuild_item *item, const char *name)
{
    return vcxproj_true(msbuild_metadata(item, name));
}

static bool is_built(const struct msbuild_item *item, const char *type)
{
    return same(item->type, type) && !flag(item, "ExcludedFromBuild");
}

/* The item's file; reports one that is missing. */
static const char *input_of(struct vcxproj *v, const struct msbuild_item *item)
{
    const char *path = vcxproj_path(v, item->include);
    if (path && path_is_file(path))
        return path;
    diag_error(v->reader->d, CODE_PRJ1005, item->place, "there is no file %s", path ? path : item->include);
    diag_help(v->reader->d, "the project names it as %s", item->include);
    return NULL;
}

static void check(struct vcxproj *v, const struct msbuild_item *item, const char *const *known)
{
    vcxproj_check_metadata(v, item->type, item->metadata, item->place, known);
}

/* What mc is told about a message file. */
static const char **message_options(struct vcxproj *v, const struct msbuild_item *item)
{
    static const struct {
        const char *name, *option;
    } switches[] = {{"SetCustomerbit", "--customer"},
                    {"GenerateOLE2Header", "--hresult"},
                    {"TerminateMessageWithNull", "--no-line-end"},
                    {"UseDecimalValues", "--decimal"},
                    {"ANSIMessageInBinFile", "--ansi"},
                    {"UseBaseNameOfInput", "--unique"}};
    struct list options = {0};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (flag(item, switches[i].name))
            list_add(&options, v->reader->a, switches[i].option);
    return list_items(&options, v->reader->a);
}

static const char **event_options(struct vcxproj *v, const struct msbuild_item *item)
{
    struct arena *a = v->reader->a;
    struct list options = {0};
    const char *prefix = msbuild_metadata(item, "PrefixMacroName"),
               *strip = msbuild_metadata(item, "RemoveCharsFromSymbolName");
    if (flag(item, "GenerateKernelModeLoggingMacros"))
        list_add(&options, a, "--kernel");
    if (flag(item, "GenerateUserModeLoggingMacros"))
        list_add(&options, a, "--user");
    if (*prefix)
        list_add(&options, a, arena_format(a, "--prefix=%s", prefix));
    if (*strip)
        list_add(&options, a, arena_format(a, "--strip=%s", strip));
    return list_items(&options, a);
}

static bool take_messages(struct vcxproj *v, const struct msbuild_item *item)
{
    /* Paths and encodings are cwdk's own matter; the MOF file is for systems before Windows Vista. */
    static const char *const known[] = {"SetCustomerbit",
                                        "GenerateOLE2Header",
                                        "TerminateMessageWithNull",
                                        "UseDecimalValues",
                                        "ANSIMessageInBinFile",
                                        "UseBaseNameOfInput",
                                        "PrefixMacroName",
                                        "RemoveCharsFromSymbolName",
                                        "GenerateKernelModeLoggingMacros",
                                        "GenerateUserModeLoggingMacros",
                                        "GeneratedFilesBaseName",
                                        "GeneratedHeaderPath",
                                        "HeaderFilePath",
                                        "GeneratedRCAndMessagesPath",
                                        "RCFilePath",
                                        "GenerateMofFile",
                                        "WinmetaPath",
                                        "EventmanPath",
                                        "ANSIInputFile",
                                        "UnicodeInputFile",
                                        "UnicodeMessageInBinFile",
                                        "Verbose",
                                        "MaximumMessageLength",
                                        "HeaderExtension",
                                        "SubType",
                                        "FileType",
                                        "ExcludedFromBuild",
                                        NULL};
    struct arena *a = v->reader->a;
    const char *input = input_of(v, item), *name = msbuild_metadata(item, "GeneratedFilesBaseName"),
               *extension = msbuild_metadata(item, "HeaderExtension");
    if (!input)
        return false;
    if (!same(item->type, "CustomBuild"))
        check(v, item, known);
    const bool messages = same(path_extension(input), ".mc");
    const char *stem = *name && !messages ? name : stem_of(a, path_name(input));
    *project_add_generated(v->reader, v->p) = (struct project_generated){
        .kind = messages ? GENERATE_MESSAGES : GENERATE_EVENTS,
        .input = input,
        .header = arena_format(a, "%s.%s", stem, *extension ? extension : "h"),
        .script = arena_format(a, "%s.rc", stem),
        .options = messages ? message_options(v, item) : event_options(v, item),
    };
    return true;
}

static bool take_counters(struct vcxproj *v, const struct msbuild_item *item)
{
    static const char *const known[] = {"AddPrefix",
                                        "HeaderFileNameForProvider",
                                        "GenerateHeaderFileForProvider",
                                        "HeaderFileNameForCounter",
                                        "GenerateHeaderFileForCounter",
                                        "ResourceFileName",
                                        "GenerateResourceSourceFile",
                                        "FileType",
                                        "SubType",
                                        "ExcludedFromBuild",
                                        NULL};
    struct arena *a = v->reader->a;
    struct list options = {0};
    const char *input = input_of(v, item), *prefix = msbuild_metadata(item, "AddPrefix"),
               *provider = msbuild_metadata(item, "HeaderFileNameForProvider"),
               *symbols = msbuild_metadata(item, "HeaderFileNameForCounter"),
               *script = msbuild_metadata(item, "ResourceFileName");
    if (!input)
        return false;
    check(v, item, known);
    if (item->definition)
        vcxproj_check_metadata(v, item->type, item->definition->metadata, item->place, known);
    if (*prefix)
        list_add(&options, a, arena_format(a, "--prefix=%s", prefix));
    if (*symbols && !same(msbuild_metadata(item, "GenerateHeaderFileForCounter"), "false"))
        list_add(&options, a, arena_format(a, "--symbols=%s", bare_name(a, symbols)));
    const char *stem = stem_of(a, path_name(input));
    *project_add_generated(v->reader, v->p) = (struct project_generated){
        .kind = GENERATE_COUNTERS,
        .input = input,
        .header = *provider ? bare_name(a, provider) : arena_format(a, "%s.h", stem),
        .script = *script ? bare_name(a, script) : arena_format(a, "%s.rc", stem),
        .options = list_items(&options, a),
    };
    return true;
}

static bool take_mof(struct vcxproj *v, const struct msbuild_item *item)
{
    static const char *const known[] = {"CreateBinaryMofFile", "FileType", "SubType", "ExcludedFromBuild", NULL};
    struct arena *a = v->reader->a;
    const char *input = input_of(v, item), *binary = msbuild_metadata(item, "CreateBinaryMofFile");
    if (!input)
        return false;
    check(v, item, known);
    *project_add_generated(v->reader, v->p) = (struct project_generated){
        .kind = GENERATE_MOF,
        .input = input,
        .binary = *binary ? bare_name(a, binary) : arena_format(a, "%s.bmf", stem_of(a, path_name(input))),
        .options = arena_array(a, 1, sizeof(char *)),
    };
    return true;
}

/* The header that wmimofck makes belongs to the .mof that its .bmf is made from. */
static void take_mof_header(struct vcxproj *v, const struct msbuild_item *item)
{
    /* Scripts and pages for trying a driver out, and a dump of the .bmf, are not part of the driver. */
    static const char *const known[] = {"HeaderOutputFile",
                                        "GenerateStructureDefinitionsForMethodParameters",
                                        "GenerateStructureDefinitionsForDatablocks",
                                        "VBScriptTestOutputFile",
                                        "HtmlOutputDirectory",
                                        "HtmlUIOutputDirectory",
                                        "HexdumpOutputFile",
                                        "MOFFile",
                                        "MFLFile",
                                        "ToolPath",
                                        "FileType",
                                        "ExcludedFromBuild",
                                        NULL};
    struct arena *a = v->reader->a;
    const char *binary = bare_name(a, item->include), *header = msbuild_metadata(item, "HeaderOutputFile"),
               *dump = msbuild_metadata(item, "HexdumpOutputFile");
    struct list options = {0};
    check(v, item, known);
    struct project_generated *g = NULL;
    for (size_t i = 0; i < v->p->generated_count; i++)
        if (v->p->generated[i].binary && same(v->p->generated[i].binary, binary))
            g = &v->p->generated[i];
    if (!g) {
        diag_warning(v->reader->d, CODE_PRJ3007, item->place, "%s is not made: the project has no MofComp item for it",
                     item->include);
        return;
    }
    if (*header)
        g->header = bare_name(a, header);
    for (const char *const *option = g->options; *option; option++)
        list_add(&options, a, *option);
    if (flag(item, "GenerateStructureDefinitionsForMethodParameters"))
        list_add(&options, a, "--methods");
    if (*dump)
        list_add(&options, a, arena_format(a, "--dump=%s", bare_name(a, dump)));
    g->options = list_items(&options, a);
}

bool vcxproj_runs_mc(const struct msbuild_item *item)
{
    if (!is_built(item, "CustomBuild") || !same(path_extension(item->include), ".mc"))
        return false;
    const char *command = msbuild_metadata(item, "Command");
    command += strspn(command, " \t\r\n\"");
    const size_t length = strcspn(command, " \t\r\n\"");
    return (length == 2 && !strncasecmp(command, "mc", 2)) || (length == 6 && !strncasecmp(command, "mc.exe", 6));
}

bool vcxproj_generate(struct vcxproj *v)
{
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        if (((is_built(item, "MessageCompile") || vcxproj_runs_mc(item)) && !take_messages(v, item)) ||
            (is_built(item, "Ctrpp") && !take_counters(v, item)) || (is_built(item, "MofComp") && !take_mof(v, item)))
            return false;
    }
    for (const struct msbuild_item *item = v->m->items; item; item = item->next)
        if (is_built(item, "Wmimofck"))
            take_mof_header(v, item);
    return true;
}

bool vcxproj_generates_script(struct vcxproj *v, const char *path)
{
    for (size_t i = 0; i < v->p->generated_count; i++) {
        struct project_generated *g = &v->p->generated[i];
        if (g->script && same(g->script, path_name(path))) {
            g->linked = true;
            return true;
        }
    }
    return false;
}
