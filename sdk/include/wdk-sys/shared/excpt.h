/* Words of structured exception handling. __try, __except and __finally are the compiler's own. */
#ifndef WDK_EXCPT_H
#define WDK_EXCPT_H
#include <wdk_export.h>

#define EXCEPTION_EXECUTE_HANDLER 1
#define EXCEPTION_CONTINUE_SEARCH 0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

#define GetExceptionCode _exception_code
#define exception_code _exception_code
#define GetExceptionInformation (struct _EXCEPTION_POINTERS *)_exception_info
#define exception_info (struct _EXCEPTION_POINTERS *)_exception_info
#define AbnormalTermination _abnormal_termination
#define abnormal_termination _abnormal_termination

/* Shorthand many drivers use. */
#ifndef try
#ifndef __cplusplus
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif
unsigned long __cdecl _exception_code(void);
void *__cdecl _exception_info(void);
int __cdecl _abnormal_termination(void);

typedef enum _EXCEPTION_DISPOSITION {
    ExceptionContinueExecution,
    ExceptionContinueSearch,
    ExceptionNestedException,
    ExceptionCollidedUnwind
} EXCEPTION_DISPOSITION;

/* What the unwind data of __try blocks names; called by the system, with the frame that is unwound. */
struct _EXCEPTION_RECORD;
struct _CONTEXT;
struct _DISPATCHER_CONTEXT;
WDK_EXPORT_PLAIN("ntoskrnl.exe", "5.2.3790")
EXCEPTION_DISPOSITION __C_specific_handler(struct _EXCEPTION_RECORD *, void *, struct _CONTEXT *,
                                           struct _DISPATCHER_CONTEXT *);
#ifdef __cplusplus
}
#endif

#endif
