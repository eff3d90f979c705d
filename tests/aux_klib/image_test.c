/* The export directory that AuxKlibGetImageExportDirectory finds, in images made here byte by byte. */
#include "sdk/lib/aux_klib/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { HEADER = 0x80, OPTIONAL = HEADER + 24, SIZE = 0x3000, EXPORTS = 0x2040 };

static void put(uint8_t *image, size_t at, uint32_t value)
{
    memcpy(image + at, &value, sizeof value);
}

static uint8_t *good_image(void)
{
    static uint8_t image[SIZE];
    memset(image, 0, sizeof image);
    put(image, 0, 0x5A4D); /* MZ */
    put(image, 0x3C, HEADER);
    put(image, HEADER, 0x4550); /* PE */
    put(image, OPTIONAL, 0x20B);
    put(image, OPTIONAL + 56, SIZE);
    put(image, OPTIONAL + 108, 16);
    put(image, OPTIONAL + 112, EXPORTS);
    return image;
}

static const void *with(size_t at, uint32_t value)
{
    uint8_t *image = good_image();
    put(image, at, value);
    return image_export_directory(image);
}

static void found(void **state)
{
    const uint8_t *image = good_image();
    (void)state;
    assert_ptr_equal(image_export_directory(image), image + EXPORTS);
}

static void refused(void **state)
{
    (void)state;
    assert_null(image_export_directory(NULL));
    assert_null(with(0, 0x5A4E));            /* no MZ */
    assert_null(with(0x3C, 0xFFFFFFF0));     /* a header that is outside */
    assert_null(with(0x3C, 4096));           /* or not in the first page */
    assert_null(with(HEADER, 0x4550 + 1));   /* no PE */
    assert_null(with(OPTIONAL, 0x10B));      /* 32 bits */
    assert_null(with(OPTIONAL + 108, 0));    /* no directories */
    assert_null(with(OPTIONAL + 112, 0));    /* no exports */
    assert_null(with(OPTIONAL + 112, SIZE)); /* exports behind the image */
    assert_null(with(OPTIONAL + 112, SIZE - 39));
    assert_non_null(with(OPTIONAL + 112, SIZE - 40));
    assert_null(with(OPTIONAL + 56, 39)); /* an image smaller than the directory */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(found), cmocka_unit_test(refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
