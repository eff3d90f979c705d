/*
 * ClCompile and ResourceCompile: sources and what they are compiled with.
 *
 * Visual Studio has settings per file; the model has lists for the project and additions per file. What all files begin
 * with goes to the project, the rest to the file, so the order every file sees is the order of the .vcxproj.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/project/paths.h"
#include "cwdk/project/vcxproj.h"

#include <string.h>
#include <strings.h>

static const char *const known[] = {
    "AdditionalIncludeDirectories", "PreprocessorDefinitions", "UndefinePreprocessorDefinitions", "ForcedIncludeFiles",
    "AdditionalOptions", "ExcludedFromBuild", "ExceptionHandling", "WarningLevel", "TreatWarningAsError",
    "DisableSpecificWarnings", "LanguageStandard", "LanguageStandard_C", "CompileAs", "RuntimeTypeInfo",
    "StructMemberAlignment", "TreatWChar_tAsBuiltInType", "ConformanceMode", "BufferSecurityCheck",
    "UndefineAllPreprocessorDefinitions", "WppEnabled", "WppKernelMode", "WppTraceFunction", "WppScanConfigurationData",
    "WppAdditionalOptions", "WppRecorderEnabled", "WppPreprocessorDefinitions", "WppSearchString",
    /* Precompiled headers only save time, and clang has none of cl's; optimisation, run-time library, debug information
     * and instrumentation are the build profile's matter; the rest names files or shapes output of cl. */
    "PrecompiledHeader", "PreCompiledHeader", "PrecompiledHeaderFile", "PreCompiledHeaderFile",
    "PrecompiledHeaderOutputFile", "PreCompiledHeaderOutputFile", "Optimization", "RuntimeLibrary",
    "DebugInformationFormat", "BasicRuntimeChecks", "IntrinsicFunctions", "FunctionLevelLinking",
    "WholeProgramOptimization", "InlineFunctionExpansion", "FavorSizeOrSpeed", "OmitFramePointers",
    "EnableFiberSafeOptimizations", "MinimalRebuild", "SDLCheck", "ControlFlowGuard", "SpectreMitigation",
    "SupportJustMyCode", "MultiProcessorCompilation", "SuppressStartupBanner", "ShowIncludes", "UseFullPaths",
    "OmitDefaultLibName", "ErrorReporting", "CallingConvention", "DisableLanguageExtensions", "SmallerTypeCheck",
    "StringPooling", "FloatingPointModel", "EnablePREfast", "PREfastAdditionalOptions", "PREfastLog", "EnableKASAN",
    "PreprocessToFile", "PreprocessSuppressLineNumbers", "PreprocessKeepComments", "IgnoreStandardIncludePath",
    "ForceConformanceInForLoopScope", "RemoveUnreferencedCodeData", "ObjectFileName", "ProgramDataBaseFileName",
    "AssemblerOutput", "AssemblerListingLocation", "XMLDocumentationFileName", "BrowseInformation",
    "GenerateXMLDocumentationFiles", "OpenMPSupport", "CompileAsWinRT", "CompileAsManaged", "CreateHotpatchableImage",
    "ExpandAttributedSource", "UseUnicodeForAssemblerListing", "ScanConfigurationData", "WppGenerateUsingTemplateFile",
    "WppMinimalRebuildFromTracking", "WppModuleName", "WppDllMacro", "WppOutputDirectory", "WppEnableOutputDirectory",
    "WppAddControlGuid", "WppAdditionalConfigurationFile", "WppFileExtensions", "WppAdditionalIncludeDirectories",
    "WppConfigurationDirectories", "FileType", "DeploymentContent", "EnforceTypeConversionRules",
    "ExternalWarningLevel", "TreatAngleIncludeAsExternal", "DisableAnalyzeExternal", "EnableModules", "BuildStlModules",
    "SupportUnloadOfDelayLoadedDLL", NULL};

/* The settings of one file, or of the definition that stands for all. */
struct settings {
    struct list defines, undefines, includes, forced, options;
};

/* Where a value is looked up: an item, or the definition. */
struct origin {
    const struct msbuild_item *item;
    const struct msbuild_definition *definition;
    struct diag_place place;
};

static const char *value(const struct origin *o, const char *name)
{
    return o->item ? msbuild_metadata(o->item, name) : msbuild_defined(o->definition, name);
}

