/*
 * A kernel debugger is attached, as far as drivers can tell: it shows what they print, and goes on after each break
 * that they ask for (rtl/print.c). The host's debugger sees the whole machine.
 */
#include "ntsim/ke/ki.h"

BOOLEAN kd_debugger_not_present = FALSE, kd_debugger_enabled = TRUE;
PUCHAR kd_com_port_in_use;
PBOOLEAN KdDebuggerEnabled = &kd_debugger_enabled, KdDebuggerNotPresent = &kd_debugger_not_present;
#pragma comment(linker, "/EXPORT:KdDebuggerNotPresent=kd_debugger_not_present,DATA")
#pragma comment(linker, "/EXPORT:KdDebuggerEnabled=kd_debugger_enabled,DATA")
#pragma comment(linker, "/EXPORT:KdComPortInUse=kd_com_port_in_use,DATA")

NTSTATUS KdDisableDebugger(VOID)
{
    kd_debugger_enabled = FALSE;
    return STATUS_SUCCESS;
}

NTSTATUS KdEnableDebugger(VOID)
{
    kd_debugger_enabled = TRUE;
    return STATUS_SUCCESS;
}

BOOLEAN KdRefreshDebuggerNotPresent(VOID)
{
    return kd_debugger_not_present;
}

NTSTATUS KdChangeOption(KD_OPTION Option, ULONG InBufferBytes, PVOID InBuffer, ULONG OutBufferBytes, PVOID OutBuffer,
                        PULONG OutBufferNeeded)
{
    return STATUS_DEBUGGER_INACTIVE;
}
