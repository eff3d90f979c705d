/* The catalog writer and reader: what is written is what was asked for, and nothing that is read does harm. */
#include "cwdk/catalog/catalog.h"
#include "cwdk/catalog/os.h"
#include "cwdk/diag/codes.h"
#include "tests/sign/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

struct room {
    struct arena arena;
    struct diag diag;
    uint8_t image[IMAGE_SIZE];
    struct catalog_file files[3];
    struct catalog_request request;
};

static const char *const ids[] = {"Root\\ECHO", "PCI\\VEN_1AF4&DEV_1002", "ROOT\\echo", "USB\\Vid_045e", NULL};

static int enter(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    image_make(r->image);
    r->files[0] = (struct catalog_file){"Echo.INF", {(const uint8_t *)"[Version]\r\n", 11}, "Echo.INF"};
    r->files[1] = (struct catalog_file){"echo.sys", {r->image, sizeof r->image}, "echo.sys"};
    r->files[2] = (struct catalog_file){"MZ.txt", {(const uint8_t *)"MZ is no image", 14}, "MZ.txt"};
    r->request = (struct catalog_request){.version = CATALOG_V2,
                                          .time = 1700000000,
                                          .files = r->files,
                                          .file_count = 3,
                                          .os = "_v100_X64",
                                          .os_attr = "2:10.0",
                                          .hardware_ids = ids};
    *state = r;
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    diag_free(&r->diag);
    arena_free(&r->arena);
    free(r);
    return 0;
}

static struct bytes encode(struct room *r)
{
    struct bytes content = {0};
    assert_true(catalog_encode(&r->request, &r->arena, &content, &r->diag));
    return content;
}

static struct catalog read_back(struct room *r)
{
    struct catalog catalog;
    assert_true(catalog_read(encode(r), "x.cat", &r->arena, &catalog, &r->diag));
    return catalog;
}

static const struct catalog_member *member(const struct catalog *catalog, const char *file, enum catalog_hash hash)
{
    for (size_t i = 0; i < catalog->member_count; i++)
        if (!strcmp(catalog->members[i].file, file) && catalog->members[i].hash == hash)
            return &catalog->members[i];
    return NULL;
}

static void two_members_a_file(void **state)
{
    struct room *r = *state;
    const struct catalog catalog = read_back(r);
    assert_int_equal(catalog.version, CATALOG_V2);
    assert_int_equal(catalog.time, 1700000000);
    assert_int_equal(catalog.signer_count, 0);
    assert_int_equal(catalog.member_count, 6);
    for (size_t i = 1; i < catalog.member_count; i++)
        assert_true(strcmp(catalog.members[i - 1].tag, catalog.members[i].tag) < 0);
    /* By the sha1sum program. */
    const struct catalog_member *inf = member(&catalog, "echo.inf", CATALOG_SHA1);
    assert_non_null(inf);
    assert_string_equal(inf->tag, "39488A95FF3BD1C8E34DC7B728BB935F5032E1EE");
}

static void kinds_are_told_apart(void **state)
{
    struct room *r = *state;
    for (int version = CATALOG_V1; version <= CATALOG_V2; version++) {
        r->request.version = (enum catalog_version)version;
        const struct catalog catalog = read_back(r);
        assert_int_equal(member(&catalog, "echo.sys", CATALOG_SHA1)->subject, CATALOG_SUBJECT_PE);
        assert_int_equal(member(&catalog, "mz.txt", CATALOG_SHA1)->subject, CATALOG_SUBJECT_FLAT);
    }
}

static void attributes_are_those_of_inf2cat(void **state)
{
    static const char *const expected[][2] = {
        {"OS", "_v100_X64"}, {"HWID3", "usb\\vid_045e"}, {"HWID2", "pci\\ven_1af4&dev_1002"}, {"HWID1", "root\\echo"}};
    struct room *r = *state;
    const struct catalog catalog = read_back(r);
    assert_int_equal(catalog.attribute_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(catalog.attributes[i].name, expected[i][0]);
        assert_string_equal(catalog.attributes[i].value, expected[i][1]);
        assert_int_equal(catalog.attributes[i].flags, 0x10010001);
    }
    const struct catalog_member *sys = member(&catalog, "echo.sys", CATALOG_SHA256);
    assert_int_equal(sys->attribute_count, 2);
    const size_t os = !strcmp(sys->attributes[0].name, "OSAttr") ? 0 : 1;
    assert_string_equal(sys->attributes[os].name, "OSAttr");
    assert_string_equal(sys->attributes[os].value, "2:10.0");
    assert_string_equal(sys->attributes[1 - os].value, "echo.sys");
}

static void version_1_has_sha1_only(void **state)
{
    struct room *r = *state;
    r->request.version = CATALOG_V1;
    const struct catalog catalog = read_back(r);
    assert_int_equal(catalog.version, CATALOG_V1);
    assert_int_equal(catalog.member_count, 3);
    assert_int_equal(strlen(catalog.members[0].tag), 40);
    assert_null(member(&catalog, "echo.sys", CATALOG_SHA256));
}

