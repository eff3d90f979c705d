/* The numbering of physical pages. */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/user.h"

#define ARENA_PHYSICAL 0x00100000ULL
#define ARENA_SIZE     0x0FF00000ULL
/* System space, as far as it lies below its end; what is beyond comes after 4 GiB. */
#define SYSTEM_PHYSICAL     0x10000000ULL
#define SYSTEM_PHYSICAL_END 0x80000000ULL
#define USER_PHYSICAL       0x80000000ULL
#define HIGH_PHYSICAL       0x100000000ULL

static ULONG64 arena;

BOOLEAN mi_init_arena(void)
{
    if (!arena)
        arena = (ULONG64)ki_services->map(ARENA_SIZE, false);
    return arena != 0;
}

static ULONG64 swap_pages(ULONG64 address)
{
    return address ^ PAGE_SIZE;
}

ULONG64 mi_physical_address(ULONG64 address)
{
    if (arena && address - arena < ARENA_SIZE)
        return address - arena + ARENA_PHYSICAL;
    if (address < MACHINE_USER_END)
        return swap_pages(address) + USER_PHYSICAL;
    if (address < MACHINE_KERNEL_BEGIN || address >= MACHINE_KERNEL_END)
        return 0;
    ULONG64 offset = swap_pages(address - MACHINE_KERNEL_BEGIN), low = SYSTEM_PHYSICAL_END - SYSTEM_PHYSICAL;
    return offset < low ? offset + SYSTEM_PHYSICAL : offset - low + HIGH_PHYSICAL;
}

ULONG64 mi_virtual_address(ULONG64 physical)
{
    if (physical >= HIGH_PHYSICAL)
        physical += SYSTEM_PHYSICAL_END - SYSTEM_PHYSICAL - HIGH_PHYSICAL;
    else if (physical >= USER_PHYSICAL)
        return swap_pages(physical - USER_PHYSICAL);
    else if (physical >= SYSTEM_PHYSICAL)
        physical -= SYSTEM_PHYSICAL;
    else
        return arena && physical - ARENA_PHYSICAL < ARENA_SIZE ? physical - ARENA_PHYSICAL + arena : 0;
    return physical < MACHINE_KERNEL_END - MACHINE_KERNEL_BEGIN ? swap_pages(physical) + MACHINE_KERNEL_BEGIN : 0;
}

PHYSICAL_ADDRESS MmGetPhysicalAddress(PVOID BaseAddress)
{
    PHYSICAL_ADDRESS physical = {.QuadPart = (LONG64)mi_physical_address((ULONG64)BaseAddress)};
    return physical;
}

/* What a device that reads and writes memory does, by the physical addresses it was given: false where these are no
 * memory that exists. */
__declspec(dllexport) bool SimPhysicalMemory(uint64_t physical, void *buffer, uint64_t size, bool write)
{
    PUCHAR at = buffer;
    while (size) {
        ULONG64 part = min(size, PAGE_SIZE - physical % PAGE_SIZE), address = mi_virtual_address(physical);
        if (!address || !ki_services->accessible((PVOID)address, part, write))
            return false;
        if (write)
            RtlCopyMemory((PVOID)address, at, part);
        else
            RtlCopyMemory(at, (PVOID)address, part);
        at += part;
        physical += part;
        size -= part;
    }
    return true;
}

static void page_in(PVOID address, SIZE_T size)
{
    vf_paged_lock(address, size, TRUE);
    vf_paged_lock(address, size, FALSE);
}

BOOLEAN MmIsAddressValid(PVOID VirtualAddress)
{
    vf_user_locked(VirtualAddress, 1);
    page_in(VirtualAddress, 1);
    return ki_services->accessible(VirtualAddress, 1, false);
}

NTSTATUS MmCopyMemory(PVOID TargetAddress, MM_COPY_ADDRESS SourceAddress, SIZE_T NumberOfBytes, ULONG Flags,
                      PSIZE_T NumberOfBytesTransferred)
{
    SIZE_T done = 0;
    *NumberOfBytesTransferred = 0;
    if (Flags != MM_COPY_MEMORY_PHYSICAL && Flags != MM_COPY_MEMORY_VIRTUAL)
        return STATUS_INVALID_PARAMETER_4;
    while (done < NumberOfBytes) {
        ULONG64 source = (ULONG64)SourceAddress.VirtualAddress + done;
        SIZE_T part = min(NumberOfBytes - done, PAGE_SIZE - source % PAGE_SIZE);
        ULONG64 address = Flags == MM_COPY_MEMORY_PHYSICAL ? mi_virtual_address(source) : source;
        vf_user_locked((PVOID)address, part);
        page_in((PVOID)address, part);
        if (!address || !ki_services->accessible((PVOID)address, part, false))
            return STATUS_INVALID_ADDRESS;
        RtlCopyMemory((PUCHAR)TargetAddress + done, (PVOID)address, part);
        done += part;
        *NumberOfBytesTransferred = done;
    }
    return STATUS_SUCCESS;
}
