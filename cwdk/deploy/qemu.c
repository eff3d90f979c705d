/*
 * Targets of the kind `qemu`: a machine that the user has is started from a snapshot, deployed to through ssh, and put
 * back. What its disks hold when cwdk begins is kept as a snapshot of its own meanwhile, so nothing that the user did
 * since `snapshot` is lost; where cwdk was killed, the next deployment finds it there, and puts it back at its end.
 */
#include "cwdk/deploy/interrupt.h"
#include "cwdk/deploy/machine.h"
#include "cwdk/deploy/ssh.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"

#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct guest {
    struct machine machine;
    struct machine_disk *disks;
    size_t count, saved; /* of the disks; how many of them are to be put back */
    bool has_state;      /* the snapshot is of the running machine */
    int lock;
    unsigned serial_port;
};

/* --- the debugger's port --- */

static const char *port_of(const struct deploy_target *target, enum deploy_debugger debugger)
{
    return target->debugger_port ? target->debugger_port : debugger == DEBUGGER_GDB ? "1234" : "5555";
}

/* The number of the serial port that comes after the user's own. */
static unsigned next_serial_port(const struct deploy_target *target)
{
    unsigned port = 1;
    for (const char *const *argument = target->arguments; *argument; argument++)
        port += !strcmp(*argument, "-serial");
    return port;
}

static void add_debugger(const struct deploy_target *target, enum deploy_debugger debugger, struct arguments *more)
{
    const char *port = port_of(target, debugger);
    if (debugger == DEBUGGER_NONE)
        return;
    arguments_add(more, debugger == DEBUGGER_GDB ? "-gdb" : "-serial");
    arguments_format(more, debugger == DEBUGGER_GDB ? "tcp:127.0.0.1:%s" : "tcp:127.0.0.1:%s,server=on,wait=off", port);
}

static void say_debugger(const struct deploy_target *target, const struct deploy_options *options)
{
    const char *port = port_of(target, options->debugger);
    if (options->debugger == DEBUGGER_GDB)
        fprintf(options->output, "gdb: target remote 127.0.0.1:%s\n", port);
    else if (options->debugger == DEBUGGER_KD)
        fprintf(options->output, "WinDbg: windbg -k com:ipport=%s,port=127.0.0.1\n", port);
    fflush(options->output);
}

/* --- the disks --- */

static bool take_lock(struct guest *g)
{
    const char *path = g->disks[0].path;
    g->lock = open(path, O_RDONLY | O_CLOEXEC);
    return (g->lock >= 0 && !flock(g->lock, LOCK_EX | LOCK_NB)) ||
           diag_error(g->machine.d, CODE_DEP3007, diag_in_file(path),
                      "another cwdk deploy is at work with this machine");
}

/* Starts the machine for a look at its disks; all is refused that could not be put back. */
static bool learn_disks(struct guest *g)
{
    struct machine *m = &g->machine;
    const struct deploy_target *target = m->target;
    bool ok = machine_start(m, NULL) && machine_disks(m, &g->disks, &g->count);
    machine_stop(m);
    if (ok && !g->count)
        ok = diag_error(m->d, CODE_DEP0008, target->place, "the machine has no disk that it writes to");
    for (size_t i = 0; ok && i < g->count; i++) {
        g->has_state = g->has_state || g->disks[i].has_state;
        if (!g->disks[i].has_snapshot)
            ok = diag_error(m->d, CODE_DEP0008, target->place, "%s has no snapshot '%s'", g->disks[i].path,
                            target->snapshot);
    }
    return ok && take_lock(g);
}

static bool save_disks(struct guest *g)
{
    bool ok = true;
    for (size_t i = 0; ok && i < g->count; i++) {
        ok = g->disks[i].has_saved || disk_save(&g->machine, &g->disks[i]);
        g->saved += ok;
        if (ok && !g->has_state)
            ok = disk_apply(&g->machine, &g->disks[i], g->machine.target->snapshot);
    }
    return ok;
}

static bool put_back(struct guest *g)
{
    bool ok = true;
    machine_stop(&g->machine);
    for (size_t i = 0; i < g->saved; i++)
        ok = disk_restore(&g->machine, &g->disks[i]) && ok;
    if (g->lock >= 0)
        close(g->lock);
    return ok;
}

/* --- the deployment --- */

static bool go(struct guest *g, const struct remote *r)
{
    const struct deploy_target *target = g->machine.target;
    struct arguments more = {.arena = r->a};
    if (g->has_state) {
        arguments_add(&more, "-loadvm");
        arguments_add(&more, target->snapshot);
    }
    add_debugger(target, r->options->debugger, &more);
    arguments_add(&more, NULL);
    fprintf(r->options->output, "starting the machine from the snapshot %s\n", target->snapshot);
    fflush(r->options->output);
    if (!machine_start(&g->machine, more.items) || !machine_go(&g->machine))
        return false;
    say_debugger(target, r->options);
    return remote_wait(r, target->boot_seconds);
}

/* Until Ctrl-C, or the machine's own end. */
static void hold(struct guest *g, const struct deploy_options *options)
{
    fputs("the machine runs until Ctrl-C\n", options->output);
    fflush(options->output);
    while (machine_runs(&g->machine) && !interrupt_pending())
        usleep(100 * 1000);
}

bool deploy_qemu(const struct deploy_target *target, const struct deploy_payload *payload,
                 const struct deploy_options *options, struct arena *a, struct diag *d)
{
    const unsigned serial_port = options->debugger == DEBUGGER_KD ? next_serial_port(target) : 0;
    if (options->dry_run)
        return ssh_show_script(payload, serial_port, options, a, d);
    const char *work = folder_make_temporary("cwdk-deploy", a, d);
    const struct remote r = {target, options, payload->service, work, a, d};
    struct guest g = {.machine = {.target = target, .work = work, .a = a, .d = d}, .lock = -1};
    bool interrupted = false, held = false;
    interrupt_catch();
    bool ok = work && learn_disks(&g) && save_disks(&g) && go(&g, &r);
    if (ok) {
        ok = ssh_install(&r, payload, serial_port);
        held = options->debugger && !interrupt_pending();
        if (held)
            hold(&g, options);
    }
    interrupted = interrupt_pending() && !held;
    interrupt_ignore();
    const bool saved = g.saved > 0, back = put_back(&g);
    if (saved && back)
        fputs("the machine is as it was\n", options->output);
    fflush(options->output);
    ok = (!work || path_remove(work, d)) && back && ok;
    interrupt_release(interrupted);
    return ok;
}
