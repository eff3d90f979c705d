#include <windows.h>
#include <winioctl.h>
#include <bthdef.h>
#include <bthsdpdef.h>
#include <winsmcrd.h>

#include "layout.h"
#include "bus_old.def"
