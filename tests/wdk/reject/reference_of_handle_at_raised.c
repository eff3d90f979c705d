/* A handle is looked up at a raised IRQL.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/handle.h>

#ifdef WRONG
wdk_status look(wdk_reference *event, HANDLE handle);
#else
wdk_status look(wdk_reference *event, HANDLE handle) WDK_AT_PASSIVE;
#endif
wdk_status look(wdk_reference *event, HANDLE handle)
{
    return wdk_reference_of_user_handle(event, handle, EVENT_MODIFY_STATE, *ExEventObjectType);
}
