/* The whole way of `cwdk inspect` and of what `cwdk verify` asks of an image, on arbitrary bytes: document and text. */
#include "cwdk/inspect/binary.h"
#include "cwdk/inspect/inspect.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    struct arena arena = {0};
    struct diag diag = {0};
    json_t *document = inspect_pe((struct bytes){data, size}, "fuzz.sys", &arena, &diag);
    if (document && nowhere) {
        char *text = json_dumps(document, 0);
        if (!text)
            abort(); /* text that is not fit for JSON reached the document */
        free(text);
        inspect_print(document, 0, nowhere);
    }
    json_decref(document);
    diag_free(&diag);
    arena_free(&arena);
    return 0;
}
