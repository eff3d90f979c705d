/* An unsafe block without a reason.
 * reject: say in a few words why this is right
 */
#include <ntddk.h>
#include <wdk/unsafe.h>

void caller(void);
void caller(void)
{
#ifdef WRONG
    WDK_UNSAFE("")
#else
    WDK_UNSAFE("the register block is mapped for the device's lifetime")
#endif
    {
    }
}
