/* wdfmemory.h: memory objects and lookaside lists */
#ifndef _WDFMEMORY_H_
#define _WDFMEMORY_H_

typedef enum _WDF_MEMORY_DESCRIPTOR_TYPE {
    WdfMemoryDescriptorTypeInvalid = 0,
    WdfMemoryDescriptorTypeBuffer,
    WdfMemoryDescriptorTypeMdl,
    WdfMemoryDescriptorTypeHandle,
} WDF_MEMORY_DESCRIPTOR_TYPE;

typedef struct _WDFMEMORY_OFFSET {
    size_t BufferOffset;
    size_t BufferLength;
} WDFMEMORY_OFFSET, *PWDFMEMORY_OFFSET;

typedef struct _WDF_MEMORY_DESCRIPTOR {
    WDF_MEMORY_DESCRIPTOR_TYPE Type;
    union {
        struct {
            PVOID Buffer;
            ULONG Length;
        } BufferType;
        struct {
            PMDL Mdl;
            ULONG BufferLength;
        } MdlType;
        struct {
            WDFMEMORY Memory;
            PWDFMEMORY_OFFSET Offsets;
        } HandleType;
    } u;
} WDF_MEMORY_DESCRIPTOR, *PWDF_MEMORY_DESCRIPTOR;

WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(
    _Out_ PWDF_MEMORY_DESCRIPTOR Descriptor, _In_ PVOID Buffer, _In_ ULONG BufferLength)
{
    RtlZeroMemory(Descriptor, sizeof(*Descriptor));
    Descriptor->Type = WdfMemoryDescriptorTypeBuffer;
    Descriptor->u.BufferType.Buffer = Buffer;
    Descriptor->u.BufferType.Length = BufferLength;
}

WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(
    _Out_ PWDF_MEMORY_DESCRIPTOR Descriptor, _In_ WDFMEMORY Memory, _In_opt_ PWDFMEMORY_OFFSET Offsets)
{
    RtlZeroMemory(Descriptor, sizeof(*Descriptor));
    Descriptor->Type = WdfMemoryDescriptorTypeHandle;
    Descriptor->u.HandleType.Memory = Memory;
    Descriptor->u.HandleType.Offsets = Offsets;
}

#if WDF_KMDF

WDF_INLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_MDL(
    _Out_ PWDF_MEMORY_DESCRIPTOR Descriptor, _In_ PMDL Mdl, _In_ ULONG BufferLength)
{
    RtlZeroMemory(Descriptor, sizeof(*Descriptor));
    Descriptor->Type = WdfMemoryDescriptorTypeMdl;
    Descriptor->u.MdlType.Mdl = Mdl;
    Descriptor->u.MdlType.BufferLength = BufferLength;
}

#endif

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYCREATE)(
    PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, POOL_TYPE, ULONG, size_t, WDFMEMORY *, PVOID *);