/* A setting whose value is one of a few words, and the option of cl it stands for. */
static const struct {
    const char *name, *value, *option; /* option "": cl's or the build's default */
} choices[] = {
    {"LanguageStandard", "stdcpp14", "/std:c++14"},
    {"LanguageStandard", "stdcpp17", "/std:c++17"},
    {"LanguageStandard", "stdcpp20", "/std:c++20"},
    {"LanguageStandard", "stdcpp23", "/std:c++latest"},
    {"LanguageStandard", "stdcpplatest", "/std:c++latest"},
    {"LanguageStandard", "Default", ""},
    {"LanguageStandard_C", "stdc11", "/std:c11"},
    {"LanguageStandard_C", "stdc17", "/std:c17"},
    {"LanguageStandard_C", "Default", ""},
    {"CompileAs", "CompileAsC", "/TC"},
    {"CompileAs", "CompileAsCpp", "/TP"},
    {"CompileAs", "Default", ""},
    {"RuntimeTypeInfo", "false", "/GR-"},
    {"RuntimeTypeInfo", "true", "/GR"},
    {"StructMemberAlignment", "1Byte", "/Zp1"},
    {"StructMemberAlignment", "2Bytes", "/Zp2"},
    {"StructMemberAlignment", "4Bytes", "/Zp4"},
    {"StructMemberAlignment", "8Bytes", "/Zp8"},
    {"StructMemberAlignment", "16Bytes", "/Zp16"},
    {"StructMemberAlignment", "Default", ""},
    {"TreatWChar_tAsBuiltInType", "false", "/Zc:wchar_t-"},
    {"TreatWChar_tAsBuiltInType", "true", ""},
    {"ConformanceMode", "true", "/permissive-"},
    {"ConformanceMode", "false", "/permissive"},
    {"BufferSecurityCheck", "false", "/GS-"},
    {"BufferSecurityCheck", "true", ""},
    {"UndefineAllPreprocessorDefinitions", "true", "/u"},
    {"UndefineAllPreprocessorDefinitions", "false", ""},
};

static void take_choices(struct vcxproj *v, const struct origin *o, struct list *options)
{
    const char *checked = "";
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        const char *text = value(o, choices[i].name);
        if (!strcmp(checked, choices[i].name))
            continue; /* the value of this name was found in an earlier row */
        const bool last =
            i + 1 == sizeof choices / sizeof *choices || strcmp(choices[i].name, choices[i + 1].name) != 0;
        if (*text && !strcasecmp(text, choices[i].value)) {
            checked = choices[i].name;
            if (*choices[i].option)
                list_add(options, v->reader->a, choices[i].option);
        } else if (*text && last) {
            vcxproj_unknown_value(v, choices[i].name, text, o->place);
        }
    }
}

/* "Level4" is "4", "TurnOffAllWarnings" is "0", "EnableAllWarnings" is "all"; NULL where it is not set. */
static const char *warning_level(struct vcxproj *v, const struct origin *o)
{
    const char *text = value(o, "WarningLevel");
    if (!strncasecmp(text, "Level", 5) && text[5] >= '0' && text[5] <= '4' && !text[6])
        return text + 5;
    if (!strcasecmp(text, "TurnOffAllWarnings"))
        return "0";
    if (!strcasecmp(text, "EnableAllWarnings"))
        return "all";
    if (*text)
        vcxproj_unknown_value(v, "WarningLevel", text, o->place);
    return NULL;
}

/* The folders of a list. Most files have the list that all have, and looking names up takes time: each list is read
 * once. */
static const struct list *folders_of(struct vcxproj *v, const char *text)
{
    struct arena *a = v->reader->a;
    for (const struct vcxproj_folders *known_list = v->folders; known_list; known_list = known_list->next)
        if (!strcmp(known_list->text, text))
            return &known_list->found;
    struct vcxproj_folders *folders = arena_alloc(a, sizeof *folders);
    struct list names = {0};
    *folders = (struct vcxproj_folders){.text = text, .next = v->folders};
    v->folders = folders;
    msbuild_split(a, text, &names);
    for (size_t i = 0; i < names.count; i++) {
        const char *path = vcxproj_folder(v, names.items[i]);
        if (path && !list_has(&folders->found, path))
            list_add(&folders->found, a, path);
    }
    return &folders->found;
}

