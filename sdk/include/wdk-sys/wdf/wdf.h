/*
 * wdf.h: the Windows Driver Frameworks, in kernel mode (KMDF 1.15 to 1.33) and in user mode (UMDF 2.15 to 2.33).
 *
 * A KMDF driver includes <ntddk.h> or <wdm.h> before it, a UMDF driver <windows.h>. See wdfversion.h for choosing the
 * version. Every function is an inline call through the table that the loader gives the driver's entry stub.
 */
#ifndef _WDF_H_
#define _WDF_H_

#include "wdfversion.h"

WDF_EXTERN_C_START

#include <driverspecs.h>

#if !WDF_KMDF
#undef UMDF_DRIVER
#define UMDF_DRIVER 2
#include <winioctl.h>
#include <ntstatus.h>
#include "wudfwdm.h"
#endif

/*
 * The stub's pointer to the function table has the version in its name: objects built for different versions cannot be
 * linked into one driver.
 */
#define WDF_VERSIONED_(name, major, minor) name##_0##major##0##minor
#define WDF_VERSIONED(name, major, minor) WDF_VERSIONED_(name, major, minor)
#if WDF_KMDF
#define WdfFunctions WDF_VERSIONED(WdfFunctions, KMDF_VERSION_MAJOR, KMDF_VERSION_MINOR)
#else
#define WdfFunctions WDF_VERSIONED(WdfFunctions, UMDF_VERSION_MAJOR, UMDF_VERSION_MINOR)
#endif

typedef VOID (*WDFFUNC)(VOID);
extern const WDFFUNC *WdfFunctions;
#if WDF_KMDF
extern WDFFUNC WdfDriverMiniportUnloadOverride;
#endif

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"
#include "wdfstatus.h"
#include "wdfassert.h"
#include "wdfverifier.h"
#include "wdfobject.h"
#include "wdfsync.h"
#include "wdfcore.h"
#include "wdfdriver.h"
#include "wdfqueryinterface.h"
#include "wdfmemory.h"
#include "wdfchildlist.h"
#include "wdffileobject.h"
#include "wdfdevice.h"
#include "wdfcollection.h"
#include "wdfdpc.h"
#include "wdftimer.h"
#include "wdfworkitem.h"
#include "wdfinterrupt.h"
#include "wdfresource.h"
#include "wdfrequest.h"
#include "wdfiotarget.h"
#include "wdfio.h"
#include "wdffdo.h"
#include "wdfpdo.h"
#include "wdfcontrol.h"
#include "wdfwmi.h"
#include "wdfstring.h"
#include "wdfregistry.h"
#include "wdfdmaenabler.h"
#include "wdfdmatransaction.h"
#include "wdfcommonbuffer.h"
#include "wdfbugcodes.h"
#include "wdfroletypes.h"
#include "wdfhwaccess.h"
#include "wdfcompaniontarget.h"
#include "wdfcompanion.h"

#if !WDF_KMDF
/* The one export of a UMDF driver. It lies in the entry stub, which calls DriverEntry. */
__declspec(dllexport) NTSTATUS FxDriverEntryUm(
    _In_ PVOID LoaderInterface, _In_ PVOID Context, _In_ PVOID DriverObject, _In_ PUNICODE_STRING RegistryPath);
#ifndef WDF_STUB
#pragma comment(linker, "/include:FxDriverEntryUm")
#endif
#endif

WDF_EXTERN_C_END

#endif
