/* What drivers in the field wanted: sizes by the documented members; values by the C library's reference, [MS-ERREF] and mingw-w64. */
#include <ntifs.h>
#include <errno.h>
#include <initguid.h>
#include <diskguid.h>
#include <ioevent.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>
#include <sys/stat.h>
#include <usbioctl.h>
#include <ws2def.h>

#include "layout.h"
RECORD(PHYSICAL_MEMORY_RANGE, 16)
FIELD(PHYSICAL_MEMORY_RANGE, NumberOfBytes, 8)
RECORD(PROCESS_BASIC_INFORMATION, 48)
FIELD(PROCESS_BASIC_INFORMATION, PebBaseAddress, 8)
FIELD(PROCESS_BASIC_INFORMATION, InheritedFromUniqueProcessId, 40)
RECORD(USB_PORT_PROPERTIES, 4)
RECORD(UUID, 16)
VALUE(STATUS_VOLMGR_DISK_LAYOUT_NON_BASIC_BETWEEN_BASIC_PARTITIONS, (NTSTATUS)0xC038000C)
VALUE(STATUS_VOLMGR_DISK_LAYOUT_PRIMARY_BETWEEN_LOGICAL_PARTITIONS, (NTSTATUS)0xC038000F)
VALUE(STATUS_SVHDX_UNIT_ATTENTION_OPERATING_DEFINITION_CHANGED, (NTSTATUS)0xC05CFF06)
VALUE(_IOR('f', 127, ULONG), 0x4004667F)
VALUE(_IOW('f', 126, ULONG), 0x8004667E)
VALUE(_IO('f', 1), 0x20006601)
VALUE(LONG64_ERROR, -1)
VALUE(LONGLONG_MAX, 0x7FFFFFFFFFFFFFFF)
VALUE(EINVAL, 22)
VALUE(EPIPE, 32)
VALUE(ECONNRESET, 108)
VALUE(EPROTO, 134)
VALUE(EWOULDBLOCK, 140)
VALUE(S_IFDIR, 0x4000)
VALUE(S_IFREG | S_IREAD | S_IWRITE | S_IEXEC, 0x81C0)

EXTERN_C_START
HANDLE HandleOf(ULONG handle);
EXTERN_C_END

HANDLE HandleOf(ULONG handle)
{
    UNICODE_STRING name;
    PVOID pointer = Ptr32ToPtr(PtrToPtr32(&name));
    return NT_SUCCESS(RtlUnicodeStringInitEx(&name, NULL, STRSAFE_IGNORE_NULLS)) ? Handle32ToHandle(handle) : pointer;
}
