/* libFuzzer's functions that are used here, and those of ours that it calls by their names (LLVM has no C header for
 * them that Debian ships). */
#ifndef NTSIM_FUZZ_LIBFUZZER_H
#define NTSIM_FUZZ_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);

void __sanitizer_cov_8bit_counters_init(uint8_t *begin, uint8_t *end);
void __sanitizer_cov_pcs_init(const uintptr_t *begin, const uintptr_t *end);
void __sanitizer_cov_trace_cmp1(uint8_t first, uint8_t second);
void __sanitizer_cov_trace_cmp2(uint16_t first, uint16_t second);
void __sanitizer_cov_trace_cmp4(uint32_t first, uint32_t second);
void __sanitizer_cov_trace_cmp8(uint64_t first, uint64_t second);

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size, const uint8_t *other, size_t other_size,
                                 uint8_t *out, size_t room, unsigned seed);

#endif
