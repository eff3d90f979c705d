/* A result is cast to void instead of ignored with a reason.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
wdk_status stop(void);
void caller(void);
void caller(void)
{
#ifdef WRONG
    start(), (void)stop();
#else
    wdk_ignore(start(), "stopping follows");
    wdk_ignore(stop(), "there is nobody to tell");
#endif
}
