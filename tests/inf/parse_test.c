/* How an INF is split into sections, lines and fields, and what is said of one that cannot be. */
#include "tests/inf/bench.h"

#include <time.h>

/* ---- Splitting ---- */

static void sections_merge_without_regard_to_case(void **state)
{
    struct inf *inf = PARSE(*state, "[Version]\na=1\n[Other]\nx\n[VERSION]\nb=2\n");
    assert_non_null(inf);
    assert_int_equal(inf->count, 2);
    const struct inf_section *version = inf_section(inf, "version");
    assert_string_equal(version->name, "Version");
    assert_int_equal(version->parts, 2);
    assert_int_equal(version->count, 2);
    assert_string_equal(inf_value(inf, "vErSiOn", "B"), "2");
}

static void a_key_and_its_fields(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\n  1 = %Disk% , ,, \"\" , last;comment\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_string_equal(line->key->text, "1");
    assert_int_equal(line->count, 5);
    assert_string_equal(line->fields[0].text, "%Disk%");
    assert_string_equal(line->fields[1].text, "");
    assert_false(line->fields[2].quoted);
    assert_true(line->fields[3].quoted);
    assert_string_equal(line->fields[4].text, "last");
}

static void fields_without_a_key(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\nHKR,,Icon,,\"-5\"\nHKR,,a,,b=c\nfile.sys\n");
    const struct inf_section *s = inf_section(inf, "s");
    assert_int_equal(s->count, 3);
    assert_null(s->lines[0].key);
    assert_int_equal(s->lines[0].count, 5);
    assert_null(s->lines[1].key);
    assert_string_equal(s->lines[1].fields[4].text, "b=c");
    assert_int_equal(s->lines[2].count, 1);
}

static void a_key_without_a_value_has_one_empty_field(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\nkey =\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_string_equal(line->key->text, "key");
    assert_int_equal(line->count, 1);
    assert_string_equal(inf_field_value(line, 0), "");
    assert_string_equal(inf_field_value(line, 7), "");
}

static void quotes_keep_what_they_hold(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\na = \" x, ; = \"\"y\"\" \"\nb=\"pre\"mid\"post\" \nc=\"back\\\"\nd=e\n");
    const struct inf_section *s = inf_section(inf, "s");
    assert_string_equal(inf_field_value(&s->lines[0], 0), " x, ; = \"y\" ");
    assert_string_equal(inf_field_value(&s->lines[1], 0), "premidpost");
    assert_string_equal(inf_field_value(&s->lines[2], 0), "back\\");
    assert_int_equal(s->count, 4);
}

static void an_equals_sign_in_quotes_makes_no_key(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\n\"a=b\" = c\n\"d=e\",f\n");
    const struct inf_section *s = inf_section(inf, "s");
    assert_string_equal(s->lines[0].key->text, "a=b");
    assert_null(s->lines[1].key);
    assert_string_equal(s->lines[1].fields[0].text, "d=e");
}

static void a_backslash_joins_the_next_line(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\nCopyFiles = one, \\ ; why\r\n   two, \\\n\n[t]\nx=\"a\\\"\\\n ,b\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_int_equal(line->count, 3);
    assert_string_equal(inf_field_value(line, 0), "one");
    assert_string_equal(inf_field_value(line, 1), "two");
    assert_string_equal(inf_field_value(line, 2), "");
    assert_int_equal(line->fields[1].line, 3);
    assert_int_equal(line->fields[1].column, 4);
    assert_string_equal(inf_field_value(inf_section(inf, "t")->lines, 0), "a\\");
    assert_string_equal(inf_field_value(inf_section(inf, "t")->lines, 1), "b");
}

static void a_backslash_inside_a_path_is_none(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\nServiceBinary = %12%\\echo.sys ; c:\\x\\\nnext=1\n");
    const struct inf_section *s = inf_section(inf, "s");
    assert_int_equal(s->count, 2);
    assert_string_equal(inf_field_value(&s->lines[0], 0), "%12%\\echo.sys");
}

static void of_two_backslashes_none_stays(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\nCopyFiles = Some\\\\\n,File\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_int_equal(line->count, 2);
    assert_string_equal(inf_field_value(line, 0), "Some");
}

static void a_semicolon_in_a_token_is_no_comment(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\na=%x;y%\nb=50% ; 100%\n[Strings]\nx;y=lost\n\"x;y\"=kept\n");
    assert_string_equal(inf_value(inf, "s", "a"), "kept");
    assert_string_equal(inf_value(inf, "s", "b"), "50%");
}

static void control_z_ends_the_text(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\na=1\n\x1A[t]\nb");
    assert_non_null(inf);
    assert_int_equal(inf->count, 1);
}

