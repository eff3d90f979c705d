/* What configuration space says of a function: its BARs and their sizes, its capabilities. */
#include "ntsim/pci/pcip.h"

enum {
    BARS = FIELD_OFFSET(PCI_COMMON_HEADER, u.type0.BaseAddresses),
    COMMAND = FIELD_OFFSET(PCI_COMMON_HEADER, Command)
};

/* Writing ones shows which bits of an address there are. Memory and ports must not answer meanwhile. */
static ULONG writable_bits(ULONG slot, ULONG offset)
{
    const ULONG before = pcip_read_value(slot, offset, sizeof(ULONG));
    pcip_write_value(slot, offset, sizeof(ULONG), MAXULONG);
    const ULONG bits = pcip_read_value(slot, offset, sizeof(ULONG));
    pcip_write_value(slot, offset, sizeof(ULONG), before);
    return bits;
}

static void size_bars(struct pcip_function *function)
{
    for (ULONG i = 0; i < PCIP_BARS; i++) {
        struct pcip_bar *bar = &function->Bars[i];
        const ULONG offset = BARS + i * sizeof(ULONG), bits = writable_bits(function->Slot, offset);
        if (bits == 0)
            continue;
        bar->Ports = (bits & PCI_ADDRESS_IO_SPACE) != 0;
        if (bar->Ports) {
            bar->Size = (~(bits & PCI_ADDRESS_IO_ADDRESS_MASK) & MAXUSHORT) + 1;
            continue;
        }
        bar->Wide = (bits & PCI_ADDRESS_MEMORY_TYPE_MASK) == PCI_TYPE_64BIT;
        bar->Prefetchable = (bits & PCI_ADDRESS_MEMORY_PREFETCHABLE) != 0;
        ULONG64 mask = (bits & PCI_ADDRESS_MEMORY_ADDRESS_MASK) | ~(ULONG64)MAXULONG;
        if (bar->Wide)
            mask &= (ULONG64)writable_bits(function->Slot, offset + sizeof(ULONG)) << 32 | MAXULONG;
        bar->Size = ~mask + 1;
        i += bar->Wide;
    }
}

static void find_capabilities(struct pcip_function *function)
{
    enum { MOST = 48 };
    ULONG offset =
        function->Header.Status & PCI_STATUS_CAPABILITIES_LIST ? function->Header.u.type0.CapabilitiesPtr : 0;
    for (ULONG count = 0; offset && count < MOST; count++) {
        PCI_CAPABILITIES_HEADER header;
        pcip_read(function->Slot, offset, &header, sizeof(header));
        if (header.CapabilityID == PCI_CAPABILITY_ID_POWER_MANAGEMENT)
            function->PowerOffset = offset;
        else if (header.CapabilityID == PCI_CAPABILITY_ID_MSI)
            function->MessageOffset = offset;
        else if (header.CapabilityID == PCI_CAPABILITY_ID_MSIX)
            function->VectorOffset = offset;
        offset = header.Next & ~3U;
    }
}

void pcip_read_function(struct pcip_function *function)
{
    const ULONG slot = function->Slot;
    const ULONG command = pcip_read_value(slot, COMMAND, sizeof(USHORT));
    pcip_read(slot, 0, &function->Header, sizeof(function->Header));
    pcip_write_value(slot, COMMAND, sizeof(USHORT), command & ~(ULONG)(PCI_ENABLE_IO_SPACE | PCI_ENABLE_MEMORY_SPACE));
    size_bars(function);
    pcip_write_value(slot, COMMAND, sizeof(USHORT), command);
    find_capabilities(function);
    function->Power = PowerDeviceD0;
}

BOOLEAN pcip_is_same(const struct pcip_function *function)
{
    const PCI_COMMON_HEADER *old = &function->Header;
    PCI_COMMON_HEADER now;
    pcip_read(function->Slot, 0, &now, sizeof(now));
    return now.VendorID == old->VendorID && now.DeviceID == old->DeviceID && now.RevisionID == old->RevisionID &&
           now.u.type0.SubVendorID == old->u.type0.SubVendorID && now.u.type0.SubSystemID == old->u.type0.SubSystemID;
}
