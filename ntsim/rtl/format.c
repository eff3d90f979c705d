/* The formatting engine behind printf's family and DbgPrint. */
#include "ntsim/rtl/format.h"

#include "ntsim/rtl/rtlp.h"

/* One %... of a format. */
struct field {
    BOOLEAN left, plus, space, alternate, zeros;
    LONG width, precision; /* of the latter, -1: none given */
    enum { INT_SIZE, LONG_SIZE, SHORT_SIZE, CHAR_SIZE, INT64_SIZE } size;
    BOOLEAN wide; /* a `w` or `l` before s, S, c, C, Z */
};

/* --- output --- */

static void put(struct rtlp_sink *sink, WCHAR unit)
{
    if (sink->Total < sink->Size) {
        if (sink->Kind == RTLP_WIDE)
            ((PWCHAR)sink->Buffer)[sink->Total] = unit;
        else
            ((PUCHAR)sink->Buffer)[sink->Total] = (UCHAR)unit;
    }
    sink->Total++;
}

static void repeat(struct rtlp_sink *sink, WCHAR unit, LONG count)
{
    while (count-- > 0)
        put(sink, unit);
}

static void put_bytes(struct rtlp_sink *sink, const CHAR *text, LONG length)
{
    for (LONG i = 0; i < length; i++)
        put(sink, sink->Kind == RTLP_WIDE ? rtlp_widen(&rtlp_ansi, (UCHAR)text[i]) : (UCHAR)text[i]);
}

static void put_wide(struct rtlp_sink *sink, const WCHAR *text, LONG length)
{
    const WCHAR *const end = text + length;
    while (text < end) {
        if (sink->Kind == RTLP_UTF8) {
            UCHAR bytes[4];
            BOOLEAN broken = FALSE;
            const ULONG count = rtlp_write_utf8(rtlp_read_utf16(&text, end, &broken), bytes);
            for (ULONG i = 0; i < count; i++)
                put(sink, bytes[i]);
        } else {
            put(sink, sink->Kind == RTLP_WIDE ? *text : rtlp_narrow(&rtlp_ansi, *text));
            text++;
        }
    }
}

/* --- strings --- */

static void format_string(struct rtlp_sink *sink, const struct field *field, const void *text, LONG length,
                          BOOLEAN wide)
{
    const LONG padding = field->width - length;
    if (!field->left)
        repeat(sink, field->zeros ? '0' : ' ', padding);
    if (wide)
        put_wide(sink, text, length);
    else
        put_bytes(sink, text, length);
    if (field->left)
        repeat(sink, ' ', padding);
}

static LONG limit(const struct field *field, SIZE_T length)
{
    return field->precision >= 0 && (SIZE_T)field->precision < length ? field->precision : (LONG)length;
}

static void format_terminated(struct rtlp_sink *sink, const struct field *field, const void *text, BOOLEAN wide)
{
    const SIZE_T most = field->precision >= 0 ? (SIZE_T)field->precision : MAXLONG;
    if (!text) {
        text = "(null)";
        wide = FALSE;
    }
    format_string(sink, field, text, (LONG)(wide ? wcsnlen(text, most) : strnlen(text, most)), wide);
}

static void format_counted(struct rtlp_sink *sink, const struct field *field, const STRING *string, BOOLEAN wide)
{
    if (!string || !string->Buffer)
        format_terminated(sink, field, NULL, FALSE);
    else
        format_string(sink, field, string->Buffer, limit(field, string->Length / (wide ? sizeof(WCHAR) : 1)), wide);
}

/* --- numbers --- */

static void format_number(struct rtlp_sink *sink, const struct field *field, ULONG64 value, unsigned radix,
                          BOOLEAN upper, const CHAR *prefix)
{
    CHAR digits[24 + 40];
    LONG count = 0;
    const LONG prefix_length = (LONG)strlen(prefix);
    for (; value != 0; value /= radix) {
        const unsigned one = (unsigned)(value % radix);
        digits[sizeof(digits) - 1 - count++] = (CHAR)(one < 10 ? '0' + one : (upper ? 'A' : 'a') + one - 10);
    }
    LONG zeros = (field->precision >= 0 ? field->precision : 1) - count;
    if (radix == 8 && field->alternate && zeros <= 0)
        zeros = 1;
    if (zeros < 0)
        zeros = 0;
    LONG padding = field->width - prefix_length - zeros - count;
    if (field->zeros && !field->left && field->precision < 0 && padding > 0) {
        zeros += padding;
        padding = 0;
    }
    if (!field->left)
        repeat(sink, ' ', padding);
    put_bytes(sink, prefix, prefix_length);
    repeat(sink, '0', zeros);
    put_bytes(sink, digits + sizeof(digits) - count, count);
    if (field->left)
        repeat(sink, ' ', padding);
}

/* --- the format --- */

/* Reads the format, of either width. */
struct reader {
    const void *at;
    BOOLEAN wide;
};

static WCHAR peek(const struct reader *reader)
{
    return reader->wide ? *(const WCHAR *)reader->at : *(const UCHAR *)reader->at;
}

static WCHAR take(struct reader *reader)
{
    const WCHAR unit = peek(reader);
    reader->at = (PUCHAR)reader->at + (reader->wide ? sizeof(WCHAR) : 1);
    return unit;
}

static BOOLEAN accept(struct reader *reader, WCHAR unit)
{
    if (peek(reader) != unit)
        return FALSE;
    take(reader);
    return TRUE;
}

static LONG read_count(struct reader *reader)
{
    LONG value = 0;
    while (peek(reader) >= '0' && peek(reader) <= '9')
        value = (LONG)((ULONG)value * 10 + take(reader) - '0') & MAXLONG;
    return value;
}

