/* For the tests of entries: a request to the gallery's device. */
#include <ntsim/ntsim.h>

#define GALLERY_STEP(step) (0x00220000u | (0x800u + (step)) << 2) /* METHOD_BUFFERED, FILE_ANY_ACCESS */

static inline struct sim_file *gallery_open(void)
{
    return sim_open(L"\\\\.\\Gallery");
}

static inline NTSTATUS gallery_step(struct sim_file *file, ULONG step)
{
    char buffer[64] = {0};
    ULONG moved;
    return sim_ioctl(file, GALLERY_STEP(step), buffer, sizeof(buffer), buffer, sizeof(buffer), &moved);
}
