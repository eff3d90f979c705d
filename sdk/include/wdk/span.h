/*
 * Spans: a pointer and how many elements lie behind it, which do not part. They own nothing; what they show must live
 * longer than they. Any IRQL at which the memory may be touched.
 *
 *     wdk_span buffer = …;                          // bytes to write
 *     BYTE first = *wdk_at(buffer, 0);              // a panic where there is no such element
 *     WDK_TRY(wdk_slice(&header, buffer, 0, 16));   // an error where it is too short
 *     WDK_TRY(wdk_read_le32(wdk_readonly(buffer), 4, &length));
 *
 * wdk_span and wdk_view are bytes. WDK_DECLARE_SPAN(struct entry, entry) makes entry_span and entry_view of any type. A
 * view is read-only.
 */
#ifndef WDK_SPAN_H
#define WDK_SPAN_H

#include "checked.h"

/* At file level: NAME_span and NAME_view, of elements of TYPE, and functions that make them. */
#define WDK_DECLARE_SPAN(type, name)                                                                                   \
    typedef struct name##_span {                                                                                       \
        type *first WDK_PRIVATE("wdk_at()");                                                                           \
        size_t count WDK_PRIVATE("wdk_count()");                                                                       \
    } name##_span;                                                                                                     \
    typedef struct name##_view {                                                                                       \
        const type *first WDK_PRIVATE("wdk_at()");                                                                     \
        size_t count WDK_PRIVATE("wdk_count()");                                                                       \
    } name##_view;                                                                                                     \
    WDK_PRIVATE_BEGIN                                                                                                  \
    /* Of memory that the caller answers for: in safe code only within WDK_UNSAFE. */                                  \
    WDK_INLINE name##_span name##_span_from_raw(type *first, size_t count)                                             \
    {                                                                                                                  \
        return (name##_span){first, count};                                                                            \
    }                                                                                                                  \
    WDK_INLINE name##_view name##_view_from_raw(const type *first, size_t count)                                       \
    {                                                                                                                  \
        return (name##_view){first, count};                                                                            \
    }                                                                                                                  \
    WDK_INLINE name##_view name##_readonly(name##_span span)                                                           \
    {                                                                                                                  \
        return (name##_view){span.first, span.count};                                                                  \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name##_span /* takes the semicolon */

typedef struct wdk_span {
    uint8_t *first WDK_PRIVATE("wdk_at()");
    size_t count WDK_PRIVATE("wdk_count()");
} wdk_span;
typedef struct wdk_view {
    const uint8_t *first WDK_PRIVATE("wdk_at()");
    size_t count WDK_PRIVATE("wdk_count()");
} wdk_view;

/* A part of something long, such as a disk, as somebody has asked for it: whether it is there is another question. */
typedef struct wdk_range {
    int64_t offset;
    size_t length;
} wdk_range;

WDK_PRIVATE_BEGIN

/* Of memory that the caller answers for: in safe code only within WDK_UNSAFE. */
WDK_INLINE wdk_span wdk_span_from_raw(void *first, size_t bytes)
{
    return (wdk_span){(uint8_t *)first, bytes};
}
WDK_INLINE wdk_view wdk_view_from_raw(const void *first, size_t bytes)
{
    return (wdk_view){(const uint8_t *)first, bytes};
}
WDK_INLINE wdk_view wdk_readonly(wdk_span span)
{
    return (wdk_view){span.first, span.count};
}
WDK_INLINE wdk_view wdk_view_itself_(wdk_view view)
{
    return view;
}

/* Whether `length` elements from `offset` on lie within `count`. One compare where the two are known. */
WDK_INLINE bool wdk_within_(size_t offset, size_t length, size_t count)
{
    size_t end;
    return !__builtin_add_overflow(offset, length, &end) && end <= count;
}

WDK_PRIVATE_END

/* The bytes of an object or an array: its own, not those that it points to. */
#define wdk_bytes_of(object) wdk_span_from_raw(&(object), sizeof(object))

/* A span of an array whose length the compiler knows: wdk_span_of(entry, table). */
#define wdk_span_of(name, array) name##_span_from_raw(WDK_ARRAY_(array), sizeof(array) / sizeof((array)[0]))
#define wdk_view_of(name, array) name##_view_from_raw(WDK_ARRAY_(array), sizeof(array) / sizeof((array)[0]))
#define WDK_ARRAY_(array)                                                                                              \
    ({                                                                                                                 \
        _Static_assert(!__builtin_types_compatible_p(__typeof__(array), __typeof__(&(array)[0])),                      \
                       "this is a pointer, whose length nobody knows: an array is wanted");                            \
        &(array)[0];                                                                                                   \
    })

/* A span of bytes or a view, as a view. */
#define wdk_view_in(bytes) _Generic((bytes), wdk_span: wdk_readonly, wdk_view: wdk_view_itself_)(bytes)

/* How many elements. */
#define wdk_count(span)                                                                                                \
    ({                                                                                                                 \
        WDK_PRIVATE_BEGIN size_t wdk_count_ = (span).count;                                                            \
        WDK_PRIVATE_END wdk_count_;                                                                                    \
    })

/* The address of element `index`; a panic where there is none. */
#define wdk_at(span, index)                                                                                            \
    ({                                                                                                                 \
        WDK_PRIVATE_BEGIN const __auto_type wdk_span_ = (span);                                                        \
        const size_t wdk_index_ = WDK_INDEX_(index);                                                                   \
        WDK_PANIC_UNLESS(wdk_index_ < wdk_span_.count, WDK_PANIC_BOUNDS, wdk_index_, wdk_span_.count);                 \
        __auto_type wdk_element_ = &wdk_span_.first[wdk_index_];                                                       \
        WDK_PRIVATE_END wdk_element_;                                                                                  \
    })

/* Negative numbers become too large ones, so they fail as those do; pointers and fractions do not compile. */
#define WDK_INDEX_(index)                                                                                              \
    ({                                                                                                                 \
        _Static_assert(_Generic((index), float: 0, double: 0, long double: 0, default: 1), "an index is an integer");  \
        (size_t)(index);                                                                                               \
    })

/* *part = `length` elements from `offset` on, or STATUS_BUFFER_TOO_SMALL. `part` is of the span's type. */
#define wdk_slice(part, span, offset, length)                                                                          \
    wdk_status_itself_(({                                                                                              \
        WDK_PRIVATE_BEGIN const __auto_type wdk_whole_ = (span);                                                       \
        const size_t wdk_offset_ = (offset), wdk_length_ = (length);                                                   \
        __auto_type wdk_part_ = (part);                                                                                \
        _Static_assert(__builtin_types_compatible_p(__typeof__(*wdk_part_), __typeof__(wdk_whole_)) ||                 \
                           __builtin_types_compatible_p(__typeof__(*wdk_part_), __typeof__(span)),                     \
                       "a slice has the type of its span");                                                            \
        const bool wdk_fits_ = wdk_within_(wdk_offset_, wdk_length_, wdk_whole_.count);                                \
        wdk_part_->first = wdk_fits_ ? wdk_whole_.first + wdk_offset_ : NULL;                                          \
        wdk_part_->count = wdk_fits_ ? wdk_length_ : 0;                                                                \
        WDK_PRIVATE_END wdk_fits_ ? WDK_OK : wdk_from_nt(STATUS_BUFFER_TOO_SMALL);                                     \
    }))

/* Copies all of `source` to the front of `target`, which may overlap it; STATUS_BUFFER_TOO_SMALL, and nothing is
 * copied, where it has no room. Elements are of one type. */
#define wdk_copy(target, source)                                                                                       \
    wdk_status_itself_(({                                                                                              \
        WDK_PRIVATE_BEGIN const __auto_type wdk_target_ = (target);                                                    \
        const __auto_type wdk_source_ = (source);                                                                      \
        _Static_assert(                                                                                                \
            __builtin_types_compatible_p(__typeof__(wdk_target_.first[0]), __typeof__(wdk_source_.first[0])) ||        \
                sizeof(wdk_target_.first[0]) == 1,                                                                     \
            "elements of one type are copied");                                                                        \
        const bool wdk_fits_ = wdk_source_.count <= wdk_target_.count;                                                 \
        if (wdk_fits_)                                                                                                 \
            __builtin_memmove(wdk_target_.first, wdk_source_.first, wdk_source_.count * sizeof *wdk_source_.first);    \
        WDK_PRIVATE_END wdk_fits_ ? WDK_OK : wdk_from_nt(STATUS_BUFFER_TOO_SMALL);                                     \
    }))

WDK_PRIVATE_BEGIN

/* Every byte becomes `value`. */
WDK_INLINE void wdk_fill(wdk_span span, uint8_t value)
{
    __builtin_memset(span.first, value, span.count);
}

/* Whether both have the same bytes. */
WDK_INLINE WDK_MUST_USE bool wdk_equal(wdk_view a, wdk_view b)
{
    return a.count == b.count && __builtin_memcmp(a.first, b.first, a.count) == 0;
}

/* Numbers of wire formats, little-endian or big-endian, at any alignment. STATUS_BUFFER_TOO_SMALL beyond the end. */
#define WDK_WIRE_(bits, order, swap)                                                                                   \
    WDK_INLINE wdk_status wdk_read_##order##bits(wdk_view view, size_t offset, uint##bits##_t *value)                  \
    {                                                                                                                  \
        if (!wdk_within_(offset, bits / 8, view.count))                                                                \
            return wdk_from_nt(STATUS_BUFFER_TOO_SMALL);                                                               \
        uint##bits##_t raw;                                                                                            \
        __builtin_memcpy(&raw, view.first + offset, sizeof raw);                                                       \
        *value = swap(raw);                                                                                            \
        return WDK_OK;                                                                                                 \
    }                                                                                                                  \
    WDK_INLINE wdk_status wdk_write_##order##bits(wdk_span span, size_t offset, uint##bits##_t value)                  \
    {                                                                                                                  \
        if (!wdk_within_(offset, bits / 8, span.count))                                                                \
            return wdk_from_nt(STATUS_BUFFER_TOO_SMALL);                                                               \
        const uint##bits##_t raw = swap(value);                                                                        \
        __builtin_memcpy(span.first + offset, &raw, sizeof raw);                                                       \
        return WDK_OK;                                                                                                 \
    }
WDK_WIRE_(8, le, )
WDK_WIRE_(16, le, )
WDK_WIRE_(32, le, )
WDK_WIRE_(64, le, )
WDK_WIRE_(16, be, __builtin_bswap16)
WDK_WIRE_(32, be, __builtin_bswap32)
WDK_WIRE_(64, be, __builtin_bswap64)
#undef WDK_WIRE_

/* `size` bytes from `offset` on as an object with that alignment, or NULL. */
WDK_INLINE WDK_MUST_USE void *wdk_object_at_(wdk_span span, size_t offset, size_t size, size_t alignment)
{
    if (!wdk_within_(offset, size, span.count) || ((uintptr_t)(span.first + offset) & (alignment - 1)) != 0)
        return NULL;
    return span.first + offset;
}
WDK_INLINE WDK_MUST_USE const void *wdk_const_object_at_(wdk_view view, size_t offset, size_t size, size_t alignment)
{
    if (!wdk_within_(offset, size, view.count) || ((uintptr_t)(view.first + offset) & (alignment - 1)) != 0)
        return NULL;
    return view.first + offset;
}

WDK_PRIVATE_END

/* *object = the address of a TYPE that lies `offset` bytes into a span, where it is all there and aligned; else
 * STATUS_BUFFER_TOO_SMALL or STATUS_DATATYPE_MISALIGNMENT, and *object is NULL. `object` is a TYPE ** (const for a
 * view). Only for types of which every pattern of bits is a value: no pointers, no bool, no enum in it. */
#define wdk_object_in(object, bytes, offset)                                                                           \
    wdk_status_itself_(({                                                                                              \
        __auto_type wdk_object_ = (object);                                                                            \
        *wdk_object_ = _Generic((bytes), wdk_span: wdk_object_at_, wdk_view: wdk_const_object_at_)(                    \
            bytes, offset, sizeof **wdk_object_, _Alignof(__typeof__(**wdk_object_)));                                 \
        *wdk_object_                                          ? WDK_OK                                                 \
        : wdk_count(bytes) >= sizeof **wdk_object_ + (offset) ? wdk_from_nt(STATUS_DATATYPE_MISALIGNMENT)              \
                                                              : wdk_from_nt(STATUS_BUFFER_TOO_SMALL);                  \
    }))

/* Walks over all elements: wdk_for_each (entry, entries) entry->seen = true; */
#define wdk_for_each(element, span) WDK_FOR_EACH_(element, span, WDK_UNIQUE(wdk_all_), WDK_UNIQUE(wdk_once_))
#define WDK_FOR_EACH_(element, span, all, once)                                                                        \
    WDK_PRIVATE_BEGIN for (__typeof__((span)) all = (span), *once = &all; once;                                        \
                           once = NULL) for (__typeof__(all.first) element = all.first;                                \
                                             element != all.first + all.count; element++) WDK_PRIVATE_END

#endif
