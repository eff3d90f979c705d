/* Windows versions, framework versions, and the table of exports. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/inspect/exports.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void versions_parse(void **state)
{
    (void)state;
    struct windows_version v;
    char text[WINDOWS_VERSION_TEXT];
    assert_true(windows_version_parse("10.0.19041", &v));
    assert_int_equal(v.build, 19041);
    assert_string_equal(windows_version_format(v, text), "10.0.19041");
    assert_true(windows_version_parse("6.1", &v));
    assert_int_equal(v.build, 0);
    static const char *const malformed[] = {"", "10", "10.", "10.0.", "10.0.x", "10.0.1.2", "a.b.c", "10.0.19041 "};
    for (size_t i = 0; i < sizeof malformed / sizeof *malformed; i++)
        assert_false(windows_version_parse(malformed[i], &v));
}

static void versions_have_names(void **state)
{
    (void)state;
    assert_string_equal(windows_version_name((struct windows_version){10, 0, 19041}), "Windows 10, version 2004");
    assert_string_equal(windows_version_name((struct windows_version){10, 0, 20000}), "Windows 10, version 22H2");
    assert_string_equal(windows_version_name((struct windows_version){10, 0, 99999}), "Windows 11, version 24H2");
    assert_string_equal(windows_version_name((struct windows_version){10, 0, 0}), "Windows 10, version 1507");
    assert_string_equal(windows_version_name((struct windows_version){6, 1, 0}), "Windows 7");
    assert_string_equal(windows_version_name((struct windows_version){0}), "any Windows");
    assert_int_equal(windows_version_first((struct windows_version){6, 3, 0}).build, 9600);
    assert_int_equal(windows_version_first((struct windows_version){10, 0, 17763}).build, 17763);
}

static void frameworks_by_the_documentation(void **state)
{
    (void)state;
    struct windows_version v;
    unsigned major, minor;
    assert_true(framework_since(FRAMEWORK_KMDF, 1, 33, &v));
    assert_int_equal(v.build, 20348);
    assert_true(framework_since(FRAMEWORK_UMDF, 2, 27, &v));
    assert_int_equal(v.build, 17763);
    assert_true(framework_since(FRAMEWORK_KMDF, 1, 11, &v));
    assert_int_equal(v.major, 6);
    assert_false(framework_since(FRAMEWORK_KMDF, 1, 34, &v));
    assert_false(framework_since(FRAMEWORK_NONE, 1, 33, &v));
    assert_true(framework_newest(FRAMEWORK_KMDF, (struct windows_version){10, 0, 18363}, &major, &minor));
    assert_int_equal(minor, 29);
    assert_false(framework_newest(FRAMEWORK_UMDF, (struct windows_version){5, 0, 2195}, &major, &minor));
}

static bool read_table(const char *text, struct arena *a, struct export_table *table, struct diag *d)
{
    char path[] = "/tmp/cwdk-exports-XXXXXX";
    close(mkstemp(path));
    assert_true(file_write(path, text, strlen(text), 0644, d));
    const bool ok = export_table_read_file(path, a, table, d);
    unlink(path);
    return ok;
}

static void exports_are_found(void **state)
{
    (void)state;
    struct arena a = {0};
    struct diag d = {0};
    struct export_table table;
    assert_true(read_table("module\texport\tarch\tsince\theader\n"
                           "ntoskrnl.exe\tZwClose\t*\t\twdm.h\n"
                           "ntoskrnl.exe\tExAllocatePool2\t*\t10.0.19041\twdm.h\n"
                           "hal.dll\tHalOnlyThere\tarm64\t10.0.16299\thal.h\n"
                           "ntoskrnl.exe\tBoth\tamd64\t6.1.7600\tx.h\n"
                           "ntoskrnl.exe\tBoth\tarm64\t10.0.16299\tx.h\n",
                           &a, &table, &d));
    assert_int_equal(table.count, 5);
    assert_int_equal(export_find(&table, "NTOSKRNL.EXE", "ExAllocatePool2", "amd64")->since.build, 19041);
    assert_null(export_find(&table, "ntoskrnl.exe", "exallocatepool2", "amd64"));
    assert_int_equal(export_find(&table, "ntoskrnl.exe", "ZwClose", "arm64")->since.major, 0);
    assert_null(export_find(&table, "hal.dll", "HalOnlyThere", "amd64"));
    assert_non_null(export_find(&table, "hal.dll", "HalOnlyThere", "arm64"));
    assert_int_equal(export_find(&table, "ntoskrnl.exe", "Both", "arm64")->since.build, 16299);
    assert_true(export_module_known(&table, "HAL.dll"));
    assert_false(export_module_known(&table, "hal"));
    assert_false(export_module_known(&table, "zzz.sys"));
    diag_free(&d);
    arena_free(&a);
}

static void malformed_tables_are_refused(void **state)
{
    (void)state;
    static const char *const tables[] = {"ntoskrnl.exe\tOne\n", "m\te\t*\tyesterday\th\n", "no tabs at all\n"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct arena a = {0};
        struct diag d = {0};
        struct export_table table;
        assert_false(read_table(tables[i], &a, &table, &d));
        assert_string_equal(d.entries[0].code, CODE_PKG4001);
        assert_int_equal(d.entries[0].place.line, 1);
        diag_free(&d);
        arena_free(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(versions_parse),
        cmocka_unit_test(versions_have_names),
        cmocka_unit_test(frameworks_by_the_documentation),
        cmocka_unit_test(exports_are_found),
        cmocka_unit_test(malformed_tables_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
