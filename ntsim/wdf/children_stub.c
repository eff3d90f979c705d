#include "ntsim/wdf/fx.h"
NTSTATUS fx_create_default_children(struct fx_device *device)
{
    return STATUS_SUCCESS;
}
void fx_free_device_lists(struct fx_device *device)
{
}
void fx_assign_interrupts(struct fx_device *device)
{
}
NTSTATUS fx_interrupts_up(struct fx_device *device)
{
    return STATUS_SUCCESS;
}
void fx_interrupts_down(struct fx_device *device)
{
}
NTSTATUS fx_dma_up(struct fx_device *device)
{
    return STATUS_SUCCESS;
}
void fx_dma_down(struct fx_device *device)
{
}
void fx_scan_children(struct fx_device *device)
{
}
NTSTATUS fx_report_children(struct fx_device *device, PIRP irp)
{
    return STATUS_NOT_SUPPORTED;
}
void fx_children_parent_removed(struct fx_device *device)
{
}
BOOLEAN fx_pdo_removed(struct fx_device *device)
{
    return TRUE;
}
NTSTATUS fx_add_relations(PIRP irp, PDEVICE_OBJECT const *devices, ULONG count)
{
    return STATUS_NOT_SUPPORTED;
}
