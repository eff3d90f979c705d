/* The kinds of NDIS requests. Facts: the public reference and mingw-w64; the layouts are checked in tests/sdk/layout. */
#ifndef WDK_NDIS_OIDTYPES_H
#define WDK_NDIS_OIDTYPES_H
#include <ntdef.h>
#include "version.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef ULONG NDIS_OID, *PNDIS_OID;

typedef enum _NDIS_REQUEST_TYPE {
    NdisRequestQueryInformation,
    NdisRequestSetInformation,
    NdisRequestQueryStatistics,
    NdisRequestOpen,
    NdisRequestClose,
    NdisRequestSend,
    NdisRequestTransferData,
    NdisRequestReset,
    NdisRequestGeneric1,
    NdisRequestGeneric2,
    NdisRequestGeneric3,
    NdisRequestGeneric4
    , NdisRequestMethod
} NDIS_REQUEST_TYPE, *PNDIS_REQUEST_TYPE;

typedef struct _NDIS_OID_REQUEST NDIS_OID_REQUEST, *PNDIS_OID_REQUEST;

#ifdef __cplusplus
}
#endif
#endif
