/* A function for PASSIVE_LEVEL is called with a spin lock held. */
#include "../gallery.h"

static KSPIN_LOCK Lock;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Registry\\Machine\\Software");
    OBJECT_ATTRIBUTES Attributes;
    HANDLE Key;
    KIRQL Irql;
    InitializeObjectAttributes(&Attributes, &Name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    NTSTATUS Status = ZwOpenKey(&Key, KEY_READ, &Attributes);
    if (!NT_SUCCESS(Status))
        return STATUS_SUCCESS;
    KeAcquireSpinLock(&Lock, &Irql);
    Status = ZwClose(Key); /* VRF0101 */
    KeReleaseSpinLock(&Lock, Irql);
    return Status;
}

static VOID Unload(VOID)
{
}
