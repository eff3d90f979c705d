/* An adapter with one disk of 1 MiB of memory: a virtual miniport under storport.sys. */
#include <storport.h>

#define DISK_TAG 'PmaR'

enum { SECTOR = 512, SECTORS = 2048, LARGEST_TRANSFER = 256 * 1024 };

typedef struct _ADAPTER {
    PUCHAR Sectors;
} ADAPTER, *PADAPTER;

sp_DRIVER_INITIALIZE DriverEntry;
static VIRTUAL_HW_FIND_ADAPTER HwFindAdapter;
static HW_INITIALIZE HwInitialize;
static HW_STARTIO HwStartIo;
static HW_RESET_BUS HwResetBus;
static HW_ADAPTER_CONTROL HwAdapterControl;
static HW_FREE_ADAPTER_RESOURCES HwFreeAdapterResources;

/* --- commands; each returns the request's SrbStatus --- */

/* The command was refused: why is in the sense data, where the request has room for them. */
static UCHAR Refuse(PSCSI_REQUEST_BLOCK Srb, UCHAR AdditionalCode)
{
    PSENSE_DATA sense = Srb->SenseInfoBuffer;

    Srb->ScsiStatus = SCSISTAT_CHECK_CONDITION;
    Srb->DataTransferLength = 0;
    if (!sense || Srb->SenseInfoBufferLength < sizeof *sense)
        return SRB_STATUS_ERROR;
    RtlZeroMemory(sense, sizeof *sense);
    sense->ErrorCode = SCSI_SENSE_ERRORCODE_FIXED_CURRENT;
    sense->SenseKey = SCSI_SENSE_ILLEGAL_REQUEST;
    sense->AdditionalSenseCode = AdditionalCode;
    sense->AdditionalSenseLength = sizeof *sense - RTL_SIZEOF_THROUGH_FIELD(SENSE_DATA, AdditionalSenseLength);
    Srb->SenseInfoBufferLength = sizeof *sense;
    return SRB_STATUS_ERROR | SRB_STATUS_AUTOSENSE_VALID;
}

/* As much of the answer as there is room for. */
static UCHAR Answer(PSCSI_REQUEST_BLOCK Srb, const VOID *Bytes, ULONG Length)
{
    if (Length > Srb->DataTransferLength)
        Length = Srb->DataTransferLength;
    if (Length && !Srb->DataBuffer)
        return SRB_STATUS_INSUFFICIENT_RESOURCES;
    RtlCopyMemory(Srb->DataBuffer, Bytes, Length);
    Srb->DataTransferLength = Length;
    return SRB_STATUS_SUCCESS;
}

static ULONGLONG BigEndian(const UCHAR *Bytes, ULONG Count)
{
    ULONGLONG value = 0;

    for (ULONG i = 0; i < Count; i++)
        value = value << 8 | Bytes[i];
    return value;
}

static VOID PutBigEndian(PUCHAR Bytes, ULONG Count, ULONGLONG Value)
{
    for (ULONG i = Count; i-- > 0; Value >>= 8)
        Bytes[i] = (UCHAR)Value;
}

static UCHAR Inquiry(PSCSI_REQUEST_BLOCK Srb)
{
    INQUIRYDATA data = {.DeviceType = DIRECT_ACCESS_DEVICE,
                        .Versions = 5, /* SPC-3 */
                        .ResponseDataFormat = 2,
                        .AdditionalLength = INQUIRYDATABUFFERSIZE - 5};

    if (Srb->Cdb[1] & 1) /* pages of vital product data, of which it has none */
        return Refuse(Srb, SCSI_ADSENSE_INVALID_CDB);
    RtlCopyMemory(data.VendorId, "Examples", sizeof data.VendorId);
    RtlCopyMemory(data.ProductId, "RAM disk        ", sizeof data.ProductId);
    RtlCopyMemory(data.ProductRevisionLevel, "1.0 ", sizeof data.ProductRevisionLevel);
    return Answer(Srb, &data, INQUIRYDATABUFFERSIZE);
}

static UCHAR ReportLuns(PSCSI_REQUEST_BLOCK Srb)
{
    UCHAR list[16] = {0}; /* a header, and unit 0 */

    PutBigEndian(list, 4, 8);
    return Answer(Srb, list, sizeof list);
}

static UCHAR ReadCapacity(PSCSI_REQUEST_BLOCK Srb)
{
    UCHAR data[8];

    PutBigEndian(data, 4, SECTORS - 1);
    PutBigEndian(data + 4, 4, SECTOR);
    return Answer(Srb, data, sizeof data);
}

