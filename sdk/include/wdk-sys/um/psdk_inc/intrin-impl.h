/*
 * The compiler's intrinsics, which mingw-w64 would define here one by one: clang brings all of Microsoft's itself.
 */
#include <intrin.h>
