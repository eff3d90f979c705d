/* A whole package: made, signed, believed, and then each way of spoiling it is found and named. */
#include "cwdk/catalog/package.h"
#include "cwdk/diag/codes.h"
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

static const char inf_text[] = "[Version]\r\nSignature=\"$WINDOWS NT$\"\r\nCatalogFile=echo.cat\r\n"
                               "[SourceDisksNames]\r\n1=Disk\r\n[SourceDisksFiles]\r\necho.sys=1\r\nother.dll=1\r\n"
                               "[DestinationDirs]\r\nDefaultDestDir=13\r\n"
                               "[Manufacturer]\r\nMaker=Standard,NTamd64.10.0...16299,NTarm64.10.0...16299\r\n"
                               "[Standard.NTamd64.10.0...16299]\r\nEcho=Install,Root\\Echo\r\n"
                               "[Install.NT]\r\nCopyFiles=@echo.sys\r\n"
                               "[Standard.NTarm64.10.0...16299]\r\nEcho=Other,Root\\Echo\r\n"
                               "[Other.NT]\r\nCopyFiles=@other.dll\r\n";

struct room {
    struct arena arena;
    struct diag diag;
    char *folder, *package;
    const char *identity;
    struct bytes catalog; /* signed */
};

static char *in_package(struct room *r, const char *name)
{
    return path_join(&r->arena, r->package, name);
}

static void write_package(struct room *r)
{
    const struct sign_options test = {.kind = SIGN_KEY_TEST};
    struct package_catalog_options options = {.folder = r->package, .arch = INF_ARCH_AMD64, .time = 1700000000};
    const char *catalog;
    uint8_t image[IMAGE_SIZE];
    image_make(image);
    assert_true(path_remove(r->package, &r->diag));
    assert_true(folder_make(r->package, &r->diag));
    assert_true(file_write(in_package(r, "echo.inf"), inf_text, sizeof inf_text - 1, 0644, &r->diag));
    assert_true(file_write(in_package(r, "echo.sys"), image, sizeof image, 0644, &r->diag));
    assert_true(sign_file(&test, in_package(r, "echo.sys"), in_package(r, "echo.sys"), &r->arena, &r->diag));
    assert_true(package_catalog_write(&options, &r->arena, &catalog, &r->diag));
    assert_true(sign_file(&test, catalog, catalog, &r->arena, &r->diag));
    assert_true(identity_export(r->identity, in_package(r, "test.cer"), &r->diag));
    assert_true(file_read(catalog, &r->arena, &r->catalog, &r->diag));
}

static int enter(void **state)
{
    struct room *r = calloc(1, sizeof *r);
    char name[] = "/tmp/cwdk-package-XXXXXX";
    r->folder = arena_string(&r->arena, mkdtemp(name));
    r->package = path_join(&r->arena, r->folder, "echo-package");
    setenv("XDG_DATA_HOME", r->folder, 1);
    r->identity = identity_test(&r->arena, &r->diag);
    *state = r;
    return r->identity ? 0 : -1;
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
    write_package(r);
    return 0;
}

static bool verify(struct room *r, struct verify_summary *summary)
{
    return verify_package(&(struct verify_request){.folder = r->package}, &r->arena, summary, &r->diag);
}

/* The only finding has the code and is about the file. */
static void assert_finding(struct room *r, const char *code, const char *file)
{
    assert_false(verify(r, NULL));
    if (r->diag.count != 1)
        diag_print(&r->diag, stderr);
    assert_int_equal(r->diag.count, 1);
    assert_string_equal(r->diag.entries[0].code, code);
    assert_string_equal(r->diag.entries[0].place.file, file);
}

static void flip(struct room *r, const char *name, size_t offset)
{
    struct bytes content;
    assert_true(file_read(in_package(r, name), &r->arena, &content, &r->diag));
    uint8_t *copy = arena_copy(&r->arena, content.data, content.size);
    assert_true(offset < content.size);
    copy[offset] ^= 4;
    assert_true(file_write(in_package(r, name), copy, content.size, 0644, &r->diag));
}

static void good_package_is_believed(void **state)
{
    struct room *r = *state;
    struct verify_summary summary;
    assert_true(verify(r, &summary));
    assert_int_equal(r->diag.count, 0);
    assert_int_equal(summary.catalogs, 1);
    assert_int_equal(summary.members, 4);
    assert_int_equal(summary.files, 2);
    assert_int_equal(summary.images, 1);
    assert_int_equal(summary.pages, IMAGE_PAGES);
}