static void add_folders(struct vcxproj *v, const char *text, struct list *out)
{
    const struct list *found = folders_of(v, text);
    for (size_t i = 0; i < found->count; i++)
        if (!list_has(out, found->items[i]))
            list_add(out, v->reader->a, found->items[i]);
}

static void take_settings(struct vcxproj *v, const struct origin *o, struct settings *s)
{
    struct arena *a = v->reader->a;
    struct list forced = {0}, disabled = {0};
    msbuild_split(a, value(o, "PreprocessorDefinitions"), &s->defines);
    msbuild_split(a, value(o, "UndefinePreprocessorDefinitions"), &s->undefines);
    add_folders(v, value(o, "AdditionalIncludeDirectories"), &s->includes);
    msbuild_split(a, value(o, "ForcedIncludeFiles"), &forced);
    for (size_t i = 0; i < forced.count; i++) {
        const char *path = vcxproj_path(v, forced.items[i]);
        list_add(&s->forced, a, path && path_is_file(path) ? path : forced.items[i]);
    }
    take_choices(v, o, &s->options);
    /* The kit's toolsets make wchar_t an unsigned short unless told otherwise: in C++ the two are types apart. */
    if (v->p->model != MODEL_NONE && !*value(o, "TreatWChar_tAsBuiltInType"))
        list_add(&s->options, a, "/Zc:wchar_t-");
    msbuild_split(a, value(o, "DisableSpecificWarnings"), &disabled);
    for (size_t i = 0; i < disabled.count; i++)
        list_add(&s->options, a, arena_format(a, "/wd%s", disabled.items[i]));
    vcxproj_words(a, value(o, "AdditionalOptions"), &s->options);
}

/* Shortens `common` to what `other` begins with, too. */
static void keep_common(struct list *common, const struct list *other)
{
    size_t n = 0;
    while (n < common->count && n < other->count && !strcmp(common->items[n], other->items[n]))
        n++;
    common->count = n;
    if (common->items)
        common->items[n] = NULL;
}

static const char **rest(struct arena *a, const struct list *whole, const struct list *common)
{
    struct list out = {0};
    for (size_t i = common->count; i < whole->count; i++)
        list_add(&out, a, whole->items[i]);
    return list_items(&out, a);
}

/* Options of tracewpp that change nothing here: what WPP's own templates, PDB entries and output files would be. */
static bool is_without_effect(const char *word)
{
    static const char *const exact[] = {"-km", "-dll", "\\", "-noshrieks"};
    static const char *const starts[] = {
        "-p:", "-gen:", "-gen{", "-ext:", "-odir:", "-lookfor:", "-I", "-cfgdir:", "-o:"};
    for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
        if (!strcmp(word, exact[i]))
            return true;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(word, starts[i], strlen(starts[i])))
            return true;
    return false;
}

