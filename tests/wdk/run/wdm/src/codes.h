/* What the driver is asked for. */
#pragma once

#define CODE(number, method) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (number), method, FILE_ANY_ACCESS)

#define IOCTL_PUT       CODE(0, METHOD_BUFFERED) /* waits, until it is taken, cancelled, or its file is closed */
#define IOCTL_TAKE      CODE(1, METHOD_BUFFERED) /* ends the one that has waited longest with 7 bytes */
#define IOCTL_USER      CODE(2, METHOD_NEITHER)  /* a number in, the next out */
#define IOCTL_USER_SIZE CODE(3, METHOD_BUFFERED) /* asks for a program's buffer where there is none */
#define IOCTL_WORK      CODE(4, METHOD_BUFFERED) /* waits, until a work item ends it with 5 bytes */
#define IOCTL_TEXT      CODE(5, METHOD_BUFFERED) /* bytes in, UTF-16 of them out */
#define IOCTL_EVENT     CODE(6, METHOD_BUFFERED) /* looks at a handle that is none */
#define IOCTL_DOWN      CODE(7, METHOD_BUFFERED) /* how many requests have come back from below */

#define IOCTL_STOP_TWICE     CODE(20, METHOD_BUFFERED) /* completes twice */
#define IOCTL_STOP_FORGOTTEN CODE(21, METHOD_BUFFERED) /* completes another one than its own */
#define IOCTL_STOP_TAKE_FULL CODE(22, METHOD_BUFFERED) /* takes into what is not empty */
#define IOCTL_STOP_WAIT      CODE(23, METHOD_BUFFERED) /* ends a remove lock that it does not hold */
#define IOCTL_STOP_LOWER     CODE(24, METHOD_BUFFERED) /* the device below one that is not attached */
#define IOCTL_STOP_HELD      CODE(25, METHOD_BUFFERED) /* hands on a use that it has not */
#define IOCTL_STOP_RANGE     CODE(26, METHOD_BUFFERED) /* asks a control code where it reads */
