/* What the guard adds to the disk below it. */
#pragma once

/* Out: GUARD_STATISTICS. Sent to the disk, answered by the guard. */
#define IOCTL_GUARD_QUERY CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_READ_ACCESS)

typedef struct _GUARD_STATISTICS {
    ULONG Reads;   /* passed on */
    ULONG Failed;  /* of these: the disk refused them */
    ULONG Refused; /* writes */
} GUARD_STATISTICS;
