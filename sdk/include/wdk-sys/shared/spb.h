/* spb.h: requests of peripheral drivers on I2C, SPI and other simple buses. */
#ifndef WDK_SPB_H
#define WDK_SPB_H
#include <ntdef.h>
#include <devioctl.h>
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
#include <wdm.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define SPB_TARGET_NAME_PREFIX L"\\SPB\\"

/* Requests to a target that a peripheral driver opened by its connection ID. */
typedef enum SpbIoctl {
    IOCTL_SPB_LOCK_CONTROLLER = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x600, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_UNLOCK_CONTROLLER = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x601, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_EXECUTE_SEQUENCE = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x602, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_LOCK_CONNECTION = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x603, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_UNLOCK_CONNECTION = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x604, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_FULL_DUPLEX = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x605, METHOD_BUFFERED, FILE_ANY_ACCESS),
    IOCTL_SPB_MULTI_SPI_TRANSFER = CTL_CODE(FILE_DEVICE_CONTROLLER, 0x606, METHOD_BUFFERED, FILE_ANY_ACCESS),
} SpbIoctl, *PSpbIoctl;

typedef enum SPB_TRANSFER_DIRECTION {
    SpbTransferDirectionNone,
    SpbTransferDirectionFromDevice,
    SpbTransferDirectionToDevice,
    SpbTransferDirectionMax,
} SPB_TRANSFER_DIRECTION, *PSPB_TRANSFER_DIRECTION;

typedef enum SPB_TRANSFER_BUFFER_FORMAT {
    SpbTransferBufferFormatInvalid,
    SpbTransferBufferFormatSimple,
    SpbTransferBufferFormatList,
    SpbTransferBufferFormatSimpleNonPaged,
    SpbTransferBufferFormatMdl,
    SpbTransferBufferFormatMax,
} SPB_TRANSFER_BUFFER_FORMAT, *PSPB_TRANSFER_BUFFER_FORMAT;

typedef struct SPB_TRANSFER_BUFFER_LIST_ENTRY {
    _Field_size_bytes_full_(BufferCb) PVOID Buffer;
    ULONG BufferCb;
} SPB_TRANSFER_BUFFER_LIST_ENTRY, *PSPB_TRANSFER_BUFFER_LIST_ENTRY;

typedef struct SPB_TRANSFER_BUFFER {
    SPB_TRANSFER_BUFFER_FORMAT Format;
    union {
        SPB_TRANSFER_BUFFER_LIST_ENTRY Simple;
        struct {
            _Field_size_full_(ListCe) PSPB_TRANSFER_BUFFER_LIST_ENTRY List;
            ULONG ListCe;
        } BufferList;
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
        PMDL Mdl;
#else
        PVOID Mdl;
#endif
    };
} SPB_TRANSFER_BUFFER, *PSPB_TRANSFER_BUFFER;

typedef struct SPB_TRANSFER_LIST_ENTRY {
    SPB_TRANSFER_DIRECTION Direction;
    ULONG DelayInUs; /* before this transfer */
    SPB_TRANSFER_BUFFER Buffer;
} SPB_TRANSFER_LIST_ENTRY, *PSPB_TRANSFER_LIST_ENTRY;

/* Size is that of the record alone, without the entries that follow its first one. */
typedef struct SPB_TRANSFER_LIST {
    ULONG Size;
    ULONG Reserved;
    ULONG TransferCount;
    _Field_size_(TransferCount) SPB_TRANSFER_LIST_ENTRY Transfers[1];
} SPB_TRANSFER_LIST, *PSPB_TRANSFER_LIST;

/* A list with room for n transfers, n > 1. */
#define SPB_TRANSFER_LIST_AND_ENTRIES(n) \
    struct { \
        SPB_TRANSFER_LIST List; \
        SPB_TRANSFER_LIST_ENTRY ExtraTransfers[(n) - 1]; \
    }

FORCEINLINE VOID SPB_TRANSFER_LIST_INIT(_Out_ SPB_TRANSFER_LIST *TransferList, _In_ ULONG TransferCount)
{
    RtlZeroMemory(TransferList, sizeof(*TransferList) + sizeof(TransferList->Transfers[0]) * (TransferCount - 1));
    TransferList->Size = sizeof(*TransferList);
    TransferList->TransferCount = TransferCount;
}

FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(
    _In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs, _In_ PVOID Buffer, _In_ ULONG BufferCb)
{
    SPB_TRANSFER_LIST_ENTRY entry;

    RtlZeroMemory(&entry, sizeof(entry));
    entry.Direction = Direction;
    entry.DelayInUs = DelayInUs;
    entry.Buffer.Format = SpbTransferBufferFormatSimple;
    entry.Buffer.Simple.Buffer = Buffer;
    entry.Buffer.Simple.BufferCb = BufferCb;
    return entry;
}

FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_NON_PAGED(
    _In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs, _In_ PVOID Buffer, _In_ ULONG BufferCb)
{
    SPB_TRANSFER_LIST_ENTRY entry = SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(Direction, DelayInUs, Buffer, BufferCb);

    entry.Buffer.Format = SpbTransferBufferFormatSimpleNonPaged;
    return entry;
}

FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_BUFFER_LIST(
    _In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs,
    _In_reads_(BufferListCe) SPB_TRANSFER_BUFFER_LIST_ENTRY BufferList[], _In_ ULONG BufferListCe)
{
    SPB_TRANSFER_LIST_ENTRY entry;

    RtlZeroMemory(&entry, sizeof(entry));
    entry.Direction = Direction;
    entry.DelayInUs = DelayInUs;
    entry.Buffer.Format = SpbTransferBufferFormatList;
    entry.Buffer.BufferList.List = BufferList;
    entry.Buffer.BufferList.ListCe = BufferListCe;
    return entry;
}

#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_MDL(
    _In_ SPB_TRANSFER_DIRECTION Direction, _In_ ULONG DelayInUs, _In_ PMDL Mdl)
{
    SPB_TRANSFER_LIST_ENTRY entry;

    RtlZeroMemory(&entry, sizeof(entry));
    entry.Direction = Direction;
    entry.DelayInUs = DelayInUs;
    entry.Buffer.Format = SpbTransferBufferFormatMdl;
    entry.Buffer.Mdl = Mdl;
    return entry;
}
#endif

/* Transfers on two or four data lines. */
typedef enum SPB_MULTI_SPI_TRANSFER_MODE {
    SpbMultiSpiTransferModeInvalid,
    SpbMultiSpiTransferModeDualSpi,
    SpbMultiSpiTransferModeQuadSpi,
    SpbMultiSpiTransferModeMax,
} SPB_MULTI_SPI_TRANSFER_MODE, *PSPB_MULTI_SPI_TRANSFER_MODE;

typedef struct SPB_MULTI_SPI_TRANSFER_HEADER {
    ULONG Size;
    SPB_MULTI_SPI_TRANSFER_MODE Mode;
    ULONG WritePhaseSingleSpiByteCount;
    ULONG WaitCycleByteCount;
} SPB_MULTI_SPI_TRANSFER_HEADER, *PSPB_MULTI_SPI_TRANSFER_HEADER;

typedef struct SPB_MULTI_SPI_TRANSFER {
    SPB_MULTI_SPI_TRANSFER_HEADER Header;
    ULONG TransferPhaseCount;
    _Field_size_(TransferPhaseCount) SPB_TRANSFER_LIST_ENTRY TransferPhases[1];
} SPB_MULTI_SPI_TRANSFER, *PSPB_MULTI_SPI_TRANSFER;

typedef struct SPB_MULTI_SPI_WRITE_TRANSFER {
    SPB_MULTI_SPI_TRANSFER SpiTransfer;
} SPB_MULTI_SPI_WRITE_TRANSFER, *PSPB_MULTI_SPI_WRITE_TRANSFER;

/* ExtraTransfer is the second of SpiTransfer's phases. */
typedef struct SPB_MULTI_SPI_READ_TRANSFER {
    SPB_MULTI_SPI_TRANSFER SpiTransfer;
    SPB_TRANSFER_LIST_ENTRY ExtraTransfer;
} SPB_MULTI_SPI_READ_TRANSFER, *PSPB_MULTI_SPI_READ_TRANSFER;

FORCEINLINE VOID SPB_MULTI_SPI_TRANSFER_INIT(
    _Out_ SPB_MULTI_SPI_TRANSFER *SpiTransfer, _In_ SPB_MULTI_SPI_TRANSFER_MODE Mode, _In_ ULONG TransferPhaseCount,
    _In_ ULONG WritePhaseSingleSpiByteCount, _In_ ULONG WaitCycleByteCount)
{
    RtlZeroMemory(SpiTransfer,
                  sizeof(*SpiTransfer) + sizeof(SpiTransfer->TransferPhases[0]) * (TransferPhaseCount - 1));
    SpiTransfer->Header.Size = sizeof(*SpiTransfer);
    SpiTransfer->Header.Mode = Mode;
    SpiTransfer->Header.WritePhaseSingleSpiByteCount = WritePhaseSingleSpiByteCount;
    SpiTransfer->Header.WaitCycleByteCount = WaitCycleByteCount;
    SpiTransfer->TransferPhaseCount = TransferPhaseCount;
}

FORCEINLINE VOID SPB_MULTI_SPI_WRITE_TRANSFER_INIT(
    _Out_ SPB_MULTI_SPI_WRITE_TRANSFER *SpiTransfer, _In_ SPB_MULTI_SPI_TRANSFER_MODE Mode,
    _In_ ULONG WritePhaseSingleSpiByteCount, _In_ ULONG WaitCycleByteCount)
{
    SPB_MULTI_SPI_TRANSFER_INIT(&SpiTransfer->SpiTransfer, Mode, 1, WritePhaseSingleSpiByteCount, WaitCycleByteCount);
}

FORCEINLINE VOID SPB_MULTI_SPI_READ_TRANSFER_INIT(
    _Out_ SPB_MULTI_SPI_READ_TRANSFER *SpiTransfer, _In_ SPB_MULTI_SPI_TRANSFER_MODE Mode,
    _In_ ULONG WritePhaseSingleSpiByteCount, _In_ ULONG WaitCycleByteCount)
{
    SPB_MULTI_SPI_TRANSFER_INIT(&SpiTransfer->SpiTransfer, Mode, 2, WritePhaseSingleSpiByteCount, WaitCycleByteCount);
}

#ifdef __cplusplus
}
#endif
#endif
