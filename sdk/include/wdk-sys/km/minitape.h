/*
 * Tape miniclass drivers, which tape.sys does the common work for. Facts: the public reference (minitape.h), mingw-w64 (the flags,
 * the capabilities page, TAPE_PHYS_POSITION). The records are laid out naturally: mingw-w64 packs them to 4, which makes
 * no difference on x86, where its header comes from, and would leave pointers unaligned elsewhere.
 */
#ifndef WDK_MINITAPE_H
#define WDK_MINITAPE_H

#include <wdk_export.h>
#include <ntddtape.h>
#include "storport/request.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What a routine of the miniclass driver wants done next, or how the command ended. */
typedef enum _TAPE_STATUS {
    TAPE_STATUS_SEND_SRB_AND_CALLBACK = 0,
    TAPE_STATUS_CALLBACK,
    TAPE_STATUS_CHECK_TEST_UNIT_READY,
    TAPE_STATUS_SUCCESS,
    TAPE_STATUS_INSUFFICIENT_RESOURCES,
    TAPE_STATUS_NOT_IMPLEMENTED,
    TAPE_STATUS_INVALID_DEVICE_REQUEST,
    TAPE_STATUS_INVALID_PARAMETER,
    TAPE_STATUS_MEDIA_CHANGED,
    TAPE_STATUS_BUS_RESET,
    TAPE_STATUS_SETMARK_DETECTED,
    TAPE_STATUS_FILEMARK_DETECTED,
    TAPE_STATUS_BEGINNING_OF_MEDIA,
    TAPE_STATUS_END_OF_MEDIA,
    TAPE_STATUS_BUFFER_OVERFLOW,
    TAPE_STATUS_NO_DATA_DETECTED,
    TAPE_STATUS_EOM_OVERFLOW,
    TAPE_STATUS_NO_MEDIA,
    TAPE_STATUS_IO_DEVICE_ERROR,
    TAPE_STATUS_UNRECOGNIZED_MEDIA,
    TAPE_STATUS_DEVICE_NOT_READY,
    TAPE_STATUS_MEDIA_WRITE_PROTECTED,
    TAPE_STATUS_DEVICE_DATA_ERROR,
    TAPE_STATUS_NO_SUCH_DEVICE,
    TAPE_STATUS_INVALID_BLOCK_LENGTH,
    TAPE_STATUS_IO_TIMEOUT,
    TAPE_STATUS_DEVICE_NOT_CONNECTED,
    TAPE_STATUS_DATA_OVERRUN,
    TAPE_STATUS_DEVICE_BUSY,
    TAPE_STATUS_REQUIRES_CLEANING,
    TAPE_STATUS_CLEANER_CARTRIDGE_INSTALLED
} TAPE_STATUS, *PTAPE_STATUS;

/* What a drive can do: a mode page. */
typedef struct _MODE_CAPABILITIES_PAGE {
    UCHAR PageCode : 6;
    UCHAR Reserved1 : 2;
    UCHAR PageLength;
    UCHAR Reserved2[2];
    UCHAR RO : 1;
    UCHAR Reserved3 : 4;
    UCHAR SPREV : 1;
    UCHAR Reserved4 : 2;
    UCHAR Reserved5 : 3;
    UCHAR EFMT : 1;
    UCHAR Reserved6 : 1;
    UCHAR QFA : 1;
    UCHAR Reserved7 : 2;
    UCHAR LOCK : 1;
    UCHAR LOCKED : 1;
    UCHAR PREVENT : 1;
    UCHAR UNLOAD : 1;
    UCHAR Reserved8 : 2;
    UCHAR ECC : 1;
    UCHAR CMPRS : 1;
    UCHAR Reserved9 : 1;
    UCHAR BLK512 : 1;
    UCHAR BLK1024 : 1;
    UCHAR Reserved10 : 4;
    UCHAR SLOWB : 1;
    UCHAR MaximumSpeedSupported[2];
    UCHAR MaximumStoredDefectedListEntries[2];
    UCHAR ContinuousTransferLimit[2];
    UCHAR CurrentSpeedSelected[2];
    UCHAR BufferSize[2];
    UCHAR Reserved11[2];
} MODE_CAPABILITIES_PAGE, *PMODE_CAPABILITIES_PAGE;

/* The routines of a miniclass driver. A command's is called again, CallNumber one higher, when it asks for that. */
typedef BOOLEAN (*TAPE_VERIFY_INQUIRY_ROUTINE)(_In_ PINQUIRYDATA InquiryData,
    _In_ PMODE_CAPABILITIES_PAGE ModeCapabilitiesPage);
typedef VOID (*TAPE_EXTENSION_INIT_ROUTINE)(_In_ PVOID MinitapeExtension, _In_ PINQUIRYDATA InquiryData,
    _In_ PMODE_CAPABILITIES_PAGE ModeCapabilitiesPage);
typedef VOID (*TAPE_ERROR_ROUTINE)(_In_ PVOID MinitapeExtension, _In_ PSCSI_REQUEST_BLOCK Srb,
    _Inout_ PTAPE_STATUS TapeStatus);
typedef TAPE_STATUS (*TAPE_PROCESS_COMMAND_ROUTINE)(_Inout_ PVOID MinitapeExtension, _Inout_ PVOID CommandExtension,
    _Inout_ PVOID CommandParameters, _Inout_ PSCSI_REQUEST_BLOCK Srb, _In_ ULONG CallNumber,
    _In_ TAPE_STATUS StatusOfLastCommand, _Inout_ PULONG RetryFlags);

/* RetryFlags: how often the class driver tries again, and what it does with errors. */
#define TAPE_RETRY_MASK 0x0000FFFF
#define IGNORE_ERRORS 0x00010000
#define RETURN_ERRORS 0x00020000

