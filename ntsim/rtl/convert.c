/* Counted strings from and to integers and GUIDs. */
#include "ntsim/rtl/rtlp.h"

/* --- from text --- */

struct digits {
    const void *Text;
    BOOLEAN Wide;
    ULONG Length, At; /* in characters */
};

static WCHAR peek(const struct digits *digits)
{
    if (digits->At >= digits->Length)
        return 0;
    return digits->Wide ? ((PCWSTR)digits->Text)[digits->At] : (UCHAR)((PCSTR)digits->Text)[digits->At];
}

static ULONG value_of(WCHAR c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10u;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10u;
    return MAXULONG;
}

/* Base 0 is what a prefix says: 0x, 0o, 0b, else decimal. */
static NTSTATUS read(struct digits *digits, ULONG base, PULONG value)
{
    ULONG result = 0;
    if (base != 0 && base != 2 && base != 8 && base != 10 && base != 16)
        return STATUS_INVALID_PARAMETER;
    while (digits->At < digits->Length && peek(digits) <= ' ')
        digits->At++;
    const BOOLEAN negative = peek(digits) == '-';
    if (negative || peek(digits) == '+')
        digits->At++;
    if (base == 0) {
        base = 10;
        if (peek(digits) == '0' && digits->At + 1 < digits->Length) {
            digits->At++;
            const WCHAR letter = peek(digits);
            base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
            if (base != 10)
                digits->At++;
        }
    }
    for (ULONG one; (one = value_of(peek(digits))) < base; digits->At++)
        result = result * base + one;
    *value = negative ? 0 - result : result;
    return STATUS_SUCCESS;
}

NTSTATUS RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value)
{
    struct digits digits = {.Text = String->Buffer, .Wide = TRUE, .Length = String->Length / sizeof(WCHAR)};
    if (digits.Length == 0)
        return STATUS_INVALID_PARAMETER;
    return read(&digits, Base, Value);
}

NTSTATUS RtlCharToInteger(PCSTR String, ULONG Base, PULONG Value)
{
    struct digits digits = {.Text = String, .Length = (ULONG)strlen(String)};
    return read(&digits, Base, Value);
}

/* --- to text --- */

NTSTATUS RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String)
{
    WCHAR digits[64];
    ULONG at = RTL_NUMBER_OF(digits);
    if (Base == 0)
        Base = 10;
    if (Base != 2 && Base != 8 && Base != 10 && Base != 16)
        return STATUS_INVALID_PARAMETER;
    do {
        digits[--at] = L"0123456789ABCDEF"[Value % Base];
        Value /= Base;
    } while (Value != 0);
    const ULONG length = (RTL_NUMBER_OF(digits) - at) * sizeof(WCHAR);
    if (length + sizeof(WCHAR) > String->MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    RtlCopyMemory(String->Buffer, digits + at, length);
    String->Length = (USHORT)length;
    String->Buffer[length / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String)
{
    return RtlInt64ToUnicodeString(Value, Base, String);
}

/* --- GUIDs: {12345678-1234-1234-1234-123456789ABC} --- */

enum { GUID_LENGTH = 38 };

/* Where the digits of each byte stand, in the order of the record's bytes. */
static const UCHAR guid_places[16] = {7, 5, 3, 1, 12, 10, 17, 15, 20, 22, 25, 27, 29, 31, 33, 35};

NTSTATUS RtlStringFromGUID(REFGUID Guid, PUNICODE_STRING GuidString)
{
    const UCHAR *bytes = (const UCHAR *)Guid;
    GuidString->Buffer = rtlp_allocate((GUID_LENGTH + 1) * sizeof(WCHAR));
    if (!GuidString->Buffer)
        return STATUS_NO_MEMORY;
    GuidString->Length = GUID_LENGTH * sizeof(WCHAR);
    GuidString->MaximumLength = (GUID_LENGTH + 1) * sizeof(WCHAR);
    RtlCopyMemory(GuidString->Buffer, L"{        -    -    -    -            }", GuidString->MaximumLength);
    for (ULONG i = 0; i < 16; i++) {
        GuidString->Buffer[guid_places[i]] = L"0123456789ABCDEF"[bytes[i] >> 4];
        GuidString->Buffer[guid_places[i] + 1] = L"0123456789ABCDEF"[bytes[i] & 15];
    }
    return STATUS_SUCCESS;
}

NTSTATUS RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid)
{
    static const struct {
        UCHAR At;
        WCHAR Mark;
    } marks[] = {{0, L'{'}, {9, L'-'}, {14, L'-'}, {19, L'-'}, {24, L'-'}, {37, L'}'}};
    UCHAR bytes[16];
    if (GuidString->Length != GUID_LENGTH * sizeof(WCHAR))
        return STATUS_INVALID_PARAMETER;
    for (ULONG i = 0; i < RTL_NUMBER_OF(marks); i++)
        if (GuidString->Buffer[marks[i].At] != marks[i].Mark)
            return STATUS_INVALID_PARAMETER;
    for (ULONG i = 0; i < 16; i++) {
        const ULONG high = value_of(GuidString->Buffer[guid_places[i]]);
        const ULONG low = value_of(GuidString->Buffer[guid_places[i] + 1]);
        if (high > 15 || low > 15)
            return STATUS_INVALID_PARAMETER;
        bytes[i] = (UCHAR)(high << 4 | low);
    }
    RtlCopyMemory(Guid, bytes, sizeof(bytes));
    return STATUS_SUCCESS;
}
