/* Link: libraries, entry point, options. */
#include "cwdk/host/file.h"
#include "cwdk/project/vcxproj.h"

#include <string.h>
#include <strings.h>

/* What is read below, and what is left to the build engine's own choice. */
static const char *const known[] = {"AdditionalDependencies",
                                    "AdditionalLibraryDirectories",
                                    "AdditionalOptions",
                                    "EntryPointSymbol",
                                    "ModuleDefinitionFile",
                                    "NoEntryPoint",
                                    "SubSystem",
                                    "IgnoreSpecificDefaultLibraries",
                                    "IgnoreAllDefaultLibraries",
                                    "BaseAddress",
                                    "DelayLoadDLLs",
                                    "CETCompat",
                                    "Version",
                                    "MergeSections",
                                    "LargeAddressAware",
                                    "TerminalServerAware",
                                    "SetChecksum",
                                    "Driver",
                                    "StackReserveSize",
                                    "HeapReserveSize",
                                    "StackCommitSize",
                                    "HeapCommitSize",
                                    "ForceSymbolReferences",
                                    "GenerateDebugInformation",
                                    "OptimizeReferences",
                                    "EnableCOMDATFolding",
                                    "LinkIncremental",
                                    "TargetMachine",
                                    "OutputFile",
                                    "ProgramDatabaseFile",
                                    "LinkTimeCodeGeneration",
                                    "GenerateMapFile",
                                    "SuppressStartupBanner",
                                    "ImportLibrary",
                                    "MinimumRequiredVersion",
                                    "RandomizedBaseAddress",
                                    "DataExecutionPrevention",
                                    "FixedBaseAddress",
                                    "LinkErrorReporting",
                                    "TreatLinkerWarningAsErrors",
                                    "EnableUAC",
                                    "UACExecutionLevel",
                                    "UACUIAccess",
                                    "GenerateManifest",
                                    "IgnoreImportLibrary",
                                    "UseLibraryDependencyInputs",
                                    "LinkLibraryDependencies",
                                    "SupportUnloadOfDelayLoadedDLL",
                                    "MapFileName",
                                    "GenerateWindowsMetadata",
                                    "WindowsMetadataFile",
                                    "ProfileGuidedDatabase",
                                    "AssemblyDebug",
                                    "CreateHotPatchableImage",
                                    "SectionAlignment",
                                    "PreventDllBinding",
                                    NULL};

static const char *value(const struct vcxproj *v, const char *name)
{
    return msbuild_defined(msbuild_definition_of(v->m, "Link"), name);
}

/* A library by name. With a folder that is not the kit's it is a path, and may be that of another project's output. */
static const char *library(struct vcxproj *v, const char *text)
{
    const char *name = text;
    for (const char *p = text; *p; p++)
        if (*p == '\\' || *p == '/')
            name = p + 1;
    const char *path = name != text ? vcxproj_path(v, text) : NULL;
    const char *found = path ? path : name;
    return *path_extension(found) ? found : arena_format(v->reader->a, "%s.lib", found);
}

static void take_libraries(struct vcxproj *v)
{
    struct arena *a = v->reader->a;
    struct list names = {0}, folders = {0}, libraries = {0}, paths = {0};
    msbuild_split(a, value(v, "AdditionalDependencies"), &names);
    for (size_t i = 0; i < names.count; i++) {
        const char *name = library(v, names.items[i]);
        if (!list_has(&libraries, name))
            list_add(&libraries, a, name);
    }
    /* What Microsoft's build adds for a driver of these class extensions. */
    static const struct {
        const char *property, *library;
    } extensions[] = {{"UcmDriver", "UcmCxStub.lib"}, {"NfcDriver", "NfcCxStub.lib"}};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (vcxproj_true(msbuild_property(v->m, extensions[i].property)) &&
            !list_has(&libraries, extensions[i].library))
            list_add(&libraries, a, extensions[i].library);
    msbuild_split(a, value(v, "AdditionalLibraryDirectories"), &folders);
    msbuild_split(a, msbuild_property(v->m, "LibraryPath"), &folders);
    for (size_t i = 0; i < folders.count; i++) {
        const char *path = vcxproj_folder(v, folders.items[i]);
        if (path && !list_has(&paths, path))
            list_add(&paths, a, path);
    }
    v->p->libraries = list_items(&libraries, a);
    v->p->library_paths = list_items(&paths, a);
}

static void option(struct vcxproj *v, struct list *options, const char *name, const char *format)
{
    struct list parts = {0};
    msbuild_split(v->reader->a, value(v, name), &parts);
    for (size_t i = 0; i < parts.count; i++)
        list_add(options, v->reader->a, arena_format(v->reader->a, "/%s:%s", format, parts.items[i]));
}

static void take_options(struct vcxproj *v)
{
    struct arena *a = v->reader->a;
    struct list options = {0};
    option(v, &options, "IgnoreSpecificDefaultLibraries", "NODEFAULTLIB");
    option(v, &options, "BaseAddress", "BASE");
    option(v, &options, "DelayLoadDLLs", "DELAYLOAD");
    option(v, &options, "Version", "VERSION");
    option(v, &options, "MergeSections", "MERGE");
    option(v, &options, "SubSystem", "SUBSYSTEM");
    option(v, &options, "ForceSymbolReferences", "INCLUDE");
    if (vcxproj_true(value(v, "IgnoreAllDefaultLibraries")))
        list_add(&options, a, "/NODEFAULTLIB");
    if (vcxproj_true(value(v, "NoEntryPoint")))
        list_add(&options, a, "/NOENTRY");
    if (vcxproj_true(value(v, "CETCompat")))
        list_add(&options, a, "/CETCOMPAT");
    vcxproj_words(a, value(v, "AdditionalOptions"), &options);
    v->p->link_options = list_items(&options, a);
}

bool vcxproj_link(struct vcxproj *v)
{
    const struct msbuild_definition *definition = msbuild_definition_of(v->m, "Link");
    struct list exports = {0};
    const char *entry = value(v, "EntryPointSymbol"), *module = value(v, "ModuleDefinitionFile");
    if (definition)
        vcxproj_check_metadata(v, "Link", definition->metadata, diag_in_file(v->p->file), known);
    v->p->entry_point = *entry ? entry : NULL;
    const char *path = *module ? vcxproj_path(v, msbuild_unescape(v->reader->a, module)) : NULL;
    if (path)
        list_add(&exports, v->reader->a, path);
    v->p->exports = list_items(&exports, v->reader->a);
    take_libraries(v);
    take_options(v);
    return true;
}
