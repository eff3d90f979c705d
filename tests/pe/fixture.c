#include "tests/pe/fixture.h"
#include "cwdk/host/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture fixture_load(const char *arch, const char *name)
{
    struct arena arena = {0};
    struct diag diag = {0};
    struct bytes content;
    struct fixture f;
    struct pe_error error;
    const char *build = getenv("CWDK_BUILD");
    if (!file_read(arena_format(&arena, "%s/tests/pe/%s/%s", build ? build : ".", arch, name), &arena, &content,
                   &diag)) {
        diag_print(&diag, stderr);
        abort();
    }
    f.size = content.size;
    f.data = memory_new(f.size, 1);
    memcpy(f.data, content.data, f.size);
    if (!pe_open(f.data, f.size, &f.image, &error)) {
        fprintf(stderr, "%s/%s: %s at %llu\n", arch, name, pe_fault_text(error.fault),
                (unsigned long long)error.offset);
        abort();
    }
    arena_free(&arena);
    return f;
}

void fixture_free(struct fixture *f)
{
    free(f->data);
}
