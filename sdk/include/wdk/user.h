/*
 * Memory of a program (METHOD_NEITHER, pointers within requests), which may vanish or change at any instant. It is
 * never a span: it is copied, once, and what is checked is the copy.
 *
 *     struct order order;
 *     WDK_TRY(wdk_user_read(wdk_bytes_of(order), wdk_user_at(pointer)));
 *     WDK_TRY(wdk_user_write(wdk_user_at(pointer), wdk_readonly(wdk_bytes_of(answer))));
 *
 * In the context of the program, at PASSIVE_LEVEL, which the compiler checks; the pointers belong to the thread's
 * process. An address that is not the program's is an error: STATUS_ACCESS_VIOLATION or STATUS_DATATYPE_MISALIGNMENT.
 */
#ifndef WDK_USER_H
#define WDK_USER_H

#include "irql.h"
#include "span.h"

/* An address of a program, which can't be followed. */
typedef struct wdk_user_address {
    uintptr_t address WDK_PRIVATE("wdk_user_read() and wdk_user_write()");
} wdk_user_address;

WDK_PRIVATE_BEGIN

WDK_INLINE WDK_MUST_USE wdk_user_address wdk_user_at(const void *pointer)
{
    return (wdk_user_address){(uintptr_t)pointer};
}

/* sdk/lib/user. */
NTSTATUS wdk_user_copy_in(void *target, uintptr_t user, size_t bytes);
NTSTATUS wdk_user_copy_out(uintptr_t user, const void *source, size_t bytes);

/* Fills all of `target` from there. */
WDK_INLINE wdk_status wdk_user_read(wdk_span target, wdk_user_address user) WDK_AT_PASSIVE
{
    return wdk_from_nt(wdk_user_copy_in(target.first, user.address, target.count));
}
/* Writes all of `source` there; how much of it, where an error comes in between, nobody knows. */
WDK_INLINE wdk_status wdk_user_write(wdk_user_address user, wdk_view source) WDK_AT_PASSIVE
{
    return wdk_from_nt(wdk_user_copy_out(user.address, source.first, source.count));
}

WDK_PRIVATE_END

#endif
