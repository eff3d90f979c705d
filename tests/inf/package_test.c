/* What an INF says about its package: systems, models, install sections, files, catalogs, versions. */
#include "tests/inf/bench.h"

#include <strings.h>

static const struct inf_target windows_10 = {INF_ARCH_AMD64, {10, 0, 19045}, 1, 0x100};

/* ---- Decorations ---- */

static void decorations(void **state)
{
    struct inf_decoration d;
    (void)state;
    assert_true(inf_decoration_parse("NTamd64.10.0...22000", &d));
    assert_int_equal(d.arch, INF_ARCH_AMD64);
    assert_true(d.has_version);
    assert_int_equal(d.version.major, 10);
    assert_int_equal(d.version.minor, 0);
    assert_int_equal(d.version.build, 22000);
    assert_true(inf_decoration_parse("ntx86.5.1.0x2.0x80", &d));
    assert_int_equal(d.product_type, 2);
    assert_int_equal(d.suite_mask, 0x80);
    assert_true(inf_decoration_parse("NT....0x80", &d));
    assert_false(d.has_version);
    assert_true(inf_decoration_parse("NT", &d));
    assert_int_equal(d.arch, INF_ARCH_NONE);
    assert_false(inf_decoration_parse("amd64", &d));
    assert_false(inf_decoration_parse("NTamd65", &d));
    assert_false(inf_decoration_parse("NTamd64.x", &d));
    assert_false(inf_decoration_parse("NTamd64.10.0....22000.1", &d));
    assert_false(inf_decoration_parse("NTamd64...1", &d) && d.version.minor);
    assert_false(inf_decoration_parse("NTamd64.99999999999", &d));
}

static bool applies(const char *text, const struct inf_target *target)
{
    struct inf_decoration d;
    assert_true(inf_decoration_parse(text, &d));
    return inf_decoration_applies(&d, target);
}

static void decorations_apply_from_their_version_on(void **state)
{
    (void)state;
    assert_true(applies("NTamd64.10.0...19041", &windows_10));
    assert_false(applies("NTamd64.10.0...22000", &windows_10));
    assert_true(applies("NTamd64.6.3", &windows_10));
    assert_false(applies("NTarm64", &windows_10));
    assert_true(applies("NT.10.0.1", &windows_10));
    assert_false(applies("NT.10.0.3", &windows_10));
    assert_true(applies("NT....0x100", &windows_10));
    assert_false(applies("NT....0x180", &windows_10));
    /* the build counts only within its own version */
    const struct inf_target later = {INF_ARCH_AMD64, {11, 0, 100}, 1, 0};
    assert_true(applies("NTamd64.10.0...22000", &later));
}

/* The closest of those that apply. */
static const char *closest(const char *const *decorations, const struct inf_target *target)
{
    struct inf_decoration best = {.text = ""}, d;
    bool any = false;
    for (; *decorations; decorations++) {
        assert_true(inf_decoration_parse(*decorations, &d));
        if (!inf_decoration_applies(&d, target) || (any && inf_decoration_compare(&d, &best) <= 0))
            continue;
        best = d;
        any = true;
    }
    return best.text;
}
#define CLOSEST(target, ...) closest((const char *const[]){__VA_ARGS__, NULL}, target)

static void the_closest_decoration_is_taken(void **state)
{
    (void)state;
    /* the two cases of the public documentation: Windows XP, with and without the data centre suite */
    const struct inf_target xp = {INF_ARCH_X86, {5, 1, 2600}, 1, 0};
    const struct inf_target data_centre = {INF_ARCH_X86, {5, 1, 2600}, 3, 0x80};
    assert_string_equal(CLOSEST(&xp, "NT", "NT.5", "NT.5.5", "NT....0x80"), "NT.5");
    assert_string_equal(CLOSEST(&data_centre, "NT", "NT.5", "NT.5.5", "NT....0x80"), "NT.5");
    assert_string_equal(CLOSEST(&data_centre, "NTx86....0x80", "NTamd64"), "NTx86....0x80");
    assert_string_equal(CLOSEST(&windows_10, "NTx86....0x80", "NTamd64"), "NTamd64");
    assert_string_equal(CLOSEST(&windows_10, "NTamd64", "NTamd64.10.0...19041", "NTamd64.10.0...22000"),
                        "NTamd64.10.0...19041");
    assert_string_equal(CLOSEST(&windows_10, "NTx86", "NTarm64"), "");
}

