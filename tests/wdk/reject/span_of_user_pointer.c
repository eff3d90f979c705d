/* A program's pointer is used as a span.
 * reject: to parameter of incompatible type 'wdk_view'
 */
#include <ntddk.h>
#include <wdk/user.h>

wdk_status total(void *pointer, uint32_t *value) WDK_AT_PASSIVE;
wdk_status total(void *pointer, uint32_t *value)
{
#ifdef WRONG
    return wdk_read_le32(wdk_user_at(pointer), 0, value);
#else
    return wdk_user_read(wdk_bytes_of(*value), wdk_user_at(pointer));
#endif
}
