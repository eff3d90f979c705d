/* What NDIS declares to a driver of version 6.85, reckoned by hand from the documented members. */
#define NDIS685_MINIPORT 1
#include <ndis.h>
#include <ndisndk.h>

#include "layout.h"
#include "ndis_late.def"
