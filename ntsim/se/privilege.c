/* Privileges. */
#include "ntsim/se/sep.h"

BOOLEAN SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode)
{
    PRIVILEGE_SET set = {
        .PrivilegeCount = 1, .Control = PRIVILEGE_SET_ALL_NECESSARY, .Privilege = {{.Luid = PrivilegeValue}}};
    return SePrivilegeCheck(&set, NULL, PreviousMode);
}
