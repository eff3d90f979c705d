/*
 * wWinMainCRTStartup: the entry point of a windowed program that has `wWinMain`.
 */
#include "../runtime.h"
#include "ucrt.h"

extern const char __ImageBase[];

enum { SHOW_DEFAULT = 10 };

int wWinMain(const void *instance, const void *previous, wchar_t *command_line, int show);
void wWinMainCRTStartup(void);

void wWinMainCRTStartup(void)
{
    __security_init_cookie();
    _set_app_type(APP_WINDOWS);
    if (_configure_wide_argv(ARGV_UNEXPANDED) != 0 || _initialize_wide_environment() != 0 ||
        !runtime_initialize(false)) {
        __fastfail(FAST_FAIL_FATAL_APP_EXIT);
    }
    exit(wWinMain(__ImageBase, NULL, _get_wide_winmain_command_line(), SHOW_DEFAULT));
}
