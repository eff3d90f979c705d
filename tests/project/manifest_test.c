/* cwdk.yaml: what a manifest says, and what is said about a wrong one. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "tests/project/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static bool read_text(struct room *r, const char *text)
{
    room_file(r, "cwdk.yaml", text);
    room_file(r, "a.c", "");
    return room_read(r, "", ARCH_AMD64, PROFILE_DEV);
}

static void smallest(void **state)
{
    struct room *r = *state;
    room_file(r, "src/b.c", "");
    room_file(r, "include/h.h", "");
    room_file(r, "echo.inx", "");
    room_file(r, "echo.rc", "");
    assert_true(read_text(r, "name: echo\n"));
    assert_int_equal(r->set.count, 1);
    const struct project *p = r->set.items[0];
    assert_string_equal(p->name, "echo");
    assert_string_equal(p->target_name, "echo");
    assert_string_equal(p->target_extension, ".sys");
    assert_int_equal(p->kind, PROJECT_DRIVER);
    assert_int_equal(p->model, MODEL_KMDF);
    assert_true(p->kernel_mode);
    assert_int_equal(p->framework_major, 1);
    assert_int_equal(p->framework_minor, 33);
    assert_int_equal(p->platform, PLATFORM_UNIVERSAL);
    assert_string_equal(room_sources(r, p), "a.c src/b.c");
    assert_string_equal(room_joined(r, p->infs), "echo.inx");
    assert_string_equal(room_joined(r, p->resources), "echo.rc");
    assert_string_equal(room_joined(r, p->includes), "include");
    assert_string_equal(r->set.root, r->folder);
}

static void layers(void **state)
{
    struct room *r = *state;
    static const char text[] = "name: echo\n"
                               "defines: [ALL]\n"
                               "warnings: {level: 3}\n"
                               "profiles:\n"
                               "  dev: {defines: [DEV]}\n"
                               "  release:\n"
                               "    defines: REL=1\n"
                               "    warnings: {level: 4, as-errors: true}\n"
                               "arch:\n"
                               "  arm64: {defines: [ARM], sources: [arm.c]}\n"
                               "sources: [a.c]\n";
    room_file(r, "arm.c", "");
    assert_true(read_text(r, text));
    assert_string_equal(room_joined(r, r->set.items[0]->defines), "ALL DEV");
    assert_string_equal(r->set.items[0]->warning_level, "3");
    assert_true(room_read(r, "cwdk.yaml", ARCH_ARM64, PROFILE_RELEASE));
    assert_string_equal(room_joined(r, r->set.items[0]->defines), "ALL REL=1 ARM");
    assert_string_equal(room_sources(r, r->set.items[0]), "a.c arm.c");
    assert_string_equal(r->set.items[0]->warning_level, "4");
    assert_true(r->set.items[0]->warnings_as_errors);
}

static void patterns(void **state)
{
    struct room *r = *state;
    room_file(r, "x/b.c", "");
    room_file(r, "x/y/c.c", "");
    room_file(r, "x/y/d_test.c", "");
    room_file(r, "x/.hidden/e.c", "");
    room_file(r, "x/target/f.c", "");
    room_file(r, "target/g.c", "");
    assert_true(read_text(r, "name: echo\nsources: [\"**/*.c\", \"!**/*_test.c\", a.c]\n"));
    assert_string_equal(room_sources(r, r->set.items[0]), "a.c x/b.c x/target/f.c x/y/c.c");
}

static void depends_come_first(void **state)
{
    struct room *r = *state;
    room_file(r, "lib/cwdk.yaml", "name: helper\nkind: library\n");
    room_file(r, "lib/h.c", "");
    room_file(r, "app/cwdk.yaml", "name: tool\nkind: program\n");
    room_file(r, "app/t.cpp", "");
    assert_true(read_text(r, "name: echo\ndepends: [lib, app/cwdk.yaml]\n"));
    assert_int_equal(r->set.count, 3);
    assert_string_equal(r->set.items[0]->name, "helper");
    assert_true(r->set.items[0]->kernel_mode);
    assert_string_equal(r->set.items[1]->target_extension, ".exe");
    assert_false(r->set.items[1]->kernel_mode);
    assert_string_equal(r->set.items[2]->name, "echo");
    assert_int_equal(r->set.items[2]->reference_count, 2);
}

static void circle(void **state)
{
    struct room *r = *state;
    room_file(r, "lib/cwdk.yaml", "name: helper\nkind: library\ndepends: [..]\n");
    room_file(r, "lib/h.c", "");
    assert_false(read_text(r, "name: echo\ndepends: [lib]\n"));
    room_expect(r, DIAG_ERROR, CODE_PRJ1003, 3);
}

static void tracing(void **state)
{
    struct room *r = *state;
    room_file(r, "trace.h", "");
    room_file(r, "b.c", "");
    assert_true(read_text(r, "name: echo\nwpp: {functions: [\"T(LEVEL,MSG,...)\"], scan: trace.h, sources: b.c}\n"));
    assert_null(r->set.items[0]->sources[0].wpp);
    const char *scan = arena_format(&r->arena, "--kernel --function=T(LEVEL,MSG,...) --scan=%s/trace.h", r->folder);
    assert_string_equal(room_joined(r, r->set.items[0]->sources[1].wpp), scan);
}

