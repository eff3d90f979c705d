/* _mingw.h: mingw-w64's, before whose other headers NULL becomes 0 in C++, as Microsoft's have it: theirs ends no pure virtual function. */
#include_next <_mingw.h>

#if defined(__cplusplus) && !defined(NULL)
#define NULL 0
#endif
