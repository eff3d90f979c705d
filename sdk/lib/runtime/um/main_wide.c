/*
 * wmainCRTStartup: the entry point of a console program that has `wmain`.
 */
#include "../runtime.h"
#include "ucrt.h"

int wmain(int argc, wchar_t **argv, wchar_t **environment);
void wmainCRTStartup(void);

void wmainCRTStartup(void)
{
    __security_init_cookie();
    _set_app_type(APP_CONSOLE);
    if (_configure_wide_argv(ARGV_UNEXPANDED) != 0 || _initialize_wide_environment() != 0 ||
        !runtime_initialize(false)) {
        __fastfail(FAST_FAIL_FATAL_APP_EXIT);
    }
    exit(wmain(*__p___argc(), *__p___wargv(), _get_initial_wide_environment()));
}
