/* What a test asks of ends.sys. */
#ifndef ENDS_H
#define ENDS_H

#define ENDS_CODE(number) CTL_CODE(FILE_DEVICE_UNKNOWN, number, METHOD_BUFFERED, FILE_ANY_ACCESS)
/* In: a code. Connects to the filter with that code, as the class driver does. */
#define IOCTL_ENDS_CONNECT ENDS_CODE(0x800)
/* In: a code. Sends it as an internal request; out: what comes back. */
#define IOCTL_ENDS_ASK ENDS_CODE(0x801)
/* In: the size of a packet, and packets, which the port reports; out: how many it was told are taken, and those that
 * the class got. */
#define IOCTL_ENDS_REPORT ENDS_CODE(0x802)

enum { ENDS_MOST = 256 };

DEFINE_GUID(GUID_DEVINTERFACE_ENDS, 0x51b2ae50, 0x7a0c, 0x4b8e, 0x93, 0x1d, 0x6f, 0x2c, 0x11, 0x8a, 0x40, 0x0e);

#endif
