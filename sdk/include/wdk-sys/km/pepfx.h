/*
 * pepfx.h: platform extension plug-ins (PEP) of the power framework: registration, notifications about ACPI and about
 * devices' power. Facts: the public reference, public symbols, and Microsoft's PEP sample for what the reference leaves out.
 * The versions to register with, the numbers for RequestCommon, notifications about processors, performance states and
 * accounting by subsystem are not there.
 */
#ifndef WDK_PEPFX_H
#define WDK_PEPFX_H
#include <wdm.h>
#include <acpiioct.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct PEPHANDLE__ *PEPHANDLE, **PPEPHANDLE;

/* ACPI: what AcceptAcpiNotification is told, at PASSIVE_LEVEL. The last number is its handler's index in the sample. */
#define PEP_NOTIFY_ACPI_PREPARE_DEVICE 0x01
#define PEP_NOTIFY_ACPI_ABANDON_DEVICE 0x02
#define PEP_NOTIFY_ACPI_REGISTER_DEVICE 0x03
#define PEP_NOTIFY_ACPI_UNREGISTER_DEVICE 0x04
#define PEP_NOTIFY_ACPI_ENUMERATE_DEVICE_NAMESPACE 0x05
#define PEP_NOTIFY_ACPI_QUERY_OBJECT_INFORMATION 0x06
#define PEP_NOTIFY_ACPI_EVALUATE_CONTROL_METHOD 0x07
#define PEP_NOTIFY_ACPI_QUERY_DEVICE_CONTROL_RESOURCES 0x08
#define PEP_NOTIFY_ACPI_TRANSLATED_DEVICE_CONTROL_RESOURCES 0x09
#define PEP_NOTIFY_ACPI_WORK 0x0A

#define PEP_ACPI_PREPARE_DEVICE_INPUT_FLAG_NONE 0x0
#define PEP_ACPI_PREPARE_DEVICE_OUTPUT_FLAG_NONE 0x0
#define PEP_ACPI_REGISTER_DEVICE_INPUT_FLAG_NONE 0x0
#define PEP_ACPI_REGISTER_DEVICE_OUTPUT_FLAG_NONE 0x0
#define PEP_ACPI_UNREGISTER_DEVICE_INPUT_FLAG_NONE 0x0
#define PEP_ACPI_EDN_FLAG_NONE 0x0
#define PEP_ACPI_OBJECT_FLAG_NONE 0x0
#define PEP_ACPI_ECM_FLAG_NONE 0x0
#define PEP_ACPI_ECM_FLAG_RELATIVE_NAME 0x1
#define PEP_ACPI_ECM_FLAG_FULLY_QUALIFIED_NAME 0x2
#define PEP_ACPI_QDCR_FLAG_NONE 0x0
#define PEP_ACPI_TDCR_FLAG_NONE 0x0
#define PEP_ACPI_EVALUATE_CONTROL_METHOD_COMPLETE_FLAG_NONE 0x0

typedef struct _PEP_ACPI_PREPARE_DEVICE {
    PCUNICODE_STRING AcpiDeviceName;
    ULONG InputFlags;
    BOOLEAN DeviceAccepted;
    ULONG OutputFlags;
} PEP_ACPI_PREPARE_DEVICE, *PPEP_ACPI_PREPARE_DEVICE;
typedef struct _PEP_ACPI_ABANDON_DEVICE {
    PCUNICODE_STRING AcpiDeviceName;
    BOOLEAN DeviceAccepted;
} PEP_ACPI_ABANDON_DEVICE, *PPEP_ACPI_ABANDON_DEVICE;
typedef struct _PEP_ACPI_REGISTER_DEVICE {
    PCUNICODE_STRING AcpiDeviceName;
    ULONG InputFlags;
    POHANDLE KernelHandle;
    PEPHANDLE DeviceHandle;
    ULONG OutputFlags;
} PEP_ACPI_REGISTER_DEVICE, *PPEP_ACPI_REGISTER_DEVICE;
typedef struct _PEP_ACPI_UNREGISTER_DEVICE {
    PEPHANDLE DeviceHandle;
    ULONG InputFlags;
} PEP_ACPI_UNREGISTER_DEVICE, *PPEP_ACPI_UNREGISTER_DEVICE;

