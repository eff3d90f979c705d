/* Message files: what the numbers and tables are, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "cwdk/diag/codes.h"
#include "cwdk/messages/messages.h"

#include <string.h>

struct room {
    struct arena a;
    struct diag d;
    struct messages_output out;
};

static bool compile(struct room *r, const char *text, struct messages_options options)
{
    const struct bytes content = {(const uint8_t *)text, strlen(text)};
    return messages_compile("x.mc", content, &options, &r->a, &r->out, &r->d);
}

static void leave(struct room *r)
{
    arena_free(&r->a);
    diag_free(&r->d);
}

static uint32_t get32(const struct bytes *b, size_t at)
{
    assert_true(at + 4 <= b->size);
    return b->data[at] | (uint32_t)b->data[at + 1] << 8 | (uint32_t)b->data[at + 2] << 16 |
           (uint32_t)b->data[at + 3] << 24;
}

/* The documentation's rules: severity and facility stay as they were last, numbers count up in each facility. */
static void numbers_follow_the_message_before(void **state)
{
    (void)state;
    struct room r = {0};
    static const char text[] = "FacilityNames=(Disk=0x10 Tape=0x11)\n"
                               "MessageId= Severity=Error Facility=Disk SymbolicName=A\nLanguage=English\na\n.\n"
                               "MessageId= SymbolicName=B\nLanguage=English\nb\n.\n"
                               "MessageId=+3 Facility=Tape SymbolicName=C\nLanguage=English\nc\n.\n"
                               "MessageId= Severity=Success Facility=Disk SymbolicName=D\nLanguage=English\nd\n.\n";
    assert_true(compile(&r, text, (struct messages_options){0}));
    assert_non_null(strstr(r.out.header, "#define A 0xC0100001L\n"));
    assert_non_null(strstr(r.out.header, "#define B 0xC0100002L\n"));
    assert_non_null(strstr(r.out.header, "#define C 0xC0110003L\n"));
    assert_non_null(strstr(r.out.header, "#define D 0x00100003L\n"));
    leave(&r);
}

static void the_first_message_is_an_application_s_success(void **state)
{
    (void)state;
    struct room r = {0};
    assert_true(compile(&r, "MessageIdTypedef=DWORD\nMessageId=1\nSymbolicName=A\nLanguage=English\nx\n.\n",
                        (struct messages_options){.customer = true}));
    assert_non_null(strstr(r.out.header, "#define A ((DWORD)0x2FFF0001L)\n"));
    assert_non_null(strstr(r.out.script, "LANGUAGE 0x9,0x1\n1 11 \"MSG00001.bin\"\n"));
    leave(&r);
}

static void a_table_has_a_block_for_each_run_of_numbers(void **state)
{
    (void)state;
    struct room r = {0};
    assert_true(compile(&r,
                        "LanguageNames=(Welsh=0x452:MSG00452)\nMessageId=9\nLanguage=Welsh\nnaw\n.\n"
                        "MessageId=2\nLanguage=Welsh\n.\nMessageId=3\nLanguage=Welsh\n\xC3\xA9\n..\n.\n",
                        (struct messages_options){0}));
    assert_int_equal(r.out.table_count, 1);
    assert_string_equal(r.out.tables[0].name, "MSG00452.bin");
    const struct bytes *t = &r.out.tables[0].content;
    assert_int_equal(get32(t, 0), 2);
    assert_int_equal(get32(t, 4), 0x0FFF0002);
    assert_int_equal(get32(t, 8), 0x0FFF0003);
    assert_int_equal(get32(t, 12), 28);
    assert_int_equal(get32(t, 16), 0x0FFF0009);
    assert_int_equal(get32(t, 28), 0x00010008); /* nothing but its zero */
    assert_int_equal(get32(t, 36), 0x00010014); /* é, CR LF, two periods, CR LF, filled up to four */
    assert_int_equal(get32(t, 40), 0x000D00E9);
    assert_int_equal(get32(t, 24), 28 + 8 + 0x14);
    leave(&r);
}

static void texts_can_be_ansi_and_without_line_end(void **state)
{
    (void)state;
    struct room r = {0};
    assert_true(compile(&r, "MessageId=1\nLanguage=English\ncaf\xE9\n.\n",
                        (struct messages_options){.ansi = true, .terminated = true, .table_name = "x_"}));
    const struct bytes *t = &r.out.tables[0].content;
    assert_string_equal(r.out.tables[0].name, "x_MSG00001.bin");
    assert_int_equal(get32(t, 16), 12);
    assert_memory_equal(t->data + 20, "caf\xE9%0\0\0", 8);
    leave(&r);
}

static void malformed_files_are_refused_with_their_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned line;
    } cases[] = {
        {"nonsense", 1},
        {"\n\nMessageId\n", 4},
        {"MessageId=0x10000\n", 1},
        {"MessageId=1\nSeverity=Fatal\n", 2},
        {"MessageId=1\nFacility=None\n", 2},
        {"MessageId=1\nLanguage=Martian\nx\n.\n", 2},
        {"MessageId=1\nLanguage=English\nnever ends\n", 3},
        {"SeverityNames=(Bad=4)\n", 1},
        {"FacilityNames=(Bad=0x1000)\n", 1},
        {"FacilityNames=(Bad=\n", 2},
        {"LanguageNames=(English=0x409)\n", 1},
        {"LanguageNames=(English=0x409:..\\..\\etc)\n", 1},
        {"MessageId=1\nLanguage=English\na\n.\nMessageId=1\nLanguage=English\nb\n.\n", 9},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room r = {0};
        assert_false(compile(&r, cases[i].text, (struct messages_options){0}));
        assert_int_equal(r.d.errors, 1);
        assert_string_equal(r.d.entries[0].code, CODE_MSG0001);
        assert_int_equal(r.d.entries[0].place.line, cases[i].line);
        leave(&r);
    }
}

static void a_text_that_no_table_holds_is_refused(void **state)
{
    (void)state;
    struct room r = {0};
    char *text = arena_alloc(&r.a, 100000);
    strcpy(text, "MessageId=1\nLanguage=English\n");
    memset(text + strlen(text), 'x', 70000);
    strcat(text, "\n.\n");
    assert_false(compile(&r, text, (struct messages_options){0}));
    assert_string_equal(r.d.entries[0].code, CODE_MSG0002);
    leave(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_message_before),
        cmocka_unit_test(the_first_message_is_an_application_s_success),
        cmocka_unit_test(a_table_has_a_block_for_each_run_of_numbers),
        cmocka_unit_test(texts_can_be_ansi_and_without_line_end),
        cmocka_unit_test(malformed_files_are_refused_with_their_line),
        cmocka_unit_test(a_text_that_no_table_holds_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
