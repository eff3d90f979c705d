/*
 * What the safe layer stands on: the kernel's interface, or that of user mode for UMDF drivers. A driver that needs
 * <ntddk.h>, <ntifs.h> or <wdf.h> includes it before the first header of wdk.
 *
 * The safe layer is C for clang, whatever the project's warning level: its rules are errors.
 */
#ifndef WDK_PLATFORM_H
#define WDK_PLATFORM_H

#ifdef __cplusplus
#error wdk is a safe layer for C; in C++ use the interface of <wdf.h> or <wdm.h>
#endif
#ifndef __clang__
#error wdk needs clang: cleanup, capabilities and diagnose_if are how it rejects wrong programs
#endif

#ifdef _KERNEL_MODE
#include <wdm.h>
#else
#include <windows.h>
#include <winternl.h>
#include <ntstatus.h>
#endif
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#endif
