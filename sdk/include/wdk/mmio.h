/*
 * Registers of a device in memory: windows that know their length, and registers that know their width and place.
 *
 *     WDK_REGISTER_BLOCK(uart, 0x20);                                // at least so many bytes of registers
 *     WDK_REGISTER(uart, control, 32, 0x08);                         // uart_control_read(), uart_control_write()
 *     WDK_REGISTER_READ_ONLY(uart, status, 32, 0x0C);
 *
 *     WDK_TRY(wdk_mmio_map(&device->mapping, physical, length));      // owned: unmapped when it is released
 *     WDK_TRY(uart_in(wdk_mmio_window(&device->mapping), &device->uart));
 *     uart_control_write(device->uart, uart_control_read(device->uart) | 1);
 *     wdk_mmio_write16(window, 4 * channel, 7);                      // a place that is computed: checked at run time
 *
 * What a block's registers cost is the access: whether they lie within it is known while compiling, and whether the
 * block lies within its window is asked once. An empty block is at address 0, where every access faults.
 * wdf/resources.h maps what WDF says. Mapping: PASSIVE_LEVEL, which the compiler checks; access: any IRQL.
 */
#ifndef WDK_MMIO_H
#define WDK_MMIO_H

#include "irql.h"
#include "own.h"
#include "status.h"

/* A range of registers; it owns nothing. */
typedef struct wdk_mmio {
    volatile uint8_t *first WDK_PRIVATE("wdk_mmio_read32() and its kin");
    size_t bytes WDK_PRIVATE("wdk_mmio_bytes()");
} wdk_mmio;

/* A mapping that is undone when it is released. */
typedef struct wdk_mmio_mapping {
    void *raw WDK_PRIVATE("wdk_mmio_window()");
    size_t bytes WDK_PRIVATE("wdk_mmio_window()");
} wdk_mmio_mapping;

WDK_PRIVATE_BEGIN

/* Registers that the caller answers for: in safe code only within WDK_UNSAFE. */
WDK_INLINE WDK_MUST_USE wdk_mmio wdk_mmio_from_raw(volatile void *first, size_t bytes)
{
    return (wdk_mmio){(volatile uint8_t *)first, bytes};
}
WDK_INLINE WDK_MUST_USE size_t wdk_mmio_bytes(wdk_mmio window)
{
    return window.bytes;
}
/* *part = `bytes` bytes from `offset` on, or STATUS_BUFFER_TOO_SMALL. */
WDK_INLINE wdk_status wdk_mmio_slice(wdk_mmio *part, wdk_mmio window, size_t offset, size_t bytes)
{
    const bool fits = offset <= window.bytes && bytes <= window.bytes - offset;
    *part = fits ? (wdk_mmio){window.first + offset, bytes} : (wdk_mmio){0};
    return fits ? WDK_OK : wdk_from_nt(STATUS_BUFFER_TOO_SMALL);
}

/* Maps device memory, not cached. *mapping is empty before. */
WDK_INLINE wdk_status wdk_mmio_map_(wdk_mmio_mapping *mapping, PHYSICAL_ADDRESS physical, size_t bytes,
                                    const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (__builtin_expect(mapping->raw != NULL, 0))
        wdk_panic(site, (uintptr_t)mapping->raw, 0);
    if (bytes == 0)
        return wdk_error(STATUS_INVALID_PARAMETER);
    mapping->raw = MmMapIoSpaceEx(physical, bytes, PAGE_READWRITE | PAGE_NOCACHE);
    if (!mapping->raw)
        return wdk_error(STATUS_INSUFFICIENT_RESOURCES);
    mapping->bytes = bytes;
    return WDK_OK;
}
#define wdk_mmio_map(mapping, physical, bytes) wdk_mmio_map_(mapping, physical, bytes, WDK_SITE(WDK_PANIC_STATE))

/* The same of a translated resource; STATUS_DEVICE_CONFIGURATION_ERROR where that is no memory. */
WDK_INLINE wdk_status wdk_mmio_map_resource_(wdk_mmio_mapping *mapping, const CM_PARTIAL_RESOURCE_DESCRIPTOR *resource,
                                             const struct wdk_panic_site *site) WDK_AT_PASSIVE
{
    if (!resource || resource->Type != CmResourceTypeMemory)
        return wdk_error(STATUS_DEVICE_CONFIGURATION_ERROR);
    return wdk_mmio_map_(mapping, resource->u.Memory.Start, resource->u.Memory.Length, site);
}
#define wdk_mmio_map_resource(mapping, resource) wdk_mmio_map_resource_(mapping, resource, WDK_SITE(WDK_PANIC_STATE))

