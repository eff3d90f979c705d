/* What stamping changes, and that it changes nothing else. */
#include "cwdk/inf/stamp.h"
#include "tests/inf/bench.h"

static const struct inf_stamp usual = {.arch = INF_ARCH_AMD64,
                                       .date = "11/22/2026",
                                       .version = "1.2.3.4",
                                       .now = {.tv_sec = 1000000000, .tv_nsec = 7000000}};

static bool stamp(struct bench *b, const char *text, const struct inf_stamp *options, struct bytes *out)
{
    return inf_stamp("x.inf", (struct bytes){(const uint8_t *)text, strlen(text)}, options, &b->arena, out, &b->diag);
}

static void assert_stamped(struct bench *b, const char *text, const struct inf_stamp *options, const char *expected)
{
    struct bytes out;
    assert_true(stamp(b, text, options, &out));
    assert_int_equal(b->diag.count, 0);
    assert_string_equal((const char *)out.data, expected);
    assert_int_equal(out.size, strlen(expected));
}

static void driver_ver_is_replaced(void **state)
{
    assert_stamped(*state, "[Version]\n  DriverVer\t= 01/02/2003 , 5.0.0.1 ; old\nClass=x\n", &usual,
                   "[Version]\n  DriverVer\t= 11/22/2026,1.2.3.4 ; old\nClass=x\n");
}

static void an_empty_driver_ver_is_filled(void **state)
{
    assert_stamped(*state, "[Version]\r\nDriverVer = ; set by stampinf\r\n", &usual,
                   "[Version]\r\nDriverVer = 11/22/2026,1.2.3.4 ; set by stampinf\r\n");
    assert_stamped(*state, "[Version]\r\nDriverVer=\r\n", &usual, "[Version]\r\nDriverVer=11/22/2026,1.2.3.4\r\n");
}

static void a_missing_driver_ver_is_added(void **state)
{
    assert_stamped(*state, "; x\n[VERSION] ; y\nClass=x\n", &usual,
                   "; x\n[VERSION] ; y\nDriverVer = 11/22/2026,1.2.3.4\nClass=x\n");
    assert_stamped(*state, "[Version]\r\n", &usual, "[Version]\r\nDriverVer = 11/22/2026,1.2.3.4\r\n");
    assert_stamped(*state, "[Version]", &usual, "[Version]\r\nDriverVer = 11/22/2026,1.2.3.4");
}

static void another_section_can_get_it(void **state)
{
    struct inf_stamp options = usual;
    options.section = "install";
    assert_stamped(*state, "[Version]\n[Install]\n", &options,
                   "[Version]\n[Install]\nDriverVer = 11/22/2026,1.2.3.4\n");
}

static void the_clock_gives_date_and_version(void **state)
{
    struct inf_stamp options = usual;
    options.date = "*";
    options.version = NULL;
    assert_stamped(*state, "[Version]\n", &options, "[Version]\nDriverVer = 09/09/2001,1.46.40.7\n");
}

static void the_environment_stands_for_clock_and_options(void **state)
{
    struct inf_stamp options = {.date = "01/01/2020"};
    struct diag diag = {0};
    setenv("SOURCE_DATE_EPOCH", "yesterday", 1);
    assert_false(inf_stamp_environment(&options, &diag));
    assert_string_equal(diag.entries[0].code, "ENV0005");
    diag_free(&diag);
    setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
    setenv("STAMPINF_DATE", "02/02/2020", 1);
    setenv("STAMPINF_VERSION", "9.8.7.6", 1);
    assert_true(inf_stamp_environment(&options, &diag));
    unsetenv("SOURCE_DATE_EPOCH");
    unsetenv("STAMPINF_DATE");
    unsetenv("STAMPINF_VERSION");
    assert_int_equal(options.now.tv_sec, 1000000000);
    assert_int_equal(options.now.tv_nsec, 0);
    assert_string_equal(options.date, "01/01/2020");
    assert_string_equal(options.version, "9.8.7.6");
    (void)state;
}

