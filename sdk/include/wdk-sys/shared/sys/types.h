/* The types that C libraries have there. Facts: the C run-time library's public reference, mingw-w64. */
#ifndef WDK_SYS_TYPES_H
#define WDK_SYS_TYPES_H

typedef unsigned short _ino_t, ino_t;
typedef unsigned int _dev_t, dev_t;
typedef long _off_t, off_t;

#endif
