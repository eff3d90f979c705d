/*
 * Requests of either kind, SCSI_REQUEST_BLOCK or STORAGE_REQUEST_BLOCK, read and written by one set of routines. Facts: the public
 * documentation of srbhelper.h, and its use in the class driver samples.
 */
#ifndef WDK_SRBHELPER_H
#define WDK_SRBHELPER_H

#ifndef WDK_STORPORT_REQUEST_H
#include <srb.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifndef SrbMoveMemory
#define SrbMoveMemory(Destination, Source, Length) RtlMoveMemory((Destination), (Source), (Length))
#endif
#ifndef SrbCopyMemory
#define SrbCopyMemory(Destination, Source, Length) RtlCopyMemory((Destination), (Source), (Length))
#endif
#ifndef SrbZeroMemory
#define SrbZeroMemory(Destination, Length) RtlZeroMemory((Destination), (Length))
#endif
#ifndef SrbEqualMemory
#define SrbEqualMemory(Source1, Source2, Length) RtlEqualMemory((Source1), (Source2), (Length))
#endif

/* Extensions: NULL where there is none, or where one would not lie inside the request. */
FORCEINLINE PSRBEX_DATA SrbGetSrbExDataByIndex(_In_ PSTORAGE_REQUEST_BLOCK Srb, _In_ ULONG SrbExDataIndex)
{
    ULONG offset, end;
    if (Srb->Function != SRB_FUNCTION_STORAGE_REQUEST_BLOCK || SrbExDataIndex >= Srb->NumSrbExData) {
        return NULL;
    }
    offset = Srb->SrbExDataOffset[SrbExDataIndex];
    end = Srb->SrbLength;
    if (offset < UFIELD_OFFSET(STORAGE_REQUEST_BLOCK, SrbExDataOffset) || offset >= end ||
        end - offset < UFIELD_OFFSET(SRBEX_DATA, Data)) {
        return NULL;
    }
    return (PSRBEX_DATA)((PUCHAR)Srb + offset);
}
FORCEINLINE PSRBEX_DATA SrbGetSrbExDataByType(_In_ PSTORAGE_REQUEST_BLOCK Srb, _In_ SRBEXDATATYPE Type)
{
    ULONG i;
    if (Srb->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        for (i = 0; i < Srb->NumSrbExData; i++) {
            PSRBEX_DATA data = SrbGetSrbExDataByIndex(Srb, i);
            if (data != NULL && data->Type == Type) {
                return data;
            }
        }
    }
    return NULL;
}
/* The first extension of one of the two types; what a request to execute a command has is one of the three that hold a block. */
FORCEINLINE PSRBEX_DATA SrbGetPrimarySrbExData(_In_ PSTORAGE_REQUEST_BLOCK Srb)
{
    PSRBEX_DATA data = NULL;
    switch (Srb->SrbFunction) {
    case SRB_FUNCTION_POWER:
        return SrbGetSrbExDataByType(Srb, SrbExDataTypePower);
    case SRB_FUNCTION_PNP:
        return SrbGetSrbExDataByType(Srb, SrbExDataTypePnP);
    case SRB_FUNCTION_WMI:
        return SrbGetSrbExDataByType(Srb, SrbExDataTypeWmi);
    case SRB_FUNCTION_EXECUTE_SCSI:
        data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdb16);
        if (data == NULL) {
            data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdb32);
        }
        if (data == NULL) {
            data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdbVar);
        }
        return data;
    default:
        return NULL;
    }
}

