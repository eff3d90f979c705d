/*
 * Targets of the kind `ssh`. In the home folder there, cwdk/SERVICE/new gets the package, the agent and deploy.cmd;
 * cwdk/SERVICE/current is the package that runs, and cwdk/SERVICE/run the program that uses it, as long as it does.
 */
#include "cwdk/deploy/ssh.h"
#include "cwdk/deploy/script.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/home.h"
#include "cwdk/host/text.h"
#include "cwdk/inf/inf.h"

#include <string.h>
#include <strings.h>

enum { NOT_THERE = 3 }; /* what our own `exit /b` says */

/* "amd64" of what cmd.exe calls AMD64; anything else than Windows does not know the variable. */
static bool architecture_fits(const struct remote *r, const struct deploy_payload *payload)
{
    struct process_result result;
    if (!remote_run(r, "echo %PROCESSOR_ARCHITECTURE%", &result))
        return false;
    const char *said = arena_trimmed(r->a, result.output, strlen(result.output));
    enum inf_arch arch;
    if (result.status || (!inf_arch_parse(said, &arch) && strcasecmp(said, "x86") != 0))
        return diag_error(r->d, CODE_DEP3001, diag_nowhere(), "%s does not answer as Windows does: %s", r->target->host,
                          said);
    return !strcasecmp(said, payload->arch) ||
           diag_error(r->d, CODE_DEP0004, diag_in_file(payload->folder), "the package is for %s, %s is %s",
                      payload->arch, r->target->host, said);
}

/* The package, the agent and the script in one folder called `new`. */
static bool gather(const struct remote *r, const struct deploy_payload *payload, unsigned serial_port,
                   const char *folder)
{
    const char *home = home_folder(r->a, r->d);
    struct text script = {0};
    bool ok = home && script_write(payload, r->options->seconds, serial_port, r->a, &script, r->d) &&
              deploy_copy_package(payload->folder, folder, r->a, r->d) &&
              file_copy(arena_format(r->a, "%s/deploy/%s/cwdk-agent.exe", home, payload->arch),
                        path_join(r->a, folder, "cwdk-agent.exe"), r->d) &&
              file_write(path_join(r->a, folder, "deploy.cmd"), script.data, script.size, 0644, r->d);
    text_free(&script);
    return ok;
}

/* The program, and a file that names it and its arguments. */
static bool gather_program(const struct remote *r, const char *folder)
{
    const char *const *program = r->options->program;
    struct text lines = {0};
    bool ok = folder_make(folder, r->d) && file_copy(program[0], path_join(r->a, folder, path_name(program[0])), r->d);
    for (size_t i = 0; ok && program[i]; i++) {
        ok = !strchr(program[i], '\n') || diag_error(r->d, CODE_DEP1003, diag_in_file(program[0]),
                                                     "an argument of several lines cannot be carried there");
        text_format(&lines, "%s\n", i ? program[i] : path_name(program[i]));
    }
    ok = ok && file_write(path_join(r->a, folder, "program.txt"), lines.data, lines.size, 0644, r->d);
    text_free(&lines);
    return ok;
}

/* Takes a folder of the service's away there, or (NULL) all of them. */
static bool clear(const struct remote *r, const char *folder)
{
    struct process_result result;
    const char *path = arena_format(r->a, folder ? "cwdk\\%s\\%s" : "cwdk\\%s", r->service, folder);
    const char *empty = folder ? "" : " & rmdir cwdk 2>nul";
    return remote_run(r, arena_format(r->a, "(if exist %s rmdir /s /q %s)%s", path, path, empty), &result);
}

static bool run_script(const struct remote *r, const char *folder, const char *mode, int *status)
{
    return remote_show(r, arena_format(r->a, "cwdk\\%s\\%s\\deploy.cmd %s", r->service, folder, mode), status);
}

/* After what has failed was reported: the state before. */
static bool roll_back(const struct remote *r)
{
    int status;
    if (!run_script(r, "new", "rollback", &status))
        return false;
    if (status != SCRIPT_DONE && status != SCRIPT_NOTHING_BEFORE)
        return diag_error(r->d, CODE_DEP1002, diag_nowhere(),
                          "what was there before cannot be brought back: the script ends with status %d", status);
    if (!clear(r, status == SCRIPT_DONE ? "new" : NULL))
        return false;
    diag_help(r->d, status == SCRIPT_DONE ? "the previous package runs again"
                                          : "no package was deployed before; what was installed is taken away again");
    return false;
}

