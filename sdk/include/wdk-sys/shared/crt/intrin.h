/* The compiler's intrinsic functions, under the name that some drivers have for them. */
#include <intrin.h>
