/* Closes the key when it is unloaded. */
#include "../gallery.h"

static HANDLE Opened;

static NTSTATUS Run(PDEVICE_OBJECT Device, PIRP Irp, ULONG Step)
{
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\Registry\\Machine\\System");
    OBJECT_ATTRIBUTES Attributes;
    InitializeObjectAttributes(&Attributes, &Name, OBJ_KERNEL_HANDLE, NULL, NULL);
    return ZwOpenKey(&Opened, KEY_READ, &Attributes);
}

static VOID Unload(VOID)
{
    if (Opened)
        ZwClose(Opened);
}
