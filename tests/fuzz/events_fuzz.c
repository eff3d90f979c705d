/* Any bytes as an event manifest; what is made of one is sound. */
#include "cwdk/events/events.h"
#include "tests/events/walk.h"
#include "tests/fuzz/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena a = {0};
    struct diag d = {0};
    struct event_manifest m;
    const char *path = path_join(&a, folder, "x.man");
    if (!file_write(path, data, size, 0644, &d))
        abort();
    const bool ok = manifest_load(path, &a, &m, &d);
    if (ok == (d.errors != 0))
        abort();
    if (ok) {
        const struct bytes made = events_template(&m, &a);
        struct reader w = {.p = made.data, .size = made.size};
        struct bytes table;
        walk_all(&w);
        events_header(&m, &(struct events_options){.kernel = true, .user = true}, &a, &d);
        if (m.languages)
            events_messages(&m, m.languages, &a, &table, &d);
        manifest_free(&m);
    }
    diag_free(&d);
    arena_free(&a);
    return 0;
}
