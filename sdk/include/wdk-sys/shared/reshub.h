/* reshub.h: the resource hub: paths of connections, and the ACPI descriptors that stand behind them. */
#ifndef WDK_RESHUB_H
#define WDK_RESHUB_H
#include <ntdef.h>
#include <ntstatus.h>
#include <guiddef.h>
#include <devioctl.h>
#if defined(_KERNEL_MODE) || defined(_NTDDK_) || defined(_WDMDDK_)
#include <wdm.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define RESOURCE_HUB_DEVICE_NAME L"\\Device\\RESOURCE_HUB"
#define RESOURCE_HUB_SYMBOLIC_NAME L"\\DosDevices\\RESOURCE_HUB"
#define RESOURCE_HUB_DEVICE_NAME_PREFIX RESOURCE_HUB_DEVICE_NAME L"\\"

/* A connection's file is its 64-bit ID in hexadecimal, 16 digits. Sizes are in bytes and count the terminator. */
#define RESOURCE_HUB_CONNECTION_FILE_SIZE ((sizeof(LARGE_INTEGER) * 2 * sizeof(WCHAR)) + sizeof(UNICODE_NULL))
#define RESOURCE_HUB_CONNECTION_PATH_SIZE \
    (sizeof(RESOURCE_HUB_DEVICE_NAME_PREFIX) + RESOURCE_HUB_CONNECTION_FILE_SIZE - sizeof(UNICODE_NULL))
#define RESOURCE_HUB_CONNECTION_FILE_CHARS (RESOURCE_HUB_CONNECTION_FILE_SIZE / sizeof(WCHAR))
#define RESOURCE_HUB_CONNECTION_PATH_CHARS (RESOURCE_HUB_CONNECTION_PATH_SIZE / sizeof(WCHAR))
#define RESOURCE_HUB_FILE_SIZE RESOURCE_HUB_CONNECTION_FILE_SIZE
#define RESOURCE_HUB_PATH_SIZE RESOURCE_HUB_CONNECTION_PATH_SIZE
#define RESOURCE_HUB_FILE_CHARS RESOURCE_HUB_CONNECTION_FILE_CHARS
#define RESOURCE_HUB_PATH_CHARS RESOURCE_HUB_CONNECTION_PATH_CHARS

#define FILE_DEVICE_RESOURCE_HUB FILE_DEVICE_BUS_EXTENDER
#define WDK_RH_CODE(id) CTL_CODE(FILE_DEVICE_RESOURCE_HUB, id, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_RH_QUERY_CONNECTION_PROPERTIES WDK_RH_CODE(0)
#define IOCTL_RH_ALLOCATE_CONNECTION WDK_RH_CODE(1)
#define IOCTL_RH_FREE_CONNECTION WDK_RH_CODE(2)
#define IOCTL_RH_UPDATE_CONNECTION_PROPERTIES WDK_RH_CODE(3)

#define RH_QUERY_CONNECTION_PROPERTIES_INPUT_VERSION 1
#define RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_VERSION 1

typedef enum _RH_QUERY_CONNECTION_PROPERTIES_INPUT_TYPE {
    ConnectionIdType,
    InterruptVectorType,
} RH_QUERY_CONNECTION_PROPERTIES_INPUT_TYPE, *PRH_QUERY_CONNECTION_PROPERTIES_INPUT_TYPE;

typedef struct _RH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER {
    ULONG Version;
    RH_QUERY_CONNECTION_PROPERTIES_INPUT_TYPE QueryType;
    union {
        LARGE_INTEGER ConnectionId;
        ULONG InterruptVector;
    } u;
} RH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER, *PRH_QUERY_CONNECTION_PROPERTIES_INPUT_BUFFER;

/* The descriptor as the firmware has it. */
typedef struct _RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER {
    ULONG Version;
    ULONG PropertiesLength;
    _Field_size_bytes_(PropertiesLength) UCHAR ConnectionProperties[ANYSIZE_ARRAY];
} RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER, *PRH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER;

/* Large resource items of ACPI 5 (GPIO connection and serial bus descriptors). */
#define GPIO_INTERRUPT_IO_DESCRIPTOR 0x8C
#define FUNCTION_CONFIG_DESCRIPTOR 0x8D
#define SERIAL_BUS_DESCRIPTOR 0x8E
#ifndef INVALID_PIN_NUMBER
#define INVALID_PIN_NUMBER 0xFFFF
#endif
#define PNP_GPIO_IRQ_DESCRIPTOR_REVISION 0x1
#define PNP_GPIO_IRQ_DESCRIPTOR_REVISION_MINIMUM 0x1
#define PNP_GPIO_IRQ_DESCRIPTOR_TYPE_INTERRUPT 0x0
#define PNP_GPIO_IRQ_DESCRIPTOR_TYPE_IO 0x1
#define PNP_GPIO_IRQ_RESOURCE_CONSUMER_ONLY 0x01
#define PNP_GPIO_IRQ_MODE 0x01
#define PNP_GPIO_IRQ_POLARITY 0x06
#define PNP_GPIO_IRQ_SHARED 0x08
#define PNP_GPIO_IRQ_WAKE_HINT 0x10
#define PNP_GPIO_IRQ_MODE_EDGE 0x01
#define PNP_GPIO_IRQ_MODE_LEVEL 0x00
#define PNP_GPIO_IRQ_POLARITY_HIGH 0x00
#define PNP_GPIO_IRQ_POLARITY_LOW 0x02
#define PNP_GPIO_IRQ_POLARITY_BOTH 0x04
#define PNP_FUNCTION_CONFIG_DESCRIPTOR_REVISION 0x1
#define SERIAL_BUS_DESCRIPTOR_REVISION 0x01
#define SERIAL_BUS_DESCRIPTOR_REVISION_V2 0x02
#define SERIAL_BUS_I2C_DESCRIPTOR_TYPE 1
#define SERIAL_BUS_SPI_DESCRIPTOR_TYPE 2
#define SERIAL_BUS_UART_DESCRIPTOR_TYPE 3
#define SERIAL_BUS_FLAG_SHARED_DESCRIPTOR 0x4

