/* A failed check in user mode: an exception that nobody handles, whose parameters are those of the bug check. */
#include <windows.h>
#include "parameters.h"

void wdk_panic(const struct wdk_panic_site *site, uintptr_t first, uintptr_t second)
{
    EXCEPTION_RECORD record = {.ExceptionCode = WDK_BUG_CHECK,
                               .ExceptionFlags = EXCEPTION_NONCONTINUABLE,
                               .NumberParameters = 4,
                               .ExceptionInformation = {wdk_panic_place(site), wdk_panic_file(site), first, second}};
    RaiseFailFastException(&record, NULL, FAIL_FAST_GENERATE_EXCEPTION_ADDRESS);
    __fastfail(7 /* FAST_FAIL_FATAL_APP_EXIT */);
}