static void section_names_keep_their_spaces(void **state)
{
    struct inf *inf = PARSE(*state, "[;; Std Mfg ]\na\n[%x%]\nb\n");
    assert_non_null(inf_section(inf, ";; std mfg "));
    assert_null(inf_section(inf, ";; Std Mfg"));
    assert_non_null(inf_section(inf, "%x%"));
}

static void empty_files_are_files(void **state)
{
    struct inf *inf = PARSE(*state, "");
    assert_non_null(inf);
    assert_int_equal(inf->count, 0);
    assert_null(inf_value(inf, "Version", "Class"));
}

static void places_are_those_of_the_text(void **state)
{
    struct inf *inf =
        PARSE(*state, "\xEF\xBB\xBF; \xC3\xA4\r\n[s]\r\n  \xC3\xA4\xC3\xB6 = \"\xC3\xBC\" , b\r\n\t[t]\r\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_int_equal(inf_section(inf, "s")->line, 2);
    assert_int_equal(inf_section(inf, "t")->line, 4);
    assert_int_equal(inf_section(inf, "t")->column, 2);
    assert_int_equal(line->column, 3);
    assert_int_equal(line->fields[0].column, 8);
    assert_int_equal(line->fields[1].column, 14);
    assert_memory_equal(inf->text + line->fields[0].offset, "\"\xC3\xBC\"", line->fields[0].length);
    assert_int_equal(line->fields[0].length, 4);
}

/* ---- Strings ---- */

static void tokens_are_put_in(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\n%K% = a%B%c, \"%B% %b%\", %%SystemRoot%%, %13%\\x, %none%, 5%\n"
                                    "[Strings]\nK=key\nB = \"-%%-\", ignored\n");
    const struct inf_line *line = inf_section(inf, "s")->lines;
    assert_string_equal(line->key->value, "key");
    assert_string_equal(line->key->text, "%K%");
    assert_string_equal(inf_field_value(line, 0), "a-%%-c");
    assert_string_equal(inf_field_value(line, 1), "-%%- -%%-");
    assert_string_equal(inf_field_value(line, 2), "%SystemRoot%");
    assert_string_equal(inf_field_value(line, 3), "%13%\\x");
    assert_string_equal(inf_field_value(line, 4), "%none%");
    assert_string_equal(inf_field_value(line, 5), "5%");
}

static void other_languages_fill_in(void **state)
{
    struct bench *b = *state;
    struct inf *inf = PARSE(b, "[s]\na=%x%%y%\n[Strings.0407]\nx=deutsch\ny=nur\n[Strings]\nx=english\n");
    const struct inf_field *field = inf_section(inf, "s")->lines[0].fields;
    assert_string_equal(field->value, "englishnur");
    assert_non_null(inf_string(inf, "Y"));
    assert_null(inf_string(inf, "z"));
}

static void numbers(void **state)
{
    (void)state;
    int64_t n;
    assert_true(inf_number("0x00010001", &n));
    assert_int_equal(n, 0x10001);
    assert_true(inf_number("-12", &n));
    assert_int_equal(n, -12);
    assert_true(inf_number("010", &n));
    assert_int_equal(n, 10);
    assert_false(inf_number("", &n));
    assert_false(inf_number("0x", &n));
    assert_false(inf_number("1a", &n));
    assert_false(inf_number("99999999999999999999", &n));
}

/* ---- Encodings ---- */

static void utf16_little_endian(void **state)
{
    struct inf *inf = PARSE(*state, "\xFF\xFE[\0s\0]\0\r\0\n\0a\0=\0\xE4\0\xAC\x20\x3D\xD8\x00\xDE\r\0\n\0");
    assert_non_null(inf);
    assert_int_equal(inf->encoding, INF_UTF16LE);
    assert_string_equal(inf_value(inf, "s", "a"), "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80");
}

static void utf16_big_endian(void **state)
{
    struct inf *inf = PARSE(*state, "\xFE\xFF\0[\0s\0]\0\n\0a\0=\x20\xAC");
    assert_non_null(inf);
    assert_int_equal(inf->encoding, INF_UTF16BE);
    assert_true(inf->byte_order_mark);
    assert_string_equal(inf_value(inf, "s", "a"), "\xE2\x82\xAC");
}

static void utf16_without_a_mark(void **state)
{
    struct inf *inf = PARSE(*state, "[\0s\0]\0\n\0a\0=\0b\0");
    assert_non_null(inf);
    assert_int_equal(inf->encoding, INF_UTF16LE);
    assert_false(inf->byte_order_mark);
    inf = PARSE(*state, "\0[\0s\0]\0\n\0a\0=\0b");
    assert_int_equal(inf->encoding, INF_UTF16BE);
    assert_string_equal(inf_value(inf, "s", "a"), "b");
}

