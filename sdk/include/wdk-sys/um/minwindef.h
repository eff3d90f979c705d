/* minwindef.h: mingw-w64's; and min and max in C++, too, as Microsoft's has them, unless NOMINMAX is defined. */
#include_next <minwindef.h>

#if defined(__cplusplus) && !defined(NOMINMAX)
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
