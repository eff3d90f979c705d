/* Names and lines of addresses, by llvm-symbolizer. */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <stdlib.h>
#include <string.h>

#define SYMBOLIZER "llvm-symbolizer-19"

/* A return address belongs to the call before it. */
static uint64_t lookup_address(const struct test_frame *frames, size_t index)
{
    return frames[index].offset - (index > 0 && !frames[index].exact && frames[index].offset > 0);
}

/* "/home/me/echo/src/queue.c:41:5" as FILE:LINE, relative to the working folder; "" where nothing is known. */
static const char *place_of(const char *line, const char *here, struct arena *a)
{
    const char *column = strrchr(line, ':');
    const size_t length = here ? strlen(here) : 0;
    if (!column || line[0] == '?')
        return "";
    if (length && strncmp(line, here, length) == 0 && line[length] == '/')
        line += length + 1;
    return arena_substring(a, line, (size_t)(column - line));
}

static bool is_header(const char *place)
{
    const char *dot = strrchr(place, '.');
    return dot && strncmp(dot, ".h:", 3) == 0;
}

/* The output has two lines for each function at an address, inlined ones first, then an empty line. The last two are
 * the function that was called; where code is inlined the first place in a source is the line. */
static void read_answer(char **rest, struct test_frame *frame, const char *here, struct arena *a)
{
    const char *place = NULL;
    while (*rest && **rest) {
        char *name = strsep(rest, "\n");
        if (!*name)
            break;
        char *line = *rest ? strsep(rest, "\n") : name;
        if (strcmp(name, "??") != 0)
            frame->symbol = name;
        if (!place || is_header(place))
            place = place_of(line, here, a);
    }
    frame->place = place ? place : "";
}

/* All frames of one image in one run of the program. */
static void symbolize_image(struct test_frame *frames, size_t count, size_t first, const char *here, struct arena *a)
{
    struct arguments arguments = {.arena = a};
    struct process_result result;
    struct diag ignored = {0};
    arguments_add(&arguments, SYMBOLIZER);
    arguments_format(&arguments, "--obj=%s", frames[first].path);
    arguments_add(&arguments, "--relative-address");
    for (size_t i = first; i < count; i++)
        if (strcmp(frames[i].path, frames[first].path) == 0)
            arguments_format(&arguments, "0x%llx", (unsigned long long)lookup_address(frames, i));
    if (process_run(arguments.items, NULL, true, a, &result, &ignored) && result.status == 0) {
        char *rest = result.output;
        for (size_t i = first; i < count; i++)
            if (strcmp(frames[i].path, frames[first].path) == 0)
                read_answer(&rest, &frames[i], here, a);
    }
    diag_free(&ignored);
}

static bool seen_before(const struct test_frame *frames, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(frames[i].path, frames[index].path) == 0)
            return true;
    return false;
}

void test_symbolize(struct test_frame *frames, size_t count, struct arena *a)
{
    const char *here = path_absolute(a, ".");
    for (size_t i = 0; i < count; i++)
        frames[i].symbol = frames[i].place = "";
    for (size_t i = 0; i < count; i++)
        if (*frames[i].path && !seen_before(frames, i))
            symbolize_image(frames, count, i, here, a);
}
