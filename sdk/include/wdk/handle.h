/*
 * What the kernel counts or opens for a driver, as owned things (own.h): handles, references to objects, MDLs, work
 * items.
 *
 *     WDK_SCOPED(wdk_handle) key = {};
 *     WDK_TRY(wdk_open(&key, ZwOpenKey, KEY_READ, path));        // OBJ_KERNEL_HANDLE always
 *
 * Opening and closing handles: PASSIVE_LEVEL. References and MDLs: IRQL <= DISPATCH_LEVEL.
 */
#ifndef WDK_HANDLE_H
#define WDK_HANDLE_H

#include "own.h"
#include "text.h"
#include <ntddk.h>

WDK_INLINE void wdk_handle_close_raw_(HANDLE raw)
{
    ZwClose(raw);
}
WDK_OWNED_TYPE(wdk_handle, HANDLE, wdk_handle_close_raw_);

WDK_INLINE void wdk_reference_drop_raw_(PVOID raw)
{
    ObDereferenceObject(raw);
}
/* A counted reference to an object of the kernel. */
WDK_OWNED_TYPE(wdk_reference, PVOID, wdk_reference_drop_raw_);

/* An MDL of IoAllocateMdl, not locked. */
WDK_OWNED_TYPE(wdk_mdl, PMDL, IoFreeMdl);

/* A work item of a device object, not queued. */
WDK_OWNED_TYPE(wdk_io_work_item, PIO_WORKITEM, IoFreeWorkItem);

WDK_PRIVATE_BEGIN

/* Attributes of a handle for the kernel alone, which no program can use, close or replace. */
WDK_INLINE WDK_MUST_USE OBJECT_ATTRIBUTES wdk_kernel_attributes_(UNICODE_STRING *name)
{
    return (OBJECT_ATTRIBUTES){.Length = sizeof(OBJECT_ATTRIBUTES),
                               .ObjectName = name,
                               .Attributes = OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE};
}
WDK_INLINE HANDLE *wdk_handle_place_(wdk_handle *handle)
{
    WDK_PANIC_UNLESS(handle->raw == NULL, WDK_PANIC_STATE, handle->raw, 0);
    return &handle->raw;
}

/* A new reference to an object that somebody else keeps while this is called. */
WDK_INLINE WDK_MUST_USE wdk_reference wdk_reference_to(PVOID object)
{
    ObReferenceObject(object);
    return (wdk_reference){object};
}

/* A reference to what a program's handle is, where it is of that type (*ExEventObjectType, …) and the program may do
 * `access` to it: in the context of the program. *reference is empty before. */
WDK_INLINE wdk_status wdk_reference_of_user_handle_(wdk_reference *reference, HANDLE handle, ACCESS_MASK access,
                                                    POBJECT_TYPE type, const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(reference->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)reference->raw, 0);
    const NTSTATUS status = ObReferenceObjectByHandle(handle, access, type, UserMode, &reference->raw, NULL);
    if (!NT_SUCCESS(status))
        reference->raw = NULL;
    return wdk_from_nt(status);
}
#define wdk_reference_of_user_handle(reference, handle, access, type)                                                  \
    wdk_reference_of_user_handle_(reference, handle, access, type, WDK_SITE(WDK_PANIC_STATE))

WDK_INLINE wdk_status wdk_check_passive_open_(NTSTATUS status) WDK_AT_PASSIVE
{
    return wdk_from_nt(status);
}

WDK_PRIVATE_END

/* Opens by name what one of the Zw functions opens whose parameters are (PHANDLE, ACCESS_MASK, POBJECT_ATTRIBUTES):
 * ZwOpenKey, ZwOpenSection, ZwOpenEvent and others. `name` is a wdk_text. */
#define wdk_open(handle, function, access, name)                                                                       \
    ({                                                                                                                 \
        UNICODE_STRING wdk_name_ = wdk_text_raw(name);                                                                 \
        OBJECT_ATTRIBUTES wdk_attributes_ = wdk_kernel_attributes_(&wdk_name_);                                        \
        wdk_check_passive_open_(function(wdk_handle_place_(handle), access, &wdk_attributes_));                        \
    })

#endif
