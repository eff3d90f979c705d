/*
 * d3dkmthk.h, as far as miniport drivers use it: the records that they share with the graphics kernel are in d3dkmdt.h. The thunks
 * of user mode (D3DKMT...) are not there; in programs mingw-w64's header of this name comes first where it has one.
 */
#ifndef WDK_D3DKMTHK_H
#define WDK_D3DKMTHK_H
#define _D3DKMTHK_H_
#include <d3dkmdt.h>

#endif
