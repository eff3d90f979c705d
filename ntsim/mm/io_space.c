/* Device memory. Physical addresses of memory are mapped where the memory is; all others belong to devices. */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"

enum { MAP_IRQL = 0x73, MAPPINGS = 64 };

static struct {
    ULONG64 Begin, Size;
} mappings[MAPPINGS];

BOOLEAN mi_is_device_memory(ULONG64 address)
{
    for (ULONG i = 0; i < MAPPINGS; i++)
        if (address - mappings[i].Begin < mappings[i].Size)
            return TRUE;
    return FALSE;
}

static PVOID map_device(ULONG64 physical, SIZE_T size)
{
    const PVOID address = ki_services->map_device(physical, size);
    for (ULONG i = 0; address && i < MAPPINGS; i++) {
        if (mappings[i].Size)
            continue;
        mappings[i].Begin = (ULONG64)address;
        mappings[i].Size = size;
        break;
    }
    return address;
}

static PVOID map(PHYSICAL_ADDRESS physical, SIZE_T size)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > DISPATCH_LEVEL)
        ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, MAP_IRQL, irql, (ULONG64)physical.QuadPart, size, NULL,
                     "MmMapIoSpace above DISPATCH_LEVEL");
    if (size == 0)
        return NULL;
    ULONG64 address = mi_virtual_address((ULONG64)physical.QuadPart);
    if (address && ki_services->accessible((PVOID)address, 1, false))
        return (PVOID)address;
    return map_device((ULONG64)physical.QuadPart, size);
}

PVOID MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
    return map(PhysicalAddress, NumberOfBytes);
}

/* NULL also where the protection is none for device memory. */
PVOID MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect)
{
    const ULONG caching = PAGE_NOCACHE | PAGE_WRITECOMBINE;
    switch (Protect & ~caching) {
    case PAGE_READONLY:
    case PAGE_READWRITE:
    case PAGE_EXECUTE_READ:
    case PAGE_EXECUTE_READWRITE:
        return (Protect & caching) == caching ? NULL : map(PhysicalAddress, NumberOfBytes);
    default:
        return NULL;
    }
}

VOID MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    for (ULONG i = 0; i < MAPPINGS; i++)
        if (mappings[i].Begin == (ULONG64)BaseAddress)
            mappings[i].Size = 0;
    ki_services->unmap_device(BaseAddress, NumberOfBytes);
}
