/* Short file names: eight characters, a period, three characters, of the OEM code page and in upper case. */
#include "ntsim/rtl/rtlp.h"

enum { BASE = 8, EXTENSION = 3, KEPT = 6, BEFORE_CHECKSUM = 2, WITHOUT_CHECKSUM = 4, LAST_INDEX = 999999 };

static BOOLEAN is_one_of(WCHAR c, PCWSTR set)
{
    return c != 0 && wcschr(set, c) != NULL;
}

static BOOLEAN is_illegal(WCHAR c)
{
    return c < ' ' || c == 0x7F || is_one_of(c, L"\"*+,/:;<=>?[\\]|");
}

/* --- is it one? --- */

/* A part of `count` characters, without spaces at its ends. */
static BOOLEAN is_part(const CHAR *text, ULONG count, ULONG most)
{
    return count != 0 && count <= most && text[0] != ' ' && text[count - 1] != ' ';
}

BOOLEAN RtlIsNameLegalDOS8Dot3(PCUNICODE_STRING Name, POEM_STRING OemName, PBOOLEAN NameContainsSpaces)
{
    CHAR text[BASE + 1 + EXTENSION];
    ULONG length, period = MAXULONG;
    BOOLEAN spaces = FALSE;
    if (Name->Length == 0 || Name->Length > sizeof(text) * sizeof(WCHAR))
        return FALSE;
    RtlUpcaseUnicodeToOemN(text, sizeof(text), &length, Name->Buffer, Name->Length);
    if (OemName) {
        if (length > OemName->MaximumLength)
            return FALSE;
        RtlCopyMemory(OemName->Buffer, text, length);
        OemName->Length = (USHORT)length;
    }
    if (NameContainsSpaces)
        *NameContainsSpaces = FALSE;
    if ((length == 1 && text[0] == '.') || (length == 2 && text[0] == '.' && text[1] == '.'))
        return TRUE;
    for (ULONG i = 0; i < length; i++) {
        if (is_illegal((UCHAR)text[i]) || (text[i] == '.' && period != MAXULONG))
            return FALSE;
        if (text[i] == '.')
            period = i;
        spaces |= text[i] == ' ';
    }
    const BOOLEAN legal =
        period == MAXULONG ? is_part(text, length, BASE)
                           : is_part(text, period, BASE) && is_part(text + period + 1, length - period - 1, EXTENSION);
    if (legal && NameContainsSpaces)
        *NameContainsSpaces = spaces;
    return legal;
}

/* --- make one --- */

/* What the character becomes in a short name; 0: nothing. */
static WCHAR shorten(WCHAR c, BOOLEAN extended)
{
    if (is_one_of(c, L":;,+=[]"))
        return L'_';
    if (c <= ' ' || c == '.' || is_illegal(c))
        return 0;
    if (c < 0x80)
        return rtlp_upcase(c);
    const UCHAR narrow = rtlp_narrow(&rtlp_oem, rtlp_upcase(c));
    return extended && narrow != '?' ? rtlp_widen(&rtlp_oem, narrow) : 0;
}

static void begin(PCUNICODE_STRING name, BOOLEAN extended, PGENERATE_NAME_CONTEXT context)
{
    const ULONG length = name->Length / sizeof(WCHAR);
    ULONG first = 0, period = length;
    while (first < length && (name->Buffer[first] == '.' || name->Buffer[first] == ' '))
        first++;
    for (ULONG i = first; i < length; i++)
        if (name->Buffer[i] == '.')
            period = i;
    for (ULONG i = 0; i < length; i++) {
        const WCHAR c = shorten(name->Buffer[i], extended);
        context->Checksum = (USHORT)((context->Checksum << 1 | context->Checksum >> 15) + name->Buffer[i]);
        if (i >= first && i < period && c && context->NameLength < KEPT)
            context->NameBuffer[context->NameLength++] = c;
        if (i > period && c && context->ExtensionLength < EXTENSION + 1) {
            if (context->ExtensionLength == 0)
                context->ExtensionBuffer[context->ExtensionLength++] = L'.';
            context->ExtensionBuffer[context->ExtensionLength++] = c;
        }
    }
}

static void insert_checksum(PGENERATE_NAME_CONTEXT context)
{
    if (context->NameLength > BEFORE_CHECKSUM)
        context->NameLength = BEFORE_CHECKSUM;
    for (int shift = 12; shift >= 0; shift -= 4)
        context->NameBuffer[context->NameLength++] = L"0123456789ABCDEF"[context->Checksum >> shift & 15];
    context->CheckSumInserted = TRUE;
    context->LastIndexValue = 0;
}

/* NAME~1.EXT to NAME~4.EXT, then NAxxxx~1.EXT with a checksum of the long name. */
NTSTATUS RtlGenerate8dot3Name(PCUNICODE_STRING Name, BOOLEAN AllowExtendedCharacters, PGENERATE_NAME_CONTEXT Context,
                              PUNICODE_STRING Name8dot3)
{
    WCHAR digits[BASE];
    ULONG count = 0;
    if (Context->LastIndexValue == 0 && Context->NameLength == 0) {
        begin(Name, AllowExtendedCharacters, Context);
        if (Context->NameLength <= BEFORE_CHECKSUM)
            insert_checksum(Context);
    } else if (Context->LastIndexValue == WITHOUT_CHECKSUM && !Context->CheckSumInserted) {
        insert_checksum(Context);
    }
    if (++Context->LastIndexValue > LAST_INDEX)
        return STATUS_FILE_SYSTEM_LIMITATION;
    for (ULONG value = Context->LastIndexValue; value != 0; value /= 10)
        digits[count++] = (WCHAR)('0' + value % 10);
    const ULONG kept = min((ULONG)Context->NameLength, BASE - 1 - count);
    ULONG at = kept;
    RtlCopyMemory(Name8dot3->Buffer, Context->NameBuffer, kept * sizeof(WCHAR));
    Name8dot3->Buffer[at++] = L'~';
    while (count != 0)
        Name8dot3->Buffer[at++] = digits[--count];
    RtlCopyMemory(Name8dot3->Buffer + at, Context->ExtensionBuffer, Context->ExtensionLength * sizeof(WCHAR));
    Name8dot3->Length = (USHORT)((at + Context->ExtensionLength) * sizeof(WCHAR));
    return STATUS_SUCCESS;
}
