/* QEMU and qemu-img. Source of the facts: QEMU's documentation, and what QEMU 7.2 was seen to say. */
#include "cwdk/deploy/machine.h"
#include "cwdk/deploy/interrupt.h"
#include "cwdk/diag/codes.h"
#include "cwdk/host/file.h"
#include "cwdk/host/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SAVED "cwdk-before" /* the name of our own snapshots */

enum { POLL_MILLISECONDS = 100, QUIT_POLLS = 100 };

static void pause_a_little(void)
{
    const struct timespec time = {.tv_nsec = POLL_MILLISECONDS * 1000L * 1000L};
    nanosleep(&time, NULL);
}

bool machine_runs(struct machine *m)
{
    if (m->process && waitpid(m->process, NULL, WNOHANG))
        m->process = 0;
    return m->process != 0;
}

/* By QEMU's own words. */
static bool not_started(const struct machine *m, const char *log)
{
    struct bytes said = {0};
    if (!file_read(log, m->a, &said, m->d))
        return false;
    char *text = arena_trimmed(m->a, (const char *)said.data, said.size);
    if (strstr(text, "Failed to get \"write\" lock"))
        return diag_error(m->d, CODE_DEP3007, m->target->place, "the machine's disk is in use: %s", text);
    const char *line = strrchr(text, '\n');
    return diag_error(m->d, CODE_DEP3006, m->target->place, "the machine does not start: %s", line ? line + 1 : text);
}

/* In a process group of its own, so that Ctrl-C leaves it to us; ended by the system where we end without a word. */
static bool spawn(struct machine *m, const struct arguments *command, const char *log)
{
    const char *program = process_find(command->items[0], m->a);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, m->target->folder);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    fflush(NULL);
    const int error =
        program ? posix_spawn(&m->process, program, &actions, &attributes, (char *const *)command->items, environ)
                : ENOENT;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error)
        m->process = 0;
    return !error || process_cannot_start(command->items[0], error, m->d);
}

bool machine_start(struct machine *m, const char *const *more)
{
    const char *socket = path_join(m->a, m->work, "qmp"), *log = path_join(m->a, m->work, "machine.log");
    struct arguments command = {.arena = m->a};
    if (!process_find(m->target->program, m->a)) /* setpriv would say it in its own words */
        return process_cannot_start(m->target->program, ENOENT, m->d);
    arguments_add(&command, "setpriv");
    arguments_add(&command, "--pdeathsig=TERM");
    arguments_add(&command, m->target->program);
    arguments_add_all(&command, "", m->target->arguments);
    arguments_add(&command, "-S");
    arguments_add(&command, "-display");
    arguments_add(&command, "none");
    arguments_add(&command, "-qmp");
    arguments_format(&command, "unix:%s,server=on,wait=off", socket);
    arguments_add_all(&command, "", more);
    arguments_add(&command, NULL);
    m->qmp.socket = -1;
    if (!path_remove(socket, m->d) || !spawn(m, &command, log))
        return false;
    while (machine_runs(m) && !interrupt_pending()) {
        if (qmp_open(&m->qmp, socket, 1000))
            return true;
        pause_a_little();
    }
    if (m->process) {
        machine_stop(m);
        return diag_error(m->d, CODE_DEP3009, diag_nowhere(), "interrupted");
    }
    return not_started(m, log);
}

bool machine_go(struct machine *m)
{
    json_t *answer = qmp_execute(&m->qmp, "cont");
    const bool ok = answer != NULL;
    json_decref(answer);
    return ok || diag_error(m->d, CODE_DEP3006, m->target->place, "the machine does not start to run");
}

void machine_stop(struct machine *m)
{
    if (machine_runs(m))
        json_decref(qmp_execute(&m->qmp, "quit"));
    for (int polls = 0; polls < QUIT_POLLS && machine_runs(m); polls++)
        pause_a_little();
    if (m->process) {
        kill(m->process, SIGKILL);
        waitpid(m->process, NULL, 0);
        m->process = 0;
    }
    qmp_close(&m->qmp);
}

/* --- disks --- */

static void look_at_snapshots(const struct machine *m, const json_t *image, struct machine_disk *disk)
{
    size_t i;
    const json_t *snapshot;
    json_array_foreach(json_object_get(image, "snapshots"), i, snapshot)
    {
        const char *name = json_string_value(json_object_get(snapshot, "name"));
        if (name && !strcmp(name, m->target->snapshot)) {
            disk->has_snapshot = true;
            disk->has_state = json_integer_value(json_object_get(snapshot, "vm-state-size")) > 0;
        }
        if (name && !strcmp(name, SAVED))
            disk->has_saved = true;
    }
}

/* Files that are deleted already are QEMU's own, of snapshot=on. */
static bool look_at(const struct machine *m, const json_t *drive, struct machine_disk *disk, bool *counts)
{
    const json_t *inserted = json_object_get(drive, "inserted");
    const char *format = json_string_value(json_object_get(inserted, "drv"));
    const char *file = json_string_value(json_object_get(inserted, "file"));
    *counts = false;
    if (!file || !format || json_is_true(json_object_get(inserted, "ro")))
        return true;
    const char *path = path_join(m->a, m->target->folder, file);
    const bool described = !strncmp(file, "json:", 5);
    if (!described && !path_exists(path))
        return true;
    *counts = true;
    *disk = (struct machine_disk){.path = path};
    look_at_snapshots(m, json_object_get(inserted, "image"), disk);
    if (!described && !strcmp(format, "qcow2"))
        return true;
    diag_error(m->d, CODE_DEP0008, m->target->place, "the machine writes to %s, whose format %s has no snapshots", file,
               format);
    diag_help(m->d, "make it qcow2 (qemu-img convert -O qcow2), or say readonly=on or snapshot=on of that drive");
    return false;
}

bool machine_disks(struct machine *m, struct machine_disk **out, size_t *count)
{
    json_t *drives = qmp_execute(&m->qmp, "query-block");
    const json_t *drive;
    size_t i;
    bool ok = drives != NULL || diag_error(m->d, CODE_DEP3006, m->target->place, "the machine does not answer");
    *out = arena_array(m->a, json_array_size(drives) + 1, sizeof **out);
    *count = 0;
    json_array_foreach(drives, i, drive)
    {
        bool counts = false;
        ok = ok && look_at(m, drive, &(*out)[*count], &counts);
        *count += counts;
    }
    json_decref(drives);
    return ok;
}

static bool snapshot_command(const struct machine *m, const struct machine_disk *disk, const char *option,
                             const char *name)
{
    const char *const command[] = {"qemu-img", "snapshot", option, name, disk->path, NULL};
    struct process_result result;
    return process_run(command, NULL, true, m->a, &result, m->d) &&
           (!result.status ||
            diag_error(m->d, CODE_DEP3008, diag_in_file(disk->path), "qemu-img snapshot %s %s fails: %s", option, name,
                       arena_trimmed(m->a, result.output, strlen(result.output))));
}

bool disk_save(const struct machine *m, const struct machine_disk *disk)
{
    return snapshot_command(m, disk, "-c", SAVED);
}

bool disk_apply(const struct machine *m, const struct machine_disk *disk, const char *snapshot)
{
    return snapshot_command(m, disk, "-a", snapshot);
}

bool disk_restore(const struct machine *m, const struct machine_disk *disk)
{
    return disk_apply(m, disk, SAVED) && snapshot_command(m, disk, "-d", SAVED);
}
