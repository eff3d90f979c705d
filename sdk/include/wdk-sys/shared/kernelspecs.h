/* Annotations of kernel code: IRQL, function classes, dispatch types. */
#ifndef WDK_KERNELSPECS_H
#define WDK_KERNELSPECS_H
#include <sal.h>

#define _IRQL_requires_(irql) WDK_SAL_("_IRQL_requires_(" #irql ")")
#define _IRQL_requires_max_(irql) WDK_SAL_("_IRQL_requires_max_(" #irql ")")
#define _IRQL_requires_min_(irql) WDK_SAL_("_IRQL_requires_min_(" #irql ")")
#define _IRQL_requires_same_ WDK_SAL_("_IRQL_requires_same_")
#define _IRQL_raises_(irql) WDK_SAL_("_IRQL_raises_(" #irql ")")
/* A statement of its own: what follows runs no higher than this. */
#define _IRQL_limited_to_(irql)
#define _IRQL_saves_ WDK_SAL_("_IRQL_saves_")
#define _IRQL_restores_ WDK_SAL_("_IRQL_restores_")
#define _IRQL_is_cancel_ WDK_SAL_("_IRQL_is_cancel_")
#define _IRQL_uses_cancel_ WDK_SAL_("_IRQL_uses_cancel_")
/* Stands as a statement, too. */
#define _IRQL_limited_to_(irql)
#define _IRQL_always_function_max_(irql) WDK_SAL_("_IRQL_always_function_max_(" #irql ")")
#define _IRQL_always_function_min_(irql) WDK_SAL_("_IRQL_always_function_min_(" #irql ")")
#define _IRQL_saves_global_(kind, where) WDK_SAL_("_IRQL_saves_global_(" #kind "," #where ")")
#define _IRQL_restores_global_(kind, where) WDK_SAL_("_IRQL_restores_global_(" #kind "," #where ")")
#define _Kernel_clear_do_init_(yesno) WDK_SAL_("_Kernel_clear_do_init_(" #yesno ")")
#define _Kernel_float_saved_ WDK_SAL_("_Kernel_float_saved_")
#define _Kernel_float_restored_ WDK_SAL_("_Kernel_float_restored_")
#define _Kernel_float_used_ WDK_SAL_("_Kernel_float_used_")
#define _Kernel_IoGetDmaAdapter_ WDK_SAL_("_Kernel_IoGetDmaAdapter_")
#define _Kernel_acquires_resource_(kind) WDK_SAL_("_Kernel_acquires_resource_(" #kind ")")
#define _Kernel_releases_resource_(kind) WDK_SAL_("_Kernel_releases_resource_(" #kind ")")
#define _Kernel_requires_resource_held_(kind) WDK_SAL_("_Kernel_requires_resource_held_(" #kind ")")
#define _Kernel_requires_resource_not_held_(kind) WDK_SAL_("_Kernel_requires_resource_not_held_(" #kind ")")
#define _Dispatch_type_(code) WDK_SAL_("_Dispatch_type_(" #code ")")
#define _Function_class_(name) WDK_SAL_("_Function_class_(" #name ")")
#define _Kernel_entry_ WDK_SAL_("_Kernel_entry_")
#define _Kernel_entry_always_ WDK_SAL_("_Kernel_entry_always_")
#define _Device_type_(x) WDK_SAL_("_Device_type_(" #x ")")
#define _Function_enum_value_(x) WDK_SAL_("_Function_enum_value_(" #x ")")
#define _Driver_type_(x) WDK_SAL_("_Driver_type_(" #x ")")
#define _Flt_CompletionContext_Outptr_ WDK_SAL_("_Flt_CompletionContext_Outptr_")
#define _Flt_ConnectionCookie_Outptr_ WDK_SAL_("_Flt_ConnectionCookie_Outptr_")

#define _Analysis_assume_irql_(irql)

#if defined(_M_AMD64) || defined(_M_ARM64)
#define PASSIVE_LEVEL 0
#define LOW_LEVEL 0
#define APC_LEVEL 1
#define DISPATCH_LEVEL 2
#if defined(_M_AMD64)
#define CMCI_LEVEL 5
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define DRS_LEVEL 14
#define POWER_LEVEL 14
#else
#define CLOCK_LEVEL 13
#define IPI_LEVEL 14
#define DRS_LEVEL 14
#define POWER_LEVEL 14
#endif
#define PROFILE_LEVEL 15
#define HIGH_LEVEL 15
#endif

#endif
