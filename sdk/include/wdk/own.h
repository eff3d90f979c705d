/*
 * Ownership. A scoped variable gives back what it holds at the end of its scope, however that is left. It gives it away
 * explicitly, and is empty afterwards, so nothing is given back twice:
 *
 *     WDK_SCOPED(wdk_key) key = {};
 *     WDK_TRY(open_settings(&key));
 *     device->key = wdk_move(&key);      // now the device's, which closes it in its cleanup
 *
 * An owned thing is a type with a release function; WDK_OWNED_TYPE makes one of a raw handle or pointer. The others of
 * the safe layer (pool.h, handle.h, wdf/…) are such types.
 */
#ifndef WDK_OWN_H
#define WDK_OWN_H

#include "panic.h"
#include "status.h"

/* A variable that is released at the end of its scope. TYPE_release is called with what it holds, unless that is empty.
 */
#define WDK_SCOPED(type) __attribute__((cleanup(type##_cleanup_), unused)) type

/*
 * At file level: TYPE, which owns a RAW (a pointer or a handle, whose empty value is NULL), and is released by
 * RELEASE(raw). TYPE_own(raw)      the caller's raw thing is TYPE's from now on TYPE_borrow(&x)    the raw thing, for a
 * call; a panic where x is empty TYPE_release(&x)   releases it now, where there is one; x is empty then
 *   TYPE_is_empty(&x)
 */
#define WDK_OWNED_TYPE(type, raw_type, release_function)                                                               \
    typedef struct type {                                                                                              \
        raw_type raw WDK_PRIVATE(#type "_borrow()");                                                                   \
    } type;                                                                                                            \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE WDK_MUST_USE type type##_own(raw_type raw)                                                              \
    {                                                                                                                  \
        return (type){raw};                                                                                            \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE bool type##_is_empty(const type *owned)                                                    \
    {                                                                                                                  \
        return owned->raw == NULL;                                                                                     \
    }                                                                                                                  \
    WDK_INLINE WDK_MUST_USE raw_type type##_borrow_(const type *owned, const struct wdk_panic_site *site)              \
    {                                                                                                                  \
        if (__builtin_expect(owned->raw == NULL, 0))                                                                   \
            wdk_panic(site, (uintptr_t)owned, 0);                                                                      \
        return owned->raw;                                                                                             \
    }                                                                                                                  \
    WDK_INLINE void type##_release(type *owned)                                                                        \
    {                                                                                                                  \
        raw_type raw = owned->raw;                                                                                     \
        owned->raw = NULL;                                                                                             \
        if (raw != NULL)                                                                                               \
            release_function(raw);                                                                                     \
    }                                                                                                                  \
    WDK_INLINE void type##_cleanup_(type *owned)                                                                       \
    {                                                                                                                  \
        if (owned->raw != NULL)                                                                                        \
            release_function(owned->raw);                                                                              \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct type /* takes the semicolon */

/* The raw thing of an owned one, which stays its owner: wdk_borrow(wdk_key, &key). */
#define wdk_borrow(type, owned) type##_borrow_(owned, WDK_SITE(WDK_PANIC_NULL))

/* The value of *place, which is empty from then on. For owned things, and for scoped pointers. */
#define wdk_move(place)                                                                                                \
    ({                                                                                                                 \
        __auto_type wdk_place_ = (place);                                                                              \
        __typeof__(*wdk_place_) wdk_moved_ = *wdk_place_;                                                              \
        __builtin_memset(wdk_place_, 0, sizeof *wdk_place_);                                                           \
        wdk_moved_;                                                                                                    \
    })

#endif
