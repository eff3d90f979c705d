/* An owner is released by value, so that it would stay.
 * reject: passing 'wdk_mdl' (aka 'struct wdk_mdl') to parameter of incompatible type
 */
#include <ntddk.h>
#include <wdk/handle.h>

void drop(wdk_mdl *owned);
void drop(wdk_mdl *owned)
{
#ifdef WRONG
    wdk_mdl_release(*owned);
#else
    wdk_mdl_release(owned);
#endif
}
