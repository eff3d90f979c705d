/* Requests of the PnP manager to device stacks. */
#include "ntsim/pnp/pip.h"

NTSTATUS pip_request(PDEVICE_OBJECT pdo, UCHAR minor, const void *parameters, SIZE_T size, ULONG_PTR *information)
{
    PDEVICE_OBJECT top = IoGetAttachedDeviceReference(pdo);
    PIRP irp = iop_build_irp(top, IRP_MJ_PNP, minor);
    IO_STATUS_BLOCK io_status = {.Status = STATUS_INSUFFICIENT_RESOURCES};
    if (irp) {
        if (size)
            RtlCopyMemory(&IoGetNextIrpStackLocation(irp)->Parameters, parameters, size);
        if (minor == IRP_MN_FILTER_RESOURCE_REQUIREMENTS) /* its answer, unless a driver gives another */
            irp->IoStatus.Information = *(const ULONG_PTR *)parameters;
        iop_call_and_wait(top, irp, &io_status);
    }
    ObDereferenceObject(top);
    if (information)
        *information = io_status.Information;
    return io_status.Status;
}

NTSTATUS pip_tell(struct pip_node *node, UCHAR minor)
{
    return pip_request(node->Pdo, minor, NULL, 0, NULL);
}

void pip_query_capabilities(struct pip_node *node)
{
    DEVICE_CAPABILITIES capabilities = {
        .Size = sizeof(capabilities), .Version = 1, .Address = MAXULONG, .UINumber = MAXULONG};
    const PVOID parameter = &capabilities;
    if (NT_SUCCESS(pip_request(node->Pdo, IRP_MN_QUERY_CAPABILITIES, &parameter, sizeof(parameter), NULL)))
        node->Capabilities = capabilities;
}

PDEVICE_RELATIONS pip_query_relations(struct pip_node *node, DEVICE_RELATION_TYPE type)
{
    ULONG_PTR information = 0;
    NTSTATUS status = pip_request(node->Pdo, IRP_MN_QUERY_DEVICE_RELATIONS, &type, sizeof(type), &information);
    return NT_SUCCESS(status) ? (PDEVICE_RELATIONS)information : NULL;
}