/* The command block and what belongs to it, of an extended request. Each answer may be NULL; the two lengths are the same. */
FORCEINLINE PCDB SrbGetScsiData(_In_ PSTORAGE_REQUEST_BLOCK SrbEx, _In_opt_ PUCHAR CdbLength8,
    _In_opt_ PULONG CdbLength32, _In_opt_ PUCHAR ScsiStatus, _In_opt_ PVOID *SenseInfoBuffer,
    _In_opt_ PUCHAR SenseInfoBufferLength)
{
    PCDB cdb = NULL;
    ULONG length = 0;
    UCHAR status = 0, senseLength = 0;
    PVOID sense = NULL;
    ULONG i;
    if (SrbEx->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK && SrbEx->SrbFunction == SRB_FUNCTION_EXECUTE_SCSI) {
        for (i = 0; i < SrbEx->NumSrbExData && cdb == NULL; i++) {
            PSRBEX_DATA data = SrbGetSrbExDataByIndex(SrbEx, i);
            if (data == NULL) {
                continue;
            }
            if (data->Type == SrbExDataTypeScsiCdb16) {
                PSRBEX_DATA_SCSI_CDB16 cdb16 = (PSRBEX_DATA_SCSI_CDB16)data;
                length = cdb16->CdbLength;
                cdb = (PCDB)cdb16->Cdb;
                status = cdb16->ScsiStatus;
                sense = cdb16->SenseInfoBuffer;
                senseLength = cdb16->SenseInfoBufferLength;
            } else if (data->Type == SrbExDataTypeScsiCdb32) {
                PSRBEX_DATA_SCSI_CDB32 cdb32 = (PSRBEX_DATA_SCSI_CDB32)data;
                length = cdb32->CdbLength;
                cdb = (PCDB)cdb32->Cdb;
                status = cdb32->ScsiStatus;
                sense = cdb32->SenseInfoBuffer;
                senseLength = cdb32->SenseInfoBufferLength;
            } else if (data->Type == SrbExDataTypeScsiCdbVar) {
                PSRBEX_DATA_SCSI_CDB_VAR cdbVar = (PSRBEX_DATA_SCSI_CDB_VAR)data;
                length = cdbVar->CdbLength;
                cdb = (PCDB)cdbVar->Cdb;
                status = cdbVar->ScsiStatus;
                sense = cdbVar->SenseInfoBuffer;
                senseLength = cdbVar->SenseInfoBufferLength;
            }
        }
    }
    if (CdbLength8 != NULL) {
        *CdbLength8 = (UCHAR)length;
    }
    if (CdbLength32 != NULL) {
        *CdbLength32 = length;
    }
    if (ScsiStatus != NULL) {
        *ScsiStatus = status;
    }
    if (SenseInfoBuffer != NULL) {
        *SenseInfoBuffer = sense;
    }
    if (SenseInfoBufferLength != NULL) {
        *SenseInfoBufferLength = senseLength;
    }
    return cdb;
}
/* Sets those that are not NULL. */
FORCEINLINE VOID SrbSetScsiData(_In_ PSTORAGE_REQUEST_BLOCK SrbEx, _In_opt_ PUCHAR CdbLength8,
    _In_opt_ PULONG CdbLength32, _In_opt_ PUCHAR ScsiStatus, _In_opt_ PVOID *SenseInfoBuffer,
    _In_opt_ PUCHAR SenseInfoBufferLength)
{
    ULONG i;
    if (SrbEx->Function != SRB_FUNCTION_STORAGE_REQUEST_BLOCK || SrbEx->SrbFunction != SRB_FUNCTION_EXECUTE_SCSI) {
        return;
    }
    for (i = 0; i < SrbEx->NumSrbExData; i++) {
        PSRBEX_DATA data = SrbGetSrbExDataByIndex(SrbEx, i);
        if (data == NULL) {
            continue;
        }
        if (data->Type == SrbExDataTypeScsiCdb16 || data->Type == SrbExDataTypeScsiCdb32) {
            /* Both are alike up to the command block. */
            PSRBEX_DATA_SCSI_CDB16 fixed = (PSRBEX_DATA_SCSI_CDB16)data;
            if (CdbLength8 != NULL) {
                fixed->CdbLength = *CdbLength8;
            }
            if (ScsiStatus != NULL) {
                fixed->ScsiStatus = *ScsiStatus;
            }
            if (SenseInfoBuffer != NULL) {
                fixed->SenseInfoBuffer = *SenseInfoBuffer;
            }
            if (SenseInfoBufferLength != NULL) {
                fixed->SenseInfoBufferLength = *SenseInfoBufferLength;
            }
            return;
        }
        if (data->Type == SrbExDataTypeScsiCdbVar) {
            PSRBEX_DATA_SCSI_CDB_VAR variable = (PSRBEX_DATA_SCSI_CDB_VAR)data;
            if (CdbLength32 != NULL) {
                variable->CdbLength = *CdbLength32;
            }
            if (ScsiStatus != NULL) {
                variable->ScsiStatus = *ScsiStatus;
            }
            if (SenseInfoBuffer != NULL) {
                variable->SenseInfoBuffer = *SenseInfoBuffer;
            }
            if (SenseInfoBufferLength != NULL) {
                variable->SenseInfoBufferLength = *SenseInfoBufferLength;
            }
            return;
        }
    }
}