static void the_architecture(void **state)
{
    struct inf_stamp options = usual;
    options.arch = INF_ARCH_ARM64;
    assert_stamped(*state,
                   "[Version]\nDriverVer=\n[A.NT$ARCH$.10.0]\na=NT$ARCH$,NT$ARCH$.6.1,$arch$ ; $ARCH$\nb=\";$ARCH$\"\n",
                   &options,
                   "[Version]\nDriverVer=11/22/2026,1.2.3.4\n[A.NTarm64.10.0]\na=NTarm64,NTarm64.6.1,$arch$ ; "
                   "$ARCH$\nb=\";arm64\"\n");
}

static void framework_versions(void **state)
{
    struct inf_stamp options = usual;
    options.kmdf = "1.33";
    options.umdf = "2.5.0";
    assert_stamped(*state,
                   "[Version]\nDriverVer=\n[s]\na=$KMDFVERSION$,x$KMDFCOINSTALLERVERSION$.dll\n"
                   "b=$UMDFVERSION$,x$UMDFCOINSTALLERVERSION$.dll\n",
                   &options, "[Version]\nDriverVer=11/22/2026,1.2.3.4\n[s]\na=1.33,x01033.dll\nb=2.5.0,x02005.dll\n");
}

static void the_catalog_only_where_asked(void **state)
{
    struct inf_stamp options = usual;
    assert_stamped(*state, "[Version]\nDriverVer=\nCatalogFile=a.cat\n", &options,
                   "[Version]\nDriverVer=11/22/2026,1.2.3.4\nCatalogFile=a.cat\n");
    options.default_catalog = "d.cat";
    assert_stamped(*state, "[Version]\nDriverVer=\nCatalogFile.NT=a.cat\n", &options,
                   "[Version]\nDriverVer=11/22/2026,1.2.3.4\nCatalogFile.NT=a.cat\n");
    assert_stamped(*state, "[Version]\nDriverVer=\n", &options,
                   "[Version]\nCatalogFile = d.cat\nDriverVer=11/22/2026,1.2.3.4\n");
    options.catalog = "c.cat";
    assert_stamped(*state, "[Version]\nDriverVer=\nCatalogFile=a.cat\n", &options,
                   "[Version]\nDriverVer=11/22/2026,1.2.3.4\nCatalogFile=c.cat\n");
}

static void encodings_stay(void **state)
{
    struct bench *b = *state;
    static const char utf16[] =
        "\xFF\xFE[\0V\0e\0r\0s\0i\0o\0n\0]\0\r\0\n\0;\0\x3D\xD8\x00\xDE\r\0\n\0D\0r\0i\0v\0e\0r\0V\0e\0r\0=\0";
    static const char expected[] = "\r\0\n\0D\0r\0i\0v\0e\0r\0V\0e\0r\0=\0"
                                   "1\0001\0/\0002\0002\0/\0002\0000\0002\0006\0,\0001\0.\0002\0.\0003\0.\0004\0";
    struct bytes out;
    assert_true(inf_stamp("x.inf", (struct bytes){(const uint8_t *)utf16, sizeof utf16 - 1}, &usual, &b->arena, &out,
                          &b->diag));
    assert_int_equal(out.size, sizeof utf16 - 1 + 36);
    assert_memory_equal(out.data, utf16, 20);
    assert_memory_equal(out.data + out.size - (sizeof expected - 1), expected, sizeof expected - 1);
    assert_stamped(b, "\xEF\xBB\xBF[Version]\nDriverVer=\nx=\xC3\xA4\n", &usual,
                   "\xEF\xBB\xBF[Version]\nDriverVer=11/22/2026,1.2.3.4\nx=\xC3\xA4\n");
    assert_stamped(b, "[Version]\nDriverVer=\nx=\xE4\x80\x81\xA0\xFF\n", &usual,
                   "[Version]\nDriverVer=11/22/2026,1.2.3.4\nx=\xE4\x80\x81\xA0\xFF\n");
}

static void stamping_twice_changes_nothing(void **state)
{
    struct bench *b = *state;
    struct inf_stamp options = usual;
    options.default_catalog = "d.cat";
    struct bytes once, twice;
    assert_true(stamp(b, "[Version]\r\nClass = x\r\n[a.NT$ARCH$]\r\n", &options, &once));
    assert_true(inf_stamp("x.inf", once, &options, &b->arena, &twice, &b->diag));
    assert_int_equal(once.size, twice.size);
    assert_memory_equal(once.data, twice.data, once.size);
}

