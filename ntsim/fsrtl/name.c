/* File names: parts of paths, patterns; and which exceptions a file system takes for an answer. */
#include "ntsim/rtl/rtlp.h"

VOID FsRtlDissectName(UNICODE_STRING Path, PUNICODE_STRING FirstName, PUNICODE_STRING RemainingName)
{
    const ULONG length = Path.Length / sizeof(WCHAR);
    RtlZeroMemory(FirstName, sizeof(*FirstName));
    RtlZeroMemory(RemainingName, sizeof(*RemainingName));
    if (length == 0)
        return;
    const ULONG begin = Path.Buffer[0] == L'\\';
    ULONG end = begin;
    while (end < length && Path.Buffer[end] != L'\\')
        end++;
    FirstName->Buffer = Path.Buffer + begin;
    FirstName->Length = FirstName->MaximumLength = (USHORT)((end - begin) * sizeof(WCHAR));
    if (end + 1 < length) {
        RemainingName->Buffer = Path.Buffer + end + 1;
        RemainingName->Length = RemainingName->MaximumLength = (USHORT)((length - end - 1) * sizeof(WCHAR));
    }
}

static WCHAR fold(WCHAR c, PCWCH table)
{
    return table ? table[c] : rtlp_upcase(c);
}

BOOLEAN FsRtlAreNamesEqual(PCUNICODE_STRING ConstantNameA, PCUNICODE_STRING ConstantNameB, BOOLEAN IgnoreCase,
                           PCWCH UpcaseTable)
{
    if (ConstantNameA->Length != ConstantNameB->Length)
        return FALSE;
    for (ULONG i = 0; i < ConstantNameA->Length / sizeof(WCHAR); i++) {
        const WCHAR one = ConstantNameA->Buffer[i], other = ConstantNameB->Buffer[i];
        if (one != other && (!IgnoreCase || fold(one, UpcaseTable) != fold(other, UpcaseTable)))
            return FALSE;
    }
    return TRUE;
}

BOOLEAN FsRtlDoesNameContainWildCards(PUNICODE_STRING Name)
{
    for (ULONG i = 0; i < Name->Length / sizeof(WCHAR); i++)
        if (Name->Buffer[i] != 0 && wcschr(L"*?<>\"", Name->Buffer[i]))
            return TRUE;
    return FALSE;
}

/* --- patterns: which places in the expression could be reached by the characters of the name so far --- */

/* Marks `place`, and those that it reaches without a character. `next` is what comes next in the name, 0 at its end. */
static void reach(const UNICODE_STRING *expression, PUCHAR places, ULONG place, WCHAR next)
{
    const ULONG length = expression->Length / sizeof(WCHAR);
    for (; !places[place]; place++) {
        places[place] = TRUE;
        if (place == length)
            return;
        switch (expression->Buffer[place]) {
        case L'*':
        case DOS_STAR:
            break;
        case DOS_QM: /* before a period, and at the end, the rest of them are passed over */
            if (next != 0 && next != L'.')
                return;
            break;
        case DOS_DOT:
            if (next != 0)
                return;
            break;
        default:
            return;
        }
    }
}

/* Whether the expression's character takes c; *stays: and may take more. */
static BOOLEAN takes(WCHAR pattern, WCHAR c, WCHAR folded, BOOLEAN last_period, BOOLEAN *stays)
{
    *stays = FALSE;
    switch (pattern) {
    case L'*':
        *stays = TRUE;
        return TRUE;
    case DOS_STAR:
        *stays = TRUE;
        return !last_period;
    case L'?':
        return TRUE;
    case DOS_QM:
        return c != L'.';
    case DOS_DOT:
        return c == L'.';
    default:
        return pattern == folded;
    }
}