/* The request as a whole. */
FORCEINLINE ULONG SrbGetSrbLength(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->SrbLength : sizeof(SCSI_REQUEST_BLOCK);
}
/* Zeroes all but the lengths, the kind, and what tells the layout of an extended request. */
FORCEINLINE VOID SrbZeroSrb(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    USHORT length = request->Length;
    UCHAR function = request->Function;
    if (function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        ULONG srbLength = request->SrbLength;
        SrbZeroMemory(Srb, srbLength);
        request->SrbLength = srbLength;
    } else {
        SrbZeroMemory(Srb, sizeof(SCSI_REQUEST_BLOCK));
    }
    request->Length = length;
    request->Function = function;
}
FORCEINLINE BOOLEAN SrbCopySrb(_In_ PVOID DestinationSrb, _In_ ULONG DestinationSrbLength, _In_ PVOID SourceSrb)
{
    ULONG length = SrbGetSrbLength(SourceSrb);
    if (DestinationSrbLength < length) {
        return FALSE;
    }
    SrbCopyMemory(DestinationSrb, SourceSrb, length);
    return TRUE;
}
#if !defined(WDK_STORPORT_H)
/* From the pool; the caller frees it. */
FORCEINLINE PVOID SrbAllocateCopy(_In_ PVOID Srb, _In_ POOL_TYPE PoolType, _In_ ULONG Tag)
{
    ULONG length = SrbGetSrbLength(Srb);
    PVOID copy = ExAllocatePoolWithTag(PoolType, length, Tag);
    if (copy != NULL) {
        SrbCopyMemory(copy, Srb, length);
    }
    return copy;
}
#endif

/* Where the unit is. */
FORCEINLINE PSTOR_ADDRESS SrbGetAddress(_In_ PSTORAGE_REQUEST_BLOCK Srb)
{
    return (PSTOR_ADDRESS)((PUCHAR)Srb + Srb->AddressOffset);
}
FORCEINLINE VOID SrbGetPathTargetLun(_In_ PVOID Srb, _In_opt_ PUCHAR PathId, _In_opt_ PUCHAR TargetId,
    _In_opt_ PUCHAR Lun)
{
    PSTORAGE_REQUEST_BLOCK extended = (PSTORAGE_REQUEST_BLOCK)Srb;
    PSCSI_REQUEST_BLOCK scsi = (PSCSI_REQUEST_BLOCK)Srb;
    UCHAR path = 0xFF, target = 0xFF, unit = 0xFF;
    if (extended->Function != SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        path = scsi->PathId;
        target = scsi->TargetId;
        unit = scsi->Lun;
    } else if (SrbGetAddress(extended)->Type == STOR_ADDRESS_TYPE_BTL8) {
        PSTOR_ADDR_BTL8 address = (PSTOR_ADDR_BTL8)SrbGetAddress(extended);
        path = address->Path;
        target = address->Target;
        unit = address->Lun;
    }
    if (PathId != NULL) {
        *PathId = path;
    }
    if (TargetId != NULL) {
        *TargetId = target;
    }
    if (Lun != NULL) {
        *Lun = unit;
    }
}
FORCEINLINE UCHAR SrbGetPathId(_In_ PVOID Srb)
{
    UCHAR path;
    SrbGetPathTargetLun(Srb, &path, NULL, NULL);
    return path;
}
FORCEINLINE UCHAR SrbGetTargetId(_In_ PVOID Srb)
{
    UCHAR target;
    SrbGetPathTargetLun(Srb, NULL, &target, NULL);
    return target;
}
FORCEINLINE UCHAR SrbGetLun(_In_ PVOID Srb)
{
    UCHAR unit;
    SrbGetPathTargetLun(Srb, NULL, NULL, &unit);
    return unit;
}

