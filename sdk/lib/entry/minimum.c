/* The oldest framework that a driver runs on, for one whose sources do not include <wdf.h>: that of its version. */
#include <ntdef.h>

extern ULONG WdfMinimumVersionRequired;
ULONG WdfMinimumVersionRequired = KMDF_VERSION_MINOR;
