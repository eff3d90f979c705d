/* What drivers and programs share of NDIS: requests (OIDs), their records, media. Each topic has its header. */
#ifndef WDK_NTDDNDIS_H
#define WDK_NTDDNDIS_H
#define _NTDDNDIS_
#include <ndis/version.h>
#include <ndis/types.h>
#include <ndis/objectheader.h>
#include <ndis/oidtypes.h>

#include "ntddndis/oids.h"
#include "ntddndis/media.h"
#include "ntddndis/link.h"
#include "ntddndis/statistics.h"
#include "ntddndis/ports.h"
#include "ntddndis/offload.h"
#include "ntddndis/hdsplit.h"
#include "ntddndis/rss.h"
#include "ntddndis/power.h"
#include "ntddndis/queues.h"
#include "ntddndis/nicswitch.h"
#include "ntddndis/vswitch.h"
#include "ntddndis/qos.h"
#include "ntddndis/timestamp.h"
#include "ntddndis/wlan.h"
#include "ntddndis/ndk.h"
#include "ntddndis/wmi.h"

#endif
