/*
 * What a Visual C++ driver project finds defined. Names: public documentation of MSBuild, Visual C++ and the driver
 * kit, and their use in Microsoft's public driver samples. Folders of the kits all lie below MSBUILD_KIT.
 */
#include "cwdk/host/file.h"
#include "cwdk/project/vcxproj.h"

#include <string.h>
#include <strings.h>

struct value {
    const char *name, *value;
};

static const struct value folders[] = {
    {"VCTargetsPath", "build"},
    {"DDK_INC_PATH", "include/km"},
    {"KM_IncludePath", "include/km"},
    {"SDK_INC_PATH", "include/um"},
    {"WDK_UM_INC_PATH", "include/um"},
    {"UM_IncludePath", "include/um"},
    {"IFSKIT_INC_PATH", "include/km"},
    {"KIT_SHARED_INC_PATH", "include/shared"},
    {"KIT_SHARED_INC_PATH_WDK", "include/shared"},
    {"KMDF_INC_PATH", "include/wdf/kmdf"},
    {"UMDF_INC_PATH", "include/wdf/umdf"},
    {"SPB_INC_PATH", "include/km/spb"},
    {"UCM_INC_PATH", "include/km/ucm"},
    {"CRT_INC_PATH", "include/km/crt"},
    {"DDK_LIB_PATH", "lib/km/"},
    {"SDK_LIB_PATH", "lib/um/"},
    {"WDK_UM_LIB_PATH", "lib/um/"},
    {"SPB_LIB_PATH", "lib/km/spb/"},
    {"MINWIN_SDK_LIB_PATH", "lib/um/"},
    {"MINCORE_SDK_LIB_PATH", "lib/um/"},
    {"WindowsDDK_LibraryPath", "lib/um/"},
    {"WDKContentRoot", ""},
    {"WindowsSdkDir", ""},
    {"NETFXKitsDir", ""},
    {"UniversalCRT_IncludePath", "include/um"},
    {"VC_IncludePath", "include/vc"},
    {"VC_SourcePath", "include/vc"},
    {"VC_ReferencesPath_x64", "lib/vc"},
    {"VC_ReferencesPath_ARM64", "lib/vc"},
    {"VC_LibraryPath_x64", "lib/vc"},
    {"VC_LibraryPath_ARM64", "lib/vc"},
    {"VC_ExecutablePath_x64", "bin"},
    {"VC_ExecutablePath_ARM64", "bin"},
    {"MSBuild_ExecutablePath", "bin"},
    {"WindowsSDK_ExecutablePath", "bin"},
    {"WindowsSDK_IncludePath", "include/um"},
    {"WindowsSDK_LibraryPath_x64", "lib/um"},
    {"WindowsSDK_LibraryPath_ARM64", "lib/um"},
    {"WindowsSDK_MetadataPath", "lib/um"},
    {"WmimofckToolPath", "bin"},
    {"UserRootDir", "user"},
    {"VCInstallDir", "vc/"},
    {"IncludePath", "include/um"},
    {"ExternalIncludePath", "include/um"},
    {"LibraryPath", "lib/um"},
    {"ReferencePath", "lib/um"},
    {"LibraryWPath", "lib/um"},
    {"SourcePath", "include/vc"},
    {"ExcludePath", "include/um"},
    {"ExecutablePath", "bin"},
};

static const struct value values[] = {
    {"KMDF_VER_PATH", "1.33"},
    {"UCM_VER_PATH", "1.0"},
    {"MSBuildToolsVersion", "Current"},
    {"VisualStudioVersion", "17.0"},
    {"MSBuildExtensionsPath", MSBUILD_KIT "build"},
    {"MSBuildExtensionsPath32", MSBUILD_KIT "build"},
    {"OS", "Windows_NT"},
    {"DefaultPlatformToolset", "v143"},
    {"LatestTargetPlatformVersion", "10.0"},
    {"_NT_TARGET_VERSION", "0x0A00"},
    {"_NT_TARGET_VERSION_WIN7", "0x0601"},
    {"_NT_TARGET_VERSION_WIN8", "0x0602"},
    {"_NT_TARGET_VERSION_WINBLUE", "0x0603"},
    {"_NT_TARGET_VERSION_WIN10", "0x0A00"},
    {"SPB_VERSION_MAJOR", "1"},
    {"SPB_VERSION_MINOR", "1"},
    {"AdditionalOptions", ""},
    {"BuildGenerateSourcesTargets", "BuildGenerateSources"},
    {"CustomBuildBeforeTargets", ""},
};

