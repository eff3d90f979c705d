/* .sln: which projects, under which configuration, in which order. */
#include "cwdk/diag/codes.h"
#include "tests/project/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define ID_A    "{AAAAAAAA-0000-0000-0000-000000000001}"
#define ID_B    "{BBBBBBBB-0000-0000-0000-000000000002}"
#define ID_C    "{CCCCCCCC-0000-0000-0000-000000000003}"
#define HEADER  "\xEF\xBB\xBF\r\nMicrosoft Visual Studio Solution File, Format Version 12.00\r\n"
#define PROJECT "Project(\"{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}\") = "
#define FOLDER  "Project(\"{2150E333-8FDC-42A3-9474-1A3956D46DE8}\") = "
#define SECTIONS                                                                                                       \
    "Global\r\n\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\r\n\t\tDebug|x64 = Debug|x64\r\n"         \
    "\t\tRelease|x64 = Release|x64\r\n\tEndGlobalSection\r\n"                                                          \
    "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\r\n"
#define ENTRY(id, configuration, own)                                                                                  \
    "\t\t" id "." configuration ".ActiveCfg = " own "\r\n\t\t" id "." configuration ".Build.0 = " own "\r\n"
#define TAIL "\tEndGlobalSection\r\nEndGlobal\r\n"

static void program(struct room *r, const char *name, const char *configuration)
{
    room_file(r, arena_format(&r->arena, "%s/%s.vcxproj", name, name),
              arena_format(
                  &r->arena,
                  "<Project><ItemGroup><ProjectConfiguration Include=\"%s\"/><ClCompile Include=\"%s.c\"/></ItemGroup>"
                  "<PropertyGroup><ConfigurationType>Application</ConfigurationType></PropertyGroup>"
                  "<ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>$(Configuration);$(Platform);$(SolutionDir)"
                  "</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup></Project>",
                  configuration, name));
    room_file(r, arena_format(&r->arena, "%s/%s.c", name, name), "");
}

static void order_and_mapping(void **state)
{
    struct room *r = *state;
    program(r, "one", "Debug|x64");
    program(r, "two", "Special|x64");
    program(r, "three", "Debug|x64");
    room_file(r, "cs/cs.csproj", "<Project/>");
    room_file(
        r, "all.sln",
        HEADER PROJECT
        "\"one\", \"One\\one.vcxproj\", \"" ID_A "\"\r\n"
        "\tProjectSection(ProjectDependencies) = postProject\r\n\t\t" ID_B " = " ID_B
        "\r\n\tEndProjectSection\r\nEndProject\r\n" FOLDER "\"Things\", \"Things\", "
        "\"{DDDDDDDD-0000-0000-0000-000000000004}\"\r\nEndProject\r\n" PROJECT "\"two\", \"two\\two.vcxproj\", \"" ID_B
        "\"\r\nEndProject\r\n" PROJECT "\"three\", \"three\\three.vcxproj\", \"" ID_C "\"\r\nEndProject\r\n"
        "Project(\"{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}\") = \"cs\", \"cs\\cs.csproj\", "
        "\"{EEEEEEEE-0000-0000-0000-000000000005}\"\r\nEndProject\r\n" SECTIONS ENTRY(ID_A, "Debug|x64", "Debug|x64")
            ENTRY(ID_B, "Debug|x64", "Special|x64") "\t\t" ID_C ".Debug|x64.ActiveCfg = Debug|x64\r\n" TAIL);
    assert_true(room_read(r, "", ARCH_AMD64, PROFILE_DEV));
    assert_int_equal(r->set.count, 2);
    assert_string_equal(r->set.items[0]->name, "two");
    assert_string_equal(room_joined(r, r->set.items[0]->defines), arena_format(&r->arena, "Special x64 "));
    assert_string_equal(r->set.items[1]->name, "one");
    assert_string_equal(r->set.root, r->folder);
    assert_int_equal(r->diag.count, 2); /* three is not built, cs is no Visual C++ project */
    room_expect(r, DIAG_NOTE, CODE_PRJ3009, 0);
}

static void missing_configuration(void **state)
{
    struct room *r = *state;
    program(r, "one", "Debug|x64");
    room_file(r, "all.sln", HEADER PROJECT "\"one\", \"one\\one.vcxproj\", \"" ID_A "\"\nEndProject\n" SECTIONS TAIL);
    assert_false(room_read(r, "all.sln", ARCH_ARM64, PROFILE_DEV));
    room_expect(r, DIAG_ERROR, CODE_PRJ3005, 0);
    assert_string_equal(r->diag.entries[0].help, "it has Debug|x64, Release|x64: build with --arch amd64");
}

