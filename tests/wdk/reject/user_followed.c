/* A program's pointer is followed.
 * reject: private to wdk: use wdk_user_read() and wdk_user_write()
 */
#include <ntddk.h>
#include <wdk/user.h>

wdk_status value(void *pointer, uint32_t *value) WDK_AT_PASSIVE;
wdk_status value(void *pointer, uint32_t *value)
{
#ifdef WRONG
    *value = *(uint32_t *)wdk_user_at(pointer).address;
    return WDK_OK;
#else
    return wdk_user_read(wdk_bytes_of(*value), wdk_user_at(pointer));
#endif
}
