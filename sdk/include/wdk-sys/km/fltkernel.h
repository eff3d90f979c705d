/*
 * File system minifilters: the interface of the filter manager, fltmgr.sys. Each topic has its header under flt/.
 * Facts: the public reference of fltkernel.h and the articles on FLT_PARAMETERS.
 */
#ifndef WDK_FLTKERNEL_H
#define WDK_FLTKERNEL_H
#define __FLTKERNEL__

#include <ntifs.h>
#include <fltuserstructures.h>

#include "flt/base.h"
#include "flt/parameters.h"
#include "flt/name.h"
#include "flt/registration.h"
#include "flt/file.h"
#include "flt/volume.h"
#include "flt/lock.h"
#include "flt/port.h"
#include "flt/ecp.h"

#endif
