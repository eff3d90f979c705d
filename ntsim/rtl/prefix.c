/* Tables of path prefixes. The entries are a list, the longest prefix first, so the first that fits is the best. */
#include "ntsim/rtl/rtlp.h"

static ULONG units(PCUNICODE_STRING string)
{
    return string->Length / sizeof(WCHAR);
}

/* The first `exact` characters as they are, the others in any case. */
static BOOLEAN starts_with(PCUNICODE_STRING name, PCUNICODE_STRING prefix, ULONG exact)
{
    if (prefix->Length > name->Length)
        return FALSE;
    for (ULONG i = 0; i < units(prefix); i++) {
        const WCHAR one = name->Buffer[i], other = prefix->Buffer[i];
        if (one != other && (i < exact || rtlp_upcase(one) != rtlp_upcase(other)))
            return FALSE;
    }
    return TRUE;
}

/* Prefixes end where a component of the path does. */
static BOOLEAN is_prefix(PCUNICODE_STRING name, PCUNICODE_STRING prefix, ULONG exact)
{
    const ULONG length = units(prefix);
    return starts_with(name, prefix, exact) && (length == units(name) || name->Buffer[length] == L'\\' ||
                                                (length != 0 && prefix->Buffer[length - 1] == L'\\'));
}

VOID RtlInitializeUnicodePrefix(PUNICODE_PREFIX_TABLE PrefixTable)
{
    RtlZeroMemory(PrefixTable, sizeof(*PrefixTable));
}

BOOLEAN RtlInsertUnicodePrefix(PUNICODE_PREFIX_TABLE PrefixTable, PUNICODE_STRING Prefix,
                               PUNICODE_PREFIX_TABLE_ENTRY PrefixTableEntry)
{
    PUNICODE_PREFIX_TABLE_ENTRY *at = &PrefixTable->NextPrefixTree;
    for (PUNICODE_PREFIX_TABLE_ENTRY other = *at; other; other = other->NextPrefixTree)
        if (RtlEqualUnicodeString(other->Prefix, Prefix, FALSE))
            return FALSE;
    while (*at && (*at)->Prefix->Length >= Prefix->Length)
        at = &(*at)->NextPrefixTree;
    RtlZeroMemory(PrefixTableEntry, sizeof(*PrefixTableEntry));
    PrefixTableEntry->Prefix = Prefix;
    PrefixTableEntry->NextPrefixTree = *at;
    *at = PrefixTableEntry;
    return TRUE;
}

VOID RtlRemoveUnicodePrefix(PUNICODE_PREFIX_TABLE PrefixTable, PUNICODE_PREFIX_TABLE_ENTRY PrefixTableEntry)
{
    for (PUNICODE_PREFIX_TABLE_ENTRY *at = &PrefixTable->NextPrefixTree; *at; at = &(*at)->NextPrefixTree)
        if (*at == PrefixTableEntry) {
            *at = PrefixTableEntry->NextPrefixTree;
            break;
        }
    if (PrefixTable->LastNextEntry == PrefixTableEntry)
        PrefixTable->LastNextEntry = NULL;
}

PUNICODE_PREFIX_TABLE_ENTRY RtlFindUnicodePrefix(PUNICODE_PREFIX_TABLE PrefixTable, PUNICODE_STRING FullName,
                                                 ULONG CaseInsensitiveIndex)
{
    PUNICODE_PREFIX_TABLE_ENTRY at = PrefixTable->NextPrefixTree;
    while (at && !is_prefix(FullName, at->Prefix, CaseInsensitiveIndex))
        at = at->NextPrefixTree;
    return at;
}

PUNICODE_PREFIX_TABLE_ENTRY RtlNextUnicodePrefix(PUNICODE_PREFIX_TABLE PrefixTable, BOOLEAN Restart)
{
    PUNICODE_PREFIX_TABLE_ENTRY last = PrefixTable->LastNextEntry;
    PrefixTable->LastNextEntry = Restart ? PrefixTable->NextPrefixTree : last ? last->NextPrefixTree : NULL;
    return PrefixTable->LastNextEntry;
}

/* --- the same for bytes of the OEM code page, always with case --- */

VOID PfxInitialize(PPREFIX_TABLE PrefixTable)
{
    RtlZeroMemory(PrefixTable, sizeof(*PrefixTable));
}

BOOLEAN PfxInsertPrefix(PPREFIX_TABLE PrefixTable, PSTRING Prefix, PPREFIX_TABLE_ENTRY PrefixTableEntry)
{
    PPREFIX_TABLE_ENTRY *at = &PrefixTable->NextPrefixTree;
    for (PPREFIX_TABLE_ENTRY other = *at; other; other = other->NextPrefixTree)
        if (RtlEqualString(other->Prefix, Prefix, FALSE))
            return FALSE;
    while (*at && (*at)->Prefix->Length >= Prefix->Length)
        at = &(*at)->NextPrefixTree;
    RtlZeroMemory(PrefixTableEntry, sizeof(*PrefixTableEntry));
    PrefixTableEntry->Prefix = Prefix;
    PrefixTableEntry->NextPrefixTree = *at;
    *at = PrefixTableEntry;
    return TRUE;
}

VOID PfxRemovePrefix(PPREFIX_TABLE PrefixTable, PPREFIX_TABLE_ENTRY PrefixTableEntry)
{
    for (PPREFIX_TABLE_ENTRY *at = &PrefixTable->NextPrefixTree; *at; at = &(*at)->NextPrefixTree)
        if (*at == PrefixTableEntry) {
            *at = PrefixTableEntry->NextPrefixTree;
            break;
        }
}

PPREFIX_TABLE_ENTRY PfxFindPrefix(PPREFIX_TABLE PrefixTable, PSTRING FullName)
{
    for (PPREFIX_TABLE_ENTRY at = PrefixTable->NextPrefixTree; at; at = at->NextPrefixTree) {
        const ULONG length = at->Prefix->Length;
        if (length <= FullName->Length && RtlEqualMemory(at->Prefix->Buffer, FullName->Buffer, length) &&
            (length == FullName->Length || FullName->Buffer[length] == '\\' ||
             (length != 0 && at->Prefix->Buffer[length - 1] == '\\')))
            return at;
    }
    return NULL;
}
