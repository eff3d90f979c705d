/* Address space. Addresses are handed out in rising order and never again, so that a stale one faults. */
#include "ntsim/machine/machine.h"
#include "ntsim/machine/rewind.h"

#include <sys/mman.h>

enum { PAGE = 4096, GUARD = 1 << 16 };

static uint64_t next_kernel = MACHINE_KERNEL_BEGIN, next_user = MACHINE_USER_BEGIN + (1 << 20);
static uint64_t marked_kernel, marked_user;

void memory_mark(void)
{
    marked_kernel = next_kernel;
    marked_user = next_user;
}

void memory_rewind(void)
{
    next_kernel = marked_kernel;
    next_user = marked_user;
}

static uint64_t pages(uint64_t size)
{
    return (size + PAGE - 1) & ~(uint64_t)(PAGE - 1);
}

void *memory_map(uint64_t size, bool user)
{
    uint64_t *next = user ? &next_user : &next_kernel;
    const uint64_t end = user ? MACHINE_USER_END : MACHINE_KERNEL_END;
    size = pages(size);
    for (;;) {
        if (size == 0 || size > end - *next)
            return NULL;
        void *wanted = (void *)*next;
        void *got = mmap(wanted, size, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
        *next += (size + GUARD + GUARD - 1) & ~(uint64_t)(GUARD - 1);
        if (got == wanted) {
            rewind_mapped(got, size);
            return got;
        }
        if (got != MAP_FAILED) /* a kernel that takes the address for a hint */
            munmap(got, size);
        if (*next >= end)
            return NULL;
    }
}

void memory_unmap(void *address, uint64_t size)
{
    memory_forget(address);
    if (!rewind_unmapped(address, pages(size)))
        munmap(address, pages(size));
}

bool memory_protect(void *address, uint64_t size, uint32_t protection)
{
    static const int flags[] = {
        [MACHINE_NO_ACCESS] = PROT_NONE,
        [MACHINE_READ_ONLY] = PROT_READ,
        [MACHINE_READ_WRITE] = PROT_READ | PROT_WRITE,
        [MACHINE_EXECUTE_READ] = PROT_READ | PROT_EXEC,
        [MACHINE_EXECUTE_ALL] = PROT_READ | PROT_WRITE | PROT_EXEC,
    };
    rewind_protected(address, pages(size));
    return mprotect(address, pages(size), flags[protection]) == 0;
}

/* Between the host's own memory (its sanitizer's shadow ends below) and the system's. Pages come as they are touched.
 */
void *memory_shadow(void)
{
    static void *shadow;
    void *const place = (void *)0x0000110000000000ULL;
    if (shadow)
        return shadow;
    void *got = mmap(place, MACHINE_KERNEL_END >> 3, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (got == MAP_FAILED)
        return NULL;
    madvise(got, MACHINE_KERNEL_END >> 3, MADV_DONTDUMP);
    return shadow = got;
}
