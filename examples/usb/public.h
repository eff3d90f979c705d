/* What the panel offers: writes go to its display (bulk), reads come from it (bulk), and its switches are told (interrupt). */
#pragma once

/* {C2B2B6B6-3B2E-4A57-9B1A-5D8A30B77001} */
DEFINE_GUID(GUID_DEVINTERFACE_PANEL, 0xC2B2B6B6, 0x3B2E, 0x4A57, 0x9B, 0x1A, 0x5D, 0x8A, 0x30, 0xB7, 0x70, 0x01);

/* Out: a UCHAR, a bit for each switch, as the device told last. */
#define IOCTL_PANEL_SWITCHES CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS)

#define PANEL_TIMEOUT 1000 /* milliseconds; a write that takes longer fails with STATUS_IO_TIMEOUT */
