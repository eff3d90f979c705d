/* SCSI: commands, the data that goes with them, and addresses of logical units. For kernel mode and user mode. */
#ifndef WDK_SCSI_H
#define WDK_SCSI_H
#define _NTSCSI_

#include "scsi/bytes.h"
#include "scsi/codes.h"
#include "scsi/cdb.h"
#include "scsi/inquiry.h"
#include "scsi/sense.h"
#include "scsi/mode.h"
#include "scsi/block.h"
#include "scsi/media.h"

#endif
