/* What functions need, and what they are given: memory and ports behind their BARs, their line or their messages. */
#include "ntsim/pci/pcip.h"

enum {
    BARS = FIELD_OFFSET(PCI_COMMON_HEADER, u.type0.BaseAddresses),
    LINE = FIELD_OFFSET(PCI_COMMON_HEADER, u.type0.InterruptLine),
    COMMAND = FIELD_OFFSET(PCI_COMMON_HEADER, Command)
};
enum { FIRST_LINE = 16, LINES = 4, MOST_DESCRIPTORS = PCIP_BARS + 64 };
enum { CONTROL = 2, MESSAGE_ADDRESS = 4, MESSAGE_DATA_WIDE = 12, MESSAGE_DATA = 8, WIDE_ADDRESS = 0x80 };
enum {
    TABLE = 4,
    TABLE_BAR = 7,
    TABLE_ENTRY = 16,
    VECTORS_ENABLE = 0x8000,
    VECTORS_MASK = 0x4000,
    MESSAGES_ENABLE = 1
};
#define PROCESSOR_ADDRESS 0xFEE00000U /* what is written there is an interrupt */

#define MEMORY_BEGIN      0xF0000000ULL
#define MEMORY_END        0xFEBFFFFFULL
#define WIDE_MEMORY_BEGIN 0x0000400000000000ULL
#define WIDE_MEMORY_END   0x00007FFFFFFFFFFFULL
#define PORTS_BEGIN       0xC000ULL
#define PORTS_END         0xFFFFULL

/* --- what they need --- */

/* As an INF's DDInstall.HW section asks for message-signaled interrupts. */
static NTSTATUS open_message_key(const struct pcip_function *function, PHANDLE key)
{
    UNICODE_STRING first = RTL_CONSTANT_STRING(L"Interrupt Management");
    UNICODE_STRING whole = RTL_CONSTANT_STRING(L"Interrupt Management\\MessageSignaledInterruptProperties");
    OBJECT_ATTRIBUTES attributes;
    HANDLE device, middle;
    NTSTATUS status = IoOpenDeviceRegistryKey(function->Pdo, PLUGPLAY_REGKEY_DEVICE, KEY_ALL_ACCESS, &device);
    if (!NT_SUCCESS(status))
        return status;
    if (function->Messages) {
        InitializeObjectAttributes(&attributes, &first, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, device, NULL);
        if (NT_SUCCESS(ZwCreateKey(&middle, KEY_ALL_ACCESS, &attributes, 0, NULL, REG_OPTION_NON_VOLATILE, NULL)))
            ZwClose(middle);
    }
    InitializeObjectAttributes(&attributes, &whole, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, device, NULL);
    status = function->Messages ? ZwCreateKey(key, KEY_ALL_ACCESS, &attributes, 0, NULL, REG_OPTION_NON_VOLATILE, NULL)
                                : ZwOpenKey(key, KEY_READ, &attributes);
    ZwClose(device);
    return status;
}

static BOOLEAN wants_messages(const struct pcip_function *function)
{
    UNICODE_STRING supported = RTL_CONSTANT_STRING(L"MSISupported");
    UCHAR buffer[FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data) + sizeof(ULONG)] = {0};
    PKEY_VALUE_PARTIAL_INFORMATION value = (PKEY_VALUE_PARTIAL_INFORMATION)buffer;
    ULONG one = 1, size;
    HANDLE key;
    if (!NT_SUCCESS(open_message_key(function, &key)))
        return FALSE;
    if (function->Messages)
        ZwSetValueKey(key, &supported, 0, REG_DWORD, &one, sizeof(one));
    NTSTATUS status = ZwQueryValueKey(key, &supported, KeyValuePartialInformation, value, sizeof(buffer), &size);
    ZwClose(key);
    return NT_SUCCESS(status) && value->Type == REG_DWORD && *(PULONG)value->Data == 1;
}

/* All BARs first, in their order. */
static ULONG add_bars(const struct pcip_function *function, PIO_RESOURCE_DESCRIPTOR to)
{
    ULONG count = 0;
    for (ULONG i = 0; i < PCIP_BARS; i++) {
        const struct pcip_bar *bar = &function->Bars[i];
        if (bar->Size == 0)
            continue;
        PIO_RESOURCE_DESCRIPTOR at = &to[count++];
        at->Type = bar->Ports ? CmResourceTypePort : CmResourceTypeMemory;
        at->ShareDisposition = CmResourceShareDeviceExclusive;
        at->Flags = bar->Ports          ? CM_RESOURCE_PORT_IO | CM_RESOURCE_PORT_POSITIVE_DECODE
                    : bar->Prefetchable ? CM_RESOURCE_MEMORY_READ_WRITE | CM_RESOURCE_MEMORY_PREFETCHABLE
                                        : CM_RESOURCE_MEMORY_READ_WRITE;
        at->u.Generic.Length = at->u.Generic.Alignment = (ULONG)bar->Size;
        at->u.Generic.MinimumAddress.QuadPart = (LONG64)(bar->Ports  ? PORTS_BEGIN
                                                         : bar->Wide ? WIDE_MEMORY_BEGIN
                                                                     : MEMORY_BEGIN);
        at->u.Generic.MaximumAddress.QuadPart = (LONG64)(bar->Ports  ? PORTS_END
                                                         : bar->Wide ? WIDE_MEMORY_END
                                                                     : MEMORY_END);
    }
    return count;
}