static bool install(const struct remote *r)
{
    int status;
    if (!run_script(r, "new", "install", &status))
        return false;
    if (status == SCRIPT_REBOOT && (!remote_restart(r) || !run_script(r, "new", "install", &status)))
        return false;
    if (status != SCRIPT_DONE) {
        diag_error(r->d, CODE_DEP1001, diag_nowhere(), "%s does not start on %s: the script ends with status %d",
                   r->service, r->target->host, status);
        return roll_back(r);
    }
    if (!run_script(r, "new", "keep", &status))
        return false;
    if (status != SCRIPT_DONE) {
        diag_error(r->d, CODE_DEP3005, diag_nowhere(), "%s cannot keep the package: the script ends with status %d",
                   r->target->host, status);
        return roll_back(r);
    }
    return clear(r, "new");
}

static bool run_program(const struct remote *r)
{
    int status;
    const char *folder = path_join(r->a, r->work, "run");
    const bool sent = remote_send(r, folder), ran = sent && run_script(r, "current", "run", &status);
    if (!clear(r, "run") || !ran)
        return false;
    return status == SCRIPT_DONE || diag_error(r->d, CODE_DEP1003, diag_in_file(r->options->program[0]),
                                               "the program fails on %s", r->target->host);
}

static bool prepare_debugger(const struct remote *r)
{
    int status;
    if (!run_script(r, "new", "debugger", &status))
        return false;
    return status == SCRIPT_REBOOT
               ? remote_restart(r)
               : diag_error(r->d, CODE_DEP3001, diag_nowhere(),
                            "%s cannot be prepared for a kernel debugger: bcdedit fails", r->target->host);
}

bool ssh_install(const struct remote *r, const struct deploy_payload *payload, unsigned serial_port)
{
    struct process_result result;
    const char *folder = path_join(r->a, r->work, "new");
    const char *prepare = arena_format(r->a,
                                       "if exist cwdk\\%s\\new (rmdir /s /q cwdk\\%s\\new) else if not exist "
                                       "cwdk\\%s mkdir cwdk\\%s",
                                       r->service, r->service, r->service, r->service);
    if (!gather(r, payload, serial_port, folder) ||
        (r->options->program && !gather_program(r, path_join(r->a, r->work, "run"))) ||
        !architecture_fits(r, payload) || !remote_run(r, prepare, &result))
        return false;
    if (result.status)
        return diag_error(r->d, CODE_DEP3005, diag_nowhere(), "%s cannot make a folder for the package: %s",
                          r->target->host, arena_trimmed(r->a, result.output, strlen(result.output)));
    if (!remote_send(r, folder)) {
        struct diag ignored = {0}; /* the first error says it */
        struct remote quiet = *r;
        quiet.d = &ignored;
        clear(&quiet, "new");
        diag_free(&ignored);
        return false;
    }
    return (!serial_port || prepare_debugger(r)) && install(r) && (!r->options->program || run_program(r));
}

bool ssh_show_script(const struct deploy_payload *payload, unsigned serial_port, const struct deploy_options *options,
                     struct arena *a, struct diag *d)
{
    struct text script = {0};
    const bool ok = script_write(payload, options->seconds, serial_port, a, &script, d);
    fputs(script.size ? script.data : "", options->output);
    text_free(&script);
    return ok;
}

bool deploy_ssh(const struct deploy_target *target, const struct deploy_payload *payload,
                const struct deploy_options *options, struct arena *a, struct diag *d)
{
    if (options->dry_run)
        return ssh_show_script(payload, 0, options, a, d);
    const char *work = folder_make_temporary("cwdk-deploy", a, d);
    const struct remote r = {target, options, payload->service, work, a, d};
    const bool ok = work && ssh_install(&r, payload, 0);
    return (!work || path_remove(work, d)) && ok;
}

bool deploy_ssh_remove(const struct deploy_target *target, const char *service, const struct deploy_options *options,
                       struct arena *a, struct diag *d)
{
    const char *work = folder_make_temporary("cwdk-deploy", a, d);
    const struct remote r = {target, options, service, work, a, d};
    const char *script = arena_format(a, "cwdk\\%s\\current\\deploy.cmd", service);
    int status = SCRIPT_FAILED;
    bool ok =
        work &&
        remote_show(&r, arena_format(a, "if exist %s (%s remove) else exit /b %d", script, script, NOT_THERE), &status);
    if (ok && status == NOT_THERE)
        ok = diag_error(d, CODE_DEP0007, diag_nowhere(), "no driver '%s' was deployed to %s", service, target->host);
    else if (ok && status != SCRIPT_DONE)
        ok = diag_error(d, CODE_DEP3001, diag_nowhere(), "%s cannot be taken away: the script ends with status %d",
                        service, status);
    ok = ok && clear(&r, NULL);
    return (!work || path_remove(work, d)) && ok;
}
