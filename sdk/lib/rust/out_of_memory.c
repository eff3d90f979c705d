/*
 * An allocation that failed where Rust has no way to say so. Its default outside of the standard library is to panic;
 * rustc up to 1.67 wants a handler instead, by either name.
 */
#include "rust.h"

_Noreturn void __rust_alloc_error_handler(size_t size, size_t align);
_Noreturn void rust_oom(size_t size, size_t align);

_Noreturn void __rust_alloc_error_handler(size_t size, size_t align)
{
    static const char place[] = "out of memory";
    (void)size;
    (void)align;
    WdkRustPanic(place, sizeof place - 1, 0);
}

_Noreturn void rust_oom(size_t size, size_t align)
{
    __rust_alloc_error_handler(size, align);
}
