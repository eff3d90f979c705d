/* What the summing card offers: it adds up the bytes that a program gives it, by DMA. */
#pragma once

/* {91D1F3A4-7B5B-4B0E-8D33-2F1B7B4A5001} */
DEFINE_GUID(GUID_DEVINTERFACE_SUMMER, 0x91D1F3A4, 0x7B5B, 0x4B0E, 0x8D, 0x33, 0x2F, 0x1B, 0x7B, 0x4A, 0x50, 0x01);

#define SUMMER_MOST 65536 /* bytes at a time */

/* In: bytes. Out: a ULONG, their sum. */
#define IOCTL_SUMMER_SUM CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)

/* Registers of BAR 0, of 4 bytes each. */
#define SUMMER_ADDRESS 0x00 /* of a list of pieces, and its upper half */
#define SUMMER_COUNT   0x08 /* of pieces; begins */
#define SUMMER_STATUS  0x0C /* 1: interrupts, 2: failed; write 0 to acknowledge */
#define SUMMER_RESULT  0x10 /* the sum of what this list had */
#define SUMMER_BYTES   0x20

/* What the card fetches for one list: at most so many bytes, in so many pieces. A piece is its address (8 bytes), its
 * length (4), and 4 bytes of nothing. */
#define SUMMER_PART   16384
#define SUMMER_PIECES 5
#define SUMMER_PIECE  16
