/*
 * Requests that every storage device understands, whatever it is made of: media, reservations, property queries, protocol
 * commands, data set management, power, telemetry. For kernel mode and user mode.
 */
#ifndef WDK_NTDDSTOR_H
#define WDK_NTDDSTOR_H
#define _NTDDSTOR_H_

#include "storage/interfaces.h"
#include "storage/device.h"
#include "storage/property.h"
#include "storage/protocol.h"
#include "storage/dsm.h"
#include "storage/telemetry.h"

#endif
