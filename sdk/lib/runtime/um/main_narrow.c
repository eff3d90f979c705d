/*
 * mainCRTStartup: the entry point of a console program that has `main`.
 */
#include "../runtime.h"
#include "ucrt.h"

int main(int argc, char **argv, char **environment);
void mainCRTStartup(void);

void mainCRTStartup(void)
{
    __security_init_cookie();
    _set_app_type(APP_CONSOLE);
    if (_configure_narrow_argv(ARGV_UNEXPANDED) != 0 || _initialize_narrow_environment() != 0 ||
        !runtime_initialize(false)) {
        __fastfail(FAST_FAIL_FATAL_APP_EXIT);
    }
    exit(main(*__p___argc(), *__p___argv(), _get_initial_narrow_environment()));
}
