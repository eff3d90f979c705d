/* Quoting: what a shell and ninja get to see must be what was meant. */
#include "cwdk/build/ninja.h"
#include "cwdk/host/process.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void shell_sees_each_word_as_it_is(void **state)
{
    static const char *const words[] = {"plain/path-1.c", "two words", "it's", "$HOME", "`id`", "a\"b", "\\", "*", "",
                                        "Möwe",           "~",         "#",    "a;b",   "'",    "''",   NULL};
    (void)state;
    struct arena a = {0};
    struct text command = {0}, expected = {0};
    text_put(&command, "printf '<%s>\\n'");
    for (size_t i = 0; words[i]; i++) {
        text_put(&command, " ");
        text_put_shell_word(&command, words[i]);
        text_format(&expected, "<%s>\n", words[i]);
    }
    const char *const argv[] = {"sh", "-c", command.data, NULL};
    struct process_result result;
    struct diag d = {0};
    assert_true(process_run(argv, "/", true, &a, &result, &d));
    assert_string_equal(result.output, expected.data);
    text_free(&command);
    text_free(&expected);
    arena_free(&a);
}

static void plain_words_are_not_quoted(void **state)
{
    (void)state;
    struct text t = {0};
    text_put_shell_word(&t, "/DNTDDI_VERSION=0x0A000010");
    assert_string_equal(t.data, "/DNTDDI_VERSION=0x0A000010");
    text_free(&t);
}

static void ninja_statement_in_order(void **state)
{
    static const char *const outputs[] = {"a b", NULL}, *const extra[] = {"x$y", NULL},
                             *const inputs[] = {"c:d", "e", NULL}, *const implicit[] = {"f", NULL},
                             *const order[] = {"g", NULL};
    (void)state;
    struct text t = {0};
    ninja_edge(&t, &(struct ninja_edge){.rule = "r",
                                        .outputs = outputs,
                                        .implicit_outputs = extra,
                                        .inputs = inputs,
                                        .implicit_inputs = implicit,
                                        .order_only = order});
    assert_string_equal(t.data, "build a$ b | x$$y: r c$:d e | f || g\n");
    text_clear(&t);
    ninja_variable(&t, "  ", "v", "$HOME");
    assert_string_equal(t.data, "  v = $$HOME\n");
    text_free(&t);
}

static void line_breaks_are_no_path(void **state)
{
    (void)state;
    assert_true(ninja_path_valid("a b$:ü"));
    assert_false(ninja_path_valid("a\nb"));
    assert_false(ninja_path_valid("a\r"));
}

static void json_strings(void **state)
{
    (void)state;
    struct text t = {0};
    text_put_json_string(&t, "a\"b\\c\n\tü");
    assert_string_equal(t.data, "\"a\\\"b\\\\c\\u000a\\u0009ü\"");
    text_free(&t);
}

static void lists_grow_and_find(void **state)
{
    (void)state;
    struct arena a = {0};
    struct arguments list = {.arena = &a};
    assert_false(arguments_have(&list, "1"));
    for (int i = 0; i < 100; i++)
        arguments_format(&list, "%d", i);
    assert_int_equal(list.count, 100);
    assert_null(list.items[100]);
    assert_true(arguments_have(&list, "99"));
    static const char *const more[] = {"a", "b", NULL};
    arguments_add_all(&list, "/D", more);
    arguments_add_all(&list, "/D", NULL);
    assert_string_equal(list.items[101], "/Db");
    assert_int_equal(list.count, 102);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shell_sees_each_word_as_it_is),
        cmocka_unit_test(plain_words_are_not_quoted),
        cmocka_unit_test(ninja_statement_in_order),
        cmocka_unit_test(line_breaks_are_no_path),
        cmocka_unit_test(json_strings),
        cmocka_unit_test(lists_grow_and_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
