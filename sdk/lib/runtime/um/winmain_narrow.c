/*
 * WinMainCRTStartup: the entry point of a windowed program that has `WinMain`.
 */
#include "../runtime.h"
#include "ucrt.h"

extern const char __ImageBase[];

enum { SHOW_DEFAULT = 10 };

int WinMain(const void *instance, const void *previous, char *command_line, int show);
void WinMainCRTStartup(void);

void WinMainCRTStartup(void)
{
    __security_init_cookie();
    _set_app_type(APP_WINDOWS);
    if (_configure_narrow_argv(ARGV_UNEXPANDED) != 0 || _initialize_narrow_environment() != 0 ||
        !runtime_initialize(false)) {
        __fastfail(FAST_FAIL_FATAL_APP_EXIT);
    }
    exit(WinMain(__ImageBase, NULL, _get_narrow_winmain_command_line(), SHOW_DEFAULT));
}
