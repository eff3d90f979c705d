/* ucmcx.h: USB connector managers. */
#ifndef WDK_UCMCX_H
#define WDK_UCMCX_H
#include <ucmtypes.h>
#include <ucmmanager.h>
#endif
