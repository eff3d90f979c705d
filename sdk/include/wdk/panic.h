/*
 * wdk-panic: what a check does that fails at run time. It does not go on.
 *
 * In kernel mode: bug check WDK_BUG_CHECK, whose parameters `cwdk explain --bugcheck` reads:
 *   1: bits 0-23 the line, 24-31 the kind (enum wdk_panic_kind), 32-63 a hash of the file's name
 *   2: the first eight characters of the file's name
 *   3, 4: the two values, such as index and length
 * Where the manifest says `panic: status`, an entry point answers with a status instead (panic_guard.h). In user mode the process ends by fast fail, with an event for the debugger.
 *
 * A check costs a compare and a branch that is not taken; its cold side is one call. Any IRQL.
 */
#ifndef WDK_PANIC_H
#define WDK_PANIC_H

#include "attributes.h"

#define WDK_BUG_CHECK 0x57444B21UL /* "WDK!" */

enum wdk_panic_kind {
#define WDK_PANIC_KIND(name, number, ...) WDK_PANIC_##name = number,
#include "panic_kinds.def"
#undef WDK_PANIC_KIND
};

/* Where a check stands. */
struct wdk_panic_site {
    const char *file; /* without folders */
    uint32_t line;
    uint32_t kind; /* enum wdk_panic_kind */
};

__declspec(noreturn) void wdk_panic(const struct wdk_panic_site *site, uintptr_t first, uintptr_t second)
    __attribute__((cold));

/* The site at which this is written. */
#define WDK_SITE(kind_)                                                                                                \
    ({                                                                                                                 \
        static const struct wdk_panic_site wdk_site_ = {__FILE_NAME__, __LINE__, kind_};                               \
        &wdk_site_;                                                                                                    \
    })

/* Ends here unless the condition holds. */
#define WDK_PANIC_UNLESS(condition, kind_, first, second)                                                              \
    do {                                                                                                               \
        if (__builtin_expect(!(condition), 0))                                                                         \
            wdk_panic(WDK_SITE(kind_), (uintptr_t)(first), (uintptr_t)(second));                                       \
    } while (0)

/* For drivers: what must be so, in every profile; with up to two values for the dump. */
#define WDK_CHECK(condition, ...)                 WDK_CHECK_(condition, ##__VA_ARGS__, 0, 0, 0)
#define WDK_CHECK_(condition, first, second, ...) WDK_PANIC_UNLESS(condition, WDK_PANIC_ASSERT, first, second)

/* For drivers: a place that is never reached. */
#define WDK_UNREACHABLE() wdk_panic(WDK_SITE(WDK_PANIC_REACHED), 0, 0)

/* For drivers: the pointer, which is not NULL. */
#define wdk_not_null(pointer)                                                                                          \
    ({                                                                                                                 \
        __auto_type wdk_pointer_ = (pointer);                                                                          \
        WDK_PANIC_UNLESS(wdk_pointer_ != NULL, WDK_PANIC_NULL, 0, 0);                                                  \
        wdk_pointer_;                                                                                                  \
    })

#endif
