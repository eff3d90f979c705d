/* wdfobject.h: what all framework objects share: attributes, contexts, references */
#ifndef _WDFOBJECT_H_
#define _WDFOBJECT_H_

/* A context type is known by the address of the record that says its name and size. */
typedef const struct _WDF_OBJECT_CONTEXT_TYPE_INFO *PCWDF_OBJECT_CONTEXT_TYPE_INFO;
typedef PCWDF_OBJECT_CONTEXT_TYPE_INFO (*PFN_GET_UNIQUE_CONTEXT_TYPE)(VOID);

typedef enum _WDF_EXECUTION_LEVEL {
    WdfExecutionLevelInvalid = 0x00,
    WdfExecutionLevelInheritFromParent,
    WdfExecutionLevelPassive,
    WdfExecutionLevelDispatch,
} WDF_EXECUTION_LEVEL;

typedef enum _WDF_SYNCHRONIZATION_SCOPE {
    WdfSynchronizationScopeInvalid = 0x00,
    WdfSynchronizationScopeInheritFromParent,
    WdfSynchronizationScopeDevice,
    WdfSynchronizationScopeQueue,
    WdfSynchronizationScopeNone,
} WDF_SYNCHRONIZATION_SCOPE;

typedef _Function_class_(EVT_WDF_OBJECT_CONTEXT_CLEANUP) _IRQL_requires_same_
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_OBJECT_CONTEXT_CLEANUP(_In_ WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP *PFN_WDF_OBJECT_CONTEXT_CLEANUP;

typedef _Function_class_(EVT_WDF_OBJECT_CONTEXT_DESTROY) _IRQL_requires_same_
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID NTAPI EVT_WDF_OBJECT_CONTEXT_DESTROY(_In_ WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY *PFN_WDF_OBJECT_CONTEXT_DESTROY;

typedef struct _WDF_OBJECT_ATTRIBUTES {
    ULONG Size;
    PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback;
    PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
    WDF_EXECUTION_LEVEL ExecutionLevel;
    WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
    WDFOBJECT ParentObject;
    size_t ContextSizeOverride;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
} WDF_OBJECT_ATTRIBUTES, *PWDF_OBJECT_ATTRIBUTES;

WDF_INLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(_Out_ PWDF_OBJECT_ATTRIBUTES Attributes)
{
    WDF_CLEAR_SIZED(WDF_OBJECT_ATTRIBUTES, Attributes);
    Attributes->ExecutionLevel = WdfExecutionLevelInheritFromParent;
    Attributes->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}

typedef struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
    ULONG Size;
    LPCSTR ContextName;
    size_t ContextSize;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO UniqueType;
    PFN_GET_UNIQUE_CONTEXT_TYPE EvtDriverGetUniqueContextType;
} WDF_OBJECT_CONTEXT_TYPE_INFO, *PWDF_OBJECT_CONTEXT_TYPE_INFO;

typedef struct _WDF_CUSTOM_TYPE_CONTEXT {
    ULONG Size;
    ULONG_PTR Data;
} WDF_CUSTOM_TYPE_CONTEXT, *PWDF_CUSTOM_TYPE_CONTEXT;

typedef PVOID (FASTCALL *PFN_WDFOBJECTGETTYPEDCONTEXTWORKER)(
    PWDF_DRIVER_GLOBALS, WDFOBJECT, PCWDF_OBJECT_CONTEXT_TYPE_INFO);
_IRQL_requires_max_(DISPATCH_LEVEL+1)
WDF_INLINE PVOID WdfObjectGetTypedContextWorker(
    _In_ WDFOBJECT Handle, _In_ PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo)
{
    return WDF_CALL(PFN_WDFOBJECTGETTYPEDCONTEXTWORKER, WdfObjectGetTypedContextWorker, Handle, TypeInfo);
}

typedef NTSTATUS (NTAPI *PFN_WDFOBJECTALLOCATECONTEXT)(
    PWDF_DRIVER_GLOBALS, WDFOBJECT, PWDF_OBJECT_ATTRIBUTES, PVOID *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfObjectAllocateContext(
    _In_ WDFOBJECT Handle, _In_ PWDF_OBJECT_ATTRIBUTES ContextAttributes, _Outptr_opt_ PVOID *Context)
{
    return WDF_CALL(
        PFN_WDFOBJECTALLOCATECONTEXT, WdfObjectAllocateContext, Handle, ContextAttributes, Context);
}

typedef WDFOBJECT (FASTCALL *PFN_WDFOBJECTCONTEXTGETOBJECT)(PWDF_DRIVER_GLOBALS, PVOID);
_IRQL_requires_max_(DISPATCH_LEVEL+1)
WDF_INLINE WDFOBJECT WdfObjectContextGetObject(_In_ PVOID ContextPointer)
{
    return WDF_CALL(PFN_WDFOBJECTCONTEXTGETOBJECT, WdfObjectContextGetObject, ContextPointer);
}

typedef VOID (NTAPI *PFN_WDFOBJECTREFERENCEACTUAL)(PWDF_DRIVER_GLOBALS, WDFOBJECT, PVOID, LONG, PCCH);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfObjectReferenceActual(
    _In_ WDFOBJECT Handle, _In_opt_ PVOID Tag, _In_ LONG Line, _In_z_ PCCH File)
{
    WDF_CALL(PFN_WDFOBJECTREFERENCEACTUAL, WdfObjectReferenceActual, Handle, Tag, Line, File);
}

typedef VOID (NTAPI *PFN_WDFOBJECTDEREFERENCEACTUAL)(PWDF_DRIVER_GLOBALS, WDFOBJECT, PVOID, LONG, PCCH);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfObjectDereferenceActual(
    _In_ WDFOBJECT Handle, _In_opt_ PVOID Tag, _In_ LONG Line, _In_z_ PCCH File)
{
    WDF_CALL(PFN_WDFOBJECTDEREFERENCEACTUAL, WdfObjectDereferenceActual, Handle, Tag, Line, File);
}

typedef NTSTATUS (NTAPI *PFN_WDFOBJECTCREATE)(PWDF_DRIVER_GLOBALS, PWDF_OBJECT_ATTRIBUTES, WDFOBJECT *);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfObjectCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFOBJECT *Object)
{
    return WDF_CALL(PFN_WDFOBJECTCREATE, WdfObjectCreate, Attributes, Object);
}

typedef VOID (NTAPI *PFN_WDFOBJECTDELETE)(PWDF_DRIVER_GLOBALS, WDFOBJECT);
_IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE VOID WdfObjectDelete(_In_ WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTDELETE, WdfObjectDelete, Object);
}

