/* NDIS: drivers of network adapters, filters and protocols. Each topic has its header under ndis/. */
#ifndef WDK_NDIS_H
#define WDK_NDIS_H
#define _NDIS_
#include <ntddk.h>

#include <ndis/version.h>
#include <ntddndis.h>
#include <netpnp.h>
#include <xfilter.h>

#include "ndis/status.h"
#include "ndis/base.h"
#include "ndis/sync.h"
#include "ndis/mdlapi.h"
#include "ndis/nblapi.h"
#include "ndis/nbl8021q.h"
#include "ndis/nblchecksum.h"
#include "ndis/nblhash.h"
#include "ndis/nbllso.h"
#include "ndis/nblrsc.h"
#include "ndis/nbluso.h"
#include "ndis/config.h"
#include "ndis/oidrequest.h"
#include "ndis/indicate.h"
#include "ndis/device.h"
#include "ndis/processor.h"
#include "ndis/adapter.h"
#include "ndis/miniport.h"
#include "ndis/hardware.h"
#include "ndis/protocol.h"
#include "ndis/conet.h"
#include "ndis/poll.h"
#include "ndis/filter.h"
#include "ndis/switch.h"
#include "ndis/netif.h"

#endif
