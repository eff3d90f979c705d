/* The first page: what this is, in a few words, then the README. */
#include "gallery.h"
#include "cwdk/host/file.h"
#include "cwdk/report/html.h"

#include <string.h>

static const char page[] = "index.html";

static void put_card(struct text *out, const char *to, const char *title, const char *text)
{
    text_put(out, "<li>");
    link_begin(out, page, to, NULL);
    text_format(out, "<b>%s</b><span>%s</span></a></li>\n", title, text);
}

static void put_hero(struct site *s, struct text *out)
{
    static const char session[] = "$ cwdk new echo --kmdf && cd echo\n"
                                  "$ cwdk build      # signed packages for x64 and ARM64\n"
                                  "$ cwdk check      # the whole driver, on every path\n"
                                  "$ cwdk test       # the .sys that ships, in a simulated kernel\n";
    text_put(out, "<section class=\"hero\"><div>\n<h1>Windows drivers in C, made and tested on Linux</h1>\n"
                  "<p class=\"lead\">Build, package, sign, check and run kernel drivers without a Windows machine and "
                  "without the proprietary kit. Open headers, one tool, and a simulated kernel that watches every "
                  "call.</p>\n<p class=\"doors\">");
    link_begin(out, page, "docs/install.html", "door first");
    text_put(out, "Install it</a>");
    link_begin(out, page, "docs/index.html", "door");
    text_put(out, "Read the guide</a>");
    link_begin(out, page, "gallery/index.html", "door");
    text_put(out, "See what it finds</a></p>\n</div>\n<pre class=\"block\" tabindex=\"0\"><code>");
    code_put(s, out, "console", session, page);
    text_put(out, "</code></pre>\n</section>\n<ul class=\"cards\">\n");
    put_card(out, "docs/build.html", "Build",
             "Any driver model, from a manifest or the Visual Studio project as it is.");
    put_card(out, "docs/check.html", "Check",
             "Ownership, bounds, IRQL, locks and requests, followed through the whole driver.");
    put_card(out, "docs/testing.html", "Test",
             "The shipped binary in a simulated NT kernel, deterministic from its seed.");
    put_card(out, "docs/verifier.html", "Verify",
             "Every call watched; faults, removals and schedules tried one by one.");
    put_card(out, "docs/fuzz.html", "Fuzz", "libFuzzer on the driver's requests, each find a small test in C.");
    put_card(out, "docs/safe.html", "Safe layer", "Headers in which wrong programs do not compile, at no cost.");
    text_put(out, "</ul>\n");
}

/* A finding with its line and its picture, where the gallery has it. */
static void put_finding(struct site *s, struct text *out)
{
    const struct exhibit *x = exhibit_named(s, "irql_too_high");
    if (!x)
        return;
    text_put(out, "<section class=\"show\">\n<h2>It says what went wrong, and shows it</h2>\n<div class=\"panel\">\n");
    exhibit_put(s, out, x, page);
    text_put(out, "<p>");
    link_begin(out, page, x->page, NULL);
    text_put(out, "The driver, and its twin without the mistake</a>. ");
    link_begin(out, page, "gallery/index.html", NULL);
    text_format(out, "All %zu of the gallery</a>.</p>\n</div>\n</section>\n", s->gallery->exhibit_count);
}

void home_write(struct site *s)
{
    struct bytes text;
    struct text body = {0};
    struct markdown m;
    if (!file_read(path_join(s->a, s->source, "README.md"), s->a, &text, s->d))
        return;
    put_hero(s, &body);
    put_finding(s, &body);
    markdown_render(s, (const char *)text.data, text.size, "README.md", page, "Guide", &m);
    text_put(&body, "<article class=\"readme\">\n");
    text_add(&body, m.html.data, m.html.size);
    text_put(&body, "</article>\n");
    page_write(s,
               &(struct page){.path = page,
                              .title = "windows-drivers-c",
                              .about = "Write, build, package, sign and check Windows drivers in C, on Linux",
                              .part = PART_HOME,
                              .kind = "home"},
               &body);
    markdown_free(&m);
    text_free(&body);
}
