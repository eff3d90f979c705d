/* The records of file systems and minifilters against their table. */
#include <fltkernel.h>
#include <ntddscsi.h>
#include <ntdddisk.h>

#include "layout.h"
#include "fs_new.def"
