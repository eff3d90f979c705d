/*
 * Pages at two addresses, and whether pages may be touched.
 *
 * Memory is private to the process until an alias of it is wanted: then it moves to a file without a name, which is
 * mapped in its place and once more elsewhere.
 */
#include "ntsim/machine/machine.h"
#include "ntsim/machine/rewind.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };

/* [address, address + size) is the file's first bytes. */
struct shared {
    uint64_t address, size;
    int file;
    bool stays; /* it is from before the mark */
    struct shared *next;
};

struct alias {
    uint64_t address, size, original;
    bool stays;
    struct alias *next;
};

static struct shared *all_shared, *gone_shared; /* gone since the mark */
static struct alias *aliases, *gone_aliases;

static struct shared *find_shared(uint64_t address, uint64_t size)
{
    for (struct shared *shared = all_shared; shared; shared = shared->next)
        if (address >= shared->address && address + size <= shared->address + shared->size)
            return shared;
    return NULL;
}

static bool overlaps_shared(uint64_t address, uint64_t size)
{
    for (const struct shared *shared = all_shared; shared; shared = shared->next)
        if (address < shared->address + shared->size && shared->address < address + size)
            return true;
    return false;
}

static bool write_all(int file, const char *from, uint64_t size)
{
    for (uint64_t done = 0; done < size;) {
        const ssize_t part = pwrite(file, from + done, size - done, (off_t)done);
        if (part <= 0)
            return false;
        done += (uint64_t)part;
    }
    return true;
}

static struct shared *share(void *address, uint64_t size)
{
    struct shared *shared = calloc(1, sizeof(*shared));
    rewind_shared(address, size);
    *shared = (struct shared){.address = (uint64_t)address, .size = size, .next = all_shared};
    shared->file = memfd_create("ntsim", MFD_CLOEXEC);
    if (shared->file < 0 || overlaps_shared((uint64_t)address, size) || !write_all(shared->file, address, size) ||
        mmap(address, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, shared->file, 0) == MAP_FAILED) {
        if (shared->file >= 0)
            close(shared->file);
        free(shared);
        return NULL;
    }
    all_shared = shared;
    return shared;
}

void *memory_alias(void *address, uint64_t size, bool user)
{
    struct shared *shared = find_shared((uint64_t)address, size);
    if (!shared && !(shared = share(address, size)))
        return NULL;
    void *second = memory_map(size, user);
    if (!second || mmap(second, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, shared->file,
                        (off_t)((uint64_t)address - shared->address)) == MAP_FAILED)
        return NULL;
    struct alias *alias = malloc(sizeof(*alias));
    *alias = (struct alias){.address = (uint64_t)second, .size = size, .original = (uint64_t)address, .next = aliases};
    aliases = alias;
    return second;
}

bool memory_is_alias(const void *address)
{
    for (const struct alias *alias = aliases; alias; alias = alias->next)
        if (alias->address == (uint64_t)address)
            return true;
    return false;
}

void memory_forget(const void *address)
{
    for (struct alias **at = &aliases; *at; at = &(*at)->next)
        if ((*at)->address == (uint64_t)address) {
            struct alias *gone = *at;
            *at = gone->next;
            if (gone->stays) {
                gone->next = gone_aliases;
                gone_aliases = gone;
            } else {
                free(gone);
            }
            return;
        }
    for (struct shared **at = &all_shared; *at; at = &(*at)->next)
        if ((*at)->address == (uint64_t)address) {
            struct shared *gone = *at;
            *at = gone->next;
            if (gone->stays) {
                gone->next = gone_shared;
                gone_shared = gone;
            } else {
                close(gone->file);
                free(gone);
            }
            return;
        }
}

void alias_mark(void)
{
    for (struct shared *shared = all_shared; shared; shared = shared->next)
        shared->stays = true;
    for (struct alias *alias = aliases; alias; alias = alias->next)
        alias->stays = true;
}

/* What is from before the mark is there again, what came after it is not. */
void alias_rewind(void)
{
    for (struct shared **at = &all_shared; *at;) {
        struct shared *shared = *at;
        if (shared->stays) {
            at = &shared->next;
            continue;
        }
        *at = shared->next;
        close(shared->file);
        free(shared);
    }
    for (struct alias **at = &aliases; *at;) {
        struct alias *alias = *at;
        if (alias->stays) {
            at = &alias->next;
            continue;
        }
        *at = alias->next;
        free(alias);
    }
    while (gone_shared) {
        struct shared *shared = gone_shared;
        gone_shared = shared->next;
        shared->next = all_shared;
        all_shared = shared;
    }
    while (gone_aliases) {
        struct alias *alias = gone_aliases;
        gone_aliases = alias->next;
        alias->next = aliases;
        aliases = alias;
    }
}

/* A byte of each page goes through a pipe, and back where writing is asked about: the host's kernel says what fails. */
bool memory_accessible(void *address, uint64_t size, bool write_too)
{
    static int ends[2] = {-1, -1};
    char *at = address;
    if ((uint64_t)address < PAGE || (ends[0] < 0 && pipe2(ends, O_CLOEXEC) != 0))
        return false;
    for (uint64_t left = size; left > 0;) {
        const uint64_t to_page_end = PAGE - (uint64_t)at % PAGE, step = left < to_page_end ? left : to_page_end;
        char byte;
        if (write_too)
            rewind_touch((uint64_t)at, 1);
        if (write(ends[1], at, 1) != 1)
            return false;
        if ((!write_too || read(ends[0], at, 1) != 1) && (read(ends[0], &byte, 1) != 1 || write_too))
            return false;
        at += step;
        left -= step;
    }
    return true;
}

/* A file of this process's own has the same bytes at the same addresses. */
static void split(struct shared *shared)
{
    /* the verifier may have closed it */
    mprotect((void *)shared->address, shared->size, PROT_READ | PROT_WRITE);
    const int file = memfd_create("ntsim", MFD_CLOEXEC);
    if (file < 0 || !write_all(file, (const char *)shared->address, shared->size) ||
        mmap((void *)shared->address, shared->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0) ==
            MAP_FAILED)
        abort();
    close(shared->file);
    shared->file = file;
    for (const struct alias *alias = aliases; alias; alias = alias->next)
        if (alias->original - shared->address < shared->size &&
            mmap((void *)alias->address, alias->size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file,
                 (off_t)(alias->original - shared->address)) == MAP_FAILED)
            abort();
}

void memory_split(void)
{
    for (struct shared *shared = all_shared; shared; shared = shared->next)
        split(shared);
}
