/*
 * The words of structured exception handling in user mode too, on top of what mingw-w64 has under this name: Windows' own
 * header gives them to C sources.
 */
#ifndef CWDK_UM_EXCPT_H
#define CWDK_UM_EXCPT_H
#include_next <excpt.h>
#if !defined(__cplusplus)
#undef try
#undef except
#undef finally
#undef leave
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif
#endif
