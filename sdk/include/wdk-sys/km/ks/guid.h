/*
 * GUIDs of kernel streaming, by name and as initialisers: KSCATEGORY_AUDIO is an object of type const GUID, and
 * STATICGUIDOF(KSCATEGORY_AUDIO) the eleven numbers in it. Each source that uses one brings it along, and the linker
 * keeps one, so that no library of GUIDs is needed.
 */
#ifndef WDK_KS_GUID_H
#define WDK_KS_GUID_H
#include <guiddef.h>

#ifndef STATICGUIDOF
#define STATICGUIDOF(name) STATIC_##name
#endif
#define WDK_GUID_(...) WDK_GUID_OF_(__VA_ARGS__)
#define WDK_GUID_OF_(l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                        \
    {                                                                                                                  \
        l, w1, w2,                                                                                                     \
        {                                                                                                              \
            b1, b2, b3, b4, b5, b6, b7, b8                                                                             \
        }                                                                                                              \
    }
#define DEFINE_GUIDEX(name) EXTERN_C const GUID DECLSPEC_SELECTANY name = WDK_GUID_(STATIC_##name)
#ifdef __cplusplus
#define DEFINE_GUIDSTRUCT(text, name) struct __declspec(uuid(text)) name
#define DEFINE_GUIDNAMED(name)        __uuidof(struct name)
#else
#define DEFINE_GUIDSTRUCT(text, name) const GUID DECLSPEC_SELECTANY name = WDK_GUID_(STATIC_##name)
#define DEFINE_GUIDNAMED(name)        name
#endif
/* DEFINE_GUID of the numbers that a STATIC_ name stands for. */
#define WDK_DEFINE_GUID_(name, ...) DEFINE_GUID(name, __VA_ARGS__)

/* Of two GUIDs at addresses that are multiples of eight. */
#define IsEqualGUIDAligned(guid1, guid2)                                                                               \
    (((const LONGLONG *)&(guid1))[0] == ((const LONGLONG *)&(guid2))[0] &&                                             \
     ((const LONGLONG *)&(guid1))[1] == ((const LONGLONG *)&(guid2))[1])

#ifndef SIZEOF_ARRAY
#define SIZEOF_ARRAY(array) (sizeof(array) / sizeof((array)[0]))
#endif

#endif
