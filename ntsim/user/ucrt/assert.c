/* A failed assert of the driver's. */
#include <ntifs.h>

__declspec(dllexport) void _wassert(const wchar_t *text, const wchar_t *file, unsigned line)
{
    DbgPrint("Assertion failed: %ws, file %ws, line %u\n", text, file, line);
    __debugbreak();
}
