/* Signs with osslsigncode, then tampers: every change must be found, and named. */
#include "cwdk/diag/codes.h"
#include "cwdk/host/process.h"
#include "cwdk/sign/identity.h"
#include "cwdk/sign/sign.h"
#include "cwdk/sign/verify.h"
#include "tests/sign/image.h"

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
    const char *identity, *cer;
    struct bytes image; /* signed with the test identity */
    struct verify_trust trust;
    const char *trusted[2];
};

static char *at(struct room *r, const char *name)
{
    return path_join(&r->arena, r->folder, name);
}

static struct bytes sign_with(struct room *r, const struct sign_options *options, const char *name)
{
    uint8_t raw[IMAGE_SIZE];
    struct bytes content = {0};
    image_make(raw);
    assert_true(file_write(at(r, "raw.sys"), raw, sizeof raw, 0644, &r->diag));
    if (!sign_file(options, at(r, "raw.sys"), at(r, name), &r->arena, &r->diag))
        diag_print(&r->diag, stderr);
    assert_true(file_read(at(r, name), &r->arena, &content, &r->diag));
    return content;
}

static int enter(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    char name[] = "/tmp/cwdk-verify-XXXXXX";
    r->folder = arena_string(&r->arena, mkdtemp(name));
    setenv("XDG_DATA_HOME", r->folder, 1);
    r->identity = identity_test(&r->arena, &r->diag);
    r->cer = at(r, "test.cer");
    r->trusted[0] = r->cer;
    r->trust.certificates = r->trusted;
    *state = r;
    if (!r->identity || !identity_export(r->identity, r->cer, &r->diag))
        return -1;
    r->image = sign_with(r, &(struct sign_options){.kind = SIGN_KEY_TEST}, "signed.sys");
    return 0;
}

static int leave(void **state)
{
    struct room *r = *state;
    path_remove(r->folder, &r->diag);
    diag_free(&r->diag);
    arena_free(&r->arena);
    free(r);
    return 0;
}

static int fresh(void **state)
{
    struct room *r = *state;
    diag_free(&r->diag);
    return 0;
}

static size_t count_code(const struct room *r, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < r->diag.count; i++)
        count += r->diag.entries[i].code && !strcmp(r->diag.entries[i].code, code);
    return count;
}

static const char *message_of(const struct room *r, const char *code)
{
    for (size_t i = 0; i < r->diag.count; i++)
        if (!strcmp(r->diag.entries[i].code, code))
            return r->diag.entries[i].message;
    return "";
}

/* A copy of the signed image that a test may damage. */
static uint8_t *copy_of_image(struct room *r)
{
    return arena_copy(&r->arena, r->image.data, r->image.size);
}

static bool verify(struct room *r, const uint8_t *data, size_t size)
{
    return verify_image((struct bytes){data, size}, "x.sys", &r->trust, &r->arena, NULL, &r->diag);
}

static void good_image_is_believed(void **state)
{
    struct room *r = *state;
    struct verify_signer signer;
    assert_true(verify_image(r->image, "x.sys", &r->trust, &r->arena, &signer, &r->diag));
    assert_int_equal(signer.page_hashes, IMAGE_PAGES);
    assert_string_equal(signer.digest, "SHA256");
    assert_non_null(strstr(signer.subject, "cwdk test signing"));
    assert_false(signer.has_timestamp);
    assert_int_equal(r->diag.count, 0);
}

/* One byte in each page. */
static void changed_page_is_named(void **state)
{
    static const struct {
        uint32_t offset;
        const char *words;
    } pages[IMAGE_PAGES] = {
        {0x60, "the headers of x.sys (page 0)"},
        {0x400 + 0x123,
         "page 1 of x.sys was changed after it was signed: file offset 0x400, RVA 0x1000, section .text"},
        {0x1400 + 0x10,
         "page 2 of x.sys was changed after it was signed: file offset 0x1400, RVA 0x2000, section .rdata"},
        {0x2400 + 0xFFF,
         "page 3 of x.sys was changed after it was signed: file offset 0x2400, RVA 0x3000, section .rdata"},
        {0x3400, "page 4 of x.sys was changed after it was signed: file offset 0x3400, RVA 0x4000, section .rdata"},
        {0x3800 + 0x5FF,
         "page 5 of x.sys was changed after it was signed: file offset 0x3800, RVA 0x5000, section .data"},
    };
    struct room *r = *state;
    for (size_t i = 0; i < IMAGE_PAGES; i++) {
        uint8_t *image = copy_of_image(r);
        image[pages[i].offset] ^= 0x10;
        diag_free(&r->diag);
        assert_false(verify(r, image, r->image.size));
        assert_int_equal(r->diag.count, 1); /* not its whole hash besides */
        assert_int_equal(count_code(r, CODE_SIG2004), 1);
        assert_non_null(strstr(message_of(r, CODE_SIG2004), pages[i].words));
    }
}

