/*
 * Targets of the kind `ssh`: a Windows machine with OpenSSH, reached by the user's own ssh and scp, which find keys and
 * host keys as the user has set them up. Keys only, known hosts only: nothing is ever asked or accepted on the way.
 *
 * In the home folder there, cwdk/SERVICE/new gets the package, the agent and deploy.cmd; cwdk/SERVICE/current is the
 * package that ran before.
 */
#include "cwdk/deploy/deploy.h"
#include "cwdk/deploy/script.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/host/process.h"
#include "cwdk/host/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SSH_FAILED = 255, REBOOT_SECONDS = 600, REBOOT_POLL = 5 };

struct remote {
    const struct deploy_target *target;
    const struct deploy_options *options;
    const char *service;
    struct arena *a;
    struct diag *d;
};

static void begin_command(const struct remote *r, const char *program, struct arguments *out)
{
    static const char *const settings[] = {"BatchMode=yes",
                                           "StrictHostKeyChecking=yes",
                                           "PasswordAuthentication=no",
                                           "KbdInteractiveAuthentication=no",
                                           "ConnectTimeout=10",
                                           NULL};
    *out = (struct arguments){.arena = r->a};
    arguments_add(out, program);
    arguments_add_all(out, "-o", settings);
    if (r->target->port)
        arguments_format(out, "-oPort=%s", r->target->port);
    if (r->target->identity) {
        arguments_add(out, "-oIdentitiesOnly=yes");
        arguments_format(out, "-oIdentityFile=%s", r->target->identity);
    }
    if (r->target->known_hosts)
        arguments_format(out, "-oUserKnownHostsFile=%s", r->target->known_hosts);
}

/* ssh's own words, in the order in which they are looked for. */
static bool connection_failed(const struct remote *r, const char *said)
{
    const char *last = said + strlen(said);
    while (last > said && last[-1] <= ' ')
        last--;
    const size_t end = (size_t)(last - said);
    while (last > said && last[-1] != '\n')
        last--;
    const char *line = arena_trimmed(r->a, last, end - (size_t)(last - said));
    if (strstr(said, "REMOTE HOST IDENTIFICATION HAS CHANGED"))
        diag_error(r->d, CODE_DEP3003, diag_nowhere(), "the host key of %s has changed", r->target->host);
    else if (strstr(said, "Host key verification failed"))
        diag_error(r->d, CODE_DEP3003, diag_nowhere(), "the host key of %s is not known", r->target->host);
    else if (strstr(said, "Permission denied"))
        diag_error(r->d, CODE_DEP3004, diag_nowhere(), "%s takes none of your keys: %s", r->target->host, line);
    else
        diag_error(r->d, CODE_DEP3002, diag_nowhere(), "%s cannot be reached: %s", r->target->host, line);
    return false;
}

/* Runs a command of cmd.exe there; false only where there is no connection. */
static bool run(const struct remote *r, const char *text, struct process_result *result)
{
    struct arguments command;
    begin_command(r, "ssh", &command);
    arguments_add(&command, r->target->host);
    arguments_add(&command, text);
    if (!process_run(command.items, NULL, true, r->a, result, r->d))
        return false;
    return result->status != SSH_FAILED || connection_failed(r, result->output);
}

static bool run_script(const struct remote *r, const char *mode, struct process_result *result)
{
    const char *text = arena_format(r->a, "cmd /c cwdk\\%s\\new\\deploy.cmd %s", r->service, mode);
    if (!run(r, text, result))
        return false;
    fputs(result->output, r->options->output);
    fflush(r->options->output);
    return true;
}

static bool send(const struct remote *r, const char *from)
{
    struct arguments command;
    struct process_result result;
    begin_command(r, "scp", &command);
    arguments_add(&command, "-rq");
    arguments_add(&command, from);
    arguments_format(&command, "%s:cwdk/%s/", r->target->host, r->service);
    if (!process_run(command.items, NULL, true, r->a, &result, r->d))
        return false;
    if (!result.status)
        return true;
    const char *clear = arena_format(r->a, "cmd /c rmdir /s /q cwdk\\%s\\new", r->service);
    diag_error(r->d, CODE_DEP3005, diag_nowhere(), "the package cannot be copied to %s: %s", r->target->host,
               arena_trimmed(r->a, result.output, strlen(result.output)));
    return run(r, clear, &result) && false;
}

