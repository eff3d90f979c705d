/* The catalog reader, and the verifiers of catalogs and of images, on hostile input. */
#include "cwdk/sign/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diag diag = {0};
    struct catalog catalog;
    uint8_t digest[CATALOG_HASH_SIZE];
    enum catalog_subject subject;
    const struct verify_trust nobody = {0};
    const struct bytes content = {arena_copy(&arena, data, size), size};
    if (catalog_read(content, "fuzz.cat", &arena, &catalog, &diag) != (diag.errors == 0))
        __builtin_trap();
    catalog_hash_file(content, "fuzz.sys", CATALOG_SHA256, digest, &subject, &diag);
    /* Whom nobody vouches for is never believed. */
    if (verify_catalog(content, "fuzz.cat", &nobody, &arena, NULL, NULL, &diag) ||
        verify_image(content, "fuzz.sys", &nobody, &arena, NULL, &diag))
        __builtin_trap();
    diag_free(&diag);
    arena_free(&arena);
    return 0;
}
