/* A finding on the page: claim, source, stacks, pictures, and how to see it again. */
#include "cwdk/report/html.h"

#include <string.h>

enum { MET_SHOWN = 3 };

static const char *const kinds[] = {"finding", "stop", "hang", "endless loop", "check", "crash of the test", "error"};

/* "VRF0101: " again is left out where the code stands before it. */
static const char *claim_of(const struct report_finding *finding)
{
    const size_t length = strlen(finding->code);
    return length && strncmp(finding->claim, finding->code, length) == 0 && finding->claim[length] == ':'
               ? finding->claim + length + 1 + (finding->claim[length + 1] == ' ')
               : finding->claim;
}

static void put_summary(struct text *out, const struct report_finding *finding)
{
    text_put(out, "<summary><span><span class=\"code\">");
    html_text(out, *finding->code ? finding->code : kinds[finding->kind]);
    text_put(out, "</span><span class=\"claim\">");
    html_text(out, claim_of(finding));
    text_format(out, "</span></span><span class=\"times\">%zu&#215;</span><span class=\"where mono\">",
                finding->met_count);
    html_place(out, finding->place);
    text_put(out, "</span></summary>\n");
}

static void put_frames(struct text *out, const struct report_stack *stack, size_t first, size_t end)
{
    text_put(out, "<ol class=\"stack\">\n");
    for (size_t i = first; i < end; i++) {
        const struct report_frame *frame = &stack->frames[i];
        text_format(out, "<li%s><i>%zu</i><span><b>", report_is_system(frame) ? " class=\"system\"" : "", i);
        if (*frame->symbol)
            html_text(out, frame->symbol);
        else
            text_format(out, "0x%llx", (unsigned long long)frame->offset);
        text_put(out, "</b> <span class=\"mono\">");
        if (*frame->place.file)
            html_place(out, frame->place);
        text_put(out, "</span> <span class=\"dim wide\">");
        html_text(out, *frame->image ? frame->image : "the test");
        text_put(out, "</span></span></li>\n");
    }
    text_put(out, "</ol>\n");
}

/* Who has called the driver is folded away. */
static void put_stack(struct text *out, const struct report *report, const struct report_stack *stack,
                      const struct report_finding *finding, struct arena *a)
{
    enum { FEW = 2 };
    size_t end = stack->count;
    if (*stack->title) {
        text_put(out, "<h4>");
        html_text(out, stack->title);
        text_put(out, "</h4>\n");
    }
    for (size_t i = 0; *stack->title && i < stack->count; i++) {
        const struct report_place place = stack->frames[i].place;
        if (report_is_system(&stack->frames[i]))
            continue;
        if (strcmp(place.file, finding->place.file) != 0 || place.line != finding->place.line)
            html_excerpt(out, report, place, "seen", a);
        break;
    }
    while (end && report_is_system(&stack->frames[end - 1]))
        end--;
    if (!end || stack->count - end <= FEW) {
        put_frames(out, stack, 0, stack->count);
        return;
    }
    put_frames(out, stack, 0, end);
    text_format(out, "<details class=\"more\"><summary>%zu more, of the system</summary>\n", stack->count - end);
    put_frames(out, stack, end, stack->count);
    text_put(out, "</details>\n");
}

static void put_one_met(struct text *out, const struct report_met *met, const struct report_finding *finding)
{
    text_put(out, "<li>");
    html_text(out, met->suite);
    text_put(out, ": <b>");
    html_text(out, met->test);
    text_put(out, "</b>");
    if (*met->cause) {
        text_format(out, ", number %llu: ", (unsigned long long)met->number);
        html_text(out, met->cause);
    } else if (finding->switch_count || met->number) {
        text_format(out, ", schedule %llu", (unsigned long long)met->number);
    }
    text_put(out, "<br><code>cwdk ");
    html_text(out, met->replay);
    text_put(out, "</code></li>\n");
}

static void put_met(struct text *out, const struct report_finding *finding)
{
    text_put(out, "<h4>See it again</h4>\n<ul class=\"met\">\n");
    for (size_t i = 0; i < finding->met_count && i < MET_SHOWN; i++)
        put_one_met(out, &finding->met[i], finding);
    text_put(out, "</ul>\n");
    if (finding->met_count <= MET_SHOWN)
        return;
    text_format(out, "<details class=\"more\"><summary>%zu more</summary>\n<ul class=\"met\">\n",
                finding->met_count - MET_SHOWN);
    for (size_t i = MET_SHOWN; i < finding->met_count; i++)
        put_one_met(out, &finding->met[i], finding);
    text_put(out, "</ul></details>\n");
}

void page_finding_body(struct text *out, const struct report *report, const struct report_finding *finding,
                       struct arena *a)
{
    text_put(out, "<p class=\"caption\">");
    html_place(out, finding->place);
    if (finding->kind != REPORT_CHECK && finding->kind != REPORT_ERROR && finding->kind != REPORT_HANG)
        text_format(out, ", at IRQL %llu", (unsigned long long)finding->irql);
    text_put(out, "</p>\n");
    html_excerpt(out, report, finding->place, "hit", a);
    if (finding->note_count) {
        text_put(out, "<ul class=\"notes\">\n");
        for (size_t i = 0; i < finding->note_count; i++) {
            text_put(out, "<li>");
            html_text(out, finding->notes[i]);
            text_put(out, "</li>\n");
        }
        text_put(out, "</ul>\n");
    }
    for (size_t i = 0; i < finding->stack_count; i++)
        put_stack(out, report, &finding->stacks[i], finding, a);
    if (finding->switch_count)
        page_schedule(out, report, finding, a);
    if (finding->moment_count)
        page_picture(out, finding, a);
}

void page_finding(struct text *out, const struct report *report, const struct report_finding *finding, size_t number,
                  bool open, struct arena *a)
{
    text_format(out, "<details class=\"card\" id=\"finding-%zu\"%s>\n", number, open ? " open" : "");
    put_summary(out, finding);
    text_put(out, "<div class=\"body\">\n");
    html_meaning(out, finding->code);
    page_finding_body(out, report, finding, a);
    put_met(out, finding);
    text_put(out, "</div>\n</details>\n");
}
