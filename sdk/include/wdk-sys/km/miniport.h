/*
 * The kernel's types for miniports, which call their port driver rather than the kernel. Here it is all of wdm.h: what a miniport
 * may import is decided by the libraries it links.
 */
#ifndef WDK_MINIPORT_H
#define WDK_MINIPORT_H
#define _MINIPORT_

/* Microsoft's has no limits of types, and miniports define them themselves. */
#ifdef MAXULONG
#include <wdm.h>
#else
#include <wdm.h>
#undef MAXULONG
#endif

#endif
