/*
 * _DllMainCRTStartup: the entry point of a DLL, and so of a user-mode driver. DllMain runs after the initialisers and,
 * when the DLL is unloaded, before what was registered with atexit.
 */
#include "../runtime.h"
#include "ucrt.h"

enum reason { PROCESS_DETACH = 0, PROCESS_ATTACH = 1 };

int DllMain(void *instance, unsigned long reason, void *reserved);
int _DllMainCRTStartup(void *instance, unsigned long reason, void *reserved);

int _DllMainCRTStartup(void *instance, unsigned long reason, void *reserved)
{
    if (reason == PROCESS_ATTACH) {
        __security_init_cookie();
        if (!runtime_initialize(true)) {
            return 0;
        }
    }
    const int result = DllMain(instance, reason, reserved);
    if (reason == PROCESS_DETACH || (reason == PROCESS_ATTACH && !result)) {
        runtime_finalize_dll();
    }
    return result;
}
