/* Ethernet addresses: what NDIS offers for comparing and copying them. Facts: the public reference and mingw-w64. */
#ifndef WDK_XFILTER_H
#define WDK_XFILTER_H
#include <ntdef.h>

#define ETH_LENGTH_OF_ADDRESS 6

#define ETH_IS_MULTICAST(address) ((BOOLEAN)(((PUCHAR)(address))[0] & 0x01))
#define ETH_IS_BROADCAST(address)                                                                                      \
    ((((PUCHAR)(address))[0] == 0xFF) && (((PUCHAR)(address))[1] == 0xFF) && (((PUCHAR)(address))[2] == 0xFF) &&       \
     (((PUCHAR)(address))[3] == 0xFF) && (((PUCHAR)(address))[4] == 0xFF) && (((PUCHAR)(address))[5] == 0xFF))
#define ETH_IS_EMPTY(address)                                                                                          \
    ((((PUCHAR)(address))[0] == 0x00) && (((PUCHAR)(address))[1] == 0x00) && (((PUCHAR)(address))[2] == 0x00) &&       \
     (((PUCHAR)(address))[3] == 0x00) && (((PUCHAR)(address))[4] == 0x00) && (((PUCHAR)(address))[5] == 0x00))

/* *result: 0 if equal, otherwise -1 or 1 (the second four bytes count before the first two). */
#define ETH_COMPARE_NETWORK_ADDRESSES(first, second, result)                                                           \
    {                                                                                                                  \
        if (*(ULONG UNALIGNED *)&(first)[2] > *(ULONG UNALIGNED *)&(second)[2])                                        \
            *(result) = 1;                                                                                             \
        else if (*(ULONG UNALIGNED *)&(first)[2] < *(ULONG UNALIGNED *)&(second)[2])                                   \
            *(result) = (UINT)-1;                                                                                      \
        else if (*(USHORT UNALIGNED *)(first) > *(USHORT UNALIGNED *)(second))                                         \
            *(result) = 1;                                                                                             \
        else if (*(USHORT UNALIGNED *)(first) < *(USHORT UNALIGNED *)(second))                                         \
            *(result) = (UINT)-1;                                                                                      \
        else                                                                                                           \
            *(result) = 0;                                                                                             \
    }
/* *result: 0 if equal, otherwise 1. */
#define ETH_COMPARE_NETWORK_ADDRESSES_EQ(first, second, result)                                                        \
    {                                                                                                                  \
        if ((*(ULONG UNALIGNED *)&(first)[2] == *(ULONG UNALIGNED *)&(second)[2]) &&                                   \
            (*(USHORT UNALIGNED *)(first) == *(USHORT UNALIGNED *)(second)))                                           \
            *(result) = 0;                                                                                             \
        else                                                                                                           \
            *(result) = 1;                                                                                             \
    }
#define ETH_COMPARE_NETWORK_ADDRESSES_EQ_SAFE(first, second, result) \
    ETH_COMPARE_NETWORK_ADDRESSES_EQ(((PUCHAR)(first)), ((PUCHAR)(second)), result)
#define ETH_COPY_NETWORK_ADDRESS(to, from)                                                                             \
    {                                                                                                                  \
        *((ULONG UNALIGNED *)(to)) = *((ULONG UNALIGNED *)(from));                                                     \
        *((USHORT UNALIGNED *)((PUCHAR)(to) + 4)) = *((USHORT UNALIGNED *)((PUCHAR)(from) + 4));                       \
    }

#endif
