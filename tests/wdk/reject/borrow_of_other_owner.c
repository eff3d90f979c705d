/* One kind of owner is used as another.
 * reject: incompatible pointer types passing
 */
#include <ntddk.h>
#include <wdk/handle.h>

void use(PMDL mdl);
void caller(wdk_mdl *mdl, wdk_handle *handle);
void caller(wdk_mdl *mdl, wdk_handle *handle)
{
    UNREFERENCED_PARAMETER(mdl);
    UNREFERENCED_PARAMETER(handle);
#ifdef WRONG
    use(wdk_borrow(wdk_mdl, handle));
#else
    use(wdk_borrow(wdk_mdl, mdl));
#endif
}
