/* .vcxproj: what the evaluation of our own small projects gives. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "tests/project/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define CONFIGURATION(name) "<ProjectConfiguration Include=\"" name "\"/>"
#define HEAD                                                                                                           \
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"                                                                     \
    "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n"                                        \
    "<ItemGroup Label=\"ProjectConfigurations\">" CONFIGURATION("Debug|x64") CONFIGURATION("Release|x64")              \
        CONFIGURATION("Debug|ARM64") "</ItemGroup>\n"                                                                  \
                                     "<Import Project=\"$(VCTargetsPath)\\Microsoft.Cpp.Default.props\"/>\n"
#define DRIVER                                                                                                         \
    "<PropertyGroup><ConfigurationType>Driver</ConfigurationType><DriverType>KMDF</DriverType>"                        \
    "<PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>\n"                                 \
    "<Import Project=\"$(VCTargetsPath)\\Microsoft.Cpp.props\"/>\n"
#define TAIL "<Import Project=\"$(VCTargetsPath)\\Microsoft.Cpp.targets\"/>\n</Project>\n"
#define A_C  "<ItemGroup><ClCompile Include=\"a.c\"/></ItemGroup>\n"
#define LIBRARY                                                                                                        \
    "<PropertyGroup><ConfigurationType>StaticLibrary</ConfigurationType>"                                              \
    "<PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset></PropertyGroup>\n"

/* Reads a driver project with `middle` between the imports. Its folder has a.c and b.c. */
static bool read_driver(struct room *r, const char *middle)
{
    room_file(r, "a.c", "");
    room_file(r, "b.c", "");
    room_file(r, "drv.vcxproj", arena_format(&r->arena, HEAD DRIVER "%s" TAIL, middle));
    return room_read(r, "drv.vcxproj", ARCH_AMD64, PROFILE_DEV);
}

static const struct project *driver(struct room *r, const char *middle)
{
    if (!read_driver(r, middle))
        fail_msg("%s", r->diag.entries[r->diag.count - 1].message);
    assert_int_equal(r->set.count, 1);
    return r->set.items[0];
}

static void smallest(void **state)
{
    struct room *r = *state;
    const struct project *p = driver(r, A_C);
    assert_string_equal(p->name, "drv");
    assert_string_equal(p->target_name, "drv");
    assert_string_equal(p->target_extension, ".sys");
    assert_int_equal(p->kind, PROJECT_DRIVER);
    assert_int_equal(p->model, MODEL_KMDF);
    assert_true(p->kernel_mode);
    assert_int_equal(p->framework_minor, 33);
    assert_string_equal(room_sources(r, p), "a.c");
    assert_int_equal(r->diag.count, 0);
}

/* Each condition, and whether it holds for Debug|x64 of a KMDF driver. */
static const struct {
    const char *text;
    bool value;
} conditions[] = {
    {"'$(Configuration)|$(Platform)'=='Debug|x64'", true},
    {"'$(configuration)|$(PLATFORM)' == 'DEBUG|X64'", true},
    {"'$(Platform)'=='ARM64'", false},
    {"'$(Platform)'!='ARM64'", true},
    {"'$(Nothing)'==''", true},
    {"'$(Platform)'=='ARM64' or '$(DriverType)'=='KMDF'", true},
    {"'$(Platform)'=='ARM64' and '$(DriverType)'=='KMDF'", false},
    {"true or false and false", true},
    {"(true or false) and false", false},
    {"!('$(Platform)'=='x64')", false},
    {"!false", true},
    {"exists('a.c')", true},
    {"Exists('A.C')", true},
    {"exists('$(ProjectDir)nowhere.c')", false},
    {"HasTrailingSlash('x\\')", true},
    {"HasTrailingSlash('x')", false},
    {"$(_NT_TARGET_VERSION)&lt;$(_NT_TARGET_VERSION_WIN7)", false},
    {"0x0A00 &gt;= 2560", true},
    {"'1.0'=='1'", true},
    {"'$(DriverType.ToLower())'=='kmdf' And '$(DriverType.Replace('K', 'U'))'=='UMDF'", true},
    {"'$(DriverType.Substring(1,2))'=='MD'", true},
    {"$(DriverType.StartsWith('KM'))", true},
    {"'$(VisualStudioVersion.Split('.')[0])'&gt;='16'", true},
    {"'$(DriverType.Split('MD')[1].ToLower())$(DriverType.Split('D')[1])'=='F'", true},
    {"'$(DriverType.Split('M'))'=='K;DF'", true},
    {"'$([System.IO.Path]::GetFileName('x\\y.z'))'=='y.z'", true},
    {"'$([MSBuild]::ValueOrDefault('$(Nothing)', 'x'))'=='x'", true},
    {"'$([System.String]::IsNullOrEmpty('$(Nothing)'))'=='true'", true},
    {"", true},
};