WDK_INLINE WDK_MUST_USE wdk_mmio wdk_mmio_window_(const wdk_mmio_mapping *mapping, const struct wdk_panic_site *site)
{
    if (__builtin_expect(mapping->raw == NULL, 0))
        wdk_panic(site, (uintptr_t)mapping, 0);
    return (wdk_mmio){(volatile uint8_t *)mapping->raw, mapping->bytes};
}
/* All of it, as long as it is mapped; a panic where nothing is. */
#define wdk_mmio_window(mapping) wdk_mmio_window_(mapping, WDK_SITE(WDK_PANIC_NULL))

WDK_INLINE WDK_MUST_USE bool wdk_mmio_mapping_is_empty(const wdk_mmio_mapping *mapping)
{
    return mapping->raw == NULL;
}
/* Undoes it; an empty one is nothing. Blocks and windows of it are at an end. */
WDK_INLINE void wdk_mmio_mapping_release(wdk_mmio_mapping *mapping) WDK_AT_PASSIVE
{
    void *const raw = mapping->raw;
    mapping->raw = NULL;
    if (raw)
        MmUnmapIoSpace(raw, mapping->bytes);
}
WDK_INLINE void wdk_mmio_mapping_cleanup_(wdk_mmio_mapping *mapping) WDK_AT_PASSIVE
{
    wdk_mmio_mapping_release(mapping);
}

#define wdk_register_read8_(place)          READ_REGISTER_UCHAR((volatile UCHAR *)(place))
#define wdk_register_read16_(place)         READ_REGISTER_USHORT((volatile USHORT *)(place))
#define wdk_register_read32_(place)         READ_REGISTER_ULONG((volatile ULONG *)(place))
#define wdk_register_read64_(place)         READ_REGISTER_ULONG64((volatile ULONG64 *)(place))
#define wdk_register_write8_(place, value)  WRITE_REGISTER_UCHAR((volatile UCHAR *)(place), value)
#define wdk_register_write16_(place, value) WRITE_REGISTER_USHORT((volatile USHORT *)(place), value)
#define wdk_register_write32_(place, value) WRITE_REGISTER_ULONG((volatile ULONG *)(place), value)
#define wdk_register_write64_(place, value) WRITE_REGISTER_ULONG64((volatile ULONG64 *)(place), value)

WDK_INLINE volatile void *wdk_mmio_place_(wdk_mmio window, size_t offset, size_t size,
                                          const struct wdk_panic_site *bounds, const struct wdk_panic_site *alignment)
{
    if (__builtin_expect(offset > window.bytes || size > window.bytes - offset, 0))
        wdk_panic(bounds, offset, window.bytes);
    if (__builtin_expect(((uintptr_t)(window.first + offset) & (size - 1)) != 0, 0))
        wdk_panic(alignment, offset, size);
    return window.first + offset;
}
#define WDK_MMIO_WIDTH_(bits)                                                                                          \
    WDK_INLINE WDK_MUST_USE uint##bits##_t wdk_mmio_read##bits##_(                                                     \
        wdk_mmio window, size_t offset, const struct wdk_panic_site *bounds, const struct wdk_panic_site *alignment)   \
    {                                                                                                                  \
        return wdk_register_read##bits##_(wdk_mmio_place_(window, offset, bits / 8, bounds, alignment));               \
    }                                                                                                                  \
    WDK_INLINE void wdk_mmio_write##bits##_(wdk_mmio window, size_t offset, uint##bits##_t value,                      \
                                            const struct wdk_panic_site *bounds,                                       \
                                            const struct wdk_panic_site *alignment)                                    \
    {                                                                                                                  \
        wdk_register_write##bits##_(wdk_mmio_place_(window, offset, bits / 8, bounds, alignment), value);              \
    }
WDK_MMIO_WIDTH_(8)
WDK_MMIO_WIDTH_(16)
WDK_MMIO_WIDTH_(32)
WDK_MMIO_WIDTH_(64)
#undef WDK_MMIO_WIDTH_

