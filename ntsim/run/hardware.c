/* Hardware that tests model. */
#include "ntsim/run/hardware.h"
#include "ntsim/machine/device.h"
#include "ntsim/run/kernel.h"
#include "ntsim/run/session.h"

#include <stdlib.h>

enum { MOST_RESOURCES = 16, FIRST_VECTOR = 0x30, LAST_VECTOR = 0xBF };

/* CM_RESOURCE_LIST with one full descriptor, as drivers see it: packed to 4 bytes. */
#pragma pack(push, 4)
struct partial {
    uint8_t type, share;
    uint16_t flags;
    union {
        struct {
            uint64_t start;
            uint32_t length;
        } range;
        struct {
            uint32_t level, vector;
            uint64_t affinity;
        } interrupt;
    };
};

struct list {
    uint32_t count, bus_type, bus_number;
    uint16_t version, revision;
    uint32_t partial_count;
    struct partial partials[MOST_RESOURCES];
};
#pragma pack(pop)
_Static_assert(sizeof(struct partial) == 20, "CM_PARTIAL_RESOURCE_DESCRIPTOR");

enum { TYPE_PORT = 1, TYPE_INTERRUPT = 2, TYPE_MEMORY = 3 };
enum { SHARE_DEVICE_EXCLUSIVE = 1, PORT_IO = 1, INTERRUPT_LATCHED = 1, INTERNAL_BUS = 0 };

struct hardware;

struct region {
    const struct sim_hardware *model;
    ULONG resource;
    struct hardware *of;
};

struct hardware;

struct hardware {
    struct list list;
    struct region regions[MOST_RESOURCES];
    ULONG count;
    void *pdo; /* NULL: not known yet */
};

static void touched(const struct region *region)
{
    if (region->of->pdo && machine_accessing())
        kernel_hardware_touched(region->of->pdo, machine_accessing());
}

static uint64_t read_region(void *context, uint64_t offset, unsigned size)
{
    const struct region *region = context;
    touched(region);
    return region->model->read ? region->model->read(region->model->context, region->resource, offset, size) : ~0ULL;
}

static void write_region(void *context, uint64_t offset, unsigned size, uint64_t value)
{
    const struct region *region = context;
    touched(region);
    if (region->model->write)
        region->model->write(region->model->context, region->resource, offset, size, value);
}

static const struct machine_device_model adapter = {.read = read_region, .write = write_region};

/* False where the range is taken, or is none. */
static bool add(const struct sim_resource *resource, struct region *region, struct partial *out)
{
    out->share = SHARE_DEVICE_EXCLUSIVE;
    switch (resource->kind) {
    case SIM_MEMORY:
        out->type = TYPE_MEMORY;
        out->range.start = resource->start;
        out->range.length = resource->size;
        return machine_add_memory(resource->start, resource->size, &adapter, region);
    case SIM_PORTS:
        out->type = TYPE_PORT;
        out->flags = PORT_IO;
        out->range.start = resource->start;
        out->range.length = resource->size;
        return resource->start <= UINT16_MAX &&
               machine_add_ports((uint16_t)resource->start, resource->size, &adapter, region);
    case SIM_INTERRUPT:
        out->type = TYPE_INTERRUPT;
        out->flags = INTERRUPT_LATCHED;
        out->interrupt.level = (uint32_t)resource->start >> 4;
        out->interrupt.vector = (uint32_t)resource->start;
        out->interrupt.affinity = 1;
        return resource->start >= FIRST_VECTOR && resource->start <= LAST_VECTOR;
    default:
        return false;
    }
}

struct hardware *hardware_attach(struct sim_place place, const struct sim_hardware *model)
{
    struct hardware *hardware = calloc(1, sizeof(*hardware));
    if (!hardware || model->count > MOST_RESOURCES)
        sim_fail(place, "a device has up to %d resources", MOST_RESOURCES);
    hardware->list.count = hardware->list.version = hardware->list.revision = 1;
    hardware->list.bus_type = INTERNAL_BUS;
    hardware->list.partial_count = hardware->count = model->count;
    for (ULONG i = 0; i < model->count; i++) {
        hardware->regions[i] = (struct region){.model = model, .resource = i, .of = hardware};
        if (!add(&model->resources[i], &hardware->regions[i], &hardware->list.partials[i]))
            sim_fail(place, "resource %u (0x%llx) is taken already, or is none", i,
                     (unsigned long long)model->resources[i].start);
    }
    return hardware;
}

const void *hardware_list(const struct hardware *hardware)
{
    return hardware ? &hardware->list : NULL;
}

void hardware_is_of(struct hardware *hardware, void *pdo)
{
    if (hardware)
        hardware->pdo = pdo;
}

void hardware_detach(struct hardware *hardware)
{
    for (ULONG i = 0; hardware && i < hardware->count; i++)
        machine_remove_device(&hardware->regions[i]);
    free(hardware);
}

void sim_interrupt(ULONG vector)
{
    machine_interrupt(vector);
}

bool sim_dma(ULONGLONG physical, void *buffer, size_t size, bool write)
{
    return machine_dma(physical, buffer, size, write);
}
