/*
 * Microsoft's public driver samples, where CWDK_SAMPLES names their folder: every .vcxproj is read, and four folders
 * are compared with what their XML says. The rows were written down by hand from the XML, for Debug|x64.
 */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "tests/project/room.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const struct {
    const char *folder, *name, *target;
    enum project_kind kind;
    enum driver_model model;
    const char *sources, *defines, *includes, *libraries, *resources, *infs, *level, *trace;
} rows[] = {
    {"general/echo/kmdf", "echoapp", "echoapp.exe", PROJECT_PROGRAM, MODEL_NONE, "exe/echoapp.cpp", "UNICODE _UNICODE",
     "", "mincore.lib", "", "", NULL, NULL},
    {"general/echo/kmdf", "echo", "echo.sys", PROJECT_DRIVER, MODEL_KMDF,
     "driver/AutoSync/device.c driver/AutoSync/driver.c driver/AutoSync/queue.c", "", "exe", "", "",
     "driver/AutoSync/echo.inx", NULL, NULL},
    {"general/echo/kmdf", "echo_2", "echo_2.sys", PROJECT_DRIVER, MODEL_KMDF,
     "driver/DriverSync/device.c driver/DriverSync/driver.c driver/DriverSync/queue.c", "", "exe inc", "", "",
     "driver/DriverSync/echo_2.inx", NULL, NULL},
    {"general/ioctl/wdm", "ioctlapp", "ioctlapp.exe", PROJECT_PROGRAM, MODEL_NONE, "exe/install.c exe/testapp.c", "",
     ".", "", "", "", "4", NULL},
    {"general/ioctl/wdm", "sioctl", "sioctl.sys", PROJECT_DRIVER, MODEL_WDM, "sys/sioctl.c", "", "", "",
     "sys/sioctl.rc", "", "4", NULL},
    {"general/ioctl/kmdf", "nonpnpapp", "nonpnpapp.exe", PROJECT_PROGRAM, MODEL_NONE, "exe/testapp.c exe/install.c", "",
     "sys", "setupapi.lib user32.lib", "", "", NULL, "--user"},
    {"general/ioctl/kmdf", "nonpnp", "nonpnp.sys", PROJECT_DRIVER, MODEL_KMDF, "sys/nonpnp.c",
     "_WIN2K_COMPAT_SLIST_USAGE", ".", "ntstrsafe.lib wdmsec.lib", "sys/nonpnp.rc", "", NULL,
     "--kernel --function=TraceEvents(LEVEL,FLAGS,MSG,...) --function=Hexdump((LEVEL,FLAGS,MSG,...))"},
    {"general/event", "exe-event", "event.exe", PROJECT_PROGRAM, MODEL_NONE, "exe/eventtest.c exe/install.c", "", "wdm",
     "", "", "", "4", NULL},
    {"general/event", "wdm-event", "event.sys", PROJECT_DRIVER, MODEL_WDM, "wdm/event.c",
     "POOL_NX_OPTIN POOL_ZERO_DOWN_LEVEL_SUPPORT POOL_NX_OPTIN=1 POOL_NX_OPTIN=1", "", "", "wdm/event.rc", "", "4",
     NULL},
};

static const char *samples(void)
{
    const char *folder = getenv("CWDK_SAMPLES");
    return folder && path_is_folder(folder) ? folder : NULL;
}

/* A list with the folder taken off its paths. */
static const char *below(struct room *r, const char *folder, const char *const *list)
{
    const char *text = "";
    const size_t length = strlen(folder);
    for (; *list; list++) {
        const char *item = *list;
        if (!strcmp(item, folder))
            item = ".";
        else if (!strncmp(item, folder, length) && item[length] == '/')
            item += length + 1;
        text = arena_format(&r->arena, "%s%s%s", text, *text ? " " : "", item);
    }
    return text;
}

