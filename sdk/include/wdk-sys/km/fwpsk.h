/*
 * The Windows Filtering Platform for drivers: callouts, which classify network traffic inside the filter engine, and
 * injection of packets and streams. The names without a number (fwpvi.h) are what drivers use.
 * Facts: the public reference.
 */
#ifndef WDK_FWPSK_H
#define WDK_FWPSK_H
#include <wdm.h>
#include <fwpstypes.h>
#include <fwpvi.h>
#include <mstcpip.h>
#include <netiodef.h>
#include <ndis.h>
#include <netioapi.h>
#include <ws2ipdef.h>

#include "fwps/records.h"
#include "fwps/callout.h"
#include "fwps/flow.h"
#include "fwps/injection.h"
#include "fwps/vswitch.h"

#endif
