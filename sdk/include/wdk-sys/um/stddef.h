/* stddef.h: mingw-w64's, which takes NULL away and makes its own (_mingw.h). */
#include_next <stddef.h>

#ifdef __cplusplus
#undef NULL
#define NULL 0
#endif