static void broken_line_ends_come_out_whole(void **state)
{
    struct bench *b = *state;
    static const char text[] = "\xFF\xFE[\0V\0e\0r\0s\0i\0o\0n\0]\0\r\0\r\n\0D\0r\0i\0v\0e\0r\0V\0e\0r\0=\0";
    struct bytes out;
    assert_true(
        inf_stamp("x.inf", (struct bytes){(const uint8_t *)text, sizeof text - 1}, &usual, &b->arena, &out, &b->diag));
    assert_memory_equal(out.data, "\xFF\xFE[\0V\0e\0r\0s\0i\0o\0n\0]\0\r\0\n\0D\0", 26);
    assert_int_equal(b->diag.warnings, 1);
}

static void assert_refused(struct bench *b, const char *text, const struct inf_stamp *options, const char *code)
{
    struct bytes out;
    assert_false(stamp(b, text, options, &out));
    assert_int_equal(b->diag.errors, 1);
    assert_string_equal(b->diag.entries[0].code, code);
}

static void without_a_version_section_it_refuses(void **state)
{
    assert_refused(*state, "[Versoin]\nDriverVer=\n", &usual, CODE_INF0201);
}

static void malformed_dates_are_refused(void **state)
{
    static const char *const dates[] = {"2026-11-22", "13/01/2026", "02/29/2025", "11/22/26", "", "11/22/2026x"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct inf_stamp options = usual;
        options.date = dates[i];
        assert_refused(*state, "[Version]\n", &options, CODE_INF0202);
        diag_free(&((struct bench *)*state)->diag);
    }
}

static void malformed_versions_are_refused(void **state)
{
    static const char *const versions[] = {"1.0-rc1", "1.2.3.4.5", "65536.0.0.0", "1..2", "", "1."};
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        struct inf_stamp options = usual;
        options.version = versions[i];
        assert_refused(*state, "[Version]\n", &options, CODE_INF0203);
        diag_free(&((struct bench *)*state)->diag);
    }
}

static void malformed_framework_versions_are_refused(void **state)
{
    struct inf_stamp options = usual;
    options.kmdf = "1.33.0";
    assert_refused(*state, "[Version]\n", &options, CODE_INF0204);
}

static void a_token_without_a_value_is_refused(void **state)
{
    assert_refused(*state, "[Version]\n[s]\na = $KMDFVERSION$\nb = $KMDFVERSION$\n", &usual, CODE_INF0205);
    assert_int_equal(((struct bench *)*state)->diag.entries[0].place.line, 3);
    assert_int_equal(((struct bench *)*state)->diag.entries[0].place.column, 5);
}

static void odd_catalog_names_are_refused(void **state)
{
    struct inf_stamp options = usual;
    options.catalog = "out\\echo.cat";
    assert_refused(*state, "[Version]\n", &options, CODE_INF0206);
}

static void what_cannot_be_read_is_not_stamped(void **state)
{
    assert_refused(*state, "[Version]\na=\"b\n", &usual, CODE_INF0105);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(driver_ver_is_replaced),
        BENCH_TEST(an_empty_driver_ver_is_filled),
        BENCH_TEST(a_missing_driver_ver_is_added),
        BENCH_TEST(another_section_can_get_it),
        BENCH_TEST(the_clock_gives_date_and_version),
        cmocka_unit_test(the_environment_stands_for_clock_and_options),
        BENCH_TEST(the_architecture),
        BENCH_TEST(framework_versions),
        BENCH_TEST(the_catalog_only_where_asked),
        BENCH_TEST(encodings_stay),
        BENCH_TEST(stamping_twice_changes_nothing),
        BENCH_TEST(broken_line_ends_come_out_whole),
        BENCH_TEST(without_a_version_section_it_refuses),
        BENCH_TEST(malformed_dates_are_refused),
        BENCH_TEST(malformed_versions_are_refused),
        BENCH_TEST(malformed_framework_versions_are_refused),
        BENCH_TEST(a_token_without_a_value_is_refused),
        BENCH_TEST(odd_catalog_names_are_refused),
        BENCH_TEST(what_cannot_be_read_is_not_stamped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
