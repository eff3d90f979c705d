/* Smart cards, SD and Bluetooth against their tables. */
#include <ntddk.h>
#include <bthddi.h>
#include <bthdef.h>
#include <bthioctl.h>
#include <bthsdpddi.h>
#include <bthxddi.h>
#include <ntddsd.h>
#include <sdport.h>
#include <sffdisk.h>
#include <smclib.h>
#include <winsmcrd.h>

#include "layout.h"
#include "bus_new.def"
#include "bus_old.def"
