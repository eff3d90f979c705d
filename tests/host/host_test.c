/* Files, processes and diagnostics of the host layer. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct room {
    struct arena arena;
    struct diag diag;
    char *folder;
};

static int enter(void **state)
{
    struct room *room = calloc(1, sizeof *room);
    char name[] = "/tmp/cwdk-host-XXXXXX";
    room->folder = arena_string(&room->arena, mkdtemp(name));
    *state = room;
    return 0;
}

static int leave(void **state)
{
    struct room *room = *state;
    path_remove(room->folder, &room->diag);
    diag_free(&room->diag);
    arena_free(&room->arena);
    free(room);
    return 0;
}

static void write_then_read(void **state)
{
    struct room *r = *state;
    char *path = path_join(&r->arena, r->folder, "key");
    struct bytes content;
    struct stat info;
    assert_true(file_write(path, "a\0b", 3, 0600, &r->diag));
    assert_true(file_read(path, &r->arena, &content, &r->diag));
    assert_int_equal(content.size, 3);
    assert_memory_equal(content.data, "a\0b", 4);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void equal_content_keeps_the_time(void **state)
{
    struct room *r = *state;
    char *path = path_join(&r->arena, r->folder, "f");
    struct stat before, after;
    assert_true(file_write(path, "x", 1, 0644, &r->diag));
    stat(path, &before);
    assert_true(file_write_if_changed(path, "x", 1, 0644, &r->diag));
    stat(path, &after);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_true(file_write_if_changed(path, "y", 1, 0644, &r->diag));
    stat(path, &after);
    assert_int_not_equal(before.st_ino, after.st_ino);
}

static void unreadable_is_reported_with_its_place(void **state)
{
    struct room *r = *state;
    struct bytes content;
    assert_false(file_read(r->folder, &r->arena, &content, &r->diag));
    assert_false(file_read("/nonexistent/x.inf", &r->arena, &content, &r->diag));
    assert_int_equal(r->diag.errors, 2);
    assert_string_equal(r->diag.entries[1].code, CODE_ENV0001);
    assert_string_equal(r->diag.entries[1].place.file, "/nonexistent/x.inf");
}

static void failed_write_leaves_nothing(void **state)
{
    struct room *r = *state;
    char *blocked = path_join(&r->arena, r->folder, "taken");
    size_t count;
    assert_true(folder_make(blocked, &r->diag));
    assert_false(file_write(blocked, "x", 1, 0644, &r->diag));
    assert_string_equal(r->diag.entries[0].code, CODE_ENV0002);
    folder_list(r->folder, &r->arena, &count, &r->diag);
    assert_int_equal(count, 1);
}

static void folder_cannot_replace_a_file(void **state)
{
    struct room *r = *state;
    char *path = path_join(&r->arena, r->folder, "file");
    assert_true(file_write(path, "", 0, 0644, &r->diag));
    assert_false(folder_make(path, &r->diag));
    assert_false(folder_make(path_join(&r->arena, path, "below"), &r->diag));
    assert_int_equal(r->diag.errors, 2);
}

static void program_output_and_status(void **state)
{
    struct room *r = *state;
    struct process_result result;
    const char *const argv[] = {"sh", "-c", "echo out; echo err >&2; exit 7", NULL};
    assert_true(process_run(argv, NULL, true, &r->arena, &result, &r->diag));
    assert_int_equal(result.status, 7);
    assert_string_equal(result.output, "out\nerr\n");
}

static void missing_program_names_its_package(void **state)
{
    struct room *r = *state;
    struct process_result result;
    const char *const argv[] = {"/nonexistent/lld-link-19", NULL};
    assert_false(process_run(argv, NULL, true, &r->arena, &result, &r->diag));
    assert_string_equal(r->diag.entries[0].code, CODE_ENV0003);
    assert_string_equal(r->diag.entries[0].help, "apt-get install lld-19");
}

static void paths(void **state)
{
    struct room *r = *state;
    assert_string_equal(path_join(&r->arena, "a/", "b"), "a/b");
    assert_string_equal(path_join(&r->arena, "a", "/b"), "/b");
    assert_string_equal(path_folder(&r->arena, "/x"), "/");
    assert_string_equal(path_folder(&r->arena, "x"), ".");
    assert_string_equal(path_extension("a.b/c"), "");
    assert_string_equal(path_extension("a/.hidden"), "");
    assert_string_equal(path_extension("a/b.SYS"), ".SYS");
}

static void codes_are_unique_and_found(void **state)
{
    (void)state;
    assert_string_equal(code_find("env0003")->id, "ENV0003");
    assert_null(code_find("ENV"));
    for (size_t i = 0; code_at(i); i++) {
        assert_ptr_equal(code_find(code_at(i)->id), code_at(i));
        assert_true(strlen(code_at(i)->text) > 40);
        assert_int_equal(code_at(i)->text[strlen(code_at(i)->text) - 1], '\n');
    }
}

static void messages_cannot_steer_the_terminal(void **state)
{
    struct room *r = *state;
    char *path = path_join(&r->arena, r->folder, "shown");
    struct bytes shown;
    FILE *out = fopen(path, "w");
    if (!out) {
        fail_msg("cannot write %s", path);
        return;
    }
    diag_error(&r->diag, NULL, diag_in_file("a\rb"), "\033[2J\x7F\xC2\x9B \xC3\xA4\ttwo\nlines");
    diag_help(&r->diag, "\a");
    diag_print(&r->diag, out);
    fclose(out);
    diag_free(&r->diag);
    assert_true(file_read(path, &r->arena, &shown, &r->diag));
    assert_string_equal((const char *)shown.data,
                        "error: \\x1B[2J\\x7F\\x9B \xC3\xA4\ttwo\nlines\n  --> a\\x0Db\n  = help: \\x07\n");
}

#define ROOM_TEST(f) cmocka_unit_test_setup_teardown(f, enter, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ROOM_TEST(write_then_read),
        ROOM_TEST(equal_content_keeps_the_time),
        ROOM_TEST(unreadable_is_reported_with_its_place),
        ROOM_TEST(failed_write_leaves_nothing),
        ROOM_TEST(folder_cannot_replace_a_file),
        ROOM_TEST(program_output_and_status),
        ROOM_TEST(missing_program_names_its_package),
        ROOM_TEST(paths),
        ROOM_TEST(messages_cannot_steer_the_terminal),
        cmocka_unit_test(codes_are_unique_and_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
