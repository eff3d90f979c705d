/*
 * ksdebug.h: messages of streaming drivers, in builds with DBG. A driver defines STR_MODULENAME, the text before each, and
 * DEBUG_LEVEL, or DEBUG_VARIABLE with one file that defines KSDEBUG_INIT. An error stops in the debugger.
 * Facts: mingw-w64's header of this name (public domain).
 */
#ifndef WDK_KSDEBUG_H
#define WDK_KSDEBUG_H
#define _KSDEBUG_
#include <wdm.h>
#include <evntrace.h>

#define DEBUGLVL_BLAB TRACE_LEVEL_VERBOSE
#define DEBUGLVL_VERBOSE TRACE_LEVEL_VERBOSE
#define DEBUGLVL_TERSE TRACE_LEVEL_INFORMATION
#define DEBUGLVL_INFO TRACE_LEVEL_INFORMATION
#define DEBUGLVL_WARNING TRACE_LEVEL_WARNING
#define DEBUGLVL_ERROR TRACE_LEVEL_ERROR

#if DBG
#ifndef DEBUG_LEVEL
#define DEBUG_LEVEL DEBUGLVL_TERSE
#endif
#if !defined(DEBUG_VARIABLE)
#define DEBUG_VARIABLE DEBUG_LEVEL
#elif defined(KSDEBUG_INIT)
ULONG DEBUG_VARIABLE = DEBUG_LEVEL;
#elif defined(__cplusplus)
extern "C" ULONG DEBUG_VARIABLE;
#else
extern ULONG DEBUG_VARIABLE;
#endif
#define _DbgPrintF(lvl, strings)                                                                                       \
    {                                                                                                                  \
        if ((lvl) <= DEBUG_VARIABLE) {                                                                                 \
            DbgPrint(STR_MODULENAME);                                                                                  \
            DbgPrint strings;                                                                                          \
            DbgPrint("\n");                                                                                            \
            if ((lvl) == DEBUGLVL_ERROR)                                                                               \
                DbgBreakPoint();                                                                                       \
        }                                                                                                              \
    }
#define _DbgPrintFEx(component, lvl, strings)                                                                          \
    {                                                                                                                  \
        if ((lvl) <= DEBUG_VARIABLE) {                                                                                 \
            DbgPrintEx((component), (lvl), STR_MODULENAME);                                                            \
            DbgPrintEx((component), (lvl), strings);                                                                   \
            DbgPrintEx((component), (lvl), "\n");                                                                      \
            if ((lvl) == DEBUGLVL_ERROR)                                                                               \
                DbgBreakPoint();                                                                                       \
        }                                                                                                              \
    }
#else
#define _DbgPrintF(lvl, strings)
#define _DbgPrintFEx(component, lvl, strings)
#endif

#endif
