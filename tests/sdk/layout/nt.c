/* The records of the NT kernel against their tables. */
#include <ntifs.h>
#include <wmilib.h>
#include <devpropdef.h>

#include "layout.h"
#include "nt_old.def"
#include "nt_new.def"
#include "nt_values.def"
#include "nt_more.def"
