/* The one volume of the simulated system, in memory. */
#ifndef NTSIM_FS_RAM_H
#define NTSIM_FS_RAM_H

#include "ntsim/io/iop.h"

/* Makes the volume and its names, C: and \SystemRoot. */
NTSTATUS fs_init(void);

#endif