/* Of legacy drivers; TapeClassInitialize takes the other. */
typedef struct _TAPE_INIT_DATA {
    TAPE_VERIFY_INQUIRY_ROUTINE VerifyInquiry;
    BOOLEAN QueryModeCapabilitiesPage;
    ULONG MinitapeExtensionSize;
    TAPE_EXTENSION_INIT_ROUTINE ExtensionInit;
    ULONG DefaultTimeOutValue;
    TAPE_ERROR_ROUTINE TapeError;
    ULONG CommandExtensionSize;
    TAPE_PROCESS_COMMAND_ROUTINE CreatePartition;
    TAPE_PROCESS_COMMAND_ROUTINE Erase;
    TAPE_PROCESS_COMMAND_ROUTINE GetDriveParameters;
    TAPE_PROCESS_COMMAND_ROUTINE GetMediaParameters;
    TAPE_PROCESS_COMMAND_ROUTINE GetPosition;
    TAPE_PROCESS_COMMAND_ROUTINE GetStatus;
    TAPE_PROCESS_COMMAND_ROUTINE Prepare;
    TAPE_PROCESS_COMMAND_ROUTINE SetDriveParameters;
    TAPE_PROCESS_COMMAND_ROUTINE SetMediaParameters;
    TAPE_PROCESS_COMMAND_ROUTINE SetPosition;
    TAPE_PROCESS_COMMAND_ROUTINE WriteMarks;
    TAPE_PROCESS_COMMAND_ROUTINE PreProcessReadWrite;
} TAPE_INIT_DATA, *PTAPE_INIT_DATA;
typedef struct _TAPE_INIT_DATA_EX {
    ULONG InitDataSize;
    TAPE_VERIFY_INQUIRY_ROUTINE VerifyInquiry;
    BOOLEAN QueryModeCapabilitiesPage;
    ULONG MinitapeExtensionSize;
    TAPE_EXTENSION_INIT_ROUTINE ExtensionInit;
    ULONG DefaultTimeOutValue;
    TAPE_ERROR_ROUTINE TapeError;
    ULONG CommandExtensionSize;
    TAPE_PROCESS_COMMAND_ROUTINE CreatePartition;
    TAPE_PROCESS_COMMAND_ROUTINE Erase;
    TAPE_PROCESS_COMMAND_ROUTINE GetDriveParameters;
    TAPE_PROCESS_COMMAND_ROUTINE GetMediaParameters;
    TAPE_PROCESS_COMMAND_ROUTINE GetPosition;
    TAPE_PROCESS_COMMAND_ROUTINE GetStatus;
    TAPE_PROCESS_COMMAND_ROUTINE Prepare;
    TAPE_PROCESS_COMMAND_ROUTINE SetDriveParameters;
    TAPE_PROCESS_COMMAND_ROUTINE SetMediaParameters;
    TAPE_PROCESS_COMMAND_ROUTINE SetPosition;
    TAPE_PROCESS_COMMAND_ROUTINE WriteMarks;
    TAPE_PROCESS_COMMAND_ROUTINE PreProcessReadWrite;
    TAPE_PROCESS_COMMAND_ROUTINE TapeGetMediaTypes;
    ULONG MediaTypesSupported;
    TAPE_PROCESS_COMMAND_ROUTINE TapeWMIOperations;
    ULONG Reserved[2];
} TAPE_INIT_DATA_EX, *PTAPE_INIT_DATA_EX;

typedef struct _TAPE_PHYS_POSITION {
    ULONG SeekBlockAddress;
    ULONG SpaceBlockCount;
} TAPE_PHYS_POSITION, *PTAPE_PHYS_POSITION;

WDK_EXPORT("tape.sys", "5.0.2195")
ULONG TapeClassInitialize(_In_ PVOID Argument1, _In_ PVOID Argument2, _In_ PTAPE_INIT_DATA_EX TapeInitData);
WDK_EXPORT("tape.sys", "5.0.2195")
BOOLEAN TapeClassAllocateSrbBuffer(_Inout_ PSCSI_REQUEST_BLOCK Srb, _In_ ULONG SrbBufferSize);
WDK_EXPORT("tape.sys", "5.0.2195")
VOID TapeClassZeroMemory(_Out_writes_bytes_all_(BufferSize) PVOID Buffer, _In_ ULONG BufferSize);
WDK_EXPORT("tape.sys", "5.0.2195")
ULONG TapeClassCompareMemory(_In_reads_bytes_(Length) PVOID Source1, _In_reads_bytes_(Length) PVOID Source2,
    _In_ ULONG Length);
WDK_EXPORT("tape.sys", "5.0.2195")
LARGE_INTEGER TapeClassLiDiv(_In_ LARGE_INTEGER Dividend, _In_ LARGE_INTEGER Divisor);
WDK_EXPORT("tape.sys", "5.0.2195")
TAPE_PHYS_POSITION TapeClassLogicalBlockToPhysicalBlock(_In_ UCHAR DensityCode, _In_ ULONG LogicalBlockAddress,
    _In_ ULONG BlockLength, _In_ BOOLEAN FromBOT);
WDK_EXPORT("tape.sys", "5.0.2195")
ULONG TapeClassPhysicalBlockToLogicalBlock(_In_ UCHAR DensityCode, _In_ ULONG PhysicalBlockAddress,
    _In_ ULONG BlockLength, _In_ BOOLEAN FromBOT);
WDK_EXPORT("tape.sys", "5.0.2195")
VOID TapeDebugPrint(_In_ ULONG DebugPrintLevel, _In_z_ _Printf_format_string_ PCCHAR DebugMessage, ...);

#ifdef __cplusplus
}
#endif
#endif
