/* Any bytes as a source with trace calls and a configuration block. */
#include "cwdk/wpp/wpp.h"
#include "tests/fuzz/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const functions[] = {"T(LEVEL,FLAGS,MSG,...)", "D((LEVEL,MSG,...))", "E{LEVEL=1}(FLAGS)", NULL};
    struct arena a = {0};
    struct diag d = {0};
    const char *path = path_join(&a, folder, "x.c");
    const char *const scans[] = {path, NULL};
    const struct wpp_settings settings = {.kernel = size & 1, .functions = functions, .scans = scans};
    if (!file_write(path, data, size, 0644, &d))
        abort();
    const char *text = wpp_header(path, &settings, NULL, &a, &d);
    if (!text == !d.errors)
        abort();
    diag_free(&d);
    arena_free(&a);
    return 0;
}
