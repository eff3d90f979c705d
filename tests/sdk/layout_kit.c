/* The kit's records against all tables, for each architecture. */
#include <ntifs.h>
#include <wmilib.h>
#include <devpropdef.h>

#include "layout.h"
#include "layout_old.def"
#include "layout_new.def"
#include "values.def"
