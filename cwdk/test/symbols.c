/* Names and lines of addresses, by llvm-symbolizer. */
#include "cwdk/test/test.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <stdlib.h>
#include <string.h>

#define SYMBOLIZER "llvm-symbolizer-19"

/* A return address belongs to the call before it. */
static uint64_t lookup_address(const struct test_frame *frame)
{
    return frame->offset - (!frame->exact && frame->offset > 0);
}

/* --- what is known already: one run of a driver asks for the same places many times --- */

enum { KNOWN = 1 << 14 }; /* a power of 2; the table is never full */

static struct known {
    char *path, *symbol, *place;
    uint64_t address;
} known[KNOWN];
static size_t known_count;

static struct known *find_known(const struct test_frame *frame)
{
    const uint64_t address = lookup_address(frame);
    uint64_t hash = address * 0x9E3779B97F4A7C15ULL;
    for (const char *p = frame->path; *p; p++)
        hash = (hash ^ (unsigned char)*p) * 0x100000001B3ULL;
    size_t at = (size_t)(hash >> 20) % KNOWN;
    while (known[at].path && (known[at].address != address || strcmp(known[at].path, frame->path) != 0))
        at = (at + 1) % KNOWN;
    return &known[at];
}

static bool take_known(struct test_frame *frame)
{
    const struct known *found = find_known(frame);
    if (!found->path)
        return false;
    frame->symbol = found->symbol;
    frame->place = found->place;
    return true;
}

static char *copy(const char *text)
{
    char *made = strdup(text);
    if (!made)
        memory_exhausted();
    return made;
}

static void keep_known(const struct test_frame *frame)
{
    struct known *slot = find_known(frame);
    if (slot->path || known_count == KNOWN / 2)
        return;
    known_count++;
    *slot = (struct known){copy(frame->path), copy(frame->symbol), copy(frame->place), lookup_address(frame)};
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

/* All frames of one image that are not known, in one run of the program. */
static void symbolize_image(struct test_frame **frames, size_t count, size_t first, const char *here, struct arena *a)
{
    struct arguments arguments = {.arena = a};
    struct process_result result;
    struct diag ignored = {0};
    arguments_add(&arguments, SYMBOLIZER);
    arguments_format(&arguments, "--obj=%s", frames[first]->path);
    arguments_add(&arguments, "--relative-address");
    for (size_t i = first; i < count; i++)
        if (strcmp(frames[i]->path, frames[first]->path) == 0)
            arguments_format(&arguments, "0x%llx", (unsigned long long)lookup_address(frames[i]));
    if (process_run(arguments.items, NULL, true, a, &result, &ignored) && result.status == 0) {
        char *rest = result.output;
        for (size_t i = first; i < count; i++)
            if (strcmp(frames[i]->path, frames[first]->path) == 0)
                read_answer(&rest, frames[i], here, a);
    }
    diag_free(&ignored);
}

static bool seen_before(struct test_frame *const *frames, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(frames[i]->path, frames[index]->path) == 0)
            return true;
    return false;
}

void test_symbolize(struct test_frame *frames, size_t count, struct arena *a)
{
    const char *here = path_absolute(a, ".");
    struct test_frame **unknown = arena_array(a, count + 1, sizeof(*unknown));
    size_t unknown_count = 0;
    for (size_t i = 0; i < count; i++) {
        frames[i].symbol = frames[i].place = "";
        if (*frames[i].path && !take_known(&frames[i]))
            unknown[unknown_count++] = &frames[i];
    }
    for (size_t i = 0; i < unknown_count; i++)
        if (!seen_before(unknown, i))
            symbolize_image(unknown, unknown_count, i, here, a);
    for (size_t i = 0; i < unknown_count; i++)
        keep_known(unknown[i]);
}