typedef enum _PEP_ACPI_OBJECT_TYPE {
    PepAcpiObjectTypeMethod,
    PepAcpiObjectTypeDevice,
    PepAcpiObjectTypeMaximum
} PEP_ACPI_OBJECT_TYPE, *PPEP_ACPI_OBJECT_TYPE;
typedef union _PEP_ACPI_OBJECT_NAME {
    UCHAR Name[4];
    ULONG NameAsUlong;
} PEP_ACPI_OBJECT_NAME, *PPEP_ACPI_OBJECT_NAME;
typedef struct _PEP_ACPI_OBJECT_NAME_WITH_TYPE {
    PEP_ACPI_OBJECT_NAME Name;
    PEP_ACPI_OBJECT_TYPE Type;
} PEP_ACPI_OBJECT_NAME_WITH_TYPE, *PPEP_ACPI_OBJECT_NAME_WITH_TYPE;
typedef struct _PEP_ACPI_ENUMERATE_DEVICE_NAMESPACE {
    PEPHANDLE DeviceHandle;
    ULONG RequestFlags;
    NTSTATUS Status;
    ULONG ObjectCount;
    SIZE_T ObjectBufferSize;
    PEP_ACPI_OBJECT_NAME_WITH_TYPE Objects[ANYSIZE_ARRAY];
} PEP_ACPI_ENUMERATE_DEVICE_NAMESPACE, *PPEP_ACPI_ENUMERATE_DEVICE_NAMESPACE;
typedef struct _PEP_ACPI_QUERY_OBJECT_INFORMATION {
    PEPHANDLE DeviceHandle;
    PEP_ACPI_OBJECT_NAME Name;
    PEP_ACPI_OBJECT_TYPE Type;
    ULONG ObjectFlags;
    union {
        struct {
            ULONG InputArgumentCount;
            ULONG OutputArgumentCount;
        } MethodObject;
    };
} PEP_ACPI_QUERY_OBJECT_INFORMATION, *PPEP_ACPI_QUERY_OBJECT_INFORMATION;
typedef struct _PEP_ACPI_EVALUATE_CONTROL_METHOD {
    PEPHANDLE DeviceHandle;
    ULONG RequestFlags;
    union {
        ULONG MethodName;
        ANSI_STRING MethodNameString;
    };
    NTSTATUS MethodStatus;
    PVOID CompletionContext;
    ULONG InputArgumentCount;
    SIZE_T InputArgumentSize;
    PACPI_METHOD_ARGUMENT InputArguments;
    ULONG OutputArgumentCount;
    SIZE_T OutputArgumentSize;
    PACPI_METHOD_ARGUMENT OutputArguments;
} PEP_ACPI_EVALUATE_CONTROL_METHOD, *PPEP_ACPI_EVALUATE_CONTROL_METHOD;
typedef struct _PEP_ACPI_QUERY_DEVICE_CONTROL_RESOURCES {
    PEPHANDLE DeviceHandle;
    ULONG RequestFlags;
    NTSTATUS Status;
    SIZE_T BiosResourcesSize;
    ACPI_METHOD_ARGUMENT BiosResources[ANYSIZE_ARRAY];
} PEP_ACPI_QUERY_DEVICE_CONTROL_RESOURCES, *PPEP_ACPI_QUERY_DEVICE_CONTROL_RESOURCES;
typedef struct _PEP_ACPI_TRANSLATED_DEVICE_CONTROL_RESOURCES {
    PEPHANDLE DeviceHandle;
    ULONG RequestFlags;
    NTSTATUS Status;
    SIZE_T TranslatedResourcesSize;
    PCM_RESOURCE_LIST TranslatedResources;
} PEP_ACPI_TRANSLATED_DEVICE_CONTROL_RESOURCES, *PPEP_ACPI_TRANSLATED_DEVICE_CONTROL_RESOURCES;

