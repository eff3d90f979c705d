/* The Windows Filtering Platform for programs: what drivers classify, as far as programs may know it. */
#ifndef WDK_FWPSU_H
#define WDK_FWPSU_H
#include <windows.h>
#include <fwpstypes.h>
#include <fwpvi.h>
#endif
