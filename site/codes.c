/* The codes of `cwdk explain`, a page for each family. */
#include "site.h"
#include "cwdk/diag/codes.h"
#include "cwdk/report/html.h"

#include <ctype.h>
#include <string.h>

static const struct {
    const char *letters, *title, *about, *source;
} families[] = {
    {"ENV", "The machine", "Programs, files and folders that cwdk needs", "docs/commands.md"},
    {"PRJ", "Projects", "cwdk.yaml, .vcxproj and .sln", "docs/manifest.md"},
    {"WPP", "WPP tracing", "Trace calls and configurations", "docs/wpp.md"},
    {"TPL", "New projects", "cwdk new", "docs/commands.md"},
    {"BLD", "Building", "Sources, libraries, outputs", "docs/build.md"},
    {"MSG", "Message files", "What the message compiler refuses", "docs/generated.md"},
    {"EVT", "Event manifests", "What the event compiler refuses", "docs/generated.md"},
    {"MOF", "MOF files", "What the MOF compiler refuses", "docs/generated.md"},
    {"INF", "INF files", "Syntax, rules and stamping", "docs/inf.md"},
    {"CAT", "Catalogs", "What is in a catalog, and what it covers", "docs/catalog.md"},
    {"SIG", "Signatures", "Keys, certificates, verification", "docs/signing.md"},
    {"PE", "Images", "Malformed .sys, .dll and .exe files", "docs/inspect.md"},
    {"PDB", "Symbols", "Malformed PDB files", "docs/inspect.md"},
    {"PKG", "Packages", "What cwdk verify finds in finished packages", "docs/verify.md"},
    {"SUB", "Submission", "What the hardware dashboard rejects", "docs/submit.md"},
    {"SBM", "Bills of materials", "What keeps one from being written", "docs/sbom.md"},
    {"RST", "Rust", "Drivers in Rust: crates and compilers", "docs/rust.md"},
    {"TST", "Tests", "What keeps tests from running", "docs/testing.md"},
    {"RPT", "Reports", "Files of cwdk test --report", "docs/report.md"},
    {"VRF", "The verifier", "What a driver does wrong while its tests run", "docs/verifier.md"},
    {"FUZ", "Fuzzing", "What keeps the fuzzer from running", "docs/fuzz.md"},
    {"CHK", "Checking", "What cwdk check finds on the paths of a driver", "docs/check.md"},
    {"SAF", "The safe profile", "What drivers on the safe layer may not do", "docs/safe.md"},
    {"DEP", "Deploying", "What goes wrong on the way to a target", "docs/deploy.md"},
};

/* How many letters of a code are its family's. */
static int letters(const char *id)
{
    int count = 0;
    while (isalpha((unsigned char)id[count]))
        count++;
    return count;
}

static const char *page_of(struct site *s, const char *id)
{
    char *page = arena_format(s->a, "codes/%.*s.html", letters(id), id);
    for (char *p = page; *p; p++)
        *p = (char)tolower((unsigned char)*p);
    return page;
}

const char *code_page(struct site *s, const char *code)
{
    const struct code_entry *entry = code_find(code);
    return entry ? arena_format(s->a, "%s#%s", page_of(s, entry->id), entry->id) : NULL;
}

static bool same_family(const struct code_entry *a, const struct code_entry *b)
{
    return letters(a->id) == letters(b->id) && strncmp(a->id, b->id, (size_t)letters(a->id)) == 0;
}

/* The number of its row, or that past the end. */
static size_t family_of(struct site *s, const struct code_entry *x)
{
    size_t i = 0;
    while (i < sizeof families / sizeof *families &&
           strcmp(families[i].letters, arena_substring(s->a, x->id, (size_t)letters(x->id))) != 0)
        i++;
    return i;
}

/* The first of each family; whether `index` is that. */
static bool is_first(size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (same_family(code_at(i), code_at(index)))
            return false;
    return true;
}

static const char *title_of(struct site *s, const struct code_entry *x)
{
    const size_t family = family_of(s, x);
    return family < sizeof families / sizeof *families ? families[family].title
                                                       : arena_substring(s->a, x->id, (size_t)letters(x->id));
}

