/* Native 802.11 (Wi-Fi) drivers and what programs ask of them. Each topic has its header. */
#ifndef WDK_WINDOT11_H
#define WDK_WINDOT11_H
#define __WINDOT11_H__
#include <ntddndis.h>
#include <wlantypes.h>

#include "dot11/guids.h"
#include "dot11/oids.h"
#include "dot11/base.h"
#include "dot11/extsta.h"
#include "dot11/extap.h"
#include "dot11/wfd.h"

#endif
