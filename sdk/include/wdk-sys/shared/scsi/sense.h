/*
 * Sense data in both formats, its codes, and how to read it. Facts: SPC, SBC, SAT; names as in the public reference, mingw-w64 and\n * the class driver samples.
 */
#ifndef WDK_SCSI_SENSE_H
#define WDK_SCSI_SENSE_H

#include <ntdef.h>

#ifndef UFIELD_OFFSET
#define UFIELD_OFFSET(type, field) ((ULONG)__builtin_offsetof(type, field))
#endif
#ifndef RTL_SIZEOF_THROUGH_FIELD
#define RTL_SIZEOF_THROUGH_FIELD(type, field) (__builtin_offsetof(type, field) + sizeof(((type *)0)->field))
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define SENSE_BUFFER_SIZE 18
#define MAX_SENSE_BUFFER_SIZE 255
#define SENSE_BUFFER_SIZE_EX sizeof(SENSE_DATA_EX)
#define MAX_ADDITIONAL_SENSE_BYTES (MAX_SENSE_BUFFER_SIZE - SENSE_BUFFER_SIZE)

/* The first byte tells the format. */
#define SCSI_SENSE_ERRORCODE_FIXED_CURRENT 0x70
#define SCSI_SENSE_ERRORCODE_FIXED_DEFERRED 0x71
#define SCSI_SENSE_ERRORCODE_DESCRIPTOR_CURRENT 0x72
#define SCSI_SENSE_ERRORCODE_DESCRIPTOR_DEFERRED 0x73
#define IsSenseDataCurrentError(_SenseInfo)                                                                            \
    ((((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_FIXED_CURRENT ||                                       \
        (((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_DESCRIPTOR_CURRENT)
#define IsSenseDataDeferredError(_SenseInfo)                                                                           \
    ((((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_FIXED_DEFERRED ||                                      \
        (((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_DESCRIPTOR_DEFERRED)
#define IsFixedSenseDataFormat(_SenseInfo)                                                                             \
    ((((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_FIXED_CURRENT ||                                       \
        (((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_FIXED_DEFERRED)
#define IsDescriptorSenseDataFormat(_SenseInfo)                                                                        \
    ((((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_DESCRIPTOR_CURRENT ||                                  \
        (((PUCHAR)(_SenseInfo))[0] & 0x7F) == SCSI_SENSE_ERRORCODE_DESCRIPTOR_DEFERRED)
#define IsSenseDataFormatValueValid(_SenseInfo)                                                                        \
    (IsFixedSenseDataFormat(_SenseInfo) || IsDescriptorSenseDataFormat(_SenseInfo))

#pragma pack(push, 1)
typedef struct _SENSE_DATA {
    UCHAR ErrorCode : 7;
    UCHAR Valid : 1;
    UCHAR SegmentNumber;
    UCHAR SenseKey : 4;
    UCHAR Reserved : 1;
    UCHAR IncorrectLength : 1;
    UCHAR EndOfMedia : 1;
    UCHAR FileMark : 1;
    UCHAR Information[4];
    UCHAR AdditionalSenseLength;
    UCHAR CommandSpecificInformation[4];
    UCHAR AdditionalSenseCode;
    UCHAR AdditionalSenseCodeQualifier;
    UCHAR FieldReplaceableUnitCode;
    UCHAR SenseKeySpecific[3];
} SENSE_DATA, *PSENSE_DATA, FIXED_SENSE_DATA, *PFIXED_SENSE_DATA;
typedef struct _DESCRIPTOR_SENSE_DATA {
    UCHAR ErrorCode : 7;
    UCHAR Reserved1 : 1;
    UCHAR SenseKey : 4;
    UCHAR Reserved2 : 4;
    UCHAR AdditionalSenseCode;
    UCHAR AdditionalSenseCodeQualifier;
    UCHAR Reserved3[3];
    UCHAR AdditionalSenseLength;
    UCHAR DescriptorBuffer[ANYSIZE_ARRAY];
} DESCRIPTOR_SENSE_DATA, *PDESCRIPTOR_SENSE_DATA;
typedef union _SENSE_DATA_EX {
    FIXED_SENSE_DATA FixedData;
    DESCRIPTOR_SENSE_DATA DescriptorData;
} SENSE_DATA_EX, *PSENSE_DATA_EX;

/* Descriptors. AdditionalLength counts what follows it. */
#define SCSI_SENSE_DESCRIPTOR_TYPE_INFORMATION 0x00
#define SCSI_SENSE_DESCRIPTOR_TYPE_COMMAND_SPECIFIC 0x01
#define SCSI_SENSE_DESCRIPTOR_TYPE_SENSE_KEY_SPECIFIC 0x02
#define SCSI_SENSE_DESCRIPTOR_TYPE_FIELD_REPLACEABLE_UNIT 0x03
#define SCSI_SENSE_DESCRIPTOR_TYPE_STREAM_COMMAND 0x04
#define SCSI_SENSE_DESCRIPTOR_TYPE_BLOCK_COMMAND 0x05
#define SCSI_SENSE_DESCRIPTOR_TYPE_OSD_OBJECT_IDENTIFICATION 0x06
#define SCSI_SENSE_DESCRIPTOR_TYPE_OSD_RESPONSE_INTEGRITY_CHECK 0x07
#define SCSI_SENSE_DESCRIPTOR_TYPE_OSD_ATTRIBUTE_IDENTIFICATION 0x08
#define SCSI_SENSE_DESCRIPTOR_TYPE_ATA_STATUS_RETURN 0x09
#define SCSI_SENSE_DESCRIPTOR_TYPE_PROGRESS_INDICATION 0x0A
#define SCSI_SENSE_DESCRIPTOR_TYPE_USER_DATA_SEGMENT_REFERRAL 0x0B
typedef struct _SCSI_SENSE_DESCRIPTOR_HEADER {
    UCHAR DescriptorType;
    UCHAR AdditionalLength;
} SCSI_SENSE_DESCRIPTOR_HEADER, *PSCSI_SENSE_DESCRIPTOR_HEADER;
typedef struct _SCSI_SENSE_DESCRIPTOR_INFORMATION {
    SCSI_SENSE_DESCRIPTOR_HEADER Header;
    UCHAR Reserved1 : 7;
    UCHAR Valid : 1;
    UCHAR Reserved2;
    UCHAR Information[8];
} SCSI_SENSE_DESCRIPTOR_INFORMATION, *PSCSI_SENSE_DESCRIPTOR_INFORMATION;
typedef struct _SCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND {
    SCSI_SENSE_DESCRIPTOR_HEADER Header;
    UCHAR Reserved1;
    UCHAR Reserved2 : 5;
    UCHAR IncorrectLength : 1;
    UCHAR Reserved3 : 2;
} SCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND, *PSCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND;
typedef struct _SCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN {
    SCSI_SENSE_DESCRIPTOR_HEADER Header;
    UCHAR Extend : 1;
    UCHAR Reserved1 : 7;
    UCHAR Error;
    UCHAR SectorCount15_8;
    UCHAR SectorCount7_0;
    UCHAR LbaLow15_8;
    UCHAR LbaLow7_0;
    UCHAR LbaMid15_8;
    UCHAR LbaMid7_0;
    UCHAR LbaHigh15_8;
    UCHAR LbaHigh7_0;
    UCHAR Device;
    UCHAR Status;
} SCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN, *PSCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN;
#pragma pack(pop)

/* Keys. */
#define SCSI_SENSE_NO_SENSE 0x00
#define SCSI_SENSE_RECOVERED_ERROR 0x01
#define SCSI_SENSE_NOT_READY 0x02
#define SCSI_SENSE_MEDIUM_ERROR 0x03
#define SCSI_SENSE_HARDWARE_ERROR 0x04
#define SCSI_SENSE_ILLEGAL_REQUEST 0x05
#define SCSI_SENSE_UNIT_ATTENTION 0x06
#define SCSI_SENSE_DATA_PROTECT 0x07
#define SCSI_SENSE_BLANK_CHECK 0x08
#define SCSI_SENSE_UNIQUE 0x09
#define SCSI_SENSE_COPY_ABORTED 0x0A
#define SCSI_SENSE_ABORTED_COMMAND 0x0B
#define SCSI_SENSE_EQUAL 0x0C
#define SCSI_SENSE_VOL_OVERFLOW 0x0D
#define SCSI_SENSE_MISCOMPARE 0x0E
#define SCSI_SENSE_RESERVED 0x0F
#define SCSI_ILLEGAL_LENGTH 0x20
#define SCSI_EOM 0x40
#define SCSI_FILE_MARK 0x80

/* Additional codes, and their qualifiers. */
#define SCSI_ADSENSE_NO_SENSE 0x00
#define SCSI_ADSENSE_NO_SEEK_COMPLETE 0x02
#define SCSI_ADSENSE_LUN_NOT_READY 0x04
#define SCSI_ADSENSE_LUN_COMMUNICATION 0x08
#define SCSI_ADSENSE_WRITE_ERROR 0x0C
#define SCSI_ADSENSE_TRACK_ERROR 0x14
#define SCSI_ADSENSE_SEEK_ERROR 0x15
#define SCSI_ADSENSE_REC_DATA_NOECC 0x17
#define SCSI_ADSENSE_REC_DATA_ECC 0x18
#define SCSI_ADSENSE_PARAMETER_LIST_LENGTH 0x1A
#define SCSI_ADSENSE_ILLEGAL_COMMAND 0x20
#define SCSI_ADSENSE_ILLEGAL_BLOCK 0x21
#define SCSI_ADSENSE_INVALID_CDB 0x24
#define SCSI_ADSENSE_INVALID_LUN 0x25
#define SCSI_ADSENSE_INVALID_FIELD_PARAMETER_LIST 0x26
#define SCSI_ADSENSE_WRITE_PROTECT 0x27
#define SCSI_ADSENSE_MEDIUM_CHANGED 0x28
#define SCSI_ADSENSE_BUS_RESET 0x29
#define SCSI_ADSENSE_PARAMETERS_CHANGED 0x2A
#define SCSI_ADSENSE_INSUFFICIENT_TIME_FOR_OPERATION 0x2E
#define SCSI_ADSENSE_INVALID_MEDIA 0x30
#define SCSI_ADSENSE_NO_MEDIA_IN_DEVICE 0x3a
#define SCSI_ADSENSE_POSITION_ERROR 0x3b
#define SCSI_ADSENSE_OPERATING_CONDITIONS_CHANGED 0x3f
#define SCSI_ADSENSE_OPERATOR_REQUEST 0x5a
#define SCSI_ADSENSE_FAILURE_PREDICTION_THRESHOLD_EXCEEDED 0x5d
#define SCSI_ADSENSE_ILLEGAL_MODE_FOR_THIS_TRACK 0x64
#define SCSI_ADSENSE_COPY_PROTECTION_FAILURE 0x6f
#define SCSI_ADSENSE_POWER_CALIBRATION_ERROR 0x73
#define SCSI_ADSENSE_VENDOR_UNIQUE 0x80
#define SCSI_ADSENSE_MUSIC_AREA 0xA0
#define SCSI_ADSENSE_DATA_AREA 0xA1
#define SCSI_ADSENSE_VOLUME_OVERFLOW 0xA7
#define SCSI_ADSENSE_COPY_TARGET_DEVICE_ERROR 0x0D
#define SCSI_ADSENSE_UNRECOVERED_ERROR 0x11
#define SCSI_ADSENSE_INVALID_TOKEN 0x23
#define SCSI_ADSENSE_LB_PROVISIONING 0x38
#define SCSI_ADSENSE_SAVE_ERROR 0x39
#define SCSI_ADSENSE_LOGICAL_UNIT_ERROR 0x3E
#define SCSI_ADSENSE_INTERNAL_TARGET_FAILURE 0x44
#define SCSI_ADSENSE_DATA_TRANSFER_ERROR 0x4B
#define SCSI_ADSENSE_RESOURCE_FAILURE 0x55
#define SCSI_ADWRITE_PROTECT SCSI_ADSENSE_WRITE_PROTECT
#define SCSI_FAILURE_PREDICTION_THRESHOLD_EXCEEDED SCSI_ADSENSE_FAILURE_PREDICTION_THRESHOLD_EXCEEDED
#define SCSI_SENSEQ_CAUSE_NOT_REPORTABLE 0x00
#define SCSI_SENSEQ_BECOMING_READY 0x01
#define SCSI_SENSEQ_INIT_COMMAND_REQUIRED 0x02
#define SCSI_SENSEQ_MANUAL_INTERVENTION_REQUIRED 0x03
#define SCSI_SENSEQ_FORMAT_IN_PROGRESS 0x04
#define SCSI_SENSEQ_REBUILD_IN_PROGRESS 0x05
#define SCSI_SENSEQ_RECALCULATION_IN_PROGRESS 0x06
#define SCSI_SENSEQ_OPERATION_IN_PROGRESS 0x07
#define SCSI_SENSEQ_LONG_WRITE_IN_PROGRESS 0x08
#define SCSI_SENSEQ_LOSS_OF_STREAMING 0x09
#define SCSI_SENSEQ_PADDING_BLOCKS_ADDED 0x0A
#define SCSI_SENSEQ_COMM_FAILURE 0x00
#define SCSI_SENSEQ_COMM_TIMEOUT 0x01
#define SCSI_SENSEQ_COMM_PARITY_ERROR 0x02
#define SCSI_SESNEQ_COMM_CRC_ERROR 0x03
#define SCSI_SENSEQ_UNREACHABLE_TARGET 0x04
#define SCSI_SENSEQ_FILEMARK_DETECTED 0x01
#define SCSI_SENSEQ_END_OF_MEDIA_DETECTED 0x02
#define SCSI_SENSEQ_SETMARK_DETECTED 0x03
#define SCSI_SENSEQ_BEGINNING_OF_MEDIA_DETECTED 0x04
#define SCSI_SENSEQ_ILLEGAL_ELEMENT_ADDR 0x01
#define SCSI_SENSEQ_DESTINATION_FULL 0x0d
#define SCSI_SENSEQ_SOURCE_EMPTY 0x0e
#define SCSI_SENSEQ_INCOMPATIBLE_MEDIA_INSTALLED 0x00
#define SCSI_SENSEQ_UNKNOWN_FORMAT 0x01
#define SCSI_SENSEQ_INCOMPATIBLE_FORMAT 0x02
#define SCSI_SENSEQ_CLEANING_CARTRIDGE_INSTALLED 0x03
#define SCSI_SENSEQ_TARGET_OPERATING_CONDITIONS_CHANGED 0x00
#define SCSI_SENSEQ_MICROCODE_CHANGED 0x01
#define SCSI_SENSEQ_OPERATING_DEFINITION_CHANGED 0x02
#define SCSI_SENSEQ_INQUIRY_DATA_CHANGED 0x03
#define SCSI_SENSEQ_COMPONENT_DEVICE_ATTACHED 0x04
#define SCSI_SENSEQ_DEVICE_IDENTIFIER_CHANGED 0x05
#define SCSI_SENSEQ_REDUNDANCY_GROUP_MODIFIED 0x06
#define SCSI_SENSEQ_REDUNDANCY_GROUP_DELETED 0x07
#define SCSI_SENSEQ_SPARE_MODIFIED 0x08
#define SCSI_SENSEQ_SPARE_DELETED 0x09
#define SCSI_SENSEQ_VOLUME_SET_MODIFIED 0x0A
#define SCSI_SENSEQ_VOLUME_SET_DELETED 0x0B
#define SCSI_SENSEQ_VOLUME_SET_DEASSIGNED 0x0C
#define SCSI_SENSEQ_VOLUME_SET_REASSIGNED 0x0D
#define SCSI_SENSEQ_REPORTED_LUNS_DATA_CHANGED 0x0E
#define SCSI_SENSEQ_ECHO_BUFFER_OVERWRITTEN 0x0F
#define SCSI_SENSEQ_MEDIUM_LOADABLE 0x10
#define SCSI_SENSEQ_MEDIUM_AUXILIARY_MEMORY_ACCESSIBLE 0x11
#define SCSI_SENSEQ_STATE_CHANGE_INPUT 0x00
#define SCSI_SENSEQ_MEDIUM_REMOVAL 0x01
#define SCSI_SENSEQ_WRITE_PROTECT_ENABLE 0x02
#define SCSI_SENSEQ_WRITE_PROTECT_DISABLE 0x03
#define SCSI_SENSEQ_AUTHENTICATION_FAILURE 0x00
#define SCSI_SENSEQ_KEY_NOT_PRESENT 0x01
#define SCSI_SENSEQ_KEY_NOT_ESTABLISHED 0x02
#define SCSI_SENSEQ_READ_OF_SCRAMBLED_SECTOR_WITHOUT_AUTHENTICATION 0x03
#define SCSI_SENSEQ_MEDIA_CODE_MISMATCHED_TO_LOGICAL_UNIT 0x04
#define SCSI_SENSEQ_LOGICAL_UNIT_RESET_COUNT_ERROR 0x05
#define SCSI_SENSEQ_POWER_CALIBRATION_AREA_ALMOST_FULL 0x01
#define SCSI_SENSEQ_POWER_CALIBRATION_AREA_FULL 0x02
#define SCSI_SENSEQ_POWER_CALIBRATION_AREA_ERROR 0x03
#define SCSI_SENSEQ_PMA_RMA_UPDATE_FAILURE 0x04
#define SCSI_SENSEQ_PMA_RMA_IS_FULL 0x05
#define SCSI_SENSEQ_PMA_RMA_ALMOST_FULL 0x06
#define SCSI_SENSEQ_INSUFFICIENT_RESOURCES 0x03
#define SCSI_SENSEQ_DATA_UNDERRUN 0x04
#define SCSI_SENSEQ_INSUFFICIENT_REGISTRATION_RESOURCES 0x04
#define SCSI_SENSEQ_INITIATOR_RESPONSE_TIMEOUT 0x06
#define SCSI_SENSEQ_SOFT_THRESHOLD_REACHED 0x07
#define SCSI_SENSEQ_SPACE_ALLOC_FAILED_WRITE_PROTECT 0x07
#define SCSI_SENSEQ_TOO_MANY_SEGMENT_DESCRIPTORS 0x08
#define SCSI_SENSEQ_CAPACITY_DATA_CHANGED 0x09
#define SCSI_SENSEQ_SPACE_ALLOC_IN_PROGRESS 0x14
#define SCSI_SENSEQ_OPERATION_IS_IN_PROGRESS 0x16
#define SCSI_SENSEQ_TIMEOUT_ON_LOGICAL_UNIT 0x02
#define SCSI_SENSEQ_INVALID_RELEASE_OF_PERSISTENT_RESERVATION 0x04
#define SCSI_SENSEQ_ASYMMETRIC_ACCESS_STATE_CHANGED 0x06
#define SCSI_SENSEQ_RESERVATIONS_PREEMPTED 0x03
#define SCSI_SENSEQ_RESERVATIONS_RELEASED 0x04
#define SCSI_SENSEQ_REGISTRATIONS_PREEMPTED 0x05

/*
 * Reading. Lengths are those of what the device returned; FALSE means that the buffer is too short for what was asked, or of
 * another format.
 */
#define SCSI_SENSE_OPTIONS_NONE 0x00000000
#define SCSI_SENSE_OPTIONS_FIXED_FORMAT_IF_UNKNOWN_FORMAT_INDICATED 0x00000001
typedef ULONG SCSI_SENSE_OPTIONS;

FORCEINLINE UCHAR ScsiGetSenseErrorCode(_In_ PVOID SenseInfoBuffer)
{
    return (UCHAR)(((PUCHAR)SenseInfoBuffer)[0] & 0x7F);
}
/* What the device had to say in all, also where the buffer did not hold it. Both formats have the count in byte 7. */
FORCEINLINE BOOLEAN ScsiGetTotalSenseByteCountIndicated(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _Out_ UCHAR *TotalByteCountIndicated)
{
    ULONG total;
    if (SenseInfoBuffer == NULL || TotalByteCountIndicated == NULL || SenseInfoBufferLength < 8 ||
        !IsSenseDataFormatValueValid(SenseInfoBuffer)) {
        return FALSE;
    }
    total = 8ul + ((PUCHAR)SenseInfoBuffer)[7];
    if (total > MAX_SENSE_BUFFER_SIZE) {
        return FALSE;
    }
    *TotalByteCountIndicated = (UCHAR)total;
    return TRUE;
}
FORCEINLINE BOOLEAN ScsiGetFixedSenseKeyAndCodes(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _Out_opt_ PUCHAR SenseKey, _Out_opt_ PUCHAR AdditionalSenseCode,
    _Out_opt_ PUCHAR AdditionalSenseCodeQualifier)
{
    PFIXED_SENSE_DATA sense = (PFIXED_SENSE_DATA)SenseInfoBuffer;
    ULONG told;
    if (SenseInfoBuffer == NULL || SenseInfoBufferLength < RTL_SIZEOF_THROUGH_FIELD(FIXED_SENSE_DATA, AdditionalSenseLength)) {
        return FALSE;
    }
    told = RTL_SIZEOF_THROUGH_FIELD(FIXED_SENSE_DATA, AdditionalSenseLength) + (ULONG)sense->AdditionalSenseLength;
    if (told > SenseInfoBufferLength) {
        told = SenseInfoBufferLength;
    }
    if (SenseKey != NULL) {
        *SenseKey = sense->SenseKey;
    }
    if (AdditionalSenseCode != NULL) {
        *AdditionalSenseCode = (UCHAR)(told >= RTL_SIZEOF_THROUGH_FIELD(FIXED_SENSE_DATA, AdditionalSenseCode)
                                           ? sense->AdditionalSenseCode
                                           : 0);
    }
    if (AdditionalSenseCodeQualifier != NULL) {
        *AdditionalSenseCodeQualifier =
            (UCHAR)(told >= RTL_SIZEOF_THROUGH_FIELD(FIXED_SENSE_DATA, AdditionalSenseCodeQualifier)
                        ? sense->AdditionalSenseCodeQualifier
                        : 0);
    }
    return TRUE;
}
FORCEINLINE BOOLEAN ScsiGetDescriptorSenseKeyAndCodes(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _Out_opt_ PUCHAR SenseKey, _Out_opt_ PUCHAR AdditionalSenseCode,
    _Out_opt_ PUCHAR AdditionalSenseCodeQualifier)
{
    PDESCRIPTOR_SENSE_DATA sense = (PDESCRIPTOR_SENSE_DATA)SenseInfoBuffer;
    if (SenseInfoBuffer == NULL ||
        SenseInfoBufferLength < RTL_SIZEOF_THROUGH_FIELD(DESCRIPTOR_SENSE_DATA, AdditionalSenseLength)) {
        return FALSE;
    }
    if (SenseKey != NULL) {
        *SenseKey = sense->SenseKey;
    }
    if (AdditionalSenseCode != NULL) {
        *AdditionalSenseCode = sense->AdditionalSenseCode;
    }
    if (AdditionalSenseCodeQualifier != NULL) {
        *AdditionalSenseCodeQualifier = sense->AdditionalSenseCodeQualifier;
    }
    return TRUE;
}
FORCEINLINE BOOLEAN ScsiGetSenseKeyAndCodes(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _In_ SCSI_SENSE_OPTIONS Options, _Out_opt_ PUCHAR SenseKey,
    _Out_opt_ PUCHAR AdditionalSenseCode, _Out_opt_ PUCHAR AdditionalSenseCodeQualifier)
{
    if (SenseInfoBuffer == NULL || SenseInfoBufferLength == 0) {
        return FALSE;
    }
    if (IsDescriptorSenseDataFormat(SenseInfoBuffer)) {
        return ScsiGetDescriptorSenseKeyAndCodes(
            SenseInfoBuffer, SenseInfoBufferLength, SenseKey, AdditionalSenseCode, AdditionalSenseCodeQualifier);
    }
    if (IsFixedSenseDataFormat(SenseInfoBuffer) ||
        (Options & SCSI_SENSE_OPTIONS_FIXED_FORMAT_IF_UNKNOWN_FORMAT_INDICATED) != 0) {
        return ScsiGetFixedSenseKeyAndCodes(
            SenseInfoBuffer, SenseInfoBufferLength, SenseKey, AdditionalSenseCode, AdditionalSenseCodeQualifier);
    }
    return FALSE;
}
/* All descriptors, as far as the buffer holds them. */
FORCEINLINE BOOLEAN ScsiGetSenseDescriptor(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _Outptr_result_bytebuffer_(*DescriptorBufferLength) PVOID *DescriptorBuffer,
    _Out_ UCHAR *DescriptorBufferLength)
{
    PDESCRIPTOR_SENSE_DATA sense = (PDESCRIPTOR_SENSE_DATA)SenseInfoBuffer;
    UCHAR begin = UFIELD_OFFSET(DESCRIPTOR_SENSE_DATA, DescriptorBuffer);
    if (SenseInfoBuffer == NULL || DescriptorBuffer == NULL || DescriptorBufferLength == NULL) {
        return FALSE;
    }
    *DescriptorBuffer = NULL;
    *DescriptorBufferLength = 0;
    if (SenseInfoBufferLength <= begin || !IsDescriptorSenseDataFormat(SenseInfoBuffer) ||
        sense->AdditionalSenseLength == 0) {
        return FALSE;
    }
    *DescriptorBuffer = sense->DescriptorBuffer;
    *DescriptorBufferLength = (UCHAR)(SenseInfoBufferLength - begin);
    if (*DescriptorBufferLength > sense->AdditionalSenseLength) {
        *DescriptorBufferLength = sense->AdditionalSenseLength;
    }
    return TRUE;
}
FORCEINLINE UCHAR ScsiGetSenseDescriptorLength(_In_ PVOID DescriptorBuffer)
{
    return (UCHAR)(sizeof(SCSI_SENSE_DESCRIPTOR_HEADER) +
                   ((PSCSI_SENSE_DESCRIPTOR_HEADER)DescriptorBuffer)->AdditionalLength);
}
FORCEINLINE BOOLEAN ScsiValidateInformationSenseDescriptor(_In_reads_bytes_(DescriptorBufferLength) PVOID DescriptorBuffer,
    _In_ UCHAR DescriptorBufferLength)
{
    PSCSI_SENSE_DESCRIPTOR_INFORMATION descriptor = (PSCSI_SENSE_DESCRIPTOR_INFORMATION)DescriptorBuffer;
    return DescriptorBuffer != NULL && DescriptorBufferLength >= sizeof(*descriptor) &&
           descriptor->Header.DescriptorType == SCSI_SENSE_DESCRIPTOR_TYPE_INFORMATION &&
           descriptor->Header.AdditionalLength == sizeof(*descriptor) - sizeof(descriptor->Header) && descriptor->Valid;
}
FORCEINLINE BOOLEAN ScsiValidateBlockCommandSenseDescriptor(
    _In_reads_bytes_(DescriptorBufferLength) PVOID DescriptorBuffer, _In_ UCHAR DescriptorBufferLength)
{
    PSCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND descriptor = (PSCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND)DescriptorBuffer;
    return DescriptorBuffer != NULL && DescriptorBufferLength >= sizeof(*descriptor) &&
           descriptor->Header.DescriptorType == SCSI_SENSE_DESCRIPTOR_TYPE_BLOCK_COMMAND &&
           descriptor->Header.AdditionalLength == sizeof(*descriptor) - sizeof(descriptor->Header);
}
/* The first descriptor of one of the types listed, and what is left of the buffer from there. */
FORCEINLINE BOOLEAN ScsiGetNextSenseDescriptorByType(_In_reads_bytes_(BufferLength) PVOID Buffer, _In_ UCHAR BufferLength,
    _In_reads_(TypeListCount) PUCHAR TypeList, _In_ ULONG TypeListCount, _Out_ PUCHAR OutType,
    _Outptr_result_bytebuffer_(*OutBufferLength) PVOID *OutBuffer, _Out_ UCHAR *OutBufferLength)
{
    PUCHAR at = (PUCHAR)Buffer;
    ULONG left = BufferLength, length, i;
    if (Buffer == NULL || TypeList == NULL || TypeListCount == 0 || OutType == NULL || OutBuffer == NULL ||
        OutBufferLength == NULL) {
        return FALSE;
    }
    *OutBuffer = NULL;
    *OutBufferLength = 0;
    *OutType = 0;
    while (left >= sizeof(SCSI_SENSE_DESCRIPTOR_HEADER)) {
        for (i = 0; i < TypeListCount; i++) {
            if (at[0] == TypeList[i]) {
                *OutType = at[0];
                *OutBuffer = at;
                *OutBufferLength = (UCHAR)left;
                return TRUE;
            }
        }
        length = (ULONG)sizeof(SCSI_SENSE_DESCRIPTOR_HEADER) + at[1];
        if (length > left) {
            break;
        }
        at += length;
        left -= length;
    }
    return FALSE;
}
/* Key, codes, and the information and block descriptors, in the older format. */
FORCEINLINE BOOLEAN ScsiConvertToFixedSenseFormat(_In_reads_bytes_(SenseInfoBufferLength) PVOID SenseInfoBuffer,
    _In_ UCHAR SenseInfoBufferLength, _Out_writes_bytes_(OutBufferLength) PVOID OutBuffer, _In_ UCHAR OutBufferLength)
{
    PFIXED_SENSE_DATA fixed = (PFIXED_SENSE_DATA)OutBuffer;
    PDESCRIPTOR_SENSE_DATA sense = (PDESCRIPTOR_SENSE_DATA)SenseInfoBuffer;
    PUCHAR at;
    PVOID descriptors;
    UCHAR left, length;
    ULONG i;
    if (SenseInfoBuffer == NULL || OutBuffer == NULL || OutBufferLength < sizeof(FIXED_SENSE_DATA) ||
        SenseInfoBufferLength < RTL_SIZEOF_THROUGH_FIELD(DESCRIPTOR_SENSE_DATA, AdditionalSenseLength) ||
        !IsDescriptorSenseDataFormat(SenseInfoBuffer)) {
        return FALSE;
    }
    for (i = 0; i < sizeof(FIXED_SENSE_DATA); i++) {
        ((PUCHAR)OutBuffer)[i] = 0;
    }
    fixed->ErrorCode = IsSenseDataCurrentError(SenseInfoBuffer) ? SCSI_SENSE_ERRORCODE_FIXED_CURRENT
                                                                : SCSI_SENSE_ERRORCODE_FIXED_DEFERRED;
    fixed->AdditionalSenseLength =
        sizeof(FIXED_SENSE_DATA) - RTL_SIZEOF_THROUGH_FIELD(FIXED_SENSE_DATA, AdditionalSenseLength);
    fixed->SenseKey = sense->SenseKey;
    fixed->AdditionalSenseCode = sense->AdditionalSenseCode;
    fixed->AdditionalSenseCodeQualifier = sense->AdditionalSenseCodeQualifier;
    if (!ScsiGetSenseDescriptor(SenseInfoBuffer, SenseInfoBufferLength, &descriptors, &left)) {
        return TRUE;
    }
    for (at = (PUCHAR)descriptors; left >= sizeof(SCSI_SENSE_DESCRIPTOR_HEADER); at += length, left -= length) {
        length = ScsiGetSenseDescriptorLength(at);
        if (length < sizeof(SCSI_SENSE_DESCRIPTOR_HEADER) || length > left) {
            break;
        }
        if (ScsiValidateInformationSenseDescriptor(at, left)) {
            /* The older format has room for 32 bits. */
            PSCSI_SENSE_DESCRIPTOR_INFORMATION information = (PSCSI_SENSE_DESCRIPTOR_INFORMATION)at;
            if ((information->Information[0] | information->Information[1] | information->Information[2] |
                    information->Information[3]) == 0) {
                fixed->Valid = 1;
                for (i = 0; i < 4; i++) {
                    fixed->Information[i] = information->Information[4 + i];
                }
            }
        } else if (ScsiValidateBlockCommandSenseDescriptor(at, left)) {
            fixed->IncorrectLength = ((PSCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND)at)->IncorrectLength;
        }
    }
    return TRUE;
}

#ifdef __cplusplus
}
#endif
#endif
