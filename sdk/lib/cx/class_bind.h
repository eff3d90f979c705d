/*
 * What the stub library of a framework extension consists of: a table of functions and a pointer, which the extension
 * fills in when the driver is loaded, and the record that asks for that. The linker takes the record together with the
 * table, which each call names; the entry stub finds it in the section (sdk/lib/entry/records.h).
 *
 *   CLASS_BIND(SPBCx, 1, 1, SpbFunctions, SpbFunctionTableNumEntries, SpbDriverGlobals);
 */
#ifndef SDK_LIB_CX_CLASS_BIND_H
#define SDK_LIB_CX_CLASS_BIND_H

#if defined(UMDF_VERSION_MAJOR)
#include <windows.h>
#else
#include <ntddk.h>
#endif
#include <wdf.h>
#include <wdfldr.h>

#pragma section(".kmdfclassbind$b", read, write)

#define CLASS_WIDE_(text) L##text
#define CLASS_WIDE(text)  CLASS_WIDE_(text)

#define CLASS_BIND_BY(name, major, minor, functions, count, globals, bind, unbind)                                     \
    __declspec(allocate(".kmdfclassbind$b")) WDF_CLASS_BIND_INFO name##_BIND_INFO = {sizeof(WDF_CLASS_BIND_INFO),      \
                                                                                     CLASS_WIDE(#name),                \
                                                                                     {major, minor, 0},                \
                                                                                     (WDFFUNC *)functions,             \
                                                                                     count,                            \
                                                                                     (PVOID) & globals,                \
                                                                                     bind,                             \
                                                                                     unbind,                           \
                                                                                     NULL}

#define CLASS_BIND(name, major, minor, functions, count, globals)                                                      \
    CLASS_BIND_BY(name, major, minor, functions, count, globals, NULL, NULL)

#endif
