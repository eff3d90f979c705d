/*
 * What clang's address checks call. The common case, memory that may be touched, ends here; all else is the
 * simulator's, which is jumped to, so that it finds itself called by the access. The stubs change no register but rax,
 * rdx and r8, and leave nothing on the stack.
 */
#include "instrumentation.h"

extern struct instrumentation CwdkInstrumentation;

uint64_t __asan_shadow_memory_dynamic_address;

_Static_assert(SHADOW_ADDRESS_BITS == 46 && SHADOW_SHIFT == 3, "the stubs have these");
_Static_assert(__builtin_offsetof(struct instrumentation, check) == 80, "the stubs have this");
_Static_assert(__builtin_offsetof(struct instrumentation, access) == 160, "the stubs have this");

/* Up to 8 bytes that do not cross a boundary of 8: `last` is one less than their number. */
#define LOOK                                                                                                           \
    "cmpq $0, CwdkInstrumentation+160(%rip)\n\t"                                                                       \
    "jne 3f\n\t"                                                                                                       \
    "movq %rcx, %rax\n\t"                                                                                              \
    "shrq $46, %rax\n\t"                                                                                               \
    "jne 1f\n\t"                                                                                                       \
    "movq %rcx, %rax\n\t"                                                                                              \
    "shrq $3, %rax\n\t"                                                                                                \
    "addq __asan_shadow_memory_dynamic_address(%rip), %rax\n\t"
#define TELL(bytes, write)                                                                                             \
    "movl $" bytes ", %edx\n\t"                                                                                        \
    "movl $" write ", %r8d\n\t"                                                                                        \
    "jmpq *CwdkInstrumentation+80(%rip)\n"
#define TELL_ALL(bytes, write)                                                                                         \
    "3:\tmovl $" bytes ", %edx\n\t"                                                                                    \
    "movl $" write ", %r8d\n\t"                                                                                        \
    "jmpq *CwdkInstrumentation+160(%rip)"

#define SMALL(name, bytes, last, write)                                                                                \
    __attribute__((naked)) void name(void)                                                                             \
    {                                                                                                                  \
        __asm__(LOOK "movsbl (%rax), %eax\n\t"                                                                         \
                     "testl %eax, %eax\n\t"                                                                            \
                     "jne 2f\n"                                                                                        \
                     "1:\tretq\n"                                                                                      \
                     "2:\tmovl %ecx, %edx\n\t"                                                                         \
                     "andl $7, %edx\n\t"                                                                               \
                     "addl $" last ", %edx\n\t"                                                                        \
                     "cmpl %eax, %edx\n\t"                                                                             \
                     "jl 1b\n\t" TELL(bytes, write) TELL_ALL(bytes, write));                                           \
    }
#define LARGE(name, write)                                                                                             \
    __attribute__((naked)) void name(void)                                                                             \
    {                                                                                                                  \
        __asm__(LOOK "cmpw $0, (%rax)\n\t"                                                                             \
                     "jne 2f\n"                                                                                        \
                     "1:\tretq\n"                                                                                      \
                     "2:\t" TELL("16", write) TELL_ALL("16", write));                                                  \
    }
#define ANY(name, write)                                                                                               \
    __attribute__((naked)) void name(void)                                                                             \
    {                                                                                                                  \
        __asm__("movl $" write ", %r8d\n\t"                                                                            \
                "cmpq $0, CwdkInstrumentation+160(%rip)\n\t"                                                           \
                "jne 3f\n\t"                                                                                           \
                "jmpq *CwdkInstrumentation+80(%rip)\n"                                                                 \
                "3:\tjmpq *CwdkInstrumentation+160(%rip)");                                                            \
    }