static void same_request_same_bytes(void **state)
{
    struct room *r = *state;
    const struct bytes first = encode(r), second = encode(r);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
    const struct catalog before = read_back(r);
    r->image[0x500] ^= 1;
    const struct catalog after = read_back(r);
    assert_string_not_equal(before.list_id, after.list_id);
    assert_string_not_equal(member(&before, "echo.sys", CATALOG_SHA1)->tag,
                            member(&after, "echo.sys", CATALOG_SHA1)->tag);
}

static void order_of_files_does_not_matter(void **state)
{
    struct room *r = *state;
    const struct bytes first = encode(r);
    const struct catalog_file swapped = r->files[0];
    r->files[0] = r->files[2];
    r->files[2] = swapped;
    const struct bytes second = encode(r);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
}

static void checksum_and_signature_do_not_count(void **state)
{
    struct room *r = *state;
    uint8_t one[CATALOG_HASH_SIZE], two[CATALOG_HASH_SIZE];
    enum catalog_subject subject;
    assert_true(catalog_hash_file(r->files[1].content, "x", CATALOG_SHA256, one, &subject, &r->diag));
    r->image[IMAGE_CHECKSUM] ^= 0xFF;
    assert_true(catalog_hash_file(r->files[1].content, "x", CATALOG_SHA256, two, &subject, &r->diag));
    assert_memory_equal(one, two, 32);
    r->image[IMAGE_CHECKSUM + 4] ^= 0xFF;
    assert_true(catalog_hash_file(r->files[1].content, "x", CATALOG_SHA256, two, &subject, &r->diag));
    assert_memory_not_equal(one, two, 32);
}

static void broken_image_is_refused(void **state)
{
    struct room *r = *state;
    struct bytes content;
    r->files[1].content.size = IMAGE_SIZE - 1;
    assert_false(catalog_encode(&r->request, &r->arena, &content, &r->diag));
    assert_string_equal(r->diag.entries[0].code, CODE_CAT1005);
    assert_string_equal(r->diag.entries[0].place.file, "echo.sys");
}

static void equal_files_are_one_member(void **state)
{
    struct room *r = *state;
    r->files[2].content = r->files[0].content;
    assert_int_equal(read_back(r).member_count, 4);
}

static void letters_beyond_ascii_survive(void **state)
{
    struct room *r = *state;
    r->files[0].name = "\xC3\xA9\xF0\x9F\x98\x80.inf"; /* an accent, and one that takes two units */
    const struct catalog catalog = read_back(r);
    assert_non_null(member(&catalog, "\xC3\xA9\xF0\x9F\x98\x80.inf", CATALOG_SHA1));
}

static void truncations_are_refused(void **state)
{
    struct room *r = *state;
    const struct bytes whole = encode(r);
    for (size_t size = 0; size < whole.size; size++) {
        struct arena a = {0};
        struct catalog catalog;
        const struct bytes part = {arena_copy(&a, whole.data, size), size};
        assert_false(catalog_read(part, "x.cat", &a, &catalog, &r->diag));
        assert_string_equal(r->diag.entries[0].code, CODE_CAT2001);
        diag_free(&r->diag);
        arena_free(&a);
    }
}

/* Numbers that are the same in each run (xorshift). */
static uint32_t next_number(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static void changes_do_no_harm(void **state)
{
    struct room *r = *state;
    const struct bytes whole = encode(r);
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        struct arena a = {0};
        struct catalog catalog;
        uint8_t *copy = arena_copy(&a, whole.data, whole.size);
        for (uint32_t change = next_number(&seed) % 4 + 1; change; change--)
            copy[next_number(&seed) % whole.size] = (uint8_t)next_number(&seed);
        const bool ok = catalog_read((struct bytes){copy, whole.size}, "x.cat", &a, &catalog, &r->diag);
        assert_int_equal(ok, r->diag.errors == 0);
        diag_free(&r->diag);
        arena_free(&a);
    }
}

static void bytes_behind_the_end_are_refused(void **state)
{
    struct room *r = *state;
    const struct bytes whole = encode(r);
    uint8_t *copy = arena_alloc(&r->arena, whole.size + 1);
    struct catalog catalog;
    memcpy(copy, whole.data, whole.size);
    assert_false(catalog_read((struct bytes){copy, whole.size + 1}, "x.cat", &r->arena, &catalog, &r->diag));
}

/* Reads `whole` with `put` for the last byte of the first `pattern`; gives the code. */
static const char *code_of_change(struct room *r, struct bytes whole, const void *pattern, size_t size, uint8_t put)
{
    struct catalog catalog;
    uint8_t *copy = arena_copy(&r->arena, whole.data, whole.size), *found = memmem(copy, whole.size, pattern, size);
    assert_non_null(found);
    found[size - 1] = put;
    diag_free(&r->diag);
    assert_false(catalog_read((struct bytes){copy, whole.size}, "x.cat", &r->arena, &catalog, &r->diag));
    assert_int_equal(r->diag.count, 1);
    return r->diag.entries[0].code;
}

