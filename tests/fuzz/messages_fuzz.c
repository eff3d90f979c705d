/* Any bytes as a message file. */
#include "cwdk/messages/messages.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct messages_output out;
    const struct messages_options options = {.ansi = size & 1, .terminated = size & 2, .customer = size & 4};
    const struct bytes content = {arena_copy(&a, data, size), size};
    if (messages_compile("x.mc", content, &options, &a, &out, &d) == (d.errors != 0))
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
