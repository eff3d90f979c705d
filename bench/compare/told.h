/*
 * What compilers' analyzers are told of pool memory, so that they know as much of it as of malloc and free. Included
 * before a source; clang has attributes for it, and gcc another one.
 */
#include <ntifs.h>

#if defined(TOLD_CLANG)
#define TOLD_GIVES __attribute__((ownership_returns(malloc)))
#define TOLD_TAKES __attribute__((ownership_takes(malloc, 1)))
#else
#define TOLD_GIVES __attribute__((malloc(ExFreePoolWithTag, 1)))
#define TOLD_TAKES
#endif

TOLD_TAKES VOID ExFreePoolWithTag(PVOID P, ULONG Tag);
TOLD_GIVES PVOID ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag);
TOLD_GIVES PVOID ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
