/* Strings in pool, for the other components. */
#include "ntsim/rtl/rtlp.h"

NTSTATUS rtlp_join_strings(UNICODE_STRING *to, PCUNICODE_STRING first, PCUNICODE_STRING second, ULONG tag)
{
    const ULONG length = first->Length + second->Length;
    *to = (UNICODE_STRING){0};
    if (length > UNICODE_STRING_MAX_BYTES - sizeof(WCHAR))
        return STATUS_NAME_TOO_LONG;
    to->Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, length + sizeof(WCHAR), tag);
    if (!to->Buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    RtlCopyMemory(to->Buffer, first->Buffer, first->Length);
    RtlCopyMemory((PUCHAR)to->Buffer + first->Length, second->Buffer, second->Length);
    to->Length = (USHORT)length;
    to->MaximumLength = (USHORT)(length + sizeof(WCHAR));
    return STATUS_SUCCESS;
}

NTSTATUS rtlp_copy_string(UNICODE_STRING *to, PCUNICODE_STRING from, ULONG tag)
{
    static const UNICODE_STRING empty = {0};
    return rtlp_join_strings(to, from, &empty, tag);
}
