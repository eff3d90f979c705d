/* The same numbers against headers we did not write: mingw-w64's, for what has not changed since they were made. */
#include <ntifs.h>
#include <wmilib.h>
#include <devpropdef.h>

#include "layout.h"
#include "nt_old.def"
#include "nt_values.def"