static UCHAR ReadCapacity16(PSCSI_REQUEST_BLOCK Srb)
{
    UCHAR data[32] = {0};

    if ((Srb->Cdb[1] & 0x1F) != SERVICE_ACTION_READ_CAPACITY16)
        return Refuse(Srb, SCSI_ADSENSE_INVALID_CDB);
    PutBigEndian(data, 8, SECTORS - 1);
    PutBigEndian(data + 8, 4, SECTOR);
    return Answer(Srb, data, sizeof data);
}

/* No caching, no protection, no blocks: a header alone. */
static UCHAR ModeSense(PSCSI_REQUEST_BLOCK Srb)
{
    static const UCHAR header[4] = {3};

    return Answer(Srb, header, sizeof header);
}

/* The block number, the count and the buffer are all a program's word: they must agree before anything is touched. */
static UCHAR Transfer(PADAPTER Adapter, PSCSI_REQUEST_BLOCK Srb, ULONGLONG Block, ULONGLONG Count, BOOLEAN Write)
{
    STOR_LOCK_HANDLE lock;
    ULONG length;
    PUCHAR sectors;
    PVOID buffer = NULL;

    if (Block > SECTORS || Count > SECTORS - Block)
        return Refuse(Srb, SCSI_ADSENSE_ILLEGAL_BLOCK);
    length = (ULONG)Count * SECTOR;
    if (length > Srb->DataTransferLength)
        return Refuse(Srb, SCSI_ADSENSE_INVALID_CDB);
    Srb->DataTransferLength = length;
    if (!length)
        return SRB_STATUS_SUCCESS;
    if (StorPortGetSystemAddress(Adapter, Srb, &buffer) != STOR_STATUS_SUCCESS)
        return SRB_STATUS_INSUFFICIENT_RESOURCES;
    sectors = Adapter->Sectors + Block * SECTOR;
    StorPortAcquireSpinLock(Adapter, StartIoLock, NULL, &lock); /* Storport holds none for a virtual miniport */
    if (Write)
        RtlCopyMemory(sectors, buffer, length);
    else
        RtlCopyMemory(buffer, sectors, length);
    StorPortReleaseSpinLock(Adapter, &lock);
    return SRB_STATUS_SUCCESS;
}

static UCHAR Execute(PADAPTER Adapter, PSCSI_REQUEST_BLOCK Srb)
{
    const UCHAR *cdb = Srb->Cdb;

    Srb->ScsiStatus = SCSISTAT_GOOD;
    switch (cdb[0]) {
    case SCSIOP_READ:
    case SCSIOP_WRITE:
        return Transfer(Adapter, Srb, BigEndian(cdb + 2, 4), BigEndian(cdb + 7, 2), cdb[0] == SCSIOP_WRITE);
    case SCSIOP_READ16:
    case SCSIOP_WRITE16:
        return Transfer(Adapter, Srb, BigEndian(cdb + 2, 8), BigEndian(cdb + 10, 4), cdb[0] == SCSIOP_WRITE16);
    case SCSIOP_INQUIRY:
        return Inquiry(Srb);
    case SCSIOP_REPORT_LUNS:
        return ReportLuns(Srb);
    case SCSIOP_READ_CAPACITY:
        return ReadCapacity(Srb);
    case SCSIOP_READ_CAPACITY16:
        return ReadCapacity16(Srb);
    case SCSIOP_MODE_SENSE:
        return ModeSense(Srb);
    case SCSIOP_TEST_UNIT_READY:
    case SCSIOP_SYNCHRONIZE_CACHE:
    case SCSIOP_START_STOP_UNIT:
    case SCSIOP_VERIFY:
        Srb->DataTransferLength = 0;
        return SRB_STATUS_SUCCESS;
    default:
        return Refuse(Srb, SCSI_ADSENSE_ILLEGAL_COMMAND);
    }
}

/* --- the adapter --- */

static BOOLEAN HwStartIo(PVOID DeviceExtension, PSCSI_REQUEST_BLOCK Srb)
{
    if (Srb->PathId != 0 || Srb->TargetId != 0 || Srb->Lun != 0)
        Srb->SrbStatus = SRB_STATUS_NO_DEVICE;
    else if (Srb->Function == SRB_FUNCTION_EXECUTE_SCSI)
        Srb->SrbStatus = Execute(DeviceExtension, Srb);
    else if (Srb->Function == SRB_FUNCTION_FLUSH || Srb->Function == SRB_FUNCTION_SHUTDOWN)
        Srb->SrbStatus = SRB_STATUS_SUCCESS;
    else
        Srb->SrbStatus = SRB_STATUS_INVALID_REQUEST;
    StorPortNotification(RequestComplete, DeviceExtension, Srb);
    return TRUE;
}

