/* Handles: their life, and what they say about the stack. */
#include "handle.h"

NTSTATUS USBD_CreateHandle(PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT TargetDeviceObject,
                           ULONG USBDClientContractVersion, ULONG PoolTag, USBD_HANDLE *USBDHandle)
{
    USBD_HANDLE handle;

    *USBDHandle = NULL;
    if (!DeviceObject || !TargetDeviceObject || !PoolTag ||
        USBDClientContractVersion != USBD_CLIENT_CONTRACT_VERSION_602)
        return STATUS_INVALID_PARAMETER;
    handle = (USBD_HANDLE)usbdex_allocate(PoolTag, sizeof *handle);
    if (!handle)
        return STATUS_INSUFFICIENT_RESOURCES;
    handle->device = DeviceObject;
    handle->target = TargetDeviceObject;
    handle->tag = PoolTag;
    *USBDHandle = handle;
    return STATUS_SUCCESS;
}

VOID USBD_CloseHandle(USBD_HANDLE USBDHandle)
{
    ExFreePoolWithTag(USBDHandle, USBDHandle->tag);
}

/* The capabilities need request blocks of the stack's own, so that none is to be had here. */
NTSTATUS USBD_QueryUsbCapability(USBD_HANDLE USBDHandle, const GUID *CapabilityType, ULONG OutputBufferLength,
                                 PUCHAR OutputBuffer, PULONG ResultLength)
{
    (void)USBDHandle;
    if (ResultLength)
        *ResultLength = 0;
    if (!CapabilityType || (OutputBufferLength && !OutputBuffer))
        return STATUS_INVALID_PARAMETER;
    return STATUS_NOT_SUPPORTED;
}

BOOLEAN USBD_IsInterfaceVersionSupported(USBD_HANDLE USBDHandle, ULONG USBDInterfaceVersion)
{
    (void)USBDHandle;
    return USBDInterfaceVersion == USBD_INTERFACE_VERSION_600;
}
