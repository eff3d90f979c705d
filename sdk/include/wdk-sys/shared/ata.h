/* ATA: identification, commands, logs. For kernel mode and user mode. */
#ifndef WDK_ATA_H
#define WDK_ATA_H
#define _NTATA_

#include "ata/identify.h"
#include "ata/commands.h"
#include "ata/logs.h"

#endif