#pragma pack(push, 1)
typedef struct _PNP_GPIO_INTERRUPT_IO_DESCRIPTOR {
    UCHAR Tag;
    USHORT Length;
    UCHAR Revision;
    UCHAR DescriptorType;
    USHORT GeneralFlags;
    USHORT InterruptIoFlags;
    UCHAR PinConfiguration;
    USHORT DriveStrength;
    USHORT DebounceTimeout;
    USHORT PinTableOffset;
    UCHAR ResourceSourceIndex;
    USHORT ResourceSourceOffset;
    USHORT VendorDataOffset;
    USHORT VendorDataLength;
} PNP_GPIO_INTERRUPT_IO_DESCRIPTOR, *PPNP_GPIO_INTERRUPT_IO_DESCRIPTOR;

typedef struct _PNP_FUNCTION_CONFIG_DESCRIPTOR {
    UCHAR Tag;
    USHORT Length;
    UCHAR Revision;
    USHORT Flags;
    UCHAR PinConfiguration;
    USHORT FunctionNumber;
    USHORT PinTableOffset;
    UCHAR ResourceSourceIndex;
    USHORT ResourceSourceOffset;
    USHORT VendorDataOffset;
    USHORT VendorDataLength;
} PNP_FUNCTION_CONFIG_DESCRIPTOR, *PPNP_FUNCTION_CONFIG_DESCRIPTOR;

/* Followed by the data of its bus, TypeDataLength bytes, and the name of the controller. */
typedef struct _PNP_SERIAL_BUS_DESCRIPTOR {
    UCHAR Tag;
    USHORT Length;
    UCHAR RevisionId;
    UCHAR ResourceSourceIndex;
    UCHAR SerialBusType;
    UCHAR GeneralFlags;
    USHORT TypeSpecificFlags;
    UCHAR TypeSpecificRevisionId;
    USHORT TypeDataLength;
} PNP_SERIAL_BUS_DESCRIPTOR, *PPNP_SERIAL_BUS_DESCRIPTOR;

typedef struct _PNP_LARGE_VENDOR_DESCRIPTOR {
    UCHAR Tag;
    USHORT Length;
    UCHAR SubType;
    GUID UUID;
    UCHAR VendorDescriptor[ANYSIZE_ARRAY];
} PNP_LARGE_VENDOR_DESCRIPTOR, *PPNP_LARGE_VENDOR_DESCRIPTOR;
#pragma pack(pop)

#define PNP_GPIO_INTERRUPT_IO_DESCRIPTOR_LENGTH sizeof(PNP_GPIO_INTERRUPT_IO_DESCRIPTOR)
#define PNP_FUNCTION_CONFIG_DESCRIPTOR_LENGTH sizeof(PNP_FUNCTION_CONFIG_DESCRIPTOR)
#define PNP_SERIAL_BUS_DESCRIPTOR_LENGTH sizeof(PNP_SERIAL_BUS_DESCRIPTOR)
#define PNP_LARGE_VENDOR_DESCRIPTOR_LENGTH sizeof(PNP_LARGE_VENDOR_DESCRIPTOR)

#ifdef RESHUB_USE_HELPER_ROUTINES

/* The 16 digits and a terminator. */
FORCEINLINE NTSTATUS RESOURCE_HUB_ID_TO_FILE_NAME(
    _In_ ULONG IdLowPart, _In_ ULONG IdHighPart, _Out_writes_bytes_(RESOURCE_HUB_CONNECTION_FILE_SIZE) PWCHAR FileName)
{
    ULONGLONG id = (ULONGLONG)IdHighPart << 32 | IdLowPart;
    int i;

    for (i = 0; i < 16; i++)
        FileName[i] = L"0123456789abcdef"[id >> (60 - 4 * i) & 0xF];
    FileName[16] = UNICODE_NULL;
    return STATUS_SUCCESS;
}

/* The path that opens a connection. FileName brings a buffer of RESOURCE_HUB_PATH_SIZE bytes. */
FORCEINLINE NTSTATUS RESOURCE_HUB_CREATE_PATH_FROM_ID(
    _Inout_ PUNICODE_STRING FileName, _In_ ULONG IdLowPart, _In_ ULONG IdHighPart)
{
    const USHORT prefix = sizeof(RESOURCE_HUB_DEVICE_NAME_PREFIX) - sizeof(UNICODE_NULL);

    if (FileName->MaximumLength < RESOURCE_HUB_PATH_SIZE)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(FileName->Buffer, RESOURCE_HUB_DEVICE_NAME_PREFIX, prefix);
    FileName->Length = RESOURCE_HUB_PATH_SIZE - sizeof(UNICODE_NULL);
    return RESOURCE_HUB_ID_TO_FILE_NAME(IdLowPart, IdHighPart, FileName->Buffer + prefix / sizeof(WCHAR));
}

#endif

#ifdef __cplusplus
}
#endif
#endif
