/* The C library's header for processes: the kernel has none of it, and drivers include it still. */
#ifndef WDK_PROCESS_H
#define WDK_PROCESS_H
#endif