static void lowest_version(void **state)
{
    struct bench *b = *state;
    struct inf *inf = PARSE(b, "[Manufacturer]\nm=M,NTamd64.10.0...19041,NTamd64.10.0...17763,NTarm64.10.0...22000\n"
                               "[M.NTamd64.10.0...19041]\na=b,c\n[M.NTamd64.10.0...17763]\na=b,c\n"
                               "[M.NTarm64.10.0...22000]\na=b,c\n");
    struct inf_version version;
    assert_true(inf_lowest_version(inf, INF_ARCH_AMD64, &version));
    assert_int_equal(version.build, 17763);
    assert_true(inf_lowest_version(inf, INF_ARCH_ARM64, &version));
    assert_int_equal(version.build, 22000);
    assert_false(inf_lowest_version(inf, INF_ARCH_X86, &version));
    inf = PARSE(b, "[DefaultInstall.NTamd64]\n[DefaultInstall.NTamd64.10.0...25952]\n");
    assert_true(inf_lowest_version(inf, INF_ARCH_AMD64, &version));
    assert_int_equal(version.major, 0);
}

static void an_empty_models_section_serves_nothing(void **state)
{
    struct bench *b = *state;
    struct inf *inf =
        PARSE(b, "[Manufacturer]\nm=M,NTamd64.6.1,NTamd64.10.0\n[M.NTamd64.6.1]\n[M.NTamd64.10.0]\na=b,c\n");
    struct inf_version version;
    assert_true(inf_lowest_version(inf, INF_ARCH_AMD64, &version));
    assert_int_equal(version.major, 10);
}

/* ---- Devices and install sections ---- */

static void devices_with_their_ids(void **state)
{
    struct bench *b = *state;
    struct inf *inf =
        PARSE(b, "[Manufacturer]\n%m%=M,NTamd64\nn=N,NTarm64\n[M.NTamd64]\n%d% = I, PCI\\VEN_1, PCI\\CC_2, PCI\\CC_3\n"
                 "[N.NTarm64]\nx=J,USB\\VID_1\n[Strings]\nm=Maker\nd=Device\n");
    size_t count;
    const struct inf_device *devices = inf_devices(inf, INF_ARCH_AMD64, &b->arena, &count);
    assert_int_equal(count, 1);
    assert_string_equal(devices[0].description, "Device");
    assert_string_equal(devices[0].install, "I");
    assert_string_equal(devices[0].hardware_id, "PCI\\VEN_1");
    assert_string_equal(devices[0].compatible_ids[1], "PCI\\CC_3");
    assert_null(devices[0].compatible_ids[2]);
    assert_string_equal(devices[0].models->section_name, "M.NTamd64");
    inf_devices(inf, INF_ARCH_NONE, &b->arena, &count);
    assert_int_equal(count, 2);
}

static void install_sections_by_architecture(void **state)
{
    struct inf *inf =
        PARSE(*state, "[I]\n[I.NT]\n[I.NTamd64]\n[J]\n[J.nt]\n[K]\n[L.NTamd64.10.0...19041]\n[L.NTamd64]\n"
                      "[L.NTamd64.10.0...25952]\n");
    assert_string_equal(inf_install_section(inf, "i", &windows_10)->name, "I.NTamd64");
    assert_string_equal(inf_install_section(inf, "J", &windows_10)->name, "J.nt");
    assert_string_equal(inf_install_section(inf, "K", &windows_10)->name, "K");
    assert_string_equal(inf_install_section(inf, "L", &windows_10)->name, "L.NTamd64.10.0...19041");
    assert_null(inf_install_section(inf, "M", &windows_10));
}

/* ---- Files ---- */

static const char package[] = "[Manufacturer]\nm=M,NTamd64,NTarm64\n[M.NTamd64]\nd=I,x\n[M.NTarm64]\nd=I,x\n"
                              "[I.NT]\nCopyFiles=List, @extra.dll\nCopyINF=second.inf\nNeeds=More\n"
                              "[I.NT.Interfaces]\nAddInterface={0},,Face\n[Face]\nCopyFiles=@face.dll\n"
                              "[I.NTx86]\nCopyFiles=@never.dll\n"
                              "[More]\nCopyFiles=List2\n[List]\na.sys,,,2\nb.dll,b_%x%.dll\n[List2]\nA.SYS\n"
                              "[SourceDisksNames]\n1=d,,,\\bin\n2=e\n[SourceDisksNames.arm64]\n1=d,,,.\\arm\n"
                              "[SourceDisksFiles]\na.sys=1\nextra.dll=2,one\\two\nface.dll=2\n"
                              "[SourceDisksFiles.amd64]\nb_y.dll=1,x64\n"
                              "[DestinationDirs]\nList=13,sub\nDefaultDestDir=11\n[Strings]\nx=y\n";

static const struct inf_file *file_called(const struct inf_file *files, size_t count, const char *source)
{
    for (size_t i = 0; i < count; i++)
        if (inf_same(files[i].source, source))
            return &files[i];
    fail_msg("%s is not in the list", source);
    return NULL;
}