/* The functions of WppTraceFunction, separated by semicolons, and what else the preprocessor is told. */
static const char **trace_options(struct vcxproj *v, const struct origin *o)
{
    struct arena *a = v->reader->a;
    struct list options = {0}, functions = {0}, scans = {0}, words = {0}, defines = {0}, searches = {0};
    const bool kernel = v->p->kernel_mode || vcxproj_true(value(o, "WppKernelMode"));
    list_add(&options, a, kernel ? "--kernel" : "--user");
    if (vcxproj_true(value(o, "WppRecorderEnabled")))
        list_add(&options, a, "--recorder");
    msbuild_split(a, value(o, "WppTraceFunction"), &functions);
    for (size_t i = 0; i < functions.count; i++)
        list_add(&options, a, arena_format(a, "--function=%s", functions.items[i]));
    msbuild_split(a, value(o, "WppSearchString"), &searches);
    msbuild_split(a, value(o, "WppPreprocessorDefinitions"), &defines);
    for (size_t i = 0; i < defines.count; i++)
        list_add(&options, a, arena_format(a, "--define=%s", defines.items[i]));
    msbuild_split(a, value(o, "WppScanConfigurationData"), &scans);
    msbuild_split(a, value(o, "WppAdditionalConfigurationFile"), &scans);
    if (*value(o, "WppAddControlGuid"))
        list_add(&options, a, arena_format(a, "--control-guid=%s", value(o, "WppAddControlGuid")));
    vcxproj_words(a, value(o, "WppAdditionalOptions"), &words);
    for (size_t i = 0; i < words.count; i++) {
        const char *word = words.items[i];
        if (!strncmp(word, "-scan:", 6))
            list_add(&scans, a, word + 6);
        else if (!strncmp(word, "-ini:", 5))
            list_add(&scans, a, word + 5);
        else if (!strncmp(word, "-ctl:", 5))
            list_add(&options, a, arena_format(a, "--control-guid=%s", word + 5));
        else if (!strncmp(word, "-func:", 6))
            list_add(&options, a, arena_format(a, "--function=%s", word + 6));
        else if (!strncmp(word, "-D", 2))
            list_add(&options, a, arena_format(a, "--define=%s", word + 2));
        else if (!is_without_effect(word))
            vcxproj_unknown_value(v, "WppAdditionalOptions", word, o->place);
    }
    for (size_t i = 0; i < scans.count; i++) {
        const char *path = vcxproj_path(v, scans.items[i]);
        if (path)
            list_add(&options, a, arena_format(a, "--scan=%s", path));
        else
            list_add(&options, a,
                     arena_format(a, "--kit-scan=%s", path_name(path_windows(a, v->p->folder, scans.items[i]))));
    }
    return list_items(&options, a);
}

static bool is_compiled(const struct msbuild_item *item)
{
    return !strcasecmp(item->type, "ClCompile") && !vcxproj_true(msbuild_metadata(item, "ExcludedFromBuild"));
}

/* A file that another tool would have to make, into the project's output folder. */
static bool is_generated(const struct vcxproj *v, const char *path)
{
    for (size_t i = 0; i < 2; i++) {
        const size_t length = strlen(v->output_folders[i]);
        if (!strncasecmp(path, v->output_folders[i], length) && path[length] == '/')
            return true;
    }
    return false;
}

/* The path of an item's file; *out is NULL for one that is left out with a warning. */
static bool item_path(struct vcxproj *v, const struct msbuild_item *item, const char **out)
{
    const char *path = vcxproj_path(v, item->include);
    *out = path;
    if (path && path_is_file(path))
        return true;
    *out = NULL;
    if (!path || is_generated(v, path)) {
        diag_warning(v->reader->d, CODE_PRJ3007, item->place, "%s is left out: another tool would have to make it",
                     item->include);
        return true;
    }
    diag_error(v->reader->d, CODE_PRJ1005, item->place, "there is no file %s", path);
    diag_help(v->reader->d, "the project names it as %s", item->include);
    return false;
}

