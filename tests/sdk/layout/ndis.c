/* NDIS and native 802.11 against their tables, for a driver of NDIS 6.30. */
#define NDIS630_MINIPORT 1
#include <ndis.h>

#include "layout.h"
#include "ndis_old.def"
#include "ndis_values.def"
#include "dot11_old.def"
#include "ndis_new.def"