static void what_is_wrong_has_its_code(void **state)
{
    /* 1.3.6.1.4.1.311.12.1, then .1 the list's use, .3 members by their hash's bytes; .10.1 the list itself */
    static const uint8_t use[] = {0x2B, 6, 1, 4, 1, 0x82, 0x37, 12, 1, 1},
                         members[] = {0x2B, 6, 1, 4, 1, 0x82, 0x37, 12, 1, 3},
                         list[] = {0x2B, 6, 1, 4, 1, 0x82, 0x37, 10, 1};
    struct room *r = *state;
    const struct bytes whole = encode(r);
    assert_string_equal(code_of_change(r, whole, use, sizeof use, 9), "CAT2002");
    assert_string_equal(code_of_change(r, whole, members, sizeof members, 9), "CAT2002");
    assert_string_equal(code_of_change(r, whole, list, sizeof list, 9), "CAT2002");
    const struct catalog catalog = read_back(r);
    const struct catalog_member *m = member(&catalog, "mz.txt", CATALOG_SHA256);
    assert_string_equal(code_of_change(r, whole, m->digest, 32, m->digest[31] ^ 1), "CAT2003");
}

static void absurdly_many_members_are_refused(void **state)
{
    enum { FILES = CATALOG_MEMBER_LIMIT / 2 + 1 }; /* two members each */
    struct room *r = *state;
    struct catalog catalog;
    struct catalog_file *files = arena_array(&r->arena, FILES, sizeof *files);
    for (uint32_t i = 0; i < FILES; i++)
        files[i] = (struct catalog_file){"x", {arena_copy(&r->arena, &i, sizeof i), sizeof i}, "x"};
    r->request.files = files;
    r->request.file_count = FILES;
    assert_false(catalog_read(encode(r), "x.cat", &r->arena, &catalog, &r->diag));
    assert_string_equal(r->diag.entries[0].code, "CAT2004");
}

static void windows_versions_by_name(void **state)
{
    struct room *r = *state;
    struct os_list os;
    assert_true(os_parse("10_co_x64,10_X64,Server2025_ARM64", &r->arena, &os, &r->diag));
    assert_string_equal(os.attribute, "_v100_X64,_v100_X64_21H2,Server_v100_ARM64_24H2");
    assert_string_equal(os.kernels, "2:10.0");
    assert_false(os.before_windows_8);
    assert_true(os_parse("7_X64,10_X64", &r->arena, &os, &r->diag));
    assert_string_equal(os.kernels, "2:6.1,2:10.0");
    assert_true(os.before_windows_8);
    assert_false(os_parse("10_X64,,10_VB_X64", &r->arena, &os, &r->diag));
    assert_false(os_parse("11_X64", &r->arena, &os, &r->diag));
    assert_string_equal(r->diag.entries[1].code, CODE_CAT1006);
}

static struct os_list promised(struct room *r, const char *decoration, enum inf_arch arch)
{
    const char *text = arena_format(&r->arena,
                                    "[Version]\nSignature=\"$WINDOWS NT$\"\n[Manufacturer]\nMaker=Standard,%s\n"
                                    "[Standard.%s]\nDevice=Install,ROOT\\X\n[Install]\n",
                                    decoration, decoration);
    const struct inf *inf =
        inf_parse("x.inf", (struct bytes){(const uint8_t *)text, strlen(text)}, &r->arena, &r->diag);
    struct os_list os = {0};
    assert_non_null(inf);
    if (!os_from_inf(inf, arch, &r->arena, &os))
        os.attribute = NULL;
    return os;
}

static void windows_versions_that_the_inf_promises(void **state)
{
    struct room *r = *state;
    assert_string_equal(promised(r, "NTamd64.10.0...26100", INF_ARCH_AMD64).attribute,
                        "_v100_X64_24H2,Server_v100_X64_24H2,_v100_X64_25H2");
    assert_string_equal(promised(r, "NTarm64.10.0.1..22000", INF_ARCH_ARM64).attribute,
                        "_v100_ARM64_21H2,_v100_ARM64_22H2,_v100_ARM64_24H2,_v100_ARM64_25H2");
    assert_null(promised(r, "NTamd64.10.0...26100", INF_ARCH_ARM64).attribute);
    assert_null(promised(r, "NTamd64.10.0...99999", INF_ARCH_AMD64).attribute);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(two_members_a_file),
        TEST(kinds_are_told_apart),
        TEST(attributes_are_those_of_inf2cat),
        TEST(version_1_has_sha1_only),
        TEST(same_request_same_bytes),
        TEST(order_of_files_does_not_matter),
        TEST(checksum_and_signature_do_not_count),
        TEST(broken_image_is_refused),
        TEST(equal_files_are_one_member),
        TEST(letters_beyond_ascii_survive),
        TEST(truncations_are_refused),
        TEST(changes_do_no_harm),
        TEST(bytes_behind_the_end_are_refused),
        TEST(what_is_wrong_has_its_code),
        TEST(absurdly_many_members_are_refused),
        TEST(windows_versions_by_name),
        TEST(windows_versions_that_the_inf_promises),
    };
    return cmocka_run_group_tests_name("catalog", tests, NULL, NULL);
}
