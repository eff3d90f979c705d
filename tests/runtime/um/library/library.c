/* A DLL with an entry point, a thing to do at its end, and one export. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

static int attached;
static const char *cleanup = "not registered";

static void clean_up(void)
{
    printf("library: cleaned up\n");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    UNREFERENCED_PARAMETER(instance);
    UNREFERENCED_PARAMETER(reserved);
    if (reason == DLL_PROCESS_ATTACH) {
        attached++;
        cleanup = atexit(clean_up) == 0 ? "pending" : "refused";
    }
    return TRUE;
}

void Describe(void)
{
    printf("library: attached %d, cleanup %s\n", attached, cleanup);
}