static void put_side(struct site *s, const char *page, struct text *out)
{
    text_put(out, "<h2>Codes</h2><ul>\n<li>");
    link_begin(out, page, "codes/index.html", strcmp(page, "codes/index.html") == 0 ? "on" : NULL);
    text_put(out, "All codes</a></li>\n");
    for (size_t i = 0; code_at(i); i++) {
        if (!is_first(i))
            continue;
        const char *to = page_of(s, code_at(i)->id);
        text_put(out, "<li>");
        link_begin(out, page, to, strcmp(page, to) == 0 ? "on" : NULL);
        text_format(out, "<span class=\"mono dim\">%.*s</span> %s</a></li>\n", letters(code_at(i)->id), code_at(i)->id,
                    title_of(s, code_at(i)));
    }
    text_put(out, "</ul>\n");
}

static void write_family(struct site *s, const struct code_entry *first)
{
    struct text body = {0}, side = {0}, here = {0};
    const char *page = page_of(s, first->id);
    const size_t family = family_of(s, first);
    if (family < sizeof families / sizeof *families) {
        text_put(&body, "<p class=\"lead\">");
        html_text(&body, families[family].about);
        text_put(&body, ". ");
        const char *document = document_page(s, families[family].source);
        if (document) {
            link_begin(&body, page, document, NULL);
            text_put(&body, "How that works</a>.");
        }
        text_put(&body, "</p>\n");
    }
    for (size_t i = 0; code_at(i); i++) {
        const struct code_entry *x = code_at(i);
        if (!same_family(x, first))
            continue;
        text_format(&body, "<section class=\"entry\" id=\"%s\"><h2><span class=\"id\">%s</span> ", x->id, x->id);
        const char *title = prose_title(s, x->title);
        prose_put(s, &body, title, strlen(title), page);
        text_format(&body, "<a class=\"anchor\" href=\"#%s\" aria-label=\"Link to here\">#</a></h2>\n", x->id);
        prose_put_all(s, &body, x->text, page);
        gallery_put_links(s, &body, x->id, page);
        text_put(&body, "</section>\n");
        text_format(&here, "<li><a href=\"#%s\"><span class=\"mono\">%s</span> ", x->id, x->id);
        html_text(&here, x->title);
        text_put(&here, "</a></li>\n");
        search_add(s, code_page(s, x->id), arena_format(s->a, "%s: %s", x->id, x->title), "Code", x->text);
    }
    put_side(s, page, &side);
    page_write(s,
               &(struct page){.path = page,
                              .title = title_of(s, first),
                              .part = PART_CODES,
                              .kind = "codes",
                              .side = &side,
                              .here = &here,
                              .eyebrow = arena_format(s->a, "Codes %.*s", letters(first->id), first->id)},
               &body);
    text_free(&body);
    text_free(&side);
    text_free(&here);
}

static void write_index(struct site *s)
{
    struct text body = {0}, side = {0};
    const char *page = "codes/index.html";
    size_t count = 0;
    while (code_at(count))
        count++;
    text_format(&body,
                "<p class=\"lead\">Each thing that cwdk says has a code, and each code an explanation: what it means, "
                "why it matters, what to do. There are %zu; <code>cwdk explain CODE</code> prints the same.</p>\n",
                count);
    for (size_t i = 0; i < count; i++) {
        if (!is_first(i))
            continue;
        text_format(&body, "<h2>%s</h2>\n<ul class=\"codes\">\n", title_of(s, code_at(i)));
        for (size_t k = i; k < count; k++) {
            const struct code_entry *x = code_at(k);
            if (!same_family(x, code_at(i)))
                continue;
            text_put(&body, "<li>");
            link_begin(&body, page, code_page(s, x->id), NULL);
            text_format(&body, "<span class=\"id\">%s</span> <span>", x->id);
            html_text(&body, x->title);
            text_put(&body, "</span></a></li>\n");
        }
        text_put(&body, "</ul>\n");
    }
    put_side(s, page, &side);
    page_write(s,
               &(struct page){.path = page,
                              .title = "Codes",
                              .about = "Every diagnostic of cwdk, explained",
                              .part = PART_CODES,
                              .kind = "codes",
                              .side = &side},
               &body);
    text_free(&body);
    text_free(&side);
}

void codes_write(struct site *s)
{
    for (size_t i = 0; code_at(i); i++)
        if (is_first(i))
            write_family(s, code_at(i));
    write_index(s);
}
