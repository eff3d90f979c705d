/* Names and columns as the protocol counts them. */
#include "cwdk/lsp/lsp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static void names(void **state)
{
    (void)state;
    static const char *const good[][2] = {{"/a/b.c", "file:///a/b.c"},
                                          {"/a b/\xC3\xB6#%.c", "file:///a%20b/%C3%B6%23%25.c"}};
    static const char *const bad[] = {"http:///a",   "file://host/a", "file:///%", "file:///%2",
                                      "file:///%zz", "file:///%00",   ""};
    struct arena a = {0};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_string_equal(lsp_uri(&a, good[i][0]), good[i][1]);
        assert_string_equal(lsp_path(&a, good[i][1]), good[i][0]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(lsp_path(&a, bad[i]));
    assert_string_equal(lsp_path(&a, "file://localhost/x"), "/x");
    arena_free(&a);
}

static void columns(void **state)
{
    (void)state;
    static const char line[] = "a\xC3\xB6\xF0\x9D\x84\x9E z"; /* a, o with dots, a clef, a space, z */
    static const unsigned units[] = {0, 1, 2, 2, 4, 4, 4, 4, 5, 6};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        assert_int_equal(lsp_column(line, sizeof line - 1, i), units[i]);
    assert_int_equal(lsp_column(line, sizeof line - 1, 1000), 6);
}

/* Whatever stands where findings are looked for. */
static void odd_findings(void **state)
{
    (void)state;
    struct arena a = {0};
    json_t *shown = json_object(), *list, *odd;
    assert_null(lsp_publish(NULL, shown, NULL, &a));
    odd = json_pack("[n i s {} {ss sI} {ss si si ss}]", 7, "x", "file", "/none.c", "line", (json_int_t)INT64_MAX,
                    "file", "relative.c", "line", -3, "column", 2, "path", "none");
    list = lsp_publish(odd, shown, NULL, &a);
    assert_int_equal(json_array_size(list), 1);
    assert_int_equal(json_object_size(shown), 1);
    json_decref(list);
    list = lsp_publish(json_array_get(odd, 9) ? odd : shown, shown, NULL, &a);
    assert_null(list);
    json_decref(odd);
    json_decref(shown);
    arena_free(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names), cmocka_unit_test(columns),
                                       cmocka_unit_test(odd_findings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
