/* Memory manager: memory descriptor lists, mappings of device memory, contiguous memory. */
#ifndef WDK_NT_MM_H
#define WDK_NT_MM_H

#include "ex.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _MM_PAGE_PRIORITY { LowPagePriority, NormalPagePriority = 16, HighPagePriority = 32 } MM_PAGE_PRIORITY;
typedef enum _LOCK_OPERATION { IoReadAccess, IoWriteAccess, IoModifyAccess } LOCK_OPERATION;
typedef enum _MM_SYSTEM_SIZE { MmSmallSystem, MmMediumSystem, MmLargeSystem } MM_SYSTEMSIZE;
typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef ULONG NODE_REQUIREMENT;
#define PAGE_NOACCESS 0x01
#define PAGE_READONLY 0x02
#define PAGE_READWRITE 0x04
#define PAGE_WRITECOPY 0x08
#define PAGE_EXECUTE 0x10
#define PAGE_EXECUTE_READ 0x20
#define PAGE_EXECUTE_READWRITE 0x40
#define PAGE_EXECUTE_WRITECOPY 0x80
#define PAGE_GUARD 0x100
#define PAGE_NOCACHE 0x200
#define PAGE_WRITECOMBINE 0x400
#define MEM_COMMIT 0x00001000
#define MEM_RESERVE 0x00002000
#define MEM_DECOMMIT 0x00004000
#define MEM_RELEASE 0x00008000
#define MEM_FREE 0x00010000
#define MEM_PRIVATE 0x00020000
#define MEM_MAPPED 0x00040000
#define MEM_RESET 0x00080000
#define MEM_TOP_DOWN 0x00100000
#define MEM_LARGE_PAGES 0x20000000
#define SEC_FILE 0x00800000
#define SEC_IMAGE 0x01000000
#define SEC_RESERVE 0x04000000
#define SEC_COMMIT 0x08000000
#define SEC_NOCACHE 0x10000000
#define SEC_LARGE_PAGES 0x80000000
#define SECTION_QUERY 0x0001
#define SECTION_MAP_WRITE 0x0002
#define SECTION_MAP_READ 0x0004
#define SECTION_MAP_EXECUTE 0x0008
#define SECTION_EXTEND_SIZE 0x0010
#define SECTION_MAP_EXECUTE_EXPLICIT 0x0020
#define SECTION_ALL_ACCESS                                                                                             \
    (STANDARD_RIGHTS_REQUIRED | SECTION_QUERY | SECTION_MAP_WRITE | SECTION_MAP_READ | SECTION_MAP_EXECUTE |           \
     SECTION_EXTEND_SIZE)

/* A memory descriptor list: this header, then one PFN per page. */
typedef struct _MDL {
    struct _MDL *Next;
    CSHORT Size;
    CSHORT MdlFlags;
    USHORT AllocationProcessorNumber;
    USHORT Reserved;
    struct _EPROCESS *Process;
    PVOID MappedSystemVa;
    PVOID StartVa;
    ULONG ByteCount;
    ULONG ByteOffset;
} MDL, *PMDL;
typedef MDL *PMDLX;
typedef const MDL *PCMDLX;
#define MDL_MAPPED_TO_SYSTEM_VA 0x0001
#define MDL_PAGES_LOCKED 0x0002
#define MDL_SOURCE_IS_NONPAGED_POOL 0x0004
#define MDL_ALLOCATED_FIXED_SIZE 0x0008
#define MDL_PARTIAL 0x0010
#define MDL_PARTIAL_HAS_BEEN_MAPPED 0x0020
#define MDL_IO_PAGE_READ 0x0040
#define MDL_WRITE_OPERATION 0x0080
#define MDL_LOCKED_PAGE_TABLES 0x0100
#define MDL_PARENT_MAPPED_SYSTEM_VA MDL_LOCKED_PAGE_TABLES
#define MDL_FREE_EXTRA_PTES 0x0200
#define MDL_DESCRIBES_AWE 0x0400
#define MDL_IO_SPACE 0x0800
#define MDL_NETWORK_HEADER 0x1000
#define MDL_MAPPING_CAN_FAIL 0x2000
#define MDL_PAGE_CONTENTS_INVARIANT 0x4000
#define MDL_ALLOCATED_MUST_SUCCEED MDL_PAGE_CONTENTS_INVARIANT
#define MDL_INTERNAL 0x8000
#define MDL_MAPPING_FLAGS                                                                                              \
    (MDL_MAPPED_TO_SYSTEM_VA | MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL | MDL_PARTIAL_HAS_BEEN_MAPPED |          \
     MDL_PARENT_MAPPED_SYSTEM_VA | MDL_IO_SPACE)
