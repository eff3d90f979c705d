/* MDLs as NDIS drivers use them. Facts: the public reference. */
#ifndef WDK_NDIS_MDLAPI_H
#define WDK_NDIS_MDLAPI_H
#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
PMDL NdisAllocateMdl(
    _In_ NDIS_HANDLE NdisHandle, _In_reads_bytes_(Length) PVOID VirtualAddress, _In_ UINT Length);
_IRQL_requires_max_(DISPATCH_LEVEL) WDK_NDIS("6.0.6000")
VOID NdisFreeMdl(_In_ PMDL Mdl);

#define NDIS_MDL_LINKAGE(mdl) ((mdl)->Next)
#define NDIS_MDL_TO_SPAN_PAGES(mdl)                                                                                    \
    (MmGetMdlByteCount(mdl) == 0 ? 1 : ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), MmGetMdlByteCount(mdl)))
#define NdisGetMdlPhysicalArraySize(mdl, size) (*(size) = NDIS_MDL_TO_SPAN_PAGES(mdl))
#define NdisGetNextMdl(mdl, next) (*(next) = (mdl)->Next)
#define NdisAdjustMdlLength(mdl, length) ((mdl)->ByteCount = (length))

#define NdisQueryMdl(mdl, address, length, priority)                                                                   \
    {                                                                                                                  \
        if (ARGUMENT_PRESENT(address))                                                                                 \
            *(PVOID *)(address) = MmGetSystemAddressForMdlSafe(mdl, priority);                                         \
        *(length) = MmGetMdlByteCount(mdl);                                                                            \
    }

FORCEINLINE VOID NdisQueryMdlOffset(_In_ PMDL Mdl, _Out_ PULONG Offset, _Out_ PULONG Length)
{
    *Offset = MmGetMdlByteOffset(Mdl);
    *Length = MmGetMdlByteCount(Mdl);
}

#define NDIS_BUFFER_LINKAGE(buffer) ((buffer)->Next)
#define NDIS_BUFFER_TO_SPAN_PAGES(buffer) NDIS_MDL_TO_SPAN_PAGES(buffer)
#define NdisGetNextBuffer(buffer, next) (*(next) = (buffer)->Next)
#define NdisBufferLength(buffer) MmGetMdlByteCount(buffer)
#define NdisBufferVirtualAddressSafe(buffer, priority) MmGetSystemAddressForMdlSafe(buffer, priority)
#define NdisAdjustBufferLength(buffer, length) ((buffer)->ByteCount = (length))
#define NdisQueryBufferSafe(buffer, address, length, priority) NdisQueryMdl(buffer, address, length, priority)
#define NdisQueryBufferOffset(buffer, offset, length) NdisQueryMdlOffset(buffer, (PULONG)(offset), (PULONG)(length))

#ifdef __cplusplus
}
#endif
#endif
