/* The library's records behind Storport: natural layout of the documented members. */
#include <ntddk.h>
#include <storport.h>
#include <scsiwmi.h>

#include "layout.h"
RECORD(SCSIWMI_REQUEST_CONTEXT, 0x20)
FIELD(SCSIWMI_REQUEST_CONTEXT, Buffer, 0x10)
FIELD(SCSIWMI_REQUEST_CONTEXT, MinorFunction, 0x18)
FIELD(SCSIWMI_REQUEST_CONTEXT, ReturnSize, 0x1C)
RECORD(SCSIWMIGUIDREGINFO, 0x10)
RECORD(SCSI_WMILIB_CONTEXT, 0x40)
FIELD(SCSI_WMILIB_CONTEXT, GuidList, 0x08)
FIELD(SCSI_WMILIB_CONTEXT, WmiFunctionControl, 0x38)
VALUE(ScsiWmiDataBlockControl, 1)

/* The macros fit what the reference says a miniport does with them. */
VOID report(PSCSIWMI_REQUEST_CONTEXT context, PSCSI_REQUEST_BLOCK srb, LPGUID guid, PVOID extension, PVOID data);
VOID report(PSCSIWMI_REQUEST_CONTEXT context, PSCSI_REQUEST_BLOCK srb, LPGUID guid, PVOID extension, PVOID data)
{
    srb->DataTransferLength = ScsiPortWmiGetReturnSize(context);
    srb->SrbStatus = ScsiPortWmiGetReturnStatus(context);
    ScsiPortWmiFireAdapterEvent(extension, guid, 0, 0, data);
}
