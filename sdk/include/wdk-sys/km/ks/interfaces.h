/* The interfaces that ks.sys gives to clients in the kernel. Facts: the public reference of ks.h. */
#ifndef WDK_KS_INTERFACES_H
#define WDK_KS_INTERFACES_H
#include <unknown.h>
#include "avstream.h"

#define STATIC_IID_IKsControl 0x28f54685, 0x06fd, 0x11d2, 0xb2, 0x7a, 0x00, 0xa0, 0xc9, 0x22, 0x31, 0x96
WDK_DEFINE_GUID_(IID_IKsControl, STATIC_IID_IKsControl);
#define STATIC_IID_IKsFastClock 0xc9902485, 0xc180, 0x11d2, 0x84, 0x73, 0xd4, 0x23, 0x94, 0x45, 0x9e, 0x5e
WDK_DEFINE_GUID_(IID_IKsFastClock, STATIC_IID_IKsFastClock);
#define STATIC_IID_IKsDeviceFunctions 0xe234f2e2, 0xbd69, 0x4f8c, 0xb3, 0xf2, 0x7c, 0xd7, 0x9e, 0xd4, 0x66, 0xbd
WDK_DEFINE_GUID_(IID_IKsDeviceFunctions, STATIC_IID_IKsDeviceFunctions);

#undef INTERFACE
#define INTERFACE IKsControl
DECLARE_INTERFACE_(IKsControl, IUnknown)
{
    DEFINE_ABSTRACT_UNKNOWN()
    STDMETHOD_(NTSTATUS, KsProperty)(THIS_ _In_reads_bytes_(PropertyLength) PKSPROPERTY Property,
                                     _In_ ULONG PropertyLength, _Inout_updates_bytes_(DataLength) PVOID PropertyData,
                                     _In_ ULONG DataLength, _Out_ ULONG * BytesReturned) PURE;
    STDMETHOD_(NTSTATUS, KsMethod)(THIS_ _In_reads_bytes_(MethodLength) PKSMETHOD Method, _In_ ULONG MethodLength,
                                   _Inout_updates_bytes_(DataLength) PVOID MethodData, _In_ ULONG DataLength,
                                   _Out_ ULONG * BytesReturned) PURE;
    STDMETHOD_(NTSTATUS, KsEvent)(THIS_ _In_reads_bytes_opt_(EventLength) PKSEVENT Event, _In_ ULONG EventLength,
                                  _Inout_updates_bytes_(DataLength) PVOID EventData, _In_ ULONG DataLength,
                                  _Out_ ULONG * BytesReturned) PURE;
};
typedef IKsControl *PIKSCONTROL;

#undef INTERFACE
#define INTERFACE IKsReferenceClock
DECLARE_INTERFACE_(IKsReferenceClock, IUnknown)
{
    DEFINE_ABSTRACT_UNKNOWN()
    STDMETHOD_(LONGLONG, GetTime)(THIS) PURE;
    STDMETHOD_(LONGLONG, GetPhysicalTime)(THIS) PURE;
    STDMETHOD_(LONGLONG, GetCorrelatedTime)(THIS_ _Out_ PLONGLONG SystemTime) PURE;
    STDMETHOD_(LONGLONG, GetCorrelatedPhysicalTime)(THIS_ _Out_ PLONGLONG SystemTime) PURE;
    STDMETHOD_(NTSTATUS, GetResolution)(THIS_ _Out_ PKSRESOLUTION Resolution) PURE;
    STDMETHOD_(NTSTATUS, GetState)(THIS_ _Out_ PKSSTATE State) PURE;
};
typedef IKsReferenceClock *PIKSREFERENCECLOCK;

#undef INTERFACE
#define INTERFACE IKsDeviceFunctions
DECLARE_INTERFACE_(IKsDeviceFunctions, IUnknown)
{
    DEFINE_ABSTRACT_UNKNOWN()
    STDMETHOD_(NTSTATUS, RegisterAdapterObjectEx)(
        THIS_ _In_ PADAPTER_OBJECT AdapterObject, _In_ PDEVICE_DESCRIPTION DeviceDescription,
        _In_ ULONG NumberOfMapRegisters, _In_ ULONG MaxMappingsByteCount, _In_ ULONG MappingTableStride) PURE;
};
typedef IKsDeviceFunctions *PIKSDEVICEFUNCTIONS;
#undef INTERFACE

#endif
