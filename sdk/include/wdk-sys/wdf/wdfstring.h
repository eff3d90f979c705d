/* wdfstring.h: string objects */
#ifndef _WDFSTRING_H_
#define _WDFSTRING_H_

typedef NTSTATUS (NTAPI *PFN_WDFSTRINGCREATE)(
    PWDF_DRIVER_GLOBALS, PCUNICODE_STRING, PWDF_OBJECT_ATTRIBUTES, WDFSTRING *);
_Must_inspect_result_ _IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE NTSTATUS WdfStringCreate(
    _In_opt_ PCUNICODE_STRING UnicodeString, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringAttributes,
    _Out_ WDFSTRING *String)
{
    return WDF_CALL(PFN_WDFSTRINGCREATE, WdfStringCreate, UnicodeString, StringAttributes, String);
}

typedef VOID (NTAPI *PFN_WDFSTRINGGETUNICODESTRING)(PWDF_DRIVER_GLOBALS, WDFSTRING, PUNICODE_STRING);
_IRQL_requires_max_(PASSIVE_LEVEL)
WDF_INLINE VOID WdfStringGetUnicodeString(_In_ WDFSTRING String, _Out_ PUNICODE_STRING UnicodeString)
{
    WDF_CALL(PFN_WDFSTRINGGETUNICODESTRING, WdfStringGetUnicodeString, String, UnicodeString);
}

#endif
