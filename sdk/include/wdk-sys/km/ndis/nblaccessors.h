/* Access to the members of NET_BUFFER and NET_BUFFER_LIST. Facts: the public reference. */
#ifndef WDK_NDIS_NBLACCESSORS_H
#define WDK_NDIS_NBLACCESSORS_H
#include "nbl.h"

#define NET_BUFFER_NEXT_NB(nb) ((nb)->Next)
#define NET_BUFFER_FIRST_MDL(nb) ((nb)->MdlChain)
#define NET_BUFFER_DATA_LENGTH(nb) ((nb)->DataLength)
#define NET_BUFFER_DATA_OFFSET(nb) ((nb)->DataOffset)
#define NET_BUFFER_CURRENT_MDL(nb) ((nb)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(nb) ((nb)->CurrentMdlOffset)
#define NET_BUFFER_PROTOCOL_RESERVED(nb) ((nb)->ProtocolReserved)
#define NET_BUFFER_MINIPORT_RESERVED(nb) ((nb)->MiniportReserved)
#define NET_BUFFER_CHECKSUM_BIAS(nb) ((nb)->ChecksumBias)
#define NET_BUFFER_DATA_PHYSICAL_ADDRESS(nb) ((nb)->DataPhysicalAddress)
#define NET_BUFFER_FIRST_SHARED_MEM_INFO(nb) ((nb)->SharedMemoryInfo)

#define NET_BUFFER_SHARED_MEM_NEXT_SEGMENT(memory) ((memory)->NextSharedMemorySegment)
#define NET_BUFFER_SHARED_MEM_FLAGS(memory) ((memory)->SharedMemoryFlags)
#define NET_BUFFER_SHARED_MEM_HANDLE(memory) ((memory)->SharedMemoryHandle)
#define NET_BUFFER_SHARED_MEM_OFFSET(memory) ((memory)->SharedMemoryOffset)
#define NET_BUFFER_SHARED_MEM_LENGTH(memory) ((memory)->SharedMemoryLength)

#define NET_BUFFER_LIST_NEXT_NBL(nbl) ((nbl)->Next)
#define NET_BUFFER_LIST_FIRST_NB(nbl) ((nbl)->FirstNetBuffer)
#define NET_BUFFER_LIST_FLAGS(nbl) ((nbl)->Flags)
#define NET_BUFFER_LIST_NBL_FLAGS(nbl) ((nbl)->NblFlags)
#define NET_BUFFER_LIST_PROTOCOL_RESERVED(nbl) ((nbl)->ProtocolReserved)
#define NET_BUFFER_LIST_MINIPORT_RESERVED(nbl) ((nbl)->MiniportReserved)
#define NET_BUFFER_LIST_STATUS(nbl) ((nbl)->Status)
#define NET_BUFFER_LIST_INFO(nbl, id) ((nbl)->NetBufferListInfo[(id)])
#define NET_BUFFER_LIST_CONTEXT_DATA_START(nbl) ((PUCHAR)((nbl)->Context + 1) + (nbl)->Context->Offset)
#define NET_BUFFER_LIST_CONTEXT_DATA_SIZE(nbl) (((nbl)->Context)->Size)

#define NdisTestNblFlag(nbl, flag) (((nbl)->NblFlags & (flag)) != 0)
#define NdisTestNblFlags(nbl, flags) (((nbl)->NblFlags & (flags)) == (flags))
#define NdisSetNblFlag(nbl, flag) ((nbl)->NblFlags |= (flag))
#define NdisClearNblFlag(nbl, flag) ((nbl)->NblFlags &= ~(flag))

#define NdisSetNetBufferListProtocolId(nbl, id)                                                                        \
    {                                                                                                                  \
        *((PUCHAR)(&NET_BUFFER_LIST_INFO(nbl, NetBufferListProtocolId))) = (id);                                       \
    }

#endif