static void condition_values(void **state)
{
    struct room *r = *state;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++) {
        const struct project *p = driver(r, arena_format(&r->arena,
                                                         "<ItemGroup><ClCompile Include=\"a.c\"/>"
                                                         "<ClCompile Include=\"b.c\" Condition=\"%s\"/></ItemGroup>",
                                                         conditions[i].text));
        if ((p->source_count == 2) != conditions[i].value)
            fail_msg("%s is not %d", conditions[i].text, conditions[i].value);
    }
    assert_int_equal(r->diag.count, 0);
}

static void malformed_conditions(void **state)
{
    static const char *const texts[] = {
        "'x'='y'",
        "'x'==",
        "==",
        "'x",
        "(true",
        "true)",
        "true true",
        "exists(",
        "exists('x'",
        "perhaps",
        "'a' &lt; 'b'",
        "$(x == 1",
        "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((true",
    };
    struct room *r = *state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *middle = arena_format(&r->arena, A_C "<PropertyGroup Condition=\"%s\"/>", texts[i]);
        if (read_driver(r, middle))
            fail_msg("accepted: %s", texts[i]);
        room_expect(r, DIAG_ERROR, CODE_PRJ3003, 8);
    }
}

/* Properties are evaluated before definitions, and both before items, wherever they stand. */
static void passes(void **state)
{
    struct room *r = *state;
    const struct project *p =
        driver(r, "<ItemGroup><ClCompile Include=\"$(Which)\"/></ItemGroup>"
                  "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>ONE;$(Late)"
                  "</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>"
                  "<ItemDefinitionGroup Condition=\"'$(Late)'=='L'\"><ClCompile><PreprocessorDefinitions>"
                  "%(PreprocessorDefinitions); TWO=%3B ;;</PreprocessorDefinitions></ClCompile>"
                  "</ItemDefinitionGroup>"
                  "<PropertyGroup><Which>b.c</Which><Late>L</Late><Platform>Win32</Platform></PropertyGroup>");
    assert_string_equal(room_sources(r, p), "b.c");
    assert_string_equal(room_joined(r, p->defines), "ONE L TWO=;");
    assert_int_equal(r->diag.count, 0);
}

static void metadata_of_one_file(void **state)
{
    struct room *r = *state;
    const struct project *p =
        driver(r, "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>ALL</PreprocessorDefinitions>"
                  "<AdditionalIncludeDirectories>inc;$(IntDir);$(DDK_INC_PATH);..</AdditionalIncludeDirectories>"
                  "<WarningLevel>Level4</WarningLevel><TreatWarningAsError>true</TreatWarningAsError>"
                  "<DisableSpecificWarnings>4201;%(DisableSpecificWarnings)</DisableSpecificWarnings>"
                  "</ClCompile></ItemDefinitionGroup><ItemGroup><ClCompile Include=\"a.c\"/><ClCompile Include=\"B.C\">"
                  "<PreprocessorDefinitions>%(PreprocessorDefinitions);B</PreprocessorDefinitions>"
                  "<WarningLevel>Level3</WarningLevel><AdditionalOptions>/x \"/y z\"</AdditionalOptions>"
                  "</ClCompile><ClCompile Include=\"no.c\"><ExcludedFromBuild Condition=\"'$(Platform)'=='x64'\">true"
                  "</ExcludedFromBuild></ClCompile></ItemGroup>");
    assert_string_equal(room_sources(r, p), "a.c b.c");
    assert_string_equal(room_joined(r, p->defines), "ALL");
    assert_string_equal(room_joined(r, p->includes),
                        arena_format(&r->arena, "inc %s", path_folder(&r->arena, r->folder)));
    assert_string_equal(p->warning_level, "4");
    assert_true(p->warnings_as_errors);
    assert_string_equal(room_joined(r, p->options), "/Zc:wchar_t- /wd4201");
    assert_null(p->sources[0].defines[0]);
    assert_string_equal(room_joined(r, p->sources[1].defines), "B");
    assert_string_equal(p->sources[1].options[0], "/x");
    assert_string_equal(p->sources[1].options[1], "/y z");
    assert_string_equal(p->sources[1].options[2], "/W3");
    assert_int_equal(r->diag.count, 0);
}