static void everything_else_is_windows_1252(void **state)
{
    struct inf *inf = PARSE(*state, "[s]\na=\xE4\x80\x81");
    assert_int_equal(inf->encoding, INF_ANSI);
    assert_string_equal(inf_value(inf, "s", "a"), "\xC3\xA4\xE2\x82\xAC\xC2\x81");
}

static void broken_line_ends_of_utf16_are_repaired(void **state)
{
    struct inf *inf = PARSE(*state, "\xFF\xFE[\0s\0]\0\r\0\r\n\0a\0=\0b\0\r\0\r\n\0");
    assert_non_null(inf);
    assert_true(inf->repaired);
    assert_string_equal(inf_value(inf, "s", "a"), "b");
    assert_int_equal(((struct bench *)*state)->diag.warnings, 1);
    assert_string_equal(((struct bench *)*state)->diag.entries[0].code, CODE_INF0103);
}

static void a_lone_surrogate(void **state)
{
    assert_null(PARSE(*state, "\xFF\xFE[\0s\0]\0\n\0a\0\x00\xD8"
                              "b\0"));
    assert_reported(*state, CODE_INF0101, 2, 2);
}

static void half_a_character(void **state)
{
    assert_null(PARSE(*state, "\xFF\xFE[\0s\0]\0a"));
    assert_reported(*state, CODE_INF0101, 1, 4);
}

static void malformed_utf8(void **state)
{
    assert_null(PARSE(*state, "\xEF\xBB\xBF[s]\n\xC3\xA4\xC0\x80"));
    assert_reported(*state, CODE_INF0102, 2, 2);
}

static void nul_characters(void **state)
{
    assert_null(PARSE(*state, "[Version]\nab\0c\n"));
    assert_reported(*state, CODE_INF0104, 2, 3);
}

/* ---- Errors ---- */

static void unterminated_string(void **state)
{
    assert_null(PARSE(*state, "[Version]\nSignature = \"$WINDOWS NT$\r\nClass=x\n"));
    assert_reported(*state, CODE_INF0105, 2, 13);
}

static void unterminated_string_at_the_end(void **state)
{
    assert_null(PARSE(*state, "[Version]\na=\"x\"\""));
    assert_reported(*state, CODE_INF0105, 2, 3);
}

static void unterminated_section_name(void **state)
{
    assert_null(PARSE(*state, "[Version]\na=1\n [Strings\nb=2\n"));
    assert_reported(*state, CODE_INF0106, 3, 2);
}

static void text_before_the_first_section(void **state)
{
    struct inf *inf = PARSE(*state, "; fine\n\n// not fine\n// either\n[s]\na=1\n");
    assert_non_null(inf);
    assert_reported(*state, CODE_INF0107, 3, 1);
    assert_int_equal(((struct bench *)*state)->diag.warnings, 1);
}

static void continuation_at_the_end(void **state)
{
    assert_null(PARSE(*state, "[s]\na=b,\\  "));
    assert_reported(*state, CODE_INF0108, 2, 5);
}

static void nothing_before_the_equals_sign(void **state)
{
    assert_null(PARSE(*state, "[s]\n  = b\n"));
    assert_reported(*state, CODE_INF0112, 2, 3);
}

static void text_behind_a_section_name(void **state)
{
    struct inf *inf = PARSE(*state, "[s] a=1\n[t] ; fine\n");
    assert_non_null(inf);
    assert_int_equal(inf_section(inf, "s")->count, 0);
    assert_reported(*state, CODE_INF0113, 1, 5);
}

static char *repeat(struct bench *b, const char *before, char c, size_t count, const char *after)
{
    char *middle = arena_alloc(&b->arena, count + 1);
    memset(middle, c, count);
    return arena_format(&b->arena, "%s%s%s", before, middle, after);
}

static void the_longest_field(void **state)
{
    struct bench *b = *state;
    const char *text = repeat(b, "[s]\na = ", 'x', INF_FIELD_LIMIT, "\n");
    struct inf *inf = bench_parse(b, text, strlen(text));
    assert_non_null(inf);
    assert_int_equal(strlen(inf_value(inf, "s", "a")), INF_FIELD_LIMIT);
    text = repeat(b, "[s]\na = ", 'x', INF_FIELD_LIMIT + 1, "\n");
    assert_null(bench_parse(b, text, strlen(text)));
    assert_reported(b, CODE_INF0109, 2, 5);
}

static void the_longest_value(void **state)
{
    struct bench *b = *state;
    const char *text = repeat(b, "[s]\nok=%x%\nbad=%x%%x%\n[Strings]\nx=", 'x', 2048, "\n");
    assert_null(bench_parse(b, text, strlen(text)));
    assert_reported(b, CODE_INF0109, 3, 5);
}