SMALL(__asan_load1, "1", "0", "0")
SMALL(__asan_load2, "2", "1", "0")
SMALL(__asan_load4, "4", "3", "0")
SMALL(__asan_load8, "8", "7", "0")
LARGE(__asan_load16, "0")
ANY(__asan_loadN, "0")
SMALL(__asan_store1, "1", "0", "1")
SMALL(__asan_store2, "2", "1", "1")
SMALL(__asan_store4, "4", "3", "1")
SMALL(__asan_store8, "8", "7", "1")
LARGE(__asan_store16, "1")
ANY(__asan_storeN, "1")

_Static_assert(__builtin_offsetof(struct instrumentation, move) == 88, "the stubs have this");
_Static_assert(__builtin_offsetof(struct instrumentation, set) == 96, "the stubs have this");
_Static_assert(__builtin_offsetof(struct instrumentation, no_return) == 112, "the stubs have this");

/* Overlapping memory is none of these checks' business. */
__attribute__((naked)) void *__asan_memcpy(void)
{
    __asm__("jmpq *CwdkInstrumentation+88(%rip)");
}

__attribute__((naked)) void *__asan_memmove(void)
{
    __asm__("jmpq *CwdkInstrumentation+88(%rip)");
}

__attribute__((naked)) void *__asan_memset(void)
{
    __asm__("jmpq *CwdkInstrumentation+96(%rip)");
}

__attribute__((naked)) void __asan_handle_no_return(void)
{
    __asm__("jmpq *CwdkInstrumentation+112(%rip)");
}

void __asan_register_globals(const struct instrumentation_global *globals, uint64_t count)
{
    if (CwdkInstrumentation.globals)
        CwdkInstrumentation.globals(globals, count);
}

void __asan_unregister_globals(const struct instrumentation_global *globals, uint64_t count)
{
    (void)globals;
    (void)count;
}

/* --- what functions do to the shadow of their own frames --- */

static void fill(uint64_t shadow, uint8_t byte, uint64_t size)
{
    for (volatile uint8_t *at = (volatile uint8_t *)shadow; size > 0; size--)
        *at++ = byte;
}

/* Of whole and the last partial 8 bytes of memory. */
static void mark(uint64_t address, uint64_t size, uint8_t byte)
{
    fill(__asan_shadow_memory_dynamic_address + (address >> SHADOW_SHIFT), byte, (size + 7) >> SHADOW_SHIFT);
}

#define SET(name, byte)                                                                                                \
    void __asan_set_shadow_##name(uint64_t shadow, uint64_t size)                                                      \
    {                                                                                                                  \
        fill(shadow, byte, size);                                                                                      \
    }
SET(00, 0)
SET(01, 1)
SET(02, 2)
SET(03, 3)
SET(04, 4)
SET(05, 5)
SET(06, 6)
SET(07, 7)
SET(f1, SHADOW_STACK_LEFT)
SET(f2, SHADOW_STACK_MIDDLE)
SET(f3, SHADOW_STACK_RIGHT)
SET(f5, 0xF5)
SET(f8, SHADOW_STACK_SCOPE)

void __asan_poison_stack_memory(uint64_t address, uint64_t size)
{
    mark(address, size, SHADOW_STACK_SCOPE);
}

void __asan_unpoison_stack_memory(uint64_t address, uint64_t size)
{
    mark(address, size & ~7ull, 0);
    if (size & 7)
        mark(address + (size & ~7ull), 1, (uint8_t)(size & 7));
}

/* A variable-length array has 32 bytes before it, and behind it up to the next multiple of 32, and 32 more. */
void __asan_alloca_poison(uint64_t address, uint64_t size)
{
    const uint64_t end = address + size, partial = end & ~7ull, right = (end + 31) & ~31ull;
    mark(address - 32, 32, SHADOW_ALLOCA_LEFT);
    mark(partial, right - partial, SHADOW_ALLOCA_RIGHT);
    if (end != partial)
        mark(partial, 1, (uint8_t)(end & 7));
    mark(right, 32, SHADOW_ALLOCA_RIGHT);
}

void __asan_allocas_unpoison(uint64_t top, uint64_t bottom)
{
    if (top && top < bottom)
        mark(top, bottom - top, 0);
}
