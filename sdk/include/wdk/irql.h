/*
 * IRQL, checked while compiling. A function of the driver says at which levels it may be called, and clang rejects a
 * call from a place that is not known to be at such a level:
 *
 *     static void load_table(struct device *device) WDK_AT_PASSIVE;     // PASSIVE_LEVEL only
 *     static void count(struct device *device) WDK_UP_TO_APC;           // may wait, at PASSIVE_LEVEL or APC_LEVEL
 *     static void push(struct device *device);                          // says nothing: at DISPATCH_LEVEL and below
 *     static void swap(struct device *device) WDK_AT_APC;               // at APC_LEVEL only: within a fast mutex
 *     static void drain(struct device *device) WDK_AT_DISPATCH;         // at DISPATCH_LEVEL only
 *
 * What stands in a declaration is known within the function, so a callback that Windows calls at PASSIVE_LEVEL is
 * declared WDK_AT_PASSIVE. Scopes that raise take the permission away until they end. The words cost nothing at run
 * time. The names in the compiler's messages: wdk_passive_level is the permission to be called at PASSIVE_LEVEL only,
 * wdk_apc_level that to wait, wdk_raised_to_apc means that the IRQL
 * is APC_LEVEL, wdk_dispatch_level that it is DISPATCH_LEVEL.
 */
#ifndef WDK_IRQL_H
#define WDK_IRQL_H

#include "panic.h"

struct WDK_CAPABILITY("IRQL") wdk_level {
    char none;
};
/* Never defined: only the compiler knows them. */
extern struct wdk_level wdk_passive_level, wdk_apc_level, wdk_raised_to_apc, wdk_dispatch_level;

#ifdef _KERNEL_MODE

/* For drivers, behind the parameters of a declaration. */
#define WDK_AT_PASSIVE                                                                                                 \
    __attribute__((requires_capability(wdk_passive_level, wdk_apc_level),                                              \
                   locks_excluded(wdk_dispatch_level, wdk_raised_to_apc)))
#define WDK_UP_TO_APC __attribute__((requires_capability(wdk_apc_level), locks_excluded(wdk_dispatch_level)))
#define WDK_AT_APC                                                                                                     \
    __attribute__((requires_capability(wdk_apc_level, wdk_raised_to_apc), locks_excluded(wdk_dispatch_level)))
#define WDK_AT_DISPATCH __attribute__((requires_capability(wdk_dispatch_level)))


/* Says, and checks in every profile, that the IRQL is PASSIVE_LEVEL: where the compiler can't know it. */
WDK_INLINE void wdk_checked_passive_(const struct wdk_panic_site *site)
    __attribute__((assert_capability(wdk_passive_level, wdk_apc_level))) WDK_UNCHECKED_LOCKING
{
    const KIRQL irql = KeGetCurrentIrql();
    if (__builtin_expect(irql != PASSIVE_LEVEL, 0))
        wdk_panic(site, irql, PASSIVE_LEVEL);
}
#define wdk_check_passive() wdk_checked_passive_(WDK_SITE(WDK_PANIC_IRQL))

struct wdk_irql_scope {
    KIRQL before;
};

WDK_INLINE struct wdk_irql_scope wdk_raise_to_dispatch_(void) WDK_ACQUIRES(wdk_dispatch_level) WDK_UNCHECKED_LOCKING
{
    struct wdk_irql_scope scope;
    KeRaiseIrql(DISPATCH_LEVEL, &scope.before);
    return scope;
}
WDK_INLINE void wdk_lower_from_dispatch_(struct wdk_irql_scope *scope)
    WDK_RELEASES(wdk_dispatch_level) WDK_UNCHECKED_LOCKING
{
    KeLowerIrql(scope->before);
}

/* WDK_RAISED_TO_DISPATCH { … }: a block at DISPATCH_LEVEL, however it is left. */
#define WDK_RAISED_TO_DISPATCH WDK_RAISED_(WDK_UNIQUE(wdk_raised_), WDK_UNIQUE(wdk_once_))
#define WDK_RAISED_(scope, once)                                                                                       \
    for (struct wdk_irql_scope scope WDK_CLEANUP(wdk_lower_from_dispatch_) = wdk_raise_to_dispatch_(), *once = &scope; \
         once; once = NULL)

#else
/* User mode has no IRQL: what is declared of it holds everywhere. */
#define WDK_AT_PASSIVE
#define WDK_UP_TO_APC
#define WDK_AT_APC
#define WDK_AT_DISPATCH
#endif
#endif
