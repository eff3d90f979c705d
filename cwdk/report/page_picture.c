/*
 * What happened before a finding as a picture: time goes from left to right, and there is a lane for each processor
 * with its IRQL and DPCs, each thread, and the requests. Virtual time stands still while code runs, so each moment has
 * a column of its own, and where time went by there is a gap.
 */
#include "cwdk/report/html.h"

#include <stdlib.h>
#include <string.h>

enum { WANTED = 980, LEAST_COLUMN = 9, MOST_COLUMN = 44, GAP = 64, TAIL = 56 }; /* pixels */
enum {
    TOP = 44,
    ROW = 22,
    LABELS = 138,
    MOST_LANES = 24,
    MOST_DEPTH = 6,
    CHARACTER = 7,
    LEAST_TEXT = 42,
    LEVEL_TEXT = 14
};

struct lane {
    const char *name;
    unsigned depth; /* rows */
    unsigned y;
    bool is_level; /* IRQL */
};

struct box {
    uint64_t x, end;
    const char *name, *id;
    unsigned lane, row;
    bool open;
};

struct picture {
    const struct report_finding *finding;
    struct lane lanes[MOST_LANES];
    struct box *boxes;
    uint64_t *x; /* of each moment */
    size_t lane_count, box_count;
    uint64_t width, column;
    unsigned height;
};

static unsigned find_lane(struct picture *p, const struct report_moment *moment)
{
    for (size_t i = 0; i < p->lane_count; i++)
        if (strcmp(p->lanes[i].name, moment->lane) == 0)
            return (unsigned)i;
    if (p->lane_count == MOST_LANES)
        return MOST_LANES;
    p->lanes[p->lane_count] = (struct lane){.name = moment->lane, .depth = 1, .is_level = moment->phase == 'C'};
    return (unsigned)p->lane_count++;
}