/* ACPI: resources, which RequestCommon makes into what _CRS returns. */
typedef enum _PEP_ACPI_RESOURCE_TYPE {
    PepAcpiMemory,
    PepAcpiIoPort,
    PepAcpiInterrupt,
    PepAcpiGpioIo,
    PepAcpiGpioInt,
    PepAcpiSpbI2c,
    PepAcpiSpbSpi,
    PepAcpiSpbUart,
    PepAcpiExtendedMemory,
    PepAcpiExtendedIo
} PEP_ACPI_RESOURCE_TYPE, *PPEP_ACPI_RESOURCE_TYPE;
typedef enum _GPIO_PIN_CONFIG_TYPE {
    PullDefault,
    PullUp,
    PullDown,
    PullNone
} GPIO_PIN_CONFIG_TYPE, *PGPIO_PIN_CONFIG_TYPE;
typedef enum _GPIO_PIN_IORESTRICTION_TYPE {
    IoRestrictionNone,
    IoRestrictionInputOnly,
    IoRestrictionOutputOnly,
    IoRestrictionNoneAndPreserve
} GPIO_PIN_IORESTRICTION_TYPE, *PGPIO_PIN_IORESTRICTION_TYPE;
typedef union _PEP_ACPI_RESOURCE_FLAGS {
    ULONG AsULong;
    struct {
        ULONG Shared : 1;
        ULONG Wake : 1;
        ULONG ResourceUsage : 1;
        ULONG SlaveMode : 1;
        ULONG AddressingMode : 1;
        ULONG SharedMode : 1;
        ULONG Reserved : 26;
    };
} PEP_ACPI_RESOURCE_FLAGS, *PPEP_ACPI_RESOURCE_FLAGS;
typedef struct _PEP_ACPI_IO_MEMORY_RESOURCE {
    PEP_ACPI_RESOURCE_TYPE Type;
    UCHAR Information;
    PHYSICAL_ADDRESS MinimumAddress;
    PHYSICAL_ADDRESS MaximumAddress;
    ULONG Alignment;
    ULONG Length;
} PEP_ACPI_IO_MEMORY_RESOURCE, *PPEP_ACPI_IO_MEMORY_RESOURCE;
typedef struct _PEP_ACPI_INTERRUPT_RESOURCE {
    PEP_ACPI_RESOURCE_TYPE Type;
    KINTERRUPT_MODE InterruptType;
    KINTERRUPT_POLARITY InterruptPolarity;
    PEP_ACPI_RESOURCE_FLAGS Flags;
    UCHAR Count;
    _Field_size_full_(Count) PULONG Pins;
} PEP_ACPI_INTERRUPT_RESOURCE, *PPEP_ACPI_INTERRUPT_RESOURCE;
typedef struct _PEP_ACPI_GPIO_RESOURCE {
    PEP_ACPI_RESOURCE_TYPE Type;
    PEP_ACPI_RESOURCE_FLAGS Flags;
    KINTERRUPT_MODE InterruptType;
    KINTERRUPT_POLARITY InterruptPolarity;
    GPIO_PIN_CONFIG_TYPE PinConfig;
    GPIO_PIN_IORESTRICTION_TYPE IoRestrictionType;
    USHORT DriveStrength;
    USHORT DebounceTimeout;
    _Field_size_full_(PinCount) PUSHORT PinTable;
    USHORT PinCount;
    UCHAR ResourceSourceIndex;
    PUNICODE_STRING ResourceSourceName;
    _Field_size_full_(VendorDataLength) PUCHAR VendorData;
    USHORT VendorDataLength;
} PEP_ACPI_GPIO_RESOURCE, *PPEP_ACPI_GPIO_RESOURCE;
/* TypeSpecificFlags: bit 0 when the device starts transfers, bit 1 when the device consumes the resource only. */
typedef struct _PEP_ACPI_SPB_RESOURCE {
    PEP_ACPI_RESOURCE_TYPE Type;
    PEP_ACPI_RESOURCE_FLAGS Flags;
    USHORT TypeSpecificFlags;
    UCHAR ResourceSourceIndex;
    PUNICODE_STRING ResourceSourceName;
    _Field_size_full_(VendorDataLength) PCHAR VendorData;
    USHORT VendorDataLength;
} PEP_ACPI_SPB_RESOURCE, *PPEP_ACPI_SPB_RESOURCE;
typedef struct _PEP_ACPI_SPB_I2C_RESOURCE {
    PEP_ACPI_SPB_RESOURCE SpbCommon;
    ULONG ConnectionSpeed;
    USHORT SlaveAddress;
} PEP_ACPI_SPB_I2C_RESOURCE, *PPEP_ACPI_SPB_I2C_RESOURCE;
typedef struct _PEP_ACPI_SPB_SPI_RESOURCE {
    PEP_ACPI_SPB_RESOURCE SpbCommon;
    ULONG ConnectionSpeed;
    UCHAR DataBitLength;
    UCHAR Phase;
    UCHAR Polarity;
    USHORT DeviceSelection;
} PEP_ACPI_SPB_SPI_RESOURCE, *PPEP_ACPI_SPB_SPI_RESOURCE;
typedef struct _PEP_ACPI_SPB_UART_RESOURCE {
    PEP_ACPI_SPB_RESOURCE SpbCommon;
    ULONG BaudRate;
    USHORT RxBufferSize;
    USHORT TxBufferSize;
    UCHAR Parity;
    UCHAR LinesInUse;
} PEP_ACPI_SPB_UART_RESOURCE, *PPEP_ACPI_SPB_UART_RESOURCE;
typedef struct _PEP_ACPI_EXTENDED_ADDRESS {
    PEP_ACPI_RESOURCE_TYPE Type;
    PEP_ACPI_RESOURCE_FLAGS Flags;
    UCHAR ResourceFlags;
    UCHAR GeneralFlags;
    UCHAR TypeSpecificFlags;
    UCHAR RevisionId;
    UCHAR Reserved;
    ULONGLONG Granularity;
    ULONGLONG MinimumAddress;
    ULONGLONG MaximumAddress;
    ULONGLONG TranslationAddress;
    ULONGLONG AddressLength;
    ULONGLONG TypeAttribute;
    PUNICODE_STRING DescriptorName;
} PEP_ACPI_EXTENDED_ADDRESS, *PPEP_ACPI_EXTENDED_ADDRESS;
typedef union _PEP_ACPI_RESOURCE {
    PEP_ACPI_RESOURCE_TYPE Type;
    PEP_ACPI_IO_MEMORY_RESOURCE IoMemory;
    PEP_ACPI_INTERRUPT_RESOURCE Interrupt;
    PEP_ACPI_GPIO_RESOURCE Gpio;
    PEP_ACPI_SPB_I2C_RESOURCE SpbI2c;
    PEP_ACPI_SPB_SPI_RESOURCE SpbSpi;
    PEP_ACPI_SPB_UART_RESOURCE SpbUart;
    PEP_ACPI_EXTENDED_ADDRESS ExtendedAddress;
} PEP_ACPI_RESOURCE, *PPEP_ACPI_RESOURCE;
typedef struct _PEP_ACPI_REQUEST_CONVERT_TO_BIOS_RESOURCES {
    NTSTATUS TranslationStatus;
    PPEP_ACPI_RESOURCE InputBuffer;
    SIZE_T InputBufferSize;
    PVOID OutputBuffer;
    SIZE_T OutputBufferSize;
    ULONG Flags;
} PEP_ACPI_REQUEST_CONVERT_TO_BIOS_RESOURCES, *PPEP_ACPI_REQUEST_CONVERT_TO_BIOS_RESOURCES;

