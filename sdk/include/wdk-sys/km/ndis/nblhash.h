/* The receive-side scaling hash of a NET_BUFFER_LIST. Facts: the public reference. */
#ifndef WDK_NDIS_NBLHASH_H
#define WDK_NDIS_NBLHASH_H
#include "nblaccessors.h"
#include <ntddndis.h>

#define NET_BUFFER_LIST_GET_HASH_TYPE(nbl) \
    (PtrToUlong(NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo)) & NDIS_HASH_TYPE_MASK)
#define NET_BUFFER_LIST_GET_HASH_FUNCTION(nbl) \
    (PtrToUlong(NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo)) & NDIS_HASH_FUNCTION_MASK)
#define NET_BUFFER_LIST_GET_HASH_VALUE(nbl) PtrToUlong(NET_BUFFER_LIST_INFO(nbl, NetBufferListHashValue))
#define NET_BUFFER_LIST_SET_HASH_TYPE(nbl, type)                                                                       \
    (NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo) =                                                                \
         UlongToPtr((PtrToUlong(NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo)) & ~NDIS_HASH_TYPE_MASK) |            \
                    ((type)&NDIS_HASH_TYPE_MASK)))
#define NET_BUFFER_LIST_SET_HASH_FUNCTION(nbl, function)                                                               \
    (NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo) =                                                                \
         UlongToPtr((PtrToUlong(NET_BUFFER_LIST_INFO(nbl, NetBufferListHashInfo)) & ~NDIS_HASH_FUNCTION_MASK) |        \
                    ((function)&NDIS_HASH_FUNCTION_MASK)))
#define NET_BUFFER_LIST_SET_HASH_VALUE(nbl, value) \
    (NET_BUFFER_LIST_INFO(nbl, NetBufferListHashValue) = UlongToPtr(value))

#endif
