/* Security descriptors made from text: compared, byte by byte, with what [MS-DTYP] says. */
#include "sdk/lib/wdmsec/sddl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static size_t convert(const char *text, uint8_t *out, size_t room)
{
    const size_t length = strlen(text);
    uint16_t *wide = malloc((length + 1) * sizeof *wide); /* the exact size, so that ASan sees a read past the end */
    for (size_t i = 0; i < length; i++)
        wide[i] = (unsigned char)text[i];
    const size_t size = sddl_to_descriptor(wide, length, out, room);
    free(wide);
    return size;
}

static void system_and_administrators(void **state)
{
    static const uint8_t expected[] = {
        1, 0, 0x04,        0x90, 0, 0, 0, 0,    0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, /* header */
        2, 0, 8 + 20 + 24, 0,    2, 0, 0, 0,                                         /* ACL */
        0, 0, 20,          0,    0, 0, 0, 0x10, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0, /* GA, S-1-5-18 */
        0, 0, 24,          0,    0, 0, 0, 0xa0, 1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 0x02, 0, 0, /* GRGX, BA */
    };
    uint8_t out[256];
    (void)state;
    assert_int_equal(convert("D:P(A;;GA;;;SY)(A;;GRGX;;;BA)", out, sizeof out), sizeof expected);
    assert_memory_equal(out, expected, sizeof expected);
}

static void an_empty_list_lets_nobody_in(void **state)
{
    uint8_t out[64];
    (void)state;
    assert_int_equal(convert("D:P", out, sizeof out), 28);
    assert_int_equal(out[22], 8); /* the ACL's size: its header alone */
    assert_int_equal(out[24], 0); /* its entries */
    assert_int_equal(convert("D:", out, sizeof out), 28);
    assert_int_equal(out[3], 0x80); /* not protected */
}

static void written_sids_deny_and_numeric_rights(void **state)
{
    uint8_t out[64];
    (void)state;
    assert_int_equal(convert("D:(D;;0x1f01ff;;;S-1-5-32-545)", out, sizeof out), 28 + 24);
    assert_int_equal(out[28], 1);
    assert_memory_equal(out + 32, "\xff\x01\x1f\x00", 4);
    assert_memory_equal(out + 36, "\x01\x02\x00\x00\x00\x00\x00\x05\x20\x00\x00\x00\x21\x02\x00\x00", 16);
}

static void malformed_text_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "D",
                                      "P",
                                      "D:(",
                                      "D:P(A;;GA;;;SY",
                                      "D:P(A;;GA;;;SY)x",
                                      "D:P(X;;GA;;;SY)",
                                      "D:P(A;;ZZ;;;SY)",
                                      "D:P(A;;G;;;SY)",
                                      "D:P(A;;GA;;;QQ)",
                                      "D:P(A;;GA;;;S-1)",
                                      "D:P(A;;GA;;;S-2-5-18)",
                                      "D:P(A;;GA;;;S-1-5-99999999999)",
                                      "D:P(A;OI;GA;;;SY)",
                                      "O:SYD:P(A;;GA;;;SY)",
                                      "D:P(A;;0xfffffffff;;;SY)",
                                      "D:P(A;;GA;;;S-1-5-)",
                                      "D:P(A;;GA;;;S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16)"};
    uint8_t out[256];
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (convert(bad[i], out, sizeof out))
            fail_msg("accepted %s", bad[i]);
}

/* Every prefix of a good text, and every size of room: refused, or whole. */
static void no_size_is_overrun(void **state)
{
    const char *text = "D:P(A;;GA;;;SY)(A;;GRGW;;;S-1-5-32-545)(D;;0x1;;;WD)";
    const size_t whole = convert(text, (uint8_t[256]){0}, 256);
    (void)state;
    assert_true(whole);
    for (size_t room = 0; room <= whole; room++) {
        uint8_t *out = malloc(room ? room : 1);
        assert_int_equal(convert(text, out, room), room == whole ? whole : 0);
        free(out);
    }
    for (size_t length = 0; length < strlen(text); length++) {
        char *prefix = strndup(text, length);
        uint8_t *out = malloc(256);
        const size_t size = convert(prefix, out, 256);
        assert_true(!size || prefix[length - 1] == ')' || prefix[length - 1] == ':' || prefix[length - 1] == 'P');
        free(out);
        free(prefix);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(system_and_administrators),
        cmocka_unit_test(an_empty_list_lets_nobody_in),
        cmocka_unit_test(written_sids_deny_and_numeric_rights),
        cmocka_unit_test(malformed_text_is_refused),
        cmocka_unit_test(no_size_is_overrun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
