/* A run of ntsim-fuzz, and what it left in files. */
#include "cwdk/fuzz/fuzz.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char extension[] = ".events", start_name[] = "start.events", summary_name[] = "summary";

static bool is_option(const char *word)
{
    return *word == '-';
}

/* Files and folders of the caller's own take the place of the corpus. */
static bool names_inputs(const char *const *engine)
{
    for (; *engine; engine++)
        if (!is_option(*engine))
            return true;
    return false;
}

static void put_arguments(const struct test_kit *kit, const struct test_subject *subject,
                          const struct fuzz_options *options, const char *events, struct arguments *out)
{
    struct arena *a = out->arena;
    arguments_add(out, path_join(a, path_folder(a, kit->host), "ntsim-fuzz"));
    arguments_format(out, "-seed=%llu", (unsigned long long)options->seed);
    arguments_format(out, "-artifact_prefix=%s/", options->findings);
    arguments_add(out, "-detect_leaks=0");
    arguments_add(out, "-reload=0"); /* other processes' inputs would come at any time */
    arguments_add(out, "-rss_limit_mb=0");
    arguments_add(out, "-handle_segv=0"); /* faults are the simulator's */
    arguments_add(out, "-handle_bus=0");
    arguments_add(out, "-handle_ill=0");
    arguments_add(out, "-handle_fpe=0");
    arguments_add_all(out, "", options->engine);
    if (!names_inputs(options->engine)) {
        arguments_add(out, options->corpus);
        arguments_add(out, options->findings); /* what was found before is tried first */
    }
    arguments_add(out, "-ignore_remaining_args=1");
    arguments_format(out, "--system=%s", kit->system);
    arguments_format(out, "--driver=%s", subject->record);
    arguments_format(out, "--seed=%llu", (unsigned long long)options->seed);
    arguments_format(out, "--seconds=%u", options->seconds);
    arguments_format(out, "--findings=%s", options->findings);
    arguments_format(out, "--events=%s", events);
    arguments_format(out, "--dictionary=%s", options->dictionary);
    arguments_format(out, "--summary=%s", path_join(a, events, summary_name));
}

static bool read_run(const char *path, struct arena *a, struct test_run *out, struct diag *d)
{
    struct bytes bytes;
    if (!file_read(path, a, &bytes, d))
        return false;
    *out = (struct test_run){.output = ""};
    for (size_t i = 0; i < bytes.size; i++)
        out->capacity += bytes.data[i] == '\n';
    out->events = arena_array(a, out->capacity + 1, sizeof *out->events);
    char *rest = arena_substring(a, (const char *)bytes.data, bytes.size);
    while (rest && *rest && out->count < out->capacity) {
        char *line = strsep(&rest, "\n");
        if (*line)
            test_event_parse(line, &out->events[out->count++]);
    }
    return true;
}

/* A line for each process: executions, operations, control codes, and more. */
static void read_summary(const char *path, struct arena *a, struct fuzz_result *out)
{
    struct diag ignored = {0};
    struct bytes bytes = {0};
    out->started = path_exists(path) && file_read(path, a, &bytes, &ignored);
    char *rest = out->started ? arena_substring(a, (const char *)bytes.data, bytes.size) : NULL;
    while (rest && *rest) {
        char *line = strsep(&rest, "\n");
        out->executions += strtoull(line, &line, 10);
        strtoull(line, &line, 10);
        const uint64_t codes = strtoull(line, NULL, 10);
        out->codes = codes > out->codes ? codes : out->codes;
    }
    diag_free(&ignored);
}

static bool add_finding(const struct test_kit *kit, const struct fuzz_options *options, const char *events,
                        const char *file, struct arena *a, struct fuzz_result *out, struct diag *d)
{
    struct fuzz_finding *finding = &out->findings[out->count++];
    const size_t length = strlen(file) - strlen(extension);
    finding->name = arena_substring(a, file, length);
    finding->input = path_join(a, options->findings, finding->name);
    if (!read_run(path_join(a, events, file), a, &finding->run.run, d))
        return false;
    finding->run.is_branch = true; /* it has no test's expectations */
    test_judge(kit, &finding->run, a);
    const struct test_event *found = test_finding_next(&finding->run.run, NULL);
    const struct code_entry *code = found ? code_find(found->fields[0]) : NULL;
    if (code) /* rather than the stop that follows it */
        finding->run.reason = arena_format(a, "%s: %s", code->id, code->title);
    /* crash-VRF0003-1a2b3c4d: fuzz_vrf0003_1a2b3c4d */
    char *name = arena_format(a, "fuzz_%s", finding->name + strlen("crash-"));
    for (char *at = name; *at; at++)
        *at = *at == '-' ? '_' : *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
    finding->test = path_join(a, options->tests, arena_format(a, "%s.c", name));
    return fuzz_write_test(finding->test, name, finding->run.reason ? finding->run.reason : finding->name,
                           finding->input, &finding->run.run, a, d);
}

static bool read_findings(const struct test_kit *kit, const struct fuzz_options *options, const char *events,
                          struct arena *a, struct fuzz_result *out, struct diag *d)
{
    size_t count;
    char **names = folder_list(events, a, &count, d);
    if (!names)
        return false;
    out->findings = arena_array(a, count + 1, sizeof *out->findings);
    for (size_t i = 0; names[i]; i++)
        if (strcmp(path_extension(names[i]), extension) == 0 && strncmp(names[i], "crash-", strlen("crash-")) == 0 &&
            !add_finding(kit, options, events, names[i], a, out, d))
            return false;
    return true;
}

static bool read_start(const struct test_kit *kit, const char *path, struct arena *a, struct fuzz_result *out,
                       struct diag *d)
{
    out->start.run.output = "";
    if (!path_exists(path))
        return true;
    if (!read_run(path, a, &out->start.run, d))
        return false;
    out->start.is_branch = !test_event_find(&out->start.run, "failure");
    test_judge(kit, &out->start, a);
    if (!out->start.reason)
        out->start.run.count = 0;
    return true;
}

/* Whether the folder is there, made where it is not, and can be written to. */
static bool make_folder(const char *path, struct diag *d)
{
    if (!folder_make(path, d))
        return false;
    if (access(path, W_OK | X_OK) == 0)
        return true;
    return diag_error(d, CODE_ENV0002, diag_in_file(path), "cannot write to the folder %s", path);
}

bool fuzz_run(const struct test_kit *kit, const struct test_subject *subject, const struct fuzz_options *options,
              struct arena *a, struct fuzz_result *out, struct diag *d)
{
    const char *events = path_join(a, subject->work, "fuzz");
    struct arguments arguments = {.arena = a};
    struct process_result process;
    *out = (struct fuzz_result){.output = ""};
    put_arguments(kit, subject, options, events, &arguments);
    if (!path_exists(arguments.items[0]))
        return diag_error(d, CODE_ENV0004, diag_nowhere(), "the simulator's file %s is missing", arguments.items[0]);
    if (!path_remove(events, d) || !make_folder(events, d) || !make_folder(options->corpus, d) ||
        !make_folder(options->findings, d) || !make_folder(options->tests, d))
        return false;
    if (!process_run(arguments.items, NULL, !options->shows, a, &process, d))
        return false;
    out->status = process.status;
    out->output = process.output;
    read_summary(path_join(a, events, summary_name), a, out);
    return read_start(kit, path_join(a, events, start_name), a, out, d) &&
           read_findings(kit, options, events, a, out, d);
}