FORCEINLINE VOID PEP_ACPI_INITIALIZE_MEMORY_RESOURCE(
    _In_ UCHAR ReadWrite, _In_ ULONG MinimumAddress, _In_ ULONG MaximumAddress, _In_ ULONG Alignment,
    _In_ ULONG MemorySize, _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->IoMemory.Type = PepAcpiMemory;
    Resource->IoMemory.Information = ReadWrite;
    Resource->IoMemory.MinimumAddress.QuadPart = MinimumAddress;
    Resource->IoMemory.MaximumAddress.QuadPart = MaximumAddress;
    Resource->IoMemory.Alignment = Alignment;
    Resource->IoMemory.Length = MemorySize;
}
/* Decode: 1 when the device decodes 16 bits of the address, 0 for 10. */
FORCEINLINE VOID PEP_ACPI_INITIALIZE_IOPORT_RESOURCE(
    _In_ UCHAR Decode, _In_ USHORT MinimumAddress, _In_ USHORT MaximumAddress, _In_ UCHAR Alignment,
    _In_ UCHAR PortLength, _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->IoMemory.Type = PepAcpiIoPort;
    Resource->IoMemory.Information = Decode;
    Resource->IoMemory.MinimumAddress.QuadPart = MinimumAddress;
    Resource->IoMemory.MaximumAddress.QuadPart = MaximumAddress;
    Resource->IoMemory.Alignment = Alignment;
    Resource->IoMemory.Length = PortLength;
}
FORCEINLINE VOID PEP_ACPI_INITIALIZE_INTERRUPT_RESOURCE(
    _In_ BOOLEAN ResourceUsage, _In_ KINTERRUPT_MODE EdgeLevel, _In_ KINTERRUPT_POLARITY InterruptLevel,
    _In_ BOOLEAN ShareType, _In_ BOOLEAN Wake, _In_ PULONG PinTable, _In_ UCHAR PinCount,
    _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->Interrupt.Type = PepAcpiInterrupt;
    Resource->Interrupt.InterruptType = EdgeLevel;
    Resource->Interrupt.InterruptPolarity = InterruptLevel;
    Resource->Interrupt.Flags.ResourceUsage = ResourceUsage != FALSE;
    Resource->Interrupt.Flags.Shared = ShareType != FALSE;
    Resource->Interrupt.Flags.Wake = Wake != FALSE;
    Resource->Interrupt.Count = PinCount;
    Resource->Interrupt.Pins = PinTable;
}
FORCEINLINE VOID PEP_ACPI_INITIALIZE_GPIO_INT_RESOURCE(
    _In_ KINTERRUPT_MODE InterruptType, _In_ KINTERRUPT_POLARITY LevelType, _In_ BOOLEAN Shareable, _In_ BOOLEAN CanWake,
    _In_ GPIO_PIN_CONFIG_TYPE PinConfig, _In_ USHORT DebounceTimeout, _In_ UCHAR ResourceSourceIndex,
    _In_ PUNICODE_STRING ResourceSourceName, _In_ BOOLEAN ResourceUsage, _In_ PUCHAR VendorData,
    _In_ USHORT VendorDataLength, _In_ PUSHORT PinTable, _In_ UCHAR PinCount, _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->Gpio.Type = PepAcpiGpioInt;
    Resource->Gpio.InterruptType = InterruptType;
    Resource->Gpio.InterruptPolarity = LevelType;
    Resource->Gpio.Flags.Shared = Shareable != FALSE;
    Resource->Gpio.Flags.Wake = CanWake != FALSE;
    Resource->Gpio.Flags.ResourceUsage = ResourceUsage != FALSE;
    Resource->Gpio.PinConfig = PinConfig;
    Resource->Gpio.DebounceTimeout = DebounceTimeout;
    Resource->Gpio.PinTable = PinTable;
    Resource->Gpio.PinCount = PinCount;
    Resource->Gpio.ResourceSourceIndex = ResourceSourceIndex;
    Resource->Gpio.ResourceSourceName = ResourceSourceName;
    Resource->Gpio.VendorData = VendorData;
    Resource->Gpio.VendorDataLength = VendorDataLength;
}
FORCEINLINE VOID PEP_ACPI_INITIALIZE_GPIO_IO_RESOURCE(
    _In_ BOOLEAN Shareable, _In_ BOOLEAN CanWake, _In_ GPIO_PIN_CONFIG_TYPE PinConfig, _In_ USHORT DebounceTimeout,
    _In_ USHORT DriveStrength, _In_ GPIO_PIN_IORESTRICTION_TYPE IoRestriction, _In_ UCHAR ResourceSourceIndex,
    _In_ PUNICODE_STRING ResourceSourceName, _In_ BOOLEAN ResourceUsage, _In_ PUCHAR VendorData,
    _In_ USHORT VendorDataLength, _In_ PUSHORT PinTable, _In_ UCHAR PinCount, _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->Gpio.Type = PepAcpiGpioIo;
    Resource->Gpio.Flags.Shared = Shareable != FALSE;
    Resource->Gpio.Flags.Wake = CanWake != FALSE;
    Resource->Gpio.Flags.ResourceUsage = ResourceUsage != FALSE;
    Resource->Gpio.PinConfig = PinConfig;
    Resource->Gpio.IoRestrictionType = IoRestriction;
    Resource->Gpio.DriveStrength = DriveStrength;
    Resource->Gpio.DebounceTimeout = DebounceTimeout;
    Resource->Gpio.PinTable = PinTable;
    Resource->Gpio.PinCount = PinCount;
    Resource->Gpio.ResourceSourceIndex = ResourceSourceIndex;
    Resource->Gpio.ResourceSourceName = ResourceSourceName;
    Resource->Gpio.VendorData = VendorData;
    Resource->Gpio.VendorDataLength = VendorDataLength;
}
FORCEINLINE VOID PEP_ACPI_INITIALIZE_SPB_I2C_RESOURCE(
    _In_ USHORT SlaveAddress, _In_ BOOLEAN DeviceInitiated, _In_ ULONG ConnectionSpeed, _In_ BOOLEAN AddressingMode,
    _In_ PUNICODE_STRING ResourceSource, _In_ UCHAR ResourceSourceIndex, _In_ BOOLEAN ResourceUsage,
    _In_ BOOLEAN SharedMode, _In_ PCHAR VendorData, _In_ USHORT VendorDataLength, _Out_ PPEP_ACPI_RESOURCE Resource) {
    RtlZeroMemory(Resource, sizeof(*Resource));
    Resource->SpbI2c.SpbCommon.Type = PepAcpiSpbI2c;
    Resource->SpbI2c.SpbCommon.Flags.SlaveMode = DeviceInitiated != FALSE;
    Resource->SpbI2c.SpbCommon.Flags.AddressingMode = AddressingMode != FALSE;
    Resource->SpbI2c.SpbCommon.Flags.ResourceUsage = ResourceUsage != FALSE;
    Resource->SpbI2c.SpbCommon.Flags.SharedMode = SharedMode != FALSE;
    Resource->SpbI2c.SpbCommon.ResourceSourceIndex = ResourceSourceIndex;
    Resource->SpbI2c.SpbCommon.ResourceSourceName = ResourceSource;
    Resource->SpbI2c.SpbCommon.VendorData = VendorData;
    Resource->SpbI2c.SpbCommon.VendorDataLength = VendorDataLength;
    Resource->SpbI2c.ConnectionSpeed = ConnectionSpeed;
    Resource->SpbI2c.SlaveAddress = SlaveAddress;
}

