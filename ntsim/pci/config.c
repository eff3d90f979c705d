/* Configuration space, by mechanism 1: an address register at port 0xCF8, the data at 0xCFC. */
#include "ntsim/pci/pcip.h"

#define ADDRESS_PORT ((PULONG)(ULONG_PTR)0xCF8)
#define DATA_PORT    0xCFC
#define ENABLE       0x80000000U

static KSPIN_LOCK lock;

/* The register's bits 24 to 27 are AMD's extension to 4096 bytes a function. */
static void select(ULONG slot, ULONG offset)
{
    WRITE_PORT_ULONG(ADDRESS_PORT, ENABLE | slot << 11 | (offset & 0xF00) << 16 | (offset & 0xFC));
}

ULONG pcip_read_value(ULONG slot, ULONG offset, ULONG size)
{
    const ULONG_PTR port = DATA_PORT + offset % sizeof(ULONG);
    KIRQL old = KfRaiseIrql(HIGH_LEVEL);
    KeAcquireSpinLockAtDpcLevel(&lock);
    select(slot, offset);
    const ULONG value = size == sizeof(UCHAR)    ? READ_PORT_UCHAR((PUCHAR)port)
                        : size == sizeof(USHORT) ? READ_PORT_USHORT((PUSHORT)port)
                                                 : READ_PORT_ULONG((PULONG)port);
    KeReleaseSpinLockFromDpcLevel(&lock);
    KeLowerIrql(old);
    return value;
}

void pcip_write_value(ULONG slot, ULONG offset, ULONG size, ULONG value)
{
    const ULONG_PTR port = DATA_PORT + offset % sizeof(ULONG);
    KIRQL old = KfRaiseIrql(HIGH_LEVEL);
    KeAcquireSpinLockAtDpcLevel(&lock);
    select(slot, offset);
    if (size == sizeof(UCHAR))
        WRITE_PORT_UCHAR((PUCHAR)port, (UCHAR)value);
    else if (size == sizeof(USHORT))
        WRITE_PORT_USHORT((PUSHORT)port, (USHORT)value);
    else
        WRITE_PORT_ULONG((PULONG)port, value);
    KeReleaseSpinLockFromDpcLevel(&lock);
    KeLowerIrql(old);
}

/* The widest access that the offset and what is left allow. */
static ULONG width(ULONG offset, ULONG left)
{
    if (offset % sizeof(ULONG) == 0 && left >= sizeof(ULONG))
        return sizeof(ULONG);
    return offset % sizeof(USHORT) == 0 && left >= sizeof(USHORT) ? sizeof(USHORT) : sizeof(UCHAR);
}

ULONG pcip_read(ULONG slot, ULONG offset, PVOID buffer, ULONG length)
{
    length = offset < PCIP_CONFIG_SIZE ? min(length, PCIP_CONFIG_SIZE - offset) : 0;
    for (ULONG done = 0, size; done < length; done += size) {
        size = width(offset + done, length - done);
        const ULONG value = pcip_read_value(slot, offset + done, size);
        RtlCopyMemory((PUCHAR)buffer + done, &value, size);
    }
    return length;
}

ULONG pcip_write(ULONG slot, ULONG offset, const void *buffer, ULONG length)
{
    length = offset < PCIP_CONFIG_SIZE ? min(length, PCIP_CONFIG_SIZE - offset) : 0;
    for (ULONG done = 0, size; done < length; done += size) {
        ULONG value = 0;
        size = width(offset + done, length - done);
        RtlCopyMemory(&value, (const UCHAR *)buffer + done, size);
        pcip_write_value(slot, offset + done, size, value);
    }
    return length;
}

/* --- Hal's view of it: drivers of old, and those that look at other devices than their own --- */

static BOOLEAN find(BUS_DATA_TYPE type, ULONG bus, ULONG number, ULONG *slot)
{
    const PCI_SLOT_NUMBER name = {.u.AsULONG = number};
    if (type != PCIConfiguration || bus != 0 || name.u.bits.FunctionNumber != 0)
        return FALSE;
    *slot = name.u.bits.DeviceNumber;
    return TRUE;
}

/* 0: there is no such bus. 2, and no vendor in the buffer: there is no such device. */
ULONG HalGetBusDataByOffset(BUS_DATA_TYPE BusDataType, ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset,
                            ULONG Length)
{
    ULONG slot;
    if (BusDataType != PCIConfiguration || BusNumber != 0)
        return 0;
    if (find(BusDataType, BusNumber, SlotNumber, &slot) &&
        pcip_read_value(slot, 0, sizeof(USHORT)) != PCI_INVALID_VENDORID)
        return pcip_read(slot, Offset, Buffer, Length);
    if (Length >= sizeof(USHORT))
        *(PUSHORT)Buffer = PCI_INVALID_VENDORID;
    return sizeof(USHORT);
}

ULONG HalSetBusDataByOffset(BUS_DATA_TYPE BusDataType, ULONG BusNumber, ULONG SlotNumber, PVOID Buffer, ULONG Offset,
                            ULONG Length)
{
    ULONG slot;
    return find(BusDataType, BusNumber, SlotNumber, &slot) ? pcip_write(slot, Offset, Buffer, Length) : 0;
}
