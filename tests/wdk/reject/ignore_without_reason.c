/* A result is ignored without a reason.
 * reject: say why the result does not matter
 */
#include <ntddk.h>
#include <wdk/status.h>

wdk_status start(void);
void caller(void);
void caller(void)
{
#ifdef WRONG
    wdk_ignore(start(), "");
#else
    wdk_ignore(start(), "an old firmware cannot do it");
#endif
}