static void named_configuration(void **state)
{
    struct room *r = *state;
    struct project_configuration configuration = {.arch = ARCH_AMD64, .profile = PROFILE_RELEASE};
    program(r, "one", "Special|x64");
    const char *path = room_file(r, "all.sln",
                                 HEADER PROJECT "\"one\", \"one\\one.vcxproj\", \"" ID_A "\"\nEndProject\nGlobal\n"
                                                "\tGlobalSection(SolutionConfigurationPlatforms) = preSolution\n"
                                                "\t\tWin 11|x64 = Win 11|x64\n\t\tWin 11|ARM64 = Win 11|ARM64\n"
                                                "\t\tWin 10|x64 = Win 10|x64\n\tEndGlobalSection\n"
                                                "\tGlobalSection(ProjectConfigurationPlatforms) = postSolution\n" ENTRY(
                                                    ID_A, "Win 11|x64", "Special|x64") TAIL);
    assert_false(room_read(r, "all.sln", ARCH_AMD64, PROFILE_RELEASE));
    room_expect(r, DIAG_ERROR, CODE_PRJ3013, 0);
    assert_string_equal(r->diag.entries[0].message, "all.sln has no configuration 'Release'");
    assert_string_equal(r->diag.entries[0].help,
                        "it has 'Win 11', 'Win 10': choose one by its name, --configuration 'Win 11'");
    configuration.name = "Win 11";
    assert_true(project_read(path, configuration, &r->arena, &r->set, &r->diag));
    assert_int_equal(r->set.count, 1);
    assert_string_equal(room_joined(r, r->set.items[0]->defines), "Special x64 ");
    configuration.name = "Win 10"; /* the solution has it, and builds nothing in it */
    assert_true(project_read(path, configuration, &r->arena, &r->set, &r->diag));
    assert_int_equal(r->set.count, 0);
}

static void mistakes(void **state)
{
    static const struct {
        const char *text, *code;
        unsigned line;
    } rows[] = {
        {"", "PRJ3010", 0},
        {"nonsense\n", "PRJ3010", 1},
        {HEADER "Project(\"x\") = \"a\"\n", "PRJ3010", 3},
        {HEADER PROJECT "\"no\", \"no\\no.vcxproj\", \"" ID_A
                        "\"\nEndProject\n" SECTIONS ENTRY(ID_A, "Debug|x64", "Debug|x64") TAIL,
         "PRJ1004", 3},
        {HEADER PROJECT "\"a\", \"one\\one.vcxproj\", \"" ID_A
                        "\"\nProjectSection(ProjectDependencies) = postProject\n" ID_B " = " ID_B
                        "\nEndProjectSection\nEndProject\n" PROJECT "\"b\", \"two\\two.vcxproj\", \"" ID_B
                        "\"\nProjectSection(ProjectDependencies) = postProject\n" ID_A " = " ID_A
                        "\nEndProjectSection\nEndProject\n" SECTIONS ENTRY(ID_A, "Debug|x64", "Debug|x64")
                            ENTRY(ID_B, "Debug|x64", "Debug|x64") TAIL,
         "PRJ1003", 0},
    };
    struct room *r = *state;
    program(r, "one", "Debug|x64");
    program(r, "two", "Debug|x64");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        room_file(r, "all.sln", rows[i].text);
        if (room_read(r, "all.sln", ARCH_AMD64, PROFILE_DEV))
            fail_msg("accepted: %s", rows[i].text);
        room_expect(r, DIAG_ERROR, rows[i].code, rows[i].line);
    }
}

static void what_a_path_means(void **state)
{
    struct room *r = *state;
    assert_false(room_read(r, "nowhere", ARCH_AMD64, PROFILE_DEV));
    room_expect(r, DIAG_ERROR, CODE_PRJ1001, 0);
    assert_false(room_read(r, "", ARCH_AMD64, PROFILE_DEV)); /* an empty folder */
    room_expect(r, DIAG_ERROR, CODE_PRJ1001, 0);
    room_file(r, "a.c", "");
    assert_false(room_read(r, "a.c", ARCH_AMD64, PROFILE_DEV));
    room_expect(r, DIAG_ERROR, CODE_PRJ1002, 0);
    room_file(r, "x.sln", "");
    room_file(r, "y.sln", "");
    assert_false(room_read(r, "", ARCH_AMD64, PROFILE_DEV)); /* two solutions */
    room_expect(r, DIAG_ERROR, CODE_PRJ1002, 0);
    room_file(r, "cwdk.yaml", "name: wins\n");
    assert_true(room_read(r, "", ARCH_AMD64, PROFILE_DEV));
    assert_string_equal(r->set.items[0]->name, "wins");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(order_and_mapping), ROOM_TEST(missing_configuration), ROOM_TEST(named_configuration),
        ROOM_TEST(mistakes),          ROOM_TEST(what_a_path_means),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
