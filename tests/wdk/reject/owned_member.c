/* The handle is taken out of its owner.
 * reject: private to wdk: use file_borrow()
 */
#include <ntddk.h>
#include <wdk/own.h>

WDK_INLINE void close_raw(HANDLE raw)
{
    ZwClose(raw);
}
WDK_OWNED_TYPE(file, HANDLE, close_raw);
void use(HANDLE handle);
void caller(file *owned);
void caller(file *owned)
{
#ifdef WRONG
    use(owned->raw);
#else
    use(wdk_borrow(file, owned));
#endif
}
