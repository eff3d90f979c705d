/* wdfregistry.h: registry keys */
#ifndef _WDFREGISTRY_H_
#define _WDFREGISTRY_H_

#define WDF_REGKEY_DEVICE_SUBKEY 0

#define WDF_REGKEY_DRIVER_SUBKEY 0

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYOPENKEY)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ACCESS_MASK, PWDF_OBJECT_ATTRIBUTES, WDFKEY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryOpenKey(
    _In_opt_ WDFKEY ParentKey, _In_ PCUNICODE_STRING KeyName, _In_ ACCESS_MASK DesiredAccess,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(
        PFN_WDFREGISTRYOPENKEY, WdfRegistryOpenKey, ParentKey, KeyName, DesiredAccess, KeyAttributes, Key);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYCREATEKEY)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ACCESS_MASK, ULONG, PULONG, PWDF_OBJECT_ATTRIBUTES,
    WDFKEY *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryCreateKey(
    _In_opt_ WDFKEY ParentKey, _In_ PCUNICODE_STRING KeyName, _In_ ACCESS_MASK DesiredAccess,
    _In_ ULONG CreateOptions, _Out_opt_ PULONG CreateDisposition,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(
        PFN_WDFREGISTRYCREATEKEY, WdfRegistryCreateKey, ParentKey, KeyName, DesiredAccess, CreateOptions,
        CreateDisposition, KeyAttributes, Key);
}

typedef VOID (NTAPI *PFN_WDFREGISTRYCLOSE)(PWDF_DRIVER_GLOBALS, WDFKEY);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfRegistryClose(_In_ WDFKEY Key)
{
    WDF_CALL(PFN_WDFREGISTRYCLOSE, WdfRegistryClose, Key);
}

typedef HANDLE (NTAPI *PFN_WDFREGISTRYWDMGETHANDLE)(PWDF_DRIVER_GLOBALS, WDFKEY);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE HANDLE WdfRegistryWdmGetHandle(_In_ WDFKEY Key)
{
    return WDF_CALL(PFN_WDFREGISTRYWDMGETHANDLE, WdfRegistryWdmGetHandle, Key);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYREMOVEKEY)(PWDF_DRIVER_GLOBALS, WDFKEY);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryRemoveKey(_In_ WDFKEY Key)
{
    return WDF_CALL(PFN_WDFREGISTRYREMOVEKEY, WdfRegistryRemoveKey, Key);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYREMOVEVALUE)(PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryRemoveValue(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName)
{
    return WDF_CALL(PFN_WDFREGISTRYREMOVEVALUE, WdfRegistryRemoveValue, Key, ValueName);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYVALUE)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ULONG, PVOID, PULONG, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryValue(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueLength,
    _Out_writes_bytes_opt_(ValueLength) PVOID Value, _Out_opt_ PULONG ValueLengthQueried,
    _Out_opt_ PULONG ValueType)
{
    return WDF_CALL(
        PFN_WDFREGISTRYQUERYVALUE, WdfRegistryQueryValue, Key, ValueName, ValueLength, Value,
        ValueLengthQueried, ValueType);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYMEMORY)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, POOL_TYPE, PWDF_OBJECT_ATTRIBUTES, WDFMEMORY *, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryMemory(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ _Strict_type_match_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes, _Out_ WDFMEMORY *Memory, _Out_opt_ PULONG ValueType)
{
    return WDF_CALL(
        PFN_WDFREGISTRYQUERYMEMORY, WdfRegistryQueryMemory, Key, ValueName, PoolType, MemoryAttributes,
        Memory, ValueType);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYMULTISTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, PWDF_OBJECT_ATTRIBUTES, WDFCOLLECTION);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryMultiString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringsAttributes,
    _In_ WDFCOLLECTION Collection)
{
    return WDF_CALL(
        PFN_WDFREGISTRYQUERYMULTISTRING, WdfRegistryQueryMultiString, Key, ValueName, StringsAttributes,
        Collection);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYUNICODESTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, PUSHORT, PUNICODE_STRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryUnicodeString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _Out_opt_ PUSHORT ValueByteLength,
    _Inout_opt_ PUNICODE_STRING Value)
{
    return WDF_CALL(
        PFN_WDFREGISTRYQUERYUNICODESTRING, WdfRegistryQueryUnicodeString, Key, ValueName, ValueByteLength,
        Value);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYSTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, WDFSTRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYSTRING, WdfRegistryQueryString, Key, ValueName, String);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYQUERYULONG)(PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, PULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryQueryULong(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _Out_ PULONG Value)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYULONG, WdfRegistryQueryULong, Key, ValueName, Value);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNVALUE)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ULONG, ULONG, PVOID);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignValue(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType, _In_ ULONG ValueLength,
    _In_reads_(ValueLength) PVOID Value)
{
    return WDF_CALL(
        PFN_WDFREGISTRYASSIGNVALUE, WdfRegistryAssignValue, Key, ValueName, ValueType, ValueLength, Value);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNMEMORY)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ULONG, WDFMEMORY, PWDFMEMORY_OFFSET);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignMemory(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType, _In_ WDFMEMORY Memory,
    _In_opt_ PWDFMEMORY_OFFSET MemoryOffsets)
{
    return WDF_CALL(
        PFN_WDFREGISTRYASSIGNMEMORY, WdfRegistryAssignMemory, Key, ValueName, ValueType, Memory,
        MemoryOffsets);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNMULTISTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, WDFCOLLECTION);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignMultiString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ WDFCOLLECTION StringsCollection)
{
    return WDF_CALL(
        PFN_WDFREGISTRYASSIGNMULTISTRING, WdfRegistryAssignMultiString, Key, ValueName, StringsCollection);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNUNICODESTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, PCUNICODE_STRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignUnicodeString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ PCUNICODE_STRING Value)
{
    return WDF_CALL(
        PFN_WDFREGISTRYASSIGNUNICODESTRING, WdfRegistryAssignUnicodeString, Key, ValueName, Value);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNSTRING)(
    PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, WDFSTRING);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignString(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNSTRING, WdfRegistryAssignString, Key, ValueName, String);
}

typedef NTSTATUS (NTAPI *PFN_WDFREGISTRYASSIGNULONG)(PWDF_DRIVER_GLOBALS, WDFKEY, PCUNICODE_STRING, ULONG);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfRegistryAssignULong(
    _In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG Value)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNULONG, WdfRegistryAssignULong, Key, ValueName, Value);
}

#endif