/* The package, the agent and the script in one folder called `new`. */
static bool gather(const struct remote *r, const struct deploy_payload *payload, const char *folder)
{
    const char *home = home_folder(r->a, r->d);
    struct text script = {0};
    bool ok = home && script_write(payload, r->options->seconds, &script, r->d) &&
              deploy_copy_package(payload->folder, folder, r->a, r->d) &&
              file_copy(arena_format(r->a, "%s/deploy/%s/cwdk-agent.exe", home, payload->arch),
                        path_join(r->a, folder, "cwdk-agent.exe"), r->d) &&
              file_write(path_join(r->a, folder, "deploy.cmd"), script.data, script.size, 0644, r->d);
    text_free(&script);
    return ok;
}

/* Restarts the machine and waits until it answers again. */
static bool reboot(const struct remote *r)
{
    struct process_result result;
    struct diag waiting = {0};
    struct remote quiet = *r;
    bool up = false;
    fprintf(r->options->output, "%s restarts, as the installation requires\n", r->target->host);
    fflush(r->options->output);
    if (!run(r, "shutdown /r /t 5", &result))
        return false;
    quiet.d = &waiting;
    for (int waited = 0; !up && waited < REBOOT_SECONDS; waited += REBOOT_POLL) {
        sleep(REBOOT_POLL);
        up = run(&quiet, "ver", &result);
    }
    diag_free(&waiting);
    return up ||
           diag_error(r->d, CODE_DEP3002, diag_nowhere(), "%s does not come back after its restart", r->target->host);
}

static bool install(const struct remote *r)
{
    struct process_result result;
    if (!run_script(r, "install", &result))
        return false;
    if (result.status == SCRIPT_REBOOT && (!reboot(r) || !run_script(r, "install", &result)))
        return false;
    if (result.status == SCRIPT_DONE)
        return run_script(r, "keep", &result) &&
               (!result.status || diag_error(r->d, CODE_DEP3005, diag_nowhere(),
                                             "the driver runs, but its package cannot be kept for a rollback"));
    diag_error(r->d, CODE_DEP1001, diag_nowhere(), "%s does not start on %s: the script ends with status %d",
               r->service, r->target->host, result.status);
    if (!run_script(r, "rollback", &result))
        return false;
    if (result.status == SCRIPT_DONE)
        diag_help(r->d, "the previous package runs again");
    else if (result.status == SCRIPT_NOTHING_BEFORE)
        diag_help(r->d, "no package was deployed before; the device and the package stay for you to look at");
    else
        diag_error(r->d, CODE_DEP1002, diag_nowhere(),
                   "the previous package does not start again either: the script ends with status %d", result.status);
    return false;
}

bool deploy_ssh(const struct deploy_target *target, const struct deploy_payload *payload,
                const struct deploy_options *options, struct arena *a, struct diag *d)
{
    const struct remote r = {.target = target, .options = options, .service = payload->service, .a = a, .d = d};
    struct process_result result;
    const char *prepare = arena_format(a,
                                       "cmd /c if exist cwdk\\%s\\new (rmdir /s /q cwdk\\%s\\new) else if not exist "
                                       "cwdk\\%s mkdir cwdk\\%s",
                                       r.service, r.service, r.service, r.service);
    if (options->dry_run) {
        struct text script = {0};
        const bool ok = script_write(payload, options->seconds, &script, d);
        fputs(script.size ? script.data : "", options->output);
        text_free(&script);
        return ok;
    }
    char *work = arena_string(a, "/tmp/cwdk-deploy-XXXXXX");
    if (!mkdtemp(work))
        return diag_error(d, CODE_ENV0002, diag_in_file(work), "cannot make %s: %s", work, strerror(errno));
    const char *folder = path_join(a, work, "new");
    bool ok = gather(&r, payload, folder) && run(&r, prepare, &result);
    if (ok && result.status)
        ok = diag_error(d, CODE_DEP3005, diag_nowhere(), "%s cannot make a folder for the package: %s", target->host,
                        arena_trimmed(a, result.output, strlen(result.output)));
    ok = ok && send(&r, folder) && install(&r);
    path_remove(work, d);
    return ok;
}
