/*
 * Coverage: the blocks that runs have counted, put on the lines of the sources. A block
 * lasts up to the next one of its function; a line was run as often as the block of its that ran most often.
 */

#include "cwdk/host/process.h"
#include "cwdk/test/test.h"

#include <stdlib.h>
#include <string.h>

#define SYMBOLIZER "llvm-symbolizer-19"

enum { STEP = 2, LONGEST_BLOCK = 1024, BATCH = 16384 };

struct block {
    const char *image;
    uint64_t offset, count;
    bool begins; /* a function */
};

struct line {
    const char *file, *function; /* `function` where it begins there, or NULL */
    unsigned number;
    uint64_t count;
};

struct table {
    struct block *blocks;
    struct line *lines;
    size_t block_count, line_count, line_room;
};

/* --- blocks --- */

static int compare_blocks(const void *first, const void *second)
{
    const struct block *a = first, *b = second;
    const int order = strcmp(a->image, b->image);
    return order ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

static void collect_blocks(const struct test_suite *suites, size_t count, struct table *t, struct arena *a)
{
    size_t all = 0, used = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < suites[i].count; j++)
            all += suites[i].cases[j].run.count;
    t->blocks = arena_array(a, all + 1, sizeof *t->blocks);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < suites[i].count; j++) {
            const struct test_run *run = &suites[i].cases[j].run;
            for (size_t k = 0; k < run->count; k++)
                if (strcmp(run->events[k].type, "block") == 0)
                    t->blocks[t->block_count++] = (struct block){
                        run->events[k].fields[0], test_event_address(&run->events[k], 1),
                        test_event_number(&run->events[k], 2), test_event_number(&run->events[k], 3) == 1};
        }
    qsort(t->blocks, t->block_count, sizeof *t->blocks, compare_blocks);
    for (size_t i = 0; i < t->block_count; i++) {
        if (used && compare_blocks(&t->blocks[used - 1], &t->blocks[i]) == 0)
            t->blocks[used - 1].count += t->blocks[i].count;
        else
            t->blocks[used++] = t->blocks[i];
    }
    t->block_count = used;
}

/* --- lines --- */

static void add_line(struct table *t, const struct line *line, struct arena *a)
{
    if (t->line_count == t->line_room) {
        const size_t room = t->line_room ? 2 * t->line_room : BATCH;
        struct line *more = arena_array(a, room, sizeof *more);
        if (t->line_count)
            memcpy(more, t->lines, t->line_count * sizeof *more);
        t->lines = more;
        t->line_room = room;
    }
    t->lines[t->line_count++] = *line;
}

/* "src\queue.c:27:0", as the project's debug information has it; what lies outside of the project has a whole path.
 * What was generated is nobody's to cover. */
static bool parse_place(char *text, struct line *line)
{
    char *column = strrchr(text, ':');
    if (!column)
        return false;
    *column = 0;
    char *number = strrchr(text, ':');
    if (!number || *text == '?' || *text == '/')
        return false;
    *number = 0;
    for (char *at = text; *at; at++)
        *at = *at == '\\' ? '/' : *at;
    if (strncmp(text, "target/", strlen("target/")) == 0) /* generated */
        return false;
    line->file = text;
    line->number = (unsigned)strtoul(number + 1, NULL, 10);
    return line->number > 0;
}

struct query {
    const struct block *block;
    uint64_t offset;
};

/* One run of the program; a block ends where its function does. */
static bool ask(const struct query *queries, size_t count, struct table *t, struct arena *a, struct diag *d)
{
    struct arguments arguments = {.arena = a};
    struct process_result result;
    const char *function = "";
    const struct block *last = NULL;
    arguments_add(&arguments, SYMBOLIZER);
    arguments_format(&arguments, "--obj=%s", queries[0].block->image);
    arguments_add(&arguments, "--relative-address");
    arguments_add(&arguments, "--no-inlines");
    for (size_t i = 0; i < count; i++)
        arguments_format(&arguments, "0x%llx", (unsigned long long)queries[i].offset);
    if (!process_run(arguments.items, NULL, true, a, &result, d))
        return false;
    char *rest = result.output;
    for (size_t i = 0; i < count && rest; i++) {
        char *name = strsep(&rest, "\n"), *place = strsep(&rest, "\n");
        strsep(&rest, "\n");
        const bool first = queries[i].block != last;
        if (first)
            function = name;
        last = queries[i].block;
        struct line line = {.count = last->count, .function = first && last->begins ? name : NULL};
        if (place && strcmp(name, function) == 0 && parse_place(place, &line))
            add_line(t, &line, a);
    }
    return true;
}

static bool find_lines(struct table *t, struct arena *a, struct diag *d)
{
    struct query *queries = arena_array(a, BATCH + LONGEST_BLOCK, sizeof *queries);
    size_t count = 0;
    for (size_t i = 0; i < t->block_count; i++) {
        const struct block *block = &t->blocks[i];
        const bool last = i + 1 == t->block_count || strcmp(block[1].image, block->image) != 0;
        const uint64_t most = block->offset + LONGEST_BLOCK;
        const uint64_t end = last || block[1].offset > most ? most : block[1].offset;
        for (uint64_t at = block->offset; at < end; at += STEP)
            queries[count++] = (struct query){block, at};
        if (count && (last || count >= BATCH)) {
            if (!ask(queries, count, t, a, d))
                return false;
            count = 0;
        }
    }
    return true;
}

static int compare_lines(const void *first, const void *second)
{
    const struct line *a = first, *b = second;
    const int order = strcmp(a->file, b->file);
    return order ? order : (a->number > b->number) - (a->number < b->number);
}

static void join_lines(struct table *t)
{
    size_t used = 0;
    if (!t->line_count)
        return;
    qsort(t->lines, t->line_count, sizeof *t->lines, compare_lines);
    for (size_t i = 0; i < t->line_count; i++) {
        struct line *line = used ? &t->lines[used - 1] : NULL;
        if (!line || compare_lines(line, &t->lines[i]) != 0) {
            t->lines[used++] = t->lines[i];
            continue;
        }
        line->count = t->lines[i].count > line->count ? t->lines[i].count : line->count;
        line->function = line->function ? line->function : t->lines[i].function;
    }
    t->line_count = used;
}

/* --- as a report has them --- */

static size_t end_of_file(const struct table *t, size_t first)
{
    size_t i = first;
    while (i < t->line_count && strcmp(t->lines[i].file, t->lines[first].file) == 0)
        i++;
    return i;
}

bool test_coverage(const struct test_suite *suites, size_t count, struct arena *a, struct report_cover **out,
                   size_t *out_count, struct diag *d)
{
    struct table t = {0};
    collect_blocks(suites, count, &t, a);
    if (!find_lines(&t, a, d))
        return false;
    join_lines(&t);
    struct report_cover *covers = arena_array(a, t.line_count + 1, sizeof *covers);
    *out_count = 0;
    for (size_t i = 0, end; i < t.line_count; i = end) {
        struct report_cover *cover = &covers[(*out_count)++];
        end = end_of_file(&t, i);
        *cover = (struct report_cover){.file = t.lines[i].file};
        cover->lines = arena_array(a, end - i, sizeof *cover->lines);
        for (size_t j = i; j < end; j++)
            cover->lines[cover->count++] = (struct report_line){t.lines[j].number, t.lines[j].count,
                                                                t.lines[j].function ? t.lines[j].function : ""};
    }
    *out = covers;
    return true;
}
