/* From here on in this source file DEFINE_GUID defines the GUID. Several files may: the linker keeps one copy. */
#ifndef INITGUID
#define INITGUID
#endif
#include <guiddef.h>