static void checksum_is_not_signed(void **state)
{
    struct room *r = *state;
    uint8_t *image = copy_of_image(r);
    image[IMAGE_CHECKSUM] ^= 1;
    assert_true(verify(r, image, r->image.size));
}

static void unsigned_image_is_told(void **state)
{
    struct room *r = *state;
    uint8_t raw[IMAGE_SIZE];
    image_make(raw);
    assert_false(verify(r, raw, sizeof raw));
    assert_int_equal(count_code(r, CODE_SIG2001), 1);
}

/* Every byte of the signature. Nearly all count; the few that nobody signs must at least do no harm. */
static void changed_signature_never_crashes(void **state)
{
    struct room *r = *state;
    size_t refused = 0, total = 0, unfit = 0;
    for (size_t i = IMAGE_SIZE; i < r->image.size; i++, total++) {
        uint8_t *image = copy_of_image(r);
        image[i] ^= 0xFF;
        diag_free(&r->diag);
        const bool ok = verify(r, image, r->image.size);
        refused += !ok;
        assert_int_equal(r->diag.errors, !ok); /* one finding for one byte */
        unfit += count_code(r, CODE_SIG2005);
    }
    assert_true(refused * 100 > total * 95);
    assert_true(unfit * 2 > total);
}

static void truncated_image_never_crashes(void **state)
{
    struct room *r = *state;
    for (size_t size = 0; size < r->image.size; size += size < 0x400 || size >= IMAGE_SIZE ? 1 : 61) {
        uint8_t *part = arena_copy(&r->arena, r->image.data, size);
        diag_free(&r->diag);
        assert_false(verify(r, part, size));
        assert_int_not_equal(r->diag.errors, 0);
    }
}

static void bytes_behind_the_signature_are_refused(void **state)
{
    struct room *r = *state;
    const size_t size = r->image.size + 8;
    uint8_t *image = arena_alloc(&r->arena, size);
    memcpy(image, r->image.data, r->image.size);
    assert_false(verify(r, image, size));
    /* The same with the table grown to hold them. */
    uint8_t *entry = image + IMAGE_SIZE, *directory = image + IMAGE_CERTIFICATE_SIZE;
    const uint32_t grown = (uint32_t)(size - IMAGE_SIZE);
    memcpy(entry, &grown, 4);
    memcpy(directory, &grown, 4);
    image[size - 1] = 'x';
    diag_free(&r->diag);
    assert_false(verify(r, image, size));
    assert_int_equal(count_code(r, CODE_SIG2002), 1);
}

static void certificate_is_checked_for_its_time(void **state)
{
    struct room *r = *state;
    struct verify_trust late = r->trust, early = r->trust;
    late.time = time(NULL) + 20L * 365 * 24 * 3600;
    early.time = time(NULL) - 3L * 24 * 3600;
    assert_false(verify_image(r->image, "x.sys", &late, &r->arena, NULL, &r->diag));
    assert_false(verify_image(r->image, "x.sys", &early, &r->arena, NULL, &r->diag));
    assert_int_equal(count_code(r, CODE_SIG2007), 2);
    assert_string_equal(r->diag.entries[0].place.file, "x.sys");
}

/* Makes a key and certificate with the openssl program. */
static struct sign_options make_key(struct room *r, const char *name, const char *usage)
{
    const char *key = arena_format(&r->arena, "%s/%s.key", r->folder, name);
    const char *certificate = arena_format(&r->arena, "%s/%s.pem", r->folder, name);
    const char *subject = arena_format(&r->arena, "/CN=%s", name);
    const char *const command[] = {"openssl", "req", "-x509",   "-newkey",   "rsa:2048", "-nodes",
                                   "-keyout", key,   "-out",    certificate, "-subj",    subject,
                                   "-days",   "30",  "-addext", usage,       NULL};
    struct process_result result;
    assert_true(process_run(command, NULL, true, &r->arena, &result, &r->diag));
    assert_int_equal(result.status, 0);
    return (struct sign_options){.kind = SIGN_KEY_PEM, .key = key, .certificates = certificate};
}

