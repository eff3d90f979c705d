/*
 * The words in which the safe layer tells the compiler its rules. A driver uses WDK_MUST_USE, WDK_REQUIRES and the
 * others marked "for drivers" in its own declarations.
 */
#ifndef WDK_ATTRIBUTES_H
#define WDK_ATTRIBUTES_H

#include "platform.h"

/* For drivers: a result that may not be dropped. Also for a type, between `struct` and its name. */
#define WDK_MUST_USE __attribute__((warn_unused_result))

/* Costs nothing: the body stands where it is called, in every profile. */
#define WDK_INLINE static inline __attribute__((always_inline, unused))

/* What happens to a variable at the end of its scope. */
#define WDK_CLEANUP(function) __attribute__((cleanup(function)))

/* A call that is wrong by what the compiler knows of its arguments is an error, in these words. */
#define WDK_REJECT_IF(condition, message) __attribute__((diagnose_if(condition, message, "error")))

/* A member that only the safe layer touches. `instead` says what a driver uses. */
#define WDK_PRIVATE(instead) __attribute__((deprecated("private to wdk: use " instead)))

/* Around the safe layer's own use of private members. */
#define WDK_PRIVATE_BEGIN                                                                                              \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wdeprecated-declarations\"")
#define WDK_PRIVATE_END _Pragma("clang diagnostic pop")

/* clang's capabilities: what must be held to call or to touch. */
#define WDK_CAPABILITY(kind)     __attribute__((capability(kind)))
#define WDK_ACQUIRES(...)        __attribute__((acquire_capability(__VA_ARGS__)))
#define WDK_ACQUIRES_SHARED(...) __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define WDK_RELEASES(...)        __attribute__((release_capability(__VA_ARGS__)))
#define WDK_RELEASES_SHARED(...) __attribute__((release_shared_capability(__VA_ARGS__)))
#define WDK_UNCHECKED_LOCKING    __attribute__((no_thread_safety_analysis))

/* For drivers: a member that only a holder of the lock may touch, a pointer whose target is guarded, a function for
 * holders of the lock, one for readers, one for those who do not hold it. `lock` is a name of WDK_LOCK (lock.h). */
#define WDK_GUARDED_BY(lock)         __attribute__((guarded_by(lock##_held)))
#define WDK_POINTEE_GUARDED_BY(lock) __attribute__((pt_guarded_by(lock##_held)))
#define WDK_REQUIRES(lock)           __attribute__((requires_capability(lock##_held)))
#define WDK_REQUIRES_SHARED(lock)    __attribute__((requires_shared_capability(lock##_held)))
#define WDK_EXCLUDES(lock)           __attribute__((locks_excluded(lock##_held)))

/* Joins, after expansion. */
#define WDK_JOIN_(a, b) a##b
#define WDK_JOIN(a, b)  WDK_JOIN_(a, b)
/* A name of its own for each use in a file. */
#define WDK_UNIQUE(name) WDK_JOIN(name, __COUNTER__)

/* From here on, in whatever file includes the safe layer: its rules are errors. */
#pragma clang diagnostic error "-Wthread-safety-analysis"
#pragma clang diagnostic error "-Wthread-safety-attributes"
#pragma clang diagnostic error "-Wunused-result"
#pragma clang diagnostic error "-Wunused-value"
#pragma clang diagnostic error "-Wdeprecated-declarations"
#pragma clang diagnostic error "-Wincompatible-pointer-types"
#pragma clang diagnostic error "-Wint-conversion"
#pragma clang diagnostic error "-Wformat"
#pragma clang diagnostic error "-Wreturn-type"
#pragma clang diagnostic error "-Wuninitialized"
#pragma clang diagnostic error "-Wsometimes-uninitialized"
#pragma clang diagnostic error "-Wnonnull"

#endif
