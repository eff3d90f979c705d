/* The interface that the bus gives to drivers of devices. */
#include "ntsim/usb/hub.h"

#include <initguid.h>
#include <usbbusif.h>
#include <usbdlib.h>
#include <wdmguid.h>

#include "ntsim/usb/capability.h"

enum { USB_2_0 = 0x0200, USB_3_0 = 0x0300 };

static VOID NTAPI reference(PVOID context)
{
    ObReferenceObject(((const struct hub_pdo *)context)->Self);
}

static VOID NTAPI dereference(PVOID context)
{
    ObDereferenceObject(((const struct hub_pdo *)context)->Self);
}

static VOID NTAPI get_version(PVOID context, PUSBD_VERSION_INFORMATION version, PULONG capabilities)
{
    const ULONG speed = ((const struct hub_pdo *)context)->Device->Wire->speed;
    if (version) {
        version->USBDI_Version = USBDI_VERSION;
        version->Supported_USB_Version = speed == SIM_USB_WIRE_SUPER ? USB_3_0 : USB_2_0;
    }
    if (capabilities)
        *capabilities = 0;
}

static NTSTATUS NTAPI query_bus_time(PVOID context, PULONG frame)
{
    if (frame)
        *frame = (ULONG)(hub_microframe() / 8);
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI query_bus_time_ex(PVOID context, PULONG microframe)
{
    if (microframe)
        *microframe = (ULONG)hub_microframe();
    return STATUS_SUCCESS;
}

/* For drivers that want an isochronous packet out in the same frame: no controller of today does that. */
static NTSTATUS NTAPI submit_isochronous(PVOID context, PURB urb)
{
    return STATUS_NOT_SUPPORTED;
}

static NTSTATUS NTAPI query_bus_information(PVOID context, ULONG level, PVOID buffer, PULONG length, PULONG actual)
{
    enum { BITS_A_SECOND_FULL = 12000, BITS_A_SECOND_HIGH = 400000 };
    const ULONG needed = level == 0   ? sizeof(USB_BUS_INFORMATION_LEVEL_0)
                         : level == 1 ? FIELD_OFFSET(USB_BUS_INFORMATION_LEVEL_1, ControllerNameUnicodeString)
                                      : 0;
    const struct hub_pdo *pdo = context;
    if (!needed)
        return STATUS_NOT_SUPPORTED;
    if (actual)
        *actual = needed;
    if (*length < needed)
        return STATUS_BUFFER_TOO_SMALL;
    RtlZeroMemory(buffer, needed);
    const PUSB_BUS_INFORMATION_LEVEL_0 information = buffer;
    information->TotalBandwidth =
        pdo->Device->Wire->speed >= SIM_USB_WIRE_HIGH ? BITS_A_SECOND_HIGH : BITS_A_SECOND_FULL;
    *length = needed;
    return STATUS_SUCCESS;
}

static BOOLEAN NTAPI is_high_speed(PVOID context)
{
    return ((const struct hub_pdo *)context)->Device->Wire->speed >= SIM_USB_WIRE_HIGH;
}

static NTSTATUS NTAPI log_entry(PVOID context, ULONG driver_tag, ULONG enum_tag, ULONG first, ULONG second)
{
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI query_controller(PVOID context, PULONG options, PUSHORT vendor, PUSHORT device, PUCHAR class,
                                       PUCHAR sub_class, PUCHAR revision, PUCHAR program)
{
    enum { SERIAL_BUS = 0x0C, USB = 0x03, XHCI = 0x30 };
    const struct {
        PUCHAR Place;
        UCHAR Value;
    } bytes[] = {{class, SERIAL_BUS}, {sub_class, USB}, {revision, 0}, {program, XHCI}};
    if (options)
        *options = 0;
    if (vendor)
        *vendor = 0;
    if (device)
        *device = 0;
    for (ULONG i = 0; i < RTL_NUMBER_OF(bytes); i++)
        if (bytes[i].Place)
            *bytes[i].Place = bytes[i].Value;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI query_capability(PVOID context, const GUID *capability)
{
    const ULONG speed = ((const struct hub_pdo *)context)->Device->Wire->speed;
    if (IsEqualGUID(capability, &GUID_USB_CAPABILITY_CHAINED_MDLS) ||
        IsEqualGUID(capability, &GUID_USB_CAPABILITY_SELECTIVE_SUSPEND))
        return STATUS_SUCCESS;
    if (IsEqualGUID(capability, &GUID_USB_CAPABILITY_DEVICE_CONNECTION_HIGH_SPEED_COMPATIBLE))
        return speed >= SIM_USB_WIRE_HIGH ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
    if (IsEqualGUID(capability, &GUID_USB_CAPABILITY_DEVICE_CONNECTION_SUPER_SPEED_COMPATIBLE))
        return speed >= SIM_USB_WIRE_SUPER ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
    return STATUS_NOT_IMPLEMENTED;
}

static NTSTATUS give_capability(PDEVICE_OBJECT device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    struct sim_usb_capability *answer = (struct sim_usb_capability *)stack->Parameters.QueryInterface.Interface;
    if (stack->Parameters.QueryInterface.Size < sizeof(*answer))
        return hub_complete(irp, STATUS_NOT_SUPPORTED, 0);
    answer->Header = (INTERFACE){sizeof(*answer), 0, hub_pdo_of(device), reference, dereference};
    answer->Query = query_capability;
    reference(answer->Header.Context);
    return hub_complete(irp, STATUS_SUCCESS, 0);
}

/* For a driver whose device does not do as it should: the device goes and comes back. */
static VOID NTAPI reenumerate(PVOID context)
{
    hub_reconnect(context);
}

static NTSTATUS give_reenumeration(PDEVICE_OBJECT device, PIRP irp)
{
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const REENUMERATE_SELF_INTERFACE_STANDARD answer = {
        .Size = sizeof(answer),
        .Version = 1,
        .Context = hub_pdo_of(device),
        .InterfaceReference = reference,
        .InterfaceDereference = dereference,
        .SurpriseRemoveAndReenumerateSelf = reenumerate,
    };
    if (stack->Parameters.QueryInterface.Size < sizeof(answer))
        return hub_complete(irp, STATUS_NOT_SUPPORTED, 0);
    reference(answer.Context);
    RtlCopyMemory(stack->Parameters.QueryInterface.Interface, &answer, sizeof(answer));
    return hub_complete(irp, STATUS_SUCCESS, 0);
}

NTSTATUS hub_query_interface(PDEVICE_OBJECT device, PIRP irp)
{
    static const USHORT sizes[] = {sizeof(USB_BUS_INTERFACE_USBDI_V0), sizeof(USB_BUS_INTERFACE_USBDI_V1),
                                   sizeof(USB_BUS_INTERFACE_USBDI_V2), sizeof(USB_BUS_INTERFACE_USBDI_V3)};
    const PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const USHORT version = stack->Parameters.QueryInterface.Version;
    if (IsEqualGUID(stack->Parameters.QueryInterface.InterfaceType, &sim_usb_capability_guid))
        return give_capability(device, irp);
    if (IsEqualGUID(stack->Parameters.QueryInterface.InterfaceType, &GUID_REENUMERATE_SELF_INTERFACE_STANDARD))
        return give_reenumeration(device, irp);
    if (!IsEqualGUID(stack->Parameters.QueryInterface.InterfaceType, &USB_BUS_INTERFACE_USBDI_GUID))
        return hub_complete(irp, irp->IoStatus.Status, irp->IoStatus.Information);
    if (version >= RTL_NUMBER_OF(sizes) || stack->Parameters.QueryInterface.Size < sizes[version])
        return hub_complete(irp, STATUS_NOT_SUPPORTED, 0);
    USB_BUS_INTERFACE_USBDI_V3 answer = {
        .Size = sizes[version],
        .Version = version,
        .BusContext = hub_pdo_of(device),
        .InterfaceReference = reference,
        .InterfaceDereference = dereference,
        .GetUSBDIVersion = get_version,
        .QueryBusTime = query_bus_time,
        .SubmitIsoOutUrb = submit_isochronous,
        .QueryBusInformation = query_bus_information,
        .IsDeviceHighSpeed = is_high_speed,
        .EnumLogEntry = log_entry,
        .QueryBusTimeEx = query_bus_time_ex,
        .QueryControllerType = query_controller,
    };
    reference(answer.BusContext);
    RtlCopyMemory(stack->Parameters.QueryInterface.Interface, &answer, sizes[version]);
    return hub_complete(irp, STATUS_SUCCESS, 0);
}
