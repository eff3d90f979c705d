/*
 * What Box and Vec call, handed on to the functions that #[global_allocator] makes of the driver's allocator. rustc
 * writes these itself where it links, and here lld-link does. Source of facts: rustc_codegen_llvm's allocator module
 * and library/alloc/src/alloc.rs, versions 1.63 to 1.85.
 */
#include <stddef.h>

void *__rg_alloc(size_t size, size_t align);
void __rg_dealloc(void *block, size_t size, size_t align);
void *__rg_realloc(void *block, size_t size, size_t align, size_t wanted);
void *__rg_alloc_zeroed(size_t size, size_t align);

void *__rust_alloc(size_t size, size_t align);
void __rust_dealloc(void *block, size_t size, size_t align);
void *__rust_realloc(void *block, size_t size, size_t align, size_t wanted);
void *__rust_alloc_zeroed(size_t size, size_t align);
extern unsigned char __rust_no_alloc_shim_is_unstable;

unsigned char __rust_no_alloc_shim_is_unstable;

void *__rust_alloc(size_t size, size_t align)
{
    return __rg_alloc(size, align);
}

void __rust_dealloc(void *block, size_t size, size_t align)
{
    __rg_dealloc(block, size, align);
}

void *__rust_realloc(void *block, size_t size, size_t align, size_t wanted)
{
    return __rg_realloc(block, size, align, wanted);
}

void *__rust_alloc_zeroed(size_t size, size_t align)
{
    return __rg_alloc_zeroed(size, align);
}
