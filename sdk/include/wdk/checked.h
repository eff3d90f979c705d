/*
 * Integers that do not wrap and do not lose bits.
 *
 *     size_t bytes;
 *     WDK_TRY(wdk_multiply(&bytes, count, sizeof(struct entry)));   // an error where input may be absurd
 *     ULONG length = WDK_NARROW(ULONG, bytes);                      // a panic where it cannot be, unless there is a
 * bug
 *
 * Operands may be of any integer types; the result is right for all values, or it is an error. Any IRQL.
 */
#ifndef WDK_CHECKED_H
#define WDK_CHECKED_H

#include "panic.h"
#include "status.h"

WDK_INLINE wdk_status wdk_unless_overflow_(bool overflow)
{
    return overflow ? wdk_from_nt(STATUS_INTEGER_OVERFLOW) : WDK_OK;
}

/* *result = a + b, a - b, a * b, or STATUS_INTEGER_OVERFLOW; *result is then not to be used. */
#define wdk_add(result, a, b)      wdk_unless_overflow_(__builtin_add_overflow(a, b, result))
#define wdk_subtract(result, a, b) wdk_unless_overflow_(__builtin_sub_overflow(a, b, result))
#define wdk_multiply(result, a, b) wdk_unless_overflow_(__builtin_mul_overflow(a, b, result))

/* *result = header + count * each: the size of a structure with `count` elements behind it. */
#define wdk_size_with(result, header, count, each)                                                                     \
    ({                                                                                                                 \
        size_t wdk_elements_;                                                                                          \
        wdk_unless_overflow_(__builtin_mul_overflow(count, each, &wdk_elements_) ||                                    \
                             __builtin_add_overflow(header, wdk_elements_, result));                                   \
    })

/* *result = value, or STATUS_INTEGER_OVERFLOW where it does not fit. */
#define wdk_narrow(result, value) wdk_unless_overflow_(__builtin_add_overflow(value, 0, result))

/* The same as values; what cannot be is a panic. */
#define WDK_ARITHMETIC_(type, builtin, a, b)                                                                           \
    ({                                                                                                                 \
        type wdk_result_;                                                                                              \
        const __auto_type wdk_a_ = (a);                                                                                \
        const __auto_type wdk_b_ = (b);                                                                                \
        WDK_PANIC_UNLESS(!builtin(wdk_a_, wdk_b_, &wdk_result_), WDK_PANIC_OVERFLOW, wdk_a_, wdk_b_);                  \
        wdk_result_;                                                                                                   \
    })
#define WDK_ADD(type, a, b)      WDK_ARITHMETIC_(type, __builtin_add_overflow, a, b)
#define WDK_SUBTRACT(type, a, b) WDK_ARITHMETIC_(type, __builtin_sub_overflow, a, b)
#define WDK_MULTIPLY(type, a, b) WDK_ARITHMETIC_(type, __builtin_mul_overflow, a, b)

#define WDK_NARROW(type, value)                                                                                        \
    ({                                                                                                                 \
        type wdk_narrowed_;                                                                                            \
        const __auto_type wdk_wide_ = (value);                                                                         \
        WDK_PANIC_UNLESS(!__builtin_add_overflow(wdk_wide_, 0, &wdk_narrowed_), WDK_PANIC_NARROWED, wdk_wide_,         \
                         sizeof(type));                                                                                \
        wdk_narrowed_;                                                                                                 \
    })

#endif