static void foreign_signer_is_not_trusted(void **state)
{
    struct room *r = *state;
    const struct sign_options other = make_key(r, "other", "extendedKeyUsage=codeSigning");
    const struct bytes image = sign_with(r, &other, "other.sys");
    assert_false(verify(r, image.data, image.size));
    assert_int_equal(count_code(r, CODE_SIG2006), 1);
    const char *trusted[] = {other.certificates, NULL};
    assert_true(
        verify_image(image, "x.sys", &(struct verify_trust){.certificates = trusted}, &r->arena, NULL, &r->diag));
}

static void certificate_for_servers_is_refused(void **state)
{
    struct room *r = *state;
    const struct sign_options web = make_key(r, "web", "extendedKeyUsage=serverAuth");
    const struct bytes image = sign_with(r, &web, "web.sys");
    const char *trusted[] = {web.certificates, NULL};
    assert_false(
        verify_image(image, "x.sys", &(struct verify_trust){.certificates = trusted}, &r->arena, NULL, &r->diag));
    assert_int_equal(count_code(r, CODE_SIG2008), 1);
}

static void certificate_of_no_stated_purpose_will_do(void **state)
{
    struct room *r = *state;
    const struct sign_options plain = make_key(r, "plain", "subjectKeyIdentifier=hash");
    const struct bytes image = sign_with(r, &plain, "plain.sys");
    const char *trusted[] = {plain.certificates, NULL};
    assert_true(
        verify_image(image, "x.sys", &(struct verify_trust){.certificates = trusted}, &r->arena, NULL, &r->diag));
}

static void sha1_signature_is_refused(void **state)
{
    static const char *const arguments[] = {"-h", "sha1", NULL};
    struct room *r = *state;
    const struct sign_options options = {.kind = SIGN_KEY_TEST, .no_page_hashes = true, .arguments = arguments};
    const struct bytes image = sign_with(r, &options, "sha1.sys");
    assert_false(verify(r, image.data, image.size));
    assert_int_equal(count_code(r, CODE_SIG2009), 1);
    assert_int_equal(r->diag.count, 1);
}

static void changed_image_without_page_hashes_is_told(void **state)
{
    struct room *r = *state;
    const struct sign_options options = {.kind = SIGN_KEY_TEST, .no_page_hashes = true};
    const struct bytes image = sign_with(r, &options, "whole.sys");
    uint8_t *changed = arena_copy(&r->arena, image.data, image.size);
    changed[IMAGE_HEADERS] ^= 1;
    assert_false(verify(r, changed, image.size));
    assert_int_equal(count_code(r, CODE_SIG2003), 1);
    assert_int_equal(r->diag.count, 1);
}

static void trusted_file_without_certificate_is_told(void **state)
{
    struct room *r = *state;
    const char *trusted[] = {at(r, "raw.sys"), NULL};
    assert_false(
        verify_image(r->image, "x.sys", &(struct verify_trust){.certificates = trusted}, &r->arena, NULL, &r->diag));
    assert_int_equal(count_code(r, CODE_SIG1002), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(good_image_is_believed, fresh),
        cmocka_unit_test_setup(changed_page_is_named, fresh),
        cmocka_unit_test_setup(checksum_is_not_signed, fresh),
        cmocka_unit_test_setup(unsigned_image_is_told, fresh),
        cmocka_unit_test_setup(changed_signature_never_crashes, fresh),
        cmocka_unit_test_setup(truncated_image_never_crashes, fresh),
        cmocka_unit_test_setup(bytes_behind_the_signature_are_refused, fresh),
        cmocka_unit_test_setup(certificate_is_checked_for_its_time, fresh),
        cmocka_unit_test_setup(foreign_signer_is_not_trusted, fresh),
        cmocka_unit_test_setup(certificate_for_servers_is_refused, fresh),
        cmocka_unit_test_setup(certificate_of_no_stated_purpose_will_do, fresh),
        cmocka_unit_test_setup(sha1_signature_is_refused, fresh),
        cmocka_unit_test_setup(changed_image_without_page_hashes_is_told, fresh),
        cmocka_unit_test_setup(trusted_file_without_certificate_is_told, fresh),
    };
    return cmocka_run_group_tests_name("verify", tests, enter, leave);
}
