/* The interface of Windows Driver Model drivers. Each topic has its header under nt/. */
#ifndef WDK_WDM_H
#define WDK_WDM_H
#define _WDMDDK_
#define _WDM_INCLUDED_
#include <bugcodes.h>
#include <driverspecs.h>
#include <ntdef.h>
#include <ntiologc.h>
#include <ntstatus.h>

#include "nt/base.h"
#include "nt/list.h"
#include "nt/context.h"
#include "nt/rtl.h"
#include "nt/ke.h"
#include "nt/topology.h"
#include "nt/ex.h"
#include "nt/mm.h"
#include "nt/ob.h"
#include "nt/io.h"
#include "nt/fast_io.h"
#include "nt/dma.h"
#include "nt/pci.h"
#include "nt/device_reset.h"
#include "nt/acpi.h"
#include "nt/pnp.h"
#include "nt/po.h"
#include "nt/pofx.h"
#include <ntpoapi.h>
#include "nt/wmi.h"
#include "nt/zw.h"
#include "nt/cm.h"
#include "nt/etw.h"
#include "nt/pcw.h"
#include "nt/ktm.h"
#include "nt/clfs.h"
#include "nt/interlocked.h"
#include "nt/io_session.h"
#include "nt/pcie.h"
#include "nt/ksr.h"
#include "nt/system.h"

#endif