/* Work that a plug-in asks of the framework. */
typedef enum _PEP_WORK_TYPE {
    PepWorkActiveComplete,
    PepWorkRequestIdleState,
    PepWorkDevicePower,
    PepWorkRequestPowerControl,
    PepWorkDeviceIdle,
    PepWorkCompleteIdleState,
    PepWorkCompletePerfState,
    PepWorkAcpiNotify,
    PepWorkAcpiEvaluateControlMethodComplete,
    PepWorkMax
} PEP_WORK_TYPE, *PPEP_WORK_TYPE;
typedef struct _PEP_WORK_ACTIVE_COMPLETE {
    POHANDLE DeviceHandle;
    ULONG Component;
} PEP_WORK_ACTIVE_COMPLETE, *PPEP_WORK_ACTIVE_COMPLETE;
typedef struct _PEP_WORK_IDLE_STATE {
    POHANDLE DeviceHandle;
    ULONG Component;
    ULONG State;
} PEP_WORK_IDLE_STATE, *PPEP_WORK_IDLE_STATE;
typedef struct _PEP_WORK_DEVICE_POWER {
    POHANDLE DeviceHandle;
    BOOLEAN PowerRequired;
} PEP_WORK_DEVICE_POWER, *PPEP_WORK_DEVICE_POWER;
typedef struct _PEP_WORK_DEVICE_IDLE {
    POHANDLE DeviceHandle;
    BOOLEAN IgnoreIdleTimeout;
} PEP_WORK_DEVICE_IDLE, *PPEP_WORK_DEVICE_IDLE;
typedef struct _PEP_WORK_POWER_CONTROL {
    POHANDLE DeviceHandle;
    LPCGUID PowerControlCode;
    PVOID RequestContext;
    PVOID InBuffer;
    SIZE_T InBufferSize;
    PVOID OutBuffer;
    SIZE_T OutBufferSize;
} PEP_WORK_POWER_CONTROL, *PPEP_WORK_POWER_CONTROL;
typedef struct _PEP_WORK_COMPLETE_IDLE_STATE {
    POHANDLE DeviceHandle;
    ULONG Component;
} PEP_WORK_COMPLETE_IDLE_STATE, *PPEP_WORK_COMPLETE_IDLE_STATE;
typedef struct _PEP_WORK_COMPLETE_PERF_STATE {
    POHANDLE DeviceHandle;
    ULONG Component;
    BOOLEAN Succeeded;
} PEP_WORK_COMPLETE_PERF_STATE, *PPEP_WORK_COMPLETE_PERF_STATE;
typedef struct _PEP_WORK_ACPI_NOTIFY {
    POHANDLE DeviceHandle;
    ULONG NotifyCode;
} PEP_WORK_ACPI_NOTIFY, *PPEP_WORK_ACPI_NOTIFY;
typedef struct _PEP_WORK_ACPI_EVALUATE_CONTROL_METHOD_COMPLETE {
    POHANDLE DeviceHandle;
    ULONG CompletionFlags;
    NTSTATUS MethodStatus;
    PVOID CompletionContext;
    SIZE_T OutputArgumentSize;
    PACPI_METHOD_ARGUMENT OutputArguments;
} PEP_WORK_ACPI_EVALUATE_CONTROL_METHOD_COMPLETE, *PPEP_WORK_ACPI_EVALUATE_CONTROL_METHOD_COMPLETE;
typedef struct _PEP_WORK_INFORMATION {
    PEP_WORK_TYPE WorkType;
    union {
        PEP_WORK_ACTIVE_COMPLETE ActiveComplete;
        PEP_WORK_IDLE_STATE IdleState;
        PEP_WORK_DEVICE_POWER DevicePower;
        PEP_WORK_POWER_CONTROL PowerControl;
        PEP_WORK_DEVICE_IDLE DeviceIdle;
        PEP_WORK_COMPLETE_IDLE_STATE CompleteIdleState;
        PEP_WORK_COMPLETE_PERF_STATE CompletePerfState;
        PEP_WORK_ACPI_NOTIFY AcpiNotify;
        PEP_WORK_ACPI_EVALUATE_CONTROL_METHOD_COMPLETE ControlMethodComplete;
    };
} PEP_WORK_INFORMATION, *PPEP_WORK_INFORMATION;
typedef struct _PEP_WORK {
    PPEP_WORK_INFORMATION WorkInformation;
    BOOLEAN NeedWork;
} PEP_WORK, *PPEP_WORK;

