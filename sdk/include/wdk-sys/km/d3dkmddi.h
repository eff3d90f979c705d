/* d3dkmddi.h: what a display miniport driver of WDDM and the graphics kernel call each other by. From the public DDI reference. */
#ifndef WDK_D3DKMDDI_H
#define WDK_D3DKMDDI_H
#include "d3dkmddi/adapter.h"
#include "d3dkmddi/memory.h"
#include "d3dkmddi/gdi.h"
#include "d3dkmddi/command.h"
#include "d3dkmddi/overlay.h"
#include "d3dkmddi/vidpn.h"
#include "d3dkmddi/callback.h"
#include "d3dkmddi/parameters.h"
#endif
