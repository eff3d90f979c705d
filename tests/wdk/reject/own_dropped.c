/* An owner is made and lost.
 * reject: ignoring return value
 */
#include <ntddk.h>
#include <wdk/handle.h>

void keep(wdk_mdl *place, PMDL mdl);
void keep(wdk_mdl *place, PMDL mdl)
{
#ifdef WRONG
    wdk_mdl_own(mdl);
    UNREFERENCED_PARAMETER(place);
#else
    *place = wdk_mdl_own(mdl);
#endif
}
