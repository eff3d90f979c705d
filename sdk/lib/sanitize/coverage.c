/* What clang's coverage instrumentation calls, and the table that all instrumented drivers export. */
#include "instrumentation.h"

extern uint64_t __asan_shadow_memory_dynamic_address;

/* The linker puts sections of one name in the order of what follows the dollar sign. */
#pragma section(".CRT$XCA", long, read)
#pragma section(".CRT$XCAZ", long, read)
#pragma section(".SCOV$CA", read, write)
#pragma section(".SCOV$CZ", read, write)
#pragma section(".SCOV$GA", read, write)
#pragma section(".SCOV$GZ", read, write)
#pragma section(".SCOVP$A", read)
#pragma section(".SCOVP$Z", read)

typedef void (*constructor)(void);

__declspec(allocate(".CRT$XCA")) const constructor instrumentation_constructors_begin = 0;
__declspec(allocate(".CRT$XCAZ")) const constructor instrumentation_constructors_end = 0;
/* Of the size of their items, so that these stay in order whatever their alignment. */
__declspec(allocate(".SCOV$CA")) uint64_t __start___sancov_cntrs = 0;
__declspec(allocate(".SCOV$CZ")) uint8_t __stop___sancov_cntrs = 0;
__declspec(allocate(".SCOV$GA")) uint64_t __start___sancov_guards = 0;
__declspec(allocate(".SCOV$GZ")) uint32_t __stop___sancov_guards = 0;
__declspec(allocate(".SCOVP$A")) const uint64_t __start___sancov_pcs = 0;
__declspec(allocate(".SCOVP$Z")) const uint64_t __stop___sancov_pcs = 0;

__declspec(dllexport) struct instrumentation CwdkInstrumentation = {
    .version = INSTRUMENTATION_VERSION,
    .size = sizeof(struct instrumentation),
    .shadow = &__asan_shadow_memory_dynamic_address,
    .constructors_begin = (constructor *)&instrumentation_constructors_begin,
    .constructors_end = (constructor *)&instrumentation_constructors_end,
    .blocks_begin = (uint32_t *)(&__start___sancov_guards + 1),
    .blocks_end = &__stop___sancov_guards,
    .counters_begin = (uint8_t *)(&__start___sancov_cntrs + 1),
    .counters_end = &__stop___sancov_cntrs,
    .places_begin = (uint64_t *)(&__start___sancov_pcs + 1),
    .places_end = (uint64_t *)&__stop___sancov_pcs,
};

/* The guard of a block is where it is counted. */
__attribute__((naked)) void __sanitizer_cov_trace_pc_guard(void)
{
    __asm__("lock incl (%rcx)\n\tretq");
}

/* The compiler's constructors announce tables that the export tells of. */
void __sanitizer_cov_trace_pc_guard_init(void)
{
}

void __sanitizer_cov_8bit_counters_init(void)
{
}

void __sanitizer_cov_pcs_init(void)
{
}

void __sanitizer_cov_trace_div4(void)
{
}

void __sanitizer_cov_trace_div8(void)
{
}

void __sanitizer_cov_trace_gep(void)
{
}

_Static_assert(__builtin_offsetof(struct instrumentation, compare) == 120, "the stubs have this");
_Static_assert(__builtin_offsetof(struct instrumentation, choose) == 152, "the stubs have this");

#define FORWARD(name, offset)                                                                                          \
    __attribute__((naked)) void name(void)                                                                             \
    {                                                                                                                  \
        __asm__("movq CwdkInstrumentation+" offset "(%rip), %rax\n\t"                                                  \
                "testq %rax, %rax\n\t"                                                                                 \
                "je 1f\n\t"                                                                                            \
                "jmpq *%rax\n"                                                                                         \
                "1:\tretq");                                                                                           \
    }
FORWARD(__sanitizer_cov_trace_cmp1, "120")
FORWARD(__sanitizer_cov_trace_cmp2, "128")
FORWARD(__sanitizer_cov_trace_cmp4, "136")
FORWARD(__sanitizer_cov_trace_cmp8, "144")
FORWARD(__sanitizer_cov_trace_const_cmp1, "120")
FORWARD(__sanitizer_cov_trace_const_cmp2, "128")
FORWARD(__sanitizer_cov_trace_const_cmp4, "136")
FORWARD(__sanitizer_cov_trace_const_cmp8, "144")
FORWARD(__sanitizer_cov_trace_switch, "152")