#define MdlMappingNoWrite 0x80000000
#define MdlMappingNoExecute 0x40000000
#define MdlMappingWithGuardPtes 0x20000000
#define MM_DONT_ZERO_ALLOCATION 0x00000001
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY 0x00000002
#define MM_ALLOCATE_FULLY_REQUIRED 0x00000004
#define MM_ALLOCATE_NO_WAIT 0x00000008
#define MM_ALLOCATE_PREFER_CONTIGUOUS 0x00000010
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS 0x00000020
#define MM_ALLOCATE_FAST_LARGE_PAGES 0x00000040
#define MM_ALLOCATE_TRIM_IF_NECESSARY 0x00000080
#define MM_ALLOCATE_AND_HOT_REMOVE 0x00000100

#define MmGetMdlByteCount(_Mdl) ((_Mdl)->ByteCount)
#define MmGetMdlByteOffset(_Mdl) ((_Mdl)->ByteOffset)
#define MmGetMdlBaseVa(_Mdl) ((_Mdl)->StartVa)
#define MmGetMdlVirtualAddress(_Mdl) ((PVOID)((PCHAR)((_Mdl)->StartVa) + (_Mdl)->ByteOffset))
#define MmGetMdlPfnArray(_Mdl) ((PPFN_NUMBER)((_Mdl) + 1))
#define MmInitializeMdl(_MemoryDescriptorList, _BaseVa, _Length)                                                       \
    {                                                                                                                  \
        (_MemoryDescriptorList)->Next = (PMDL)NULL;                                                                    \
        (_MemoryDescriptorList)->Size =                                                                                \
            (CSHORT)(sizeof(MDL) +                                                                                     \
                     (sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES((_BaseVa), (_Length))));                     \
        (_MemoryDescriptorList)->MdlFlags = 0;                                                                         \
        (_MemoryDescriptorList)->StartVa = (PVOID)PAGE_ALIGN((_BaseVa));                                               \
        (_MemoryDescriptorList)->ByteOffset = BYTE_OFFSET((_BaseVa));                                                  \
        (_MemoryDescriptorList)->ByteCount = (ULONG)(_Length);                                                         \
    }
#define MmPrepareMdlForReuse(_Mdl)                                                                                     \
    {                                                                                                                  \
        if (((_Mdl)->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED) != 0) {                                                   \
            NT_ASSERT(((_Mdl)->MdlFlags & MDL_PARTIAL) != 0);                                                          \
            MmUnmapLockedPages((_Mdl)->MappedSystemVa, (_Mdl));                                                        \
        } else if (((_Mdl)->MdlFlags & MDL_PARTIAL) == 0) {                                                            \
            NT_ASSERT(((_Mdl)->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) == 0);                                              \
        }                                                                                                              \
    }

_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
SIZE_T MmSizeOfMdl(_In_bytecount_x_(Length) PVOID Base, _In_ SIZE_T Length);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmBuildMdlForNonPagedPool(_Inout_ PMDLX MemoryDescriptorList);
_IRQL_requires_max_(DISPATCH_LEVEL) _Maybe_raises_SEH_exception_
WDK_NTOS("5.0.2195")
VOID MmProbeAndLockPages(
    _Inout_ PMDLX MemoryDescriptorList, _In_ KPROCESSOR_MODE AccessMode, _In_ LOCK_OPERATION Operation);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmUnlockPages(_Inout_ PMDLX MemoryDescriptorList);
