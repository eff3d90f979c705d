/* Any bytes as a MOF file; what is made of one is sound. */
#include "cwdk/mof/mof.h"
#include "tests/mof/decode.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct mof mof;
    const struct bytes content = {arena_copy(&a, data, size), size};
    const bool ok = mof_parse("x.mof", content, &a, &mof, &d);
    if (ok == (d.errors != 0))
        abort();
    if (ok) {
        size_t plain_size;
        uint8_t *plain = decode_unpack(mof_binary(&mof, &a), &a, &plain_size);
        if (!plain)
            abort();
        struct reader w = {.p = plain, .size = plain_size};
        if (!decode_walk(&w))
            abort();
        mof_header(&mof, true, &a, &d);
    }
    diag_free(&d);
    arena_free(&a);
    return 0;
}