/* Device power (DPM): what AcceptDeviceNotification is told. */
#define PEP_DPM_PREPARE_DEVICE 0x01
#define PEP_DPM_ABANDON_DEVICE 0x02
#define PEP_DPM_REGISTER_DEVICE 0x03
#define PEP_DPM_UNREGISTER_DEVICE 0x04
#define PEP_DPM_DEVICE_POWER_STATE 0x05
#define PEP_DPM_COMPONENT_ACTIVE 0x07
#define PEP_DPM_WORK 0x0D
#define PEP_DPM_POWER_CONTROL_REQUEST 0x0E
#define PEP_DPM_POWER_CONTROL_COMPLETE 0x0F
#define PEP_DPM_SYSTEM_LATENCY_UPDATE 0x10
#define PEP_DPM_DEVICE_STARTED 0x12
#define PEP_DPM_NOTIFY_COMPONENT_IDLE_STATE 0x13
#define PEP_DPM_REGISTER_DEBUGGER 0x15
#define PEP_DPM_LOW_POWER_EPOCH 0x18
#define PEP_DPM_REGISTER_CRASHDUMP_DEVICE 0x19
#define PEP_DPM_DEVICE_IDLE_CONSTRAINTS 0x1A
#define PEP_DPM_COMPONENT_IDLE_CONSTRAINTS 0x1B
#define PEP_DPM_QUERY_COMPONENT_PERF_CAPABILITIES 0x1C
#define PEP_DPM_QUERY_COMPONENT_PERF_SET 0x1D
#define PEP_DPM_QUERY_COMPONENT_PERF_SET_NAME 0x1E
#define PEP_DPM_QUERY_COMPONENT_PERF_STATES 0x1F
#define PEP_DPM_REGISTER_COMPONENT_PERF_STATES 0x20
#define PEP_DPM_REQUEST_COMPONENT_PERF_STATE 0x21
#define PEP_DPM_QUERY_CURRENT_COMPONENT_PERF_STATE 0x22
#define PEP_DPM_QUERY_DEBUGGER_TRANSITION_REQUIREMENTS 0x23
#define PEP_DPM_QUERY_SOC_SUBSYSTEM_COUNT 0x24
#define PEP_DPM_QUERY_SOC_SUBSYSTEM 0x25
#define PEP_DPM_RESET_SOC_SUBSYSTEM_ACCOUNTING 0x26
#define PEP_DPM_QUERY_SOC_SUBSYSTEM_BLOCKING_TIME 0x27
#define PEP_DPM_QUERY_SOC_SUBSYSTEM_METADATA 0x28

typedef struct _PEP_PREPARE_DEVICE {
    PCUNICODE_STRING DeviceId;
    BOOLEAN DeviceAccepted;
} PEP_PREPARE_DEVICE, *PPEP_PREPARE_DEVICE;
typedef struct _PEP_ABANDON_DEVICE {
    PCUNICODE_STRING DeviceId;
    BOOLEAN DeviceAccepted;
} PEP_ABANDON_DEVICE, *PPEP_ABANDON_DEVICE;
typedef struct _PEP_UNREGISTER_DEVICE {
    PEPHANDLE DeviceHandle;
} PEP_UNREGISTER_DEVICE, *PPEP_UNREGISTER_DEVICE;
typedef struct _PEP_DEVICE_POWER_STATE {
    PEPHANDLE DeviceHandle;
    DEVICE_POWER_STATE PowerState;
    BOOLEAN Complete;
    BOOLEAN SystemTransition;
} PEP_DEVICE_POWER_STATE, *PPEP_DEVICE_POWER_STATE;
typedef struct _PEP_POWER_CONTROL_REQUEST {
    PEPHANDLE DeviceHandle;
    LPCGUID PowerControlCode;
    PVOID InBuffer;
    SIZE_T InBufferSize;
    PVOID OutBuffer;
    SIZE_T OutBufferSize;
    SIZE_T BytesReturned;
    NTSTATUS Status;
} PEP_POWER_CONTROL_REQUEST, *PPEP_POWER_CONTROL_REQUEST;
typedef struct _PEP_POWER_CONTROL_COMPLETE {
    PEPHANDLE DeviceHandle;
    LPCGUID PowerControlCode;
    PVOID RequestContext;
    SIZE_T BytesReturned;
    NTSTATUS Status;
} PEP_POWER_CONTROL_COMPLETE, *PPEP_POWER_CONTROL_COMPLETE;
typedef struct _PEP_SYSTEM_LATENCY {
    ULONGLONG Latency;
} PEP_SYSTEM_LATENCY, *PPEP_SYSTEM_LATENCY;
typedef struct _PEP_DEVICE_STARTED {
    PEPHANDLE DeviceHandle;
} PEP_DEVICE_STARTED, *PPEP_DEVICE_STARTED;
typedef struct _PEP_NOTIFY_COMPONENT_IDLE_STATE {
    PEPHANDLE DeviceHandle;
    ULONG Component;
    ULONG IdleState;
    BOOLEAN DriverNotified;
    BOOLEAN Completed;
} PEP_NOTIFY_COMPONENT_IDLE_STATE, *PPEP_NOTIFY_COMPONENT_IDLE_STATE;
typedef struct _PEP_REGISTER_DEBUGGER {
    PEPHANDLE DeviceHandle;
} PEP_REGISTER_DEBUGGER, *PPEP_REGISTER_DEBUGGER;
typedef struct _PEP_LOW_POWER_EPOCH {
    BOOLEAN LowPowerEpoch;
} PEP_LOW_POWER_EPOCH, *PPEP_LOW_POWER_EPOCH;
typedef struct _PEP_DEVICE_PLATFORM_CONSTRAINTS {
    PEPHANDLE DeviceHandle;
    PDEVICE_POWER_STATE MinimumDStates;
    ULONG PlatformStateCount;
} PEP_DEVICE_PLATFORM_CONSTRAINTS, *PPEP_DEVICE_PLATFORM_CONSTRAINTS;
typedef struct _PEP_COMPONENT_PLATFORM_CONSTRAINTS {
    PEPHANDLE DeviceHandle;
    ULONG Component;
    PULONG MinimumFStates;
    ULONG PlatformStateCount;
} PEP_COMPONENT_PLATFORM_CONSTRAINTS, *PPEP_COMPONENT_PLATFORM_CONSTRAINTS;