_Maybe_raises_SEH_exception_
_When_(AccessMode == KernelMode, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(AccessMode == UserMode, _IRQL_requires_max_(APC_LEVEL))
WDK_NTOS("5.0.2195")
PVOID MmMapLockedPages(
    _In_ PMDL MemoryDescriptorList,
    _In_ __drv_strictType(KPROCESSOR_MODE, __drv_constant) KPROCESSOR_MODE AccessMode);
_Post_writable_byte_size_(MemoryDescriptorList->ByteCount) _When_(AccessMode == KernelMode, _IRQL_requires_max_(DISPATCH_LEVEL))
_When_(AccessMode == UserMode, _Maybe_raises_SEH_exception_ _IRQL_requires_max_(APC_LEVEL))
_Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmMapLockedPagesSpecifyCache(
    _Inout_ PMDLX MemoryDescriptorList,
    _In_ __drv_strictType(KPROCESSOR_MODE, __drv_constant) KPROCESSOR_MODE AccessMode,
    _In_ MEMORY_CACHING_TYPE CacheType, _In_opt_ PVOID RequestedAddress, _In_ ULONG BugCheckOnFailure,
    _In_ ULONG Priority);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmUnmapLockedPages(_In_ PVOID BaseAddress, _Inout_ PMDLX MemoryDescriptorList);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS MmProtectMdlSystemAddress(_In_ PMDLX MemoryDescriptorList, _In_ ULONG NewProtect);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
NTSTATUS MmAdvanceMdl(_Inout_ PMDLX Mdl, _In_ ULONG NumberOfBytes);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PMDL MmAllocatePagesForMdl(
    _In_ PHYSICAL_ADDRESS LowAddress, _In_ PHYSICAL_ADDRESS HighAddress, _In_ PHYSICAL_ADDRESS SkipBytes,
    _In_ SIZE_T TotalBytes);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.2.3790")
PMDL MmAllocatePagesForMdlEx(
    _In_ PHYSICAL_ADDRESS LowAddress, _In_ PHYSICAL_ADDRESS HighAddress, _In_ PHYSICAL_ADDRESS SkipBytes,
    _In_ SIZE_T TotalBytes, _In_ MEMORY_CACHING_TYPE CacheType, _In_ ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmFreePagesFromMdl(_Inout_ PMDLX MemoryDescriptorList);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
PVOID MmAllocateMappingAddress(_In_ SIZE_T NumberOfBytes, _In_ ULONG PoolTag);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.1.2600")
VOID MmFreeMappingAddress(_In_ PVOID BaseAddress, _In_ ULONG PoolTag);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.1.2600")
PVOID MmMapLockedPagesWithReservedMapping(
    _In_ PVOID MappingAddress, _In_ ULONG PoolTag, _Inout_ PMDLX MemoryDescriptorList,
    _In_ MEMORY_CACHING_TYPE CacheType);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.1.2600")
VOID MmUnmapReservedMapping(_In_ PVOID BaseAddress, _In_ ULONG PoolTag, _Inout_ PMDLX MemoryDescriptorList);

/* The buffer in system space, NULL when system mappings ran out. */
_Must_inspect_result_ _Ret_maybenull_ _Post_writable_byte_size_(Mdl->ByteCount) _IRQL_requires_max_(DISPATCH_LEVEL)
FORCEINLINE PVOID MmGetSystemAddressForMdlSafe(_Inout_ PMDL Mdl, _In_ ULONG Priority)
{
    if ((Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0) {
        return Mdl->MappedSystemVa;
    }
    return MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, Priority | ExDefaultMdlProtection);
}

/* What memory there is: ranges up to one of no bytes, in pool that the caller frees. */
typedef struct _PHYSICAL_MEMORY_RANGE {
    PHYSICAL_ADDRESS BaseAddress;
    LARGE_INTEGER NumberOfBytes;
} PHYSICAL_MEMORY_RANGE, *PPHYSICAL_MEMORY_RANGE;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ _Ret_maybenull_ WDK_NTOS("5.0.2195")
PPHYSICAL_MEMORY_RANGE MmGetPhysicalMemoryRanges(VOID);

/* Device memory. */
typedef struct _MM_PHYSICAL_ADDRESS_LIST {
    PHYSICAL_ADDRESS PhysicalAddress;
    SIZE_T NumberOfBytes;
} MM_PHYSICAL_ADDRESS_LIST, *PMM_PHYSICAL_ADDRESS_LIST;
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
NTSTATUS MmAllocateMdlForIoSpace(
    _In_reads_(NumberOfEntries) PMM_PHYSICAL_ADDRESS_LIST PhysicalAddressList, _In_ SIZE_T NumberOfEntries,
    _Outptr_ PMDL *NewMdl);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmMapIoSpace(
    _In_ PHYSICAL_ADDRESS PhysicalAddress, _In_ SIZE_T NumberOfBytes, _In_ MEMORY_CACHING_TYPE CacheType);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.10240")
PVOID MmMapIoSpaceEx(_In_ PHYSICAL_ADDRESS PhysicalAddress, _In_ SIZE_T NumberOfBytes, _In_ ULONG Protect);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmUnmapIoSpace(_In_reads_bytes_(NumberOfBytes) PVOID BaseAddress, _In_ SIZE_T NumberOfBytes);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmAllocateContiguousMemory(_In_ SIZE_T NumberOfBytes, _In_ PHYSICAL_ADDRESS HighestAcceptableAddress);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmAllocateContiguousMemorySpecifyCache(
    _In_ SIZE_T NumberOfBytes, _In_ PHYSICAL_ADDRESS LowestAcceptableAddress,
    _In_ PHYSICAL_ADDRESS HighestAcceptableAddress, _In_opt_ PHYSICAL_ADDRESS BoundaryAddressMultiple,
    _In_ MEMORY_CACHING_TYPE CacheType);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
PVOID MmAllocateContiguousMemorySpecifyCacheNode(
    _In_ SIZE_T NumberOfBytes, _In_ PHYSICAL_ADDRESS LowestAcceptableAddress,
    _In_ PHYSICAL_ADDRESS HighestAcceptableAddress, _In_opt_ PHYSICAL_ADDRESS BoundaryAddressMultiple,
    _In_ MEMORY_CACHING_TYPE CacheType, _In_ NODE_REQUIREMENT PreferredNode);
_IRQL_requires_max_(DISPATCH_LEVEL) _Must_inspect_result_ WDK_NTOS("6.2.9200")
PVOID MmAllocateContiguousNodeMemory(
    _In_ SIZE_T NumberOfBytes, _In_ PHYSICAL_ADDRESS LowestAcceptableAddress,
    _In_ PHYSICAL_ADDRESS HighestAcceptableAddress, _In_opt_ PHYSICAL_ADDRESS BoundaryAddressMultiple,
    _In_ ULONG Protect, _In_ NODE_REQUIREMENT PreferredNode);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmFreeContiguousMemory(_In_ PVOID BaseAddress);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("5.0.2195")
VOID MmFreeContiguousMemorySpecifyCache(
    _In_reads_bytes_(NumberOfBytes) PVOID BaseAddress, _In_ SIZE_T NumberOfBytes,
    _In_ MEMORY_CACHING_TYPE CacheType);

/* Where the addresses of programs end: one past the last that may be probed, and the last; and where the system's begin. */
WDK_NTOS("5.0.2195") extern ULONG64 MmUserProbeAddress;
WDK_NTOS("5.0.2195") extern PVOID MmHighestUserAddress;
WDK_NTOS("5.0.2195") extern PVOID MmSystemRangeStart;
#define MM_USER_PROBE_ADDRESS MmUserProbeAddress
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START MmSystemRangeStart

/* The system's code and this driver's. */
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmGetSystemRoutineAddress(_In_ PUNICODE_STRING SystemRoutineName);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
PVOID MmPageEntireDriver(_In_ PVOID AddressWithinSection);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmResetDriverPaging(_In_ PVOID AddressWithinSection);
_IRQL_requires_max_(APC_LEVEL) _Must_inspect_result_ WDK_NTOS("5.0.2195")
PVOID MmLockPagableDataSection(_In_ PVOID AddressWithinSection);
#define MmLockPagableCodeSection(Address) MmLockPagableDataSection(Address)
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
VOID MmUnlockPagableImageSection(_In_ PVOID ImageSectionHandle);
_IRQL_requires_max_(HIGH_LEVEL) WDK_NTOS("5.0.2195")
MM_SYSTEMSIZE MmQuerySystemSize(VOID);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("5.0.2195")
LOGICAL MmIsDriverVerifying(_In_ struct _DRIVER_OBJECT *DriverObject);
_IRQL_requires_max_(APC_LEVEL) WDK_NTOS("6.0.6000")
LOGICAL MmIsDriverVerifyingByAddress(_In_ PVOID AddressWithinSection);
#if defined(_AMD64_)
#define KeFlushIoBuffers(Mdl, ReadOperation, DmaOperation) ((VOID)(Mdl), (VOID)(ReadOperation), (VOID)(DmaOperation))
#else
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NTOS("10.0.10240")
VOID KeFlushIoBuffers(_In_ PMDL Mdl, _In_ BOOLEAN ReadOperation, _In_ BOOLEAN DmaOperation);
#endif

#ifdef __cplusplus
}
#endif
#endif