/* A file that drops what the others have: nothing of it may reach that file. */
static void metadata_that_replaces(void **state)
{
    struct room *r = *state;
    const struct project *p =
        driver(r, "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>ALL</PreprocessorDefinitions>"
                  "</ClCompile></ItemDefinitionGroup><ItemGroup><ClCompile Include=\"a.c\"/>"
                  "<ClCompile Include=\"b.c\" PreprocessorDefinitions=\"ONLY\"/></ItemGroup>");
    assert_null(p->defines[0]);
    assert_string_equal(room_joined(r, p->sources[0].defines), "ALL");
    assert_string_equal(room_joined(r, p->sources[1].defines), "ONLY");
}

static void linking(void **state)
{
    struct room *r = *state;
    room_file(r, "own.lib", "");
    const struct project *p = driver(
        r, A_C
        "<ItemDefinitionGroup><Link><AdditionalDependencies>%(AdditionalDependencies);$(DDK_LIB_PATH)\\ntstrsafe.lib;"
        "wdmsec.lib;.\\OWN.lib;..\\lib\\$(IntDir)\\other.lib</AdditionalDependencies>"
        "<EntryPointSymbol Condition=\"'$(Platform)'!='win32'\">Enter</EntryPointSymbol>"
        "<ModuleDefinitionFile>drv.def</ModuleDefinitionFile><AdditionalOptions>/integritycheck</AdditionalOptions>"
        "</Link></ItemDefinitionGroup>");
    assert_string_equal(room_joined(r, p->libraries), "ntstrsafe.lib wdmsec.lib own.lib other.lib");
    assert_string_equal(p->entry_point, "Enter");
    assert_string_equal(room_joined(r, p->exports), "drv.def");
    assert_string_equal(room_joined(r, p->link_options), "/integritycheck");

    p = driver(r, A_C "<PropertyGroup><UcmDriver>true</UcmDriver></PropertyGroup>");
    assert_string_equal(room_joined(r, p->libraries), "UcmCxStub.lib");
    p = driver(r, A_C "<PropertyGroup><NfcDriver>true</NfcDriver></PropertyGroup>");
    assert_string_equal(room_joined(r, p->libraries), "NfcCxStub.lib");
}

static void package_items(void **state)
{
    struct room *r = *state;
    room_file(r, "drv.inx", "");
    room_file(r, "more.inx", "");
    const struct project *p =
        driver(r, A_C "<ItemGroup><Inf Include=\"more.inx\"><TimeStamp>2.3</TimeStamp></Inf>"
                      "<Inf Exclude=\"@(Inf)\" Include=\"*.INX\"/><FilesToPackage Include=\"$(TargetPath)\"/>"
                      "<FilesToPackage Include=\"fw\\x.bin\"/></ItemGroup>");
    assert_string_equal(room_joined(r, p->infs), "more.inx drv.inx");
    assert_string_equal(room_joined(r, p->package_files), "fw/x.bin");
    assert_string_equal(p->driver_version, "2.3.0.0");
}

static void imports(void **state)
{
    struct room *r = *state;
    room_file(r, "Directory.Build.props", "<Project><PropertyGroup><FromAbove>F</FromAbove></PropertyGroup></Project>");
    room_file(r, "Props/Common.props",
              "<Project><PropertyGroup><Here>$(MSBuildThisFileName)</Here></PropertyGroup>"
              "<Import Project=\"second.props\"/><ItemGroup><ClCompile Include=\"b.c\"/></ItemGroup></Project>");
    room_file(r, "props/second.props", "<Project/>");
    room_file(r, "Props/Second.props", "<Project><PropertyGroup><Here>$(Here)+2</Here></PropertyGroup></Project>");
    const struct project *p =
        driver(r, A_C "<Import Project=\"props\\common.PROPS\" Condition=\"exists('Props\\common.props')\"/>"
                      "<Import Project=\"nowhere.props\" Condition=\"exists('nowhere.props')\"/>"
                      "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>$(Here);$(FromAbove);"
                      "$(MSBuildThisFileName)</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>");
    assert_string_equal(room_sources(r, p), "a.c b.c");
    assert_string_equal(room_joined(r, p->defines), "Common+2 F drv");
    assert_false(read_driver(r, A_C "\n<Import Project=\"nowhere.props\"/>"));
    room_expect(r, DIAG_ERROR, CODE_PRJ3006, 9);
}

