/* The older __drv_ spellings of kernel annotations, and the driver-wide ones. */
#ifndef WDK_DRIVERSPECS_H
#define WDK_DRIVERSPECS_H
#include <kernelspecs.h>
#include <specstrings.h>

#define __drv_unreferenced WDK_SAL_("__drv_unreferenced")
#define __drv_arg(...) WDK_SAL_("__drv_arg(" #__VA_ARGS__ ")")
#define __drv_at(...) WDK_SAL_("__drv_at(" #__VA_ARGS__ ")")
#define __drv_when(...) WDK_SAL_("__drv_when(" #__VA_ARGS__ ")")
#define __drv_in(...) WDK_SAL_("__drv_in(" #__VA_ARGS__ ")")
#define __drv_in_deref(...) WDK_SAL_("__drv_in_deref(" #__VA_ARGS__ ")")
#define __drv_out(...) WDK_SAL_("__drv_out(" #__VA_ARGS__ ")")
#define __drv_out_deref(...) WDK_SAL_("__drv_out_deref(" #__VA_ARGS__ ")")
#define __drv_ret(...) WDK_SAL_("__drv_ret(" #__VA_ARGS__ ")")
#define __drv_deref(...) WDK_SAL_("__drv_deref(" #__VA_ARGS__ ")")
#define __drv_fun(...) WDK_SAL_("__drv_fun(" #__VA_ARGS__ ")")
#define __drv_innerAcquiresResource(x) WDK_SAL_("__drv_innerAcquiresResource(" #x ")")
#define __drv_functionClass(x) WDK_SAL_("__drv_functionClass(" #x ")")
#define __drv_maxIRQL(x) WDK_SAL_("__drv_maxIRQL(" #x ")")
#define __drv_minIRQL(x) WDK_SAL_("__drv_minIRQL(" #x ")")
#define __drv_requiresIRQL(x) WDK_SAL_("__drv_requiresIRQL(" #x ")")
#define __drv_sameIRQL WDK_SAL_("__drv_sameIRQL")
#define __drv_setsIRQL(x) WDK_SAL_("__drv_setsIRQL(" #x ")")
#define __drv_raisesIRQL(x) WDK_SAL_("__drv_raisesIRQL(" #x ")")
#define __drv_savesIRQL WDK_SAL_("__drv_savesIRQL")
#define __drv_restoresIRQL WDK_SAL_("__drv_restoresIRQL")
#define __drv_savesIRQLGlobal(a, b) WDK_SAL_("__drv_savesIRQLGlobal(" #a "," #b ")")
#define __drv_restoresIRQLGlobal(a, b) WDK_SAL_("__drv_restoresIRQLGlobal(" #a "," #b ")")
#define __drv_useCancelIRQL WDK_SAL_("__drv_useCancelIRQL")
#define __drv_isCancelIRQL WDK_SAL_("__drv_isCancelIRQL")
#define __drv_minFunctionIRQL(x) WDK_SAL_("__drv_minFunctionIRQL(" #x ")")
#define __drv_maxFunctionIRQL(x) WDK_SAL_("__drv_maxFunctionIRQL(" #x ")")
#define __drv_aliasesMem WDK_SAL_("__drv_aliasesMem")
#define __drv_freesMem(x) WDK_SAL_("__drv_freesMem(" #x ")")
#define __drv_allocatesMem(x) WDK_SAL_("__drv_allocatesMem(" #x ")")
#define __drv_mustHold(x) WDK_SAL_("__drv_mustHold(" #x ")")
#define __drv_mustHoldGlobal(a, b) WDK_SAL_("__drv_mustHoldGlobal(" #a "," #b ")")
#define __drv_neverHold(x) WDK_SAL_("__drv_neverHold(" #x ")")
#define __drv_neverHoldGlobal(a, b) WDK_SAL_("__drv_neverHoldGlobal(" #a "," #b ")")
#define __drv_acquiresResource(x) WDK_SAL_("__drv_acquiresResource(" #x ")")
#define __drv_acquiresResourceGlobal(a, b) WDK_SAL_("__drv_acquiresResourceGlobal(" #a "," #b ")")
#define __drv_releasesResource(x) WDK_SAL_("__drv_releasesResource(" #x ")")
#define __drv_releasesResourceGlobal(a, b) WDK_SAL_("__drv_releasesResourceGlobal(" #a "," #b ")")
#define __drv_acquiresExclusiveResource(x) WDK_SAL_("__drv_acquiresExclusiveResource(" #x ")")
#define __drv_releasesExclusiveResource(x) WDK_SAL_("__drv_releasesExclusiveResource(" #x ")")
#define __drv_acquiresExclusiveResourceGlobal(a, b) WDK_SAL_("__drv_acquiresExclusiveResourceGlobal(" #a "," #b ")")
#define __drv_releasesExclusiveResourceGlobal(a, b) WDK_SAL_("__drv_releasesExclusiveResourceGlobal(" #a "," #b ")")
#define __drv_acquiresCriticalRegion WDK_SAL_("__drv_acquiresCriticalRegion")
#define __drv_releasesCriticalRegion WDK_SAL_("__drv_releasesCriticalRegion")
#define __drv_mustHoldCriticalRegion WDK_SAL_("__drv_mustHoldCriticalRegion")
#define __drv_neverHoldCriticalRegion WDK_SAL_("__drv_neverHoldCriticalRegion")
#define __drv_acquiresCancelSpinLock WDK_SAL_("__drv_acquiresCancelSpinLock")
#define __drv_releasesCancelSpinLock WDK_SAL_("__drv_releasesCancelSpinLock")
#define __drv_mustHoldCancelSpinLock WDK_SAL_("__drv_mustHoldCancelSpinLock")
#define __drv_neverHoldCancelSpinLock WDK_SAL_("__drv_neverHoldCancelSpinLock")
#define __drv_acquiresPriorityRegion WDK_SAL_("__drv_acquiresPriorityRegion")
#define __drv_releasesPriorityRegion WDK_SAL_("__drv_releasesPriorityRegion")
#define __drv_mustHoldPriorityRegion WDK_SAL_("__drv_mustHoldPriorityRegion")
#define __drv_neverHoldPriorityRegion WDK_SAL_("__drv_neverHoldPriorityRegion")
#define __drv_dispatchType(x) WDK_SAL_("__drv_dispatchType(" #x ")")
#define __drv_dispatchType_other WDK_SAL_("__drv_dispatchType_other")
#define __drv_callbackType(x) WDK_SAL_("__drv_callbackType(" #x ")")
#define __drv_unit(x) WDK_SAL_("__drv_unit(" #x ")")
#define __drv_mode WDK_SAL_("__drv_mode")
#define __drv_clearDoInit(x) WDK_SAL_("__drv_clearDoInit(" #x ")")
#define __drv_interlocked WDK_SAL_("__drv_interlocked")
#define __drv_inTry WDK_SAL_("__drv_inTry")
#define __drv_notInTry WDK_SAL_("__drv_notInTry")
#define __drv_constant WDK_SAL_("__drv_constant")
#define __drv_nonConstant WDK_SAL_("__drv_nonConstant")
#define __drv_strictType(a, b) WDK_SAL_("__drv_strictType(" #a "," #b ")")
#define __drv_strictTypeMatch(x) WDK_SAL_("__drv_strictTypeMatch(" #x ")")
#define __drv_notPointer WDK_SAL_("__drv_notPointer")
#define __drv_isObjectPointer WDK_SAL_("__drv_isObjectPointer")
#define __drv_reportError(x) WDK_SAL_("__drv_reportError(" #x ")")
#define __drv_preferredFunction(a, b) WDK_SAL_("__drv_preferredFunction(" #a "," #b ")")
#define __drv_valueIs(...) WDK_SAL_("__drv_valueIs(" #__VA_ARGS__ ")")
#define __drv_formatString(x) WDK_SAL_("__drv_formatString(" #x ")")
#define __drv_floatSaved WDK_SAL_("__drv_floatSaved")
#define __drv_floatRestored WDK_SAL_("__drv_floatRestored")
#define __drv_floatUsed WDK_SAL_("__drv_floatUsed")
#define __drv_completionType(x) WDK_SAL_("__drv_completionType(" #x ")")
#define __drv_Mode_impl(x) WDK_SAL_("__drv_Mode_impl(" #x ")")
#define __drv_reserved WDK_SAL_("__drv_reserved")
#define __drv_nop(x) WDK_SAL_("__drv_nop(" #x ")")

/* Inside other annotations' text only; harmless if a driver spells them in code. */
#define __drv_holdsCancelSpinLock() 1
#define __drv_holdsPriorityRegion() 1

/* These mark a whole source file. */
#define __drv_Mode(mode)
#define _Kernel_code_
#define __drv_user_driver
#define __drv_kernel_driver
#define __kernel_driver
#define __kernel_code
#define __user_driver
#define __user_code

#ifndef __on_failure
#define __on_failure(annotations)
#endif

#endif