_Must_inspect_result_ _When_(PoolType == 1 || PoolType == 257, _IRQL_requires_max_(APC_LEVEL))
_When_(PoolType == 0 || PoolType == 256 || PoolType == 512, _IRQL_requires_max_(DISPATCH_LEVEL))
WDF_INLINE NTSTATUS WdfMemoryCreate(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ _Strict_type_match_ POOL_TYPE PoolType,
    _In_opt_ ULONG PoolTag, _In_ size_t BufferSize, _Out_ WDFMEMORY *Memory,
    _Outptr_opt_result_bytebuffer_(BufferSize) PVOID *Buffer)
{
    return WDF_CALL(
        PFN_WDFMEMORYCREATE, WdfMemoryCreate, Attributes, PoolType, PoolTag, BufferSize, Memory, Buffer);
}

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYCREATEPREALLOCATED)(
    PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, PVOID, size_t, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfMemoryCreatePreallocated(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ __drv_aliasesMem PVOID Buffer, _In_ size_t BufferSize,
    _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(
        PFN_WDFMEMORYCREATEPREALLOCATED, WdfMemoryCreatePreallocated, Attributes, Buffer, BufferSize,
        Memory);
}

typedef PVOID (NTAPI *PFN_WDFMEMORYGETBUFFER)(PWDF_DRIVER_GLOBALS, WDFMEMORY, size_t *);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE PVOID WdfMemoryGetBuffer(_In_ WDFMEMORY Memory, _Out_opt_ size_t *BufferSize)
{
    return WDF_CALL(PFN_WDFMEMORYGETBUFFER, WdfMemoryGetBuffer, Memory, BufferSize);
}

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYASSIGNBUFFER)(PWDF_DRIVER_GLOBALS, WDFMEMORY, PVOID, size_t);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfMemoryAssignBuffer(
    _In_ WDFMEMORY Memory, _Pre_notnull_ _Pre_writable_byte_size_(BufferSize) PVOID Buffer,
    _In_ size_t BufferSize)
{
    return WDF_CALL(PFN_WDFMEMORYASSIGNBUFFER, WdfMemoryAssignBuffer, Memory, Buffer, BufferSize);
}

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYCOPYTOBUFFER)(PWDF_DRIVER_GLOBALS, WDFMEMORY, size_t, PVOID, size_t);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfMemoryCopyToBuffer(
    _In_ WDFMEMORY SourceMemory, _In_ size_t SourceOffset,
    _Out_writes_bytes_(NumBytesToCopyTo) PVOID Buffer, _In_ size_t NumBytesToCopyTo)
{
    return WDF_CALL(
        PFN_WDFMEMORYCOPYTOBUFFER, WdfMemoryCopyToBuffer, SourceMemory, SourceOffset, Buffer,
        NumBytesToCopyTo);
}

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYCOPYFROMBUFFER)(
    PWDF_DRIVER_GLOBALS, WDFMEMORY, size_t, PVOID, size_t);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfMemoryCopyFromBuffer(
    _In_ WDFMEMORY DestinationMemory, _In_ size_t DestinationOffset, _In_ PVOID Buffer,
    _In_ size_t NumBytesToCopyFrom)
{
    return WDF_CALL(
        PFN_WDFMEMORYCOPYFROMBUFFER, WdfMemoryCopyFromBuffer, DestinationMemory, DestinationOffset, Buffer,
        NumBytesToCopyFrom);
}

#if WDF_KMDF

typedef NTSTATUS (NTAPI *PFN_WDFLOOKASIDELISTCREATE)(
    PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, size_t, POOL_TYPE, PWDF_OBJECT_ATTRIBUTES, ULONG,
    WDFLOOKASIDE *);
_Must_inspect_result_ _When_(PoolType == 1 || PoolType == 257, _IRQL_requires_max_(APC_LEVEL))
_When_(PoolType == 0 || PoolType == 256, _IRQL_requires_max_(DISPATCH_LEVEL))
WDF_INLINE NTSTATUS WdfLookasideListCreate(
    _In_opt_ PWDF_OBJECT_ATTRIBUTES LookasideAttributes, _In_ size_t BufferSize,
    _In_ _Strict_type_match_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes,
    _In_opt_ ULONG PoolTag, _Out_ WDFLOOKASIDE *Lookaside)
{
    return WDF_CALL(
        PFN_WDFLOOKASIDELISTCREATE, WdfLookasideListCreate, LookasideAttributes, BufferSize, PoolType,
        MemoryAttributes, PoolTag, Lookaside);
}

typedef NTSTATUS (NTAPI *PFN_WDFMEMORYCREATEFROMLOOKASIDE)(PWDF_DRIVER_GLOBALS, WDFLOOKASIDE, WDFMEMORY *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfMemoryCreateFromLookaside(_In_ WDFLOOKASIDE Lookaside, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFMEMORYCREATEFROMLOOKASIDE, WdfMemoryCreateFromLookaside, Lookaside, Memory);
}

#else
WDF_UNAVAILABLE(WdfLookasideListCreate, "KMDF");
WDF_UNAVAILABLE(WdfMemoryCreateFromLookaside, "KMDF");
#endif

#endif
