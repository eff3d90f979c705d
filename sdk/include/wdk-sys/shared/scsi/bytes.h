/* Byte order: SCSI's numbers are big-endian, and lie at any address. */
#ifndef WDK_SCSI_BYTES_H
#define WDK_SCSI_BYTES_H

#include <ntdef.h>

#pragma pack(push, 1)
typedef union _EIGHT_BYTE {
    struct {
        UCHAR Byte0;
        UCHAR Byte1;
        UCHAR Byte2;
        UCHAR Byte3;
        UCHAR Byte4;
        UCHAR Byte5;
        UCHAR Byte6;
        UCHAR Byte7;
    };
    ULONGLONG AsULongLong;
} EIGHT_BYTE, *PEIGHT_BYTE;
typedef union _FOUR_BYTE {
    struct {
        UCHAR Byte0;
        UCHAR Byte1;
        UCHAR Byte2;
        UCHAR Byte3;
    };
    ULONG AsULong;
} FOUR_BYTE, *PFOUR_BYTE;
typedef union _TWO_BYTE {
    struct {
        UCHAR Byte0;
        UCHAR Byte1;
    };
    USHORT AsUShort;
} TWO_BYTE, *PTWO_BYTE;
#pragma pack(pop)

/* From Source to Destination, which are pointers to different places; the last two reverse in place. */
#define REVERSE_BYTES_QUAD(Destination, Source)                                                                        \
    {                                                                                                                  \
        PEIGHT_BYTE wdk_to_ = (PEIGHT_BYTE)(Destination);                                                              \
        PEIGHT_BYTE wdk_from_ = (PEIGHT_BYTE)(Source);                                                                 \
        wdk_to_->AsULongLong = __builtin_bswap64(wdk_from_->AsULongLong);                                              \
    }
#define REVERSE_BYTES(Destination, Source)                                                                             \
    {                                                                                                                  \
        PFOUR_BYTE wdk_to_ = (PFOUR_BYTE)(Destination);                                                                \
        PFOUR_BYTE wdk_from_ = (PFOUR_BYTE)(Source);                                                                   \
        wdk_to_->AsULong = __builtin_bswap32(wdk_from_->AsULong);                                                      \
    }
#define REVERSE_BYTES_SHORT(Destination, Source)                                                                       \
    {                                                                                                                  \
        PTWO_BYTE wdk_to_ = (PTWO_BYTE)(Destination);                                                                  \
        PTWO_BYTE wdk_from_ = (PTWO_BYTE)(Source);                                                                     \
        wdk_to_->AsUShort = __builtin_bswap16(wdk_from_->AsUShort);                                                    \
    }
#define REVERSE_SHORT(Short) REVERSE_BYTES_SHORT(Short, Short)
#define REVERSE_LONG(Long) REVERSE_BYTES(Long, Long)
#define REVERSE_LONGLONG(Longlong) REVERSE_BYTES_QUAD(Longlong, Longlong)

/* The number of the highest bit of Data that is set. */
#define WHICH_BIT(Data, Bit)                                                                                           \
    {                                                                                                                  \
        UCHAR wdk_bit_ = 0;                                                                                            \
        while (wdk_bit_ < 32 && ((Data) >> wdk_bit_) != 1) {                                                           \
            wdk_bit_++;                                                                                                \
        }                                                                                                              \
        (Bit) = wdk_bit_;                                                                                              \
    }

#endif