static void the_longest_section_name(void **state)
{
    struct bench *b = *state;
    const char *text = repeat(b, "[", 's', INF_SECTION_LIMIT, "]\na=1\n");
    assert_non_null(bench_parse(b, text, strlen(text)));
    text = repeat(b, "[", 's', INF_SECTION_LIMIT + 1, "]\na=1\n");
    assert_null(bench_parse(b, text, strlen(text)));
    assert_reported(b, CODE_INF0111, 1, 1);
}

static void too_many_errors_stop_the_reading(void **state)
{
    struct bench *b = *state;
    const char *text = "[s]\n";
    for (int i = 0; i < 60; i++)
        text = arena_format(&b->arena, "%sa\"\n", text);
    assert_null(bench_parse(b, text, strlen(text)));
    assert_int_equal(b->diag.errors, INF_ERROR_LIMIT + 1);
    assert_string_equal(b->diag.entries[INF_ERROR_LIMIT].code, CODE_INF0110);
    assert_int_equal(b->diag.entries[INF_ERROR_LIMIT].place.line, INF_ERROR_LIMIT + 1);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Ten megabytes on one line, of every kind of character: an answer comes soon, with one error where it ought
 * to. */
static void absurd_lines_are_bounded(void **state)
{
    static const struct {
        const char *before;
        char c;
        const char *code;
    } absurd[] = {
        {"[s]\na=", 'x', CODE_INF0109}, {"[s]\na=", ',', CODE_INF0110},   {"[s]\na=\"", 'x', CODE_INF0105},
        {"[", 'x', CODE_INF0106},       {"[s]\na=\"", '"', CODE_INF0109}, {"[s]\n", '\\', CODE_INF0108},
        {"[s]\na=", '%', CODE_INF0109},
    };
    for (size_t i = 0; i < sizeof absurd / sizeof *absurd; i++) {
        struct bench b = {0};
        const char *text = repeat(&b, absurd[i].before, absurd[i].c, (size_t)10 * 1024 * 1024, "");
        const double start = seconds();
        assert_null(bench_parse(&b, text, strlen(text)));
        assert_true(seconds() - start < 3.0); /* generous: the sanitizers are on, and the machine is busy */
        assert_true(b.diag.errors >= 1 && b.diag.errors <= 3);
        bool found = false;
        for (size_t n = 0; n < b.diag.count; n++)
            found |= !strcmp(b.diag.entries[n].code, absurd[i].code);
        assert_true(found);
        diag_free(&b.diag);
        arena_free(&b.arena);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(sections_merge_without_regard_to_case),
        BENCH_TEST(a_key_and_its_fields),
        BENCH_TEST(fields_without_a_key),
        BENCH_TEST(a_key_without_a_value_has_one_empty_field),
        BENCH_TEST(quotes_keep_what_they_hold),
        BENCH_TEST(an_equals_sign_in_quotes_makes_no_key),
        BENCH_TEST(a_backslash_joins_the_next_line),
        BENCH_TEST(a_backslash_inside_a_path_is_none),
        BENCH_TEST(of_two_backslashes_none_stays),
        BENCH_TEST(a_semicolon_in_a_token_is_no_comment),
        BENCH_TEST(control_z_ends_the_text),
        BENCH_TEST(section_names_keep_their_spaces),
        BENCH_TEST(empty_files_are_files),
        BENCH_TEST(places_are_those_of_the_text),
        BENCH_TEST(tokens_are_put_in),
        BENCH_TEST(other_languages_fill_in),
        cmocka_unit_test(numbers),
        BENCH_TEST(utf16_little_endian),
        BENCH_TEST(utf16_big_endian),
        BENCH_TEST(utf16_without_a_mark),
        BENCH_TEST(everything_else_is_windows_1252),
        BENCH_TEST(broken_line_ends_of_utf16_are_repaired),
        BENCH_TEST(a_lone_surrogate),
        BENCH_TEST(half_a_character),
        BENCH_TEST(malformed_utf8),
        BENCH_TEST(nul_characters),
        BENCH_TEST(unterminated_string),
        BENCH_TEST(unterminated_string_at_the_end),
        BENCH_TEST(unterminated_section_name),
        BENCH_TEST(text_before_the_first_section),
        BENCH_TEST(continuation_at_the_end),
        BENCH_TEST(nothing_before_the_equals_sign),
        BENCH_TEST(text_behind_a_section_name),
        BENCH_TEST(the_longest_field),
        BENCH_TEST(the_longest_value),
        BENCH_TEST(the_longest_section_name),
        BENCH_TEST(too_many_errors_stop_the_reading),
        BENCH_TEST(absurd_lines_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
