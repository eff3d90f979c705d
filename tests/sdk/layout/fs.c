/* The records of file systems and minifilters against their table. */
#include <fltkernel.h>
#include <ntddscsi.h>
#include <ntdddisk.h>

#include "layout.h"
#include "fs_new.def"
VALUE(SE_GROUP_LOGON_ID | SE_GROUP_MANDATORY, 0xC0000001)
