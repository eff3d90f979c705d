/* What the kit finds in drivers that are wrong on purpose. */
#include "site.h"

void gallery_write(struct site *s)
{
    struct text body = {0};
    text_put(&body, "<p class=\"lead\">This copy of the site was made without the gallery.</p>\n");
    page_write(s,
               &(struct page){.path = "gallery/index.html", .title = "Findings", .part = PART_GALLERY, .kind = "guide"},
               &body);
    text_free(&body);
}
