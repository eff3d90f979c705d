/* dispmprt.h: display miniport drivers of WDDM, full and display-only. From the public DDI reference. */
#ifndef WDK_DISPMPRT_H
#define WDK_DISPMPRT_H
#include "dispmprt/device.h"
#include "dispmprt/interface.h"
#include "dispmprt/driver.h"
#include "dispmprt/parameters.h"
#endif
