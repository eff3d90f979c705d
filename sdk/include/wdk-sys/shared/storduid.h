/*
 * One identifier of a device, made of all it says of itself, to compare devices by. Facts: the public reference (storduid.h), mingw-w64.
 */
#ifndef WDK_STORDUID_H
#define WDK_STORDUID_H

#include <ntddstor.h>

#ifdef __cplusplus
extern "C" {
#endif

#define _INC_STORDUID
typedef struct _STORAGE_DEVICE_UNIQUE_IDENTIFIER {
    ULONG Version;
    ULONG Size;
    ULONG StorageDeviceIdOffset;
    ULONG StorageDeviceOffset;
    ULONG DriveLayoutSignatureOffset;
} STORAGE_DEVICE_UNIQUE_IDENTIFIER, *PSTORAGE_DEVICE_UNIQUE_IDENTIFIER;
typedef struct _STORAGE_DEVICE_LAYOUT_SIGNATURE {
    ULONG Version;
    ULONG Size;
    BOOLEAN Mbr;
    union {
        ULONG MbrSignature;
        GUID GptDiskId;
    } DeviceSpecific;
} STORAGE_DEVICE_LAYOUT_SIGNATURE, *PSTORAGE_DEVICE_LAYOUT_SIGNATURE;

#ifdef __cplusplus
}
#endif
#endif
