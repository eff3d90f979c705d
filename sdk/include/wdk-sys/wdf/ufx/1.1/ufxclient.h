/* The name with its version, as drivers that do not set an include folder write it. */
#include "../../ufxclient.h"
