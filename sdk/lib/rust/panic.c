/* A Rust panic: the bug check of the safe layer, which names the file and the line. */
#include <wdm.h>
#include "rust.h"
#include "parameters.h"

void WdkRustPanic(const char *file, size_t length, uint32_t line)
{
    char name[64];
    size_t start = length, size = 0;
    while (start && file[start - 1] != '/' && file[start - 1] != '\\')
        start--;
    while (start < length && size < sizeof name - 1)
        name[size++] = file[start++];
    name[size] = 0;
    wdk_panic(&(const struct wdk_panic_site){.file = name, .line = line, .kind = WDK_PANIC_RUST}, 0, 0);
}
