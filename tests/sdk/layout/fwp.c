/* The Windows Filtering Platform against its tables. */
#include <fwpsk.h>
#include <fwpmk.h>

#include "layout.h"
#include "fwp_old.def"
#include "fwp_new.def"
