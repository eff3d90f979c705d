/* A failed check in kernel mode: our own bug check. */
#include <wdm.h>
#include "parameters.h"

void wdk_panic(const struct wdk_panic_site *site, uintptr_t first, uintptr_t second)
{
    KeBugCheckEx(WDK_BUG_CHECK, wdk_panic_place(site), wdk_panic_file(site), first, second);
}