static void choices(void **state)
{
    struct room *r = *state;
    const struct project *p =
        driver(r, A_C "<Choose><When Condition=\"'$(Platform)'=='ARM64'\"><PropertyGroup><X>arm</X>"
                      "</PropertyGroup></When><When Condition=\"true\"><PropertyGroup><X>yes</X>"
                      "</PropertyGroup></When><Otherwise><PropertyGroup><X>no</X></PropertyGroup>"
                      "</Otherwise></Choose><ItemGroup><ClCompile Update=\"a.c\">"
                      "<PreprocessorDefinitions>$(X)</PreprocessorDefinitions></ClCompile>"
                      "<ClCompile Include=\"b.c\"/><ClCompile Remove=\"B.c\"/></ItemGroup>");
    assert_string_equal(room_sources(r, p), "a.c");
    assert_string_equal(room_joined(r, p->sources[0].defines), "yes");
}

static void tracing(void **state)
{
    struct room *r = *state;
    room_file(r, "trace.h", "");
    const struct project *p =
        driver(r, "<ItemGroup><ClCompile Include=\"a.c\"><WppEnabled>true</WppEnabled><WppTraceFunction>"
                  "T(LEVEL,MSG,...);H((FLAGS,MSG,...))</WppTraceFunction><WppScanConfigurationData Condition=\""
                  "'%(ClCompile.ScanConfigurationData)' == ''\">Trace.h</WppScanConfigurationData></ClCompile>"
                  "<ClCompile Include=\"b.c\"/></ItemGroup>");
    const char *wanted = arena_format(
        &r->arena, "--kernel --function=T(LEVEL,MSG,...) --function=H((FLAGS,MSG,...)) --scan=%s/trace.h", r->folder);
    assert_string_equal(room_joined(r, p->sources[0].wpp), wanted);
    assert_null(p->sources[1].wpp);
}

static void warnings(void **state)
{
    static const struct {
        const char *middle, *code, *message;
    } rows[] = {
        {"<PropertyGroup><X>$(Unset)</X></PropertyGroup>", "PRJ3004", "$(Unset) has no value and counts as empty"},
        {"<PropertyGroup><X>$([Some.Type]::Run('x'))</X></PropertyGroup>", "PRJ3004",
         "$([Some.Type]::Run('x')) is not understood and counts as empty"},
        {"<PropertyGroup><X>$(Platform.Split('6')[2])</X></PropertyGroup>", "PRJ3004",
         "$(Platform.Split('6')[2]) is not understood and counts as empty"},
        {"<PropertyGroup><X>$(Platform.Split('6')[x])</X></PropertyGroup>", "PRJ3004",
         "$(Platform.Split('6')[x]) is not understood and counts as empty"},
        {"<Mystery/>", "PRJ3007", "the element <Mystery> is not understood and does nothing"},
        {"<Target Name=\"T\"/>", "PRJ3007", "the target \"T\" is not run"},
        {"<ItemGroup><Midl Include=\"x.idl\"/></ItemGroup>", "PRJ3007",
         "x.idl is not built: cwdk does not run the tool for Midl items"},
        {"<ItemDefinitionGroup><ClCompile><Odd>1</Odd></ClCompile></ItemDefinitionGroup>", "PRJ3008",
         "the setting Odd of ClCompile is not understood and does nothing"},
        {"<ItemDefinitionGroup><Link><Odd>1</Odd></Link></ItemDefinitionGroup>", "PRJ3008",
         "the setting Odd of Link is not understood and does nothing"},
        {"<ItemDefinitionGroup><ClCompile><WarningLevel>Level9</WarningLevel></ClCompile></ItemDefinitionGroup>",
         "PRJ3008", "the value 'Level9' of WarningLevel is not understood and does nothing"},
        {"<ItemGroup><Inf Include=\"x.inf\"><TimeStamp>1.0b</TimeStamp></Inf></ItemGroup>", "PRJ3008",
         "the value '1.0b' of TimeStamp is not understood and does nothing"},
        {"<ItemGroup><ClCompile Include=\"$(IntDir)x_i.c\"/></ItemGroup>", "PRJ3007",
         "x64\\Debug\\x_i.c is left out: another tool would have to make it"},
    };
    struct room *r = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        driver(r, arena_format(&r->arena, A_C "%s", rows[i].middle));
        room_expect(r, DIAG_WARNING, rows[i].code, 0);
        assert_string_equal(r->diag.entries[r->diag.count - 1].message, rows[i].message);
    }
}

