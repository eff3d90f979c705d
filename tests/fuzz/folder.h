/*
 * A folder of a fuzz target's own, which is taken away at the end. Where FOLDER_FILES is defined, empty files of these
 * names are in it.
 */
#ifndef TESTS_FUZZ_FOLDER_H
#define TESTS_FUZZ_FOLDER_H

#include "cwdk/host/file.h"

#include <stdlib.h>
#include <unistd.h>

#ifndef FOLDER_FILES
#define FOLDER_FILES NULL
#endif

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char folder[] = "/tmp/cwdk-fuzz-XXXXXX";

static void folder_leave(void)
{
    struct diag d = {0};
    path_remove(folder, &d);
    diag_free(&d);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const files[] = {FOLDER_FILES, NULL};
    struct arena a = {0};
    struct diag d = {0};
    (void)argc;
    (void)argv;
    if (!mkdtemp(folder))
        abort();
    atexit(folder_leave);
    for (size_t i = 0; files[i]; i++) {
        const char *path = path_join(&a, folder, files[i]);
        if (!folder_make(path_folder(&a, path), &d) || !file_write(path, "", 0, 0644, &d))
            abort();
    }
    arena_free(&a);
    return 0;
}

#endif
