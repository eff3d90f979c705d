/*
 * wdfversion.h: which framework a driver is built for, and how its headers say what that framework has.
 *
 * One set of headers serves every version. The build passes KMDF_VERSION_MAJOR=1 and KMDF_VERSION_MINOR, or
 * UMDF_VERSION_MAJOR=2 and UMDF_VERSION_MINOR, as Microsoft's own build does.
 */
#ifndef WDFVERSION_H
#define WDFVERSION_H

#if defined(KMDF_VERSION_MINOR) && defined(UMDF_VERSION_MINOR)
#error Define KMDF_VERSION_* for a kernel-mode driver or UMDF_VERSION_* for a user-mode one, not both.
#elif defined(KMDF_VERSION_MINOR)
#define WDF_KMDF 1
#define WDF_MINOR KMDF_VERSION_MINOR
#if !defined(KMDF_VERSION_MAJOR) || KMDF_VERSION_MAJOR != 1
#error KMDF_VERSION_MAJOR must be 1.
#endif
#elif defined(UMDF_VERSION_MINOR)
#define WDF_KMDF 0
#define WDF_MINOR UMDF_VERSION_MINOR
#if !defined(UMDF_VERSION_MAJOR) || UMDF_VERSION_MAJOR != 2
#error UMDF_VERSION_MAJOR must be 2: UMDF 1 drivers are COM servers and have other headers.
#endif
#else
#error Define KMDF_VERSION_MAJOR=1 and KMDF_VERSION_MINOR=33 (or UMDF_VERSION_MAJOR=2 and UMDF_VERSION_MINOR=33) to choose the framework.
#endif

/* The versions that were released, the same minor numbers for both frameworks. */
#if WDF_MINOR != 15 && WDF_MINOR != 17 && WDF_MINOR != 19 && WDF_MINOR != 21 && WDF_MINOR != 23 &&           \
    WDF_MINOR != 25 && WDF_MINOR != 27 && WDF_MINOR != 31 && WDF_MINOR != 33
#error These headers know the minor versions 15, 17, 19, 21, 23, 25, 27, 31 and 33 of the framework.
#endif

/* Whether the chosen framework is at least KMDF 1.kmdf or UMDF 2.umdf. WDF_NEVER: not in that framework at all. */
#define WDF_NEVER 1000
#define WDF_SINCE(kmdf, umdf) ((WDF_KMDF && WDF_MINOR >= (kmdf)) || (!WDF_KMDF && WDF_MINOR >= (umdf)))

#ifdef __cplusplus
#define WDF_EXTERN_C extern "C"
#define WDF_EXTERN_C_START extern "C" {
#define WDF_EXTERN_C_END }
#else
#define WDF_EXTERN_C
#define WDF_EXTERN_C_START
#define WDF_EXTERN_C_END
#endif

/*
 * Calls through the table cost nothing over a plain call: they are part of the caller, in unoptimised builds too. For
 * the checker they stay calls of a function with a name.
 */
#if defined(WDK_SYS_CONTRACTS)
#define WDF_INLINE static __inline __attribute__((noinline, unused))
#else
#define WDF_INLINE static __inline __attribute__((always_inline, unused))
#endif

/* Calls entry NAME of the function table as a function of type PFN, with the driver's globals before the arguments. */
#define WDF_CALL(pfn, name, ...) ((pfn)WdfFunctions[name##TableIndex])(WdfDriverGlobals, ##__VA_ARGS__)

/* Sets a structure that knows its own size to zeros and that size. */
#define WDF_CLEAR_SIZED(type, pointer)                                                                       \
    do {                                                                                                     \
        RtlZeroMemory(pointer, sizeof(type));                                                                \
        (pointer)->Size = WDF_STRUCTURE_SIZE(type);                                                          \
    } while (0)

/* Stands for a function that the chosen framework lacks, so that a call of it is met with the reason. */
#ifdef __cplusplus
#define WDF_ANY_PARAMETERS ...
#else
#define WDF_ANY_PARAMETERS
#endif
#define WDF_UNAVAILABLE(name, since)                                                                         \
    int name(WDF_ANY_PARAMETERS)                                                                             \
        __attribute__((unavailable(#name " is part of " since ", which this driver is not built for")))

#endif
