/* The error log. What drivers write to it is shown with their debug output. */
#include "ntsim/io/iop.h"

struct entry {
    PVOID Object; /* DEVICE_OBJECT or DRIVER_OBJECT */
    ULONG Size;
    DECLSPEC_ALIGN(8) IO_ERROR_LOG_PACKET Packet;
};

PVOID IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize)
{
    if (EntrySize < sizeof(IO_ERROR_LOG_PACKET) || EntrySize > ERROR_LOG_MAXIMUM_SIZE)
        return NULL;
    struct entry *entry = ExAllocatePool2(POOL_FLAG_NON_PAGED, FIELD_OFFSET(struct entry, Packet) + EntrySize, IOP_TAG);
    if (!entry)
        return NULL;
    entry->Object = IoObject;
    entry->Size = EntrySize;
    ObReferenceObject(IoObject);
    return &entry->Packet;
}

VOID IoFreeErrorLogEntry(PVOID ElEntry)
{
    struct entry *entry = CONTAINING_RECORD(ElEntry, struct entry, Packet);
    ObDereferenceObject(entry->Object);
    ExFreePoolWithTag(entry, IOP_TAG);
}

static PDRIVER_OBJECT driver_of(PVOID object)
{
    return ob_header_of(object)->Type == &iop_device_type ? ((PDEVICE_OBJECT)object)->DriverObject : object;
}

VOID IoWriteErrorLogEntry(PVOID ElEntry)
{
    const struct entry *entry = CONTAINING_RECORD(ElEntry, struct entry, Packet);
    DbgPrint("error log, %wZ: code 0x%08x, unique value 0x%x, final status 0x%08x\n",
             &driver_of(entry->Object)->DriverName, entry->Packet.ErrorCode, entry->Packet.UniqueErrorValue,
             entry->Packet.FinalStatus);
    for (USHORT i = 0, at = entry->Packet.StringOffset; i < entry->Packet.NumberOfStrings && at < entry->Size; i++) {
        PCWSTR text = (PCWSTR)((const UCHAR *)&entry->Packet + at);
        ULONG room = (entry->Size - at) / sizeof(WCHAR), units = 0;
        while (units < room && text[units])
            units++;
        DbgPrint("  %.*ws\n", (int)units, text);
        at += (USHORT)((units + 1) * sizeof(WCHAR));
    }
    IoFreeErrorLogEntry(ElEntry);
}
