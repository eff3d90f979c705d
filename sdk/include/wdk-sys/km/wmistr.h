/* The structures of WMI, all of which wdm.h has. */
#include <wdm.h>