struct pairs {
    struct list list;
    struct arena *a;
};

static void add(struct pairs *out, const char *name, const char *value)
{
    list_add(&out->list, out->a, name);
    list_add(&out->list, out->a, value);
}

const char **vcxproj_defaults(struct reader *r, const char *path, const char *configuration, const char *platform,
                              size_t *global_count)
{
    struct pairs out = {.a = r->a};
    const char *name = path_name(path), *folder = path_folder(r->a, path);
    const char *stem = arena_substring(r->a, name, strlen(name) - strlen(path_extension(name)));
    const char *slashed = arena_format(r->a, "%s/", folder);
    const char *solution = r->solution_folder ? arena_format(r->a, "%s/", r->solution_folder) : slashed;
    add(&out, "Configuration", configuration);
    add(&out, "Platform", platform);
    add(&out, "SolutionDir", solution);
    *global_count = 3;
    add(&out, "ConfigurationName", configuration);
    add(&out, "PlatformName", platform);
    add(&out, "PlatformTarget", platform);
    add(&out, "DDKPlatform", platform);
    add(&out, "InfArch", !strcasecmp(platform, "ARM64") ? "arm64" : "amd64");
    add(&out, "MSBuildProjectName", stem);
    add(&out, "MSBuildProjectFile", name);
    add(&out, "MSBuildProjectFullPath", path);
    add(&out, "MSBuildProjectExtension", path_extension(name));
    add(&out, "MSBuildProjectDirectory", folder);
    add(&out, "MSBuildStartupDirectory", folder);
    add(&out, "ProjectName", stem);
    add(&out, "ProjectDir", slashed);
    add(&out, "ProjectPath", path);
    add(&out, "ProjectFileName", name);
    add(&out, "IntDir", arena_format(r->a, "%s\\%s\\", platform, configuration));
    add(&out, "OutDir", arena_format(r->a, "%s%s\\%s\\", solution, platform, configuration));
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        add(&out, folders[i].name, arena_format(r->a, MSBUILD_KIT "%s", folders[i].value));
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        add(&out, values[i].name, values[i].value);
    return list_items(&out.list, r->a);
}

static void set_if_empty(struct msbuild *m, const char *name, const char *value)
{
    if (!*msbuild_property(m, name))
        msbuild_set(m, name, value);
}

void vcxproj_known_import(struct msbuild *m, const char *name)
{
    static const char *const extensions[] = {"Driver",        ".sys", "DynamicLibrary", ".dll",
                                             "StaticLibrary", ".lib", "Application",    ".exe"};
    if (!strcasecmp(name, "Microsoft.Cpp.props")) {
        set_if_empty(m, "TargetName", msbuild_property(m, "ProjectName"));
        const bool kernel = !strncasecmp(msbuild_property(m, "PlatformToolset"), "WindowsKernelModeDriver", 23);
        msbuild_set(m, "IsKernelModeToolset", kernel ? "true" : "false");
        msbuild_set(m, "IsUserModeToolset", kernel ? "false" : "true");
    }
    if (strcasecmp(name, "Microsoft.Cpp.targets") != 0)
        return;
    set_if_empty(m, "TargetName", msbuild_property(m, "ProjectName"));
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i += 2)
        if (!strcasecmp(msbuild_property(m, "ConfigurationType"), extensions[i]))
            set_if_empty(m, "TargetExt", extensions[i + 1]);
    set_if_empty(m, "TargetPath",
                 arena_format(m->a, "%s%s%s", msbuild_property(m, "OutDir"), msbuild_property(m, "TargetName"),
                              msbuild_property(m, "TargetExt")));
}
