/*
 * Texts that own their characters: what the driver keeps of a name that Windows shows only for a moment.
 *
 *     WDK_SCOPED(wdk_owned_text) name = {};
 *     WDK_TRY(wdk_owned_text_copy(&name, wdk_text_from_raw(registry_path)));
 *     device->name = wdk_move(&name);
 *     …
 *     UNICODE_STRING raw = wdk_text_raw(wdk_owned_text_in(&device->name));
 *
 * The characters are in non-paged pool. Copying and releasing: IRQL <= DISPATCH_LEVEL; from ANSI: PASSIVE_LEVEL, which
 * the compiler checks.
 */
#ifndef WDK_OWNED_TEXT_H
#define WDK_OWNED_TEXT_H

#include "own.h"
#include "pool.h"
#include "span.h"
#include "text.h"

/* One tag for all of a driver's texts: "WTxt". */
#define WDK_OWNED_TEXT_TAG_ 0x74785457u

/* Zeroes are an empty text that owns nothing. */
typedef struct wdk_owned_text {
    WCHAR *raw WDK_PRIVATE("wdk_owned_text_in()");
    uint16_t count WDK_PRIVATE("wdk_owned_text_in()"); /* characters */
} wdk_owned_text;

WDK_PRIVATE_BEGIN

/* The text: as long as its owner has it. */
WDK_INLINE WDK_MUST_USE wdk_text wdk_owned_text_in(const wdk_owned_text *owned)
{
    return wdk_text_literal_(owned->raw, owned->count);
}

WDK_INLINE void wdk_owned_text_release(wdk_owned_text *owned)
{
    WCHAR *const raw = owned->raw;
    owned->raw = NULL;
    owned->count = 0;
    wdk_pool_free(raw, WDK_OWNED_TEXT_TAG_);
}
WDK_INLINE void wdk_owned_text_cleanup_(wdk_owned_text *owned)
{
    if (owned->raw)
        wdk_pool_free(owned->raw, WDK_OWNED_TEXT_TAG_);
}

/* Makes *owned, which is empty, a copy of the text. */
WDK_INLINE wdk_status wdk_owned_text_copy_(wdk_owned_text *owned, wdk_text text, const struct wdk_panic_site *site)
{
    if (__builtin_expect(owned->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)owned, 0);
    if (text.count == 0)
        return WDK_OK;
    owned->raw =
        wdk_pool_allocate(WDK_POOL_NON_PAGED, text.count * sizeof(WCHAR), _Alignof(WCHAR), WDK_OWNED_TEXT_TAG_);
    if (!owned->raw)
        return wdk_error(STATUS_INSUFFICIENT_RESOURCES);
    __builtin_memcpy(owned->raw, text.first, text.count * sizeof(WCHAR));
    owned->count = text.count;
    return WDK_OK;
}
#define wdk_owned_text_copy(owned, text) wdk_owned_text_copy_(owned, text, WDK_SITE(WDK_PANIC_STATE))

#ifdef _KERNEL_MODE
/* The same of bytes in the system's ANSI code page; STATUS_INVALID_BUFFER_SIZE of more than a text can have. */
WDK_INLINE wdk_status wdk_owned_text_from_ansi_(wdk_owned_text *owned, wdk_view bytes,
                                                const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(owned->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)owned, 0);
    if (bytes.count == 0)
        return WDK_OK;
    if (bytes.count > 32766)
        return wdk_error(STATUS_INVALID_BUFFER_SIZE);
    const USHORT length = (USHORT)bytes.count;
    const ANSI_STRING ansi = {length, length, (char *)bytes.first};
    /* A byte of a code page is one character at most. The terminator's room is what the conversion wants. */
    const size_t room = (bytes.count + 1) * sizeof(WCHAR);
    owned->raw = wdk_pool_allocate(WDK_POOL_NON_PAGED, room, _Alignof(WCHAR), WDK_OWNED_TEXT_TAG_);
    if (!owned->raw)
        return wdk_error(STATUS_INSUFFICIENT_RESOURCES);
    UNICODE_STRING wide = {0, (USHORT)room, owned->raw};
    const NTSTATUS status = RtlAnsiStringToUnicodeString(&wide, &ansi, FALSE);
    if (NT_SUCCESS(status))
        owned->count = (uint16_t)(wide.Length / sizeof(WCHAR));
    else
        wdk_owned_text_release(owned);
    return wdk_from_nt(status);
}
#define wdk_owned_text_from_ansi(owned, bytes) wdk_owned_text_from_ansi_(owned, bytes, WDK_SITE(WDK_PANIC_STATE))
#endif

WDK_PRIVATE_END

#endif
