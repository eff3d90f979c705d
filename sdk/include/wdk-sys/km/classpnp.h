/*
 * The library of storage class drivers (disk, CD-ROM, tape …): it owns the driver's dispatch table and calls back. A driver that is
 * built as classpnp.sys itself includes this, too: its functions are not imported then.
 */
#ifndef WDK_CLASSPNP_H
#define WDK_CLASSPNP_H
#define _CLASS_

#include "classpnp/driver.h"
#include "classpnp/device.h"
#include "classpnp/functions.h"

#endif