static ULONG HwFindAdapter(PVOID DeviceExtension, PVOID HwContext, PVOID BusInformation, PVOID LowerDevice,
                           PCHAR ArgumentString, PPORT_CONFIGURATION_INFORMATION ConfigInfo, PBOOLEAN Again)
{
    PADAPTER adapter = DeviceExtension;

    UNREFERENCED_PARAMETER(HwContext);
    UNREFERENCED_PARAMETER(BusInformation);
    UNREFERENCED_PARAMETER(LowerDevice);
    UNREFERENCED_PARAMETER(ArgumentString);
    *Again = FALSE;
    if (StorPortAllocatePool(adapter, SECTORS * SECTOR, DISK_TAG, (PVOID *)&adapter->Sectors) != STOR_STATUS_SUCCESS)
        return SP_RETURN_ERROR;
    RtlZeroMemory(adapter->Sectors, SECTORS * SECTOR); /* no disk shows what its memory held before */
    ConfigInfo->VirtualDevice = TRUE;
    ConfigInfo->MaximumTransferLength = LARGEST_TRANSFER;
    ConfigInfo->NumberOfPhysicalBreaks = LARGEST_TRANSFER / PAGE_SIZE + 1;
    ConfigInfo->AlignmentMask = FILE_LONG_ALIGNMENT;
    ConfigInfo->ScatterGather = TRUE;
    ConfigInfo->Master = TRUE;
    ConfigInfo->CachesData = FALSE;
    ConfigInfo->MapBuffers = STOR_MAP_NON_READ_WRITE_BUFFERS;
    ConfigInfo->NumberOfBuses = 1;
    ConfigInfo->MaximumNumberOfTargets = 1;
    ConfigInfo->MaximumNumberOfLogicalUnits = 1;
    ConfigInfo->SynchronizationModel = StorSynchronizeFullDuplex;
    return SP_RETURN_FOUND;
}

static BOOLEAN HwInitialize(PVOID DeviceExtension)
{
    UNREFERENCED_PARAMETER(DeviceExtension);
    return TRUE;
}

/* No request outlives HwStartIo. */
static BOOLEAN HwResetBus(PVOID DeviceExtension, ULONG PathId)
{
    UNREFERENCED_PARAMETER(DeviceExtension);
    UNREFERENCED_PARAMETER(PathId);
    return TRUE;
}

static SCSI_ADAPTER_CONTROL_STATUS HwAdapterControl(PVOID DeviceExtension, SCSI_ADAPTER_CONTROL_TYPE ControlType,
                                                    PVOID Parameters)
{
    PSCSI_SUPPORTED_CONTROL_TYPE_LIST list = Parameters;

    UNREFERENCED_PARAMETER(DeviceExtension);
    switch (ControlType) {
    case ScsiQuerySupportedControlTypes:
        for (ULONG i = ScsiQuerySupportedControlTypes; i < list->MaxControlType && i <= ScsiRestartAdapter; i++)
            list->SupportedTypeList[i] = TRUE;
        return ScsiAdapterControlSuccess;
    case ScsiStopAdapter:
    case ScsiRestartAdapter:
        return ScsiAdapterControlSuccess;
    default:
        return ScsiAdapterControlUnsuccessful;
    }
}

static VOID HwFreeAdapterResources(PVOID DeviceExtension)
{
    PADAPTER adapter = DeviceExtension;

    StorPortFreePool(adapter, adapter->Sectors);
    adapter->Sectors = NULL;
}

ULONG DriverEntry(PVOID DriverObject, PVOID RegistryPath)
{
    HW_INITIALIZATION_DATA data = {.HwInitializationDataSize = sizeof data,
                                   .AdapterInterfaceType = Internal,
                                   .HwInitialize = HwInitialize,
                                   .HwStartIo = HwStartIo,
                                   .HwFindAdapter = (PVOID)HwFindAdapter,
                                   .HwResetBus = HwResetBus,
                                   .HwAdapterControl = HwAdapterControl,
                                   .HwFreeAdapterResources = HwFreeAdapterResources,
                                   .DeviceExtensionSize = sizeof(ADAPTER),
                                   .MapBuffers = STOR_MAP_NON_READ_WRITE_BUFFERS,
                                   .TaggedQueuing = TRUE,
                                   .AutoRequestSense = TRUE,
                                   .MultipleRequestPerLu = TRUE,
                                   .FeatureSupport = STOR_FEATURE_VIRTUAL_MINIPORT};

    return StorPortInitialize(DriverObject, RegistryPath, &data, NULL);
}
