/*
 * Texts: UTF-16 and bytes with their length, which need no terminator, and are never read beyond it.
 *
 *     wdk_text name = WDK_TEXT(L"Parameters");            // a literal, its length counted while compiling
 *     if (wdk_text_equal(name, other)) …
 *     WDK_TRY(wdk_text_append(&buffer, name));            // STATUS_BUFFER_OVERFLOW where there is no room
 *     UNICODE_STRING raw = wdk_text_raw(name);            // for a call of Windows
 *
 * A wdk_text owns nothing and is read-only. A wdk_text_buffer is room of the caller's that is filled; what is in it is
 * a wdk_text. Comparing without case and appending: PASSIVE_LEVEL, as the kernel's functions for that.
 */
#ifndef WDK_TEXT_H
#define WDK_TEXT_H

#include "checked.h"
#include "irql.h"

typedef struct wdk_text {
    const WCHAR *first WDK_PRIVATE("wdk_text_at()");
    uint16_t count WDK_PRIVATE("wdk_text_count()"); /* characters */
} wdk_text;

typedef struct wdk_text_buffer {
    WCHAR *first WDK_PRIVATE("wdk_text_in()");
    uint16_t count WDK_PRIVATE("wdk_text_in()");
    uint16_t capacity WDK_PRIVATE("wdk_text_append()");
} wdk_text_buffer;

/* The text of a literal: L"…" */
#define WDK_TEXT(literal)                                                                                              \
    ({                                                                                                                 \
        _Static_assert(sizeof(L"" literal) / sizeof(WCHAR) <= 32767, "a text has at most 32,766 characters");          \
        wdk_text_literal_(L"" literal, (uint16_t)(sizeof(L"" literal) / sizeof(WCHAR) - 1));                           \
    })

/* Room in an array of WCHAR; empty. */
#define wdk_text_room(array)                                                                                           \
    ({                                                                                                                 \
        _Static_assert(!__builtin_types_compatible_p(__typeof__(array), __typeof__(&(array)[0])),                      \
                       "this is a pointer, whose length nobody knows: an array is wanted");                            \
        _Static_assert(sizeof(array) / sizeof(WCHAR) <= 32767, "a text has at most 32,767 characters");                \
        wdk_text_room_((array), (uint16_t)(sizeof(array) / sizeof(WCHAR)));                                            \
    })

WDK_PRIVATE_BEGIN

WDK_INLINE wdk_text wdk_text_literal_(const WCHAR *first, uint16_t count)
{
    return (wdk_text){first, count};
}
WDK_INLINE wdk_text_buffer wdk_text_room_(WCHAR *first, uint16_t capacity)
{
    return (wdk_text_buffer){first, 0, capacity};
}

/* What is in the buffer; it is seen there as long as the buffer's room lives. */
WDK_INLINE WDK_MUST_USE wdk_text wdk_text_in(const wdk_text_buffer *buffer)
{
    return (wdk_text){buffer->first, buffer->count};
}

/* The text of a string that Windows has given: as long as that lives. */
WDK_INLINE WDK_MUST_USE wdk_text wdk_text_from_raw(const UNICODE_STRING *raw)
{
    return (wdk_text){raw->Buffer, (uint16_t)(raw->Length / sizeof(WCHAR))};
}
/* For a call of Windows that reads it. It has no terminator. */
WDK_INLINE WDK_MUST_USE UNICODE_STRING wdk_text_raw(wdk_text text)
{
    const uint16_t bytes = (uint16_t)(text.count * sizeof(WCHAR));
    return (UNICODE_STRING){bytes, bytes, (WCHAR *)text.first};
}

WDK_INLINE WDK_MUST_USE size_t wdk_text_count(wdk_text text)
{
    return text.count;
}
WDK_INLINE WDK_MUST_USE WCHAR wdk_text_at_(wdk_text text, size_t index, const struct wdk_panic_site *site)
{
    if (__builtin_expect(index >= text.count, 0))
        wdk_panic(site, index, text.count);
    return text.first[index];
}
/* Character `index`; a panic where there is none. */
#define wdk_text_at(text, index) wdk_text_at_(text, index, WDK_SITE(WDK_PANIC_BOUNDS))

/* The same characters. */
WDK_INLINE WDK_MUST_USE bool wdk_text_equal(wdk_text a, wdk_text b)
{
    return a.count == b.count && __builtin_memcmp(a.first, b.first, a.count * sizeof(WCHAR)) == 0;
}

/* *part = `count` characters from `offset` on, or STATUS_BUFFER_TOO_SMALL. */
WDK_INLINE wdk_status wdk_text_slice(wdk_text *part, wdk_text text, size_t offset, size_t count)
{
    const bool fits = offset <= text.count && count <= text.count - offset;
    *part = fits ? (wdk_text){text.first + offset, (uint16_t)count} : (wdk_text){0};
    return fits ? WDK_OK : wdk_from_nt(STATUS_BUFFER_TOO_SMALL);
}

/* Adds the text behind what is there; STATUS_BUFFER_OVERFLOW, and nothing is added, where there is no room. */
WDK_INLINE wdk_status wdk_text_append(wdk_text_buffer *buffer, wdk_text text)
{
    if (text.count > buffer->capacity - buffer->count)
        return wdk_error(STATUS_BUFFER_OVERFLOW);
    __builtin_memmove(buffer->first + buffer->count, text.first, text.count * sizeof(WCHAR));
    buffer->count = (uint16_t)(buffer->count + text.count);
    return WDK_OK;
}
WDK_INLINE void wdk_text_clear(wdk_text_buffer *buffer)
{
    buffer->count = 0;
}

WDK_INLINE WDK_MUST_USE uint32_t wdk_text_digit_(WCHAR character)
{
    const uint32_t letter = (uint32_t)(character | 0x20) - 'a';
    return character >= '0' && character <= '9' ? (uint32_t)character - '0' : letter < 26 ? letter + 10 : UINT32_MAX;
}
/* *number of a text in decimal, or with 0x before it. STATUS_INVALID_PARAMETER where there is anything else, or
 * nothing; STATUS_INTEGER_OVERFLOW. */
static inline __attribute__((unused)) wdk_status wdk_text_number(wdk_text text, uint32_t *number)
{
    const bool is_hex = text.count >= 2 && text.first[0] == '0' && (text.first[1] | 0x20) == 'x';
    const uint32_t base = is_hex ? 16 : 10;
    const uint16_t begin = is_hex ? 2 : 0;
    uint32_t value = 0;
    if (begin == text.count)
        return wdk_error(STATUS_INVALID_PARAMETER);
    for (uint16_t i = begin; i < text.count; i++) {
        const uint32_t digit = wdk_text_digit_(text.first[i]);
        if (digit >= base)
            return wdk_error(STATUS_INVALID_PARAMETER);
        if (__builtin_mul_overflow(value, base, &value) || __builtin_add_overflow(value, digit, &value))
            return wdk_error(STATUS_INTEGER_OVERFLOW);
    }
    *number = value;
    return WDK_OK;
}

#ifdef _KERNEL_MODE
/* The same but for the case of letters. */
WDK_INLINE WDK_MUST_USE bool wdk_text_equal_ignoring_case(wdk_text a, wdk_text b) WDK_AT_PASSIVE
{
    const UNICODE_STRING first = wdk_text_raw(a), second = wdk_text_raw(b);
    return RtlEqualUnicodeString(&first, &second, TRUE);
}
#endif

WDK_PRIVATE_END

#endif