static void read_flags(struct reader *reader, struct field *field)
{
    for (;;) {
        if (accept(reader, '-'))
            field->left = TRUE;
        else if (accept(reader, '+'))
            field->plus = TRUE;
        else if (accept(reader, ' '))
            field->space = TRUE;
        else if (accept(reader, '#'))
            field->alternate = TRUE;
        else if (accept(reader, '0'))
            field->zeros = TRUE;
        else
            break;
    }
}

static void read_size(struct reader *reader, struct field *field)
{
    if (accept(reader, 'l')) {
        field->wide = TRUE;
        field->size = accept(reader, 'l') ? INT64_SIZE : LONG_SIZE;
    } else if (accept(reader, 'h')) {
        field->size = accept(reader, 'h') ? CHAR_SIZE : SHORT_SIZE;
    } else if (accept(reader, 'w')) {
        field->wide = TRUE;
    } else if (accept(reader, 'z') || accept(reader, 't') || accept(reader, 'j')) {
        field->size = INT64_SIZE;
    } else if (accept(reader, 'I')) {
        struct reader ahead = *reader;
        const WCHAR first = take(&ahead), second = first ? take(&ahead) : 0;
        const BOOLEAN is32 = first == '3' && second == '2', is64 = first == '6' && second == '4';
        field->size = is32 ? LONG_SIZE : INT64_SIZE; /* I alone is the size of a pointer */
        if (is32 || is64)
            *reader = ahead;
    }
}

static ULONG64 read_unsigned(const struct field *field, va_list *arguments)
{
    switch (field->size) {
    case INT64_SIZE:
        return va_arg(*arguments, ULONG64);
    case SHORT_SIZE:
        return (USHORT)va_arg(*arguments, int);
    case CHAR_SIZE:
        return (UCHAR)va_arg(*arguments, int);
    default:
        return va_arg(*arguments, ULONG);
    }
}

static LONG64 read_signed(const struct field *field, va_list *arguments)
{
    switch (field->size) {
    case INT64_SIZE:
        return va_arg(*arguments, LONG64);
    case SHORT_SIZE:
        return (SHORT)va_arg(*arguments, int);
    case CHAR_SIZE:
        return (signed char)va_arg(*arguments, int);
    default:
        return va_arg(*arguments, LONG);
    }
}

static void format_signed(struct rtlp_sink *sink, const struct field *field, LONG64 value)
{
    const CHAR *sign = value < 0 ? "-" : field->plus ? "+" : field->space ? " " : "";
    format_number(sink, field, value < 0 ? 0 - (ULONG64)value : (ULONG64)value, 10, FALSE, sign);
}

/* s and S, c and C differ: the capital is the other width than the format's, unless the size says which. */
static BOOLEAN is_wide(const struct reader *reader, const struct field *field, BOOLEAN capital)
{
    if (field->wide)
        return TRUE;
    if (field->size == SHORT_SIZE)
        return FALSE;
    return capital ? !reader->wide : reader->wide;
}

static void format_one(struct rtlp_sink *sink, struct reader *reader, struct field *field, va_list *arguments)
{
    const WCHAR type = take(reader);
    switch (type) {
    case 'd':
    case 'i':
        format_signed(sink, field, read_signed(field, arguments));
        break;
    case 'u':
        format_number(sink, field, read_unsigned(field, arguments), 10, FALSE, "");
        break;
    case 'o':
        format_number(sink, field, read_unsigned(field, arguments), 8, FALSE, "");
        break;
    case 'x':
    case 'X': {
        const ULONG64 value = read_unsigned(field, arguments);
        const CHAR *prefix = !field->alternate || value == 0 ? "" : type == 'x' ? "0x" : "0X";
        format_number(sink, field, value, 16, type == 'X', prefix);
        break;
    }
    case 'p':
        field->precision = 2 * sizeof(PVOID);
        format_number(sink, field, va_arg(*arguments, ULONG64), 16, TRUE, field->alternate ? "0X" : "");
        break;
    case 's':
    case 'S': {
        const BOOLEAN wide = is_wide(reader, field, type == 'S');
        format_terminated(sink, field, va_arg(*arguments, const void *), wide);
        break;
    }
    case 'c':
    case 'C': {
        const WCHAR unit = (WCHAR)va_arg(*arguments, int);
        const CHAR byte = (CHAR)unit;
        const BOOLEAN wide = is_wide(reader, field, type == 'C');
        format_string(sink, field, wide ? (const void *)&unit : &byte, 1, wide);
        break;
    }
    case 'Z':
        format_counted(sink, field, va_arg(*arguments, const STRING *), field->wide);
        break;
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        (void)va_arg(*arguments, ULONG64);
        break;
    case 0: /* the format ends in the middle */
        reader->at = (PUCHAR)reader->at - (reader->wide ? sizeof(WCHAR) : 1);
        break;
    default: /* %% and what is no type */
        put(sink, type);
        break;
    }
}

void rtlp_format(struct rtlp_sink *sink, const void *format, va_list arguments)
{
    struct reader reader = {format, sink->Kind == RTLP_WIDE};
    va_list own;
    va_copy(own, arguments);
    while (peek(&reader)) {
        struct field field = {.precision = -1};
        if (!accept(&reader, '%')) {
            put(sink, take(&reader));
            continue;
        }
        read_flags(&reader, &field);
        field.width = accept(&reader, '*') ? va_arg(own, LONG) : read_count(&reader);
        if (field.width < 0) {
            field.left = TRUE;
            field.width = -field.width;
        }
        if (accept(&reader, '.'))
            field.precision = accept(&reader, '*') ? va_arg(own, LONG) : read_count(&reader);
        read_size(&reader, &field);
        format_one(sink, &reader, &field, &own);
    }
    va_end(own);
}
