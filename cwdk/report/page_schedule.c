/* A schedule as a picture: a lane for each processor, from above to below, with the lines where it was left. */
#include "cwdk/report/html.h"

#include <string.h>

enum { LANE = 340, PAD = 12, TOP = 34, BOX = 64, GAP = 30, PROCESSORS = 65, NARROW = 41 };

static void put_line(struct text *out, uint64_t x, uint64_t y, const char *class, const char *text)
{
    text_format(out, "<text x=\"%llu\" y=\"%llu\" class=\"%s\">", (unsigned long long)x, (unsigned long long)y, class);
    html_short(out, text, NARROW);
    text_put(out, "</text>\n");
}

static const char *place_text(struct report_place place, const char *symbol, struct arena *a)
{
    if (!*place.file)
        return symbol;
    return arena_format(a, "%s:%llu%s%s", place.file, (unsigned long long)place.line, *symbol ? "  " : "", symbol);
}

/* A part of the run on one processor, which ends there. */
static void put_box(struct text *out, const struct report *report, uint64_t lane, uint64_t row, const char *class,
                    struct report_place place, const char *symbol, const char *then, struct arena *a)
{
    const uint64_t x = PAD + lane * LANE, y = TOP + row * (BOX + GAP);
    text_format(out, "<rect class=\"box %s\" x=\"%llu\" y=\"%llu\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n", class,
                (unsigned long long)x, (unsigned long long)y, LANE - 2 * PAD, BOX);
    put_line(out, x + 10, y + 18, "t m", place_text(place, symbol, a));
    put_line(out, x + 10, y + 37, "m", html_line_text(report, place, a));
    put_line(out, x + 10, y + 55, strcmp(class, "cbad") == 0 ? "endtext" : "t", then);
}

static void put_arrow(struct text *out, uint64_t from, uint64_t to, uint64_t row)
{
    const uint64_t half = LANE / 2 - PAD, y = TOP + row * (BOX + GAP) + BOX, end = y + GAP;
    const uint64_t x = PAD + from * LANE + half, other = PAD + to * LANE + half;
    text_format(out,
                "<path class=\"arrow\" d=\"M%llu %llu v%d H%llu V%llu\"/><path class=\"head\" d=\"M%llu %llu l-5 -8 "
                "h10 z\"/>\n",
                (unsigned long long)x, (unsigned long long)y, GAP / 2, (unsigned long long)other,
                (unsigned long long)end - 6, (unsigned long long)other, (unsigned long long)end);
}

/* Numbers of the processors that take part are the lanes; others have none. */
static size_t find_lanes(const struct report_finding *finding, uint64_t lanes[PROCESSORS])
{
    bool used[PROCESSORS] = {false};
    size_t count = 0;
    for (size_t i = 0; i < finding->switch_count; i++) {
        const struct report_switch *one = &finding->switches[i];
        used[one->from % PROCESSORS] = true;
        if (!one->thread && one->to < REPORT_ANOTHER_THREAD)
            used[one->to] = true;
    }
    for (size_t i = 0; i < PROCESSORS; i++)
        lanes[i] = used[i] ? count++ : 0;
    return count;
}

static uint64_t next_lane(const struct report_switch *one, const uint64_t lanes[PROCESSORS])
{
    return lanes[one->thread || one->to >= REPORT_ANOTHER_THREAD ? one->from % PROCESSORS : one->to];
}

/* The function that the finding is in. */
static const char *symbol_of(const struct report_finding *finding)
{
    for (size_t i = 0; finding->stack_count && i < finding->stacks[0].count; i++)
        if (finding->stacks[0].frames[i].place.line == finding->place.line &&
            strcmp(finding->stacks[0].frames[i].place.file, finding->place.file) == 0)
            return finding->stacks[0].frames[i].symbol;
    return "";
}

void page_schedule(struct text *out, const struct report *report, const struct report_finding *finding, struct arena *a)
{
    uint64_t lanes[PROCESSORS], lane = 0;
    const size_t count = find_lanes(finding, lanes), rows = finding->switch_count + 1;
    const unsigned long long width = count * LANE, height = TOP + rows * (BOX + GAP) - GAP + PAD;
    text_put(out, "<h4>The order that leads to it</h4>\n<div class=\"lanes\" tabindex=\"0\" role=\"group\" "
                  "aria-label=\"Schedule, from above to below\">\n");
    text_format(out, "<svg width=\"%llu\" height=\"%llu\" viewBox=\"0 0 %llu %llu\">\n", width, height, width, height);
    for (size_t i = 0; i < PROCESSORS; i++) {
        bool named = false;
        for (size_t j = 0; j < finding->switch_count && !named; j++)
            named = finding->switches[j].from == i ||
                    (!finding->switches[j].thread && finding->switches[j].to == i && i < REPORT_ANOTHER_THREAD);
        if (!named)
            continue;
        if (lanes[i] % 2)
            text_format(out, "<rect class=\"even\" x=\"%llu\" width=\"%d\" height=\"%llu\"/>\n",
                        (unsigned long long)lanes[i] * LANE, LANE, height);
        put_line(out, PAD + lanes[i] * LANE, 22, "t", arena_format(a, "processor %zu", i));
    }
    for (size_t i = 0; i < finding->switch_count; i++) {
        const struct report_switch *one = &finding->switches[i];
        const char *then =
            one->thread ? arena_format(a, "takes ready thread number %llu", (unsigned long long)one->to + 1)
            : one->to == REPORT_ANOTHER_THREAD ? arena_format(a, "%s; another thread goes on", one->point)
                                               : one->point;
        lane = lanes[one->from % PROCESSORS];
        put_box(out, report, lane, i, arena_format(a, "c%llu", (unsigned long long)lane % 6), one->place, one->symbol,
                then, a);
        put_arrow(out, lane, next_lane(one, lanes), i);
        lane = next_lane(one, lanes);
    }
    put_box(out, report, lane, finding->switch_count, "cbad", finding->place, symbol_of(finding),
            *finding->code ? finding->code : finding->claim, a);
    text_put(out, "</svg>\n</div>\n");
}
