/* How NDIS opens a miniport's NDK adapter. Facts: the public reference. */
#ifndef WDK_NDISNDK_H
#define WDK_NDISNDK_H
#include <ndis.h>
#include <ndkpi.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The reference names SwitchId and VPortId after Version without the version of NDIS that added them: left out. */
typedef struct _NDIS_OPEN_NDK_ADAPTER_PARAMETERS {
    NDK_VERSION Version;
} NDIS_OPEN_NDK_ADAPTER_PARAMETERS, *PNDIS_OPEN_NDK_ADAPTER_PARAMETERS;

typedef _Function_class_(OPEN_NDK_ADAPTER_HANDLER) _Must_inspect_result_ _IRQL_requires_(PASSIVE_LEVEL)
NDIS_STATUS (*OPEN_NDK_ADAPTER_HANDLER)(
    _In_ NDIS_HANDLE MiniportAdapterContext, _In_ PNDIS_OPEN_NDK_ADAPTER_PARAMETERS Parameters,
    _Outptr_ NDK_ADAPTER **ppNdkAdapter);
typedef _Function_class_(CLOSE_NDK_ADAPTER_HANDLER) _IRQL_requires_(PASSIVE_LEVEL)
void (*CLOSE_NDK_ADAPTER_HANDLER)(_In_ NDIS_HANDLE MiniportAdapterContext, _In_ NDK_ADAPTER *pNdkAdapter);

typedef struct _NDIS_NDK_PROVIDER_CHARACTERISTICS {
    NDIS_OBJECT_HEADER Header;
    ULONG Flags;
    OPEN_NDK_ADAPTER_HANDLER OpenNDKAdapterHandler;
    CLOSE_NDK_ADAPTER_HANDLER CloseNDKAdapterHandler;
} NDIS_NDK_PROVIDER_CHARACTERISTICS, *PNDIS_NDK_PROVIDER_CHARACTERISTICS;
#define NDIS_NDK_PROVIDER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_NDK_PROVIDER_CHARACTERISTICS_REVISION_1 \
    RTL_SIZEOF_THROUGH_FIELD(NDIS_NDK_PROVIDER_CHARACTERISTICS, CloseNDKAdapterHandler)

#ifdef __cplusplus
}
#endif
#endif
