/*
 * _purecall: what a pure virtual function's place in a vtable holds. Getting there means that an object was used before
 * it was made or after it was destroyed.
 */
#include "runtime.h"

__declspec(noreturn) int _purecall(void);

__declspec(noreturn) int _purecall(void)
{
    __fastfail(FAST_FAIL_FATAL_APP_EXIT);
}