/* Registration. The framework fills PEP_KERNEL_INFORMATION with the calls that a plug-in may make of it. */
typedef _Function_class_(PEPCALLBACKNOTIFYDPM) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
BOOLEAN PEPCALLBACKNOTIFYDPM(_In_ ULONG Notification, _Inout_opt_ PVOID Data);
typedef PEPCALLBACKNOTIFYDPM *PPEPCALLBACKNOTIFYDPM;
typedef _Function_class_(PEPCALLBACKNOTIFYPPM) _IRQL_requires_same_ _IRQL_requires_max_(HIGH_LEVEL)
BOOLEAN PEPCALLBACKNOTIFYPPM(_In_ PEPHANDLE Handle, _In_ ULONG Notification, _Inout_opt_ PVOID Data);
typedef PEPCALLBACKNOTIFYPPM *PPEPCALLBACKNOTIFYPPM;
typedef _Function_class_(PEPCALLBACKNOTIFYACPI) _IRQL_requires_same_ _IRQL_requires_max_(HIGH_LEVEL)
BOOLEAN PEPCALLBACKNOTIFYACPI(_In_ ULONG Notification, _Inout_opt_ PVOID Data);
typedef PEPCALLBACKNOTIFYACPI *PPEPCALLBACKNOTIFYACPI;
typedef struct _PEP_INFORMATION {
    USHORT Version;
    USHORT Size;
    PPEPCALLBACKNOTIFYDPM AcceptDeviceNotification;
    PPEPCALLBACKNOTIFYPPM AcceptProcessorNotification;
    PPEPCALLBACKNOTIFYACPI AcceptAcpiNotification;
} PEP_INFORMATION, *PPEP_INFORMATION;

#define PEP_ENUMERATE_UNMASKED_INTERRUPT_FLAGS_NONE 0x0
typedef union _PEP_UNMASKED_INTERRUPT_FLAGS {
    struct {
        USHORT SecondaryInterrupt : 1;
        USHORT Reserved : 15;
    };
    USHORT AsUSHORT;
} PEP_UNMASKED_INTERRUPT_FLAGS;
typedef struct _PEP_UNMASKED_INTERRUPT_INFORMATION {
    USHORT Version;
    USHORT Size;
    PEP_UNMASKED_INTERRUPT_FLAGS Flags;
    KINTERRUPT_MODE Mode;
    KINTERRUPT_POLARITY Polarity;
    ULONG Gsiv;
    USHORT PinNumber;
    PEPHANDLE DeviceHandle;
} PEP_UNMASKED_INTERRUPT_INFORMATION, *PPEP_UNMASKED_INTERRUPT_INFORMATION;
typedef struct _PEP_PROCESSOR_IDLE_STATE_V2 {
    union {
        ULONG Ulong;
        struct {
            ULONG Interruptible : 1;
            ULONG CacheCoherent : 1;
            ULONG ThreadContextRetained : 1;
            ULONG CStateType : 4;
            ULONG WakesSpuriously : 1;
            ULONG PlatformOnly : 1;
            ULONG Autonomous : 1;
            ULONG Reserved : 22;
        };
    };
    ULONG Latency;
    ULONG BreakEvenDuration;
} PEP_PROCESSOR_IDLE_STATE_V2, *PPEP_PROCESSOR_IDLE_STATE_V2;
typedef struct _PEP_PROCESSOR_IDLE_STATE_UPDATE {
    ULONG Version;
    ULONG Latency;
    ULONG BreakEvenDuration;
} PEP_PROCESSOR_IDLE_STATE_UPDATE, *PPEP_PROCESSOR_IDLE_STATE_UPDATE;
typedef struct _PEP_PLATFORM_IDLE_STATE_UPDATE {
    ULONG Version;
    ULONG Latency;
    ULONG BreakEvenDuration;
} PEP_PLATFORM_IDLE_STATE_UPDATE, *PPEP_PLATFORM_IDLE_STATE_UPDATE;

#define PROCESSOR_HALT_CACHE_FLUSH_OVERRIDE 0x01
#define PROCESSOR_HALT_CACHE_COHERENT 0x02
#define PROCESSOR_HALT_CONTEXT_RETAINED 0x04
#define PROCESSOR_HALT_RETURN_NOT_SAFE 0x08
typedef _Function_class_(PROCESSOR_HALT_ROUTINE) NTSTATUS PROCESSOR_HALT_ROUTINE(_Inout_opt_ PVOID Context);
typedef PROCESSOR_HALT_ROUTINE *PPROCESSOR_HALT_ROUTINE;
typedef _Function_class_(PO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK) _IRQL_requires_same_
BOOLEAN PO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK(
    _In_ PVOID CallbackContext, _In_ PPEP_UNMASKED_INTERRUPT_INFORMATION InterruptInformation);
typedef PO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK *PPO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK;

typedef _Function_class_(POFXCALLBACKREQUESTWORKER) _IRQL_requires_max_(DISPATCH_LEVEL)
VOID POFXCALLBACKREQUESTWORKER(_In_ POHANDLE PluginHandle);
typedef POFXCALLBACKREQUESTWORKER *PPOFXCALLBACKREQUESTWORKER;
typedef _Function_class_(POFXCALLBACKENUMERATEUNMASKEDINTERRUPTS) _IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS POFXCALLBACKENUMERATEUNMASKEDINTERRUPTS(
    _In_opt_ POHANDLE PluginHandle, _In_opt_ ULONG EnumerateFlags, _In_ PPO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK Callback,
    _In_ PVOID CallbackContext, _Inout_ PPEP_UNMASKED_INTERRUPT_INFORMATION InterruptInformation);
