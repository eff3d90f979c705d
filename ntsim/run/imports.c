/* What a driver imports, and whether the simulated system has it. */
#include "ntsim/machine/machine.h"
#include "ntsim/pe/image.h"
#include "ntsim/run/event.h"
#include "ntsim/run/host.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool map(const char *path, const void **data, size_t *size)
{
    struct stat info;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    *data = MAP_FAILED;
    if (file >= 0 && fstat(file, &info) == 0 && info.st_size > 0) {
        *size = (size_t)info.st_size;
        *data = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    if (file >= 0)
        close(file);
    return *data != MAP_FAILED;
}

static enum pe_step walk_imports(const struct pe_image *image, struct pe_error *error)
{
    struct pe_import_walk walk = {.kind = PE_IMPORTS_STATIC};
    struct pe_import_module module;
    struct pe_import import;
    enum pe_step step;
    while ((step = pe_import_module(image, &walk, &module, error)) == PE_ITEM) {
        while ((step = pe_import(image, &walk, &import, error)) == PE_ITEM) {
            char ordinal[16];
            snprintf(ordinal, sizeof(ordinal), "#%u", import.ordinal);
            const bool there = image_has_import(module.name, import.name, import.ordinal);
            event("import", "sss", module.name, import.name ? import.name : ordinal, there ? "implemented" : "missing");
        }
        if (step == PE_BROKEN)
            break;
    }
    return step;
}

int list_imports(const struct host_options *options)
{
    const void *data;
    size_t size;
    struct pe_image image;
    struct pe_error error;
    const char *message;
    char path[4096];
    machine_options.system_folder = options->session.system_folder;
    snprintf(path, sizeof(path), "%s/ntoskrnl.exe", options->session.system_folder);
    if (!image_load(path, &message)) {
        event("error", "s", message);
        return 1;
    }
    if (!map(options->imports, &data, &size)) {
        event("error", "s", "the file cannot be read");
        return 1;
    }
    if (!pe_open(data, size, &image, &error) || walk_imports(&image, &error) == PE_BROKEN) {
        event("error", "s", pe_fault_text(error.fault));
        return 1;
    }
    event("end", "d", (uint64_t)0);
    return 0;
}
