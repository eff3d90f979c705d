/*
 * Coverage: the blocks that runs have counted, put on the lines of the sources, as an lcov trace and as a page. A block
 * lasts up to the next one of its function; a line was run as often as the block of its that ran most often.
 */
#include "cwdk/host/file.h"
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

/* "src\queue.c:27:0", as the project's debug information has it; what lies outside of the project has a whole path. */
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

/* --- what is written --- */

static size_t end_of_file(const struct table *t, size_t first, size_t *hit)
{
    size_t i = first;
    *hit = 0;
    for (; i < t->line_count && strcmp(t->lines[i].file, t->lines[first].file) == 0; i++)
        *hit += t->lines[i].count > 0;
    return i;
}

static void put_lcov(const struct table *t, const char *root, struct text *out)
{
    size_t hit;
    text_put(out, "");
    for (size_t i = 0, end; i < t->line_count; i = end) {
        end = end_of_file(t, i, &hit);
        text_format(out, "SF:%s/%s\n", root, t->lines[i].file);
        for (size_t j = i; j < end; j++)
            if (t->lines[j].function)
                text_format(out, "FN:%u,%s\nFNDA:%llu,%s\n", t->lines[j].number, t->lines[j].function,
                            (unsigned long long)t->lines[j].count, t->lines[j].function);
        for (size_t j = i; j < end; j++)
            text_format(out, "DA:%u,%llu\n", t->lines[j].number, (unsigned long long)t->lines[j].count);
        text_format(out, "LF:%zu\nLH:%zu\nend_of_record\n", end - i, hit);
    }
}

static void put_escaped(struct text *out, const char *text)
{
    for (; *text; text++)
        text_format(out, *text == '<' ? "&lt;" : *text == '&' ? "&amp;" : "%c", *text);
}

static void put_source(const struct table *t, size_t first, size_t end, const char *root, struct text *out,
                       struct arena *a)
{
    struct diag unread = {0};
    struct bytes source;
    const char *file = t->lines[first].file;
    text_format(out, "<h2 id=\"f%zu\">", first);
    put_escaped(out, file);
    text_put(out, "</h2>\n<pre>");
    if (file_read(path_join(a, root, file), a, &source, &unread)) {
        char *rest = arena_substring(a, (const char *)source.data, source.size);
        unsigned number = 1;
        for (char *line; (line = strsep(&rest, "\n")) && (rest || *line); number++) {
            const struct line *known = first < end && t->lines[first].number == number ? &t->lines[first++] : NULL;
            line[strcspn(line, "\r")] = 0;
            text_format(out, "<span class=\"%s\">%6u ", !known ? "n" : known->count ? "y" : "x", number);
            text_format(out, known ? "%10llu  " : "            ", known ? (unsigned long long)known->count : 0);
            put_escaped(out, line);
            text_put(out, "</span>\n");
        }
    }
    diag_free(&unread);
    text_put(out, "</pre>\n");
}

static void put_page(const struct table *t, const char *root, struct text *out, struct arena *a)
{
    size_t hit;
    text_put(out, "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Coverage</title>\n<style>\n"
                  "body{font-family:sans-serif;margin:2em}td,th{padding:.2em 1em;text-align:right}"
                  "td:first-child,th:first-child{text-align:left}\npre{line-height:1.3}pre span{display:block}"
                  ".y{background:#e4f5e4}.x{background:#fbdcdc}.n{color:#777}\n</style></head><body>\n"
                  "<h1>Coverage</h1>\n<table>\n<tr><th>file</th><th>lines</th><th>run</th><th>%</th></tr>\n");
    for (size_t i = 0, end; i < t->line_count; i = end) {
        end = end_of_file(t, i, &hit);
        text_format(out, "<tr><td><a href=\"#f%zu\">", i);
        put_escaped(out, t->lines[i].file);
        text_format(out, "</a></td><td>%zu</td><td>%zu</td><td>%.1f</td></tr>\n", end - i, hit,
                    100.0 * (double)hit / (double)(end - i));
    }
    text_put(out, "</table>\n<p>Green lines were run, as often as the number says; red ones were not.</p>\n");
    for (size_t i = 0, end; i < t->line_count; i = end) {
        end = end_of_file(t, i, &hit);
        put_source(t, i, end, root, out, a);
    }
    text_put(out, "</body></html>\n");
}

bool test_coverage_write(const char *root, const char *folder, const struct test_suite *suites, size_t count,
                         struct arena *a, size_t *lines, size_t *run, struct diag *d)
{
    struct table t = {0};
    struct text trace = {0}, page = {0};
    collect_blocks(suites, count, &t, a);
    if (!find_lines(&t, a, d))
        return false;
    join_lines(&t);
    put_lcov(&t, root, &trace);
    put_page(&t, root, &page, a);
    *lines = t.line_count;
    *run = 0;
    for (size_t i = 0; i < t.line_count; i++)
        *run += t.lines[i].count > 0;
    const bool fine = file_write(path_join(a, folder, "lcov.info"), trace.data, trace.size, 0644, d) &&
                      file_write(path_join(a, folder, "coverage.html"), page.data, page.size, 0644, d);
    text_free(&trace);
    text_free(&page);
    return fine;
}
