/*
 * basetyps.h: how COM interfaces are declared so that one text serves C and C++. In C an interface is a record with a
 * pointer to its table of functions, in C++ an abstract class; both have the same layout. Facts: the public
 * documentation of COM.
 */
#ifndef WDK_BASETYPS_H
#define WDK_BASETYPS_H
#include <guiddef.h>
#include <ntdef.h>

#ifndef STDMETHODCALLTYPE
#define STDMETHODCALLTYPE  NTAPI
#define STDMETHODVCALLTYPE __cdecl
#define STDAPICALLTYPE     NTAPI
#define STDAPIVCALLTYPE    __cdecl
#endif

#ifndef DECLSPEC_NOVTABLE
#define DECLSPEC_NOVTABLE __declspec(novtable)
#endif

#define STDAPI              EXTERN_C HRESULT STDAPICALLTYPE
#define STDAPI_(type)       EXTERN_C type STDAPICALLTYPE
#define STDMETHODIMP        HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(type) type STDMETHODCALLTYPE

#ifdef __cplusplus
#define STDMETHOD(method)        virtual HRESULT STDMETHODCALLTYPE method
#define STDMETHOD_(type, method) virtual type STDMETHODCALLTYPE method
#define PURE                     = 0
#define THIS_
#define THIS                           void
#define DECLARE_INTERFACE(name)        struct DECLSPEC_NOVTABLE name
#define DECLARE_INTERFACE_(name, base) struct DECLSPEC_NOVTABLE name : public base
#else
#define STDMETHOD(method)        HRESULT(STDMETHODCALLTYPE *method)
#define STDMETHOD_(type, method) type(STDMETHODCALLTYPE *method)
#define PURE
#define THIS_ INTERFACE *This,
#define THIS  INTERFACE *This
#define DECLARE_INTERFACE(name)                                                                                        \
    typedef struct name {                                                                                              \
        const struct name##Vtbl *lpVtbl;                                                                               \
    } name;                                                                                                            \
    typedef struct name##Vtbl name##Vtbl;                                                                              \
    struct name##Vtbl
#define DECLARE_INTERFACE_(name, base) DECLARE_INTERFACE(name)
#endif

#endif
