/*
 * What the kernel has of C's malloc.h: memory on the stack. The heap of C does not exist there; memory comes from the
 * pool (ExAllocatePool2). _mm_malloc of clang's intrin.h is an undeclared name where it is used.
 */
#ifndef _INC_MALLOC
#define _INC_MALLOC

#define _alloca(size)               __builtin_alloca(size)
#define alloca(size)                _alloca(size)
#define _mm_malloc(size, alignment) _aligned_malloc(size, alignment)
#define _mm_free(memory)            _aligned_free(memory)

#endif
