/* What the packet cache offers to programs. One write is one packet; one read takes the oldest. */
#pragma once

/* {5B0C3C1C-6C0F-4D0B-9C37-6A1B3E52F701} */
DEFINE_GUID(GUID_DEVINTERFACE_CACHE, 0x5B0C3C1C, 0x6C0F, 0x4D0B, 0x9C, 0x37, 0x6A, 0x1B, 0x3E, 0x52, 0xF7, 0x01);

#define CACHE_PACKET  1514 /* the longest packet, in bytes; a read must have room for it */
#define CACHE_PACKETS 16   /* how many wait; what is written beyond that is refused */

/* Out: CACHE_STATISTICS. */
#define IOCTL_CACHE_QUERY CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)

typedef struct _CACHE_STATISTICS {
    ULONG Waiting; /* packets that nobody has read yet */
    ULONG Refused; /* written when there was no room */
} CACHE_STATISTICS;
