/*
 * Memory descriptor lists. There is one address space, so pages that are locked are where they were: a mapping into
 * system space is the same address, and one into user space another address of the same page.
 */
#include "ntsim/mm/mi.h"

#include "ntsim/ke/ki.h"
#include "ntsim/verifier/notes.h"
#include "ntsim/verifier/paged.h"
#include "ntsim/verifier/user.h"

enum { TAG = 0x206C644D /* "Mdl " */ };

/* Kinds of violations, bug check 0xC4's first parameter. */
enum {
    LOCK_IRQL = 0x70,
    MAP_IRQL = 0x76,
    MAP_USER_IRQL = 0x77,
    UNLOCK_IRQL = 0x78,
    NEVER_LOCKED = 0x7C,
    UNLOCK_NONPAGED = 0x7D,
    LOCK_FLAGS = 0xB0,
    MAP_FLAGS_WRONG = 0xB2,
    MAP_FLAGS_MISSING = 0xB3,
    UNLOCK_PARTIAL = 0xB4,
    UNMAP_NOT_MAPPED = 0xB6,
    FREE_MAPPED = 0xB8,
    UNMAP_BAD_USER = 0xB9,
};

static ULONG64 locked_lists; /* MDLs whose pages are locked */

static DECLSPEC_NORETURN void violation(ULONG64 kind, ULONG64 p2, ULONG64 p3, ULONG64 p4, const char *message)
{
    ki_bug_check(DRIVER_VERIFIER_DETECTED_VIOLATION, kind, p2, p3, p4, NULL, message);
}

static void check_irql(KIRQL highest, ULONG kind, PMDL mdl, KPROCESSOR_MODE mode)
{
    KIRQL irql = ki_current_processor()->Irql;
    if (irql > highest)
        violation(kind, irql, (ULONG64)mdl, (ULONG64)mode, "a function of MDLs is called at too high an IRQL");
}

static ULONG pages_of(const MDL *mdl)
{
    return ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), mdl->ByteCount);
}

static void fill_pages(PMDL mdl)
{
    PPFN_NUMBER pages = MmGetMdlPfnArray(mdl);
    for (ULONG i = 0; i < pages_of(mdl); i++)
        pages[i] = mi_physical_address((ULONG64)mdl->StartVa + (ULONG64)i * PAGE_SIZE) >> PAGE_SHIFT;
}

/* --- making --- */

SIZE_T MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
    SIZE_T pages = (BYTE_OFFSET(Base) + Length + PAGE_SIZE - 1) >> PAGE_SHIFT;
    return sizeof(MDL) + pages * sizeof(PFN_NUMBER);
}

PMDL IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
    /* The list's size is kept in 16 bits. */
    SIZE_T size = MmSizeOfMdl(VirtualAddress, Length);
    PMDL mdl = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, size, TAG);
    if (!mdl)
        return NULL;
    RtlZeroMemory(mdl, sizeof(*mdl));
    mdl->Size = (CSHORT)size;
    mdl->StartVa = PAGE_ALIGN(VirtualAddress);
    mdl->ByteOffset = BYTE_OFFSET(VirtualAddress);
    mdl->ByteCount = Length;
    if (vf_is_driver(_ReturnAddress()))
        vf_note_new(mdl, "the memory list was allocated at");
    if (Irp) {
        PMDL *at = &Irp->MdlAddress;
        while (SecondaryBuffer && *at)
            at = &(*at)->Next;
        *at = mdl;
    }
    return mdl;
}

VOID IoFreeMdl(PMDL Mdl)
{
    if ((Mdl->MdlFlags & MDL_PAGES_LOCKED) && !(Mdl->MdlFlags & MDL_PARTIAL))
        violation(FREE_MAPPED, (ULONG64)Mdl, (ULONG64)Mdl->MdlFlags, 0, "an MDL is freed whose pages are locked");
    if (vf_is_driver(_ReturnAddress()))
        vf_note(Mdl, "it was freed at");
    ExFreePoolWithTag(Mdl, TAG);
}

