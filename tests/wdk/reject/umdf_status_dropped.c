/* A result is dropped in a driver of user mode.
 * reject: ignoring return value
 * model: umdf
 */
#include <windows.h>
#include <wdf.h>
#include <wdk/status.h>

wdk_status start(void);
void caller(void);
void caller(void)
{
#ifdef WRONG
    start();
#else
    wdk_ignore(start(), "the device works without it");
#endif
}
