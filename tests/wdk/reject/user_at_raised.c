/* A program's memory is read where the IRQL is not known to be PASSIVE_LEVEL.
 * reject: requires holding IRQL 'wdk_passive_level'
 */
#include <ntddk.h>
#include <wdk/user.h>

#ifdef WRONG
wdk_status value(void *pointer, uint32_t *value);
#else
wdk_status value(void *pointer, uint32_t *value) WDK_AT_PASSIVE;
#endif
wdk_status value(void *pointer, uint32_t *value)
{
    return wdk_user_read(wdk_bytes_of(*value), wdk_user_at(pointer));
}