VOID IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length)
{
    ULONG64 source = (ULONG64)MmGetMdlVirtualAddress(SourceMdl), offset = (ULONG64)VirtualAddress - source;
    if (Length == 0)
        Length = SourceMdl->ByteCount - (ULONG)offset;
    if (offset > SourceMdl->ByteCount || Length > SourceMdl->ByteCount - offset ||
        MmSizeOfMdl(VirtualAddress, Length) > (USHORT)TargetMdl->Size)
        ki_bug_check(TARGET_MDL_TOO_SMALL, (ULONG64)TargetMdl, (ULONG64)SourceMdl, (ULONG64)VirtualAddress, Length,
                     NULL, "IoBuildPartialMdl: the range is not the source's, or the target too small");
    TargetMdl->StartVa = PAGE_ALIGN(VirtualAddress);
    TargetMdl->ByteOffset = BYTE_OFFSET(VirtualAddress);
    TargetMdl->ByteCount = Length;
    TargetMdl->Process = SourceMdl->Process;
    const CSHORT inherited =
        MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL | MDL_IO_PAGE_READ | MDL_WRITE_OPERATION | MDL_IO_SPACE;
    TargetMdl->MdlFlags =
        (CSHORT)((TargetMdl->MdlFlags & MDL_ALLOCATED_FIXED_SIZE) | MDL_PARTIAL | (SourceMdl->MdlFlags & inherited));
    if (SourceMdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) {
        TargetMdl->MappedSystemVa = (PUCHAR)SourceMdl->MappedSystemVa + offset;
        if (SourceMdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA)
            TargetMdl->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA | MDL_PARENT_MAPPED_SYSTEM_VA;
    }
    ULONG64 first = ((ULONG64)TargetMdl->StartVa - (ULONG64)SourceMdl->StartVa) >> PAGE_SHIFT;
    RtlCopyMemory(MmGetMdlPfnArray(TargetMdl), MmGetMdlPfnArray(SourceMdl) + first,
                  pages_of(TargetMdl) * sizeof(PFN_NUMBER));
}

VOID MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
    if (MemoryDescriptorList->MdlFlags & MDL_PAGES_LOCKED)
        violation(LOCK_FLAGS, (ULONG64)MemoryDescriptorList, (ULONG64)MemoryDescriptorList->MdlFlags, MDL_PAGES_LOCKED,
                  "MmBuildMdlForNonPagedPool for an MDL whose pages are locked");
    MemoryDescriptorList->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
    MemoryDescriptorList->Process = NULL;
    MemoryDescriptorList->MappedSystemVa = MmGetMdlVirtualAddress(MemoryDescriptorList);
    fill_pages(MemoryDescriptorList);
}

/* --- locking --- */

/* Reading and writing raise what they raise. */
static void touch(volatile UCHAR *from, SIZE_T count, BOOLEAN write)
{
    volatile UCHAR *last = from + count - 1;
    for (volatile UCHAR *at = from; at <= last; at = (volatile UCHAR *)PAGE_ALIGN(at) + PAGE_SIZE) {
        UCHAR value = *at;
        if (write)
            *at = value;
    }
}

VOID MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
    PMDL mdl = MemoryDescriptorList;
    ULONG64 begin = (ULONG64)MmGetMdlVirtualAddress(mdl);
    check_irql(DISPATCH_LEVEL, LOCK_IRQL, mdl, AccessMode);
    const CSHORT wrong = MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL | MDL_PARTIAL | MDL_MAPPED_TO_SYSTEM_VA;
    if (mdl->MdlFlags & wrong)
        violation(LOCK_FLAGS, (ULONG64)mdl, (ULONG64)mdl->MdlFlags, (ULONG64)(mdl->MdlFlags & wrong),
                  "MmProbeAndLockPages for an MDL that is locked, partial, or of nonpaged pool");
    if (mdl->ByteCount == 0)
        ExRaiseAccessViolation();
    if (AccessMode != KernelMode && (begin + mdl->ByteCount < begin || begin + mdl->ByteCount > MACHINE_USER_END))
        ExRaiseAccessViolation();
    vf_user_probed((PVOID)begin, mdl->ByteCount);
    vf_user_locked((PVOID)begin, mdl->ByteCount);
    vf_paged_lock((PVOID)begin, mdl->ByteCount, TRUE);
    if (begin >= MACHINE_USER_END && !ki_services->accessible((PVOID)begin, mdl->ByteCount, false))
        ExRaiseAccessViolation();
    touch((volatile UCHAR *)begin, mdl->ByteCount, Operation != IoReadAccess);
    fill_pages(mdl);
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    if (Operation != IoReadAccess)
        mdl->MdlFlags |= MDL_WRITE_OPERATION;
    mdl->Process = begin < MACHINE_USER_END ? (PEPROCESS)ki_current_thread()->Process : NULL;
    if (vf_is_driver(_ReturnAddress()))
        vf_note(mdl, "its pages were locked at");
    locked_lists++;
}

