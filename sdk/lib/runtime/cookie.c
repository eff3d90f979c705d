/*
 * The stack cookie: its home, its first value, and the check that compiled functions call before they return.
 *
 * Since Windows 8 the loader fills in a random value when it finds the default one through the load configuration.
 * Other loaders do not, so the entry point calls __security_init_cookie, which keeps a value that is there and makes
 * one if not.
 */
#include "runtime.h"

uintptr_t __security_cookie = DEFAULT_SECURITY_COOKIE;
uintptr_t __security_cookie_complement = ~DEFAULT_SECURITY_COOKIE;

static inline uint64_t clock_ticks(void)
{
#ifdef __aarch64__
    uint64_t ticks;
    __asm__ volatile("isb\n\tmrs %0, cntvct_el0" : "=r"(ticks));
    return ticks;
#else
    return __builtin_ia32_rdtsc();
#endif
}

/* Spreads every input bit over the word: the finaliser of the splitmix64 generator. */
static inline uint64_t mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9ull;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

RUNTIME_INIT void __security_init_cookie(void)
{
    if (__security_cookie == 0 || __security_cookie == DEFAULT_SECURITY_COOKIE) {
        uintptr_t here = 0;
        /* Where the image and the stack were put is random, and so, to an attacker, are the low bits of the clock. */
        uint64_t value = mix(clock_ticks()) ^ mix((uintptr_t)&__security_cookie) ^ mix((uintptr_t)&here);
        /* The two top bytes stay zero, so that no overflowing string can write the cookie's own value. */
        value &= 0x0000FFFFFFFFFFFFull;
        if (value == 0 || value == DEFAULT_SECURITY_COOKIE) {
            value = DEFAULT_SECURITY_COOKIE + 1;
        }
        __security_cookie = (uintptr_t)value;
    }
    __security_cookie_complement = ~__security_cookie;
}

/*
 * amd64: the cookie comes in RCX, arm64: in X0. Compiled functions may hold their result in RAX across the call, so
 * nothing but the scratch registers X16 and X17 may change.
 */
#ifdef __aarch64__
__attribute__((naked)) void __security_check_cookie(uintptr_t cookie)
{
    __asm__("adrp x16, __security_cookie\n\t"
            "ldr x16, [x16, :lo12:__security_cookie]\n\t"
            "cmp x16, x0\n\t"
            "b.ne 1f\n\t"
            "ret\n"
            "1:\n\t"
            "b __report_gsfailure");
}
#else
__attribute__((naked)) void __security_check_cookie(uintptr_t cookie)
{
    __asm__("cmpq __security_cookie(%rip), %rcx\n\t"
            "jne 1f\n\t"
            "retq\n"
            "1:\n\t"
            "jmp __report_gsfailure");
}
#endif

/* The stack is not to be trusted any more: no handler runs, no destructor, the machine stops here. */
__declspec(noreturn) void __report_gsfailure(uintptr_t cookie)
{
    (void)cookie;
    __fastfail(FAST_FAIL_STACK_COOKIE_CHECK_FAILURE);
}