static void changed_inf_is_named(void **state)
{
    struct room *r = *state;
    flip(r, "echo.inf", 3);
    assert_false(verify(r, NULL));
    assert_int_equal(r->diag.count, 1); /* though it has two members */
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2013);
    assert_string_equal(r->diag.entries[0].place.file, in_package(r, "echo.inf"));
}

static void changed_image_is_named_with_its_page(void **state)
{
    struct room *r = *state;
    struct verify_summary summary;
    flip(r, "echo.sys", 0x1500);
    assert_false(verify(r, &summary));
    assert_int_equal(r->diag.count, 1); /* not its whole hash and its catalog besides */
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2004);
    assert_string_equal(r->diag.entries[0].place.file, in_package(r, "echo.sys"));
    assert_string_equal(summary.changed[0], "echo.sys");
    assert_null(summary.changed[1]);
}

static void removed_file_is_named(void **state)
{
    struct room *r = *state;
    assert_int_equal(unlink(in_package(r, "echo.sys")), 0);
    assert_finding(r, CODE_SIG2014, in_package(r, "echo.cat"));
    assert_non_null(strstr(r->diag.entries[0].message, "echo.sys"));
}

static void known_file_is_not_named_again(void **state)
{
    struct room *r = *state;
    assert_int_equal(unlink(in_package(r, "echo.sys")), 0);
    assert_false(
        verify_package(&(struct verify_request){.folder = r->package, .known = (const char *const[]){"echo.sys", NULL}},
                       &r->arena, NULL, &r->diag));
    assert_int_equal(r->diag.count, 0);
}

static void unreadable_file_is_named_once(void **state)
{
    struct room *r = *state;
    assert_int_equal(unlink(in_package(r, "echo.sys")), 0);
    assert_int_equal(symlink("nowhere", in_package(r, "echo.sys")), 0);
    assert_finding(r, CODE_ENV0001, in_package(r, "echo.sys"));
}

static void truncated_catalog_is_one_finding(void **state)
{
    struct room *r = *state;
    assert_true(file_write(in_package(r, "echo.cat"), r->catalog.data, r->catalog.size / 2, 0644, &r->diag));
    assert_finding(r, CODE_CAT2001, in_package(r, "echo.cat"));
}

static void changed_list_is_one_finding(void **state)
{
    struct room *r = *state;
    struct catalog catalog;
    assert_true(catalog_read(r->catalog, "echo.cat", &r->arena, &catalog, &r->diag));
    /* The SHA-1 tag of a member is its hash: with another one it seems to list another file. */
    for (size_t i = 0; i < catalog.member_count; i++) {
        const struct catalog_member *member = &catalog.members[i];
        if (member->hash != CATALOG_SHA1)
            continue;
        const uint8_t *place = memmem(r->catalog.data, r->catalog.size, member->digest, 20);
        assert_non_null(place);
        flip(r, "echo.cat", (size_t)(place - r->catalog.data));
        break;
    }
    assert_finding(r, CODE_SIG2005, in_package(r, "echo.cat"));
}

static void broken_certificate_is_one_finding(void **state)
{
    struct room *r = *state;
    assert_true(file_write(in_package(r, "test.cer"), "no certificate", 14, 0644, &r->diag));
    assert_finding(r, CODE_SIG1002, in_package(r, "test.cer"));
}

static void unreadable_trust_ends_the_check(void **state)
{
    struct room *r = *state;
    const char *const trusted[] = {"/nonexistent.cer", NULL};
    assert_false(verify_package(&(struct verify_request){.folder = r->package, .trust.certificates = trusted},
                                &r->arena, NULL, &r->diag));
    assert_int_equal(r->diag.count, 1);
    assert_string_equal(r->diag.entries[0].code, CODE_ENV0001);
}

static void unsigned_driver_is_noted(void **state)
{
    struct room *r = *state;
    uint8_t image[IMAGE_SIZE];
    image_make(image);
    assert_true(file_write(in_package(r, "echo.sys"), image, sizeof image, 0644, &r->diag));
    assert_true(verify(r, NULL)); /* the catalog's hash leaves out the signature */
    assert_int_equal(r->diag.count, 1);
    assert_int_equal(r->diag.entries[0].severity, DIAG_NOTE);
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2001);
    assert_string_equal(r->diag.entries[0].place.file, in_package(r, "echo.sys"));
}

static void file_that_is_copied_but_not_listed_is_named(void **state)
{
    struct room *r = *state;
    assert_true(file_write(in_package(r, "Other.dll"), "x", 1, 0644, &r->diag));
    assert_finding(r, CODE_SIG2012, in_package(r, "Other.dll"));
}

