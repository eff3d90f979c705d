/* Writing HTML pages: the frame, style and script that `cwdk report` and `cwdk check` share; then what is private here.
 */
#ifndef CWDK_REPORT_HTML_H
#define CWDK_REPORT_HTML_H

#include "cwdk/report/report.h"

/* Text, or the value of an attribute: what means something to HTML is escaped. */
void html_text(struct text *out, const char *text);
/* The same of at most `most` bytes, cut between characters, with an ellipsis. */
void html_short(struct text *out, const char *text, size_t most);
/* A document from its beginning to <body>, with the style; and its end, with the script. Nothing else is allowed to be
 * loaded or run. */
void html_begin(struct text *out, const char *title);
void html_end(struct text *out);
/* <pre>: the lines around one of a text, which is marked; nothing where it has fewer lines. */
void html_lines(struct text *out, const char *text, uint64_t marked, const char *mark, struct arena *a);
/* <details>: what a code of `cwdk explain` means; nothing where there is no such code. */
void html_meaning(struct text *out, const char *code);

/* "shop.c:15" */
void html_place(struct text *out, struct report_place place);
/* <pre>: the lines around one of a source, which is marked; nothing where the source is not known. */
void html_excerpt(struct text *out, const struct report *report, struct report_place place, const char *mark,
                  struct arena *a);
/* A line of a source without the space around it, or "". */
const char *html_line_text(const struct report *report, struct report_place place, struct arena *a);

/* page_finding.c, page_picture.c, page_schedule.c, page_runs.c, page_coverage.c */
void page_finding(struct text *out, const struct report *report, const struct report_finding *finding, size_t number,
                  bool open, struct arena *a);
/* Of it the line, the stacks and the pictures. */
void page_finding_body(struct text *out, const struct report *report, const struct report_finding *finding,
                       struct arena *a);
void page_picture(struct text *out, const struct report_finding *finding, struct arena *a);
void page_schedule(struct text *out, const struct report *report, const struct report_finding *finding,
                   struct arena *a);
/* `sum`: of all runs. */
void page_run(struct text *out, const struct report_run *run, const struct report_run *sum);
void page_coverage(struct text *out, const struct report *report, const struct report_run *sum, struct arena *a);

#endif
