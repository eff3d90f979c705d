/* Every reader of ntsim/pe on arbitrary bytes. */
#include "tests/pe/walk.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct walk_counts counts;
    walk_image(data, size, &counts);
    return 0;
}