typedef NTSTATUS (NTAPI *PFN_WDFOBJECTQUERY)(PWDF_DRIVER_GLOBALS, WDFOBJECT, CONST GUID *, ULONG, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(DISPATCH_LEVEL)
WDF_INLINE NTSTATUS WdfObjectQuery(
    _In_ WDFOBJECT Object, _In_ CONST GUID *Guid, _In_ ULONG QueryBufferLength,
    _Out_writes_bytes_(QueryBufferLength) PVOID QueryBuffer)
{
    return WDF_CALL(PFN_WDFOBJECTQUERY, WdfObjectQuery, Object, Guid, QueryBufferLength, QueryBuffer);
}

#define WDF_TYPE_NAME_TO_TYPE_INFO(type) _WDF_##type##_TYPE_INFO
#define WDF_TYPE_NAME_TO_EXTERNAL_INIT(type) _WDF_##type##_EXTERNAL_INIT
#define WDF_TYPE_NAME_TO_EXTERNAL_INIT_FUNCTION(type) type##_EXTERNAL_INIT_FUNCTION
#define WDF_TYPE_NAME_POINTER_TYPE(type) WDF_POINTER_TYPE_##type
#define WDF_GET_CONTEXT_TYPE_INFO(type) (&WDF_TYPE_NAME_TO_TYPE_INFO(type))

/* Ordinary types live in .data; types whose identity another driver supplies go where the entry stub looks for them. */
#ifndef WDF_TYPE_DEFAULT_SECTION_NAME
#define WDF_TYPE_DEFAULT_SECTION_NAME ".data"
#endif
#define WDF_TYPE_INIT_BASE_SECTION_NAME ".kmdftypeinit"
#define WDF_TYPE_INIT_SECTION_NAME ".kmdftypeinit$b"

#pragma section(".kmdftypeinit$b", read, write)

/*
 * The record is not const: a shared type's UniqueType changes when the driver starts, and a const variable in .data
 * would make the linker write a second, read-only .data.
 */
#define WDF_DECLARE_TYPE_AND_GLOBALS(type, unique, get_unique, section)                                                \
    typedef type *WDF_TYPE_NAME_POINTER_TYPE(type);                                                                    \
    WDF_EXTERN_C __declspec(allocate(section)) __declspec(selectany)                                                   \
        WDF_OBJECT_CONTEXT_TYPE_INFO WDF_TYPE_NAME_TO_TYPE_INFO(type) = {                                              \
            sizeof(WDF_OBJECT_CONTEXT_TYPE_INFO), #type, sizeof(type), unique, get_unique,                             \
    };

#define WDF_DECLARE_CASTING_FUNCTION(type, function)                                                                   \
    WDF_INLINE WDF_TYPE_NAME_POINTER_TYPE(type) function(_In_ WDFOBJECT Handle)                                        \
    {                                                                                                                  \
        return (WDF_TYPE_NAME_POINTER_TYPE(type))WdfObjectGetTypedContextWorker(                                       \
            Handle, WDF_GET_CONTEXT_TYPE_INFO(type)->UniqueType);                                                      \
    }

/* Defines the context type and FUNCTION(handle), which finds that context of an object. */
#define WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(type, function)                                                             \
    WDF_DECLARE_TYPE_AND_GLOBALS(type, WDF_GET_CONTEXT_TYPE_INFO(type), NULL, WDF_TYPE_DEFAULT_SECTION_NAME)           \
    WDF_DECLARE_CASTING_FUNCTION(type, function)

#define WDF_DECLARE_CONTEXT_TYPE(type) WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(type, WdfObjectGet_##type)

/* The same for a type that several drivers share: TYPE_EXTERNAL_INIT_FUNCTION() names the one record they agree on. */
#define WDF_DECLARE_SHARED_CONTEXT_TYPE_WITH_NAME(type, function)                                                      \
    WDF_DECLARE_TYPE_AND_GLOBALS(type, NULL, WDF_TYPE_NAME_TO_EXTERNAL_INIT_FUNCTION(type),                            \
                                 WDF_TYPE_INIT_SECTION_NAME)                                                           \
    WDF_DECLARE_CASTING_FUNCTION(type, function)

#define WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(attributes, type)                                                       \
    (attributes)->ContextTypeInfo = WDF_GET_CONTEXT_TYPE_INFO(type)->UniqueType

#define WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, type)                                                      \
    WDF_OBJECT_ATTRIBUTES_INIT(attributes);                                                                            \
    WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(attributes, type)

#define WdfObjectGetTypedContext(handle, type)                                                                         \
    ((type *)WdfObjectGetTypedContextWorker((WDFOBJECT)(handle), WDF_GET_CONTEXT_TYPE_INFO(type)->UniqueType))

/* References remember who took them: the verifier prints the tag, the file and the line. */
#define WdfObjectReferenceWithTag(handle, tag) WdfObjectReferenceActual(handle, tag, __LINE__, __FILE__)
#define WdfObjectReference(handle) WdfObjectReferenceWithTag(handle, NULL)
#define WdfObjectDereferenceWithTag(handle, tag) WdfObjectDereferenceActual(handle, tag, __LINE__, __FILE__)
#define WdfObjectDereference(handle) WdfObjectDereferenceWithTag(handle, NULL)

/* Marks on objects: a name, and one word of data with it. */
#define WDF_CUSTOM_TYPE_CONTEXT_NAME(name) WdfCustomType_##name
#define WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(name) WdfObjectGetCustomType_##name
#define WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(name) WdfObjectAddCustomType_##name

#define WDF_DECLARE_CUSTOM_TYPE(name)                                                                                  \
    typedef WDF_CUSTOM_TYPE_CONTEXT WDF_CUSTOM_TYPE_CONTEXT_NAME(name);                                                \
    WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WDF_CUSTOM_TYPE_CONTEXT_NAME(name), WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(name))    \
    WDF_INLINE NTSTATUS WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(name)(                                                       \
        _In_ WDFOBJECT Handle, _In_opt_ ULONG_PTR Data, _In_opt_ PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback,    \
        _In_opt_ PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback)                                                    \
    {                                                                                                                  \
        WDF_OBJECT_ATTRIBUTES attributes;                                                                              \
        PVOID mark = NULL;                                                                                             \
        NTSTATUS status;                                                                                               \
        WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, WDF_CUSTOM_TYPE_CONTEXT_NAME(name));                      \
        attributes.EvtCleanupCallback = EvtCleanupCallback;                                                            \
        attributes.EvtDestroyCallback = EvtDestroyCallback;                                                            \
        status = WdfObjectAllocateContext(Handle, &attributes, &mark);                                                 \
        if (NT_SUCCESS(status)) {                                                                                      \
            ((PWDF_CUSTOM_TYPE_CONTEXT)mark)->Size = sizeof(WDF_CUSTOM_TYPE_CONTEXT);                                  \
            ((PWDF_CUSTOM_TYPE_CONTEXT)mark)->Data = Data;                                                             \
        }                                                                                                              \
        return status;                                                                                                 \
    }

#define WdfObjectIsCustomType(handle, name)                                                                            \
    (WdfObjectGetTypedContext(handle, WDF_CUSTOM_TYPE_CONTEXT_NAME(name)) != NULL)
#define WdfObjectAddCustomTypeWithData(handle, name, data, cleanup, destroy)                                           \
    WDF_ADD_CUSTOM_TYPE_FUNCTION_NAME(name)(handle, data, cleanup, destroy)
#define WdfObjectAddCustomType(handle, name) WdfObjectAddCustomTypeWithData(handle, name, 0, NULL, NULL)
#define WdfObjectGetCustomTypeData(handle, name) (WDF_GET_CUSTOM_TYPE_FUNCTION_NAME(name)(handle)->Data)

#endif
