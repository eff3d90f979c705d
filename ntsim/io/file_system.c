/* File systems. Nothing here mounts volumes: file systems register, and are never called. */
#include "ntsim/io/iop.h"

VOID IoRegisterFileSystem(PDEVICE_OBJECT DeviceObject)
{
    ObReferenceObject(DeviceObject);
}

VOID IoUnregisterFileSystem(PDEVICE_OBJECT DeviceObject)
{
    ObDereferenceObject(DeviceObject);
}
