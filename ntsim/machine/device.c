/* The registry of device models, and their interrupts. */
#include "ntsim/machine/device.h"

#include "ntsim/machine/machine.h"

#include <stdlib.h>

enum { PAGE = 4096, PORTS = 0x10000, MOST_INTERRUPTS = 64, VECTORS = 256 };
#define NO_INTERRUPT (~0U)

struct region {
    uint64_t begin, size;
    bool ports;
    const struct machine_device_model *model;
    void *context;
    struct region *next;
};

struct mapping {
    uint64_t address, size, physical;
    struct mapping *next;
};

static struct region *regions;
static struct mapping *mappings;
static bool keeping, lines[VECTORS];
static uint32_t kept[MOST_INTERRUPTS];
static unsigned kept_count;

static struct region *find_region(bool ports, uint64_t at)
{
    for (struct region *region = regions; region; region = region->next)
        if (region->ports == ports && at - region->begin < region->size)
            return region;
    return NULL;
}

static bool add(bool ports, uint64_t begin, uint64_t size, const struct machine_device_model *model, void *context)
{
    if (size == 0 || begin + size < begin)
        return false;
    for (const struct region *region = regions; region; region = region->next)
        if (region->ports == ports && begin < region->begin + region->size && region->begin < begin + size)
            return false;
    struct region *region = malloc(sizeof(*region));
    *region = (struct region){begin, size, ports, model, context, regions};
    regions = region;
    return true;
}

bool machine_add_memory(uint64_t physical, uint64_t size, const struct machine_device_model *model, void *context)
{
    return add(false, physical, size, model, context);
}

bool machine_add_ports(uint16_t first, uint32_t count, const struct machine_device_model *model, void *context)
{
    return (uint32_t)first + count <= PORTS && add(true, first, count, model, context);
}

void machine_remove_device(const void *context)
{
    for (struct region **at = &regions; *at;) {
        struct region *region = *at;
        if (region->context != context) {
            at = &region->next;
            continue;
        }
        *at = region->next;
        free(region);
    }
}

/* --- interrupts and memory --- */

void machine_interrupt(uint32_t vector)
{
    typedef bool(MACHINE_ABI raise_interrupt)(uint32_t);
    if (keeping) {
        if (kept_count < MOST_INTERRUPTS)
            kept[kept_count++] = vector;
        return;
    }
    ((raise_interrupt *)(uintptr_t)machine_system_function("SimRaiseInterrupt"))(vector);
}

void machine_set_line(uint32_t vector, bool asserted)
{
    lines[vector % VECTORS] = asserted;
    if (asserted)
        machine_interrupt(vector);
}

bool device_line(uint32_t vector)
{
    return lines[vector % VECTORS];
}

void device_keep_interrupts(bool keep)
{
    keeping = keep;
}

bool device_has_interrupts(void)
{
    return kept_count != 0;
}

uint32_t device_next_interrupt(void)
{
    if (kept_count == 0)
        return NO_INTERRUPT;
    const uint32_t first = kept[0];
    kept_count--;
    for (unsigned i = 0; i < kept_count; i++)
        kept[i] = kept[i + 1];
    return first;
}

bool machine_dma(uint64_t physical, void *buffer, uint64_t size, bool write)
{
    typedef bool(MACHINE_ABI physical_memory)(uint64_t, void *, uint64_t, bool);
    return ((physical_memory *)(uintptr_t)machine_system_function("SimPhysicalMemory"))(physical, buffer, size, write);
}

/* --- mappings --- */

void *device_map(uint64_t physical, uint64_t size)
{
    const uint64_t offset = physical % PAGE, whole = (offset + size + PAGE - 1) & ~(uint64_t)(PAGE - 1);
    uint8_t *address = memory_map(whole, false);
    if (!address || !memory_protect(address, whole, MACHINE_NO_ACCESS))
        return NULL;
    struct mapping *mapping = malloc(sizeof(*mapping));
    *mapping = (struct mapping){(uint64_t)address, whole, physical - offset, mappings};
    mappings = mapping;
    return address + offset;
}

static struct mapping **find_mapping(uint64_t address)
{
    struct mapping **at = &mappings;
    while (*at && address - (*at)->address >= (*at)->size)
        at = &(*at)->next;
    return at;
}

void device_unmap(void *address, uint64_t size)
{
    struct mapping **at = find_mapping((uint64_t)address), *gone = *at;
    (void)size;
    if (!gone)
        return;
    *at = gone->next;
    memory_unmap((void *)gone->address, gone->size);
    free(gone);
}

bool device_is_mapped(uint64_t address)
{
    return *find_mapping(address) != NULL;
}

/* --- accesses --- */

static const struct machine_context *accessing;

void device_accessed_by(const struct machine_context *context)
{
    accessing = context;
}

const struct machine_context *machine_accessing(void)
{
    return accessing;
}

static uint64_t ones(unsigned size)
{
    return ~0ULL >> (64 - 8 * size);
}

static uint64_t read_region(bool ports, uint64_t at, unsigned size)
{
    const struct region *region = find_region(ports, at);
    return region ? region->model->read(region->context, at - region->begin, size) & ones(size) : ones(size);
}

static void write_region(bool ports, uint64_t at, unsigned size, uint64_t value)
{
    const struct region *region = find_region(ports, at);
    if (region)
        region->model->write(region->context, at - region->begin, size, value & ones(size));
}

uint64_t device_read(uint64_t address, unsigned size)
{
    const struct mapping *mapping = *find_mapping(address);
    return mapping ? read_region(false, mapping->physical + (address - mapping->address), size) : ones(size);
}

void device_write(uint64_t address, unsigned size, uint64_t value)
{
    const struct mapping *mapping = *find_mapping(address);
    if (mapping)
        write_region(false, mapping->physical + (address - mapping->address), size, value);
}

uint64_t port_read(uint16_t port, unsigned size)
{
    return read_region(true, port, size);
}

void port_write(uint16_t port, unsigned size, uint64_t value)
{
    write_region(true, port, size, value);
}
