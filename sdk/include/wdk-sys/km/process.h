/* The C library's header for processes: of it, the kernel has the start of the security cookie, which the entry does anyway. */
#ifndef WDK_PROCESS_H
#define WDK_PROCESS_H

#ifdef __cplusplus
extern "C" {
#endif

void __cdecl __security_init_cookie(void);

#ifdef __cplusplus
}
#endif
#endif
