/*
 * Tracing as the storage drivers do it: one control GUID and the flags they share; a message names its level and its flag, twice in
 * parentheses: TracePrint((TRACE_LEVEL_ERROR, TRACE_FLAG_PNP, "...", ...)). With DEBUG_USE_KDPRINT messages go to the debugger, else
 * to WPP, and DEBUG_USE_WPP says so. Facts: the class driver, disk and MPIO samples.
 */
#ifndef WDK_STORSWTR_H
#define WDK_STORSWTR_H

#include <evntrace.h>

#ifdef DEBUG_USE_KDPRINT

#define TRACE_FLAG_GENERAL 0x00001
#define TRACE_FLAG_PNP 0x00002
#define TRACE_FLAG_POWER 0x00004
#define TRACE_FLAG_RW 0x00008
#define TRACE_FLAG_IOCTL 0x00010
#define TRACE_FLAG_QUEUE 0x00020
#define TRACE_FLAG_WMI 0x00040
#define TRACE_FLAG_TIMER 0x00080
#define TRACE_FLAG_INIT 0x00100
#define TRACE_FLAG_LOCK 0x00200
#define TRACE_FLAG_DEBUG1 0x00400
#define TRACE_FLAG_DEBUG2 0x00800
#define TRACE_FLAG_MCN 0x01000
#define TRACE_FLAG_ISR 0x02000
#define TRACE_FLAG_ENUM 0x04000
#define TRACE_FLAG_LOGOTEST 0x08000
#define TRACE_FLAG_DUMP 0x10000
#define TRACE_FLAG_SCSI 0x20000

#define WPP_INIT_TRACING(Driver, RegistryPath) ((void)0)
#define WPP_CLEANUP(Driver) ((void)0)
/* DEBUG_COMP_ID is the driver's component. The debugger's levels begin at errors. */
#define WDK_STORAGE_TRACE_(Severity, Flag, ...)                                                                        \
    ((void)DbgPrintEx(DEBUG_COMP_ID, (Severity) <= TRACE_LEVEL_ERROR ? 0 : (Severity) - TRACE_LEVEL_ERROR, __VA_ARGS__))
#define TracePrint(Message) WDK_STORAGE_TRACE_ Message

#else

#define DEBUG_USE_WPP
#define WPP_NORMAL_FLAGS                                                                                               \
    WPP_DEFINE_BIT(TRACE_FLAG_GENERAL)                                                                                 \
    WPP_DEFINE_BIT(TRACE_FLAG_PNP)                                                                                     \
    WPP_DEFINE_BIT(TRACE_FLAG_POWER)                                                                                   \
    WPP_DEFINE_BIT(TRACE_FLAG_RW)                                                                                      \
    WPP_DEFINE_BIT(TRACE_FLAG_IOCTL)                                                                                   \
    WPP_DEFINE_BIT(TRACE_FLAG_QUEUE)                                                                                   \
    WPP_DEFINE_BIT(TRACE_FLAG_WMI)                                                                                     \
    WPP_DEFINE_BIT(TRACE_FLAG_TIMER)                                                                                   \
    WPP_DEFINE_BIT(TRACE_FLAG_INIT)                                                                                    \
    WPP_DEFINE_BIT(TRACE_FLAG_LOCK)                                                                                    \
    WPP_DEFINE_BIT(TRACE_FLAG_DEBUG1)                                                                                  \
    WPP_DEFINE_BIT(TRACE_FLAG_DEBUG2)                                                                                  \
    WPP_DEFINE_BIT(TRACE_FLAG_MCN)                                                                                     \
    WPP_DEFINE_BIT(TRACE_FLAG_ISR)                                                                                     \
    WPP_DEFINE_BIT(TRACE_FLAG_ENUM)                                                                                    \
    WPP_DEFINE_BIT(TRACE_FLAG_LOGOTEST)                                                                                \
    WPP_DEFINE_BIT(TRACE_FLAG_DUMP)                                                                                    \
    WPP_DEFINE_BIT(TRACE_FLAG_SCSI)
/* A driver writes its GUID as WPP reads it: five numbers in parentheses. */
#define WPP_CONTROL_GUIDS_NORMAL_FLAGS(Guid) WPP_DEFINE_CONTROL_GUID(wppCtlGuid, Guid, WPP_NORMAL_FLAGS)
#define WPP_LEVEL_FLAGS_ENABLED(Severity, Flag)                                                                        \
    (WPP_LEVEL_ENABLED(Flag) && WPP_CONTROL(WPP_BIT_##Flag).Level >= (Severity))
#define WPP_LEVEL_FLAGS_LOGGER(Severity, Flag) WPP_LEVEL_LOGGER(Flag)

#endif

#endif
