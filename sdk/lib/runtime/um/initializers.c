/*
 * What runs before main and after it: the tables of initialisers that the linker gathers by section name (.CRT$XIA to
 * .CRT$XIZ for C, .CRT$XCA to .CRT$XCZ for C++), and atexit, which in a DLL belongs to the DLL and not to the process.
 */
#include "ucrt.h"

#define TABLE(order) __attribute__((section(".CRT$" order), used))

static const fallible_initializer c_first TABLE("XIA") = NULL;
static const fallible_initializer c_last TABLE("XIZ") = NULL;
static const initializer cxx_first TABLE("XCA") = NULL;
static const initializer cxx_last TABLE("XCZ") = NULL;

static bool is_dll;
static struct onexit_table dll_exit;

int atexit(initializer function);
exit_function _onexit(exit_function function);

bool runtime_initialize(bool in_dll)
{
    is_dll = in_dll;
    if (in_dll && _initialize_onexit_table(&dll_exit) != 0) {
        return false;
    }
    if (_initterm_e(&c_first, &c_last) != 0) {
        return false;
    }
    _initterm(&cxx_first, &cxx_last);
    return true;
}

void runtime_finalize_dll(void)
{
    _execute_onexit_table(&dll_exit);
}

int atexit(initializer function)
{
    return is_dll ? _register_onexit_function(&dll_exit, (exit_function)function) : _crt_atexit(function);
}

exit_function _onexit(exit_function function)
{
    return atexit((initializer)function) == 0 ? function : NULL;
}