typedef POFXCALLBACKENUMERATEUNMASKEDINTERRUPTS *PPOFXCALLBACKENUMERATEUNMASKEDINTERRUPTS;
typedef _Function_class_(POFXCALLBACKPROCESSORHALT) _IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS POFXCALLBACKPROCESSORHALT(_In_ ULONG Flags, _Inout_opt_ PVOID Context, _In_ PPROCESSOR_HALT_ROUTINE Halt);
typedef POFXCALLBACKPROCESSORHALT *PPOFXCALLBACKPROCESSORHALT;
typedef _Function_class_(POFXCALLBACKREQUESTINTERRUPT) _IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS POFXCALLBACKREQUESTINTERRUPT(_In_ ULONG Gsiv);
typedef POFXCALLBACKREQUESTINTERRUPT *PPOFXCALLBACKREQUESTINTERRUPT;
typedef _Function_class_(POFXCALLBACKCRITICALRESOURCE) _IRQL_requires_max_(HIGH_LEVEL)
VOID POFXCALLBACKCRITICALRESOURCE(_In_ POHANDLE DeviceHandle, _In_ ULONG Component, _In_ BOOLEAN Active);
typedef POFXCALLBACKCRITICALRESOURCE *PPOFXCALLBACKCRITICALRESOURCE;
typedef _Function_class_(POFXCALLBACKPROCESSORIDLEVETO)
VOID POFXCALLBACKPROCESSORIDLEVETO(
    _In_ POHANDLE ProcessorHandle, _In_ ULONG ProcessorState, _In_ ULONG VetoReason, _In_ BOOLEAN Increment);
typedef POFXCALLBACKPROCESSORIDLEVETO *PPOFXCALLBACKPROCESSORIDLEVETO;
typedef _Function_class_(POFXCALLBACKPLATFORMIDLEVETO) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS POFXCALLBACKPLATFORMIDLEVETO(
    _In_ POHANDLE ProcessorHandle, _In_ ULONG PlatformState, _In_ ULONG VetoReason, _In_ BOOLEAN Increment);
typedef POFXCALLBACKPLATFORMIDLEVETO *PPOFXCALLBACKPLATFORMIDLEVETO;
typedef _Function_class_(POFXCALLBACKUPDATEPROCESSORIDLESTATE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS POFXCALLBACKUPDATEPROCESSORIDLESTATE(
    _In_ POHANDLE ProcessorHandle, _In_ ULONG ProcessorState, _In_ PPEP_PROCESSOR_IDLE_STATE_UPDATE Update);
typedef POFXCALLBACKUPDATEPROCESSORIDLESTATE *PPOFXCALLBACKUPDATEPROCESSORIDLESTATE;
typedef _Function_class_(POFXCALLBACKUPDATEPLATFORMIDLESTATE) _IRQL_requires_(PASSIVE_LEVEL)
NTSTATUS POFXCALLBACKUPDATEPLATFORMIDLESTATE(
    _In_ POHANDLE ProcessorHandle, _In_ ULONG PlatformState, _In_ PPEP_PLATFORM_IDLE_STATE_UPDATE Update);
typedef POFXCALLBACKUPDATEPLATFORMIDLESTATE *PPOFXCALLBACKUPDATEPLATFORMIDLESTATE;
typedef _Function_class_(POFXCALLBACKREQUESTCOMMON) _IRQL_requires_max_(HIGH_LEVEL)
NTSTATUS POFXCALLBACKREQUESTCOMMON(_In_ ULONG RequestId, _Inout_opt_ PVOID Data);
typedef POFXCALLBACKREQUESTCOMMON *PPOFXCALLBACKREQUESTCOMMON;
typedef struct _PEP_KERNEL_INFORMATION_STRUCT_V3 {
    USHORT Version;
    USHORT Size;
    POHANDLE Plugin;
    PPOFXCALLBACKREQUESTWORKER RequestWorker;
    PPOFXCALLBACKENUMERATEUNMASKEDINTERRUPTS EnumerateUnmaskedInterrupts;
    PPOFXCALLBACKPROCESSORHALT ProcessorHalt;
    PPOFXCALLBACKREQUESTINTERRUPT RequestInterrupt;
    PPOFXCALLBACKCRITICALRESOURCE TransitionCriticalResource;
    PPOFXCALLBACKPROCESSORIDLEVETO ProcessorIdleVeto;
    PPOFXCALLBACKPLATFORMIDLEVETO PlatformIdleVeto;
    PPOFXCALLBACKUPDATEPROCESSORIDLESTATE UpdateProcessorIdleState;
    PPOFXCALLBACKUPDATEPLATFORMIDLESTATE UpdatePlatformIdleState;
    PPOFXCALLBACKREQUESTCOMMON RequestCommon;
} PEP_KERNEL_INFORMATION_STRUCT_V3, *PPEP_KERNEL_INFORMATION_STRUCT_V3;
typedef PEP_KERNEL_INFORMATION_STRUCT_V3 PEP_KERNEL_INFORMATION, *PPEP_KERNEL_INFORMATION;

_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.10240")
NTSTATUS PoFxRegisterPlugin(_In_ PPEP_INFORMATION PepInformation, _Inout_ PPEP_KERNEL_INFORMATION KernelInformation);
_IRQL_requires_(PASSIVE_LEVEL) _Must_inspect_result_ WDK_NTOS("10.0.10240")
NTSTATUS PoFxRegisterPluginEx(
    _In_ PPEP_INFORMATION PepInformation, _In_ ULONGLONG Flags, _Inout_ PPEP_KERNEL_INFORMATION KernelInformation);

#ifdef __cplusplus
}
#endif
#endif
