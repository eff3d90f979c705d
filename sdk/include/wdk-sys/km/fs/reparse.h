/* Reparse points: tags, and the data behind them. Numbers: the public file system control codes ([MS-FSCC]). */
#ifndef WDK_FS_REPARSE_H
#define WDK_FS_REPARSE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

#define IO_REPARSE_TAG_RESERVED_ZERO (0)
#define IO_REPARSE_TAG_RESERVED_ONE (1)
#define IO_REPARSE_TAG_RESERVED_TWO (2)
#define IO_REPARSE_TAG_RESERVED_RANGE IO_REPARSE_TAG_RESERVED_TWO
#define IO_REPARSE_TAG_VALID_VALUES (0xF000FFFF)
#define IsReparseTagMicrosoft(Tag) (((Tag) & 0x80000000))
#define IsReparseTagNameSurrogate(Tag) (((Tag) & 0x20000000))
#define IsReparseTagDirectory(Tag) (((Tag) & 0x10000000))
#define IsReparseTagValid(Tag) (!((Tag) & ~IO_REPARSE_TAG_VALID_VALUES) && ((Tag) > IO_REPARSE_TAG_RESERVED_RANGE))
#define IO_REPARSE_TAG_MOUNT_POINT (0xA0000003L)
#define IO_REPARSE_TAG_HSM (0xC0000004L)
#define IO_REPARSE_TAG_DRIVE_EXTENDER (0x80000005L)
#define IO_REPARSE_TAG_HSM2 (0x80000006L)
#define IO_REPARSE_TAG_SIS (0x80000007L)
#define IO_REPARSE_TAG_WIM (0x80000008L)
#define IO_REPARSE_TAG_CSV (0x80000009L)
#define IO_REPARSE_TAG_DFS (0x8000000AL)
#define IO_REPARSE_TAG_FILTER_MANAGER (0x8000000BL)
#define IO_REPARSE_TAG_SYMLINK (0xA000000CL)
#define IO_REPARSE_TAG_IIS_CACHE (0xA0000010L)
#define IO_REPARSE_TAG_DFSR (0x80000012L)
#define IO_REPARSE_TAG_DEDUP (0x80000013L)
#define IO_REPARSE_TAG_APPXSTRM (0xC0000014L)
#define IO_REPARSE_TAG_NFS (0x80000014L)
#define IO_REPARSE_TAG_FILE_PLACEHOLDER (0x80000015L)
#define IO_REPARSE_TAG_DFM (0x80000016L)
#define IO_REPARSE_TAG_WOF (0x80000017L)
#define IO_REPARSE_TAG_WCI (0x80000018L)
#define IO_REPARSE_TAG_WCI_1 (0x90001018L)
#define IO_REPARSE_TAG_GLOBAL_REPARSE (0xA0000019L)
#define IO_REPARSE_TAG_CLOUD (0x9000001AL)
#define IO_REPARSE_TAG_CLOUD_1 (0x9000101AL)
#define IO_REPARSE_TAG_CLOUD_2 (0x9000201AL)
#define IO_REPARSE_TAG_CLOUD_3 (0x9000301AL)
#define IO_REPARSE_TAG_CLOUD_4 (0x9000401AL)
#define IO_REPARSE_TAG_CLOUD_5 (0x9000501AL)
#define IO_REPARSE_TAG_CLOUD_6 (0x9000601AL)
#define IO_REPARSE_TAG_CLOUD_7 (0x9000701AL)
#define IO_REPARSE_TAG_CLOUD_8 (0x9000801AL)
#define IO_REPARSE_TAG_CLOUD_9 (0x9000901AL)
#define IO_REPARSE_TAG_CLOUD_A (0x9000A01AL)
#define IO_REPARSE_TAG_CLOUD_B (0x9000B01AL)
#define IO_REPARSE_TAG_CLOUD_C (0x9000C01AL)
#define IO_REPARSE_TAG_CLOUD_D (0x9000D01AL)
#define IO_REPARSE_TAG_CLOUD_E (0x9000E01AL)
#define IO_REPARSE_TAG_CLOUD_F (0x9000F01AL)
#define IO_REPARSE_TAG_CLOUD_MASK (0x0000F000L)
#define IO_REPARSE_TAG_APPEXECLINK (0x8000001BL)
#define IO_REPARSE_TAG_PROJFS (0x9000001CL)
#define IO_REPARSE_TAG_LX_SYMLINK (0xA000001DL)
#define IO_REPARSE_TAG_STORAGE_SYNC (0x8000001EL)
#define IO_REPARSE_TAG_WCI_TOMBSTONE (0xA000001FL)
#define IO_REPARSE_TAG_UNHANDLED (0x80000020L)
#define IO_REPARSE_TAG_ONEDRIVE (0x80000021L)
#define IO_REPARSE_TAG_PROJFS_TOMBSTONE (0xA0000022L)
#define IO_REPARSE_TAG_AF_UNIX (0x80000023L)
#define IO_REPARSE_TAG_LX_FIFO (0x80000024L)
#define IO_REPARSE_TAG_LX_CHR (0x80000025L)
#define IO_REPARSE_TAG_LX_BLK (0x80000026L)
#define IO_REPARSE_TAG_WCI_LINK (0xA0000027L)
#define IO_REPARSE_TAG_WCI_LINK_1 (0xA0001027L)
#define IO_REPARSE_TAG_DATALESS_CIM (0xA0000028L)