static void errors(void **state)
{
    static const struct {
        const char *text, *code;
        unsigned line;
    } rows[] = {
        {"", "PRJ3001", 0},
        {"<Project><PropertyGroup></Project>", "PRJ3001", 1},
        {"<!DOCTYPE Project [<!ENTITY a \"b\">]><Project>&a;</Project>", "PRJ3001", 0},
        {"<!DOCTYPE Project SYSTEM \"/etc/passwd\"><Project/>", "PRJ3001", 0},
        {"<Solution/>", "PRJ3002", 1},
        {"<Project Sdk=\"Microsoft.NET.Sdk\"/>", "PRJ3002", 1},
        {"<Project/>", "PRJ3002", 0},
        {HEAD DRIVER "<ItemGroup><ClCompile Include=\"c.c\"/></ItemGroup></Project>", "PRJ1005", 7},
        {HEAD "<PropertyGroup><ConfigurationType>Makefile</ConfigurationType></PropertyGroup></Project>", "PRJ3008", 0},
        {HEAD "<PropertyGroup><ConfigurationType>Driver</ConfigurationType><DriverType>VXD</DriverType></"
              "PropertyGroup></Project>",
         "PRJ3008", 0},
        {HEAD DRIVER "<PropertyGroup><KMDF_VERSION_MINOR>30</KMDF_VERSION_MINOR></PropertyGroup></Project>", "PRJ1006",
         0},
        {HEAD DRIVER "<ItemGroup><ProjectReference Include=\"..\\nowhere.vcxproj\"/></ItemGroup></Project>", "PRJ1004",
         7},
        {HEAD DRIVER "<ItemGroup><ProjectReference Include=\"drv.vcxproj\"/></ItemGroup></Project>", "PRJ1003", 7},
        {HEAD DRIVER "<Import Project=\"loop.props\"/></Project>", "PRJ1007", 0},
    };
    struct room *r = *state;
    room_file(r, "loop.props",
              "<Project><PropertyGroup><A>xxxxxxxx</A></PropertyGroup><PropertyGroup><A>$(A)$(A)$(A)$(A)</A>"
              "<A>$(A)$(A)$(A)$(A)</A><A>$(A)$(A)$(A)$(A)</A><A>$(A)$(A)$(A)$(A)</A><A>$(A)$(A)$(A)$(A)</A>"
              "<A>$(A)$(A)$(A)$(A)</A><A>$(A)$(A)$(A)$(A)</A><A>$(A)$(A)$(A)$(A)</A></PropertyGroup></Project>");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        room_file(r, "drv.vcxproj", rows[i].text);
        if (room_read(r, "drv.vcxproj", ARCH_AMD64, PROFILE_DEV))
            fail_msg("accepted: %s", rows[i].text);
        room_expect(r, DIAG_ERROR, rows[i].code, rows[i].line);
    }
}

static void missing_configuration(void **state)
{
    struct room *r = *state;
    driver(r, A_C);
    assert_false(room_read(r, "drv.vcxproj", ARCH_ARM64, PROFILE_RELEASE));
    room_expect(r, DIAG_ERROR, CODE_PRJ3005, 0);
    assert_string_equal(r->diag.entries[r->diag.count - 1].message, "drv.vcxproj has no configuration Release|ARM64");
    assert_string_equal(r->diag.entries[r->diag.count - 1].help,
                        "it has Debug|x64, Release|x64, Debug|ARM64: build with --arch amd64");
    assert_true(room_read(r, "drv.vcxproj", ARCH_ARM64, PROFILE_DEV));
}

