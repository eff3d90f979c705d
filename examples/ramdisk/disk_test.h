/* A disk as tests see it: what Windows' winioctl.h says of it. */
#include <ntsim/ntsim.h>
#include <string.h>

DEFINE_GUID(GUID_DEVINTERFACE_DISK, 0x53F56307, 0xB6BF, 0x11D0, 0x94, 0xF2, 0x00, 0xA0, 0xC9, 0x1E, 0xFB, 0x8B);

#define DISK_CODE(number, access) CTL_CODE(7 /* FILE_DEVICE_DISK */, number, METHOD_BUFFERED, access)
#define DISK_GET_GEOMETRY         DISK_CODE(0, FILE_ANY_ACCESS)
#define DISK_IS_WRITABLE          DISK_CODE(9, FILE_ANY_ACCESS)
#define DISK_GET_LENGTH           DISK_CODE(0x17, FILE_READ_ACCESS)

enum { SECTOR = 512, SIZE = 2048 * SECTOR };

static void fill(UCHAR *bytes, ULONG size)
{
    for (ULONG i = 0; i < size; i++)
        bytes[i] = (UCHAR)(i * 31 + i / SECTOR);
}
