/* Does without a driver object of the framework. */
#define GALLERY_OWN_ENTRY
#include "../gallery_kmdf.h"

NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(Driver);
    UNREFERENCED_PARAMETER(RegistryPath);
    UNREFERENCED_PARAMETER(GalleryCreate);
    UNREFERENCED_PARAMETER(GalleryUnload);
    return STATUS_SUCCESS; /* elsewhere: VRF0511 */
}

static VOID Run(WDFDEVICE Device, WDFREQUEST Request, ULONG Step)
{
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID Unload(VOID)
{
}
