/* sddef.h: commands of SD and SDIO cards. */
#ifndef WDK_SDDEF_H
#define WDK_SDDEF_H
#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif
typedef UCHAR SD_COMMAND_CODE;

typedef enum {
    SDCC_STANDARD = 0,
    SDCC_APP_CMD = 1,
} SD_COMMAND_CLASS;

typedef enum {
    SDTD_UNSPECIFIED = 0,
    SDTD_READ = 1,
    SDTD_WRITE = 2,
} SD_TRANSFER_DIRECTION;

typedef enum {
    SDTT_UNSPECIFIED = 0,
    SDTT_CMD_ONLY = 1,
    SDTT_SINGLE_BLOCK = 2,
    SDTT_MULTI_BLOCK = 3,
    SDTT_MULTI_BLOCK_NO_CMD12 = 4,
} SD_TRANSFER_TYPE;

typedef enum {
    SDRT_UNSPECIFIED = 0,
    SDRT_NONE = 1,
    SDRT_1 = 2,
    SDRT_1B = 3,
    SDRT_2 = 4,
    SDRT_3 = 5,
    SDRT_4 = 6,
    SDRT_5 = 7,
    SDRT_5B = 8,
    SDRT_6 = 9,
} SD_RESPONSE_TYPE;

typedef struct _SDCMD_DESCRIPTOR {
    SD_COMMAND_CODE Cmd;
    SD_COMMAND_CLASS CmdClass;
    SD_TRANSFER_DIRECTION TransferDirection;
    SD_TRANSFER_TYPE TransferType;
    SD_RESPONSE_TYPE ResponseType;
} SDCMD_DESCRIPTOR, *PSDCMD_DESCRIPTOR;

/* Arguments of IO_RW_DIRECT and IO_RW_EXTENDED: SDIO specification, commands 52 and 53. */
typedef struct _SD_RW_DIRECT_ARGUMENT {
    union {
        struct {
            ULONG Data : 8;
            ULONG Reserved1 : 1;
            ULONG Address : 17;
            ULONG Reserved2 : 1;
            ULONG ReadAfterWrite : 1;
            ULONG Function : 3;
            ULONG WriteToDevice : 1;
        } bits;
        ULONG AsULONG;
    } u;
} SD_RW_DIRECT_ARGUMENT, *PSD_RW_DIRECT_ARGUMENT;

typedef struct _SD_RW_EXTENDED_ARGUMENT {
    union {
        struct {
            ULONG Count : 9;
            ULONG Address : 17;
            ULONG OpCode : 1;
            ULONG BlockMode : 1;
            ULONG Function : 3;
            ULONG WriteToDevice : 1;
        } bits;
        ULONG AsULONG;
    } u;
} SD_RW_EXTENDED_ARGUMENT, *PSD_RW_EXTENDED_ARGUMENT;

#ifdef __cplusplus
}
#endif
#endif
