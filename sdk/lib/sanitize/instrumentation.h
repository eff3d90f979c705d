/*
 * What an instrumented driver (`cwdk test --sanitize`, `--coverage`, `cwdk fuzz`) exports for the simulator, under the
 * name CwdkInstrumentation. The driver fills in where its tables are, the simulator what is to be called. Where nobody
 * has filled the latter in, as on Windows, an instrumented driver cannot run.
 */
#ifndef CWDK_SANITIZE_INSTRUMENTATION_H
#define CWDK_SANITIZE_INSTRUMENTATION_H

#include <stdint.h>

#define INSTRUMENTATION_NAME "CwdkInstrumentation"

enum { INSTRUMENTATION_VERSION = 2 };

/* The byte of shadow memory that tells of 8 bytes at an address: 0 all may be touched, 1 to 7 the first so many, else
 * none and why. Of addresses at or above the limit nothing is known. */
enum {
    SHADOW_SHIFT = 3,
    SHADOW_ADDRESS_BITS = 46,
    SHADOW_STACK_LEFT = 0xF1,
    SHADOW_STACK_MIDDLE = 0xF2,
    SHADOW_STACK_RIGHT = 0xF3,
    SHADOW_STACK_SCOPE = 0xF8,
    SHADOW_GLOBAL = 0xF9,
    SHADOW_POOL = 0xFA,
    SHADOW_ALLOCA_LEFT = 0xCA,
    SHADOW_ALLOCA_RIGHT = 0xCB,
    SHADOW_POOL_FREED = 0xFD,
};

/* A global variable, as the compiler describes it (LLVM's AddressSanitizer, version 8 of its interface). */
struct instrumentation_global {
    uint64_t address, size, size_with_zone;
    const char *name, *module;
    uint64_t has_initializer;
    const void *place; /* not filled in by clang 19 */
    uint64_t indicator;
};

struct instrumentation {
    uint32_t version, size;
    uint64_t *shadow;                                              /* 0 there, or the address of shadow memory */
    void (**constructors_begin)(void), (**constructors_end)(void); /* tell of globals; NULLs among them */
    uint32_t *blocks_begin, *blocks_end;                           /* how often each basic block was entered */
    uint8_t *counters_begin, *counters_end;                        /* the same for a fuzzer, modulo 256 */
    uint64_t *places_begin, *places_end;                           /* address and flags of each */
    /* Called at memory that may not be touched, or may be wholly or in part, as if by the access. */
    void (*check)(uint64_t address, uint64_t size, uint64_t write);
    void *(*move)(void *to, const void *from, uint64_t size);
    void *(*set)(void *to, int byte, uint64_t size);
    void (*globals)(const struct instrumentation_global *globals, uint64_t count);
    void (*no_return)(void);
    /* Operands of comparisons of 1, 2, 4 and 8 bytes; with one constant it is the first. May be NULL. */
    void (*compare[4])(uint64_t first, uint64_t second);
    /* `cases`: their number, the operand's bits, and them. May be NULL. */
    void (*choose)(uint64_t value, const uint64_t *cases);
    /* Every access, before the check, which it makes, too; as if by the access. NULL: only what is to be checked. */
    void (*access)(uint64_t address, uint64_t size, uint64_t write);
};

#endif
