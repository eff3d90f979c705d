/* assert in the kernel: one that fails stops in the debugger of a checked build (DBG), and is nothing in any other. */
#undef assert
#if defined(NDEBUG) || !defined(DBG) || !DBG
#define assert(expression) ((void)0)
#else
#define assert(expression) ((void)(!!(expression) || (__debugbreak(), 0)))
#endif
#ifndef __cplusplus
#undef static_assert
#define static_assert _Static_assert
#endif
