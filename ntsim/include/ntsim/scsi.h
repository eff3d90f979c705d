/*
 * Logical units of a storage miniport as a program sees them: command blocks through the adapter, by
 * IOCTL_SCSI_PASS_THROUGH_DIRECT. Codes and structures are those of the kit's ntddscsi.h and scsi.h.
 */
#ifndef NTSIM_SCSI_H
#define NTSIM_SCSI_H

#include <ntsim/ntsim.h>

enum { SIM_SCSI_PASS_THROUGH_DIRECT = 0x0004D014, SIM_SCSI_SENSE = 18 };

/* GUID_DEVINTERFACE_STORAGEPORT: an adapter. */
static const GUID SIM_STORAGE_PORT = {0x2accfe60, 0xc130, 0x11d2, {0xb0, 0x82, 0x00, 0xa0, 0xc9, 0x1e, 0xfb, 0x8b}};

enum sim_scsi_direction { SIM_SCSI_OUT, SIM_SCSI_IN };

/* One command, and what became of it. */
struct sim_scsi {
    UCHAR path, target, lun;
    UCHAR cdb[16], cdb_length;
    enum sim_scsi_direction direction;
    void *data; /* any memory of the test's */
    ULONG size;
    UCHAR status; /* from here on: answers */
    ULONG moved;
    UCHAR sense[SIM_SCSI_SENSE], sense_length;
};

/* Success is that the unit has answered: `status` says what. */
static inline NTSTATUS sim_scsi(struct sim_file *adapter, struct sim_scsi *command)
{
    struct {
        USHORT length;
        UCHAR status, path, target, lun, cdb_length, sense_length, direction;
        ULONG size, timeout;
        void *data;
        ULONG sense_offset;
        UCHAR cdb[16];
        UCHAR sense[SIM_SCSI_SENSE];
    } pass = {.path = command->path,
              .target = command->target,
              .lun = command->lun,
              .cdb_length = command->cdb_length,
              .sense_length = SIM_SCSI_SENSE,
              .direction = (UCHAR)command->direction,
              .size = command->size,
              .timeout = 10};
    _Static_assert(offsetof(__typeof__(pass), data) == 24 && offsetof(__typeof__(pass), cdb) == 36,
                   "as SCSI_PASS_THROUGH_DIRECT has them");
    enum { HEADER = 56 };
    UCHAR bytes[HEADER + SIM_SCSI_SENSE] = {0};
    /* The driver reads and writes the program's memory, so it is memory that the program has. */
    void *data = command->size ? sim_user_memory(command->size) : NULL;
    if (data)
        memcpy(data, command->data, command->size);
    pass.length = HEADER;
    pass.data = data;
    pass.sense_offset = HEADER;
    memcpy(pass.cdb, command->cdb, sizeof(pass.cdb));
    memcpy(bytes, &pass, offsetof(__typeof__(pass), sense));
    const NTSTATUS status =
        sim_ioctl(adapter, SIM_SCSI_PASS_THROUGH_DIRECT, bytes, sizeof(bytes), bytes, sizeof(bytes), NULL);
    memcpy(&pass, bytes, offsetof(__typeof__(pass), sense));
    command->status = pass.status;
    command->moved = pass.size;
    command->sense_length = pass.sense_length;
    memcpy(command->sense, bytes + HEADER, SIM_SCSI_SENSE);
    if (data && NT_SUCCESS(status) && command->direction == SIM_SCSI_IN)
        memcpy(command->data, data, command->size);
    return status;
}

/* READ (10) and WRITE (10) of unit 0 of target 0: `count` blocks from `block` on. */
static inline struct sim_scsi sim_scsi_transfer(enum sim_scsi_direction direction, ULONG block, USHORT count,
                                                void *data, ULONG size)
{
    return (struct sim_scsi){.cdb = {direction == SIM_SCSI_IN ? 0x28 : 0x2A, 0, (UCHAR)(block >> 24),
                                     (UCHAR)(block >> 16), (UCHAR)(block >> 8), (UCHAR)block, 0, (UCHAR)(count >> 8),
                                     (UCHAR)count},
                             .cdb_length = 10,
                             .direction = direction,
                             .data = data,
                             .size = size};
}

#endif
