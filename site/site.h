/*
 * site: makes the documents, and what the kit knows of itself, into a folder of static pages that can be read and
 * searched without a server.
 *
 * Paths of pages are relative to that folder ("docs/check.html"), paths of sources to the source tree
 * ("docs/check.md"). Strings lie in the arena of the site. What is wrong with an input (a link that leads nowhere, a
 * report that is none) is reported to `d`, and the folder is not whole then.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "cwdk/diag/diag.h"
#include "cwdk/host/memory.h"
#include "cwdk/host/text.h"
#include "cwdk/reference/reference.h"

#include <stdbool.h>

/* The parts of the site, as the bar at the top names them. */
enum site_part { PART_HOME, PART_GUIDE, PART_COMMANDS, PART_CODES, PART_API, PART_GALLERY };

/* A page of the documents: what stands in the bar at its side. */
struct site_document {
    const char *source, *page;
    const char *group; /* under which heading, or NULL for none */
    const char *title;
};

struct site {
    struct arena *a;
    struct diag *d;
    const char *source, *kit, *out, *tool; /* the tree, share/cwdk, the site, bin/cwdk */
    const char *found;                     /* folder of what the gallery has found, or NULL */
    struct reference names;
    struct site_document *documents;
    size_t document_count;
    struct text index; /* of the search: records, one a line */
    char **shown;      /* sources that a page shows, relative to the tree */
    size_t shown_count;
    struct safe_header *safe_headers; /* safe.c */
    struct safe_name *safe_names;
    size_t safe_header_count, safe_name_count;
    struct gallery *gallery; /* gallery.h */
    size_t pages;            /* written */
};

struct page {
    const char *path, *title, *about; /* `about`: a sentence, or NULL */
    enum site_part part;
    const char *kind;    /* class of <body>: how wide it is */
    struct text *side;   /* lists at the left, or NULL */
    struct text *here;   /* "On this page", or NULL */
    const char *eyebrow; /* HTML above the title, or NULL */
};

/* --- shell.c: the frame of a page --- */

/* Writes the page with `body` in its frame. */
void page_write(struct site *s, const struct page *page, const struct text *body);
/* Appends the way from a page to another, as the value of an attribute; "#anchor" is kept. */
void link_put(struct text *out, const char *from, const char *to);
/* Appends <a href="..."> to another page. */
void link_begin(struct text *out, const char *from, const char *to, const char *class);
/* Copies what pages look like and are searched with. */
void shell_assets(struct site *s);

/* --- markdown.c --- */

struct markdown {
    const char *title; /* of the first heading, which is not in `html` */
    struct text html;
    struct text here; /* <li> of each further heading of the second rank */
};

/* `source` is where it stands, for its links; `page` where it goes. With `label` its sections are searched, under that
 * name of what it is. */
void markdown_render(struct site *s, const char *text, size_t size, const char *source, const char *page,
                     const char *label, struct markdown *out);
void markdown_free(struct markdown *m);

/* --- code.c --- */

/* The text as HTML, coloured as `language` (a word of Markdown's fences) wants it, with links from names to their pages
 * where it is C. */
void code_put(struct site *s, struct text *out, const char *language, const char *text, const char *page);
/* A word of prose that is set as code: a name, a code or a command of the kit has a link. */
void code_put_word(struct site *s, struct text *out, const char *word, const char *page);

/* --- prose.c: what the tool prints, as HTML --- */

/* A sentence; what stands in backquotes is code. */
void prose_put(struct site *s, struct text *out, const char *text, size_t length, const char *page);
/* It with a capital at its beginning, unless that is a name: a word with capitals or signs in it. */
const char *prose_title(struct site *s, const char *text);
/* Paragraphs, lists and examples of an explanation. */
void prose_put_all(struct site *s, struct text *out, const char *text, const char *page);

/* --- search.c --- */

/* A record: where, what it is called, what it is, and what it says. */
void search_add(struct site *s, const char *url, const char *title, const char *label, const char *text);
void search_write(struct site *s);

/* --- parts --- */

/* Finds the documents; before pages link to them. */
void documents_find(struct site *s);
void documents_write(struct site *s);
/* The page that a file of the tree has, or NULL. */
const char *document_page(struct site *s, const char *source);
/* Has the site show that source on a page of its own; the page. */
const char *document_show(struct site *s, const char *source);
void home_write(struct site *s);
/* Asks the tool which commands there are; before pages link to them. */
void commands_find(struct site *s);
void commands_write(struct site *s);
/* "commands/build.html" of "build", or NULL. */
const char *command_page(struct site *s, const char *name);
void codes_write(struct site *s);
/* "codes/chk.html#CHK1002", or NULL. */
const char *code_page(struct site *s, const char *code);
void api_write(struct site *s);
/* Where a name of the headers is told about, or NULL. */
const char *api_page(struct site *s, const char *name, size_t length);
/* Finds the safe layer's headers and names; before pages link to them. */
void safe_find(struct site *s);
/* Their pages, and <dt> and <dd> of each for the page `index`. */
void safe_write(struct site *s, const char *index, struct text *list);
/* Where a name of the safe layer is declared, or NULL. */
const char *safe_page(struct site *s, const char *name, size_t length);
/* Reads what was found; before pages link to it. */
void gallery_find(struct site *s);
void gallery_write(struct site *s);
/* Links to where a code was found; nothing where it was not. */
void gallery_put_links(struct site *s, struct text *out, const char *code, const char *page);

#endif