static void inf_that_is_not_listed_is_named(void **state)
{
    struct room *r = *state;
    static const char text[] = "[Version]\r\nSignature=\"$WINDOWS NT$\"\r\n";
    assert_true(file_write(in_package(r, "more.inf"), text, sizeof text - 1, 0644, &r->diag));
    assert_finding(r, CODE_SIG2012, in_package(r, "more.inf"));
}

static void file_that_is_not_copied_may_lie_there(void **state)
{
    struct room *r = *state;
    assert_true(file_write(in_package(r, "install.cmd"), "x", 1, 0644, &r->diag));
    assert_true(verify(r, NULL));
    assert_int_equal(r->diag.count, 0);
}

static void missing_catalog_is_told(void **state)
{
    struct room *r = *state;
    assert_int_equal(unlink(in_package(r, "echo.cat")), 0);
    assert_finding(r, CODE_SIG2010, r->package);
}

static void unsigned_catalog_is_told(void **state)
{
    struct room *r = *state;
    struct package_catalog_options options = {.folder = r->package, .arch = INF_ARCH_AMD64, .time = 1700000000};
    assert_true(package_catalog_write(&options, &r->arena, NULL, &r->diag));
    assert_finding(r, CODE_SIG2011, in_package(r, "echo.cat"));
}

static void private_key_is_told(void **state)
{
    struct room *r = *state;
    assert_true(file_copy(r->identity, in_package(r, "harmless.cer"), &r->diag));
    assert_finding(r, CODE_SIG1005, in_package(r, "harmless.cer"));
}

static void links_in_circles_end(void **state)
{
    struct room *r = *state;
    assert_int_equal(symlink(".", in_package(r, "one")), 0);
    assert_int_equal(symlink(".", in_package(r, "two")), 0);
    assert_false(verify(r, NULL));
    assert_int_equal(r->diag.count, 2);
    assert_string_equal(r->diag.entries[0].place.file, in_package(r, "one"));
}

static void other_trust_does_not_do(void **state)
{
    struct room *r = *state;
    assert_false(verify_package(&(struct verify_request){.folder = r->package, .trust.system = true}, &r->arena, NULL,
                                &r->diag));
    assert_int_equal(r->diag.count, 1); /* though the catalog and the image have that signer */
    assert_string_equal(r->diag.entries[0].code, CODE_SIG2006);
}

/* Every byte of what the catalog's signature covers. */
static void changed_catalog_is_never_believed(void **state)
{
    struct room *r = *state;
    const struct bytes whole = r->catalog;
    const char *cer[] = {in_package(r, "test.cer"), NULL};
    const struct verify_trust trust = {.certificates = cer};
    struct diag d = {0};
    size_t believed = 0;
    assert_true(verify_catalog(whole, "x.cat", &trust, &r->arena, NULL, NULL, &d));
    for (size_t i = 0; i < whole.size; i++) {
        struct arena a = {0};
        uint8_t *copy = arena_copy(&a, whole.data, whole.size);
        copy[i] ^= 1;
        const bool ok = verify_catalog((struct bytes){copy, whole.size}, "x.cat", &trust, &a, NULL, NULL, &d);
        assert_int_equal(ok, d.errors == 0);
        believed += ok;
        diag_free(&d);
        arena_free(&a);
    }
    /* A few bytes outside of the list are not signed: the message's version number, algorithm names said twice. */
    assert_true(believed < 64);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, fresh)
    const struct CMUnitTest tests[] = {
        TEST(good_package_is_believed),
        TEST(changed_inf_is_named),
        TEST(changed_image_is_named_with_its_page),
        TEST(removed_file_is_named),
        TEST(known_file_is_not_named_again),
        TEST(unreadable_file_is_named_once),
        TEST(truncated_catalog_is_one_finding),
        TEST(changed_list_is_one_finding),
        TEST(broken_certificate_is_one_finding),
        TEST(unreadable_trust_ends_the_check),
        TEST(unsigned_driver_is_noted),
        TEST(file_that_is_copied_but_not_listed_is_named),
        TEST(inf_that_is_not_listed_is_named),
        TEST(file_that_is_not_copied_may_lie_there),
        TEST(missing_catalog_is_told),
        TEST(unsigned_catalog_is_told),
        TEST(private_key_is_told),
        TEST(links_in_circles_end),
        TEST(other_trust_does_not_do),
        TEST(changed_catalog_is_never_believed),
    };
    return cmocka_run_group_tests_name("package", tests, enter, leave);
}