static void add_message(PIO_RESOURCE_DESCRIPTOR to, ULONG messages)
{
    to->Type = CmResourceTypeInterrupt;
    to->ShareDisposition = CmResourceShareDeviceExclusive;
    to->Flags = CM_RESOURCE_INTERRUPT_LATCHED | CM_RESOURCE_INTERRUPT_MESSAGE;
    to->u.Interrupt.MinimumVector = CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN - messages + 1;
    to->u.Interrupt.MaximumVector = CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN;
}

/* MSI-X's messages are a resource each, MSI's one together. */
static ULONG add_interrupts(struct pcip_function *function, PIO_RESOURCE_DESCRIPTOR to)
{
    const ULONG slot = function->Slot;
    const BOOLEAN messages = (function->VectorOffset || function->MessageOffset) && wants_messages(function);
    if (messages && function->VectorOffset) {
        const ULONG count = (pcip_read_value(slot, function->VectorOffset + CONTROL, sizeof(USHORT)) & 0x7FF) + 1;
        for (ULONG i = 0; i < count; i++)
            add_message(&to[i], 1);
        return count;
    }
    if (messages) {
        add_message(to, 1U << (pcip_read_value(slot, function->MessageOffset + CONTROL, sizeof(USHORT)) >> 1 & 7));
        return 1;
    }
    if (function->Header.u.type0.InterruptPin == 0)
        return 0;
    to->Type = CmResourceTypeInterrupt;
    to->ShareDisposition = CmResourceShareShared;
    to->Flags = CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE;
    to->u.Interrupt.MinimumVector = to->u.Interrupt.MaximumVector =
        FIRST_LINE + (slot + function->Header.u.type0.InterruptPin - 1) % LINES;
    return 1;
}

PIO_RESOURCE_REQUIREMENTS_LIST pcip_requirements(struct pcip_function *function)
{
    const SIZE_T most = FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List[0].Descriptors) +
                        MOST_DESCRIPTORS * sizeof(IO_RESOURCE_DESCRIPTOR);
    PIO_RESOURCE_REQUIREMENTS_LIST list = ExAllocatePool2(POOL_FLAG_PAGED, most, PCIP_TAG);
    if (!list)
        return NULL;
    PIO_RESOURCE_LIST only = &list->List[0];
    only->Version = only->Revision = 1;
    only->Count = add_bars(function, only->Descriptors);
    only->Count += add_interrupts(function, only->Descriptors + only->Count);
    list->ListSize = (ULONG)(FIELD_OFFSET(IO_RESOURCE_REQUIREMENTS_LIST, List[0].Descriptors) +
                             only->Count * sizeof(IO_RESOURCE_DESCRIPTOR));
    list->InterfaceType = PCIBus;
    list->SlotNumber = function->Slot;
    list->AlternativeLists = 1;
    if (only->Count == 0) {
        ExFreePoolWithTag(list, PCIP_TAG);
        return NULL;
    }
    return list;
}

/* --- what they are given --- */

static void write_messages(const struct pcip_function *function)
{
    const ULONG slot = function->Slot, at = function->MessageOffset;
    ULONG control = pcip_read_value(slot, at + CONTROL, sizeof(USHORT)) & ~(ULONG)(MESSAGES_ENABLE | 0x70), log = 0;
    while (1U << (log + 1) <= function->MessageCount)
        log++;
    pcip_write_value(slot, at + MESSAGE_ADDRESS, sizeof(ULONG), PROCESSOR_ADDRESS);
    pcip_write_value(slot, at + (control & WIDE_ADDRESS ? MESSAGE_DATA_WIDE : MESSAGE_DATA), sizeof(USHORT),
                     function->FirstMessage);
    pcip_write_value(slot, at + CONTROL, sizeof(USHORT),
                     function->MessageCount ? control | log << 4 | MESSAGES_ENABLE : control);
}

