/*
 * What @NAME@ offers to programs: its device interface and its control codes. Include <windows.h> and
 * <winioctl.h> first in a program, the driver includes its own headers; define INITGUID in one source.
 */
#pragma once

/* {@GUID@} */
DEFINE_GUID(GUID_DEVINTERFACE_@UPPER@, @GUID_C@);

/* The longest message that the device keeps, in bytes. */
#define @UPPER@_CAPACITY 4096

/* Out: @UPPER@_STATISTICS. */
#define IOCTL_@UPPER@_QUERY CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)
/* Forgets the message. No buffers. */
#define IOCTL_@UPPER@_CLEAR CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_WRITE_ACCESS)

typedef struct _@UPPER@_STATISTICS {
    ULONG Length; /* of the message that is kept now, in bytes */
    ULONG Reads;  /* requests that succeeded since the device started */
    ULONG Writes;
} @UPPER@_STATISTICS;