static bool take_sources(struct vcxproj *v, const struct msbuild_definition *definition)
{
    struct project *p = v->p;
    struct arena *a = v->reader->a;
    const struct origin general = {NULL, definition, diag_in_file(p->file)};
    struct settings common = {0}, *each;
    size_t count = 0;
    for (const struct msbuild_item *item = v->m->items; item; item = item->next)
        count += is_compiled(item);
    each = arena_array(a, count + 1, sizeof *each);
    take_settings(v, &general, &common);
    p->warning_level = warning_level(v, &general);
    p->warnings_as_errors = vcxproj_true(value(&general, "TreatWarningAsError"));

    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        const struct origin own = {item, definition, item->place};
        const char *path;
        if (!is_compiled(item))
            continue;
        if (!item_path(v, item, &path))
            return false;
        if (!path)
            continue;
        bool twice = false; /* Visual Studio compiles a file once however often it stands there */
        for (size_t i = 0; i < p->source_count && !twice; i++)
            twice = !strcmp(p->sources[i].path, path);
        if (twice)
            continue;
        vcxproj_check_metadata(v, "ClCompile", item->metadata, item->place, known);
        struct settings *s = &each[p->source_count];
        struct project_source *source = project_add_source(v->reader, p, path);
        take_settings(v, &own, s);
        const char *level = warning_level(v, &own);
        if (level && (!p->warning_level || strcmp(level, p->warning_level) != 0))
            list_add(&s->options, a, !strcmp(level, "all") ? "/Wall" : arena_format(a, "/W%s", level));
        const bool strict = vcxproj_true(value(&own, "TreatWarningAsError"));
        if (strict != p->warnings_as_errors)
            list_add(&s->options, a, strict ? "/WX" : "/WX-");
        for (size_t i = 0; i < s->forced.count && !list_has(&common.forced, s->forced.items[i]); i++)
            list_add(&s->options, a, arena_format(a, "/FI%s", s->forced.items[i]));
        for (size_t i = 0; i < s->undefines.count && !list_has(&common.undefines, s->undefines.items[i]); i++)
            list_add(&s->options, a, arena_format(a, "/U%s", s->undefines.items[i]));
        keep_common(&common.defines, &s->defines);
        keep_common(&common.includes, &s->includes);
        keep_common(&common.options, &s->options);
        if (vcxproj_true(value(&own, "WppEnabled")))
            source->wpp = trace_options(v, &own);
    }
    for (size_t i = 0; i < p->source_count; i++) {
        p->sources[i].defines = rest(a, &each[i].defines, &common.defines);
        p->sources[i].includes = rest(a, &each[i].includes, &common.includes);
        p->sources[i].options = rest(a, &each[i].options, &common.options);
    }
    if (!strcasecmp(msbuild_property(v->m, "CharacterSet"), "Unicode")) {
        list_add(&common.defines, a, "UNICODE");
        list_add(&common.defines, a, "_UNICODE");
    }
    add_folders(v, msbuild_property(v->m, "IncludePath"), &common.includes);
    p->defines = list_items(&common.defines, a);
    p->undefines = list_items(&common.undefines, a);
    p->includes = list_items(&common.includes, a);
    p->forced_includes = list_items(&common.forced, a);
    p->options = list_items(&common.options, a);
    const char *exceptions = value(&general, "ExceptionHandling");
    p->exceptions_cxx = *exceptions && strcasecmp(exceptions, "false") != 0;
    return true;
}

/* The files of one item type, without those excluded. */
static bool take_files(struct vcxproj *v, const char *type, const char ***out)
{
    struct list files = {0};
    for (const struct msbuild_item *item = v->m->items; item; item = item->next) {
        const char *path;
        if (strcasecmp(item->type, type) != 0 || vcxproj_true(msbuild_metadata(item, "ExcludedFromBuild")))
            continue;
        path = vcxproj_path(v, item->include);
        if (path && !path_is_file(path) && vcxproj_generates_script(v, path))
            continue;
        if (!item_path(v, item, &path))
            return false;
        if (path && !list_has(&files, path))
            list_add(&files, v->reader->a, path);
    }
    *out = list_items(&files, v->reader->a);
    return true;
}

/* What rc gets of a word of its command line: quotes hold it together and are gone, \" stays a quote. The compiler's
 * definitions are other: there Visual Studio writes the quotes so that they reach cl. */
static const char *command_line_word(struct arena *a, const char *word)
{
    char *out = arena_alloc(a, strlen(word) + 1), *q = out;
    for (const char *p = word; *p; p++) {
        p += p[0] == '\\' && p[1] == '"';
        if (*p != '"' || (p > word && p[-1] == '\\'))
            *q++ = *p;
    }
    *q = 0;
    return out;
}

bool vcxproj_compile(struct vcxproj *v)
{
    const struct msbuild_definition *compile = msbuild_definition_of(v->m, "ClCompile");
    const struct msbuild_definition *resource = msbuild_definition_of(v->m, "ResourceCompile");
    struct list defines = {0}, includes = {0};
    if (compile)
        vcxproj_check_metadata(v, "ClCompile", compile->metadata, diag_in_file(v->p->file), known);
    msbuild_split(v->reader->a, msbuild_defined(resource, "PreprocessorDefinitions"), &defines);
    add_folders(v, msbuild_defined(resource, "AdditionalIncludeDirectories"), &includes);
    for (size_t i = 0; i < defines.count; i++)
        defines.items[i] = command_line_word(v->reader->a, defines.items[i]);
    v->p->resource_defines = list_items(&defines, v->reader->a);
    v->p->resource_includes = list_items(&includes, v->reader->a);
    return take_sources(v, compile) && take_files(v, "ResourceCompile", &v->p->resources) &&
           take_files(v, "MASM", &v->p->assembly);
}