/* The order of lanes: the test, requests, threads, then the machine below them. */
static int rank_of(const char *name)
{
    static const char *const first[] = {"test",       "requests", "timers",  "thread ",
                                        "processor ", "IRQL of",  "DPCs of", "interrupts of"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        if (strncmp(name, first[i], strlen(first[i])) == 0)
            return (int)i;
    return (int)(sizeof first / sizeof *first);
}

static int compare_lanes(const void *first, const void *second)
{
    const struct lane *a = first, *b = second;
    const int order = rank_of(a->name) - rank_of(b->name);
    return order ? order : strcmp(a->name, b->name);
}

/* --- placing --- */

static void place_columns(struct picture *p, struct arena *a)
{
    const struct report_finding *finding = p->finding;
    const uint64_t column = WANTED / (finding->moment_count + 1);
    uint64_t x;
    p->column = column < LEAST_COLUMN ? LEAST_COLUMN : column > MOST_COLUMN ? MOST_COLUMN : column;
    x = p->column / 2;
    p->x = arena_array(a, finding->moment_count + 1, sizeof *p->x);
    for (size_t i = 0; i < finding->moment_count; i++) {
        if (i && finding->moments[i].time > finding->moments[i - 1].time)
            x += GAP;
        p->x[i] = x;
        x += p->column;
        if (strchr("!?", finding->moments[i].phase))
            x += p->column;
    }
    p->width = x + (p->column > TAIL ? p->column : TAIL);
}

static struct box *find_open(struct picture *p, unsigned lane, const char *id)
{
    for (size_t i = p->box_count; i > 0; i--)
        if (p->boxes[i - 1].open && p->boxes[i - 1].lane == lane && strcmp(p->boxes[i - 1].id, id) == 0)
            return &p->boxes[i - 1];
    return NULL;
}

static unsigned free_row(const struct picture *p, unsigned lane)
{
    for (unsigned row = 0; row < MOST_DEPTH; row++) {
        bool taken = false;
        for (size_t i = 0; i < p->box_count && !taken; i++)
            taken = p->boxes[i].open && p->boxes[i].lane == lane && p->boxes[i].row == row;
        if (!taken)
            return row;
    }
    return MOST_DEPTH - 1;
}

/* The test's phases follow each other. */
static bool is_phase(const struct report_moment *moment)
{
    return moment->phase == 'i' && strcmp(moment->lane, "test") == 0;
}

/* What began before the first moment that is shown, begins at the left. */
static void place_boxes(struct picture *p, struct arena *a)
{
    const struct report_finding *finding = p->finding;
    p->boxes = arena_array(a, finding->moment_count + 1, sizeof *p->boxes);
    for (size_t i = 0; i < finding->moment_count; i++) {
        const struct report_moment *moment = &finding->moments[i];
        const bool phase = is_phase(moment);
        if (!phase && !strchr("BEbe", moment->phase))
            continue;
        const unsigned lane = find_lane(p, moment);
        if (lane == MOST_LANES)
            continue;
        const bool begins = phase || moment->phase == 'B' || moment->phase == 'b';
        struct box *open = begins && !phase ? NULL : find_open(p, lane, moment->id);
        if (phase && open) {
            open->open = false;
            open->end = p->x[i];
        }
        if (begins || !open) {
            const unsigned row = free_row(p, lane);
            struct box *box = &p->boxes[p->box_count++];
            *box = (struct box){begins ? p->x[i] : 0, p->width, moment->name, moment->id, lane, row, begins};
            if (row + 1 > p->lanes[lane].depth)
                p->lanes[lane].depth = row + 1;
            if (!begins)
                box->end = p->x[i];
            continue;
        }
        open->open = false;
        open->end = p->x[i];
    }
}

static void place_lanes(struct picture *p)
{
    struct lane before[MOST_LANES];
    unsigned y = TOP;
    for (size_t i = 0; i < p->finding->moment_count; i++)
        if (strchr("iC", p->finding->moments[i].phase))
            find_lane(p, &p->finding->moments[i]);
    memcpy(before, p->lanes, sizeof before);
    if (p->lane_count)
        qsort(p->lanes, p->lane_count, sizeof *p->lanes, compare_lanes);
    for (size_t i = 0; i < p->box_count; i++)
        for (size_t j = 0; j < p->lane_count; j++)
            if (strcmp(before[p->boxes[i].lane].name, p->lanes[j].name) == 0) {
                p->boxes[i].lane = (unsigned)j;
                break;
            }
    for (size_t i = 0; i < p->lane_count; i++) {
        p->lanes[i].y = y;
        y += p->lanes[i].depth * ROW + 8;
    }
    p->height = y;
}

/* --- drawing --- */

static const char *time_text(uint64_t ticks, struct arena *a)
{
    if (ticks % 10000 == 0)
        return arena_format(a, "%llu ms", (unsigned long long)ticks / 10000);
    return arena_format(a, "%llu.%04llu ms", (unsigned long long)ticks / 10000, (unsigned long long)ticks % 10000);
}

static void put_ground(const struct picture *p, uint64_t width, struct text *out)
{
    for (size_t i = 0; i < p->lane_count; i++)
        if (i % 2 == 0)
            text_format(out, "<rect class=\"even\" y=\"%u\" width=\"%llu\" height=\"%u\"/>\n", p->lanes[i].y - 4,
                        (unsigned long long)width, p->lanes[i].depth * ROW + 8);
}

static void put_labels(const struct picture *p, struct text *out)
{
    text_format(out, "<svg width=\"%d\" height=\"%u\" aria-hidden=\"true\">\n", LABELS, p->height);
    put_ground(p, LABELS, out);
    text_format(out, "<text x=\"10\" y=\"17\" class=\"t\">virtual time</text>\n");
    for (size_t i = 0; i < p->lane_count; i++) {
        text_format(out, "<text x=\"10\" y=\"%u\">", p->lanes[i].y + 15);
        html_short(out, p->lanes[i].name, 22);
        text_put(out, "</text>\n");
    }
    text_put(out, "</svg>\n");
}

static void put_axis(const struct picture *p, struct text *out, struct arena *a)
{
    const struct report_finding *finding = p->finding;
    for (size_t i = 0; i < finding->moment_count; i++) {
        if (i && finding->moments[i].time == finding->moments[i - 1].time)
            continue;
        const uint64_t x = p->x[i] - 4;
        if (i)
            text_format(out, "<path class=\"gap\" d=\"M%llu 24V%uM%llu 24V%u\"/>\n", (unsigned long long)x - GAP + 8,
                        p->height, (unsigned long long)x, p->height);
        text_format(out, "<text x=\"%llu\" y=\"17\" class=\"t\">%s</text>\n", (unsigned long long)x,
                    time_text(finding->moments[i].time, a));
    }
}

static unsigned colour_of(const char *name)
{
    return text_hash(name) % 6;
}

static void put_boxes(const struct picture *p, struct text *out)
{
    for (size_t i = 0; i < p->box_count; i++) {
        const struct box *box = &p->boxes[i];
        const uint64_t width = box->end > box->x + 3 ? box->end - box->x : 3;
        const unsigned y = p->lanes[box->lane].y + box->row * ROW;
        text_format(out,
                    "<g><rect class=\"box c%u\" x=\"%llu\" y=\"%u\" width=\"%llu\" height=\"%d\" rx=\"4\"/><title>",
                    colour_of(*box->id ? box->id : box->name), (unsigned long long)box->x, y, (unsigned long long)width,
                    ROW - 3);
        html_text(out, box->name);
        text_put(out, "</title>");
        if (width > LEAST_TEXT) {
            text_format(out, "<text x=\"%llu\" y=\"%u\">", (unsigned long long)box->x + 5, y + 14);
            html_short(out, box->name, (size_t)(width - 8) / CHARACTER);
            text_put(out, "</text>");
        }
        text_put(out, "</g>\n");
    }
}

static void put_instants(struct picture *p, struct text *out)
{
    for (size_t i = 0; i < p->finding->moment_count; i++) {
        const struct report_moment *moment = &p->finding->moments[i];
        const unsigned lane = moment->phase == 'i' && !is_phase(moment) ? find_lane(p, moment) : MOST_LANES;
        if (lane == MOST_LANES)
            continue;
        const bool in_box = strncmp(p->lanes[lane].name, "thread ", strlen("thread ")) == 0;
        text_format(out, "<g><circle class=\"dot\" cx=\"%llu\" cy=\"%u\" r=\"4\"/><title>",
                    (unsigned long long)p->x[i] + 4, p->lanes[lane].y + (in_box ? ROW - 4 : 9));
        html_text(out, moment->name);
        text_put(out, "</title>");
        if (p->lanes[lane].depth == 1 && !in_box) {
            text_format(out, "<text x=\"%llu\" y=\"%u\">", (unsigned long long)p->x[i] + 11, p->lanes[lane].y + 14);
            html_short(out, moment->name, 40);
            text_put(out, "</text>");
        }
        text_put(out, "</g>\n");
    }
}

/* Steps; the number stands where the level changes. */
static void put_levels(const struct picture *p, struct text *out)
{
    enum { HIGHEST = 3 }; /* all above DISPATCH_LEVEL look the same; the number tells */
    for (size_t j = 0; j < p->lane_count; j++) {
        const struct lane *lane = &p->lanes[j];
        const unsigned bottom = lane->y + ROW - 5;
        unsigned long long level = 0;
        bool any = false;
        if (!lane->is_level)
            continue;
        text_put(out, "<path class=\"level\" d=\"");
        for (size_t i = 0; i < p->finding->moment_count; i++) {
            const struct report_moment *moment = &p->finding->moments[i];
            if (moment->phase != 'C' || strcmp(moment->lane, lane->name) != 0)
                continue;
            level = strtoull(moment->name, NULL, 10);
            level = level > HIGHEST ? HIGHEST : level;
            if (!any)
                text_format(out, "M0 %u", bottom);
            text_format(out, "H%llu V%llu", (unsigned long long)p->x[i], bottom - level * (ROW - 8) / HIGHEST);
            any = true;
        }
        text_format(out, "%sH%llu\"/>\n", any ? "" : "M0 0", any ? (unsigned long long)p->width : 0);
        for (size_t i = 0, after = 0; i < p->finding->moment_count; i++) {
            const struct report_moment *moment = &p->finding->moments[i];
            if (moment->phase != 'C' || p->x[i] < after || strcmp(moment->lane, lane->name) != 0)
                continue;
            after = p->x[i] + LEVEL_TEXT;
            text_format(out, "<text x=\"%llu\" y=\"%u\" class=\"t\">", (unsigned long long)p->x[i] + 1, lane->y + 8);
            html_short(out, moment->name, 3);
            text_put(out, "</text>\n");
        }
    }
}

static void put_marks(const struct picture *p, struct text *out)
{
    for (size_t i = 0; i < p->finding->moment_count; i++) {
        const struct report_moment *moment = &p->finding->moments[i];
        const bool end = moment->phase == '!';
        const unsigned long long x = p->x[i] + p->column / 2;
        if (!strchr("!?", moment->phase))
            continue;
        text_format(out,
                    "<line class=\"%s\" x1=\"%llu\" y1=\"24\" x2=\"%llu\" y2=\"%u\"/><text class=\"%s\" x=\"%llu\" "
                    "y=\"34\" text-anchor=\"%s\">",
                    end ? "end" : "cause", x, x, p->height, end ? "endtext" : "causetext",
                    x < p->width / 2 ? x + 5 : x - 5, x < p->width / 2 ? "start" : "end");
        html_short(out, moment->name, 48);
        text_put(out, "</text>\n");
    }
}

void page_picture(struct text *out, const struct report_finding *finding, struct arena *a)
{
    struct picture p = {.finding = finding};
    place_columns(&p, a);
    place_boxes(&p, a);
    place_lanes(&p);
    text_put(out, "<h4>What happened</h4>\n<div class=\"picture\">\n");
    put_labels(&p, out);
    text_format(out,
                "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Timeline, the finding is at its red "
                "line\">\n<svg width=\"%llu\" height=\"%u\">\n",
                (unsigned long long)p.width, p.height);
    put_ground(&p, p.width, out);
    put_axis(&p, out, a);
    put_boxes(&p, out);
    put_levels(&p, out);
    put_instants(&p, out);
    put_marks(&p, out);
    text_put(out, "</svg>\n</div>\n</div>\n");
}