WDK_PRIVATE_END

/* The register `offset` bytes into a window: a panic beyond its end, or where it is not aligned to its width. */
#define WDK_MMIO_SITES_                         WDK_SITE(WDK_PANIC_BOUNDS), WDK_SITE(WDK_PANIC_ALIGNMENT)
#define wdk_mmio_read8(window, offset)          wdk_mmio_read8_(window, offset, WDK_MMIO_SITES_)
#define wdk_mmio_read16(window, offset)         wdk_mmio_read16_(window, offset, WDK_MMIO_SITES_)
#define wdk_mmio_read32(window, offset)         wdk_mmio_read32_(window, offset, WDK_MMIO_SITES_)
#define wdk_mmio_read64(window, offset)         wdk_mmio_read64_(window, offset, WDK_MMIO_SITES_)
#define wdk_mmio_write8(window, offset, value)  wdk_mmio_write8_(window, offset, value, WDK_MMIO_SITES_)
#define wdk_mmio_write16(window, offset, value) wdk_mmio_write16_(window, offset, value, WDK_MMIO_SITES_)
#define wdk_mmio_write32(window, offset, value) wdk_mmio_write32_(window, offset, value, WDK_MMIO_SITES_)
#define wdk_mmio_write64(window, offset, value) wdk_mmio_write64_(window, offset, value, WDK_MMIO_SITES_)

/* At file level: a block of `size` bytes of registers. NAME_in(window, &block): the block at the front of a window;
 * STATUS_DEVICE_CONFIGURATION_ERROR where that is shorter, or not aligned to 8 bytes. */
#define WDK_REGISTER_BLOCK(name, size)                                                                                 \
    typedef struct name {                                                                                              \
        volatile uint8_t *first WDK_PRIVATE("the functions of WDK_REGISTER()");                                        \
    } name;                                                                                                            \
    enum { name##_bytes_ = (size) };                                                                                   \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE wdk_status name##_in(wdk_mmio window, name *block)                                                      \
    {                                                                                                                  \
        const bool fits = window.bytes >= (size) && ((uintptr_t)window.first & 7) == 0;                                \
        block->first = fits ? window.first : NULL;                                                                     \
        return fits ? WDK_OK : wdk_from_nt(STATUS_DEVICE_CONFIGURATION_ERROR);                                         \
    }                                                                                                                  \
    WDK_PRIVATE_END                                                                                                    \
    struct name /* takes the semicolon */

/* A register of 8, 16, 32 or 64 bits of a block. */
#define WDK_REGISTER(block, name, bits, offset)                                                                        \
    WDK_REGISTER_READ_(block, name, bits, offset) WDK_REGISTER_WRITE_(block, name, bits, offset) struct block
#define WDK_REGISTER_READ_ONLY(block, name, bits, offset)  WDK_REGISTER_READ_(block, name, bits, offset) struct block
#define WDK_REGISTER_WRITE_ONLY(block, name, bits, offset) WDK_REGISTER_WRITE_(block, name, bits, offset) struct block

#define WDK_REGISTER_CHECK_(block, bits, offset)                                                                       \
    _Static_assert((offset) >= 0 && (offset) + bits / 8 <= block##_bytes_, "a register lies within its block");        \
    _Static_assert((offset) % (bits / 8) == 0, "a register is aligned to its width");
#define WDK_REGISTER_READ_(block, name, bits, offset)                                                                  \
    WDK_REGISTER_CHECK_(block, bits, offset)                                                                           \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE WDK_MUST_USE uint##bits##_t block##_##name##_read(block registers)                                      \
    {                                                                                                                  \
        return wdk_register_read##bits##_(registers.first + (offset));                                                 \
    }                                                                                                                  \
    WDK_PRIVATE_END
#define WDK_REGISTER_WRITE_(block, name, bits, offset)                                                                 \
    WDK_REGISTER_CHECK_(block, bits, offset)                                                                           \
    WDK_PRIVATE_BEGIN                                                                                                  \
    WDK_INLINE void block##_##name##_write(block registers, uint##bits##_t value)                                      \
    {                                                                                                                  \
        wdk_register_write##bits##_(registers.first + (offset), value);                                                \
    }                                                                                                                  \
    WDK_PRIVATE_END

#endif
