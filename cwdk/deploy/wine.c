/*
 * Targets of the kind `wine`. In the prefix, drive_c/cwdk/SERVICE has two folders for packages, 0 and 1, and the file
 * `current`, which names the one that runs; a new package goes to the other, and `current` is written last. The agent
 * (agent/agent.c) does what a program inside must do.
 */
#include "cwdk/deploy/deploy.h"
#include "cwdk/deploy/session.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Exit statuses of the agent. */
enum { AGENT_DONE, AGENT_NOT_STARTED, AGENT_WRONG_USAGE, AGENT_FAILED, AGENT_PROGRAM_FAILED };
enum {
    SECONDS_OF_WINE = 120, /* to begin and end, on a busy machine */
    TRIES = 3,
    TIMED_OUT = 124, /* says timeout */
};

struct wine {
    const struct deploy_target *target;
    const struct deploy_options *options;
    const char *loader, *agent;
    const char *folder; /* of the service in the prefix */
    struct arena *a;
    struct diag *d;
    int lock;
    bool heard;          /* a word of the agent, in the last session */
    struct text failure; /* what the agent says has failed, of the last session */
    struct text reasons; /* what Wine says about it */
};

/* --- Wine itself --- */

static const char *find_loader(struct arena *a, struct diag *d)
{
    static const char *const names[] = {"/usr/lib/wine/wine64", "wine64", "wine"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *found = process_find(names[i], a);
        if (found)
            return found;
    }
    diag_error(d, CODE_ENV0003, diag_nowhere(), "cannot run wine64: it is not installed");
    diag_help(d, "apt-get install wine64");
    return NULL;
}

static void begin_command(const struct wine *w, unsigned seconds, struct arguments *out)
{
    *out = (struct arguments){.arena = w->a};
    arguments_add(out, "env");
    arguments_format(out, "WINEPREFIX=%s", w->target->prefix);
    arguments_add(out, "WINEARCH=win64");
    arguments_add(out, "WINEDEBUG=fixme-all,err+all,warn+debugstr");
    arguments_add(out, "WINEDLLOVERRIDES=mscoree,mshtml,winedbg.exe="); /* no downloads, no debugger that asks */
    if (seconds) {
        arguments_add(out, "timeout");
        arguments_add(out, "--foreground");
        arguments_add(out, "--kill-after=5");
        arguments_format(out, "%u", seconds);
    }
    arguments_add(out, w->loader);
}

static bool make_prefix(struct wine *w)
{
    const char *prefix = w->target->prefix;
    struct arguments boot;
    int status;
    if (path_exists(path_join(w->a, prefix, "system.reg")))
        return true;
    fprintf(w->options->output, "making the Wine prefix %s\n", prefix);
    begin_command(w, SECONDS_OF_WINE, &boot);
    arguments_add(&boot, "wineboot");
    arguments_add(&boot, "--init");
    arguments_add(&boot, NULL);
    struct process_result result;
    if (!folder_make(prefix, w->d) || !process_run(boot.items, NULL, true, w->a, &result, w->d))
        return false;
    status = result.status;
    if (status)
        return diag_error(w->d, CODE_DEP3001, diag_in_file(prefix),
                          "Wine cannot make the prefix: wineboot ends with %d", status);
    return true;
}