static void four_folders(void **state)
{
    struct room *r = *state;
    if (!samples())
        skip();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *folder = path_absolute(&r->arena, path_join(&r->arena, samples(), rows[i].folder));
        assert_true(project_read(folder, (struct project_configuration){.arch = ARCH_AMD64, .profile = PROFILE_DEV},
                                 &r->arena, &r->set, &r->diag));
        const struct project *p = room_project(r, rows[i].name);
        const char **sources = arena_array(&r->arena, p->source_count + 1, sizeof *sources);
        for (size_t k = 0; k < p->source_count; k++) {
            sources[k] = p->sources[k].path;
            assert_true(path_is_file(sources[k]));
            assert_null(p->sources[k].defines[0]);
            assert_null(p->sources[k].includes[0]);
            assert_null(p->sources[k].options[0]);
            if (rows[i].trace)
                assert_string_equal(room_joined(r, p->sources[k].wpp), rows[i].trace);
            else
                assert_null(p->sources[k].wpp);
        }
        assert_string_equal(arena_format(&r->arena, "%s%s", p->target_name, p->target_extension), rows[i].target);
        assert_int_equal(p->kind, rows[i].kind);
        assert_int_equal(p->model, rows[i].model);
        assert_int_equal(p->kernel_mode, rows[i].kind == PROJECT_DRIVER);
        assert_int_equal(p->platform, PLATFORM_WINDOWS);
        assert_string_equal(below(r, folder, sources), rows[i].sources);
        assert_string_equal(below(r, folder, p->defines), rows[i].defines);
        assert_string_equal(below(r, folder, p->includes), rows[i].includes);
        assert_string_equal(below(r, folder, p->libraries), rows[i].libraries);
        assert_string_equal(below(r, folder, p->resources), rows[i].resources);
        assert_string_equal(below(r, folder, p->infs), rows[i].infs);
        assert_null(p->options[0]);
        assert_null(p->link_options[0]);
        assert_null(p->entry_point);
        assert_false(p->exceptions_cxx);
        assert_int_equal(p->warnings_as_errors, rows[i].level != NULL);
        if (rows[i].level)
            assert_string_equal(p->warning_level, rows[i].level);
        else
            assert_null(p->warning_level);
        if (p->model == MODEL_KMDF)
            assert_int_equal(p->framework_minor, 33);
    }
    assert_int_equal(r->diag.count, 0); /* nothing was left that is not understood */
}

static struct {
    struct room *room;
    size_t read, refused;
    double slowest;
} all;

/* Two projects want UMDF 2.35, which there is no stub for; every other one must be read, with files that exist. */
static int read_one(const char *path, const struct stat *info, int type, struct FTW *where)
{
    (void)info;
    (void)where;
    if (type != FTW_F || strcmp(path_extension(path), ".vcxproj") != 0)
        return 0;
    struct arena a = {0};
    struct diag d = {0};
    struct project_set set = {0};
    struct timespec from, to;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    const bool ok =
        project_read(path, (struct project_configuration){.arch = ARCH_AMD64, .profile = PROFILE_DEV}, &a, &set, &d);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    const double took = (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
    all.slowest = took > all.slowest ? took : all.slowest;
    all.read++;
    if (!ok) {
        all.refused++;
        if (strcmp(d.entries[d.count - 1].code, CODE_PRJ1006) != 0)
            fail_msg("%s: %s", path, d.entries[d.count - 1].message);
    }
    for (size_t i = 0; ok && i < set.count; i++) {
        const struct project *p = set.items[i];
        if (!*p->target_name || !*p->target_extension || (p->kind == PROJECT_DRIVER && !p->source_count))
            fail_msg("%s: %s%s from %zu sources", path, p->target_name, p->target_extension, p->source_count);
        for (size_t k = 0; k < p->source_count; k++)
            assert_true(path_is_file(p->sources[k].path));
        for (const char **define = p->defines; *define; define++)
            if (strpbrk(*define, "$%;") || !**define)
                fail_msg("%s: define %s", path, *define);
        for (const char **include = p->includes; *include; include++)
            if (strpbrk(*include, "$%;\\") || **include != '/' || strstr(*include, "<kit>"))
                fail_msg("%s: include %s", path, *include);
    }
    diag_free(&d);
    arena_free(&a);
    return 0;
}

static void every_project(void **state)
{
    all.room = *state;
    if (!samples())
        skip();
    assert_int_equal(nftw(samples(), read_one, 32, FTW_PHYS), 0);
    print_message("# %zu projects, %zu refused, the slowest took %.2f ms\n", all.read, all.refused, all.slowest);
    assert_true(all.read > 200);
    assert_true(all.refused <= 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {ROOM_TEST(four_folders), ROOM_TEST(every_project)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
