/*
 * A virtual machine of the user's while cwdk runs it: QEMU with the user's own arguments, stopped at first, spoken to
 * through QMP. It ends with cwdk, whatever ends that.
 */
#ifndef CWDK_DEPLOY_MACHINE_H
#define CWDK_DEPLOY_MACHINE_H

#include "cwdk/deploy/deploy.h"
#include "cwdk/deploy/qmp.h"

#include <sys/types.h>

struct machine {
    const struct deploy_target *target;
    const char *work; /* a folder for its socket and what it says */
    struct arena *a;
    struct diag *d;
    pid_t process; /* 0 where none runs */
    struct qmp qmp;
};

/* What the machine may write to, of files that stay. */
struct machine_disk {
    const char *path;
    bool has_snapshot; /* the target's */
    bool has_state;    /* with the state of the machine, or of the disk alone */
    bool has_saved;    /* a snapshot by the name that disk_save gives */
};

/* Starts it, with further arguments (ended by NULL); it stands still until machine_go. */
bool machine_start(struct machine *m, const char *const *more);
bool machine_go(struct machine *m);
/* False as soon as it has ended by itself. */
bool machine_runs(struct machine *m);
void machine_stop(struct machine *m);

/* The disks of a machine that was started. Reports one that cannot be put back to a snapshot, by its format. */
bool machine_disks(struct machine *m, struct machine_disk **out, size_t *count);

/* Of a disk whose machine does not run. Keep its present content as a snapshot of its own; make another snapshot the
 * present content; make it what disk_save kept, and forget that. */
bool disk_save(const struct machine *m, const struct machine_disk *disk);
bool disk_apply(const struct machine *m, const struct machine_disk *disk, const char *snapshot);
bool disk_restore(const struct machine *m, const struct machine_disk *disk);

#endif
