/* The files of findings. */
#include "ntsim/fuzz/collect.h"
#include "ntsim/fuzz/execute.h"
#include "ntsim/fuzz/shrink.h"
#include "ntsim/run/event.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *input_folder, *event_folder;

void collect_to(const char *inputs, const char *events)
{
    input_folder = inputs;
    event_folder = events;
}

bool collects(void)
{
    return input_folder;
}

static _Noreturn void cannot_write(const char *path)
{
    perror(path);
    _exit(1);
}

static int begin_file(char path[PATH_MAX], const char *folder)
{
    snprintf(path, PATH_MAX, "%s/.new-%d", folder, (int)getpid());
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        cannot_write(path);
    return file;
}

static void end_file(int file, const char *from, const char *folder, const char *name, const char *extension)
{
    char path[PATH_MAX];
    snprintf(path, sizeof(path), "%s/%s%s", folder, name, extension);
    if (close(file) != 0 || rename(from, path) != 0)
        cannot_write(path);
}

static void write_input(const struct operations *operations, const char *name)
{
    static uint8_t bytes[2 * MOST_BYTES];
    char path[PATH_MAX];
    const size_t size = operations_write(operations, bytes, sizeof(bytes));
    const int file = begin_file(path, input_folder);
    if (write(file, bytes, size) != (ssize_t)size)
        cannot_write(path);
    end_file(file, path, input_folder, name, "");
}

static void write_events(const struct operations *operations, const struct outcome *outcome, const char *name)
{
    char path[PATH_MAX];
    struct outcome ignored;
    const int file = begin_file(path, event_folder);
    event_open(file);
    event_divert(NULL);
    event("fuzzed", "sx", outcome->code, (uint64_t)outcome->where);
    execute_tell_names();
    target_run(operations, TARGET_TELL | (outcome->at_end ? TARGET_TO_END : 0), &ignored);
    end_file(file, path, event_folder, name, ".events");
}

void collect(const struct operations *operations, const struct outcome *outcome)
{
    static struct operations smaller;
    char name[64];
    snprintf(name, sizeof(name), "crash-%s-%08x", outcome->code, (unsigned)outcome->where);
    smaller = *operations;
    shrink(&smaller, outcome);
    target_know(outcome);
    write_input(&smaller, name);
    write_events(&smaller, outcome, name);
}
