/* BUS_INTERFACE_STANDARD: a function's configuration space for its drivers, up to DISPATCH_LEVEL. */
#include "ntsim/pci/pcip.h"

#include <initguid.h>
#include <wdmguid.h>

static VOID reference(PVOID context)
{
    ObReferenceObject(((struct pcip_function *)context)->Pdo);
}

static VOID dereference(PVOID context)
{
    ObDereferenceObject(((struct pcip_function *)context)->Pdo);
}

/* Bus addresses are the processor's. */
static BOOLEAN translate(PVOID context, PHYSICAL_ADDRESS address, ULONG length, PULONG space,
                         PPHYSICAL_ADDRESS translated)
{
    *translated = address;
    return TRUE;
}

static PDMA_ADAPTER get_adapter(PVOID context, PDEVICE_DESCRIPTION description, PULONG registers)
{
    return IoGetDmaAdapter(((struct pcip_function *)context)->Pdo, description, registers);
}

static ULONG set_data(PVOID context, ULONG type, PVOID buffer, ULONG offset, ULONG length)
{
    const struct pcip_function *function = context;
    return type == PCI_WHICHSPACE_CONFIG ? pcip_write(function->Slot, offset, buffer, length) : 0;
}

static ULONG get_data(PVOID context, ULONG type, PVOID buffer, ULONG offset, ULONG length)
{
    const struct pcip_function *function = context;
    return type == PCI_WHICHSPACE_CONFIG ? pcip_read(function->Slot, offset, buffer, length) : 0;
}

NTSTATUS pcip_query_interface(PDEVICE_OBJECT pdo, PIO_STACK_LOCATION location)
{
    PBUS_INTERFACE_STANDARD interface = (PBUS_INTERFACE_STANDARD)location->Parameters.QueryInterface.Interface;
    if (!IsEqualGUID(location->Parameters.QueryInterface.InterfaceType, &GUID_BUS_INTERFACE_STANDARD) ||
        location->Parameters.QueryInterface.Version != 1)
        return STATUS_NOT_SUPPORTED;
    if (location->Parameters.QueryInterface.Size < sizeof(*interface))
        return STATUS_INVALID_PARAMETER;
    *interface = (BUS_INTERFACE_STANDARD){.Size = sizeof(*interface),
                                          .Version = 1,
                                          .Context = pdo->DeviceExtension,
                                          .InterfaceReference = reference,
                                          .InterfaceDereference = dereference,
                                          .TranslateBusAddress = translate,
                                          .GetDmaAdapter = get_adapter,
                                          .SetBusData = set_data,
                                          .GetBusData = get_data};
    reference(interface->Context);
    return STATUS_SUCCESS;
}