/* The table lies in memory, which has to answer already. */
static void write_table(const struct pcip_function *function)
{
    const ULONG slot = function->Slot, at = function->VectorOffset;
    const ULONG control = pcip_read_value(slot, at + CONTROL, sizeof(USHORT)) & ~(ULONG)(VECTORS_ENABLE | VECTORS_MASK);
    const ULONG place = pcip_read_value(slot, at + TABLE, sizeof(ULONG));
    const ULONG64 base = function->Bars[place & TABLE_BAR].Address;
    const PHYSICAL_ADDRESS physical = {.QuadPart = (LONG64)(base + (place & ~(ULONG)TABLE_BAR))};
    const SIZE_T size = (SIZE_T)function->MessageCount * TABLE_ENTRY;
    PUCHAR table =
        function->MessageCount && base ? MmMapIoSpaceEx(physical, size, PAGE_READWRITE | PAGE_NOCACHE) : NULL;
    pcip_write_value(slot, at + CONTROL, sizeof(USHORT), table ? control | VECTORS_ENABLE | VECTORS_MASK : control);
    if (!table)
        return;
    for (ULONG i = 0; i < function->MessageCount; i++) {
        PULONG entry = (PULONG)(table + i * TABLE_ENTRY);
        WRITE_REGISTER_ULONG(&entry[0], PROCESSOR_ADDRESS);
        WRITE_REGISTER_ULONG(&entry[1], 0);
        WRITE_REGISTER_ULONG(&entry[2], function->FirstMessage + i);
        WRITE_REGISTER_ULONG(&entry[3], 0);
    }
    MmUnmapIoSpace(table, size);
    pcip_write_value(slot, at + CONTROL, sizeof(USHORT), control | VECTORS_ENABLE);
}

void pcip_restore(const struct pcip_function *function)
{
    const ULONG slot = function->Slot;
    for (ULONG i = 0; i < PCIP_BARS; i++) {
        const struct pcip_bar *bar = &function->Bars[i];
        const ULONG offset = BARS + i * sizeof(ULONG);
        if (bar->Size)
            pcip_write_value(slot, offset, sizeof(ULONG), (ULONG)bar->Address);
        if (bar->Wide)
            pcip_write_value(slot, offset + sizeof(ULONG), sizeof(ULONG), (ULONG)(bar->Address >> 32));
    }
    pcip_write_value(slot, LINE, sizeof(UCHAR), function->Line);
    pcip_write_value(slot, COMMAND, sizeof(USHORT), function->Command);
    if (function->VectorOffset)
        write_table(function);
    else if (function->MessageOffset)
        write_messages(function);
}

/* The list has what was required, in that order. */
static void take(struct pcip_function *function, const CM_PARTIAL_RESOURCE_LIST *raw,
                 const CM_PARTIAL_RESOURCE_LIST *translated)
{
    ULONG next = 0;
    for (ULONG i = 0; i < raw->Count; i++) {
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *one = &raw->PartialDescriptors[i];
        const CM_PARTIAL_RESOURCE_DESCRIPTOR *seen = &translated->PartialDescriptors[i];
        if (one->Type == CmResourceTypeInterrupt && one->Flags & CM_RESOURCE_INTERRUPT_MESSAGE) {
            if (function->MessageCount == 0)
                function->FirstMessage = seen->u.MessageInterrupt.Translated.Vector;
            function->MessageCount += one->u.MessageInterrupt.Raw.MessageCount;
        } else if (one->Type == CmResourceTypeInterrupt) {
            function->Line = (UCHAR)seen->u.Interrupt.Vector;
        } else if (one->Type == CmResourceTypeMemory || one->Type == CmResourceTypePort) {
            while (next < PCIP_BARS && function->Bars[next].Size == 0)
                next++;
            if (next < PCIP_BARS)
                function->Bars[next++].Address = (ULONG64)one->u.Generic.Start.QuadPart;
        }
    }
}

void pcip_configure(struct pcip_function *function, const CM_RESOURCE_LIST *raw, const CM_RESOURCE_LIST *translated)
{
    function->Line = 0;
    function->MessageCount = 0;
    if (raw && translated && raw->Count)
        take(function, &raw->List[0].PartialResourceList, &translated->List[0].PartialResourceList);
    function->Command = PCI_ENABLE_IO_SPACE | PCI_ENABLE_MEMORY_SPACE | PCI_ENABLE_BUS_MASTER;
    if (function->MessageCount)
        function->Command |= PCI_DISABLE_LEVEL_INTERRUPT;
    function->Configured = TRUE;
    pcip_restore(function);
}

void pcip_deconfigure(struct pcip_function *function)
{
    function->Configured = FALSE;
    function->MessageCount = 0;
    pcip_write_value(function->Slot, COMMAND, sizeof(USHORT), 0);
    if (function->VectorOffset)
        write_table(function);
    if (function->MessageOffset)
        write_messages(function);
    pcip_write_value(function->Slot, LINE, sizeof(UCHAR), 0);
}
