/* What the driver and its client agree on. */
#pragma once

#define IOCTL_LEGACY_REVERSE CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_ANY_ACCESS)
/* In: an address as a 64-bit number. Out: LEGACY_OUTCOME of reading there. */
#define IOCTL_LEGACY_PEEK CTL_CODE(FILE_DEVICE_UNKNOWN, 0x901, METHOD_BUFFERED, FILE_ANY_ACCESS)
/* The same, through a handler that declines. */
#define IOCTL_LEGACY_DECLINE CTL_CODE(FILE_DEVICE_UNKNOWN, 0x902, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct _LEGACY_OUTCOME {
    unsigned long Code;      /* of the exception; 0: there was none */
    unsigned long Cleanups;  /* how many __finally blocks ran */
    unsigned long Otherwise; /* a value that only the handler needs */
} LEGACY_OUTCOME;
