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

#define DUID_VERSION_1 1
#define DUID_HARDWARE_IDS_ONLY 0
#define DUID_INCLUDE_SOFTWARE_IDS 1

typedef enum _DUID_MATCH_STATUS {
    DuidExactMatch,
    DuidSubIdMatch,
    DuidNoMatch,
    DuidErrorGeneral = 100,
    DuidErrorMissingDuid,
    DuidErrorVersionMismatch,
    DuidErrorInvalidDuid,
    DuidErrorInvalidDeviceIdDescSize,
    DuidErrorInvalidDeviceDescSize,
    DuidErrorInvalidLayoutSigSize,
    DuidErrorInvalidLayoutSigVersion,
    DuidErrorMaximum
} DUID_MATCH_STATUS;

/* The record at `Offset` of an identifier, where there is one that has `Size` bytes and lies in it as its own size says. */
FORCEINLINE PVOID WDK_DUID_PART_(_In_ PSTORAGE_DEVICE_UNIQUE_IDENTIFIER Duid, _In_ ULONG Offset, _In_ ULONG Size)
{
    const ULONG *part = (const ULONG *)((PUCHAR)Duid + Offset);
    if (Offset == 0 || Offset > Duid->Size || Duid->Size - Offset < Size || part[1] < Size || part[1] > Duid->Size - Offset) {
        return NULL;
    }
    return (PVOID)part;
}

/*
 * Whether two identifiers are one device's: all that both say is equal, or one of the descriptors that stand for a device
 * by themselves is.
 */
FORCEINLINE DUID_MATCH_STATUS CompareStorageDuids(
    _In_ PSTORAGE_DEVICE_UNIQUE_IDENTIFIER Duid1, _In_ PSTORAGE_DEVICE_UNIQUE_IDENTIFIER Duid2)
{
    PSTORAGE_DEVICE_UNIQUE_IDENTIFIER duids[2] = {Duid1, Duid2};
    PSTORAGE_DEVICE_ID_DESCRIPTOR ids[2] = {NULL, NULL};
    PSTORAGE_DEVICE_LAYOUT_SIGNATURE layouts[2] = {NULL, NULL};
    PUCHAR one, other;
    ULONG i;

    if (Duid1 == NULL || Duid2 == NULL) {
        return DuidErrorMissingDuid;
    }
    for (i = 0; i < 2; i++) {
        if (duids[i]->Version != DUID_VERSION_1) {
            return DuidErrorVersionMismatch;
        }
        if (duids[i]->Size < sizeof(STORAGE_DEVICE_UNIQUE_IDENTIFIER)) {
            return DuidErrorInvalidDuid;
        }
    }
    one = (PUCHAR)Duid1;
    other = (PUCHAR)Duid2;
    if (Duid1->Size == Duid2->Size) {
        for (i = 0; i < Duid1->Size && one[i] == other[i]; i++) {
        }
        if (i == Duid1->Size) {
            return DuidExactMatch;
        }
    }
    for (i = 0; i < 2; i++) {
        ids[i] = (PSTORAGE_DEVICE_ID_DESCRIPTOR)WDK_DUID_PART_(
            duids[i], duids[i]->StorageDeviceIdOffset, FIELD_OFFSET(STORAGE_DEVICE_ID_DESCRIPTOR, Identifiers));
        if (duids[i]->StorageDeviceIdOffset != 0 && ids[i] == NULL) {
            return DuidErrorInvalidDeviceIdDescSize;
        }
        if (duids[i]->StorageDeviceOffset != 0 &&
            WDK_DUID_PART_(duids[i], duids[i]->StorageDeviceOffset,
                FIELD_OFFSET(STORAGE_DEVICE_DESCRIPTOR, RawDeviceProperties)) == NULL) {
            return DuidErrorInvalidDeviceDescSize;
        }
        layouts[i] = (PSTORAGE_DEVICE_LAYOUT_SIGNATURE)WDK_DUID_PART_(
            duids[i], duids[i]->DriveLayoutSignatureOffset, sizeof(STORAGE_DEVICE_LAYOUT_SIGNATURE));
        if (duids[i]->DriveLayoutSignatureOffset != 0 && layouts[i] == NULL) {
            return DuidErrorInvalidLayoutSigSize;
        }
        if (layouts[i] != NULL && layouts[i]->Version != DUID_VERSION_1) {
            return DuidErrorInvalidLayoutSigVersion;
        }
    }
    if (ids[0] != NULL && ids[1] != NULL && ids[0]->Size == ids[1]->Size && ids[0]->NumberOfIdentifiers != 0) {
        one = (PUCHAR)ids[0];
        other = (PUCHAR)ids[1];
        for (i = 0; i < ids[0]->Size && one[i] == other[i]; i++) {
        }
        if (i == ids[0]->Size) {
            return DuidSubIdMatch;
        }
    }
    if (layouts[0] != NULL && layouts[1] != NULL && layouts[0]->Mbr == layouts[1]->Mbr) {
        const ULONG used = layouts[0]->Mbr ? sizeof(ULONG) : sizeof(GUID);
        one = (PUCHAR)&layouts[0]->DeviceSpecific;
        other = (PUCHAR)&layouts[1]->DeviceSpecific;
        for (i = 0; i < used && one[i] == other[i]; i++) {
        }
        if (i == used) {
            return DuidSubIdMatch;
        }
    }
    return DuidNoMatch;
}

#ifdef __cplusplus
}
#endif
#endif