VOID MmUnlockPages(PMDL MemoryDescriptorList)
{
    PMDL mdl = MemoryDescriptorList;
    ULONG64 flags = (ULONG64)mdl->MdlFlags;
    check_irql(DISPATCH_LEVEL, UNLOCK_IRQL, mdl, KernelMode);
    if (flags & MDL_SOURCE_IS_NONPAGED_POOL)
        violation(UNLOCK_NONPAGED, (ULONG64)mdl, flags, 0, "MmUnlockPages for an MDL of nonpaged pool");
    if (!(flags & MDL_PAGES_LOCKED))
        violation(NEVER_LOCKED, (ULONG64)mdl, flags, 0, "MmUnlockPages for an MDL whose pages are not locked");
    if (flags & MDL_PARTIAL)
        violation(UNLOCK_PARTIAL, (ULONG64)mdl, flags, MDL_PARTIAL, "MmUnlockPages for a partial MDL");
    if (flags & MDL_MAPPED_TO_SYSTEM_VA)
        MmUnmapLockedPages(mdl->MappedSystemVa, mdl);
    vf_paged_lock(MmGetMdlVirtualAddress(mdl), mdl->ByteCount, FALSE);
    mdl->MdlFlags &= ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION);
    mdl->Process = NULL;
    if (vf_is_driver(_ReturnAddress()))
        vf_note(mdl, "its pages were unlocked at");
    locked_lists--;
}

/* For leak reports: MDLs whose pages are locked now. */
__declspec(dllexport) uint64_t SimLockedMdls(void)
{
    return locked_lists;
}

/* --- mapping --- */

static PVOID map_to_user(PMDL mdl)
{
    PUCHAR alias = ki_services->alias(mdl->StartVa, (ULONG64)pages_of(mdl) * PAGE_SIZE, true);
    if (!alias)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    return alias + mdl->ByteOffset;
}

PVOID MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType,
                                   PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority)
{
    PMDL mdl = MemoryDescriptorList;
    ULONG64 flags = (ULONG64)mdl->MdlFlags;
    if (!(flags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)))
        violation(MAP_FLAGS_MISSING, (ULONG64)mdl, flags, MDL_PAGES_LOCKED,
                  "an MDL is mapped whose pages are not locked");
    if (AccessMode != KernelMode) {
        check_irql(APC_LEVEL, MAP_USER_IRQL, mdl, AccessMode);
        return map_to_user(mdl);
    }
    check_irql(DISPATCH_LEVEL, MAP_IRQL, mdl, AccessMode);
    if (flags & MDL_MAPPED_TO_SYSTEM_VA)
        violation(MAP_FLAGS_WRONG, (ULONG64)mdl, flags, MDL_MAPPED_TO_SYSTEM_VA,
                  "an MDL is mapped that is mapped already");
    mdl->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
    if (flags & MDL_PARTIAL)
        mdl->MdlFlags |= MDL_PARTIAL_HAS_BEEN_MAPPED;
    mdl->MappedSystemVa = MmGetMdlVirtualAddress(mdl);
    if (vf_is_driver(_ReturnAddress()))
        vf_note(mdl, "it was mapped at");
    return mdl->MappedSystemVa;
}

PVOID MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode)
{
    return MmMapLockedPagesSpecifyCache(MemoryDescriptorList, AccessMode, MmCached, NULL, TRUE, HighPagePriority);
}

VOID MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
    PMDL mdl = MemoryDescriptorList;
    BOOLEAN system = (mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) && BaseAddress == mdl->MappedSystemVa;
    if (!system) {
        if ((ULONG64)BaseAddress < MACHINE_USER_END && ki_services->is_alias(PAGE_ALIGN(BaseAddress))) {
            ki_services->unmap(PAGE_ALIGN(BaseAddress), (ULONG64)pages_of(mdl) * PAGE_SIZE);
            return;
        }
        violation((ULONG64)BaseAddress < MACHINE_USER_END ? UNMAP_BAD_USER : UNMAP_NOT_MAPPED, (ULONG64)mdl,
                  (ULONG64)mdl->MdlFlags, MDL_MAPPED_TO_SYSTEM_VA, "MmUnmapLockedPages for what is not mapped there");
    }
    if (vf_is_driver(_ReturnAddress()))
        vf_note(mdl, "it was unmapped at");
    mdl->MdlFlags &= ~(MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED | MDL_PARENT_MAPPED_SYSTEM_VA);
    mdl->MappedSystemVa = NULL;
}

NTSTATUS MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect)
{
    enum machine_protection protection;
    switch (NewProtect) {
    case PAGE_NOACCESS:
        protection = MACHINE_NO_ACCESS;
        break;
    case PAGE_READONLY:
        protection = MACHINE_READ_ONLY;
        break;
    case PAGE_READWRITE:
        protection = MACHINE_READ_WRITE;
        break;
    case PAGE_EXECUTE:
    case PAGE_EXECUTE_READ:
        protection = MACHINE_EXECUTE_READ;
        break;
    case PAGE_EXECUTE_READWRITE:
        protection = MACHINE_EXECUTE_ALL;
        break;
    default:
        return STATUS_INVALID_PAGE_PROTECTION;
    }
    if (!(MemoryDescriptorList->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA))
        return STATUS_NOT_MAPPED_VIEW;
    return ki_services->protect(PAGE_ALIGN(MemoryDescriptorList->MappedSystemVa),
                                (ULONG64)pages_of(MemoryDescriptorList) * PAGE_SIZE, protection)
               ? STATUS_SUCCESS
               : STATUS_INVALID_PARAMETER;
}