static BOOLEAN matches(const UNICODE_STRING *expression, const UNICODE_STRING *name, BOOLEAN ignore_case, PCWCH table,
                       PUCHAR places, PUCHAR after)
{
    const ULONG length = expression->Length / sizeof(WCHAR), count = name->Length / sizeof(WCHAR);
    ULONG last_period = count;
    for (ULONG i = 0; i < count; i++)
        if (name->Buffer[i] == L'.')
            last_period = i;
    RtlZeroMemory(places, length + 1);
    reach(expression, places, 0, name->Buffer[0]);
    for (ULONG i = 0; i < count; i++) {
        const WCHAR c = name->Buffer[i], next = i + 1 < count ? name->Buffer[i + 1] : 0;
        RtlZeroMemory(after, length + 1);
        for (ULONG place = 0; place < length; place++) {
            BOOLEAN stays;
            if (places[place] &&
                takes(expression->Buffer[place], c, ignore_case ? fold(c, table) : c, i == last_period, &stays))
                reach(expression, after, stays ? place : place + 1, next);
        }
        PUCHAR kept = places;
        places = after;
        after = kept;
    }
    return places[length];
}

BOOLEAN FsRtlIsNameInExpression(PUNICODE_STRING Expression, PUNICODE_STRING Name, BOOLEAN IgnoreCase,
                                PWCHAR UpcaseTable)
{
    const ULONG length = Expression->Length / sizeof(WCHAR);
    if (Name->Length == 0 || Expression->Length == 0)
        return Name->Length == Expression->Length;
    PUCHAR places = rtlp_allocate(2 * (length + 1));
    if (!places)
        ExRaiseStatus(STATUS_NO_MEMORY);
    const BOOLEAN result = matches(Expression, Name, IgnoreCase, UpcaseTable, places, places + length + 1);
    rtlp_free(places);
    return result;
}

/* --- exceptions --- */

/* Faults of the processor are bugs of the file system, not answers to its callers. */
BOOLEAN FsRtlIsNtstatusExpected(NTSTATUS Exception)
{
    return Exception != STATUS_DATATYPE_MISALIGNMENT && Exception != STATUS_ACCESS_VIOLATION &&
           Exception != STATUS_ILLEGAL_INSTRUCTION && Exception != STATUS_INSTRUCTION_MISALIGNMENT;
}

NTSTATUS FsRtlNormalizeNtstatus(NTSTATUS Exception, NTSTATUS GenericException)
{
    return FsRtlIsNtstatusExpected(Exception) ? Exception : GenericException;
}

/* --- names of eight and three --- */

static BOOLEAN is_fat_character(CHAR c, BOOLEAN wild)
{
    const UCHAR byte = (UCHAR)c;
    if (byte < ' ' || byte == 0x7F)
        return FALSE;
    for (const char *at = "\"*+,/:;<=>?[\\]|"; *at; at++)
        if (c == *at)
            return wild && (c == '*' || c == '?' || c == '<' || c == '>' || c == '"');
    return TRUE;
}

static BOOLEAN is_fat_name(const CHAR *name, ULONG length, BOOLEAN wild)
{
    ULONG period = length;
    if (length == 0 || (length <= 2 && name[0] == '.' && name[length - 1] == '.'))
        return length != 0; /* . and .. */
    for (ULONG i = 0; i < length; i++) {
        if (name[i] == '.') {
            if (period != length && !wild)
                return FALSE;
            period = i;
        } else if (!is_fat_character(name[i], wild)) {
            return FALSE;
        }
    }
    if (wild)
        return TRUE; /* a pattern may be longer than what it matches */
    ULONG base = period, extension = period < length ? length - period - 1 : 0;
    return base >= 1 && base <= 8 && extension <= 3 && (period == length || extension > 0) && name[base - 1] != ' ' &&
           name[length - 1] != ' ';
}

BOOLEAN FsRtlIsFatDbcsLegal(ANSI_STRING DbcsName, BOOLEAN WildCardsPermissible, BOOLEAN PathNamePermissible,
                            BOOLEAN LeadingBackslashPermissible)
{
    ULONG at = 0, length = DbcsName.Length;
    if (length && DbcsName.Buffer[0] == '\\') {
        if (!LeadingBackslashPermissible)
            return FALSE;
        at = 1;
        if (length == 1)
            return TRUE;
    }
    do {
        ULONG end = at;
        while (end < length && (DbcsName.Buffer[end] != '\\' || !PathNamePermissible))
            end++;
        if (!is_fat_name(DbcsName.Buffer + at, end - at, WildCardsPermissible))
            return FALSE;
        at = end + 1;
    } while (at <= length);
    return TRUE;
}
