/* A result is dropped.
 * reject: ignoring return value
 */
#include <ntddk.h>
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
