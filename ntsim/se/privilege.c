/* Privileges. The process that calls from user mode is an administrator's, who has them all. */
#include <ntifs.h>

BOOLEAN SeSinglePrivilegeCheck(LUID PrivilegeValue, KPROCESSOR_MODE PreviousMode)
{
    return TRUE;
}
