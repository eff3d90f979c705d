/* The same against mingw-w64's headers. */
#include <winsock2.h>
#include <windows.h>
#include <fwptypes.h>
#include <fwpmtypes.h>
#include <iketypes.h>
#include <ipsectypes.h>
#include <fwpmu.h>

#include "layout.h"
#include "fwp_old.def"