/* Each text, the code it gets, and the line. */
static const struct {
    const char *text, *code;
    unsigned line;
    const char *help;
} wrong[] = {
    {"name: [", "PRJ2001", 0, NULL},
    {"name: a\n\tb: c\n", "PRJ2001", 0, NULL},
    {"name: a\nsorces: [a.c]\n", "PRJ2004", 2, "did you mean 'sources'?"},
    {"name: a\nzzzzzzzzzz: 1\n", "PRJ2004", 2, "docs/manifest.md lists the keys"},
    {"name: a\nprofiles: {dev: {name: b}}\n", "PRJ2004", 2, NULL},
    {"name: a\nprofiles: {debug: {}}\n", "PRJ2004", 2, "the profiles are dev and release"},
    {"name: a\narch: {x64: {}}\n", "PRJ2004", 2, "the architectures are amd64 and arm64"},
    {"name: a\nname: b\n", "PRJ2003", 2, "the first is in line 1; keep one of them"},
    {"name: a\ndefines: &x [A]\n", "PRJ2005", 2, NULL},
    {"name: a\ndefines: [*x]\n", "PRJ2005", 2, NULL},
    {"name: !!str a\n", "PRJ2005", 1, NULL},
    {"name: a\n---\nname: b\n", "PRJ2005", 2, NULL},
    {"[a]: b\n", "PRJ2005", 1, NULL},
    {"name: a\ndefines: {A: 1}\n", "PRJ2006", 2, NULL},
    {"name: {a: b}\n", "PRJ2006", 1, NULL},
    {"- a\n", "PRJ2006", 1, NULL},
    {"name: 1a\n", "PRJ2007", 1, NULL},
    {"name: a\nkind: dryver\n", "PRJ2007", 2, NULL},
    {"name: a\nversion: 1.0\n", "PRJ2007", 2, NULL},
    {"name: a\nversion: 1.0.0.65536\n", "PRJ2007", 2, NULL},
    {"name: a\nversion: 1.0.0.0.0\n", "PRJ2007", 2, NULL},
    {"name: a\nwarnings: {level: 5}\n", "PRJ2007", 2, NULL},
    {"name: a\nkmdf: \"1.30\"\n", "PRJ1006", 2, "expected one of 1.15, 1.17, 1.19, 1.21, 1.23, 1.25, 1.27, 1.31, 1.33"},
    {"name: a\nkmdf: 1.33x\n", "PRJ1006", 2, NULL},
    {"name: a\nmodel: umdf\numdf: 1.11\n", "PRJ1006", 3, NULL},
    {"name: a\nmodel: wdm\nkmdf: 1.33\n", "PRJ2008", 3, NULL},
    {"kind: driver\n", "PRJ2008", 1, NULL},
    {"", "PRJ2008", 1, NULL},
    {"name: a\nsources: [cwdk.yaml]\n", "PRJ2007", 2, NULL},
    {"name: a\nsources: [b.c]\n", "PRJ1005", 2, NULL},
    {"name: a\nsources: [\"x*.c\"]\n", "PRJ1005", 2, NULL},
    {"name: a\ninf: b.inx\n", "PRJ1005", 2, NULL},
    {"name: a\ndepends: [../nowhere]\n", "PRJ1004", 2, NULL},
    {"name: a\ncatalog: x/y.cat\n", "PRJ2007", 2, NULL},
    {"name: a\nntddi: NTDDI_WIN95\n", "PRJ2007", 2, NULL},
    {"name: a\nprovider: \"\\xff\"\ndescription: \xff\n", "PRJ2002", 3, NULL},
    {"name: a\nprovider: \"a\\0b\"\n", "PRJ2005", 2, NULL},
};

static void mistakes(void **state)
{
    struct room *r = *state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        if (read_text(r, wrong[i].text))
            fail_msg("accepted: %s", wrong[i].text);
        room_expect(r, DIAG_ERROR, wrong[i].code, wrong[i].line);
        const struct diag_entry *entry = &r->diag.entries[r->diag.count - 1];
        if (wrong[i].help)
            assert_string_equal(entry->help, wrong[i].help);
    }
}

static void hostile(void **state)
{
    struct room *r = *state;
    const size_t size = (size_t)10 * 1024 * 1024;
    char *big = arena_alloc(&r->arena, size + 1);
    memset(big, 'a', size);
    assert_false(read_text(r, big));
    room_expect(r, DIAG_ERROR, CODE_PRJ2005, 0);

    memset(big, '[', 5000);
    big[5000] = 0;
    assert_false(read_text(r, big));

    const char *many = "a";
    for (int i = 0; i < 14; i++)
        many = arena_format(&r->arena, "%s, %s", many, many);
    many = arena_format(&r->arena, "name: a\ndefines: [%s]\n", many);
    assert_false(read_text(r, many));
    room_expect(r, DIAG_ERROR, CODE_PRJ2005, 2);
}

static void names(void **state)
{
    (void)state;
    enum arch arch;
    assert_true(project_name_valid("echo-2_x"));
    assert_false(project_name_valid(""));
    assert_false(project_name_valid("2echo"));
    assert_false(project_name_valid("-x"));
    assert_false(project_name_valid("a b"));
    assert_false(project_name_valid("a.b"));
    assert_false(project_name_valid("\xc3\xa9"));
    assert_true(arch_parse("AArch64", &arch));
    assert_int_equal(arch, ARCH_ARM64);
    assert_false(arch_parse("x86", &arch));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(smallest), ROOM_TEST(layers),   ROOM_TEST(patterns), ROOM_TEST(depends_come_first), ROOM_TEST(circle),
        ROOM_TEST(tracing),  ROOM_TEST(mistakes), ROOM_TEST(hostile),  cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
