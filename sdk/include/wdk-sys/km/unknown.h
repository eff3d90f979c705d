/* unknown.h: IUnknown in the kernel, where its methods return NTSTATUS. */
#ifndef WDK_UNKNOWN_H
#define WDK_UNKNOWN_H
#include <wdm.h>
#include <windef.h>
#include <basetyps.h>

#ifndef _UNKNOWN_H_
#define _UNKNOWN_H_
#endif

DEFINE_GUID(IID_IUnknown, 0x00000000, 0x0000, 0x0000, 0xc0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x46);

/* The first three methods of every interface, to be repeated in each declaration. */
#define DEFINE_ABSTRACT_UNKNOWN()                                                                                      \
    STDMETHOD_(NTSTATUS, QueryInterface)(THIS_ _In_ REFIID InterfaceId, _COM_Outptr_ PVOID * Interface) PURE;          \
    STDMETHOD_(ULONG, AddRef)(THIS) PURE;                                                                              \
    STDMETHOD_(ULONG, Release)(THIS) PURE;

#undef INTERFACE
#define INTERFACE IUnknown
DECLARE_INTERFACE(IUnknown){DEFINE_ABSTRACT_UNKNOWN()};
#undef INTERFACE
typedef IUnknown *PUNKNOWN;

typedef NTSTATUS(NTAPI *PFNCREATEINSTANCE)(_Outptr_ PUNKNOWN *Unknown, _In_ REFCLSID ClassId,
                                           _In_opt_ PUNKNOWN OuterUnknown, _In_ POOL_FLAGS PoolFlags);

#endif
