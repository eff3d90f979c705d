/* Something else is given to an owner.
 * reject: incompatible
 */
#include <ntddk.h>
#include <wdk/handle.h>

void keep(wdk_mdl *place, PMDL mdl, PIRP irp);
void keep(wdk_mdl *place, PMDL mdl, PIRP irp)
{
    UNREFERENCED_PARAMETER(mdl);
    UNREFERENCED_PARAMETER(irp);
#ifdef WRONG
    *place = wdk_mdl_own(irp);
#else
    *place = wdk_mdl_own(mdl);
#endif
}