#define SYMLINK_FLAG_RELATIVE 0x00000001
#define SYMLINK_DIRECTORY 0x80000000
#define SYMLINK_FILE 0x40000000
typedef struct _REPARSE_DATA_BUFFER {
    ULONG ReparseTag;
    USHORT ReparseDataLength;
    USHORT Reserved;
    _Field_size_bytes_(ReparseDataLength) union {
        struct {
            USHORT SubstituteNameOffset;
            USHORT SubstituteNameLength;
            USHORT PrintNameOffset;
            USHORT PrintNameLength;
            ULONG Flags;
            WCHAR PathBuffer[1];
        } SymbolicLinkReparseBuffer;
        struct {
            USHORT SubstituteNameOffset;
            USHORT SubstituteNameLength;
            USHORT PrintNameOffset;
            USHORT PrintNameLength;
            WCHAR PathBuffer[1];
        } MountPointReparseBuffer;
        struct {
            UCHAR DataBuffer[1];
        } GenericReparseBuffer;
    };
} REPARSE_DATA_BUFFER, *PREPARSE_DATA_BUFFER;
typedef struct _REPARSE_GUID_DATA_BUFFER {
    ULONG ReparseTag;
    USHORT ReparseDataLength;
    USHORT Reserved;
    GUID ReparseGuid;
    struct {
        UCHAR DataBuffer[1];
    } GenericReparseBuffer;
} REPARSE_GUID_DATA_BUFFER, *PREPARSE_GUID_DATA_BUFFER;
#define REPARSE_DATA_BUFFER_HEADER_SIZE FIELD_OFFSET(REPARSE_DATA_BUFFER, GenericReparseBuffer)
#define REPARSE_GUID_DATA_BUFFER_HEADER_SIZE FIELD_OFFSET(REPARSE_GUID_DATA_BUFFER, GenericReparseBuffer)
#define MAXIMUM_REPARSE_DATA_BUFFER_SIZE (16 * 1024)
#define REPARSE_DATA_EX_FLAG_GIVEN_TAG_OR_NONE 0x00000001
typedef struct _REPARSE_DATA_BUFFER_EX {
    ULONG Flags;
    ULONG ExistingReparseTag;
    GUID ExistingReparseGuid;
    ULONGLONG Reserved;
    union {
        REPARSE_DATA_BUFFER ReparseDataBuffer;
        REPARSE_GUID_DATA_BUFFER ReparseGuidDataBuffer;
    };
} REPARSE_DATA_BUFFER_EX, *PREPARSE_DATA_BUFFER_EX;
#define REPARSE_DATA_BUFFER_EX_HEADER_SIZE                                                                             \
    FIELD_OFFSET(REPARSE_DATA_BUFFER_EX, ReparseDataBuffer.GenericReparseBuffer)
#define REPARSE_GUID_DATA_BUFFER_EX_HEADER_SIZE                                                                        \
    FIELD_OFFSET(REPARSE_DATA_BUFFER_EX, ReparseGuidDataBuffer.GenericReparseBuffer)
#pragma pack(push, 4)
typedef struct _REPARSE_INDEX_KEY {
    ULONG FileReparseTag;
    LARGE_INTEGER FileId;
} REPARSE_INDEX_KEY, *PREPARSE_INDEX_KEY;
#pragma pack(pop)

/* Reparse points that a create opens rather than follows. */
#define OPEN_REPARSE_POINT_TAG_ENCOUNTERED 0x00000001
#define OPEN_REPARSE_POINT_REPARSE_IF_CHILD_EXISTS 0x00000002
#define OPEN_REPARSE_POINT_REPARSE_IF_CHILD_NOT_EXISTS 0x00000004
#define OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT 0x00000008
#define OPEN_REPARSE_POINT_REPARSE_IF_DIRECTORY_FINAL_COMPONENT_ALWAYS 0x00000010
#define OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT 0x00000020
#define OPEN_REPARSE_POINT_REPARSE_IF_FINAL_COMPONENT_ALWAYS 0x00000040
#define OPEN_REPARSE_POINT_VERSION_EX 0x80000000
typedef struct _OPEN_REPARSE_LIST {
    LIST_ENTRY OpenReparseList;
} OPEN_REPARSE_LIST, *POPEN_REPARSE_LIST;
typedef struct _OPEN_REPARSE_LIST_ENTRY {
    LIST_ENTRY OpenReparseListEntry;
    ULONG ReparseTag;
    ULONG Flags;
    GUID ReparseGuid;
    USHORT Size;
    USHORT RemainingLength;
} OPEN_REPARSE_LIST_ENTRY, *POPEN_REPARSE_LIST_ENTRY;
_IRQL_requires_max_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("6.0.6000")
NTSTATUS FsRtlValidateReparsePointBuffer(_In_ ULONG BufferLength, _In_ PREPARSE_DATA_BUFFER ReparseBuffer);

#ifdef __cplusplus
}
#endif
#endif