static void utf16(void **state)
{
    struct room *r = *state;
    const char text[] = HEAD DRIVER A_C TAIL;
    char *wide = arena_alloc(&r->arena, 2 * sizeof text);
    size_t size = 0;
    room_file(r, "a.c", "");
    wide[size++] = (char)0xFF;
    wide[size++] = (char)0xFE;
    for (const char *p = strstr(text, "<Project"); *p; p++, size += 2)
        wide[size] = *p;
    assert_true(file_write(path_join(&r->arena, r->folder, "w.vcxproj"), wide, size, 0644, &r->diag));
    assert_true(room_read(r, "w.vcxproj", ARCH_AMD64, PROFILE_DEV));
    room_file(r, "b.vcxproj", "\xEF\xBB\xBF" HEAD DRIVER A_C TAIL);
    assert_true(room_read(r, "b.vcxproj", ARCH_AMD64, PROFILE_DEV));
    assert_string_equal(room_sources(r, r->set.items[0]), "a.c");
}

static void references(void **state)
{
    struct room *r = *state;
    room_file(r, "lib/lib.vcxproj", HEAD LIBRARY "<ItemGroup><ClCompile Include=\"l.c\"/></ItemGroup></Project>");
    room_file(r, "lib/l.c", "");
    room_file(r, "pkg/pkg.vcxproj",
              HEAD "<PropertyGroup><ConfigurationType>Utility</ConfigurationType></PropertyGroup></Project>");
    room_file(r, "a.c", "");
    room_file(r, "drv.vcxproj",
              HEAD DRIVER A_C "<ItemGroup><ProjectReference Include=\"LIB\\Lib.vcxproj\"/>"
                              "<ProjectReference Include=\"pkg\\pkg.vcxproj\"/></ItemGroup>" TAIL);
    assert_true(room_read(r, "", ARCH_AMD64, PROFILE_DEV));
    assert_int_equal(r->set.count, 2);
    assert_string_equal(r->set.items[0]->name, "lib");
    assert_string_equal(r->set.items[0]->target_extension, ".lib");
    assert_int_equal(r->set.items[1]->reference_count, 1);
    room_expect(r, DIAG_NOTE, CODE_PRJ3009, 0);
}

static void folder_of_several(void **state)
{
    struct room *r = *state;
    static const char lib[] = HEAD LIBRARY "<PropertyGroup><TargetName>util</TargetName></PropertyGroup><ItemGroup>"
                                           "<ClCompile Include=\"l.c\"/></ItemGroup>" TAIL;
    room_file(r, "one/x.vcxproj",
              HEAD DRIVER A_C "<ItemDefinitionGroup><Link><AdditionalDependencies>..\\zlib\\$(IntDir)\\UTIL.lib"
                              "</AdditionalDependencies></Link></ItemDefinitionGroup>" TAIL);
    room_file(r, "one/a.c", "");
    room_file(r, "two/x.vcxproj", HEAD DRIVER A_C TAIL);
    room_file(r, "two/a.c", "");
    room_file(r, "zlib/l.vcxproj", lib);
    room_file(r, "zlib/l.c", "");
    room_file(r, "target/x.vcxproj", "broken");
    room_file(r, ".git/x.vcxproj", "broken");
    assert_true(room_read(r, "", ARCH_AMD64, PROFILE_DEV));
    assert_int_equal(r->set.count, 3);
    assert_string_equal(r->set.items[0]->name, "l"); /* the library comes first, though it was found last */
    assert_string_equal(r->set.items[1]->name, "one-x");
    assert_string_equal(r->set.items[2]->name, "two-x");
    assert_ptr_equal(r->set.items[1]->references[0], r->set.items[0]);
    assert_null(r->set.items[1]->libraries[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(smallest),
        ROOM_TEST(condition_values),
        ROOM_TEST(malformed_conditions),
        ROOM_TEST(passes),
        ROOM_TEST(metadata_of_one_file),
        ROOM_TEST(metadata_that_replaces),
        ROOM_TEST(linking),
        ROOM_TEST(package_items),
        ROOM_TEST(imports),
        ROOM_TEST(choices),
        ROOM_TEST(tracing),
        ROOM_TEST(warnings),
        ROOM_TEST(errors),
        ROOM_TEST(missing_configuration),
        ROOM_TEST(utf16),
        ROOM_TEST(references),
        ROOM_TEST(folder_of_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
