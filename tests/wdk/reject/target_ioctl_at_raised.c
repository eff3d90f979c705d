/* A control code is asked, and waited for, where the IRQL may be raised.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdf.h>
#include <wdk/wdf/target.h>

#ifdef WRONG
wdk_status ask(WDFIOTARGET target, wdk_span reply);
#else
wdk_status ask(WDFIOTARGET target, wdk_span reply) WDK_AT_PASSIVE;
#endif
wdk_status ask(WDFIOTARGET target, wdk_span reply)
{
    ULONG_PTR moved;
    return wdk_target_ioctl(target, 0x222000, (wdk_view){}, reply, 100, &moved);
}