/* One deployment at a time; the lock goes with the process, whatever ends it. */
static bool open_target(struct wine *w, const char *service)
{
    const char *home = home_folder(w->a, w->d);
    w->loader = home ? find_loader(w->a, w->d) : NULL;
    if (!w->loader || !make_prefix(w))
        return false;
    w->agent = path_join(w->a, home, "deploy/amd64/cwdk-agent.exe");
    if (!path_is_file(w->agent))
        return diag_error(w->d, CODE_ENV0004, diag_in_file(w->agent), "the kit's %s is missing", path_name(w->agent));
    const char *all = path_join(w->a, w->target->prefix, "drive_c/cwdk");
    if (!folder_make(all, w->d))
        return false;
    w->lock = open(path_join(w->a, all, "lock"), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (w->lock < 0 || flock(w->lock, LOCK_EX | LOCK_NB))
        return diag_error(w->d, CODE_DEP3001, diag_in_file(w->target->prefix),
                          "another cwdk deploy is at work in this prefix");
    w->folder = path_join(w->a, all, service);
    return true;
}

static void close_target(struct wine *w)
{
    text_free(&w->failure);
    text_free(&w->reasons);
    if (w->lock >= 0)
        close(w->lock);
}

/* --- sessions of the agent --- */

static void add_reason(struct text *t, const char *reason)
{
    if (t->size)
        text_put(t, "; ");
    text_put(t, reason);
}

/* "0138:err:CHANNEL:FUNCTION MESSAGE" of the channels that tell about drivers, and what drivers print:
 * "00d0:warn:debugstr:vDbgPrintExWithPrefix COMPONENT:LEVEL: TEXT". The rest is Wine's own trouble. */
static void take_complaint(struct wine *w, const char *line)
{
    static const char *const channels[] = {":err:ntoskrnl:", ":err:module:", ":err:seh:"};
    const char *print = strstr(line, ":warn:debugstr:");
    if (print) {
        const char *text = strchr(print, ' ');
        const char *prefix = text && strstr(print, ":vDbgPrintEx") ? strstr(text, ": ") : NULL;
        text = prefix ? prefix + 2 : text ? text + 1 : "";
        fprintf(w->options->debug, "[debug] %s\n", text);
        fflush(w->options->debug);
        return;
    }
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
        if (strstr(line, channels[i]))
            add_reason(&w->reasons, strstr(line, channels[i]) + 5);
    if (!strncmp(line, "wine", 4)) /* "wine: ...", "wine client error: ..." */
        add_reason(&w->reasons, line);
}

static void take_line(void *context, const char *line, bool complaint)
{
    static const char agent[] = "agent: ", failed[] = "failed: ";
    struct wine *w = context;
    if (complaint) {
        take_complaint(w, line);
        return;
    }
    if (!strncmp(line, agent, sizeof agent - 1)) {
        w->heard = true;
        line += sizeof agent - 1;
        if (!strncmp(line, failed, sizeof failed - 1)) {
            text_clear(&w->failure);
            text_put(&w->failure, line + sizeof failed - 1);
            return;
        }
    }
    fprintf(w->options->output, "%s\n", line);
    fflush(w->options->output);
}

/* A Wine that is just coming to its end may refuse a program that comes in: where not even the agent has begun, it is
 * tried again. */
static bool run_agent(struct wine *w, struct arguments *command, int *status)
{
    const char *output = path_join(w->a, w->folder, "output.log"), *debug = path_join(w->a, w->folder, "debug.log");
    w->heard = false;
    *status = AGENT_FAILED;
    for (int tries = 0; tries < TRIES && !w->heard && *status && *status != TIMED_OUT; tries++) {
        if (tries)
            sleep(1);
        text_clear(&w->failure);
        text_clear(&w->reasons);
        if (!session_run(command->items, output, debug, take_line, w, w->a, status, w->d))
            return false;
    }
    if (*status == TIMED_OUT)
        add_reason(&w->failure, "Wine does not come to an end");
    else if (*status && !w->failure.size)
        text_format(&w->failure, "Wine ends with status %d", *status);
    return true;
}

/* A host's path as programs in the prefix see it. */
static const char *windows_path(struct arena *a, const char *path)
{
    const char *absolute = path_absolute(a, path);
    char *out = arena_format(a, "Z:%s", absolute ? absolute : path);
    for (char *c = out; *c; c++)
        if (*c == '/')
            *c = '\\';
    return out;
}

static bool run_start(struct wine *w, int slot, const struct deploy_payload *payload, const char *const *program,
                      int *status)
{
    struct arguments command;
    begin_command(w, program ? 0 : w->options->seconds + SECONDS_OF_WINE, &command);
    arguments_add(&command, w->agent);
    arguments_add(&command, "start");
    arguments_add(&command, payload->service);
    arguments_format(&command, "\\??\\C:\\cwdk\\%s\\%d\\%s", payload->service, slot, payload->image);
    arguments_add(&command, payload->hardware_id ? payload->hardware_id : "-");
    arguments_format(&command, "%u", w->options->seconds);
    if (program) {
        arguments_add(&command, windows_path(w->a, program[0]));
        arguments_add_all(&command, "", program + 1);
    }
    return run_agent(w, &command, status);
}

static bool run_remove(struct wine *w, const char *service, int *status)
{
    struct arguments command;
    begin_command(w, SECONDS_OF_WINE, &command);
    arguments_add(&command, w->agent);
    arguments_add(&command, "remove");
    arguments_add(&command, service);
    return run_agent(w, &command, status);
}

/* --- packages in the prefix --- */

static const char *slot_folder(const struct wine *w, int slot)
{
    return path_join(w->a, w->folder, slot ? "1" : "0");
}

/* The one that runs, or -1. */
static int current_slot(const struct wine *w)
{
    const char *path = path_join(w->a, w->folder, "current");
    struct bytes content;
    if (!path_is_file(path) || !file_read(path, w->a, &content, w->d) || !content.size)
        return -1;
    return content.data[0] == '1';
}

/* What of the failure is known, as one line; valid until the next session. */
static const char *why(struct wine *w)
{
    return w->reasons.size ? arena_format(w->a, "%s (%s)", w->failure.data, w->reasons.data)
                           : arena_string(w->a, w->failure.data);
}

/* Starts what ran before, or takes the service away where nothing did. */
static void roll_back(struct wine *w, const struct deploy_payload *payload, int previous)
{
    struct deploy_payload before;
    int status = AGENT_FAILED;
    const char *reason = why(w);
    diag_error(w->d, CODE_DEP1001, diag_in_file(payload->folder), "%s does not start under Wine: %s", payload->service,
               reason);
    if (previous < 0) {
        if (run_remove(w, payload->service, &status) && status == AGENT_DONE)
            diag_help(w->d, "no package ran before; the service is taken away again");
        else
            diag_help(w->d, "no package ran before; the service could not be taken away: %s", why(w));
        return;
    }
    fprintf(w->options->output, "rolling back to the previous package\n");
    if (deploy_payload_read(slot_folder(w, previous), w->a, &before, w->d) &&
        run_start(w, previous, &before, NULL, &status) && status == AGENT_DONE)
        diag_help(w->d, "the previous package runs again");
    else
        diag_error(w->d, CODE_DEP1002, diag_in_file(slot_folder(w, previous)),
                   "the previous package does not start again either: %s", w->failure.size ? why(w) : "see above");
}

static bool install(struct wine *w, const struct deploy_payload *payload)
{
    const int previous = current_slot(w), slot = previous == 0;
    const char *folder = slot_folder(w, slot);
    int status = AGENT_FAILED;
    if (!path_remove(folder, w->d) || !deploy_copy_package(payload->folder, folder, w->a, w->d)) {
        path_remove(previous < 0 ? w->folder : folder, w->d);
        return false;
    }
    if (!run_start(w, slot, payload, w->options->program, &status))
        return false;
    if (status != AGENT_DONE && status != AGENT_PROGRAM_FAILED) {
        roll_back(w, payload, previous);
        path_remove(folder, w->d);
        return false;
    }
    if (!file_write(path_join(w->a, w->folder, "current"), slot ? "1\n" : "0\n", 2, 0644, w->d))
        return false;
    if (status == AGENT_PROGRAM_FAILED)
        return diag_error(w->d, CODE_DEP1003, diag_in_file(w->options->program[0]), "the program fails: %s", why(w));
    return true;
}

static bool fits(const struct deploy_payload *payload, struct diag *d)
{
    if (strcmp(payload->arch, "amd64") != 0)
        return diag_error(d, CODE_DEP0004, diag_in_file(payload->folder),
                          "the package is for %s, the target runs amd64", payload->arch);
    if (payload->model != BINARY_WDM)
        return diag_error(d, CODE_DEP0005, diag_in_file(payload->folder), "%s is a %s driver, and Wine has no WDF",
                          payload->image, binary_model_name(payload->model));
    return true;
}

bool deploy_wine(const struct deploy_target *target, const struct deploy_payload *payload,
                 const struct deploy_options *options, struct arena *a, struct diag *d)
{
    struct wine w = {.target = target, .options = options, .a = a, .d = d, .lock = -1};
    const bool ok = fits(payload, d) && open_target(&w, payload->service) && install(&w, payload);
    close_target(&w);
    return ok;
}

bool deploy_wine_remove(const struct deploy_target *target, const char *service, const struct deploy_options *options,
                        struct arena *a, struct diag *d)
{
    struct wine w = {.target = target, .options = options, .a = a, .d = d, .lock = -1};
    const char *folder = path_join(a, path_join(a, target->prefix, "drive_c/cwdk"), service);
    int status = AGENT_FAILED;
    if (!path_is_folder(folder))
        return diag_error(d, CODE_DEP0007, diag_in_file(target->prefix), "no driver '%s' was deployed there", service);
    bool ok = open_target(&w, service) && run_remove(&w, service, &status);
    if (ok && status != AGENT_DONE)
        ok = diag_error(d, CODE_DEP3001, diag_in_file(target->prefix), "%s cannot be taken away: %s", service, why(&w));
    ok = ok && path_remove(folder, d);
    close_target(&w);
    return ok;
}
