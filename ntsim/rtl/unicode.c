/* UNICODE_STRING. */
#include <ntifs.h>

VOID RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    USHORT units = 0;
    while (SourceString && SourceString[units])
        units++;
    DestinationString->Buffer = (PWSTR)SourceString;
    DestinationString->Length = units * sizeof(WCHAR);
    DestinationString->MaximumLength = SourceString ? DestinationString->Length + sizeof(WCHAR) : 0;
}

/* Latin letters; the rest of Unicode's simple case mapping is not there yet. */
WCHAR RtlUpcaseUnicodeChar(WCHAR SourceCharacter)
{
    if (SourceCharacter >= L'a' && SourceCharacter <= L'z')
        return SourceCharacter - 32;
    if (SourceCharacter >= 0xE0 && SourceCharacter <= 0xFE && SourceCharacter != 0xF7)
        return SourceCharacter - 32;
    return SourceCharacter == 0xFF ? 0x178 : SourceCharacter;
}

BOOLEAN RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    if (String1->Length != String2->Length)
        return FALSE;
    for (USHORT i = 0; i < String1->Length / sizeof(WCHAR); i++) {
        WCHAR a = String1->Buffer[i], b = String2->Buffer[i];
        if (a != b && (!CaseInSensitive || RtlUpcaseUnicodeChar(a) != RtlUpcaseUnicodeChar(b)))
            return FALSE;
    }
    return TRUE;
}
