/*
 * Registry keys with typed values. PASSIVE_LEVEL, which the compiler checks.
 *
 *     WDK_SCOPED(wdk_key) key = {};
 *     WDK_TRY(wdk_key_open_parameters(&key, driver, KEY_READ));
 *     ULONG limit = wdk_key_ulong_or(&key, L"Limit", 64);           // what there is not is 64
 *     WDK_TRY(wdk_key_read_ulong(&key, L"Limit", &limit));          // an error
 *
 * Names are literals. An empty key stops in WDF itself, as every handle that is none.
 */
#ifndef WDK_WDF_REGISTRY_H
#define WDK_WDF_REGISTRY_H

#include "../own.h"
#include "../span.h"
#include "../text.h"
#include <wdf.h>

WDK_INLINE void wdk_key_close_raw_(WDFKEY raw)
{
    WdfRegistryClose(raw);
}
WDK_OWNED_TYPE(wdk_key, WDFKEY, wdk_key_close_raw_);

/* A literal as Windows takes it. */
#define WDK_NAME_(literal)                                                                                             \
    ({                                                                                                                 \
        static const UNICODE_STRING wdk_name_ = {sizeof(L"" literal) - sizeof(WCHAR), sizeof(L"" literal),             \
                                                 (PWSTR)L"" literal};                                                  \
        &wdk_name_;                                                                                                    \
    })

WDK_PRIVATE_BEGIN

/* The Parameters below the driver's service; the hardware key of a device (PLUGPLAY_REGKEY_DEVICE) or its software key.
 */
WDK_INLINE wdk_status wdk_key_open_parameters(wdk_key *key, WDFDRIVER driver, ACCESS_MASK access) WDK_AT_PASSIVE
{
    WDK_PANIC_UNLESS(key->raw == NULL, WDK_PANIC_STATE, key->raw, 0);
    return wdk_from_nt(WdfDriverOpenParametersRegistryKey(driver, access, WDF_NO_OBJECT_ATTRIBUTES, &key->raw));
}
WDK_INLINE wdk_status wdk_key_open_device(wdk_key *key, WDFDEVICE device, ULONG which,
                                          ACCESS_MASK access) WDK_AT_PASSIVE
{
    WDK_PANIC_UNLESS(key->raw == NULL, WDK_PANIC_STATE, key->raw, 0);
    return wdk_from_nt(WdfDeviceOpenRegistryKey(device, which, access, WDF_NO_OBJECT_ATTRIBUTES, &key->raw));
}

WDK_INLINE wdk_status wdk_key_read_ulong_(const wdk_key *key, const UNICODE_STRING *name, ULONG *value) WDK_AT_PASSIVE
{
    return wdk_from_nt(WdfRegistryQueryULong(key->raw, name, value));
}
WDK_INLINE WDK_MUST_USE ULONG wdk_key_ulong_or_(const wdk_key *key, const UNICODE_STRING *name,
                                                ULONG otherwise) WDK_AT_PASSIVE
{
    ULONG value;
    return wdk_ok(wdk_key_read_ulong_(key, name, &value)) ? value : otherwise;
}
WDK_INLINE wdk_status wdk_key_write_ulong_(const wdk_key *key, const UNICODE_STRING *name, ULONG value) WDK_AT_PASSIVE
{
    return wdk_from_nt(WdfRegistryAssignULong(key->raw, name, value));
}
WDK_INLINE wdk_status wdk_key_read_text_(const wdk_key *key, const UNICODE_STRING *name,
                                         wdk_text_buffer *value) WDK_AT_PASSIVE
{
    UNICODE_STRING room = {0, (USHORT)(value->capacity * sizeof(WCHAR)), value->first};
    USHORT needed;
    const NTSTATUS status = WdfRegistryQueryUnicodeString(key->raw, name, &needed, &room);
    value->count = NT_SUCCESS(status) ? (uint16_t)(room.Length / sizeof(WCHAR)) : 0;
    return wdk_from_nt(status);
}
/* *used = how many bytes there are; STATUS_BUFFER_OVERFLOW where `room` is too small; STATUS_OBJECT_TYPE_MISMATCH where
 * the value is not REG_BINARY. */
WDK_INLINE wdk_status wdk_key_read_bytes_(const wdk_key *key, const UNICODE_STRING *name, wdk_span room,
                                          size_t *used) WDK_AT_PASSIVE
{
    ULONG length = 0, type = 0;
    const NTSTATUS status = WdfRegistryQueryValue(key->raw, name, room.count > UINT32_MAX ? UINT32_MAX : (ULONG)room.count,
                                                  room.first, &length, &type);
    *used = NT_SUCCESS(status) ? length : 0;
    return wdk_from_nt(NT_SUCCESS(status) && type != REG_BINARY ? STATUS_OBJECT_TYPE_MISMATCH : status);
}

WDK_PRIVATE_END

#define wdk_key_read_ulong(key, name, value)      wdk_key_read_ulong_(key, WDK_NAME_(name), value)
#define wdk_key_ulong_or(key, name, otherwise)    wdk_key_ulong_or_(key, WDK_NAME_(name), otherwise)
#define wdk_key_write_ulong(key, name, value)     wdk_key_write_ulong_(key, WDK_NAME_(name), value)
#define wdk_key_read_text(key, name, buffer)      wdk_key_read_text_(key, WDK_NAME_(name), buffer)
#define wdk_key_read_bytes(key, name, room, used) wdk_key_read_bytes_(key, WDK_NAME_(name), room, used)

#endif
