/* What the bus offers: slots that cards are put in and taken out of. Each card is a device with an interface of its own. */
#pragma once

/* {0E6A5F3B-52A0-4E0C-8B0A-6B0F9D0C1201}: the bus; {...1202}: a card */
DEFINE_GUID(GUID_DEVINTERFACE_SLOTS, 0x0E6A5F3B, 0x52A0, 0x4E0C, 0x8B, 0x0A, 0x6B, 0x0F, 0x9D, 0x0C, 0x12, 0x01);
DEFINE_GUID(GUID_DEVINTERFACE_CARD, 0x0E6A5F3B, 0x52A0, 0x4E0C, 0x8B, 0x0A, 0x6B, 0x0F, 0x9D, 0x0C, 0x12, 0x02);

#define SLOTS 4 /* numbered from 0 */

/* In: a ULONG, the slot. Of the bus. */
#define IOCTL_SLOTS_PLUG   CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_WRITE_ACCESS)
#define IOCTL_SLOTS_UNPLUG CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_WRITE_ACCESS)
/* Out: a ULONG, the slot that it is in. Of a card. */
#define IOCTL_CARD_SLOT CTL_CODE(FILE_DEVICE_UNKNOWN, 0x810, METHOD_BUFFERED, FILE_READ_ACCESS)