/* Members. */
FORCEINLINE UCHAR SrbGetSrbStatus(_In_ PVOID Srb)
{
    return ((PSTORAGE_REQUEST_BLOCK_HEADER)Srb)->SrbStatus;
}
FORCEINLINE VOID SrbSetSrbStatus(_In_ PVOID Srb, _In_ UCHAR SrbStatus)
{
    ((PSTORAGE_REQUEST_BLOCK_HEADER)Srb)->SrbStatus = SrbStatus;
}
FORCEINLINE ULONG SrbGetSrbFunction(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->SrbFunction
                                                                   : request->Function;
}
FORCEINLINE PVOID SrbGetDataBuffer(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->DataBuffer
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->DataBuffer;
}
FORCEINLINE VOID SrbSetDataBuffer(_In_ PVOID Srb, _In_opt_ PVOID DataBuffer)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->DataBuffer = DataBuffer;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->DataBuffer = DataBuffer;
    }
}
FORCEINLINE ULONG SrbGetDataTransferLength(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->DataTransferLength
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->DataTransferLength;
}
FORCEINLINE VOID SrbSetDataTransferLength(_In_ PVOID Srb, _In_ ULONG DataTransferLength)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->DataTransferLength = DataTransferLength;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->DataTransferLength = DataTransferLength;
    }
}
FORCEINLINE ULONG SrbGetTimeOutValue(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->TimeOutValue
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->TimeOutValue;
}
FORCEINLINE VOID SrbSetTimeOutValue(_In_ PVOID Srb, _In_ ULONG TimeOutValue)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->TimeOutValue = TimeOutValue;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->TimeOutValue = TimeOutValue;
    }
}
FORCEINLINE PVOID SrbGetOriginalRequest(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->OriginalRequest
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->OriginalRequest;
}
FORCEINLINE VOID SrbSetOriginalRequest(_In_ PVOID Srb, _In_opt_ PVOID OriginalRequest)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->OriginalRequest = OriginalRequest;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->OriginalRequest = OriginalRequest;
    }
}
FORCEINLINE PVOID SrbGetNextSrb(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? (PVOID)request->NextSrb
                                                                   : (PVOID)((PSCSI_REQUEST_BLOCK)Srb)->NextSrb;
}
FORCEINLINE VOID SrbSetNextSrb(_In_ PVOID Srb, _In_opt_ PVOID NextSrb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->NextSrb = (PSTORAGE_REQUEST_BLOCK)NextSrb;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->NextSrb = (PSCSI_REQUEST_BLOCK)NextSrb;
    }
}
FORCEINLINE PVOID SrbGetMiniportContext(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->MiniportContext
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->SrbExtension;
}
FORCEINLINE VOID SrbSetMiniportContext(_In_ PVOID Srb, _In_opt_ PVOID MiniportContext)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->MiniportContext = MiniportContext;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SrbExtension = MiniportContext;
    }
}
FORCEINLINE ULONG SrbGetSystemStatus(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->SystemStatus
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->InternalStatus;
}
FORCEINLINE VOID SrbSetSystemStatus(_In_ PVOID Srb, _In_ ULONG Status)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->SystemStatus = Status;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->InternalStatus = Status;
    }
}
FORCEINLINE ULONG SrbGetRequestTag(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->RequestTag
                                                                   : (ULONG)((PSCSI_REQUEST_BLOCK)Srb)->QueueTag;
}
FORCEINLINE VOID SrbSetRequestTag(_In_ PVOID Srb, _In_ ULONG Tag)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->RequestTag = Tag;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->QueueTag = (UCHAR)Tag;
    }
}
#define SrbGetQueueTag(Srb) SrbGetRequestTag(Srb)
#define SrbSetQueueTag(Srb, Tag) SrbSetRequestTag(Srb, Tag)
FORCEINLINE USHORT SrbGetRequestAttribute(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->RequestAttribute
                                                                   : (USHORT)((PSCSI_REQUEST_BLOCK)Srb)->QueueAction;
}
FORCEINLINE VOID SrbSetRequestAttribute(_In_ PVOID Srb, _In_ UCHAR RequestAttribute)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->RequestAttribute = RequestAttribute;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->QueueAction = RequestAttribute;
    }
}
#define SrbGetQueueAction(Srb) SrbGetRequestAttribute(Srb)
#define SrbSetQueueAction(Srb, QueueAction) SrbSetRequestAttribute(Srb, QueueAction)
/* Extended requests have no sort key. */
FORCEINLINE ULONG SrbGetQueueSortKey(_In_ PVOID Srb)
{
    PSCSI_REQUEST_BLOCK scsi = (PSCSI_REQUEST_BLOCK)Srb;
    return scsi->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? 0 : scsi->QueueSortKey;
}
FORCEINLINE VOID SrbSetQueueSortKey(_In_ PVOID Srb, _In_ ULONG QueueSortKey)
{
    PSCSI_REQUEST_BLOCK scsi = (PSCSI_REQUEST_BLOCK)Srb;
    if (scsi->Function != SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        scsi->QueueSortKey = QueueSortKey;
    }
}
FORCEINLINE ULONG SrbGetSrbFlags(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK ? request->SrbFlags
                                                                   : ((PSCSI_REQUEST_BLOCK)Srb)->SrbFlags;
}
/* Assign replaces, set adds, clear takes away. */
FORCEINLINE VOID SrbAssignSrbFlags(_In_ PVOID Srb, _In_ ULONG Flags)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->SrbFlags = Flags;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SrbFlags = Flags;
    }
}
FORCEINLINE VOID SrbSetSrbFlags(_In_ PVOID Srb, _In_ ULONG Flags)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->SrbFlags |= Flags;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SrbFlags |= Flags;
    }
}
FORCEINLINE VOID SrbClearSrbFlags(_In_ PVOID Srb, _In_ ULONG Flags)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        request->SrbFlags &= ~Flags;
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SrbFlags &= ~Flags;
    }
}
FORCEINLINE UCHAR SrbGetScsiStatus(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    UCHAR value = 0;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbGetScsiData(request, NULL, NULL, &value, NULL, NULL);
    } else {
        value = ((PSCSI_REQUEST_BLOCK)Srb)->ScsiStatus;
    }
    return value;
}
FORCEINLINE VOID SrbSetScsiStatus(_In_ PVOID Srb, _In_ UCHAR ScsiStatus)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbSetScsiData(request, NULL, NULL, &ScsiStatus, NULL, NULL);
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->ScsiStatus = ScsiStatus;
    }
}
FORCEINLINE PVOID SrbGetSenseInfoBuffer(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    PVOID value = NULL;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbGetScsiData(request, NULL, NULL, NULL, &value, NULL);
    } else {
        value = ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBuffer;
    }
    return value;
}
FORCEINLINE VOID SrbSetSenseInfoBuffer(_In_ PVOID Srb, _In_opt_ PVOID SenseInfoBuffer)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbSetScsiData(request, NULL, NULL, NULL, &SenseInfoBuffer, NULL);
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBuffer = SenseInfoBuffer;
    }
}
FORCEINLINE UCHAR SrbGetSenseInfoBufferLength(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    UCHAR value = 0;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbGetScsiData(request, NULL, NULL, NULL, NULL, &value);
    } else {
        value = ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBufferLength;
    }
    return value;
}
FORCEINLINE VOID SrbSetSenseInfoBufferLength(_In_ PVOID Srb, _In_ UCHAR SenseInfoBufferLength)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbSetScsiData(request, NULL, NULL, NULL, NULL, &SenseInfoBufferLength);
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->SenseInfoBufferLength = SenseInfoBufferLength;
    }
}

/* The command block. Lengths are those of the block, not of the room for it. */
FORCEINLINE PCDB SrbGetCdb(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    return request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK
               ? SrbGetScsiData(request, NULL, NULL, NULL, NULL, NULL)
               : (PCDB)((PSCSI_REQUEST_BLOCK)Srb)->Cdb;
}
FORCEINLINE ULONG SrbGetCdbLength(_In_ PVOID Srb)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    ULONG length = 0;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbGetScsiData(request, NULL, &length, NULL, NULL, NULL);
    } else {
        length = ((PSCSI_REQUEST_BLOCK)Srb)->CdbLength;
    }
    return length;
}
FORCEINLINE VOID SrbSetCdbLength(_In_ PVOID Srb, _In_ ULONG CdbLength)
{
    PSTORAGE_REQUEST_BLOCK request = (PSTORAGE_REQUEST_BLOCK)Srb;
    UCHAR length = (UCHAR)CdbLength;
    if (request->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK) {
        SrbSetScsiData(request, &length, &CdbLength, NULL, NULL, NULL);
    } else {
        ((PSCSI_REQUEST_BLOCK)Srb)->CdbLength = length;
    }
}

#ifdef __cplusplus
}
#endif
#endif
