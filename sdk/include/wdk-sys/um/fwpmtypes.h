/* The kit's own in user mode too: mingw-w64 has an older one, or none. */
#include "../shared/fwpmtypes.h"