static void files_with_source_and_destination(void **state)
{
    struct bench *b = *state;
    struct inf *inf = bench_parse(b, package, sizeof package - 1);
    size_t count;
    const struct inf_file *files = inf_files(inf, INF_ARCH_AMD64, &b->arena, &count);
    assert_int_equal(count, 5);
    const struct inf_file *file = file_called(files, count, "a.sys");
    assert_string_equal(file->path, "bin/a.sys");
    assert_int_equal(file->dirid, 13);
    assert_string_equal(file->subdir, "sub");
    assert_true(file->listed);
    file = file_called(files, count, "b_y.dll");
    assert_string_equal(file->path, "bin/x64/b_y.dll");
    assert_string_equal(file->folder, "bin/x64");
    assert_string_equal(file->target, "b.dll");
    file = file_called(files, count, "extra.dll");
    assert_string_equal(file->path, "one/two/extra.dll");
    assert_int_equal(file->dirid, 11);
    file = file_called(files, count, "second.inf");
    assert_string_equal(file->path, "second.inf");
    assert_false(file->listed);
    file_called(files, count, "face.dll");
}

static void files_differ_by_architecture(void **state)
{
    struct bench *b = *state;
    struct inf *inf = bench_parse(b, package, sizeof package - 1);
    size_t count;
    const struct inf_file *files = inf_files(inf, INF_ARCH_ARM64, &b->arena, &count);
    assert_string_equal(file_called(files, count, "a.sys")->path, "arm/a.sys");
    assert_false(file_called(files, count, "b_y.dll")->listed);
}

static void files_are_sorted_and_once(void **state)
{
    struct bench *b = *state;
    struct inf *inf = bench_parse(b, package, sizeof package - 1);
    size_t count;
    const struct inf_file *files = inf_files(inf, INF_ARCH_AMD64, &b->arena, &count);
    for (size_t i = 1; i < count; i++)
        assert_true(strcasecmp(files[i - 1].path, files[i].path) < 0);
}

static void needs_in_a_circle_end(void **state)
{
    struct bench *b = *state;
    struct inf *inf =
        PARSE(b, "[DefaultInstall.NTamd64]\nNeeds=A\n[A]\nNeeds=B\nCopyFiles=@a\n[B]\nNeeds=A,B\nCopyFiles=@b\n");
    size_t count;
    inf_files(inf, INF_ARCH_AMD64, &b->arena, &count);
    assert_int_equal(count, 2);
}

/* ---- [Version] ---- */

static void catalogs_by_architecture(void **state)
{
    struct bench *b = *state;
    struct inf *inf =
        PARSE(b, "[Version]\nCatalogFile=a.cat\nCatalogFile.NTamd64=b.cat\nCatalogFile.NT=\nCatalogFiles=c\n");
    size_t count;
    const struct inf_catalog *catalogs = inf_catalogs(inf, &b->arena, &count);
    assert_int_equal(count, 3);
    assert_string_equal(catalogs[1].decoration, "NTamd64");
    assert_string_equal(inf_catalog_for(inf, INF_ARCH_AMD64), "b.cat");
    assert_null(inf_catalog_for(inf, INF_ARCH_ARM64)); /* the decorated one counts, and is empty */
    inf = PARSE(b, "[Version]\nCatalogFile=a.cat\n");
    assert_string_equal(inf_catalog_for(inf, INF_ARCH_ARM64), "a.cat");
}

static void driver_versions(void **state)
{
    struct bench *b = *state;
    struct inf_driver_ver ver;
    struct inf *inf = PARSE(b, "[Version]\nDriverVer = 02/29/2024 , 1.2.3\nDriverVer.NTarm64=2-1-2024\n");
    assert_true(inf_driver_ver(inf, INF_ARCH_AMD64, &ver));
    assert_int_equal(ver.month, 2);
    assert_int_equal(ver.day, 29);
    assert_int_equal(ver.year, 2024);
    assert_int_equal(ver.version[2], 3);
    assert_int_equal(ver.version[3], 0);
    assert_true(inf_driver_ver(inf, INF_ARCH_ARM64, &ver));
    assert_false(ver.has_version);
    assert_false(inf_date_parse("02/29/2023", &ver));
    assert_false(inf_date_parse("2/1/24", &ver));
    assert_false(inf_date_parse("00/01/2024", &ver));
    assert_false(inf_driver_ver(PARSE(b, "[Version]\n"), INF_ARCH_AMD64, &ver));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decorations),
        cmocka_unit_test(decorations_apply_from_their_version_on),
        BENCH_TEST(the_closest_decoration_is_taken),
        BENCH_TEST(lowest_version),
        BENCH_TEST(an_empty_models_section_serves_nothing),
        BENCH_TEST(devices_with_their_ids),
        BENCH_TEST(install_sections_by_architecture),
        BENCH_TEST(files_with_source_and_destination),
        BENCH_TEST(files_differ_by_architecture),
        BENCH_TEST(files_are_sorted_and_once),
        BENCH_TEST(needs_in_a_circle_end),
        BENCH_TEST(catalogs_by_architecture),
        BENCH_TEST(driver_versions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
