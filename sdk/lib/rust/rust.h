/* The functions of wdkrust.lib that call one another. */
#ifndef WDK_LIB_RUST_RUST_H
#define WDK_LIB_RUST_RUST_H

#include <stddef.h>
#include <stdint.h>

/* `file` is a path of `length` bytes, without a zero behind it. */
_Noreturn void WdkRustPanic(const char *file, size_t length, uint32_t line);

#endif