NTSTATUS MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes)
{
    if (!(Mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)) || NumberOfBytes >= Mdl->ByteCount)
        return STATUS_INVALID_PARAMETER_2;
    ULONG64 begin = (ULONG64)MmGetMdlVirtualAddress(Mdl) + NumberOfBytes;
    Mdl->StartVa = PAGE_ALIGN(begin);
    Mdl->ByteOffset = BYTE_OFFSET(begin);
    Mdl->ByteCount -= NumberOfBytes;
    if (Mdl->MappedSystemVa)
        Mdl->MappedSystemVa = (PUCHAR)Mdl->MappedSystemVa + NumberOfBytes;
    fill_pages(Mdl);
    return STATUS_SUCCESS;
}

/* --- pages of their own --- */

PMDL MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
                             SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG Flags)
{
    SIZE_T size = ROUND_TO_PAGES(TotalBytes);
    PVOID pages = mi_allocate_contiguous(size, (ULONG64)LowAddress.QuadPart, (ULONG64)HighAddress.QuadPart, 0);
    PMDL mdl = pages && size <= MAXULONG ? ExAllocatePool2(POOL_FLAG_NON_PAGED, MmSizeOfMdl(pages, size), TAG) : NULL;
    if (!mdl) {
        if (pages)
            mi_free_contiguous(pages);
        return NULL;
    }
    MmInitializeMdl(mdl, pages, size);
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    fill_pages(mdl);
    return mdl;
}

PMDL MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
                           SIZE_T TotalBytes)
{
    return MmAllocatePagesForMdlEx(LowAddress, HighAddress, SkipBytes, TotalBytes, MmCached, 0);
}

/* The list itself stays the caller's, for ExFreePool. */
VOID MmFreePagesFromMdl(PMDL MemoryDescriptorList)
{
    MmFreeContiguousMemory(MemoryDescriptorList->StartVa);
    MemoryDescriptorList->MdlFlags &= ~MDL_PAGES_LOCKED;
}

/* --- mappings reserved beforehand --- */

struct reserved {
    ULONG Tag;
    SIZE_T Size;
    PMDL Mapped;
};

PVOID MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag)
{
    struct reserved *reserved = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*reserved), TAG);
    if (reserved)
        *reserved = (struct reserved){.Tag = PoolTag, .Size = ROUND_TO_PAGES(NumberOfBytes)};
    return reserved;
}

VOID MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag)
{
    struct reserved *reserved = BaseAddress;
    if (reserved->Tag != PoolTag || reserved->Mapped)
        ki_bug_check(SYSTEM_PTE_MISUSE, 1, (ULONG64)BaseAddress, PoolTag, reserved->Tag, NULL,
                     "a reserved mapping is freed with another tag, or while it is in use");
    ExFreePoolWithTag(reserved, TAG);
}

PVOID MmMapLockedPagesWithReservedMapping(PVOID MappingAddress, ULONG PoolTag, PMDL MemoryDescriptorList,
                                          MEMORY_CACHING_TYPE CacheType)
{
    struct reserved *reserved = MappingAddress;
    if (reserved->Tag != PoolTag || reserved->Mapped)
        ki_bug_check(SYSTEM_PTE_MISUSE, 1, (ULONG64)MappingAddress, PoolTag, reserved->Tag, NULL,
                     "a reserved mapping is used with another tag, or twice");
    if ((ULONG64)pages_of(MemoryDescriptorList) * PAGE_SIZE > reserved->Size)
        return NULL;
    reserved->Mapped = MemoryDescriptorList;
    return MmMapLockedPagesSpecifyCache(MemoryDescriptorList, KernelMode, CacheType, NULL, FALSE, NormalPagePriority);
}

VOID MmUnmapReservedMapping(PVOID BaseAddress, ULONG PoolTag, PMDL MemoryDescriptorList)
{
    struct reserved *reserved = BaseAddress;
    if (reserved->Tag != PoolTag || reserved->Mapped != MemoryDescriptorList)
        ki_bug_check(SYSTEM_PTE_MISUSE, 1, (ULONG64)BaseAddress, PoolTag, reserved->Tag, NULL,
                     "a reserved mapping is undone with another tag or MDL");
    reserved->Mapped = NULL;
    MmUnmapLockedPages(MemoryDescriptorList->MappedSystemVa, MemoryDescriptorList);
}
