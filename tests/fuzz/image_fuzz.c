/* The simulator's loader on arbitrary files: it maps an image, or says why not, and takes all of it away again. */
#include "ntsim/machine/machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void print(void *context, const char *text, size_t length)
{
    (void)context, (void)text, (void)length;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct machine_options options = {.system_folder = "/nonexistent", .print = print};
    const char *error;
    char path[64];
    const int file = memfd_create("image", MFD_CLOEXEC);
    machine_options = options;
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
    struct machine_image *image = image_load(path, &error);
    if (image)
        image_unload(image);
    else if (!*error)
        abort();
    close(file);
    return 0;
}
