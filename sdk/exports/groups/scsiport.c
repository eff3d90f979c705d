/* The older port driver for SCSI: its configuration has the names of Storport's, so it is read on its own. */
#include <srb.h>
