/*
 * propvarutil.h: mingw-w64's, with the vectors of propsys.lib; and strings made with CoTaskMemAlloc where mingw-w64 calls
 * SHStrDupW, which is not in mincore.lib's API sets. Parameters from the Win32 metadata.
 */
#ifndef WDK_PROPVARUTIL_H
#define WDK_PROPVARUTIL_H
#include <windows.h>
#include <objbase.h>
#include <shlwapi.h>

FORCEINLINE HRESULT wdk_propvar_duplicate(_In_ PCWSTR Text, _Outptr_ PWSTR *Copy)
{
    size_t size = sizeof(WCHAR);
    for (PCWSTR at = Text; *at != 0; at++) {
        size += sizeof(WCHAR);
    }
    *Copy = (PWSTR)CoTaskMemAlloc(size);
    if (*Copy == NULL) {
        return E_OUTOFMEMORY;
    }
    RtlCopyMemory(*Copy, Text, size);
    return S_OK;
}

#pragma push_macro("SHStrDupW")
#undef SHStrDupW
#define SHStrDupW wdk_propvar_duplicate
#include_next <propvarutil.h>
#pragma pop_macro("SHStrDupW")

#ifdef __cplusplus
extern "C" {
#endif
HRESULT WINAPI InitPropVariantFromBooleanVector(
    _In_reads_opt_(cElems) const BOOL *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromInt16Vector(
    _In_reads_opt_(cElems) const SHORT *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromUInt16Vector(
    _In_reads_opt_(cElems) const USHORT *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromInt32Vector(
    _In_reads_opt_(cElems) const LONG *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromUInt32Vector(
    _In_reads_opt_(cElems) const ULONG *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromInt64Vector(
    _In_reads_opt_(cElems) const LONGLONG *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromUInt64Vector(
    _In_reads_opt_(cElems) const ULONGLONG *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromDoubleVector(
    _In_reads_opt_(cElems) const DOUBLE *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromFileTimeVector(
    _In_reads_opt_(cElems) const FILETIME *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
HRESULT WINAPI InitPropVariantFromStringVector(
    _In_reads_opt_(cElems) PCWSTR *Values, _In_ ULONG cElems, _Out_ PROPVARIANT *ppropvar);
#ifdef __cplusplus
}
#endif
#endif
