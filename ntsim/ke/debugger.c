/* There is no kernel debugger: the host's debugger sees the whole machine. */
#include "ntsim/ke/ki.h"

BOOLEAN kd_debugger_not_present = TRUE, kd_debugger_enabled = FALSE;
PUCHAR kd_com_port_in_use;
#pragma comment(linker, "/EXPORT:KdDebuggerNotPresent=kd_debugger_not_present,DATA")
#pragma comment(linker, "/EXPORT:KdDebuggerEnabled=kd_debugger_enabled,DATA")
#pragma comment(linker, "/EXPORT:KdComPortInUse=kd_com_port_in_use,DATA")

NTSTATUS KdDisableDebugger(VOID)
{
    return STATUS_DEBUGGER_INACTIVE;
}

NTSTATUS KdEnableDebugger(VOID)
{
    return STATUS_DEBUGGER_INACTIVE;
}

BOOLEAN KdRefreshDebuggerNotPresent(VOID)
{
    return TRUE;
}

NTSTATUS KdChangeOption(KD_OPTION Option, ULONG InBufferBytes, PVOID InBuffer, ULONG OutBufferBytes, PVOID OutBuffer,
                        PULONG OutBufferNeeded)
{
    return STATUS_DEBUGGER_INACTIVE;
}
