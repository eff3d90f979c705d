/* NVM Express, by topic: what passes between a host and a controller, in Windows' names. Facts: mingw-w64. */
#ifndef WDK_NVME_H
#define WDK_NVME_H
#define NVME_INCLUDED

#include "nvme/registers.h"
#include "nvme/completion.h"
#include "nvme/identify.h"
#include "nvme/features.h"
#include "nvme/log.h"
#include "nvme/admin.h"
#include "nvme/io.h"
#include "nvme/command.h"

#endif
