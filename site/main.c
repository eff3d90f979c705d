/*
 * site SOURCE KIT TOOL OUT [FOUND]: writes the site into OUT.
 *
 * SOURCE is the source tree, KIT the built share/cwdk, TOOL the built cwdk, FOUND a folder with what site/find.sh has
 * the kit find in the drivers of the gallery. Without the last there is no gallery.
 */
#include "site.h"
#include "cwdk/host/file.h"

#include <stdio.h>
#include <stdlib.h>

/* Whether it may be removed: a site that was made before, or nothing yet. */
static bool is_ours(struct site *s)
{
    if (!path_exists(s->out) || path_is_file(path_join(s->a, s->out, "assets/site.js")))
        return true;
    return diag_error(s->d, NULL, diag_in_file(s->out), "there is something else than a site");
}

static void write_site(struct site *s)
{
    /* what pages link to is known first */
    documents_find(s);
    commands_find(s);
    safe_find(s);
    gallery_find(s);
    shell_assets(s);
    home_write(s);
    documents_write(s);
    commands_write(s);
    codes_write(s);
    gallery_write(s);
    api_write(s);
    search_write(s);
}

int main(int argc, char **argv)
{
    struct diag d = {0};
    struct arena a = {0};
    if (argc != 5 && argc != 6) {
        fputs("usage: site SOURCE KIT TOOL OUT [FOUND]\n", stderr);
        return CWDK_USAGE;
    }
    struct site s = {.a = &a,
                     .d = &d,
                     .source = argv[1],
                     .kit = argv[2],
                     .tool = argv[3],
                     .out = argv[4],
                     .found = argc == 6 ? argv[5] : NULL};
    if (reference_load(&s.names, s.kit, &a, &d) && is_ours(&s) && path_remove(s.out, &d) && folder_make(s.out, &d))
        write_site(&s);
    diag_print(&d, stderr);
    const int status = d.errors ? CWDK_USAGE : CWDK_OK;
    if (!status)
        printf("%zu pages in %s\n", s.pages, s.out);
    free(s.documents);
    free(s.shown);
    free(s.safe_headers);
    free(s.safe_names);
    text_free(&s.index);
    arena_free(&a);
    diag_free(&d);
    return status;
}
